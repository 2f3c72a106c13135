"""Regular expressions: their kind, the classes of characters of names, and one word of many.

Those of the vocabulary are in its patterns.yaml. What a pattern may match is bounded, so each runs in
linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property


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

    def __reduce__(self) -> tuple[type[Form], tuple[str, int]]:
        return Form, (self.source, self.flags)


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


def any_of(*lists: Iterable[str]) -> str:
    """One of the words, the longest that fits."""
    words = {word for part in lists for word in part}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda text: (-len(text), text)))
