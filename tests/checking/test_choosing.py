"""Which rules `--select` and `--ignore` mean."""

from __future__ import annotations

import pytest

from kiemtin.checking.choosing import Selector, choice_of
from kiemtin.checking.workbench import Workbench
from kiemtin.language.rulebook import Rulebook


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return Workbench("nội-quy-báo-mẫu").rulebook("nội-quy-báo-mẫu")


ORDER, TITLE = "nêu-sai-thứ-bậc", "nêu-tên-thiếu-chức-danh"


@pytest.mark.parametrize(
    ("value", "inside", "outside"),
    [
        (ORDER, {ORDER}, {TITLE}),
        (f"qđ-tỉnh-mẫu.{ORDER}", {ORDER}, {TITLE}),
        ("Điều 4", {ORDER, TITLE}, {"tin-quá-dài"}),
        ("điều 4 khoản 1", {ORDER}, {TITLE}),
        ("Điều 4, Khoản 2", {TITLE}, {ORDER}),
        ("Article 4, Clause 2", {TITLE}, {ORDER}),
        ("khoản 2 điều 4", {TITLE}, {ORDER}),
        ("4.1", {ORDER}, {TITLE}),
        ("4", {ORDER, TITLE}, {"tin-quá-dài"}),
        ("qđ-tỉnh-mẫu", {ORDER, TITLE}, set()),
        ("qđ-tỉnh-mẫu Điều 4", {ORDER, TITLE}, {"tin-quá-dài"}),
    ],
)
def test_a_value_means_rules(rulebook: Rulebook, value: str, inside: set[str], outside: set[str]) -> None:
    meant = {rule.name for rule in rulebook.rules if Selector(value).matches(rule)}

    assert inside <= meant
    assert not outside & meant
    assert not list(choice_of([value], [value]).without_effect([rulebook]))


@pytest.mark.parametrize(
    "value", ["", "Điều", "Điều 99", "99", "nêu-sai", "4.1.a.b", "thứ 4", "qđ-tỉnh-mẫu Điều 99"]
)
def test_a_slip_means_nothing_and_is_told(rulebook: Rulebook, value: str) -> None:
    assert list(choice_of([value], []).without_effect([rulebook])) == [value]
    assert not any(Selector(value).matches(rule) for rule in rulebook.rules)


def test_ignoring_wins(rulebook: Rulebook) -> None:
    choice = choice_of(["Điều 4"], [ORDER])
    taken = {rule.name for rule in rulebook.rules if choice.takes(rule)}

    assert TITLE in taken
    assert ORDER not in taken
