from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.foundation.problems import PackError
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.writing.formatting import format_pack

from .conftest import EVERYTHING, PACKS

ALL = [EVERYTHING, *sorted(PACKS.glob("*.quy"))]


def comments(source: str) -> list[str]:
    return [line.split("#", 1)[1].strip() for line in source.splitlines() if line.lstrip().startswith("#")]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("keywords", [None, "vi", "en"])
def test_layout_keeps_the_tree_and_the_comments_and_is_done_once(path: Path, keywords: None) -> None:
    source = path.read_text("utf-8")

    formatted = format_pack(source, "q", keywords)

    assert parse_pack(formatted, "q") == parse_pack(source, "q")
    assert comments(formatted) == comments(source)
    assert format_pack(formatted, "q", keywords) == formatted


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_translation_there_and_back(path: Path) -> None:
    source = path.read_text("utf-8")
    english = format_pack(source, "q", "en")

    assert format_pack(english, "q", "vi") == format_pack(source, "q", "vi")
    for word in ("quy tắc", "phải", "với mỗi", "tin.", "lãnh_đạo"):
        assert f" {word} " not in english.replace('"', " ") or word in _texts(source)


def _texts(source: str) -> str:
    return " ".join(source.split('"')[1::2]) + " ".join(comments(source))


def test_a_crowded_pack_is_laid_out() -> None:
    source = """văn bản q tên "T" hiệu lực từ 01/07/2021 tình trạng minh họa Điều 1. "Đ" quy tắc r
với mỗi x  trong
tin.lãnh_đạo khi x.bậc<=5 và
tin.trang=1 phải x.lần_đầu có chức_danh # vì thế
# ghi chú của ví dụ
ví dụ đạt "a" với trang=1, vị_trí = 2 báo "b","c" bảng b theo tin.bậc và tin.loại_hình
||báo in|phát thanh|
|bậc 1..5|1000 chữ|-|
|còn lại|90 chữ|3 phút|
"""
    expected = """văn bản q
  tên          "T"
  hiệu lực     từ 01/07/2021
  tình trạng   minh họa

Điều 1. "Đ"

  quy tắc r
    với mỗi      x trong
                 tin.lãnh_đạo
    khi          x.bậc <= 5 và
                 tin.trang = 1
    phải         x.lần_đầu có chức_danh  # vì thế
    # ghi chú của ví dụ
    ví dụ đạt    "a"
                 với trang = 1, vị_trí = 2
                 báo "b", "c"

  bảng b theo tin.bậc và tin.loại_hình
    |          | báo in   | phát thanh |
    | bậc 1..5 | 1000 chữ | -          |
    | còn lại  |   90 chữ | 3 phút     |
"""

    assert format_pack(source, "q") == expected


def test_translation_of_words_units_and_properties() -> None:
    source = """văn bản q
  tình trạng   minh họa

quy tắc tin-dài
  phải         tin.độ_dài không quá 1 phút và tin có nhân_vật_chính
  ví dụ đạt    "Tin ngắn."
               với ngày_đăng = 12/03/2024

bảng b theo tin.bậc
  | bậc 1   | 1 phút |
  | còn lại | 2 giờ  |
"""
    expected = """document q
  status       sample

rule tin-dài
  must         item.length at most 1 minute and item has subject
  example passes "Tin ngắn."
               with published_on = 12/03/2024

table b by item.rank
  | rank 1     | 1 minute |
  | all others | 2 hours  |
"""

    assert format_pack(source, "q", "en") == expected
    assert format_pack(expected, "q", "vi") == source


def test_a_denial_that_goes_on_takes_brackets() -> None:
    """English reads "must not a or b" as a prohibition of both; in Vietnamese "phải không" asks."""
    requirement = "  phải         không tin.trang > 4 hoặc tin.trang < 2  # vậy\n"
    pack = f"văn bản a\n\nquy tắc b\n{requirement}  khi tin.trang > 1\n"

    assert "phải         (không tin.trang > 4 hoặc tin.trang < 2)  # vậy\n" in format_pack(pack, "a.quy")
    english = format_pack(pack, "a.quy", "en")
    assert "must         (not item.page > 4 or item.page < 2)  # vậy\n" in english
    assert format_pack(english, "a.quy", "vi") == format_pack(pack, "a.quy", "vi")


def test_a_denial_alone_takes_none() -> None:
    pack = "văn bản a\n\nquy tắc b\n  nên          không (tin.trang > 4 và tin.trang < 9)\n"

    assert format_pack(pack, "a.quy") == pack


def test_what_does_not_parse_is_not_formatted() -> None:
    with pytest.raises(PackError):
        format_pack("văn bản q\n  phải", "q")
