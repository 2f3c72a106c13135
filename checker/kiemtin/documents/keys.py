"""How written keys, headings of columns and names of styles compare."""

from __future__ import annotations

from kiemtin.foundation.text import normalize, strip_tones


def plain_key(key: str) -> str:
    """A key without tones and case; `_`, `-` and runs of spaces are one space."""
    return " ".join(strip_tones(normalize(key).text).replace("_", " ").replace("-", " ").split())
