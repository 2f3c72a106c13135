"""What an editor of the sample's province gets told: a name one letter off, a title of another province."""

from __future__ import annotations

from datetime import date

import pytest

from kiemtin.checking.workbench import Workbench, bundled_roster
from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.judging.findings import Outcome

NEAR, HELD = "tên-gần-giống-trong-danh-bạ", "chức-danh-không-còn-hiệu-lực"


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench(pack="nội-quy-báo-mẫu", roster=str(bundled_roster("sample.json")))


def failed(bench: Workbench, text: str) -> set[str]:
    document = read_text(text, "bai.txt", overrides=Metadata(published=date(2024, 5, 30)))
    findings = bench.judge(document).judgement.findings
    return {each.rule.rpartition(".")[2] for each in findings if each.outcome is Outcome.FAILED}


@pytest.mark.parametrize("name", ["Hoàng Thị Dumg", "Hoàng Thi Dungg", "Hoàng Thị Dugn", "Hoàng Thị Dungd"])
def test_a_name_whose_one_word_is_no_syllable_behind_a_title(bench: Workbench, name: str) -> None:
    text = f"Sáng 30/5, Phó Chủ tịch Thường trực UBND tỉnh Nam Sơn {name} kiểm tra đập."
    slip = name in {"Hoàng Thị Dumg", "Hoàng Thị Dungd"}
    assert (NEAR in failed(bench, text)) is slip


def test_the_title_of_another_province_is_not_held(bench: Workbench) -> None:
    text = "Hội nghị họp ở tỉnh Nam Sơn. Đồng chí Phạm Văn Cường, Chủ tịch UBND tỉnh Hà Lâm, phát biểu."
    assert HELD in failed(bench, text)


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị họp ở tỉnh Tây Bình. Đồng chí Phạm Văn Cường, Chủ tịch UBND tỉnh Hà Lâm, phát biểu.",
        "Hội nghị họp ở tỉnh Nam Sơn. Đồng chí Phạm Văn Cường, Chủ tịch UBND tỉnh Nam Sơn, phát biểu.",
        "Tỉnh Nam Sơn và xã Bến họp. Dự có ông Phan Văn Sơn, Chủ tịch UBND xã Bến.",
        "Họp ở tỉnh Nam Sơn. Đồng chí Vũ Minh Đức, Phó Chủ tịch UBND tỉnh Hà Lâm, phát biểu.",
    ],
    ids=["perhaps-a-namesake", "his-own", "a-commune-has-many-namesakes", "deputies-are-many"],
)
def test_where_it_may_be_a_namesake_nothing_is_said(bench: Workbench, text: str) -> None:
    assert HELD not in failed(bench, text)


@pytest.mark.parametrize(
    "text",
    [
        "Dự có các đồng chí: Vũ Minh Đức, Phó Chủ tịch UBND tỉnh Nam Sơn; Phạm Văn\n"
        "Cường, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh.",
        "Dự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy Nam Sơn;\n"
        "Trần Văn An, Ủy viên Trung ương Đảng,\n"
        "Bí thư Tỉnh ủy;\nVũ Minh Đức, Phó Chủ tịch UBND tỉnh.",
    ],
    ids=["a-name", "the-rest-of-a-chain"],
)
def test_a_list_is_read_over_the_end_of_a_line(bench: Workbench, text: str) -> None:
    text = f"Hội nghị bàn về chè xuân\n\nSáng nay, tỉnh Nam Sơn họp.\n\n{text}\n\nHội nghị họp một ngày."
    assert "nêu-sai-thứ-bậc" in failed(bench, text)
