"""What a report asks for: each datum once, what the roster lacks of several people in one."""

from __future__ import annotations

from datetime import date

from kiemtin.checking.workbench import Workbench, bundled_roster
from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.reporting.report import missing_data

RULE = "qđ-tỉnh-mẫu.chức-danh-không-còn-hiệu-lực"


def asked(text: str) -> list[tuple[str, dict[str, object]]]:
    bench = Workbench(pack="nội-quy-báo-mẫu", roster=str(bundled_roster("sample.json")))
    document = read_text(text, "bai.txt", overrides=Metadata(published=date(2024, 5, 30)))
    missing = missing_data(bench.judge(document).judgement)
    return [(each.name, dict(each.arguments)) for each in missing if RULE in each.rules]


def test_what_the_roster_lacks_of_several_people_is_asked_for_once() -> None:
    text = (
        "Hội nghị họp. Dự có các đồng chí: Phạm Văn Cường, Phó Bí thư Tỉnh ủy Nam Sơn, Chủ tịch UBND tỉnh "
        "Nam Sơn, Ủy viên Trung ương Đảng; Lê Thị Bình, Chủ tịch Hội Nông dân tỉnh Nam Sơn."
    )
    told = asked(text)
    assert [name for name, _ in told] == ["holdings"]
    people = str(told[0][1]["people"])
    assert people.count("“Phạm Văn Cường”") == people.count("“Lê Thị Bình”") == 1
    assert "Trung ương Đảng”)" in people


def test_one_is_asked_for_by_name_and_title() -> None:
    told = asked(
        "Tỉnh Nam Sơn họp. Đồng chí Phạm Văn Cường, Ủy viên Trung ương Đảng, Chủ tịch UBND tỉnh, phát biểu."
    )
    assert [(name, each["name"]) for name, each in told] == [("holding", "Phạm Văn Cường")]
