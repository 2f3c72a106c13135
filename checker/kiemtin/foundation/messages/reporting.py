"""Messages of the room `reporting`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {}
