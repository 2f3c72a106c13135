"""The pins of a kiemtin.toml, between two lines of comment: all else stays as people wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiemtin.adopting.proposing import written
from kiemtin.checking.pins import Pin

BEGIN = "# --- kiemtin packs: begin ---"
END = "# --- kiemtin packs: end ---"
_BLOCK = re.compile(rf"^{re.escape(BEGIN)}\n.*?^{re.escape(END)}\n?", re.M | re.S)
_PACK = re.compile(r"^#?[ \t]*pack[ \t]*=[^\n]*$", re.M)
_TABLE = re.compile(r"^[ \t]*\[", re.M)


def with_pins(text: str, pins: Sequence[Pin]) -> str:
    """The text of a kiemtin.toml with these pins in place of those that were written so before."""
    block = "".join(f"{line}\n" for line in (BEGIN, *_lines(pins), END)) if pins else ""
    found = _BLOCK.search(text)
    if found is not None:
        return f"{text[: found.start()]}{block}{text[found.end() :]}"
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap if block else ''}{block}"


def with_pack(text: str, pack: str) -> str:
    """The text with the pack to use settled: in place of a line that says so, or proposes it, else first."""
    line = f"pack = {written(pack)}"
    table = _TABLE.search(text)
    found = _PACK.search(text, 0, table.start() if table else len(text))
    if found is not None:
        return f"{text[: found.start()]}{line}{text[found.end() :]}"
    return f"{line}\n{text}"


def _lines(pins: Sequence[Pin]) -> list[str]:
    lines = []
    for pin in pins:
        lines.append("[[packs]]")
        lines += [f"{key} = {written(value)}" for key, value in pin._asdict().items() if value]
    return lines
