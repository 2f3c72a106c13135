"""JSON that can be shown: no sign in it acts on a terminal, and no text of a file ends a report."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

# Control signs that JSON leaves as they are, and those that turn the direction of a line.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LONE = re.compile("[\ud800-\udfff]")


def escaped(text: str) -> str:
    """JSON text with every sign that a terminal would obey written as `\\uXXXX`; it says the same."""
    return text if text.isascii() and "\x7f" not in text else _ACTING.sub(_code, text)


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def dumped(model: BaseModel) -> str:
    """A model as JSON on one line, without what is its default.

    A half of a surrogate pair, which no UTF-8 can say, becomes U+FFFD.
    """
    from pydantic_core import PydanticSerializationError

    try:
        return escaped(model.model_dump_json(exclude_defaults=True))
    except PydanticSerializationError:
        mended = _mended(model.model_dump(mode="python", exclude_defaults=True))
        return escaped(json.dumps(mended, ensure_ascii=False, separators=(",", ":"), default=str))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_mended(key): _mended(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_mended(each) for each in value]
    return value
