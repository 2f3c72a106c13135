"""The regular expressions of the grammar, built from the vocabulary's words.

Names are runs of capitalised words; what stands between two pieces of a chain or list is a gap of a
known form. What a pattern may match is bounded, so each runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Capital letters of Vietnamese and of the Latin names that the press prints.
UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯŁŚŠŻŽČŞĞİ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
LETTER = r"[^\W\d_]"
END = r"(?![^\W_])"
WORD = rf"[{UPPER}]{LETTER}*(?:['’\-]{LETTER}+)*"
PARTICLES = frozenset("bin al von van der de da dos du el la den ibn".split())
PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))}) "
RUN = rf"{WORD}(?:(?:(?<=[ ][A-Z])\.)?[ ](?:{PARTICLE})?{WORD})*"
# One syllable of Vietnamese in lower case: onset, vowels, coda. Tells Vietnamese names from foreign ones.
SYLLABLE = (
    "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch|c|m|ng|nh|n|p|t)?"
)


def gap_pattern(words: Mapping[str, tuple[str, ...]]) -> str:
    """What may stand between two pieces of one chain or list: separator, joins, honorifics, marks."""
    both = {form for word in words["honorifics"] for form in (word, word[0].upper() + word[1:])}
    honorifics = "|".join(re.escape(word) for word in sorted(both, key=lambda text: (-len(text), text)))
    years = r"\d{4} ?[-–] ?\d{2,4}"
    term = rf"(?: khóa \w{{1,6}}(?:, [IVX]+)*(?: \({years}\))?|,? nhiệm kỳ (?:{years}|\w{{1,6}})| \(cũ\)"
    term += r"|,? sinh (?:năm|ngày) [\d/-]{4,10})"
    stands = r"[^()\n]{0,14}(?:trái|phải|giữa|đứng|ngồi|hàng)[^()\n]{0,24}"
    side = rf"(?: \((?:{stands}|SN \d{{4}}|sinh năm \d{{4}}|\d\d tuổi|nam|nữ"
    side += rf"|(?:(?:Bộ|Sở|Ban|tỉnh|TP\.?|thành phố|xã|phường) )?[{UPPER}]{LETTER}+(?: {LETTER}+){{1,3}})\))"
    joining = (
        "và|cùng với|cùng|với|còn có|có|kiêm|đồng thời là|hiện là|trong đó có|là|làm|gồm có|gồm|nay là"
        "|hiện giữ chức"
    )
    return (
        rf"(?:{term}|{side})*"
        r"(?P<sep>\s*(?:[,;:]|[-–—]|\(|\)|/)?\s*(?:[-–—]|\()?\s*)"
        rf"(?P<join>(?:(?:{joining}) |gồm(?: có)?: )*)"
        r"(?P<many>(?:(?:[Cc]ác|hai|ba|bốn|\d) )?)"
        rf"(?P<hon>(?:(?:{honorifics}):? ?)*)"
        r"(?:(?:[Nn]guyên|[Cc]ựu|[Cc]ố|[Tt]ân) )?"
    )
