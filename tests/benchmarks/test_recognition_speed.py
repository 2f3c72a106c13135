"""Recognition: articles a second, memory of a large roster, cost of hostile text.

Run with `pytest tests/benchmarks/test_recognition_speed.py --benchmark-enable`.
"""

from __future__ import annotations

from datetime import date

import pytest

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.officials.recognizer import Recognizer, load_recognizer
from kiemtin.officials.roster import Official, Roster
from kiemtin.officials.vocabulary import load_vocabulary

LEADERSHIP = (
    "Sáng 6/5, Tỉnh ủy Nam Sơn tổ chức hội nghị đánh giá kết quả thực hiện nghị quyết về phát triển "
    "kinh tế.\n"
    "Dự hội nghị có các đồng chí: Trần Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; Lê Thị "
    "Bình, Phó Bí thư "
    "Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh; Phạm Văn Cường, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh.\n"
    "Phát biểu khai mạc, Bí thư Tỉnh ủy Trần Văn An nhấn mạnh yêu cầu nâng cao chất lượng tăng "
    "trưởng, gắn với "
    "bảo vệ môi trường và chăm lo đời sống nhân dân các xã vùng cao còn nhiều khó khăn trong những năm tới.\n"
    "Theo báo cáo, các chỉ tiêu chủ yếu đều đạt và vượt kế hoạch; thu ngân sách tăng so với cùng kỳ "
    "năm trước, "
    "sản xuất nông nghiệp ổn định, nhiều công trình giao thông được đưa vào sử dụng đúng tiến độ đã đề ra.\n"
    "Ông Phạm Văn Cường đề nghị các sở, ngành khẩn trương tháo gỡ vướng mắc cho doanh nghiệp và người dân.\n"
) * 2
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
