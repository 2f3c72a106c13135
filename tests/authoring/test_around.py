"""The packs around one, its examples, its colours, what may be done about mistakes: as an editor asks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Client

Start = Callable[..., Client]
PROVINCE = """văn bản tỉnh-thử
  tên          "Tỉnh 😀"
  hiệu lực     từ 01/01/2020
  tình trạng   minh họa "mẫu"

Điều 1. "Độ dài 😀."

  tham số dài_nhất là 700 chữ

  quy tắc tin-dài
    khi          tin có lượt_nhắc
    phải         tin.số_chữ không quá dài_nhất
    ví dụ đạt    "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã." với số_chữ = 100 chữ
    ví dụ lỗi    "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã." với số_chữ = 900 chữ
"""
NEWSROOM = """văn bản báo-thử
  tên          "Báo"
  hiệu lực     từ 01/01/2021
  cụ thể hóa   tỉnh-thử
  tình trạng   minh họa "mẫu"

Điều 2. "Ngắn hơn."

  tham số dài_nhất thay tỉnh-thử.dài_nhất là 500 chữ

  ngoại lệ dài_nhất-khác của tin-dài
    khi          tin.số_chữ < dài_nhất
"""


def spot(text: str, words: str, encoding: str = "utf-16", nth: int = 0) -> tuple[int, int]:
    """Line and column of the n-th place of some words, as a client counts."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    before = text[text.rfind("\n", 0, at) + 1 : at]
    sizes = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
    name = encoding if encoding == "utf-8" else f"{encoding}-le"
    return text[:at].count("\n"), len(before.encode(name)) // sizes[encoding]


def applied(text: str, edits: list[dict[str, Any]], encoding: str) -> str:
    lines = text.split("\n")
    name, size = (encoding, 1) if encoding == "utf-8" else (f"{encoding}-le", int(encoding[-2:]) // 8)
    for edit in sorted(edits, key=lambda edit: str(edit["range"]["start"]), reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        line = lines[start["line"]].encode(name)
        made = (
            line[: start["character"] * size] + edit["newText"].encode(name) + line[end["character"] * size :]
        )
        lines[start["line"]] = made.decode(name)
    return "\n".join(lines)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_changed_in_every_pack_that_uses_it(
    client: Start, tmp_path: Path, encoding: str, form: str
) -> None:
    province = unicodedata.normalize(form, PROVINCE)  # type: ignore[arg-type]
    (tmp_path / "tỉnh-thử.quy").write_text(province, "utf-8")
    (tmp_path / "báo-thử.quy").write_text(NEWSROOM, "utf-8")
    speaking = client(encoding)
    uri = speaking.open("tỉnh-thử.quy", province)
    word = unicodedata.normalize(form, "dài_nhất")  # type: ignore[arg-type]
    place = spot(province, word, encoding)
    assert len(speaking.at("textDocument/references", uri, *place, context={"includeDeclaration": True})) == 5
    changes = speaking.at("textDocument/rename", uri, *place, newName="tối_đa")["changes"]
    assert set(changes) == {uri, (tmp_path / "báo-thử.quy").as_uri()}
    changed = applied(province, changes[uri], encoding)
    assert unicodedata.normalize("NFC", changed) == PROVINCE.replace("dài_nhất", "tối_đa")
    beside = applied(NEWSROOM, changes[(tmp_path / "báo-thử.quy").as_uri()], encoding)
    assert beside == NEWSROOM.replace("dài_nhất", "tối_đa").replace("tối_đa-khác", "dài_nhất-khác")


@pytest.mark.parametrize("name", ["1x", "a b", "", "tin", "tin-dài.x"])
def test_a_name_that_would_break_something_is_refused(client: Start, name: str) -> None:
    speaking = client()
    uri = speaking.open("tỉnh-thử.quy", PROVINCE)
    with pytest.raises(AssertionError, match="-32803"):
        speaking.at("textDocument/rename", uri, *spot(PROVINCE, "dài_nhất"), newName=name)


def test_a_shipped_pack_is_not_changed(client: Start) -> None:
    speaking = client()
    text = NEWSROOM.replace("tỉnh-thử", "qđ-tỉnh-mẫu").replace("tin-dài", "tin-quá-dài")
    uri = speaking.open("báo-thử.quy", text)
    with pytest.raises(AssertionError, match="-32803"):
        speaking.at("textDocument/rename", uri, *spot(text, "tin-quá-dài"), newName="khác")


def test_examples_are_run_as_they_stand_in_the_editor(client: Start) -> None:
    speaking = client()
    uri = speaking.open("tỉnh-thử.quy", PROVINCE)
    found = speaking.ask("textDocument/codeLens", {"textDocument": {"uri": uri}})
    assert [each["command"]["arguments"][2] for each in found] == [0, 1, 2]
    command = {"command": found[0]["command"]["command"], "arguments": found[0]["command"]["arguments"]}
    assert "2/2" in speaking.ask("workspace/executeCommand", command)
    changed = speaking.open("khác.quy", PROVINCE.replace("số_chữ = 900", "số_chữ = 90"))
    command["arguments"] = [changed, "tin-dài", 2]
    assert "0/1" in speaking.ask("workspace/executeCommand", command)
    broken = speaking.open("hỏng.quy", PROVINCE.replace("phải  ", "phai  "))
    command["arguments"] = [broken, "tin-dài", 0]
    assert "còn lỗi" in speaking.ask("workspace/executeCommand", command)
    command["arguments"] = [uri]
    assert speaking.ask("workspace/executeCommand", command) is None


def actions(speaking: Client, uri: str) -> list[dict[str, Any]]:
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    asked = {"textDocument": {"uri": uri}, "range": whole, "context": {"diagnostics": []}}
    found: list[dict[str, Any]] = speaking.ask("textDocument/codeAction", asked)
    return found


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("phải         tin", "phai         tin"),
        ("không quá dài_nhất", "không quá dai_nhat"),
        ("tin.số_chữ", "tin.so_chu"),
        ("khi          tin", "khii          tin"),
    ],
)
def test_what_was_meant_is_one_touch_away(client: Start, right: str, wrong: str) -> None:
    speaking = client()
    text = PROVINCE.replace(right, wrong)
    uri = speaking.open("tỉnh-thử.quy", text)
    edits = [edit for each in actions(speaking, uri) for edit in each["edit"]["changes"][uri]]
    assert applied(text, edits, "utf-16") == PROVINCE


def test_missing_examples_are_framed_where_they_belong(client: Start) -> None:
    speaking = client()
    text = PROVINCE[: PROVINCE.index("    ví dụ lỗi")]
    uri = speaking.open("tỉnh-thử.quy", text)
    (action,) = [each for each in actions(speaking, uri) if "ví dụ" in each["title"]]
    made = applied(text, action["edit"]["changes"][uri], "utf-16")
    assert made.startswith(text.rstrip("\n"))
    assert '\n    ví dụ lỗi "' in made
    again = speaking.open("lại.quy", made)
    assert "pack.rule-without-examples" not in {each["code"] for each in speaking.doubts(again)}


def test_colours_stand_where_the_words_do(client: Start) -> None:
    speaking = client()
    uri = speaking.open("tỉnh-thử.quy", PROVINCE)
    legend = speaking.abilities["semanticTokensProvider"]["legend"]["tokenTypes"]
    data = speaking.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}})["data"]
    lines = [line.encode("utf-16-le") for line in PROVINCE.split("\n")]
    found: dict[str, str] = {}
    line = start = 0
    for delta, relative, size, colour, _ in zip(*[iter(data)] * 5, strict=True):
        start = relative + (start if delta == 0 else 0)
        line += delta
        found[lines[line][2 * start : 2 * (start + size)].decode("utf-16-le")] = legend[colour]
    assert found["tin-dài"] == "function"
    assert found["dài_nhất"] == "variable"
    assert found["số_chữ"] == "property"
    assert found["phải"] == "keyword"


@pytest.mark.parametrize("size", [0, 9, 150, 290, 420])
def test_a_pack_that_is_half_typed_has_answers(client: Start, size: int) -> None:
    speaking = client()
    uri = speaking.open("nửa.quy", PROVINCE[:size])
    for method in ("codeLens", "semanticTokens/full"):
        speaking.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}})
    speaking.at("textDocument/references", uri, 8, 12, context={"includeDeclaration": True})
    speaking.at("textDocument/prepareRename", uri, 8, 12)
    actions(speaking, uri)
