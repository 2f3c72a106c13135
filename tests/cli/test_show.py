"""What `kiemtin show` tells systems and people."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kiemtin = Callable[..., Any]
TEXT = (
    "---\r\nNgày đăng: 12/03/2024\r\n---\r\nTỉnh Nam Sơn họp\r\n\r\n"
    "Dự họp có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy.\r\n"
    "Nguyên Bí thư Tỉnh ủy Dương Văn Phúc phát biểu.\r\n"
)

SAMPLE = ("--pack", "nội-quy-báo-mẫu")
"""By name, and so with its invented people."""
MENTION = {"start", "end", "name", "titles", "former", "acting", "official", "rank", "zone"}


@pytest.fixture
def told(kiemtin: Kiemtin, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    def show(text: str, *options: str) -> dict[str, Any]:
        (tmp_path / "bai.txt").write_bytes(text.encode())
        done = kiemtin("show", *SAMPLE, "--format", "jsonl", *options, "bai.txt")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("\n") == 1
        read: dict[str, Any] = json.loads(done.stdout)
        return read

    return show


def test_the_text_of_an_nfc_file_is_its_content_unchanged(told: Callable[..., dict[str, Any]]) -> None:
    shown = told(TEXT)

    assert shown["text"] == TEXT
    assert (shown["path"], shown["kind"]) == ("bai.txt", "item")


def test_offsets_are_code_points_of_the_text(told: Callable[..., dict[str, Any]]) -> None:
    for text in (TEXT, unicodedata.normalize("NFD", TEXT)):
        shown = told(text)
        whole = shown["text"]
        assert [mention["name"] for mention in shown["mentions"]] == [
            "Trần Văn An",
            "Lê Thị Bình",
            "Dương Văn Phúc",
        ]
        for mention in shown["mentions"]:
            assert whole[mention["start"] : mention["end"]] == mention["name"]
            for title in mention["titles"]:
                assert whole[title["start"] : title["end"]] == title["text"]


def test_a_mention_has_its_fields(told: Callable[..., dict[str, Any]]) -> None:
    first, _, last = told(TEXT)["mentions"]

    assert first.keys() == MENTION
    assert first["official"] == "tran-van-an"
    assert (first["former"], first["acting"], first["zone"], first["rank"]) == (False, False, "body", 9)
    assert first["titles"] == [
        {
            "start": first["end"] + 2,
            "end": first["end"] + 16,
            "text": "Bí thư Tỉnh ủy",
            "kind": "office",
            "office": "province-party-secretary",
            "former": False,
        }
    ]
    assert last["former"] is True


def test_why_adds_how_it_was_recognised(told: Callable[..., dict[str, Any]]) -> None:
    for mention in told(TEXT, "--why")["mentions"]:
        assert mention.keys() == MENTION | {"person", "foreign", "pattern"}
        assert mention["pattern"]


def test_a_listing_points_at_its_mentions(told: Callable[..., dict[str, Any]]) -> None:
    (listing,) = told(TEXT)["listings"]

    assert listing["mentions"] == [0, 1]
    assert "các đồng chí" in listing["heading"]
    assert listing["groups"] == [0, 0]
    assert listing["start"] < listing["end"]


def test_as_of_decides_the_ranks(told: Callable[..., dict[str, Any]]) -> None:
    text = "Tỉnh Nam Sơn họp\n\nĐồng chí Dương Văn Phúc dự, phát biểu.\n"

    ranks = [told(text, "--as-of", day)["mentions"][0]["rank"] for day in ("01/06/2018", "12/03/2024")]

    assert ranks == [9, None]


def test_people_are_shown_in_their_sentences(kiemtin: Kiemtin, tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_bytes(TEXT.encode())

    shown = kiemtin("show", *SAMPLE, "--why", "bai.txt").stdout

    assert "Trần Văn An  bai.txt:6:25 (thân bài)\n" in shown
    assert "chức danh: “Bí thư Tỉnh ủy”; bậc 9; danh bạ: tran-van-an" in shown
    assert "nhận ra tên: chức danh đứng ngay trước tên" in shown
    assert "“Bí thư Tỉnh ủy”: đứng trước tên" in shown
    assert "vì sao là danh sách: có lời mở đầu" in shown
    assert "Danh sách 2 người: Trần Văn An, Lê Thị Bình" in shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bí thư Tỉnh ủy Trần Văn Ăn dự họp.", "gần giống tên “Trần Văn An”, có thể in nhầm"),
        (
            "Quốc hội miễn nhiệm chức vụ Bộ trưởng Bộ Y tế đối với ông Lò Văn Bình.",
            "“Bộ trưởng Bộ Y tế”: đứng trước tên, sau từ giao hay thôi chức danh",
        ),
        (
            "Các Phó Giám đốc Sở Y tế: Lò Văn Bình, Hà Thị Cúc.",
            "“Phó Giám đốc Sở Y tế”: đứng cạnh các tên, hoặc ở đề mục",
        ),
    ],
)
def test_why_says_what_decided(kiemtin: Kiemtin, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bai.txt").write_bytes(f"Tỉnh họp\n\n{text}\n".encode())

    shown = " ".join(kiemtin("show", *SAMPLE, "--why", "bai.txt").stdout.split())

    assert said in shown


def test_show_prints_the_table_of_constructions(kiemtin: Kiemtin) -> None:
    done = kiemtin("show", "--constructions")

    assert done.returncode == 0
    assert "### `listed`: " in done.stdout
    assert "Bon Yô Sen: Phó Trưởng Ban Dân tộc tỉnh | Đa Cát Vin: Chủ tịch UBND xã Hòa Sơn" in done.stdout
