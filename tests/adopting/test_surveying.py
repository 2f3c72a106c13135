"""What `kiemtin init` sees in a folder, and the settings that it writes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.adopting.own_packs import leaves
from kiemtin.adopting.proposing import Given, proposal, written
from kiemtin.adopting.survey_told import told
from kiemtin.adopting.surveying import READ_AT_MOST, Kind, kind_of_table, spread, survey
from kiemtin.checking.settings_file import load
from kiemtin.foundation.messages import Lang

HEAD = "Tòa soạn: Báo Nam Sơn\nLoại hình: báo in\nNgày đăng: 12/03/2024\n\n"
TEXT = "Bí thư Tỉnh ủy thăm Hòa Sơn\n\nĐồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã Hòa Sơn.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bai").mkdir()
    for number in range(3):
        (tmp_path / "bai" / f"{number}.txt").write_text(HEAD + TEXT)
    (tmp_path / "toi.csv").write_text("STT,Tên tin,Dài băng,Thời lượng tin\n1,Thăm Hòa Sơn,1,30\n")
    (tmp_path / "la.csv").write_text("Băng;Tựa;Dài\n7;Thăm Hòa Sơn;1\n")
    (tmp_path / "nguoi.csv").write_text("Họ tên,Chức danh,Từ ngày\nTrần Văn An,Bí thư Tỉnh ủy,01/01/2021\n")
    (tmp_path / "lich.csv").write_text("Ngày,Nội dung,Chủ trì\n11/3/2024,Họp,Trần Văn An\n")
    (tmp_path / "tinh.quy").write_text('văn bản tinh\n  tên "Tỉnh"\n')
    (tmp_path / "bao.quy").write_text('văn bản bao\n  tên "Báo"\n  cụ thể hóa tinh\n')
    (tmp_path / "cu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "cu.pages").write_bytes(b"x")
    (tmp_path / "hong.docx").write_bytes(b"no package")
    return tmp_path


def test_every_kind_of_file_is_known(folder: Path) -> None:
    found = survey(folder)

    assert found.of(Kind.ITEM) == ["bai/0.txt", "bai/1.txt", "bai/2.txt"]
    assert found.of(Kind.BULLETIN) == ["toi.csv"]
    assert found.of(Kind.ROSTER) == ["nguoi.csv"]
    assert found.of(Kind.CALENDAR) == ["lich.csv"]
    assert found.of(Kind.PACK) == ["bao.quy", "tinh.quy"]
    assert found.of(Kind.UNREAD) == ["cu.doc", "hong.docx", "la.csv"]
    assert found.others == {".pages": 1}
    assert found.said["outlet"] == {"Báo Nam Sơn": 3}
    assert [(each.words, each.similar) for each in found.unknown][:1] == [("Băng", None)]
    assert {each.words: each.similar for each in found.unknown}["Thời lượng tin"] == "thời lượng"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_certain_is_set_and_the_rest_proposed(folder: Path, lang: Lang) -> None:
    found = survey(folder)
    text = proposal(found, leaves(folder, found.of(Kind.PACK)), Given(), lang)
    (folder / "kiemtin.toml").write_text(text)
    settings = load(folder / "kiemtin.toml").settings

    assert settings.pack == str(folder / "bao.quy")
    assert settings.rosters == (str(folder / "nguoi.csv"), "có sẵn")
    assert settings.events == (str(folder / "lich.csv"),)
    assert settings.said.outlet == "Báo Nam Sơn"
    assert settings.said.medium == "print"
    assert settings.headings == {}
    for line in text.splitlines():
        assert not line or line.startswith(("#", "[")) or " = " in line


def test_every_proposed_line_can_be_uncommented(folder: Path) -> None:
    """All keys of the file, those behind # as well, are settings that load."""
    found = survey(folder)
    text = proposal(found, (), Given(), "vi")
    lines = [
        line.removeprefix("# ") if " = " in line and not line.startswith("# Tên cột") else line
        for line in text.splitlines()
        if not line.startswith('# "Băng"')  # two guesses may mean one column
    ]
    (folder / "kiemtin.toml").write_text("\n".join(lines))

    assert load(folder / "kiemtin.toml").settings.pack == str(folder / "noi-quy.quy")
    assert load(folder / "kiemtin.toml").settings.headings["dai bang"] == "-"


def test_what_only_some_say_is_no_default(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEAD + TEXT)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT)

    assert '# outlet = "Báo Nam Sơn"' in proposal(survey(tmp_path), (), Given(), "vi")


def test_what_is_said_stands_before_what_was_seen(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEAD + TEXT)
    text = proposal(survey(tmp_path), ("x.quy",), Given("y", "Đài Nam Sơn", "truyền hình"), "vi")

    assert tomllib.loads(text) == {"pack": "y", "outlet": "Đài Nam Sơn", "medium": "truyền hình"}


def test_several_packs_are_left_to_choose(tmp_path: Path) -> None:
    text = proposal(survey(tmp_path), ("a.quy", "b.quy"), Given(), "vi")

    assert "Thấy các bộ: a.quy, b.quy" in text
    assert "pack" not in tomllib.loads(text)


@given(words=st.text(min_size=1, max_size=30))
def test_any_words_are_written_as_toml(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()

    assert tomllib.loads(f"a = {written(words)}") == {"a": words}
    assert tomllib.loads(f"{written(words)} = 1") == {words: 1}


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=5))
def test_any_table_is_of_some_kind(rows: list[list[str]]) -> None:
    assert kind_of_table(rows) in (Kind.BULLETIN, Kind.ROSTER, Kind.CALENDAR)


def test_of_many_files_some_are_read_and_that_is_said(tmp_path: Path) -> None:
    for number in range(READ_AT_MOST + 1):
        (tmp_path / f"{number:04}.txt").write_text("Tít\n\nThân.\n")
    found = survey(tmp_path)

    assert len(found.files) == READ_AT_MOST
    assert f"đã xem {READ_AT_MOST} trong {READ_AT_MOST + 1} tệp" in told(found, "vi", 100)
    assert spread([Path("a"), Path("b"), Path("c")], 2) == [Path("a"), Path("b")]


def test_the_same_folder_gives_the_same_bytes(folder: Path) -> None:
    texts = {proposal(survey(folder), (), Given(), "vi") for _ in range(2)}

    assert len(texts) == 1
