"""Values that no rule asks for, though one nearly the same is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.documents.plain_text import read_text
from kiemtin.judging.telling.given_values import notes_on
from kiemtin.language.rulebook import Rulebook

RULE = """
  quy tắc dài
    phải tin.độ_dài <= 3 chữ
    trừ khi tin.sự_kiện trong {"đại hội", "kỳ họp HĐND"} (riêng)
"""


@pytest.mark.parametrize(
    ("event", "similar"),
    [("đại hôi", ["đại hội"]), ("Đại hội", []), ("ky hop HDND", ["kỳ họp HĐND"]), ("thăm cơ sở", [])],
)
def test_a_slip_is_asked_about(
    rulebook_of: Callable[[str], Rulebook], event: str, similar: list[Any]
) -> None:
    document = read_text(f"---\nsự kiện: {event}\n---\nTrời đẹp.\n")
    notes = notes_on(document, rulebook_of(RULE))
    assert [note.arguments["similar"] for note in notes] == similar


def test_a_document_that_gives_nothing_has_no_note(rulebook_of: Callable[[str], Rulebook]) -> None:
    assert notes_on(read_text("Trời đẹp.\n"), rulebook_of(RULE)) == ()
