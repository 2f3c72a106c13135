"""Reading a pack by its statements tells what reading it whole tells, whatever was typed before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiemtin.foundation.problems import Problem
from kiemtin.language.loading import check_pack
from kiemtin.language.reading.parsing import parse_with_problems
from kiemtin.language.reading.statements import parse_by_statement

from .conftest import EVERYTHING, PACKS

SOURCES = [EVERYTHING, *sorted(PACKS.glob("*.quy"))]
BITS = ["(", ")", '"', "|", "#", " và ", " không quá ", "\n", "\nĐiều 3.\n", "\nquy tắc mới\n", "tin.",
        "\ntham số ", " từ 31/02/2024", "\nngoại lệ ", "“", "\r\n", "e\u0301", "\nthứ bậc theo ",
        " dự thảo "]  # fmt: skip


def told(path: Path, source: str, *, typed: bool) -> list[tuple[object, ...]]:
    def row(problem: Problem) -> tuple[object, ...]:
        place = problem.place
        related = tuple((code, str(where)) for code, where in problem.related)
        said = (problem.code, str(problem.arguments), problem.warning)
        return (*said, str(place), place.length, place.excerpt, related)

    problems = check_pack(path, content=source.encode("utf-8", "surrogatepass"), typed=typed)
    return sorted((row(problem) for problem in problems), key=str)


def damaged(source: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(source) + 1)
        until = at + chance.choice([0, 0, 1, 5, 60, 400])
        source = source[:at] + chance.choice(["", *BITS]) + source[until:]
    return source


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_damaged_pack_is_told_alike(path: Path) -> None:
    chance = random.Random(path.stem)
    source = path.read_text("utf-8")
    assert told(path, source, typed=True) == told(path, source, typed=False)
    for _ in range(12):
        text = damaged(source, chance)
        assert told(path, text, typed=True) == told(path, text, typed=False), text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_tree_and_its_places_are_those_of_the_whole(path: Path) -> None:
    source = path.read_text("utf-8")
    parse_by_statement(source, str(path))
    moved = "# dòng mới\n\n" + source.replace("\n", "\n\n", 3)
    whole, pieced = parse_with_problems(moved, str(path)), parse_by_statement(moved, str(path))
    assert whole.problems == pieced.problems == []
    assert pieced.pack == whole.pack
    assert whole.source is not None
    assert pieced.source is not None
    assert whole.pack is not None
    assert pieced.pack is not None
    pairs = zip(whole.pack.divisions, pieced.pack.divisions, strict=True)
    for one, other in pairs:
        assert whole.source.place(one.span) == pieced.source.place(other.span)
        for mine, its in zip(one.statements, other.statements, strict=True):
            assert whole.source.place(mine.span) == pieced.source.place(its.span)


HEAD = 'văn bản thử\n  tình trạng minh họa "mẫu"\n\n'
PARAMETER = "Điều 1.\n  tham số dài_nhất là 700 chữ\n"


@pytest.mark.parametrize(
    "source",
    [
        HEAD + "Điều 1.\n  tham số a là\n  tham số b là 3\n",
        HEAD + "Điều 1.\n  quy tắc a\n    phải tin.số_chữ không quá\n  quy tắc b\n    phải tin.trang = 1\n",
        HEAD + PARAMETER + PARAMETER,
        HEAD + "Điều 1.\n  tham số a là 3\n" * 3 + "bảng (\n",
        HEAD + "Điều 1.\n  tham số a là 31/02/2024\n  tham số b (\n",
        HEAD.replace("văn bản", "văn ban") + PARAMETER,
        HEAD + "\n".join(f"tham số a{n} (" for n in range(40)),
        PARAMETER,
        "",
    ],
)
def test_unfinished_and_repeated_statements_are_told_alike(source: str, tmp_path: Path) -> None:
    path = tmp_path / "thử.quy"
    assert told(path, source, typed=True) == told(path, source, typed=False)
    assert told(path, source, typed=True) == told(path, source, typed=False)
