"""Printing and parsing again gives the same tree; layout and translation change nothing that a pack says."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kiemtin.language import syntax as s
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.writing.formatting import format_pack
from kiemtin.language.writing.printing import print_expression, print_pack

from .strategies import expressions, packs

# A failing pack is shown as it was found: making it smaller takes minutes.
SLOW = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@SLOW
@given(packs)
def test_a_printed_pack_parses_to_the_same_tree(pack: s.Pack) -> None:
    assert parse_pack(print_pack(pack), "q.quy") == pack


@SLOW
@given(expressions)
def test_a_printed_expression_parses_to_the_same_tree_in_both_languages(expression: s.Expression) -> None:
    for lang in ("vi", "en"):
        words = print_expression(expression, lang)  # type: ignore[arg-type]
        rule = parse_pack(f"văn bản q\nquy tắc r\n  phải {words}", "q.quy").statements[0]
        assert isinstance(rule, s.Rule)
        assert rule.requirement == expression


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        (
            "không (có m trong tin.lượt_nhắc mà m không có chức_danh)",
            "not (some m in item.mentions where m has no titles)",
        ),
        ("m.chức_danh không đúng vào ngày tin.ngày_đăng", "m.titles are not held on item.published_on"),
        ("tin.lãnh_đạo xếp theo thứ_bậc", "item.leaders are ordered by precedence"),
        ("tin viết không nhất quán", "item is spelled inconsistently"),
        ("m không nằm trong tin.tít", "m lies outside item.headline"),
        ("tin.thời_lượng <= 1 giờ", "item.duration <= 1 hour"),
        ("tin.thời_lượng <= 2 giờ", "item.duration <= 2 hours"),
        ("(số m trong tin.lượt_nhắc mà m có bậc) > 1", "(count of m in item.mentions where m has rank) > 1"),
        (
            "(tổng m.thời_lượng với mỗi m trong bản_tin.mục) / bản_tin.thời_lượng > 40%",
            "(sum of m.duration for each m in bulletin.items) / bulletin.duration > 40%",
        ),
        (
            "mọi m trong tin.lượt_nhắc thì m có trong danh_bạ",
            "every m in item.mentions satisfies m is in roster",
        ),
    ],
)
def test_an_expression_reads_as_a_sentence_in_both_languages(vi: str, en: str) -> None:
    for written in (vi, en):
        rule = parse_pack(f"văn bản q\nquy tắc r\n  phải {written}", "q.quy").statements[0]
        assert isinstance(rule, s.Rule)
        assert print_expression(rule.requirement, "vi") == vi
        assert print_expression(rule.requirement, "en") == en


@SLOW
@given(packs)
def test_layout_is_done_once(pack: s.Pack) -> None:
    printed = print_pack(pack)

    assert format_pack(printed, "q.quy") == printed


@SLOW
@given(packs)
def test_translation_there_and_back(pack: s.Pack) -> None:
    printed = print_pack(pack)
    english = format_pack(printed, "q.quy", "en")

    assert parse_pack(english, "q.quy") == pack
    assert format_pack(english, "q.quy", "vi") == format_pack(printed, "q.quy", "vi")
