"""The table of mistakes: each is found, where it is, in words that name nothing of the machinery."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.messages.language import MESSAGES
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.loading import check_pack
from kiemtin.language.reading.error_examples import ERROR_EXAMPLES, UNREADABLE, ErrorExample
from kiemtin.language.reading.parsing import MAX_PROBLEMS, parse_pack
from kiemtin.language.terms.keywords import DIVISIONS, KEYWORDS
from kiemtin.language.terms.terminal_words import TERMINALS

from .conftest import marked

Check = Callable[[Path | str], tuple[Problem, ...]]
Write = Callable[[str, str], Path]

NAMES_OF_TERMINALS = re.compile(rf"\b(?:{'|'.join({*KEYWORDS, *DIVISIONS, *TERMINALS} - {'$END'})})\b")


def ids(example: ErrorExample) -> str:
    return f"{example.code}-{ERROR_EXAMPLES.index(example)}"


@pytest.mark.parametrize("example", ERROR_EXAMPLES, ids=ids)
def test_a_mistake_is_told_with_its_place(example: ErrorExample, check: Check, write: Write) -> None:
    for name, source in example.beside.items():
        write(name, source)

    problems = check(write("ví-dụ", example.pack))

    found = [problem for problem in problems if problem.code == example.code]
    assert found, [problem.code for problem in problems]
    assert found[0].warning is example.warning
    if example.marked is not None:
        assert example.marked in [marked(problem) for problem in found]
    others = {problem.code for problem in problems if not problem.warning} - {example.code}
    assert others == set(), "one mistake is told once"


@pytest.mark.parametrize("example", ERROR_EXAMPLES, ids=ids)
def test_what_is_told_is_said_in_words(example: ErrorExample, check: Check, write: Write) -> None:
    for name, source in example.beside.items():
        write(name, source)

    for problem in check(write("ví-dụ", example.pack)):
        for lang in ("vi", "en"):
            said = message(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
            helped = help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
            assert helped is not None
            for sentence in (said, helped):
                assert NAMES_OF_TERMINALS.search(sentence) is None
                assert "Phrase(" not in sentence
                assert "None" not in sentence


def test_every_problem_has_an_example() -> None:
    codes = {key for key in MESSAGES if key.startswith("pack.") and not key.endswith(".help")}
    captions = {"pack.first-here"}

    assert {example.code for example in ERROR_EXAMPLES} | set(UNREADABLE) == codes - captions


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.quy"
    latin.write_bytes("văn bản q".encode("utf-16"))
    (tmp_path / "thư-mục.quy").mkdir()

    assert [problem.code for problem in check_pack(latin)] == ["pack.not-utf8"]
    assert [problem.code for problem in check_pack(tmp_path / "không-có.quy")] == ["pack.not-found"]
    assert [problem.code for problem in check_pack("không-có-đâu")] == ["pack.not-found"]
    assert [problem.code for problem in check_pack(tmp_path / "thư-mục.quy")] == ["pack.not-found"]


def test_several_mistakes_in_one_run() -> None:
    source = """văn bản q
  tình trạng minh họa

  quy tắc một
    phai tin.trang = 1

  quy tắc hai
    với mỗi ds tin.danh_sách
    phải ds.số_lãnh_đạo = 1

  bảng b theo tin.bậc
    | bậc 1 | 3 phút

  quy tắc ba
    khi tin.trang = 1
"""
    with pytest.raises(PackError) as caught:
        parse_pack(source, "q.quy")

    assert [(problem.code, problem.place.line) for problem in caught.value.problems] == [
        ("pack.misspelled-keyword", 5),
        ("pack.loop-without-in", 8),
        ("pack.row-unfinished", 12),
        ("pack.rule-without-modality", 14),
    ]


def test_mistakes_of_meaning_are_told_together(check: Check, write: Write) -> None:
    source = """văn bản q
  hiệu lực từ 01/07/2021
  tình trạng minh họa
  quy tắc một
    phải tin.số_từ <= 3 phút
  quy tắc hai
    phải tin.vi_trí = 1 và tin.loại_hình = "báo im"
"""
    codes = [problem.code for problem in check(write("q", source)) if not problem.warning]

    assert codes == ["pack.type-mismatch", "pack.unknown-property-near", "pack.unknown-value-near"]


def test_there_is_an_end_to_problems() -> None:
    source = "văn bản q\n" + "quy tắc q\n  phải )\n" * 200

    with pytest.raises(PackError) as caught:
        parse_pack(source, "q.quy")

    assert len(caught.value.problems) == MAX_PROBLEMS


def test_places_are_those_of_a_decomposed_file(check: Check, tmp_path: Path) -> None:
    import unicodedata

    source = unicodedata.normalize(
        "NFD", "văn bản q\n  tình trạng minh họa\n  quy tắc r\n    phải tin.màu = 1\n"
    )
    path = tmp_path / "q.quy"
    path.write_text(source, "utf-8")

    problem = next(problem for problem in check(path) if problem.code.startswith("pack.unknown-property"))

    assert problem.place.line == 4
    assert marked(problem) == unicodedata.normalize("NFD", "màu")


@pytest.mark.parametrize(
    "source",
    [
        "(" * 1_000_000,
        "văn bản q\n  quy tắc r\n    phải " + "(" * 900_000,
        "văn bản q\n  quy tắc r\n    phải " + "{" * 900_000,
        "văn bản q\n  quy tắc r\n    phải " + "không " * 5_000 + "tin.trang = 1",
        "văn bản q\n  quy tắc r\n    phải tin" + ".lãnh_đạo" * 5_000 + " = 1",
        "văn bản q\n  quy tắc r\n    phải tin.trang = 1" + " + 1" * 5_000,
        "văn bản q\n  quy tắc r\n    phải " + "mọi x trong tin.lãnh_đạo thì " * 200 + "tin.trang = 1",
        "văn bản q\n" + '"' * 100_000,
        "văn bản q\n" + "| a " * 50_000,
        "\x00" * 1000,
        "văn bản q\n  tên \"\ud7ff\uffff\u202e\"\n" + "|" * 1000,
        "#" * 999_999,
    ],
    ids=["parentheses", "open-parentheses", "braces", "not", "dots", "sum", "every", "quotes", "cells", "nul",
         "odd", "comment"],
)  # fmt: skip
def test_hostile_sources_are_refused(source: str) -> None:
    with pytest.raises(PackError) as caught:
        parse_pack(source, "q.quy")

    assert 1 <= len(caught.value.problems) <= MAX_PROBLEMS


def test_a_mistake_of_meaning_is_told_beside_a_statement_that_cannot_be_read(
    check: Check, write: Write
) -> None:
    pack = write(
        "lẫn-lộn",
        "văn bản lẫn-lộn\n  hiệu lực từ 01/01/2024\n  tình trạng minh họa\n"
        "tham số mức là là 3\n"
        "quy tắc a\n  phải tin.trang <= mức\n"
        "quy tắc b\n  phải tin.màu = 1\n"
        "quy tắc c\n  phải phải tin.trang = 1\n"
        "ngoại lệ n của c\n  khi tin.số_từ <= 3 phút\n",
    )
    codes = [problem.code for problem in check(pack)]
    assert codes == ["pack.unexpected", "pack.unknown-property", "pack.misspelled-keyword"]
