"""An expression from its kept code is the one that `re` compiles."""

from __future__ import annotations

import pickle
import re

import pytest

from kiemtin.foundation import expressions
from kiemtin.officials.words.lexicon import load_lexicon
from kiemtin.officials.words.patterns import KeptForm
from kiemtin.officials.words.vocabulary import load_vocabulary

TEXT = "đồng chí Trần Văn An, 54 tuổi; ông\nLê Bá"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
@pytest.mark.parametrize(
    "source", [r"(?P<first>[Đđ]ồng) (chí)|(?P<age>\d+)", "(?i:ÔNG)$", r"[À-ỹ]++.", "An,"]
)
def test_it_finds_the_same(source: str, flags: int) -> None:
    compiled = re.compile(source, flags)
    kept = expressions.pattern_of(source, flags, expressions.code_of(source, flags))
    assert (kept, kept.groupindex, kept.groups, kept.flags) == (
        compiled,
        compiled.groupindex,
        compiled.groups,
        compiled.flags,
    )
    assert [match.groupdict() for match in kept.finditer(TEXT)] == [
        match.groupdict() for match in compiled.finditer(TEXT)
    ]


def test_code_that_is_refused_is_not_used() -> None:
    flags, _, groups, by_name, names = expressions.code_of("(a)b") or pytest.fail("no code")
    found = expressions.pattern_of("(a)b", 0, (flags, b"\xff" * 8, groups, by_name, names))
    assert found == re.compile("(a)b")


def test_long_forms_come_from_the_cache_with_their_code(monkeypatch: pytest.MonkeyPatch) -> None:
    gap = pickle.loads(pickle.dumps(load_lexicon(load_vocabulary()).joining.gap))
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("compiled again"))
    assert isinstance(gap, KeptForm)
    assert gap.match(", đồng chí ")["hon"] == "đồng chí "
