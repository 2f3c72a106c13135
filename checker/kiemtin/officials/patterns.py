"""The regular expressions of the grammar, built from the vocabulary's words.

Vietnamese titles are told by the word that begins them (a *head*) and by what may follow inside one: capitalised
words, abbreviations, a few lower-case words. Names are runs of capitalised words. What a pattern may match is
bounded, so each runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Capital letters of Vietnamese and of the Latin names that the press prints.
UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯŁŚŠŻŽČŞĞİ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
LETTER = r"[^\W\d_]"
END = r"(?![^\W_])"
WORD = rf"[{UPPER}]{LETTER}*(?:['’\-]{LETTER}+)*"
PARTICLE = r"(?:bin|al|von|van|der|de|da|dos|du|el|la|den|ibn) "
RUN = rf"{WORD}(?:(?:(?<=[ ][A-Z])\.)?[ ](?:{PARTICLE})?{WORD})*"
# One syllable of Vietnamese, folded to lower case: onset, vowels, coda. Tells Vietnamese names from foreign ones.
SYLLABLE = (
    "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch|c|m|ng|nh|n|p|t)?"
)


def gap_pattern(words: Mapping[str, tuple[str, ...]]) -> str:
    """What may stand between two pieces of one chain or list: a separator, joining words, honorifics, markers."""
    both = {form for word in words["honorifics"] for form in (word, word[0].upper() + word[1:])}
    honorifics = "|".join(re.escape(word) for word in sorted(both, key=lambda text: (-len(text), text)))
    term = r"(?: (?:khóa|khoá) \w{1,6}(?: \(\d{4} ?[-–] ?\d{4}\))?|,? nhiệm kỳ (?:\d{4} ?[-–] ?\d{2,4}|\w{1,6})| \(cũ\))"
    side = r"(?: \((?:[^()\n]{0,14}(?:trái|phải|giữa|đứng|ngồi|hàng)[^()\n]{0,24}|SN \d{4}|sinh năm \d{4}|\d\d tuổi|nam|nữ)\))"
    return (
        rf"(?:{term}|{side})*"
        r"(?P<sep>\s*(?:[,;:]|[-–—]|\(|\)|/)?\s*(?:[-–—]|\()?\s*)"
        r"(?P<join>(?:(?:và|cùng với|cùng|với|còn có|có|kiêm|đồng thời là|hiện là|là|làm|gồm có|gồm|nay là|hiện giữ chức) )*)"
        r"(?P<many>(?:(?:[Cc]ác|hai|ba|bốn|\d) )?)"
        rf"(?P<hon>(?:(?:{honorifics}):? ?)*)"
        r"(?:(?:[Nn]guyên|[Cc]ựu|[Cc]ố|[Tt]ân) )?"
    )
