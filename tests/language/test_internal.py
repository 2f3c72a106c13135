"""Clauses for internal circulation: their wording is in no rulebook unless it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.language.loading import load_rulebook
from kiemtin.language.rulebook import Citation, Rulebook

HEAD = 'văn bản q\n  số hiệu "7"\n  tên "Tên kín"\n  hiệu lực từ 01/01/2020\n  tình trạng minh họa\n'
CLAUSES = """
Điều 1. "Lời hở."
  quy tắc a
    tóm tắt "Trang đầu."
    phải tin.trang = 1
Điều 2. "Lời kín." lưu hành nội bộ
Khoản 1. "Lời dưới lời kín."
  quy tắc b
    phải tin.trang = 1
"""


def rulebook(tmp_path: Path, text: str, *, internal: bool) -> Rulebook:
    path = tmp_path / "q.quy"
    path.write_text(text, "utf-8")
    return load_rulebook(path, bind_office=lambda phrase: phrase, context_key=b"", internal=internal)


def citations(book: Rulebook) -> dict[str, Citation]:
    return {rule.name: rule.citation for rule in book.rules}


def test_an_internal_clause_is_cited_by_its_number(tmp_path: Path) -> None:
    told = citations(rulebook(tmp_path, HEAD + CLAUSES, internal=False))
    assert told["a"].wording == "Lời hở."
    assert told["b"].wording is None
    assert told["b"].path == (("article", "2"), ("clause", "1"))
    assert told["b"].pack_title == "Tên kín"


@pytest.mark.parametrize("internal", [True, False])
def test_an_internal_document_says_nothing_but_its_number(tmp_path: Path, *, internal: bool) -> None:
    text = HEAD + "  lưu hành nội bộ\n" + CLAUSES
    book = rulebook(tmp_path, text, internal=internal)
    kept = [*citations(book).values()]
    assert [each.wording for each in kept] == (["Lời hở.", "Lời dưới lời kín."] if internal else [None, None])
    assert (
        {each.pack_title for each in kept} == {book.packs[0].title} == ({"Tên kín"} if internal else {None})
    )
    assert {each.number for each in kept} == {"7"}
    assert [rule.summary for rule in book.rules] == ["Trang đầu.", None]
