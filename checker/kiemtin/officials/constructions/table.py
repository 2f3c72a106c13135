"""The table of constructions: how titles and names stand together, each with what it gives.

    Bộ trưởng X, Chủ tịch Y A        titles before a name
    A, Bộ trưởng X, Chủ tịch Y       titles behind it
    các Phó Thủ tướng: A; B          a heading over several names
    A giữ chức X                     a verb between name and title
    bổ nhiệm chức vụ X đối với A     a decision

A row is one form of a construction: its id, whose words say it (`show.by.<id>`); an example and what it
gives; texts that look alike and that it leaves alone, with what those give; when it may be meant (behind
which piece, joined by what); and the function that says whether a piece fits and, if so, puts it where it
belongs: whom and which verb it looks up to tell is what it then uses. Rows stand in the order of their
priority. What is not told by the order of titles and names has no function here: its module is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from kiemtin.officials.constructions import placing_names as names
from kiemtin.officials.constructions import placing_titles as titles
from kiemtin.officials.constructions.gaps import Gap
from kiemtin.officials.constructions.state import ChainState
from kiemtin.officials.model import Construction
from kiemtin.officials.pieces import NamePiece, TitlePiece

# What stands between a piece and the one before it.
BROKEN: Final = 0
"""Other words of the sentence, or its end."""
PARTED: Final = 1
"""A semicolon."""
BEHIND: Final = 2
"""Of a title: it goes on behind the name that is open."""
JOINED: Final = 3
"""A comma, a dash, a colon, joining words, or nothing."""
_JOINTS: Final = 4

# Added to it: what the piece before is.
AFTER_TITLE: Final = 0
"""A title, or nothing yet."""
AFTER_NAME: Final = _JOINTS

TakesTitle = Callable[[ChainState, TitlePiece, Gap], bool]
TakesName = Callable[[ChainState, NamePiece, Gap], bool]


class Told(NamedTuple):
    """A text and what it gives: of each mention the person, the titles and what is said of them."""

    text: str
    gives: tuple[str, ...]


class Row(NamedTuple):
    """One form of a construction. `when`: sums of what the piece before is and what stands between."""

    id: Construction
    example: Told
    not_in: tuple[Told, ...] = ()
    when: tuple[int, ...] = ()
    title: TakesTitle | None = None
    """Says whether a title fits, and puts it where it belongs."""
    name: TakesName | None = None
    """The same of a name."""
    told_in: str = ""
    """The module that tells it, where the order of pieces does not."""


_TITLE_JOINED: Final = (AFTER_TITLE + JOINED,)
_TITLE_BEHIND: Final = (AFTER_TITLE + BEHIND, AFTER_NAME + BEHIND)
_NAME_BEHIND: Final = (AFTER_NAME + BEHIND,)
_ANY_BROKEN: Final = (AFTER_TITLE + BROKEN, AFTER_NAME + BROKEN)
_ANY_PARTED: Final = (AFTER_TITLE + PARTED, AFTER_NAME + PARTED)
_ANY_JOINED: Final = (AFTER_TITLE + JOINED, AFTER_NAME + JOINED)

ROWS: Final[tuple[Row, ...]] = (
    Row(
        Construction.TITLE_NAME,
        Told(
            "Tổng thống Pháp Ilona Brezak, Chủ tịch đảng Tiến bộ, Chủ tịch nước Việt Nam - "
            "Trần Văn An hội đàm.",
            (
                "Ilona Brezak: Tổng thống Pháp; Chủ tịch đảng Tiến bộ",
                "Trần Văn An: Chủ tịch nước Việt Nam",
            ),
        ),
        (
            Told(
                "Ông Lê Văn Bình, Bí thư Huyện ủy, Chủ tịch UBND huyện - Trần Văn An dự.",
                ("Lê Văn Bình: Bí thư Huyện ủy; Chủ tịch UBND huyện",),
            ),
        ),
        _TITLE_JOINED,
        name=names.behind_dash,
    ),
    Row(
        Construction.TITLE_NAME,
        Told("Giám đốc Sở Y tế Trần Văn An phát biểu.", ("Trần Văn An: Giám đốc Sở Y tế",)),
        (Told("Tại cuộc họp của các Bộ trưởng Y tế, ông Trần Văn An phát biểu.", ()),),
        _TITLE_JOINED,
        name=names.behind_titles,
    ),
    Row(
        Construction.HEADING,
        Told(
            "Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn An, Lê Thị Bình.",
            (
                "Trần Văn An: Phó Chủ tịch UBND tỉnh [shared]",
                "Lê Thị Bình: Phó Chủ tịch UBND tỉnh [shared]",
            ),
        ),
        (Told("Họp bàn nhân sự các phó bí thư gồm: Trần Văn An, Lê Thị Bình.", ()),),
        (AFTER_TITLE + PARTED, AFTER_TITLE + JOINED),
        name=names.behind_heading,
    ),
    Row(
        Construction.GIVEN_TO,
        Told(
            "HĐND tỉnh miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với ông Trần Văn An.",
            ("Trần Văn An: Phó Chủ tịch UBND tỉnh [former]",),
        ),
        (Told("Chức vụ Phó Chủ tịch UBND tỉnh và việc nhà của ông Trần Văn An.", ()),),
        (AFTER_TITLE + BROKEN,),
        name=names.behind_decision,
    ),
    Row(
        Construction.SHARED,
        Told(
            "Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn An, Trưởng Ban Chỉ đạo; Lê Thị Bình.",
            (
                "Trần Văn An: Phó Chủ tịch UBND tỉnh [shared]; Trưởng Ban Chỉ đạo",
                "Lê Thị Bình: Phó Chủ tịch UBND tỉnh [shared]",
            ),
        ),
        (
            Told(
                "Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn An, Trưởng Ban Chỉ đạo; các đồng "
                "chí: Lê Thị Bình, Giám đốc Sở Y tế.",
                (
                    "Trần Văn An: Phó Chủ tịch UBND tỉnh [shared]; Trưởng Ban Chỉ đạo",
                    "Lê Thị Bình: Giám đốc Sở Y tế",
                ),
            ),
        ),
        (AFTER_TITLE + BROKEN, AFTER_TITLE + PARTED, AFTER_TITLE + JOINED),
        name=names.next_of_list,
    ),
    Row(
        Construction.GIVEN_TO,
        Told(
            "Miễn nhiệm chức vụ Ủy viên UBND tỉnh đối với ông Trần Văn An, nguyên Giám đốc "
            "Sở Y tế; ông Lê Văn Bình, nguyên Giám đốc Sở Nội vụ.",
            (
                "Trần Văn An: Ủy viên UBND tỉnh [former]; Giám đốc Sở Y tế [former]",
                "Lê Văn Bình: Ủy viên UBND tỉnh [former]; Giám đốc Sở Nội vụ [former]",
            ),
        ),
        (
            Told(
                "Miễn nhiệm chức vụ Ủy viên UBND tỉnh đối với ông Trần Văn An, nguyên Giám đốc "
                "Sở Y tế; bầu ông Lê Văn Bình làm Giám đốc Sở Nội vụ.",
                (
                    "Trần Văn An: Ủy viên UBND tỉnh [former]; Giám đốc Sở Y tế [former]",
                    "Lê Văn Bình: Giám đốc Sở Nội vụ [appointed]",
                ),
            ),
        ),
        (AFTER_TITLE + BROKEN, AFTER_TITLE + PARTED),
        name=names.next_given,
    ),
    Row(
        Construction.SHARED,
        Told(
            "Các Phó Chủ tịch UBND tỉnh Trần Văn An, Lê Thị Bình dự.",
            (
                "Trần Văn An: Phó Chủ tịch UBND tỉnh [shared]",
                "Lê Thị Bình: Phó Chủ tịch UBND tỉnh [shared]",
            ),
        ),
        (
            Told(
                "Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn An; đồng chí Lê Thị Bình.",
                (
                    "Trần Văn An: Phó Chủ tịch UBND tỉnh [shared]",
                    "Lê Thị Bình",
                ),
            ),
        ),
        (AFTER_NAME + PARTED, AFTER_NAME + JOINED),
        name=names.next_bare_of_list,
    ),
    Row(
        Construction.SHARED,
        Told(
            "Phó Chủ tịch UBND tỉnh Trần Văn An và Lê Thị Bình dự.",
            (
                "Trần Văn An: Phó Chủ tịch UBND tỉnh [shared]",
                "Lê Thị Bình: Phó Chủ tịch UBND tỉnh [shared]",
            ),
        ),
        (Told("Chủ tịch UBND tỉnh Trần Văn An và Lê Thị Bình dự.", ("Trần Văn An: Chủ tịch UBND tỉnh",)),),
        (AFTER_NAME + BROKEN, AFTER_NAME + PARTED, AFTER_NAME + JOINED),
        name=names.second_of_two,
    ),
    Row(
        Construction.NAME_TITLES,
        Told(
            "Ông Trần Văn An được Hội đồng nhân dân bầu giữ chức vụ Giám đốc Sở Y tế.",
            ("Trần Văn An: Giám đốc Sở Y tế [appointed]",),
        ),
        (Told("Ông Trần Văn An đề nghị bãi nhiệm Giám đốc Sở Y tế.", ()),),
        _ANY_BROKEN,
        title=titles.verb_gives,
    ),
    Row(
        Construction.NAME_TITLES,
        Told(
            "Ông Trần Văn An và bà Lê Thị Bình được bổ nhiệm làm Giám đốc Sở Y tế và Giám đốc Sở Nội vụ.",
            (
                "Trần Văn An: Giám đốc Sở Y tế [appointed]",
                "Lê Thị Bình: Giám đốc Sở Nội vụ [appointed]",
            ),
        ),
        (
            Told(
                "Ông Trần Văn An và bà Lê Thị Bình được bổ nhiệm giữ chức Phó Giám đốc Sở Y tế, gặp "
                "Giám đốc Sở Nội vụ.",
                (
                    "Trần Văn An: Phó Giám đốc Sở Y tế [appointed]",
                    "Lê Thị Bình: Phó Giám đốc Sở Y tế [appointed]",
                ),
            ),
        ),
        (*_TITLE_JOINED, AFTER_TITLE + BEHIND),
        title=titles.respectively,
    ),
    Row(
        Construction.NAME_TITLES,
        Told(
            "Ông Trần Văn An sinh năm 1960.\n05/2003 - 03/2006: Giám đốc Sở Y tế.",
            ("Trần Văn An: Giám đốc Sở Y tế [career]",),
        ),
        (Told("Ông Trần Văn An sinh năm 1960.\nPhụ trách: Giám đốc Sở Y tế.", ()),),
        (*_ANY_BROKEN, *_ANY_PARTED),
        title=titles.station_of_life,
    ),
    Row(
        Construction.NAME_TITLES,
        Told(
            "Ông Trần Văn An thay thế ông Lê Văn Bình làm Giám đốc Sở Y tế.",
            (
                "Trần Văn An: Giám đốc Sở Y tế [appointed]",
                "Lê Văn Bình",
            ),
        ),
        (
            Told(
                "Ông Trần Văn An gặp ông Lê Văn Bình làm Giám đốc Sở Y tế.",
                ("Lê Văn Bình: Giám đốc Sở Y tế",),
            ),
        ),
        _NAME_BEHIND,
        title=titles.of_follower,
    ),
    Row(
        Construction.NAME_TITLES,
        Told("Dự có bà Lê Thị Bình, phu nhân Thủ tướng Chính phủ.", ("Lê Thị Bình: phu nhân",)),
        (Told("Chủ tịch nước Trần Văn An, Phu nhân và đoàn đã đến.", ("Trần Văn An: Chủ tịch nước",)),),
        _TITLE_BEHIND,
        title=titles.of_spouse,
    ),
    Row(
        Construction.OF_OTHERS,
        Told("Thủ tướng Trần Văn An, Bộ trưởng các Bộ Y tế, Nội vụ dự.", ("Trần Văn An: Thủ tướng",)),
        (
            Told(
                "Thủ tướng Trần Văn An, Bộ trưởng Bộ Y tế dự.", ("Trần Văn An: Thủ tướng; Bộ trưởng Bộ Y tế",)
            ),
        ),
        _TITLE_BEHIND,
        title=titles.of_nobody_named,
    ),
    Row(
        Construction.OF_OTHERS,
        Told(
            "Theo Chủ tịch UBND tỉnh Trần Văn An, Thủ tướng nhấn mạnh việc này.",
            ("Trần Văn An: Chủ tịch UBND tỉnh",),
        ),
        (
            Told(
                "Chủ tịch UBND tỉnh Trần Văn An, Thủ tướng lâm thời, nhấn mạnh việc này.",
                ("Trần Văn An: Chủ tịch UBND tỉnh; Thủ tướng lâm thời",),
            ),
        ),
        _TITLE_BEHIND,
        title=titles.of_another,
    ),
    Row(
        Construction.SHARED,
        Told(
            "Dự có các đồng chí Trần Văn An, Lê Thị Bình - Phó Giám đốc Sở Y tế; Đặng Văn Cảnh.",
            (
                "Trần Văn An: Phó Giám đốc Sở Y tế [shared]",
                "Lê Thị Bình: Phó Giám đốc Sở Y tế [shared]",
                "Đặng Văn Cảnh",
            ),
        ),
        (
            Told(
                "Dự có các đồng chí Trần Văn An, Lê Thị Bình - Giám đốc Sở Y tế; Đặng Văn Cảnh.",
                (
                    "Trần Văn An",
                    "Lê Thị Bình: Giám đốc Sở Y tế",
                    "Đặng Văn Cảnh",
                ),
            ),
        ),
        _NAME_BEHIND,
        title=titles.of_row,
    ),
    Row(
        Construction.SHARED,
        Told(
            "Ông Trần Văn An và bà Lê Thị Bình, cùng là Phó Giám đốc Sở Y tế.",
            (
                "Trần Văn An: Phó Giám đốc Sở Y tế [shared]",
                "Lê Thị Bình: Phó Giám đốc Sở Y tế [shared]",
            ),
        ),
        (
            Told(
                "Ông Trần Văn An và bà Lê Thị Bình, là Phó Giám đốc Sở Y tế.",
                (
                    "Trần Văn An",
                    "Lê Thị Bình: Phó Giám đốc Sở Y tế",
                ),
            ),
        ),
        _NAME_BEHIND,
        title=titles.of_both,
    ),
    Row(
        Construction.NAME_TITLES,
        Told(
            "Ông Trần Văn An, Giám đốc Sở Y tế, Phó Trưởng Ban Chỉ đạo, dự.",
            ("Trần Văn An: Giám đốc Sở Y tế; Phó Trưởng Ban Chỉ đạo",),
        ),
        (Told("Ông Trần Văn An. Giám đốc Sở Y tế dự.", ()),),
        _TITLE_BEHIND,
        title=titles.behind_name,
    ),
    Row(
        Construction.SHARED,
        Told(
            "Dự có ông Trần Văn An, bà Lê Thị Bình, các Phó Giám đốc Sở Y tế.",
            (
                "Trần Văn An: Phó Giám đốc Sở Y tế [shared]",
                "Lê Thị Bình: Phó Giám đốc Sở Y tế [shared]",
            ),
        ),
        (Told("Dự có ông Trần Văn An, các Phó Giám đốc Sở Y tế.", ()),),
        (AFTER_NAME + JOINED,),
        title=titles.of_all,
    ),
    Row(
        Construction.TITLE_NAME,
        Told(
            "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Trần Văn An dự.",
            ("Trần Văn An: Ủy viên Trung ương Đảng; Bí thư Tỉnh ủy",),
        ),
        (Told("Giám đốc Sở Y tế cùng Bí thư Tỉnh ủy Trần Văn An dự.", ("Trần Văn An: Bí thư Tỉnh ủy",)),),
        _ANY_JOINED,
        title=titles.chain_before_name,
    ),
    Row(
        Construction.SUCCEEDED,
        Told(
            "HĐND tỉnh bầu ông Trần Văn An làm Giám đốc Sở Y tế thay ông Lê Văn Bình.",
            (
                "Trần Văn An: Giám đốc Sở Y tế [appointed]",
                "Lê Văn Bình",
            ),
        ),
        (
            Told(
                "HĐND tỉnh bầu ông Trần Văn An làm Giám đốc Sở Y tế, gặp ông Lê Văn Bình.",
                ("Trần Văn An: Giám đốc Sở Y tế [appointed]",),
            ),
        ),
        told_in="constructions/by_verb",
    ),
    Row(
        Construction.REPRESENTS,
        Told("Đại diện Sở Y tế, ông Trần Văn An cho biết như vậy.", ("Trần Văn An",)),
        (Told("Đại diện gia đình, ông Trần Văn An cho biết như vậy.", ()),),
        told_in="constructions/by_verb",
    ),
    Row(
        Construction.LISTED,
        Told(
            "Dự có các đồng chí: Bon Yô Sen, Phó Trưởng Ban Dân tộc tỉnh; Đa Cát Vin, Chủ "
            "tịch UBND xã Hòa Sơn.",
            (
                "Bon Yô Sen: Phó Trưởng Ban Dân tộc tỉnh",
                "Đa Cát Vin: Chủ tịch UBND xã Hòa Sơn",
            ),
        ),
        (Told("Sau lễ hội Bon Yô Sen, Phó Trưởng Ban Dân tộc tỉnh phát biểu.", ()),),
        told_in="reading/listed",
    ),
    Row(
        Construction.HONORIFIC,
        Told("Dự có đồng chí Trần Văn An.", ("Trần Văn An",)),
        (Told("Dự có ông Trần Văn An.", ()),),
        told_in="people/resolution",
    ),
    Row(
        Construction.KNOWN,
        Told(
            "Giám đốc Sở Y tế Trần Văn An dự. Trần Văn An phát biểu.",
            (
                "Trần Văn An: Giám đốc Sở Y tế",
                "Trần Văn An",
            ),
        ),
        (
            Told(
                "Giám đốc Sở Y tế Trần Văn An dự. Trần Văn Bình phát biểu.",
                ("Trần Văn An: Giám đốc Sở Y tế",),
            ),
        ),
        told_in="people/later_mentions",
    ),
)


def title_rows(rows: Sequence[Row]) -> list[list[TakesTitle]]:
    """The functions of titles, by what stands before, in the order of the rows."""
    found: list[list[TakesTitle]] = [[] for _ in range(2 * _JOINTS)]
    for row in rows:
        takes = row.title
        if takes is not None:
            for when in row.when:
                found[when].append(takes)
    return found


def name_rows(rows: Sequence[Row]) -> list[list[TakesName]]:
    """The same of names."""
    found: list[list[TakesName]] = [[] for _ in range(2 * _JOINTS)]
    for row in rows:
        takes = row.name
        if takes is not None:
            for when in row.when:
                found[when].append(takes)
    return found
