"""Messages of the room `cli`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {}
