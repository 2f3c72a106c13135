"""The packs that come with the tool: without a problem, well laid out, and honest about their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiemtin.foundation.problems import Problem
from kiemtin.language import syntax as s
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.writing.formatting import format_pack

from .conftest import PACKS

ALL = sorted(PACKS.glob("*.quy"))


def statements(pack: s.Pack) -> Iterator[s.Statement]:
    def walk(divisions: tuple[s.Division, ...]) -> Iterator[s.Statement]:
        for division in divisions:
            yield from division.statements
            yield from walk(division.divisions)

    yield from pack.statements
    yield from walk(pack.divisions)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
class TestBundledPacks:
    def test_nothing_is_wrong(self, path: Path, check: Callable[[Path], tuple[Problem, ...]]) -> None:
        assert check(path) == ()

    def test_they_are_laid_out(self, path: Path) -> None:
        source = path.read_text("utf-8")

        assert format_pack(source, str(path)) == source

    def test_a_pack_is_called_as_its_file(self, path: Path) -> None:
        assert parse_pack(path.read_text("utf-8"), str(path)).name == path.stem

    def test_no_line_is_too_long_to_read(self, path: Path) -> None:
        assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 130] == []

    def test_every_rule_has_three_kinds_of_examples(self, path: Path) -> None:
        pack = parse_pack(path.read_text("utf-8"), str(path))

        for statement in statements(pack):
            if isinstance(statement, s.Rule):
                kinds = {example.kind for example in statement.examples}
                assert {"pass", "fail"} <= kinds, statement.name
                if statement.when is not None:
                    assert "out_of_scope" in kinds, statement.name


def test_only_ranks_with_a_public_source_say_verified(load: Callable[[str], Rulebook]) -> None:
    by_start = {one.validity.start: one.status for one in load("qđ-234").precedence}
    newest = by_start[max(start for start in by_start if start is not None)]

    assert newest is not None
    assert newest.kind == "verified"
    assert "VietnamPlus" in (newest.source or "")
    assert {status.kind for status in by_start.values() if status is not newest and status} == {"sample"}
    said = {pack.name: pack.status.kind for pack in load("nội-quy-báo-mẫu").packs if pack.status}
    assert said.pop("thứ-bậc-địa-phương") == "practice"  # observed in print, at the places that it names
    assert set(said.values()) == {"sample"}


def test_heads_stand_above_their_deputies(load: Callable[[str], Rulebook]) -> None:
    from kiemtin.officials.words.loading import load_vocabulary

    offices = load_vocabulary().offices
    for precedence in load("qđ-tỉnh-mẫu").precedence:
        for office, rank in precedence.ranks.items():
            head = offices[office].head
            if head in precedence.ranks:
                assert precedence.ranks[head] < rank, office


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("deputy-prime-minister", "national-assembly-vice-chair"),
        ("province-council-chair", "province-government-chair"),
    ],
)
def test_what_sources_print_in_different_orders_is_equal(
    first: str, second: str, load: Callable[[str], Rulebook]
) -> None:
    ranks = load("qđ-tỉnh-mẫu").precedence[-1].ranks

    assert ranks[first] == ranks[second]
