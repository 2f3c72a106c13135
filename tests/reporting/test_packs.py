"""Outlines, pages of rules and trees of explanations, from a pack written for the purpose."""

from __future__ import annotations

import pytest

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.text import normalize
from kiemtin.judging.telling.explanation import Explanation
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.rulebook import BoundRule, Citation, Displacement, Rulebook
from kiemtin.language.syntax import Rule, Status
from kiemtin.reporting import explanation, outline, rule_page
from kiemtin.reporting.excerpt import display_width
from kiemtin.reporting.outline import PackFile, statements_of
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report

SOURCE = """\
văn bản qđ-thử
  số hiệu      "1-QĐ/TU"
  tên          "Quy định thử"
  ban hành     "Ban Thường vụ"
  hiệu lực     từ 01/07/2021 đến 31/12/2025
  tình trạng   đã đối chiếu "Công báo số 1"

Điều 1. "Thứ tự"

Khoản 1. "Nêu theo thứ bậc."

  quy tắc sai-thứ-tự
    tóm tắt      "Nêu tên theo thứ bậc"
    với mỗi      ds trong tin.danh_sách
    phải         ds.lãnh_đạo xếp theo thứ_bậc
    trừ khi      tin.sự_kiện = "đại hội"
    trừ khi      tin.trang = 2 (trang hai)

Khoản 2. "Ngày lễ không theo Khoản 1."

  ngoại lệ ngày-lễ của sai-thứ-tự
    khi          tin.sự_kiện = "ngày lễ"

Điều 2. "Độ dài"

  tham số trần là 700 chữ

  bảng giới_hạn theo tin.bậc
    từ 01/07/2021 đến 31/12/2022
    | bậc 1..5 | 900 chữ |
    từ 01/01/2023 minh họa
    | bậc 1..5 | 800 chữ |

Điều 3. "Trung thực"

  không kiểm bằng máy "Thuộc về nội dung."

Điều 4. "Chưa mã hóa"
"""


@pytest.fixture
def pack() -> PackFile:
    tree = parse_pack(SOURCE, "qđ-thử.quy")
    (rule,) = [statement for statement in statements_of(tree) if isinstance(statement, Rule)]
    home = Citation("qđ-thử", "Quy định thử", None, (("article", "1"), ("clause", "1")), "Nêu…", tree.status)
    other = Citation("qđ-thử", "Quy định thử", None, (("article", "1"), ("clause", "2")), None, tree.status)
    above = Citation("qđ-trên", None, None, (("article", "9"),), None, Status("sample"))
    displaced = Displacement("ngày-lễ", other, rule.requirement, Validity(), FilePlace("x"))
    bound = BoundRule(
        "qđ-thử.sai-thứ-tự", "sai-thứ-tự", home, FilePlace("qđ-thử.quy"), "must", rule.loops, None,
        rule.requirement, rule.unless, (displaced,), None, (), tree.validity, rule.summary, (above,),
    )  # fmt: skip
    rulebook = Rulebook("qđ-thử", (), (bound,), {}, {}, (), (), "k")
    return PackFile(tree, normalize(SOURCE).text, rulebook)


def test_the_outline_follows_the_text(pack: PackFile) -> None:
    assert outline.render(pack, "vi") == (
        "qđ-thử “Quy định thử”\n"
        "  1-QĐ/TU\n"
        "  ban hành: Ban Thường vụ\n"
        "  hiệu lực từ 01/07/2021 đến hết 31/12/2025\n"
        "  đã đối chiếu: “Công báo số 1”\n"
        "\n"
        "Điều 1. “Thứ tự”\n"
        "  Khoản 1. “Nêu theo thứ bậc.”\n"
        "    quy tắc sai-thứ-tự (phải): Nêu tên theo thứ bậc\n"
        "      ├─ trừ khi tin.sự_kiện = \"đại hội\"\n"
        "      ├─ trừ khi trang hai\n"
        "      ├─ ngoại lệ ngày-lễ theo Điều 1, Khoản 2, qđ-thử (đã đối chiếu)\n"
        "      └─ thay Điều 9, qđ-trên (minh họa)\n"
        "  Khoản 2. “Ngày lễ không theo Khoản 1.”\n"
        "    ngoại lệ ngày-lễ của sai-thứ-tự\n"
        "\n"
        "Điều 2. “Độ dài”\n"
        "  tham số trần: 1 giá trị\n"
        "  bảng giới_hạn: 2 phiên bản\n"
        "    từ 01/07/2021 đến hết 31/12/2022, 1 hàng (đã đối chiếu)\n"
        "    từ 01/01/2023, 1 hàng (minh họa)\n"
        "\n"
        "Điều 3. “Trung thực”\n"
        "  không kiểm bằng máy: Thuộc về nội dung.\n"
        "\n"
        "Điều 4. “Chưa mã hóa”\n"
        "\n"
        "SỔ ĐỐI CHIẾU\n"
        "  1 quy tắc (1 phải, 0 nên, 0 lưu ý)\n"
        "  5 điều, khoản: 3 máy kiểm, 1 cần người xem, 1 chưa ghi cách kiểm\n"
        "  tình trạng văn bản và số liệu: 3 đã đối chiếu, 0 tập quán, 1 minh họa, 0 chưa ghi\n"
    )  # fmt: skip


def test_the_outline_in_english_keeps_the_packs_own_words(pack: PackFile) -> None:
    shown = outline.render(pack, "en")

    assert "Article 1. “Thứ tự”\n  Clause 1. “Nêu theo thứ bậc.”\n    rule sai-thứ-tự (must)" in shown
    assert "in force from 2021-07-01 until 2025-12-31" in shown


def test_the_page_of_a_rule(pack: PackFile) -> None:
    (bound,) = pack.rulebook.rules

    shown = rule_page.render(bound, "  quy tắc sai-thứ-tự\n    phải …", "vi")

    assert shown == (
        "qđ-thử.sai-thứ-tự\n"
        "Nêu tên theo thứ bậc\n"
        "Căn cứ:       Điều 1, Khoản 1 của “Quy định thử” (qđ-thử, đã đối chiếu): “Nêu…”\n"
        "Hiệu lực:     từ 01/07/2021 đến hết 31/12/2025\n"
        "Ngoại lệ:     “ngày-lễ” theo Điều 1, Khoản 2, qđ-thử (đã đối chiếu)\n"
        "Thay cho:     Điều 9, qđ-trên (minh họa)\n"
        "Ví dụ:        0 đạt, 0 lỗi, 0 ngoài phạm vi\n"
        "\n"
        "  quy tắc sai-thứ-tự\n"
        "    phải …\n"
    )


def test_a_tree_shows_places_and_clauses(report: Report) -> None:
    citation = report.judgement.findings[0].citation
    leaf = Explanation("judging.explain.value", {"what": "a", "value": "1"}, (Span(28, 31),))
    branch = Explanation("judging.explain.case.failed", {}, children=(leaf, leaf))
    tree = Explanation(
        "judging.explain.outcome.failed", {"rule": "r"}, (Span(0, 4),), citation, (leaf, branch)
    )

    assert explanation.render(tree, Places(report.document), "vi") == (
        "r: không đạt [dòng 1, cột 1; Điều 4, Khoản 1, qđ-mẫu (minh họa)]\n"
        "├─ a: 1 [dòng 3, cột 1]\n"
        "└─ Không đạt\n"
        "   ├─ a: 1 [dòng 3, cột 1]\n"
        "   └─ a: 1 [dòng 3, cột 1]\n"
    )


def test_long_steps_of_a_tree_are_wrapped_inside_it(report: Report) -> None:
    leaf = Explanation("judging.explain.value", {"what": "từ " * 60, "value": "1"})
    tree = Explanation("judging.explain.case.failed", {}, children=(leaf._replace(children=(leaf,)), leaf))

    lines = explanation.render(tree, Places(report.document), "vi", width=60).splitlines()

    assert max(map(display_width, lines)) <= 60
    assert lines[2].startswith("│  │ ")
