"""Where a title ends at the latest, and which heads inside its words belong to it."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.model import ACADEMIC_HONOUR
from kiemtin.officials.pieces import Passage
from kiemtin.officials.reading.bare import ends_name
from kiemtin.officials.words.heads import Head, HeadWord
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form

LONGEST_TITLE: Final = 240
# "Cố vấn của *Tổng thống Verania về …*": the advisor's title goes on.
_HOLDER_OF: Final = Form(r"[^\W\d_]+(?: [^\W\d_]+){1,5} về ")


def title_limit(lexicon: Lexicon, passage: Passage, index: int, chained: bool, limit: int) -> int:  # noqa: FBT001
    """Where the title at `heads[index]` ends at the latest: before the next title, honorific, known name."""
    heads = passage.heads
    limit = min(limit, heads[index][1] + LONGEST_TITLE)
    for following in range(index + 1, len(heads)):
        found = heads[following]
        begin, _, word = found
        if begin >= limit:
            break
        if word.is_surname or _goes_inside(lexicon, passage.text, found):
            continue
        if not passage.text.endswith(lexicon.extent.heads_inside_of, 0, begin) or not (
            chained or _HOLDER_OF.match(passage.text, begin, limit)
        ):
            return begin
    return limit


def _goes_inside(lexicon: Lexicon, text: str, found: Head) -> bool:
    """Whether a head inside the words of another title belongs to it: "Phó Bí thư Thường trực …"."""
    begin, end, head = found
    if is_other_word(lexicon, text, end, head) or ends_name(text, found):
        return True
    if head.honorific:
        return text.startswith(lexicon.extent.places_with_honorifics, begin) or text.endswith(
            lexicon.extent.professions_of, 0, begin
        )
    if head.goes_inside:
        if head.text.startswith("dự khuyết"):
            return text.startswith("viên ", begin - 5)
        if text.endswith((" và ", ", "), 0, begin):
            return False  # "Chủ tịch Quốc hội A và Thường trực Ban Bí thư B"
        return head.text[0] != "đ" or text[begin - 2 : begin - 1].isalpha()
    if not text.endswith(lexicon.extent.heads_inside, 0, begin):
        return False
    if text[begin - 1] == "(":
        return text.startswith(")", end)  # "Tổng Giám đốc (TGĐ) Đài …"
    if text.endswith(lexicon.extent.boards, 0, begin):
        return head.text in lexicon.extent.heads_inside_boards
    return True


def is_other_word(lexicon: Lexicon, text: str, end: int, head: HeadWord) -> bool:
    """ "Đại sứ quán" is no ambassador, "Thạc sĩ chuyên ngành …" no degree before a name."""
    return (head.abroad or head.kind is ACADEMIC_HONOUR) and text.startswith(
        lexicon.extent.no_heads_before, end
    )
