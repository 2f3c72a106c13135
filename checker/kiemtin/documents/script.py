"""Inside a cell of a script: what is read aloud, what stands on the screen, what is a cue for technicians.

Only lines that say what they are count: `CG: …`, `Bảng tên: …`, `[VTR 3]`, `Hình: …`. The rest stays
what its column is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kiemtin.documents.line_breaks import wrapped
from kiemtin.documents.model import Zone

_GRAPHIC = re.compile(
    r"[\[(<*\s]*(?:CG|bảng tên|bảng chữ|chữ chạy|chạy chữ|chữ trên hình|tên nhân vật"
    r"|super|lower third|graphics?)"
    r"(?: ?[0-9]{1,2})?\s?[:：]\s*",
    re.I,
)
_CUE_WORDS = (
    r"(?:VTR|VT|SOT|SO|LIVE|KT|hình(?: ảnh)?|ghi hình|toàn cảnh|cận cảnh|nhạc(?: hiệu| nền)?"
    r"|tiếng(?: động| nền)?|hình hiệu|hình cắt|băng|bumper|sting|cut|fade|kỹ thuật)"
)
_CUE = re.compile(
    rf"\s*(?:{_CUE_WORDS}(?: ?[0-9]{{1,3}})?\s?[:：].*|[\[(<]\s*{_CUE_WORDS}\b[^\])>]*[\])>]\W*)", re.I
)
_SPEAKER = re.compile(
    r"\s*(?:PTV|BTV|MC|dẫn|lời dẫn|người dẫn|lời bình|đọc|đọc off|off)(?: ?[0-9]{1,2})?\s?[:：]\s*", re.I
)


_SAID = re.compile(r"[^\s](?:[^\n]*[^\s])?")


class Part(NamedTuple):
    zone: Zone
    start: int
    end: int


def parts(text: str, zone: Zone) -> list[Part]:
    """The parts of a cell whose column is `zone`, in order; lines of one zone are one part."""
    if ":" not in text and "[" not in text and "(" not in text and "：" not in text:
        return [Part(zone, 0, len(text))]
    found: list[Part] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        for part in _line(line, zone):
            if part.start < part.end and line[part.start : part.end].strip():
                _add(found, Part(part.zone, at + part.start, at + part.end), joined=part.start == 0)
        at = end + 1
    return found


def without_breaks(text: str, told: list[Part]) -> str:
    """The text with a space for each break inside a sentence; offsets stay. What stands on the screen is
    laid out in lines, and a cue is read by nobody: they keep theirs."""
    if "\n" not in text:
        return text
    found: list[str] = []
    at = 0
    for part in told:
        if part.zone in (Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION):
            found.append(text[at : part.start])
            found.append(_joined(text[part.start : part.end]))
            at = part.end
    return "".join([*found, text[at:]])


def _joined(text: str) -> str:
    lines = [(match.start(), match.end()) for match in _SAID.finditer(text)]
    characters = list(text)
    for goes_on, ((start, end), (following, _)) in zip(wrapped(text, lines), pairwise(lines), strict=True):
        # In a cell a comma at the end of a line, however short, is no end of a paragraph.
        if goes_on or (text[end - 1] == "," and text.count("\n", end, following) == 1 and end > start):
            characters[text.index("\n", end)] = " "
    return "".join(characters)


def _line(line: str, zone: Zone) -> list[Part]:
    # No label is longer: what stands behind is text, however long.
    graphic = _GRAPHIC.match(line, 0, 60)
    if graphic:
        end = len(line.rstrip(" ])>*"))
        return [
            Part(Zone.METADATA, 0, graphic.end()),
            Part(Zone.GRAPHIC, graphic.end(), max(end, graphic.end())),
        ]
    if len(line) <= 300 and _CUE.fullmatch(line):
        return [Part(Zone.CUE, 0, len(line))]
    speaker = _SPEAKER.match(line, 0, 40)
    if speaker:
        return [Part(Zone.METADATA, 0, speaker.end()), Part(zone, speaker.end(), len(line))]
    return [Part(zone, 0, len(line))]


def _add(found: list[Part], part: Part, *, joined: bool) -> None:
    """Adds a part, or lengthens the last one by a line of the same zone."""
    if joined and found and found[-1].zone is part.zone:
        found[-1] = Part(part.zone, found[-1].start, part.end)
    else:
        found.append(part)
