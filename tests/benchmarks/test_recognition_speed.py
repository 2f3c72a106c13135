"""Recognition: articles a second, memory of a large roster, cost of hostile text.

Run with `pytest tests/benchmarks/test_recognition_speed.py --benchmark-enable`.
"""

from __future__ import annotations

import random
from datetime import date

import pytest

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.officials.recognizer import Recognizer, load_recognizer
from kiemtin.officials.roster import Official, Roster
from kiemtin.officials.words.loading import load_vocabulary

FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Phan".split()
MIDDLES = "Văn Thị Minh Đức Quang Thanh Hữu Ngọc Xuân Công".split()
GIVEN = "An Bình Cường Dũng Giang Hà Hải Hùng Khánh Lan Long Mai Nam Nga Phúc Quân Sơn Tâm Thắng Vinh".split()
PLACES = [
    f"{one} {other}" for one in "Nam Bắc Sơn Thanh Vĩnh Hòa".split() for other in "Khê Lĩnh Trạch".split()
]
ARTICLE = (
    "Sáng 6/5, Tỉnh ủy {place} tổ chức hội nghị đánh giá kết quả thực hiện nghị quyết về kinh tế.\n"
    "Dự hội nghị có các đồng chí: {a}, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; {b}, Phó Bí thư Thường trực "
    "Tỉnh ủy, Chủ tịch HĐND tỉnh; {c}, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh {place}.\n"
    "Phát biểu khai mạc, Bí thư Tỉnh ủy {a} nhấn mạnh yêu cầu nâng cao chất lượng tăng trưởng, gắn với bảo "
    "vệ môi trường và chăm lo đời sống nhân dân các xã vùng cao còn nhiều khó khăn trong những năm tới.\n"
    "Theo báo cáo, các chỉ tiêu chủ yếu đều đạt và vượt kế hoạch; thu ngân sách tăng so với cùng kỳ năm "
    "trước, sản xuất nông nghiệp ổn định, nhiều công trình giao thông được đưa vào sử dụng đúng tiến độ.\n"
    "Ông {c} đề nghị các sở, ngành khẩn trương tháo gỡ vướng mắc cho doanh nghiệp và người dân.\n"
    "Cùng ngày, Giám đốc Sở Nội vụ {d} và Chủ tịch UBND xã {other} {e} kiểm tra việc sắp xếp trụ sở.\n"
)


def articles(count: int) -> list[str]:
    """Leadership articles of about 3.4 KB, of invented people and places, no two of them alike."""
    choose = random.Random(234)

    def person() -> str:
        return " ".join(choose.choice(words) for words in (FAMILIES, MIDDLES, GIVEN))

    return [
        "".join(
            ARTICLE.format(
                place=choose.choice(PLACES),
                other=choose.choice(PLACES),
                **{letter: person() for letter in "abcde"},
            )
            for _ in range(2)
        )
        for _ in range(count)
    ]


LEADERSHIP = articles(1)[0]
NO_LEADER = (
    "Mưa lớn kéo dài nhiều ngày qua khiến mực nước các sông dâng cao, một số tuyến đường bị ngập "
    "sâu, giao thông "
    "chia cắt. Người dân các thôn ven sông đã chủ động kê cao đồ đạc, đưa gia súc đến nơi an toàn "
    "trước khi lũ về.\n"
) * 8


def document(text: str) -> Document:
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            blocks.append(Block(Zone.BODY, at, at + len(line), Origin("line", number)))
        at += len(line) + 1
    metadata = Metadata(published=date(2024, 5, 6))
    return Document("draft.txt", "item", text, (Item(tuple(blocks), metadata),), metadata)


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return load_recognizer()


@pytest.mark.parametrize(("kind", "text"), [("leadership", LEADERSHIP), ("no leader", NO_LEADER)])
def test_articles(benchmark, recognizer, kind, text):
    benchmark.extra_info["kilobytes"] = round(len(text.encode()) / 1000, 1)
    found = benchmark(recognizer.recognize, document(text))
    assert bool(found.mentions) == (kind == "leadership")


def test_many_different_articles(benchmark):
    """A new recognizer each round, so that nothing is remembered from the round before."""
    documents = [document(text) for text in articles(200)]

    def fresh():
        return (load_recognizer(),), {}

    def recognize_all(recognizer: Recognizer) -> int:
        return sum(len(recognizer.recognize(each).mentions) for each in documents)

    benchmark.extra_info["articles"] = len(documents)
    assert benchmark.pedantic(recognize_all, setup=fresh, rounds=5) > 200


@pytest.mark.parametrize("unit", [", ", "Nguyễn ", "đồng chí ", "Chủ tịch ", "Trần Văn An, Bí thư Tỉnh ủy; "])
def test_a_tenth_of_a_megabyte_of_one_thing(benchmark, recognizer, unit):
    benchmark.pedantic(recognizer.recognize, (document(unit * (100_000 // len(unit))),), rounds=3)


def test_with_ten_thousand_people(benchmark):
    names = [
        f"{family} Văn {middle}{tone}"
        for family in ("Trần", "Lê")
        for middle in "abcdefghik"
        for tone in range(500)
    ]
    officials = {name: Official(name, name) for name in names}
    roster = Roster("many", officials, {name.lower(): (name,) for name in names})
    found = benchmark(Recognizer(load_vocabulary(), roster).recognize, document(LEADERSHIP))
    assert found.mentions


def test_loading(benchmark):
    assert benchmark(load_recognizer).vocabulary.offices
