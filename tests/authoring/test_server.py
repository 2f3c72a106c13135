"""The language server as an editor speaks to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Client

Start = Callable[..., Client]
PACK = """văn bản nội-quy-thử
  tên          "Nội quy 😀 thử"
  ban hành     "Báo thử"
  hiệu lực     từ 01/01/2020
  tình trạng   minh họa "mẫu"

Điều 1. "Độ dài 😀."

  tham số dài_nhất là 700 chữ

  quy tắc tin-dài
    tóm tắt      "Tin dài."
    phải         tin.số_chữ không quá dài_nhất
    ví dụ đạt    "Một tin."
    ví dụ lỗi    "Một tin rất dài rất dài."
                 với số_chữ = 900 chữ
    ví dụ ngoài phạm vi "Hết."
"""
DRAFT = (
    "Tỉnh Nam Sơn bàn việc 😀\n\nDự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; "
    "Trần Văn An, Bí thư Tỉnh ủy.\n"
)


ODD = ["", "\x00", "\ud800", "é" * 5000, "| " * 3000, '"' * 999, PACK[:150], "---\nngày đăng: hôm qua\n---\n"]


def units(text: str, encoding: str) -> int:
    sizes = {"utf-8": len(text.encode()), "utf-16": len(text.encode("utf-16-le")) // 2, "utf-32": len(text)}
    return sizes[encoding]


def reached(row: str, wanted: int, encoding: str) -> int:
    return next(at for at in range(len(row) + 1) if units(row[:at], encoding) >= wanted)


def type_instead(speaking: Client, uri: str, text: str) -> None:
    document = {"uri": uri, "version": 2}
    told = {"textDocument": document, "contentChanges": [{"text": text}]}
    speaking.tell("textDocument/didChange", told)


def formatted(speaking: Client, uri: str) -> Any:
    options = {"tabSize": 2, "insertSpaces": True}
    return speaking.ask("textDocument/formatting", {"textDocument": {"uri": uri}, "options": options})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_findings_of_a_draft_stand_on_their_words_in_every_encoding(client: Start, encoding: str) -> None:
    text = DRAFT.replace("Dự hội nghị", "😀 Dự hội nghị")
    speaking = client(encoding)
    assert speaking.abilities["positionEncoding"] == encoding
    uri = speaking.open("bai.txt", text)
    (found,) = [each for each in speaking.doubts(uri) if each["severity"] == 1]
    line = text.split("\n")[2]
    start = line.index("Trần Văn An")
    assert found["range"] == {
        "start": {"line": 2, "character": units(line[:start], encoding)},
        "end": {"line": 2, "character": units(line[: start + 11], encoding)},
    }
    (action,) = speaking.ask(
        "textDocument/codeAction",
        {"textDocument": {"uri": uri}, "range": found["range"], "context": {"diagnostics": [found]}},
    )
    changed = text.split("\n")
    for edit in reversed(action["edit"]["changes"][uri]):
        number, first, last = edit["range"]["start"]["line"], edit["range"]["start"], edit["range"]["end"]
        row = changed[number]
        bounds = [reached(row, each["character"], encoding) for each in (first, last)]
        changed[number] = row[: bounds[0]] + edit["newText"] + row[bounds[1] :]
    assert "Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Tỉnh ủy" in "\n".join(changed)


def test_what_is_wrong_in_a_pack_is_told_as_it_is_typed(client: Start) -> None:
    speaking = client()
    uri = speaking.open("thu.quy", PACK.replace("tin.số_chữ", "tin.số_chứ"))
    (found,) = [each for each in speaking.doubts(uri) if each["severity"] == 1]
    assert found["range"]["start"]["line"] == 12
    assert "số_chứ" in found["message"]
    type_instead(speaking, uri, PACK)
    assert [each for each in speaking.doubts(uri) if each["severity"] == 1] == []
    speaking.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert not (speaking.folder / "thu.quy").exists()


def test_names_are_found_shown_and_renamed(client: Start) -> None:
    speaking = client()
    uri = speaking.open("thu.quy", PACK)
    line = PACK.split("\n")[12]
    at = line.index("dài_nhất") + 2
    place = speaking.at("textDocument/definition", uri, 12, at)
    assert place["range"]["start"] == {"line": 8, "character": 10}
    uses = speaking.at("textDocument/references", uri, 12, at, context={"includeDeclaration": True})
    assert sorted(each["range"]["start"]["line"] for each in uses) == [8, 12]
    edits = speaking.at("textDocument/rename", uri, 12, at, newName="tối_đa_chữ")["changes"][uri]
    assert len(edits) == 2
    with pytest.raises(AssertionError, match="-32803"):
        speaking.at("textDocument/rename", uri, 12, at, newName="có dấu cách")
    hover = speaking.at("textDocument/hover", uri, 12, line.index("số_chữ") + 1)
    assert "syllables" in hover["contents"]["value"]
    symbols = speaking.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [each["name"] for each in symbols] == ["nội-quy-thử", '1. "Độ dài 😀."', "dài_nhất", "tin-dài"]


def test_what_may_follow_is_offered(client: Start) -> None:
    speaking = client()
    uri = speaking.open("thu.quy", PACK)
    line = PACK.split("\n")[12]
    behind = speaking.at("textDocument/completion", uri, 12, line.index("số_chữ"))
    assert "số_chữ" in {each["label"] for each in behind}
    words = {each["label"] for each in speaking.at("textDocument/completion", uri, 12, 4)}
    assert {"phải", "tin", "dài_nhất", "tin-dài"} <= words
    assert speaking.at("textDocument/completion", uri, 1, 20) == []


VALUES = {"báo in", "báo điện tử", "phát thanh", "truyền hình"}


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("khi tin.loại_hình = ", {f'"{each}"' for each in VALUES}),
        ("khi tin.loại_hình là ", {f'"{each}"' for each in VALUES}),
        ('khi tin.loại_hình khác "', VALUES),
        ('khi tin.loại_hình = "báo', VALUES),
        ('khi tin.loại_hình trong {"báo in", ', {f'"{each}"' for each in VALUES}),
        ('khi tin.loại_hình trong {"báo in", "', VALUES),
        ('khi tin.trang = 1 và tin.loại_hình = "', VALUES),
        ("ví dụ đạt \"Một tin.\" với loại_hình = ", {f'"{each}"' for each in VALUES}),
        ('khi tin.tòa_soạn = "', set()),
        ('khi tin.loại_hình = "báo in" # "', set()),
    ],
)  # fmt: skip
def test_the_values_of_a_property_are_offered_behind_a_comparison(
    client: Start, line: str, offered: set[str]
) -> None:
    speaking = client()
    uri = speaking.open("thu.quy", PACK + f"  quy tắc mới\n{line}")
    at = PACK.count("\n") + 1
    assert {each["label"] for each in speaking.at("textDocument/completion", uri, at, len(line))} == offered


def test_behind_a_value_and_behind_an_order_keywords_are_offered(client: Start) -> None:
    speaking = client()
    for number, line in enumerate(
        ['khi tin.loại_hình = "báo in" ', "khi tin.bậc <= ", "khi tin.loại_hình = x và "]
    ):
        uri = speaking.open(f"{number}.quy", PACK + f"  quy tắc mới\n{line}")
        at = PACK.count("\n") + 1
        found = {each["label"] for each in speaking.at("textDocument/completion", uri, at, len(line))}
        assert "phải" in found and not found & {'"báo in"', "báo in"}


def test_behind_a_point_stand_the_properties_of_the_thing(client: Start) -> None:
    speaking = client()
    rule = "  quy tắc mới\n    với mỗi ds trong tin.danh_sách\n"
    lines = {"khi ds.": ("lãnh_đạo", "loại_hình"), "khi tin.": ("loại_hình", "chức_vụ"),
             "khi tin.nhân_vật_chính.": ("bậc", "loại_hình")}  # fmt: skip
    for number, (line, (there, elsewhere)) in enumerate(lines.items()):
        uri = speaking.open(f"{number}.quy", PACK + rule + line)
        at = PACK.count("\n") + 2
        found = {each["label"] for each in speaking.at("textDocument/completion", uri, at, len(line))}
        assert there in found and elsewhere not in found, line


def test_a_pack_is_formatted_and_a_broken_one_left_alone(client: Start) -> None:
    speaking = client()
    uri = speaking.open("thu.quy", PACK.replace("    phải         tin", "    phải tin"))
    (edit,) = formatted(speaking, uri)
    assert "tin.số_chữ" in edit["newText"]
    again = speaking.open("lai.quy", edit["newText"])
    assert formatted(speaking, again) is None
    broken = speaking.open("hong.quy", "quy tắc (((\n")
    assert formatted(speaking, broken) is None
    assert speaking.doubts(broken)


@pytest.mark.parametrize("name", ["thu.quy", "bai.md", "bai.txt", "khac.py"])
def test_odd_texts_end_nothing(client: Start, name: str) -> None:
    speaking = client()
    for number, text in enumerate(ODD):
        uri = speaking.open(f"{number}-{name}", text)
        for method in ("hover", "completion", "definition"):
            speaking.at(f"textDocument/{method}", uri, 0, 3)
        speaking.at("textDocument/hover", uri, 999, 999)
        speaking.doubts(uri)


def test_the_newsroom_s_rules_hold_for_drafts(client: Start, tmp_path: Path) -> None:
    (tmp_path / "noi-quy.quy").write_text(PACK.replace("700", "3"), "utf-8")
    (tmp_path / "kiemtin.toml").write_text('pack = "noi-quy.quy"\n', "utf-8")
    speaking = client()
    uri = speaking.open("bai.md", "# Một tin\n\nMột hai ba bốn năm sáu.\n")
    assert [each["code"] for each in speaking.doubts(uri)] == ["nội-quy-thử.tin-dài"]
    (tmp_path / "kiemtin.toml").write_text('pac = "noi-quy.quy"\n', "utf-8")
    saved = {"uri": (tmp_path / "kiemtin.toml").as_uri()}
    speaking.tell("textDocument/didSave", {"textDocument": saved})
    type_instead(speaking, uri, "# Một tin\n")
    assert speaking.doubts(uri)[0]["severity"] == 1
