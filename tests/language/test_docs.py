"""The pages on the language: what they show is true, and their tables are the language's own."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kiemtin.foundation.problems import Problem
from kiemtin.language.reading.error_examples import HEAD
from kiemtin.language.terms.schema import PREDICATES, PROPERTIES
from kiemtin.language.terms.units import UNITS

from .conftest import PACKS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"vi": DOCS / "language.md", "en": DOCS / "language.en.md"}
BLOCK = re.compile(r"^```quy\n(.*?)^```", re.S | re.M)

ROSTERS = PACKS.parent / "rosters"
RANKED = (
    HEAD.replace("  tình trạng", "  thứ bậc theo ở-đây\n  tình trạng")
    + 'thứ bậc ở-đây\n  bậc 1 "Bí thư Tỉnh ủy"\n  bậc 2 "Chủ tịch UBND tỉnh"\n'
)
"""Before what is shown in part: so that those whom the examples name have a rank."""

Write = Callable[[str, str], Path]
Check = Callable[[Path], tuple[Problem, ...]]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_language", DOCS / "build_language.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = script()
BLOCKS = [
    (lang, at, block)
    for lang, page in PAGES.items()
    for at, block in enumerate(BLOCK.findall(page.read_text("utf-8")))
]


@pytest.mark.parametrize("lang", PAGES)
def test_tables_are_those_of_the_language(lang: str) -> None:
    page = PAGES[lang].read_text("utf-8")

    assert BUILD.build(page, lang) == page


@pytest.mark.parametrize(("lang", "at", "block"), BLOCKS, ids=[f"{lang}-{at}" for lang, at, _ in BLOCKS])
def test_what_is_shown_has_no_mistake(lang: str, at: int, block: str, check: Check, write: Write) -> None:
    whole = block.startswith(("văn bản", "document"))

    problems = check(write("trang", block if whole else HEAD + block))

    assert [problem.code for problem in problems if not problem.warning] == []


@pytest.mark.parametrize("row", PROPERTIES, ids=lambda row: f"{row.owner.name}.{row.name}")
def test_the_example_of_a_property(row, check: Check, write: Write) -> None:  # type: ignore[no-untyped-def]
    problems = check(write("q", BUILD.rule_around(BUILD.property_example(row))))

    assert [problem.code for problem in problems if not problem.warning] == []


@pytest.mark.parametrize("row", PREDICATES, ids=lambda row: row.name)
def test_the_example_of_a_predicate(row, check: Check, write: Write) -> None:  # type: ignore[no-untyped-def]
    problems = check(write("q", BUILD.rule_around(BUILD.PREDICATE_EXAMPLES[row.name])))

    assert [problem.code for problem in problems if not problem.warning] == []


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_example_of_a_unit(unit, check: Check, write: Write) -> None:  # type: ignore[no-untyped-def]
    amount = BUILD._amount(unit.vi)

    assert check(write("q", f"{HEAD}tham số p là {amount}\nquy tắc r\n  phải p <= {amount}\n"))[0].warning


@pytest.mark.parametrize(("lang", "at", "block"), BLOCKS, ids=[f"{lang}-{at}" for lang, at, _ in BLOCKS])
def test_the_examples_in_what_is_shown_come_out(lang: str, at: int, block: str, write: Write, load) -> None:  # type: ignore[no-untyped-def]
    """Rules with their examples are run, as `kiemtin rules test` runs them."""
    from kiemtin.judging.judge import Judge
    from kiemtin.judging.trying.examples import run_examples
    from kiemtin.officials.recognizer import Recognizer
    from kiemtin.officials.roster import load_roster
    from kiemtin.officials.words.loading import load_vocabulary

    whole = block.startswith(("văn bản", "document"))
    rulebook = load(write("trang", block if whole else RANKED + block))
    roster, vocabulary = load_roster(ROSTERS / "sample.json"), load_vocabulary()
    judge = Judge(rulebook, roster, vocabulary)

    results = run_examples(judge, Recognizer(vocabulary, roster).recognize)

    assert [result.problem for result in results if result.ok is False and result.kind != "damage"] == []
