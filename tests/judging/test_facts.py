"""What rules may ask of items, people and titles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kiemtin.documents.model import Document, Medium
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.text import fold
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.judge import Judge
from kiemtin.judging.values import ABSENT, Members, Missing
from kiemtin.language.rulebook import Rulebook
from kiemtin.officials.recognizer import Recognizer
from kiemtin.officials.roster import Holding, Official, Roster
from kiemtin.officials.words.vocabulary import Vocabulary

DAY = date(2023, 8, 1)


@pytest.fixture(scope="module")
def facts(judge_of: Callable[[str], Judge], recognizer: Recognizer) -> Callable[..., ItemFacts]:
    judge = judge_of("  quy tắc một\n    nên tin.trang = 1\n")

    def read(text: str | Document, day: date | None = DAY) -> ItemFacts:
        document = read_text(text) if isinstance(text, str) else text
        return judge.facts(document, recognizer.recognize(document), day).items[0]

    return read


def shown(value: Any) -> Any:
    if isinstance(value, Missing):
        return [datum.name for datum in value.data]
    if isinstance(value, Members):
        return [getattr(each, "name", None) or getattr(each, "wording", None) for each in value.elements]
    return getattr(value, "name", value)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Trời đẹp.", "subject", ABSENT),
        ("Trời đẹp.", "rank", ABSENT),
        ("Trời đẹp.", "headline", ["headline"]),
        ("Trời đẹp.", "page", ["page"]),
        ("Trời đẹp.", "position", ["position"]),
        ("Trời đẹp.", "published_at", ["published_at"]),
        ("Trời đẹp.", "published_on", DAY),
        ("Trời đẹp.", "leaders", []),
        ("Đồng chí Lê Văn Tám, Phó Bí thư Tỉnh ủy, thăm xã.", "subject", "Lê Văn Tám"),
        ("Đồng chí Trần Văn An thăm xã.", "rank", 1),
        ("Đồng chí Lê Thị Bình thăm xã.", "rank", ["holding"]),
        ("Đồng chí Hồ Văn Dần thăm xã.", "rank", ABSENT),
        ("Trưởng thôn Lê Văn Tám gặp Đồng chí Trần Văn An.", "officials", ["Lê Văn Tám", "Trần Văn An"]),
        ("Phó Giám đốc Sở Y tế Lê Văn Tám họp.", "officials", ["Lê Văn Tám"]),
        ("Phó Giám đốc Sở Y tế Lê Văn Tám họp.", "leaders", []),
        ("Nguyên Bí thư Tỉnh ủy Lê Văn Tám thăm xã.", "officials", ["Lê Văn Tám"]),
        ("Tổng thống Mỹ Donald Trump đến thăm.", "officials", []),
        ("Nghệ sĩ Nhân dân Lê Văn Tám biểu diễn.", "officials", []),
        ("Đồng chí Lê Thị Bình, Chủ tịch UBND tỉnh, thăm xã.", "rank", 3),
        ("Đồng chí Trần Văn An, Giám đốc Sở Tài chính, thăm xã.", "rank", 9),
        ("Nguyên Bí thư Tỉnh ủy Lê Văn Tám thăm xã.", "rank", ABSENT),
        ("Đồng chí Lê Văn Tám, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, thăm xã.", "rank", 2),
        ("---\nngày: 12/03/2024 18:30\n---\nTrời đẹp.", "published_time", 18.5 * 3600),
        ("---\nngày: 12/03/2024\n---\nTrời đẹp.", "published_on", date(2024, 3, 12)),
        ("Tít: Trần Văn An thăm xã\n\nTrời đẹp.\n\nMai mưa.", "paragraphs", ["Trời đẹp.", "Mai mưa."]),
    ],
)
def test_facts_of_an_item(facts: Callable[..., ItemFacts], text: str, name: str, value: Any) -> None:
    assert shown(getattr(facts(text), name)) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã.", "complete", True),
        ("Đồng chí Trần Văn An thăm xã.", "complete", False),
        ("Đồng chí Lê Thị Bình thăm xã.", "complete", ["official"]),
        ("Đồng chí Lê Văn Tám thăm xã.", "complete", ["official"]),
        ("Đồng chí Trần Văn An thăm xã.", "brief", True),
        ("Đồng chí Lê Văn Tám, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, thăm xã.", "brief", False),
        ("Đồng chí Trần Văn An thăm xã.", "right_titles", "Bí thư Tỉnh ủy"),
        ("Đồng chí Trần Văn Ăn, Bí thư Tỉnh ủy, thăm xã.", "near_name", "Trần Văn An"),
        ("Đồng chí Trần Văn Ăn, Giám đốc Sở Tài chính, thăm xã.", "near_name", ABSENT),
        ("Đồng chí Trần Văn Ăn thăm xã.", "near_name", ABSENT),
        ("Đồng chí Trần Văn An thăm xã.", "near_name", ABSENT),
        ("Đồng chí Trần Văn An, Bí thu Tỉnh ủy, thăm xã.", "near_title", "Bí thư Tỉnh ủy"),
        ("Đồng chí Trần Văn An, Phó tịch UBND tỉnh, thăm xã.", "near_title", "Phó Chủ tịch UBND tỉnh"),
        ("Đồng chí Trần Văn An, Ủy Trung ương Đảng, thăm xã.", "near_title", "Ủy viên Trung ương Đảng"),
        ("Đồng chí Trần Văn An, Phó Chủ tịh Hội Bạn của lúa, thăm xã.", "near_title", ABSENT),
        ("Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã.", "near_title", ABSENT),
        ("Quyền Chủ tịch UBND tỉnh Lê Văn Tám thăm xã.", "acting", True),
        ("Nguyên Bí thư Tỉnh ủy Lê Văn Tám thăm xã.", "former", True),
        ("Nguyên Bí thư Tỉnh ủy Lê Văn Tám thăm xã.", "rank", ABSENT),
        ("Phó Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh Lê Văn Tám thăm xã.", "rank", 2),
        ("Phó Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh Lê Văn Tám thăm xã.", "former", True),
        ("Chủ tịch UBND tỉnh Lê Văn Tám, nguyên Giám đốc Sở Tài chính, thăm xã.", "rank", 3),
        ("Nguyên Giám đốc Sở Tài chính Lê Văn Tám, Phó Chủ tịch UBND tỉnh, thăm xã.", "rank", 6),
        ("Ông Lê Văn Tám, nguyên Giám đốc Sở Tài chính, nay là Chủ tịch UBND tỉnh, thăm xã.", "rank", 3),
        ("Ông Lê Văn Tám, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, thăm xã.", "rank", ABSENT),
        ("Ông Lê Văn Tám, Phó Bí thư Tỉnh ủy khóa X, nguyên Chủ tịch UBND tỉnh, thăm xã.", "rank", ABSENT),
    ],
)
def test_facts_of_a_mention(facts: Callable[..., ItemFacts], text: str, name: str, value: Any) -> None:
    assert shown(getattr(facts(text).mentions.elements[0], name)) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", "Trần Văn An"),
        ("rank", 1),
        ("full_title", "Bí thư Tỉnh ủy"),
        ("highest_title", "Bí thư Tỉnh ủy"),
    ],
)
def test_facts_of_an_official(facts: Callable[..., ItemFacts], name: str, value: Any) -> None:
    item = facts("Đồng chí Trần Văn An thăm xã. Ông An tặng quà.")
    (person,) = item.leaders.elements
    assert shown(getattr(person, name)) == value
    assert len(person.mentions.elements) == 1 + len(person.later_mentions.elements)


@pytest.mark.parametrize(
    ("title", "branch"),
    [
        ("Bí thư Tỉnh ủy", "đảng"),
        ("Chủ tịch UBND tỉnh", "nhà nước"),
        ("Phó Chủ tịch HĐND tỉnh", "nhà nước"),
        ("Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "mặt trận"),
        ("Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", "đoàn thể"),
    ],
)
def test_the_branch_of_a_title(facts: Callable[..., ItemFacts], title: str, branch: str) -> None:
    (told,) = facts(f"Đồng chí Lê Văn Tám, {title}, thăm xã.").mentions.elements[0].titles.elements
    assert told.branch == branch


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Đồng chí Hoàng Văn Hòa họp. Đồng chí Hoàng Văn Hòa về.", []),
        ("Đồng chí Hoàng Văn Hòa họp. Đồng chí Hoàng Văn Hoà về.", ["Hoàng Văn Hoà", "Hoà"]),
        ("Đồng chí Hoàng Văn Thanh họp. Đồng chí Hoàng Văn Thành về.", ["Hoàng Văn Thành"]),
        ("Hòa bình là quý. Tuỳ theo việc ấy, quỹ đủ.", ["Tuỳ"]),
    ],
)
def test_one_spelling_in_one_piece(
    judge_of: Callable[[str], Judge], check: Any, text: str, pointed: list[str]
) -> None:
    judged = check(judge_of("  quy tắc nhất-quán\n    nên tin viết nhất quán\n"), text)
    assert judged.pointed_at == pointed


def test_an_item_takes_from_its_bulletin_what_is_the_same_for_all(
    judge_of: Callable[[str], Judge], check: Any, bulletin: Callable[..., Document]
) -> None:
    from kiemtin.foundation.records import replace

    judge = judge_of('  quy tắc loại\n    phải tin.loại_hình = "phát thanh"\n')
    document = bulletin(["Một", "Hai"])
    told = replace(document, metadata=replace(document.metadata, medium=Medium.RADIO))
    assert check(judge, document).outcomes == ["not-checkable"] * 2
    assert check(judge, told).outcomes == ["passed"] * 2


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Bí thư Tỉnh ủy", 1),
        ("Chủ tịch UBND tỉnh", 1),  # since when he holds it is known, until when is not
        ("Phó Chủ tịch HĐND tỉnh", 1),  # for "Phó Chủ tịch Thường trực"
        ("Giám đốc Sở Tài chính", 9),  # somebody else of that name
    ],
)
def test_the_best_office_counts_where_the_printed_one_may_be_held(
    rulebook_of: Callable[[str], Rulebook], vocabulary: Vocabulary, title: str, rank: int
) -> None:
    def held(title: str, end: str | None) -> Holding:
        return Holding(
            vocabulary.office_id(title),
            title,
            start=PartialDate.parse("2020-01-01"),
            end=PartialDate.parse(end) if end else None,
        )

    holdings = (
        held("Bí thư Tỉnh ủy", "2029-12-31"),
        held("Chủ tịch UBND tỉnh", None),
        held("Phó Chủ tịch Thường trực HĐND tỉnh", None),
    )
    one = Official("phu", "Ma Văn Phừ", holdings=holdings)
    roster = Roster("mẫu", {one.id: one}, {fold(one.name): (one.id,)})
    judge = Judge(rulebook_of("  quy tắc một\n    nên tin.trang = 1\n"), roster, vocabulary)
    document = read_text(f"Đồng chí Ma Văn Phừ, {title}, thăm xã.")
    item = judge.facts(document, Recognizer(vocabulary, roster).recognize(document), DAY).items[0]
    (person,) = item.leaders.elements
    assert person.rank == rank
