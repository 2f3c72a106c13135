"""Messages of the room `language`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {}
