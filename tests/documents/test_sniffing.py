"""What comes on standard input has no name: its content tells the format."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.reading import EXTENSIONS
from kiemtin.documents.sniffing import suffix_of


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        ("STT;Tên tin;Thời lượng\n1;Họp xã;1'30\"\n".encode(), ".csv"),
        ("sep=,\nSTT,Tên tin,Thời lượng\n".encode("utf-8-sig"), ".csv"),
        ("STT\tTên tin\tThời lượng\n1\tHọp\t90s".encode("utf-16"), ".csv"),
        ("Sáng 12/3, ông Trần Văn An, Bí thư Đảng ủy xã, dự họp.\n".encode(), ".txt"),
        ("Tên tin, thời lượng\nlà hai cột.".encode(), ".txt"),
        ("---\nngày: 12/03/2024\n---\n# Họp xã\n".encode(), ".md"),
        ("#hashtag\nHọp xã".encode(), ".txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx"),
        (b"PK\x03\x04", ".docx"),
        (b"", ".txt"),
        (b"\xff\xfe\x00", ".txt"),
    ],
)
def test_the_content_tells(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


def test_packages_are_told_by_their_parts(
    zip_of: Callable[..., bytes], word: Callable[..., bytes], p: Callable[..., str]
) -> None:
    assert suffix_of(word(p("Bài."))) == ".docx"
    assert suffix_of(zip_of({"xl/workbook.xml": "<workbook/>"})) == ".xlsx"


@given(st.binary(max_size=200))
def test_any_bytes_have_a_reader(data: bytes) -> None:
    assert suffix_of(data) in EXTENSIONS
