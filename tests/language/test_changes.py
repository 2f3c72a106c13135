"""What differs between two states of a pack."""

from __future__ import annotations

import pytest

from kiemtin.checking.packs import pack_source
from kiemtin.language.changes import compare
from kiemtin.language.pack_files import bundled_packs
from kiemtin.language.reading.parsing import parse_pack

PACK = """\
văn bản thử
  tên "Thử"
  hiệu lực từ 01/01/2024
  tình trạng minh họa

Điều 1. "Một."

  tham số mức là 24 giờ

  quy tắc a
    phải tin.trang = 1
    ví dụ đạt "x" với trang = 1
    ví dụ lỗi "x" với trang = 2

Khoản 1. "Hai."

  không kiểm bằng máy "Lý do."
"""


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "", []),
        ("quy tắc a\n", "# ghi chú\n\n\n  quy tắc a\n", []),
        ("phải tin.trang = 1", "must   item.page = 1", []),
        ("trang = 2", "trang = 3", []),
        ("tin.trang = 1", "tin.trang <= 2", [("changed", "rule", "a")]),
        ("phải tin", "nên tin", [("changed", "rule", "a")]),
        ("24 giờ", "12 giờ", [("changed", "parameter", "mức")]),
        ("quy tắc a", "quy tắc b", [("added", "rule", "b"), ("removed", "rule", "a")]),
        ('"Hai."', '"Ba."', [("changed", "clause", "")]),
        ('"Lý do."', '"Khác."', [("changed", "unchecked", "")]),
        ("01/01/2024", "01/02/2024", [("changed", "head", "")]),
        ("minh họa", 'đã đối chiếu "x"', [("changed", "head", "")]),
        (
            "Khoản 1",
            "Khoản 2",
            [(kind, what, "") for kind in ("added", "removed") for what in ("clause", "unchecked")],
        ),
    ],
)
def test_what_is_said_otherwise_is_told(old: str, new: str, changes: list[tuple[str, str, str]]) -> None:
    before, after = parse_pack(PACK, "a"), parse_pack(PACK.replace(old, new, 1), "b")
    found = compare([before], [after])

    assert [(change.kind, change.key.what, change.key.name) for change in found] == changes


def test_a_rule_that_moved_says_its_new_clause() -> None:
    moved = PACK.replace("  tham số mức", 'Khoản 0. "Không."\n\n  tham số mức', 1)
    changes = compare([parse_pack(PACK, "a")], [parse_pack(moved, "a")])

    assert {change.key.name for change in changes if change.kind == "changed"} == {"a", "mức"}


@pytest.mark.parametrize("name", sorted(path.stem for path in bundled_packs().glob("*.quy")))
def test_a_pack_is_the_same_as_itself(name: str) -> None:
    path, source = pack_source(name)
    pack = parse_pack(source, str(path))

    assert compare([pack], [pack]) == []
    assert {change.kind for change in compare([], [pack])} == {"added"}
    assert all(change.after for change in compare([], [pack]))
