"""Messages of the room `documents`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {}
