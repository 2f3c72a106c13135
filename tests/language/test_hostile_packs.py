"""Packs from outside: those that would take for ever, hide something or go in a circle are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.foundation.problems import PackError
from kiemtin.language.loading import check_pack, load_rulebook

HEAD = 'văn bản thử\n  tên "T"\n  tình trạng minh họa "x"\n\nĐiều 1. "a"\n\n'


def codes(path: Path, source: str) -> list[str]:
    path.write_text(source, "utf-8", newline="\n")
    return [problem.code for problem in check_pack(path) if not problem.warning]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("“" * 200_000, "pack.line-too-long"),
        (HEAD + "  bảng t\n    " + "|" * 10_000 + "\n", "pack.row-too-wide"),
        (HEAD + "  bảng t\n    | " + '""' * 100_000 + " |\n", "pack.line-too-long"),
        ("a-" * 150_000, "pack.line-too-long"),
        (HEAD + "  quy tắc q\n    phải tin.trang = " + "9" * 5_000 + "\n", "pack.bad-number"),
        (HEAD + "# a\x1b[31m\n", "pack.control-character"),
        (HEAD + "# a\u202eb\n", "pack.control-character"),
        ("#" * 1_100_000, "pack.too-large"),
    ],
)
def test_it_is_refused(tmp_path: Path, source: str, code: str) -> None:
    assert code in codes(tmp_path / "thu.quy", source)


@pytest.mark.parametrize("sign", '“"|(-#\n')
def test_a_pack_of_one_sign_ends_with_an_answer(tmp_path: Path, sign: str) -> None:
    lines = "\n".join([sign * 300] * 900)
    assert codes(tmp_path / "thu.quy", lines)


def test_a_pack_that_refines_itself_by_another_name_is_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "a.quy"
    assert codes(path, 'văn bản khác\n  cụ thể hóa a\n  tình trạng minh họa "x"\n') == [
        "pack.cyclic-refinement"
    ]
    (tmp_path / "b.quy").write_text('văn bản nữa\n  cụ thể hóa a\n  tình trạng minh họa "x"\n', "utf-8")
    assert codes(path, 'văn bản khác\n  cụ thể hóa b\n  tình trạng minh họa "x"\n') == [
        "pack.cyclic-refinement"
    ]


def test_packs_without_end_are_read_up_to_a_bound(tmp_path: Path) -> None:
    for number in range(70):
        head = f"văn bản p{number}\n  dùng p{number + 1}\n  tình trạng minh họa\n"
        (tmp_path / f"p{number}.quy").write_text(head, "utf-8")
    with pytest.raises(PackError) as raised:
        load_rulebook(tmp_path / "p0.quy", bind_office=str, context_key=b"")
    assert [problem.code for problem in raised.value.problems] == ["pack.too-many-files"]


def test_a_place_in_a_long_line_keeps_a_piece_of_it(tmp_path: Path) -> None:
    path = tmp_path / "thu.quy"
    path.write_text(HEAD + "# " + "a" * 15_000 + "\x07", "utf-8")
    (problem,) = check_pack(path)
    excerpt = problem.place.excerpt
    assert excerpt is not None and len(excerpt) < 2_000
    assert problem.place.column is not None
    assert excerpt[problem.place.column - 1 - problem.place.before] == "\x07"


@pytest.mark.parametrize("row", ['| bậc "{} 150 giây |', "| bậc “{} 150 giây |", '| {} # "a" |'])
def test_a_row_of_many_quotes_ends_with_an_answer(tmp_path: Path, row: str) -> None:
    """Read in one way only: two ways for each pair would be more than anybody can wait for."""
    source = HEAD + "  bảng t\n    | a |\n    " + row.format('"' * 151) + "\n"
    assert codes(tmp_path / "thu.quy", source)


def test_a_pack_whose_name_no_file_can_have_is_not_there(tmp_path: Path) -> None:
    source = f'văn bản khác\n  cụ thể hóa {"a" * 400}\n  tình trạng minh họa "x"\n'
    assert codes(tmp_path / "a.quy", source) == ["pack.missing-pack"]
