"""Lists of invented leaders in the ways in which the press prints them, each with its right order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

SURNAMES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Lý",
    "Mai",
    "Tạ",
    "Đinh",
)
RANKS = ("", "", "", "Đại tướng ", "Thiếu tướng ", "TS. ", "PGS.TS ")
MEN = ("Văn", "Đức", "Quốc", "Hữu", "Công")
WOMEN = ("Thị", "Thị Kim", "Thị Ngọc")
GIVEN_MEN = ("Khoát", "Lưỡng", "Nhượng", "Quyến", "Thước", "Vịnh", "Xướng", "Đạm", "Khuể", "Nghị", "Toại")
GIVEN_WOMEN = ("Nhàn", "Quyên", "Thắm", "Uyển", "Xoan", "Lựu", "Mận", "Hạnh", "Khuyên", "Nhẫn", "Tươi")

OFFICES: dict[int, tuple[str, ...]] = {
    1: ("Tổng Bí thư",),
    2: ("Chủ tịch nước",),
    3: ("Thủ tướng Chính phủ", "Thủ tướng"),
    4: ("Chủ tịch Quốc hội",),
    5: ("Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",),
    6: (
        "Ủy viên Bộ Chính trị, Trưởng Ban Nội chính Trung ương",
        "Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội",
        "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng",
        "Ủy viên Bộ Chính trị, Phó Thủ tướng Thường trực Chính phủ",
        "UVBCT, Bí thư Trung ương Đảng, Trưởng Ban Tuyên giáo Trung ương",
        "ủy viên Bộ Chính trị, bộ trưởng Bộ Công an",
    ),
    7: (
        "Bí thư Trung ương Đảng, Chánh Văn phòng Trung ương Đảng",
        "Bí thư Trung ương Đảng, Phó Chủ tịch Quốc hội",
    ),
    8: ("Phó Thủ tướng Chính phủ", "Phó Chủ tịch Quốc hội", "Phó Chủ tịch nước", "Phó Thủ tướng"),
    9: (
        "Ủy viên Trung ương Đảng, Bộ trưởng Bộ Y tế",
        "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn",
        "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh",
        "Bí thư Tỉnh ủy",
        "Ủy viên Trung ương Đảng, Phó Trưởng Ban Dân vận Trung ương",
        "Tổng Kiểm toán Nhà nước",
        "Ủy viên T.Ư Đảng, Bộ trưởng Bộ Nội vụ",
        "Ủy viên BCH Trung ương Đảng, Chủ nhiệm Ủy ban Pháp luật của Quốc hội",
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        "bí thư tỉnh ủy",
        "Ủy viên Trung ương Đảng, Thứ trưởng Bộ Giáo dục và Đào tạo",
    ),
    10: (
        "Phó Bí thư Thường trực Tỉnh ủy",
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh",
        "Chủ tịch HĐND tỉnh",
        "Phó Bí thư Tỉnh ủy",
    ),
    11: (
        "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy",
        "Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Công an tỉnh",
        "Phó Chủ tịch Thường trực UBND tỉnh",
        "Phó Chủ tịch HĐND tỉnh",
        "UVBTV Tỉnh ủy, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
        "phó chủ tịch UBND tỉnh Kon Plai",
    ),
    12: (
        "Tỉnh ủy viên, Giám đốc Sở Nội vụ",
        "Tỉnh ủy viên, Bí thư Huyện ủy Ba Đồi",
        "TUV, Chánh Văn phòng UBND tỉnh",
    ),
}
"""By the rank that the sample pack of a province gives them."""

OPENERS = (
    "Dự hội nghị có", "Tham dự buổi lễ có", "Cùng dự có", "Cùng dự còn có", "Tới dự có", "Cùng đi có",
    "Tháp tùng Chủ tịch nước trong chuyến thăm có", "Tham gia đoàn công tác có", "Đoàn công tác gồm",
    "Dự và chỉ đạo hội nghị có", "Buổi lễ có sự tham dự của", "Về phía tỉnh Nam Sơn có",
    "Chủ trì hội nghị có", "Tiếp đoàn có",
)  # fmt: skip
CLOSINGS = (
    ".", "; cùng lãnh đạo các sở, ban, ngành.", "; đại diện các bộ, ngành Trung ương.", "...",
    " và đông đảo cán bộ, nhân dân.", " cùng lãnh đạo một số địa phương.",
    "; các đồng chí trong Ban Thường vụ Tỉnh ủy.",
)  # fmt: skip
BREAKS = ("", "", "; đại diện lãnh đạo các ban của Tỉnh ủy", "; lãnh đạo các sở, ngành")


class Member(NamedTuple):
    name: str
    woman: bool
    rank_before: str
    """Of the army or a university, printed before the name."""
    titles: str
    rank: int


class Layout(NamedTuple):
    """How a list is printed."""

    opener: str
    addressed: str
    """ "all": "các đồng chí: " once; "each", "short": before each name; "sex": "ông", "bà"; "": nobody is."""
    titles_first: bool
    dash: str
    """Between a name and its titles."""
    separator: str
    last: str
    closing: str
    filler: str
    """Who is named by no name, behind the first member."""


@st.composite
def members(draw: st.DrawFn, ranks: Sequence[int] = tuple(OFFICES), most: int = 6) -> list[Member]:
    """People of different names and titles, from the highest rank down."""
    ranks = sorted(draw(st.lists(st.sampled_from(ranks), min_size=2, max_size=most)))
    found: list[Member] = []
    used: set[str] = set()
    for rank in ranks:
        woman = draw(st.booleans())
        given = draw(st.sampled_from([g for g in (GIVEN_WOMEN if woman else GIVEN_MEN) if g not in used]))
        used.add(given)
        middle = draw(st.sampled_from(WOMEN if woman else MEN))
        name = f"{draw(st.sampled_from(SURNAMES))} {middle} {given}"
        taken = {member.titles for member in found}
        free = [titles for titles in OFFICES[rank] if titles not in taken]
        if free:
            before = draw(st.sampled_from(RANKS))
            found.append(Member(name, woman, before, draw(st.sampled_from(free)), rank))
    return found


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    titles_first = draw(st.booleans())
    separator = draw(
        st.sampled_from(("; ", ", ") if titles_first else ("; ", ";\n- ", "\n- ", ";\n+ ", "\n• "))
    )
    return Layout(
        draw(st.sampled_from(OPENERS)),
        draw(st.sampled_from(("", "all", "each") if titles_first else ("all", "each", "sex", "short"))),
        titles_first,
        ", " if titles_first else draw(st.sampled_from((", ", " - ", " – ", " ("))),
        separator,
        "" if "\n" in separator else draw(st.sampled_from(("", "", "và "))),
        draw(st.sampled_from(CLOSINGS)) if "\n" not in separator else ".",
        draw(st.sampled_from(BREAKS)) if separator == "; " else "",
    )


def printed(layout: Layout, people: Sequence[Member]) -> tuple[str, int, int]:
    """A text with the list, and where its first member begins and its last one ends."""
    if layout.separator == ", " and any(", " in member.titles for member in people):
        layout = layout._replace(separator="; ")
    heading = layout.opener
    if layout.addressed == "all":
        heading += " các đồng chí:" if not layout.titles_first else " các đồng chí"
    elif "\n" in layout.separator:
        heading += ":"
    text = "Sáng 12/3, hội nghị khai mạc. " + heading + ("\n- " if "\n" in layout.separator else " ")
    start = 0
    for number, member in enumerate(people):
        if number:
            if number == 1:
                text += layout.filler
            last = number == len(people) - 1 and layout.last
            text += " và " if last and not layout.filler else layout.separator
        if layout.addressed == "each":
            text += "đồng chí "
        elif layout.addressed == "short":
            text += "đ/c "
        elif layout.addressed == "sex":
            text += "bà " if member.woman else "ông "
        start = start or len(text)
        if layout.titles_first:
            text += f"{member.titles} {member.name}"
        else:
            text += f"{member.rank_before}{member.name}{layout.dash}{member.titles}"
            text += ")" if layout.dash == " (" else ""
    stop = len(text) - (layout.dash == " (" and not layout.titles_first)
    return f"{text}{layout.closing} Hội nghị thảo luận ba nội dung.\n", start, stop


def two_sides(guests: Sequence[Member], hosts: Sequence[Member]) -> str:
    """A text with a list of two groups."""
    sides = ["; ".join(f"{each.name}, {each.titles}" for each in side) for side in (guests, hosts)]
    return (
        f"Dự lễ khởi công, về phía Trung ương có các đồng chí: {sides[0]}. "
        f"Về phía tỉnh Nam Sơn có các đồng chí: {sides[1]}. Nhà máy xong trong hai năm.\n"
    )


def with_former(holders: Sequence[Member], former: Sequence[Member], place: str) -> str:
    """A text with a list in which each of `former` has left the office told.

    Each stands behind the holder of it ("beside"), or all in a block behind the holders ("block").
    """
    told = [(each.rank, 0, f"{each.titles} {each.name}") for each in holders]
    told += [(each.rank, 1, f"nguyên {each.titles} {each.name}") for each in former]
    told.sort(key=lambda each: (each[1], each[0]) if place == "block" else each[:2])
    return f"Dự lễ viếng có các đồng chí: {'; '.join(words for _, _, words in told)}.\n"
