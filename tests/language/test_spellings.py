"""What findings quote stands in the rulebook, as a pack would say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.records import Record
from kiemtin.language import syntax as s
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.terms import types as t
from kiemtin.language.terms.closed_values import CLOSED_VALUES

Load = Callable[..., Rulebook]
Write = Callable[[str, str], Path]


def quoted_nodes(value: object) -> Iterator[s.Quoted]:
    if isinstance(value, s.Quoted):
        yield value
    if isinstance(value, Record) and not isinstance(value, s.Example):
        for field in value._fields:
            yield from quoted_nodes(getattr(value, field))
    elif isinstance(value, dict | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from quoted_nodes(one)


def in_vietnamese(words: str) -> str:
    """The texts of properties that have only some, as the compiler turns them."""
    for vi, en in (each for values in CLOSED_VALUES.values() for each in values):
        words = words.replace(f'"{en}"', f'"{vi}"')
    return words


@pytest.mark.parametrize("pack", ["nội-quy-báo-mẫu", "nội-quy-đài-mẫu", "qđ-tỉnh-mẫu"])
def test_all_that_is_quoted_is_spelled_and_conditions_parse_again(pack: str, load: Load) -> None:
    nodes = list(quoted_nodes(load(pack)))
    conditions = [each for each in nodes if isinstance(each, s.Expression) and each.type == t.TRUTH]

    assert all(each.words.vi and each.words.en for each in nodes)
    assert conditions
    for node in conditions:
        for words in (node.words.vi, in_vietnamese(node.words.en)):
            rule = parse_pack(f"văn bản q\nquy tắc r\n  phải {words}", "q.quy").statements[0]
            assert isinstance(rule, s.Rule)
            assert rule.requirement == node


def test_a_property_is_called_as_editors_call_it(load: Load, write: Write) -> None:
    rule = "quy tắc r\n  phải tin.số_ảnh >= 2\nquy tắc s\n  phải tin.vị_trí = 1\n"
    first, second = load(write("q", f"văn bản q\n  tình trạng minh họa\n{rule}")).rules

    assert isinstance(first.requirement, s.Comparison)
    assert first.requirement.left.plain_words == Phrase("số ảnh", "number of photos")
    assert first.requirement.left.words == Phrase("tin.số_ảnh", "item.photos")
    assert first.requirement.right.plain_words == first.requirement.right.words == Phrase("2", "2")
    assert isinstance(second.requirement, s.Comparison)
    assert second.requirement.left.plain_words.en == "place in the bulletin or on the page (1 is first)"


def test_heads_of_tables_are_spelled(load: Load, write: Write) -> None:
    table = "bảng b theo tin.bậc\n  | bậc 1..5 | 2 |\n  | bậc 6 | 1 |\n  | còn lại | 0 |\n"
    source = f"văn bản q\n  tình trạng minh họa\n{table}quy tắc r\n  phải tin.số_ảnh >= b\n"
    ((_, version),) = load(write("q", source)).tables["b"].layers

    heads = [row.condition for row in version.rows]
    assert [head.words for head in heads] == [
        ("bậc 1..5", "rank 1..5"),
        ("bậc 6", "rank 6"),
        ("còn lại", "all others"),
    ]


def test_a_table_of_another_pack_may_be_asked_for_a_value(load: Load, write: Write) -> None:
    write("nền", "văn bản nền\n  tình trạng minh họa\ntham số hạn = 2\n")
    source = "văn bản q\n  tình trạng minh họa\n  cụ thể hóa nền\nquy tắc r\n  phải nền có hạn\n"
    (rule,) = load(write("q", source)).rules

    assert rule.requirement.words == Phrase("có hạn", "has hạn")


def test_closed_values_are_said_in_the_readers_language(load: Load, write: Write) -> None:
    table = "bảng b theo tin.loại_hình\n  | báo in | 2 |\n  | còn lại | 0 |\n"
    rules = (
        'quy tắc r\n  phải tin.loại_hình = "báo in"\n'
        'quy tắc s\n  phải tin.loại_hình trong {"báo in", "phát thanh"}\n'
        'quy tắc u\n  phải tin.chuyên_mục = "báo in" và tin.số_ảnh >= b\n'
    )
    rulebook = load(write("q", f"văn bản q\n  tình trạng minh họa\n{table}{rules}"))
    first, second, third = (rule.requirement for rule in rulebook.rules)

    assert first.words == Phrase('tin.loại_hình = "báo in"', 'item.medium = "print"')
    assert second.words.en == 'item.medium in {"print", "radio"}'
    assert third.words.en == 'item.section = "báo in" and item.photos >= b'
    ((_, version),) = rulebook.tables["b"].layers
    assert [row.condition.words for row in version.rows] == [
        ('"báo in"', '"print"'),
        ("còn lại", "all others"),
    ]
