"""What gate and child say to each other: a head in JSON and a body, each with its length before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from struct import Struct
from typing import Any

LENGTHS = Struct(">II")


def framed(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    told = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return b"".join((LENGTHS.pack(len(told), len(body)), told, body))


def read_frame(read: Callable[[int], bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next frame of a blocking stream, None at its end."""
    lengths = read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack(lengths)
    told, rest = read(head), read(body)
    if len(told) < head or len(rest) < body:
        return None
    return json.loads(told), rest
