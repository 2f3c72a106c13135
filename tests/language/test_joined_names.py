"""Names of several words written with spaces are the names that the language has."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.language.reading.joined_names import join_names
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.terms.schema import PROPERTIES
from kiemtin.language.writing.formatting import format_pack

SPOKEN = """văn bản nội quy của báo
  hiệu lực từ 01/01/2024
  tình trạng minh họa

bảng mức tít theo tin.loại hình
  | báo in | 14 chữ |
  | còn lại | - |

tham số hạn đăng là 24 giờ

quy tắc tít nên ngắn
  khi tin.loại hình = "báo in" và tin có tít
  nên tin.tít.số chữ không quá mức tít
  trừ khi tin.thời điểm đăng - tin.thời điểm sự kiện không quá hạn đăng
  ví dụ đạt "a" với loại hình = "báo in",
    tít = "loại hình", ngày đăng = 12/03/2024

quy tắc thứ tự
  với mỗi danh sách ấy trong tin.danh sách
  phải danh sách ấy.lãnh đạo xếp theo thứ bậc

ngoại lệ ngày lễ của tít nên ngắn
  khi tin.ngày đăng trong 28/01/2025..03/02/2025
"""

JOINED = """văn bản nội-quy-của-báo
  hiệu lực từ 01/01/2024
  tình trạng minh họa

bảng mức_tít theo tin.loại_hình
  | báo in | 14 chữ |
  | còn lại | - |

tham số hạn_đăng là 24 giờ

quy tắc tít-nên-ngắn
  khi tin.loại_hình = "báo in" và tin có tít
  nên tin.tít.số_chữ không quá mức_tít
  trừ khi tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện không quá hạn_đăng
  ví dụ đạt "a" với loại_hình = "báo in",
    tít = "loại hình", ngày_đăng = 12/03/2024

quy tắc thứ-tự
  với mỗi danh_sách_ấy trong tin.danh_sách
  phải danh_sách_ấy.lãnh_đạo xếp theo thứ_bậc

ngoại lệ ngày-lễ của tít-nên-ngắn
  khi tin.ngày_đăng trong 28/01/2025..03/02/2025
"""


def test_a_pack_written_as_it_is_spoken_is_the_pack_with_joined_names() -> None:
    assert join_names(SPOKEN) == JOINED
    assert parse_pack(SPOKEN, "a.quy") == parse_pack(JOINED, "a.quy")
    assert format_pack(SPOKEN, "a.quy") == format_pack(JOINED, "a.quy")


@pytest.mark.parametrize(
    "source",
    [
        "quy tắc q phải tin.trang = 1",
        "quy tắc r thay tỉnh.quá-dài",
        "quy tắc r thay gì-đó-khác",
        "bảng b theo tin.bậc",
        "thứ bậc b nối tiếp a",
        "thứ bậc theo của-tỉnh",
        "tham số a là 3",
        "ngoại lệ tết của tin-dài",
        "phải lượt có tít và lượt trong tin.lượt_nhắc",
        "phải (số x trong tin.lãnh_đạo mà x.bậc <= 5) <= 3",
        'tóm tắt "Ở tin.loại hình ấy"  # tin.loại hình',
        "  | loại hình | tin.số chữ |",
        "must count of x in item.leaders <= 2",
        "khi tin có chứa số x trong danh_bạ.số_chữ",
    ],
)
def test_what_is_one_word_already_or_no_name_stays(source: str) -> None:
    assert join_names(source) == source


@pytest.mark.parametrize(
    "spelling", [name for row in PROPERTIES for name in (row.vi, row.name) if "_" in name]
)
def test_every_property_may_be_written_with_spaces(spelling: str) -> None:
    spoken = f"phải tin.{spelling.replace('_', ' ')} = 1"
    assert join_names(spoken) == f"phải tin.{spelling} = 1"


_WORDS = st.sampled_from(
    'quy tắc|bảng|tin|.| |loại hình|\n|"|#|có|trong|với mỗi|a b|thay|=|,|với|số chữ|bản tin|phải'.split("|")
)


@given(st.lists(_WORDS, max_size=30).map("".join))
def test_nothing_moves_and_joining_again_changes_nothing(source: str) -> None:
    joined = join_names(source)
    assert len(joined) == len(source)
    assert re.sub("[_-]", " ", joined) == re.sub("[_-]", " ", source)
    assert join_names(joined) == joined
