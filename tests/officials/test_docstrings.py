"""The examples in the docstrings of recognition's modules are true: each row of them is run here.

A, B, C and X, Y of a row are people and offices of the case. What a row says behind its example is what the
case expects, in the words of the tests of constructions: `[former]` has ended, `[appointed]` is being given.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from kiemtin.foundation.places import Span
from kiemtin.officials import recognizer as room
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.evidence.protocol import list_told
from kiemtin.officials.evidence.time_told import Standing, time_told
from kiemtin.officials.model import Mention, Title
from kiemtin.officials.words.loading import load_vocabulary

from .conftest import Recognize

ROOM = Path(room.__file__).parent
FLAGS = ("former", "appointed", "career", "shared")
ROW = re.compile(r"\S.*?\S {2,}\S.*")


def rows() -> Iterator[tuple[str, str]]:
    """Of each module's docstring the lines that show an example and what it gives."""
    for path in sorted(ROOM.rglob("*.py")):
        for line in (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines():
            if ROW.fullmatch(line.strip()):
                module = ".".join(path.relative_to(ROOM).with_suffix("").parts)
                yield module, " ".join(line.split())


RECOGNISED = {
    "constructions.by_verb": {
        "ông A được bầu làm Chủ tịch … appointed": (
            "Ông Lý Văn Trung được bầu làm Chủ tịch UBND tỉnh.",
            "Lý Văn Trung: Chủ tịch UBND tỉnh [appointed]",
        ),
        "ông A thôi giữ chức Chủ tịch … ended": (
            "Ông Lý Văn Trung thôi giữ chức Chủ tịch UBND tỉnh.",
            "Lý Văn Trung: Chủ tịch UBND tỉnh [former]",
        ),
        "ông A từng làm Chủ tịch … career": (
            "Ông Lý Văn Trung từng làm Chủ tịch UBND tỉnh.",
            "Lý Văn Trung: Chủ tịch UBND tỉnh [career]",
        ),
        "miễn nhiệm chức vụ Chủ tịch … đối với ông A ended, the office before the name": (
            "HĐND tỉnh miễn nhiệm chức vụ Chủ tịch UBND tỉnh đối với ông Lý Văn Trung.",
            "Lý Văn Trung: Chủ tịch UBND tỉnh [former]",
        ),
        "05/2003 - 03/2006: Chủ tịch … career, in a life told line by line": (
            "Ông Lý Văn Trung, Bí thư Tỉnh ủy.\n05/2003 - 03/2006: Chủ tịch UBND huyện Sơn Hà.",
            "Lý Văn Trung: Bí thư Tỉnh ủy; Chủ tịch UBND huyện Sơn Hà [career]",
        ),
    },
    "constructions.table": {
        "Bộ trưởng X, Chủ tịch Y A titles before a name": (
            "Bộ trưởng Y tế, Chủ tịch Hội đồng Lý Văn Trung dự.",
            "Lý Văn Trung: Bộ trưởng Y tế; Chủ tịch Hội đồng",
        ),
        "A, Bộ trưởng X, Chủ tịch Y titles behind it": (
            "Ông Lý Văn Trung, Bộ trưởng Y tế, Chủ tịch Hội đồng, dự.",
            "Lý Văn Trung: Bộ trưởng Y tế; Chủ tịch Hội đồng",
        ),
        "các Phó Thủ tướng: A; B a heading over several names": (
            "Dự có các Phó Thủ tướng: Lý Văn Trung; Lê Thị Nhân.",
            "Lý Văn Trung: Phó Thủ tướng [shared] | Lê Thị Nhân: Phó Thủ tướng [shared]",
        ),
        "A giữ chức X a verb between name and title": (
            "Ông Lý Văn Trung giữ chức Giám đốc Sở Y tế.",
            "Lý Văn Trung: Giám đốc Sở Y tế [appointed]",
        ),
        "bổ nhiệm chức vụ X đối với A a decision": (
            "Thủ tướng bổ nhiệm chức vụ Thứ trưởng Bộ Y tế đối với ông Lý Văn Trung.",
            "Lý Văn Trung: Thứ trưởng Bộ Y tế [appointed]",
        ),
    },
    "people.families": {
        "Đặng Tiểu Bình … nếu Đặng rút quân a Chinese leader, known by name": (
            "Đặng Tiểu Bình tuyên bố. Chiến tranh sẽ dừng nếu Đặng rút quân.",
            "Đặng Tiểu Bình | Đặng Tiểu Bình",
        ),
        "Amelia Khan … trong khi Khan phản đối anybody whose given name Vietnamese does not have": (
            "Tổng thống Amelia Khan tuyên bố, trong khi Khan phản đối.",
            "Amelia Khan: Tổng thống | Amelia Khan",
        ),
    },
    "reading.misspelt": {
        "Trần Văn An, Phó Chủ tịh UBND tỉnh, Trưởng Ban Chỉ đạo a letter or a tone is wrong": (
            "Ông Lý Văn Trung, Phó Chủ tịh UBND tỉnh, Trưởng Ban Chỉ đạo, dự.",
            "Lý Văn Trung: Phó Chủ tịh UBND tỉnh; Trưởng Ban Chỉ đạo",
        ),
        "Trần Văn An, Ủy Trung ương Đảng, Bí thư Thành ủy a word is missing before the organ": (
            "Ông Lý Văn Trung, Ủy Trung ương Đảng, Bí thư Thành ủy, dự.",
            "Lý Văn Trung: Ủy Trung ương Đảng; Bí thư Thành ủy",
        ),
        "Bí thu Tỉnh ủy Trần Văn An the same before a name": (
            "Bí thu Tỉnh ủy Lý Văn Trung dự.",
            "Lý Văn Trung: Bí thu Tỉnh ủy",
        ),
    },
    "reading.foreign": {
        "Ilona Brezak, cựu Ngoại trưởng Pháp, cho biết an office behind a comma or a dash": (
            "Ilona Brezak, cựu Ngoại trưởng Pháp, cho biết.",
            "Ilona Brezak: Ngoại trưởng Pháp [former]",
        ),
        "Ilona Brezak từng là Ngoại trưởng Pháp a verb that gives it": (
            "Ilona Brezak từng là Ngoại trưởng Pháp.",
            "Ilona Brezak: Ngoại trưởng Pháp [career]",
        ),
        "Ilona Brezak, người hiện là Ngoại trưởng Pháp both": (
            "Ilona Brezak, người hiện là Ngoại trưởng Pháp, cho biết.",
            "Ilona Brezak: Ngoại trưởng Pháp",
        ),
    },
    "reading.holders": {
        "Chủ tịch UBND xã A, huyện B, tỉnh C Trần Văn An places, from small to large": (
            "Chủ tịch UBND xã Hòa Sơn, huyện Sơn Hà, tỉnh Nam Sơn Lý Văn Trung dự.",
            "Lý Văn Trung: Chủ tịch UBND xã Hòa Sơn",
        ),
        "Chủ tịch UBND xã A (huyện B, tỉnh C) Trần Văn An the same in a bracket": (
            "Chủ tịch UBND xã Hòa Sơn (huyện Sơn Hà, tỉnh Nam Sơn) Lý Văn Trung dự.",
            "Lý Văn Trung: Chủ tịch UBND xã Hòa Sơn",
        ),
        "Vụ trưởng Vụ A, Tổng cục B, Bộ C organs, from small to large": (
            "Vụ trưởng Vụ Pháp chế, Tổng cục Thống kê, Bộ Kế hoạch và Đầu tư Ngô Văn Bảy phát biểu.",
            "Ngô Văn Bảy: Vụ trưởng Vụ Pháp chế",
        ),
    },
    "scanning.tidying": {
        "đồng chí Lê Văn Tám ,Chủ tịch UBND tỉnh . doubled spaces, spaces before marks, none behind them": (
            "Dự có đồng chí  Lê  Văn Tám ,Chủ tịch UBND tỉnh .",
            "Lê Văn Tám: Chủ tịch UBND tỉnh",
        ),
        "ông K’ Mák the apostrophe of the Highlands": (
            "Dự có ông K’ Mák, Chủ tịch UBND xã Hòa Sơn.",
            "K'Mák: Chủ tịch UBND xã Hòa Sơn",
        ),
        "Nay / ông A, / Bí thư Tỉnh ủy / đã dự. strokes where the speaker pauses": (
            "Nay / ông Bùi Văn An, / Bí thư Tỉnh ủy / đã dự.",
            "Bùi Văn An: Bí thư Tỉnh ủy",
        ),
    },
    "words.verbs": {
        'bầu | bổ nhiệm | … làm | giữ chức | … appointed, also "bổ nhiệm X" where it says to whom': (
            "HĐND tỉnh bầu ông Lý Văn Trung làm Chủ tịch UBND tỉnh.",
            "Lý Văn Trung: Chủ tịch UBND tỉnh [appointed]",
        ),
        "giữ | nhận | vào chức | chức vụ | … appointed": (
            "Ông Lý Văn Trung nhận chức vụ Giám đốc Sở Y tế.",
            "Lý Văn Trung: Giám đốc Sở Y tế [appointed]",
        ),
        "trở thành | làm | đảm nhiệm | … appointed": (
            "Ông Lý Văn Trung trở thành Giám đốc Sở Y tế.",
            "Lý Văn Trung: Giám đốc Sở Y tế [appointed]",
        ),
        "thăng | phong quân hàm | … appointed": (
            "Ông Lý Văn Trung được thăng quân hàm Trung tướng.",
            "Lý Văn Trung: Trung tướng [appointed]",
        ),
        "thôi | rời | miễn nhiệm (giữ) (chức | …) ended": (
            "Ông Lý Văn Trung thôi giữ chức Giám đốc Sở Y tế.",
            "Lý Văn Trung: Giám đốc Sở Y tế [former]",
        ),
        "từng | trải qua | lần lượt (giữ) (các chức vụ như) career": (
            "Ông Lý Văn Trung từng giữ các chức vụ như Giám đốc Sở Y tế.",
            "Lý Văn Trung: Giám đốc Sở Y tế [career]",
        ),
        "hiện | đang giữ chức; trên cương vị held: his, and nothing said of it": (
            "Ông Lý Văn Trung hiện giữ chức Giám đốc Sở Y tế.",
            "Lý Văn Trung: Giám đốc Sở Y tế",
        ),
    },
}
"""Text, and of each mention the person with the titles."""

OFFICES = {
    "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy the province's committee": (
        "Đồng chí Lý Văn Trung, Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy, dự.",
        ["province-party-standing-member", "province-commission-head"],
    ),
    "Phó Bí thư Huyện ủy, Chủ tịch UBND the district's": (
        "Đồng chí Lý Văn Trung, Phó Bí thư Huyện ủy, Chủ tịch UBND, dự.",
        ["district-party-deputy-secretary", "district-government-chair"],
    ),
    "Chủ tịch UBND tỉnh A; Bí thư Thành ủy B a town of that province": (
        "Chủ tịch UBND tỉnh Lý Văn Trung; Bí thư Thành ủy Lê Thị Nhân dự.",
        ["province-government-chair", "district-party-secretary"],
    ),
}
"""Of `people.chain_offices`: text and offices."""

KNOWN, SOMEBODY, NOBODY = "tran-van-an", None, ...
PROVEN = {
    "Đồng chí A thăm xã addressed as officials are": ("Đồng chí Trần Văn An thăm xã.", KNOWN),
    "dự có A, B, Phó Bí thư Tỉnh ủy in the company of officials": (
        "Dự hội nghị có ông Trần Văn An; ông Lý Văn Trung, Phó Bí thư Tỉnh ủy.",
        KNOWN,
    ),
    "Bí thư Tỉnh ủy A, B, Phó Chủ tịch C likewise": (
        "Dự họp có Chủ tịch HĐND tỉnh Lê Thị Bình, Trần Văn An, Phó Chủ tịch UBND tỉnh Lý Văn Trung.",
        KNOWN,
    ),
    "Trung tướng A a general's rank": ("Trung tướng Trần Văn An thăm xã.", KNOWN),
    "… Bí thư Tỉnh ủy … ông A the piece names an office of this person": (
        "Bí thư Tỉnh ủy Nam Sơn yêu cầu họp. Chiều qua ông Trần Văn An về xã.",
        KNOWN,
    ),
    "… Bí thư Tỉnh ủy B … A nhấn mạnh does what officials do, where one of the same place has a title": (
        "Chủ tịch HĐND tỉnh Lê Thị Bình dự. Phát biểu tại hội nghị, Trần Văn An nhấn mạnh kỷ cương.",
        KNOWN,
    ),
    "Ông A, 62 tuổi, trú tại thôn 3 another of that name, whoever else bears it in the piece": (
        "Ông Trần Văn An, 62 tuổi, trú tại thôn 3, cho biết.",
        NOBODY,
    ),
    "nông dân A, anh A, em A likewise": ("Nông dân Trần Văn An cho biết.", NOBODY),
    "… gồm các đồng chí: A; B not known: the members of a body, whichever": (
        "Ban Thường vụ Đảng ủy xã gồm các đồng chí: Trần Văn An; Lý Văn Trung.",
        SOMEBODY,
    ),
    "Ông A cho biết not known": ("Ông Trần Văn An cho biết.", SOMEBODY),
}
"""Of `people.unproven`: a text, and whether its Trần Văn An is the roster's."""

PRIVATE = {
    "Anh A, 34 tuổi, là người hiến a private person, even where the piece names an official A": (
        "Bí thư Tỉnh ủy Trần Văn An thăm xã. Anh Trần Văn An, 34 tuổi, là người hiến đất.",
        [KNOWN],
    ),
    "Giải nhất thuộc về A, B likewise": (
        "Bí thư Tỉnh ủy Trần Văn An thăm trường. Giải nhất thuộc về Trần Văn An, Lê Thị Nhân.",
        [KNOWN],
    ),
    "Ông A, Giám đốc Sở Y tế, cho biết the official": (
        "Ông Trần Văn An, Giám đốc Sở Y tế, cho biết.",
        [KNOWN],
    ),
    "anh Tuấn short for whom the piece names in full as a private person": (
        "Anh Trần Văn An, 34 tuổi, hiến đất. Anh An kể lại.",
        [],
    ),
}
"""Of `people.private`: a text, and of whom of the roster its names are."""

PROTOCOL = {
    "Dự hội nghị có các đồng chí: A, X; B, Y announced": (
        "Dự hội nghị có các đồng chí: [Lý Văn Trung, Bí thư; Lê Thị Nhân, Phó Bí thư].",
        "protocol",
    ),
    "A, X và B, Y dự hội nghị announced behind": (
        "[Lý Văn Trung, Bí thư và Lê Thị Nhân, Phó Bí thư] dự hội nghị.",
        "protocol",
    ),
    "Từ trái qua: A, B, C an order of places": ("Từ trái qua: [ông Trung, bà Nhân].", "other-order"),
    "A, X và B, Y bị kỷ luật no protocol": ("[Ông Trung, Bí thư và bà Nhân] bị kỷ luật.", "no-order"),
    "Trước Chủ tịch Quốc hội A và Thủ tướng B, ông a sentence's own": (
        "Trước [Chủ tịch Quốc hội Lý Văn Trung và Thủ tướng Lê Thị Nhân], ông im lặng.",
        "unsaid",
    ),
}
"""Of `evidence.protocol`: a text with its list in brackets, and of what order it is."""

TIMES = {
    "Sáng 12/3, Chủ tịch UBND tỉnh A dự … the day of the piece": (
        "Sáng 12/3, [Chủ tịch UBND tỉnh] Lý Văn Trung dự lễ.",
        "present",
    ),
    "Ngày 1/9/2020, Chủ tịch nước A đã ký … that day": (
        "Ngày 1/9/2020, [Chủ tịch nước] Lý Văn Trung đã ký sắc lệnh.",
        "then",
    ),
    "Trên cương vị Chủ tịch UBND tỉnh, A đã … some time before": (
        "Trên cương vị [Chủ tịch UBND tỉnh], Lý Văn Trung đã có vi phạm.",
        "past",
    ),
    "Chủ tịch UBND tỉnh A (ảnh năm 2019) some time before": (
        "[Chủ tịch UBND tỉnh] Lý Văn Trung (ảnh năm 2019).",
        "past",
    ),
}
"""Of `evidence.time_told`: a text of 12 March 2024, its title in brackets, and of which time it speaks."""

CASES = RECOGNISED | {
    "people.chain_offices": OFFICES,
    "people.private": PRIVATE,
    "people.unproven": PROVEN,
    "evidence.protocol": PROTOCOL,
    "evidence.time_told": TIMES,
}


def test_every_row_of_a_docstring_is_run() -> None:
    assert {(module, row) for module, cases in CASES.items() for row in cases} == set(rows())


def each(cases: Mapping[str, tuple[str, object]]) -> list[object]:
    return [pytest.param(*case, id=row) for row, case in cases.items()]


@pytest.mark.parametrize(("text", "gives"), [case for cases in RECOGNISED.values() for case in each(cases)])
def test_an_example_gives_what_its_row_says(recognize: Recognize, text: str, gives: str) -> None:
    assert " | ".join(map(said, recognize(text).mentions)) == gives


def said(mention: Mention) -> str:
    return mention.person + (": " + "; ".join(map(said_of, mention.titles)) if mention.titles else "")


def said_of(title: Title) -> str:
    flags = [flag for flag in FLAGS if getattr(title, flag)]
    return title.text + (f" [{', '.join(flags)}]" if flags else "")


@pytest.mark.parametrize(("text", "offices"), each(OFFICES))
def test_of_which_unit_offices_are(recognize: Recognize, text: str, offices: list[str]) -> None:
    assert [title.office for mention in recognize(text).mentions for title in mention.titles] == offices


@pytest.mark.parametrize(("text", "who"), each(PROVEN))
def test_whose_name_it_is(recognize: Recognize, text: str, who: object) -> None:
    found = [mention.official for mention in recognize(text).mentions if mention.name == "Trần Văn An"]
    assert found == ([] if who is NOBODY else [who])


@pytest.mark.parametrize(("text", "whose"), each(PRIVATE))
def test_who_is_a_private_person(recognize: Recognize, text: str, whose: list[str]) -> None:
    assert [mention.official for mention in recognize(text).mentions] == whose


@pytest.fixture(scope="module")
def phrases() -> PhrasesTold:
    return PhrasesTold(load_vocabulary().words)


def marked(text: str) -> tuple[str, Span]:
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), Span(start, end)


@pytest.mark.parametrize(("text", "kind"), each(PROTOCOL))
def test_of_what_order_a_list_is(phrases: PhrasesTold, text: str, kind: str) -> None:
    plain, listing = marked(text)
    assert list_told(phrases, plain, listing, None).kind == kind


@pytest.mark.parametrize(("text", "time"), each(TIMES))
def test_of_which_time_a_sentence_speaks(phrases: PhrasesTold, text: str, time: str) -> None:
    plain, title = marked(text)
    start = plain.index("Lý Văn Trung")
    name = Span(start, start + len("Lý Văn Trung"))
    assert time_told(phrases, plain, title, name, date(2024, 3, 12), Standing.ELSEWHERE).time == time
