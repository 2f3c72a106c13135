"""Properties that can be only some texts, in both languages."""

from __future__ import annotations

CLOSED_VALUES: dict[str, tuple[tuple[str, str], ...]] = {
    "medium": (
        ("báo in", "print"),
        ("báo điện tử", "online"),
        ("phát thanh", "radio"),
        ("truyền hình", "television"),
    ),
    "branch": (("đảng", "Party"), ("nhà nước", "state"), ("mặt trận", "Front"), ("đoàn thể", "union")),
}
"""By the property's name. Getters give the Vietnamese text, to which the compiler turns what a pack says;
findings quote the reader's."""


def english_of(property_name: str, value: str) -> str:
    """A value of that property in English; as it is where the property can be any text."""
    return dict(CLOSED_VALUES.get(property_name, ())).get(value, value)
