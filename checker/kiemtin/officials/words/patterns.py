"""The regular expressions of the grammar, built from the vocabulary's words.

Names are runs of capitalised words; what stands between two pieces of a chain or list is a gap of a
known form. What a pattern may match is bounded, so each runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from kiemtin.foundation.expressions import Code, code_of, pattern_of


class Form:
    """A regular expression that is compiled when it is first used.

    The vocabulary comes from the cache at every start; most texts need few of its expressions. What asks for
    a method once has the compiled expression's own from then on.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As of `re.Pattern`, so are the following."""
        return self._pattern.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self._pattern.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self._pattern.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._pattern.finditer

    def __reduce__(self) -> tuple[type[Form], tuple[object, ...]]:
        return Form, (self.source, self.flags)


class KeptForm(Form):
    """A long form that nearly every text needs: its compiled code is kept in the cache with it."""

    def __init__(self, source: str, flags: int = 0, code: Code | None = None) -> None:
        super().__init__(source, flags)
        self.code = code

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return pattern_of(self.source, self.flags, self.code)

    def __reduce__(self) -> tuple[type[Form], tuple[object, ...]]:
        self.code = self.code or code_of(self.source, self.flags)
        return KeptForm, (self.source, self.flags, self.code)


# Capital letters of Vietnamese and of the Latin names that the press prints.
UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯŁŚŠŻŽČŞĞİ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
# Ranges: a negated class of classes takes twice as long.
LETTER = "[a-zA-ZÀ-ÖØ-öø-ɏḀ-ỿ]"
END = r"(?![^\W_])"
WORD = rf"[{UPPER}]{LETTER}*+(?:['’\-]{LETTER}++)*+"
PARTICLES = frozenset("bin al von van der de da dos du el la den ibn".split())
PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))}) "
RUN = rf"{WORD}(?:(?:(?<=[ ][A-Z])\.)?[ ](?:(?=[a-z])(?:{PARTICLE}){{1,2}})?{WORD})*+"
# One syllable of Vietnamese in lower case: onset, vowels, coda. Tells Vietnamese names from foreign ones.
SYLLABLE = (
    "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch|c|m|ng|nh|n|p|t)?"
)

Words = Mapping[str, tuple[str, ...]]
"""The vocabulary's lists by their names."""


def gap_pattern(words: Words) -> str:
    """What may stand between two pieces of one chain or list: separator, joins, honorifics, marks."""
    addressed = (*words["honorifics"], *words["professions"])
    both = {form for word in addressed for form in (word, word[0].upper() + word[1:])}
    honorifics = any_of(both)
    years = r"\d{4} ?[-–] ?\d{2,4}"
    term = rf"(?: khóa \w{{1,6}}(?:, [IVX]+)*(?: \({years}\))?"
    term += rf"|,? nhiệm kỳ (?:{years}(?:(?:,| và) {years})*|\w{{1,6}})| \(cũ\)"
    term += r"| (?:qua )?các (?:thời kỳ|nhiệm kỳ|khóa)|, \d{2,3} tuổi(?=, )"
    term += r"| năm \d{4}|,? sinh (?:năm|ngày) [\d/-]{4,10}| \((?:SN|sinh năm) \d{4}(?=, )"
    term += r"| vào (?:năm|tháng|ngày) [\d/.-]{4,10})"
    stands = r"[^()\n]{0,14}(?:trái|phải|giữa|đứng|ngồi|hàng)[^()\n]{0,24}"
    side = rf"(?: \((?:{stands}|SN \d{{4}}|sinh năm \d{{4}}|\d\d tuổi|nam|nữ"
    side += r"|(?:(?:đoàn|Đoàn|ĐBQH|Bộ|Sở|Ban|tỉnh|TP\.?|thành phố|xã|phường) )?"
    side += rf"[{UPPER}]{LETTER}+(?: {LETTER}+){{1,3}})\))"
    joining = any_of(*(words[f"joins_{kind}"] for kind in ("others", "same", "being", "both", "some")))
    organs = any_of(words["member_organs"])
    # An organ told for itself in a chain: "Phó Cục trưởng, Cục H59 (Bộ Công an), Ủy viên …".
    organ = rf"(?:,? [-–]?\s?(?:{organs})(?: (?!đã|sẽ|và|tổ chức)[^\W_]+){{1,7}}"
    organ += rf"(?: \({LETTER}[^()\n]{{2,30}}\))?(?=, ))"
    return (
        rf"(?:{term}|{side}|{organ})*"
        r"(?P<sep>\s*(?:[,;:]|[-–—]|\(|\)|/)?\s*(?:[-–—]|\()?\s*)(?:(?<=[:;,] )\(?\d{1,2}[.)] )?"
        rf"(?P<join>(?:(?:{joining}) |(?:{any_of(words['joins_list'])}): )*)"
        r"(?P<many>(?:(?:[Cc]ác|hai|ba|bốn|\d) )?)"
        rf"(?P<hon>(?:(?:{honorifics}):? ?)*)"
        r"(?:(?:[Nn]guyên|[Cc]ựu|[Cc]ố|[Tt]ân|[Đđ]ương kim) )?"
    )


def gap_ends(words: Words) -> Iterator[str]:
    """The last words of what `gap_pattern` finds, where no sign, no number and no term ends it."""
    joining = [word for key in ("others", "same", "being", "both", "some") for word in words[f"joins_{key}"]]
    for phrase in (*words["honorifics"], *words["professions"], *joining, *_GAP_WORDS):
        last = phrase.rsplit(" ", 1)[-1]
        yield from (last, last[0].upper() + last[1:])


_GAP_WORDS = (
    "các", "hai", "ba", "bốn", "nguyên", "cựu", "cố", "tân", "kim", "kỳ", "khóa",
)  # fmt: skip


def to_person_pattern(words: Words) -> str:
    """Between an office and who is given it: " nhiệm kỳ 2021-2026 đối với ông ", " cho các đồng chí "."""
    return (
        r"(?: (?:nhiệm kỳ|khóa)[^,.;\n]{1,24}?)?,?(?: từ ngày [\d/.-]+)?"
        rf" (?:{any_of(words['given_to'])}) (?:các )?(?:(?:{any_of(words['given_to_honorifics'])}):? )?"
    )


def and_office_pattern(words: Words) -> str:
    """Between one person and the office that the next is given: " và chức vụ ", ", các chức danh "."""
    return rf"\s*(?:{any_of(words['joins_equal'])}|,|;)\s*(?:(?:các )?(?:{any_of(words['office_nouns'])}) )?"


def any_of(*lists: Iterable[str]) -> str:
    """One of the words, the longest that fits."""
    words = {word for part in lists for word in part}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda text: (-len(text), text)))
