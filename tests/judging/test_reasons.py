"""Each reason of failure, each suggestion and each damage that the catalogue knows is brought about by a rule
and a text. Who adds one and forgets its row is told here."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import kiemtin.judging
from kiemtin.documents.model import Document
from kiemtin.foundation.messages import catalogue, help_for, message
from kiemtin.judging.evaluating.predicates import PREDICATES
from kiemtin.judging.judge import Judge
from kiemtin.judging.telling.diagnosis import NOT_SO
from kiemtin.judging.telling.fixes import KINDS
from kiemtin.judging.trying import staging
from kiemtin.language import syntax
from kiemtin.language.terms import schema
from kiemtin.language.terms import types as t

DATED = "---\nngày đăng: 12/03/2024 19:00\nthời điểm sự kiện: 12/03/2024 07:00\ntrang: 3\nvị trí: 3\n---\n"
MISPLACED = "Dự có các đồng chí: Lê Văn Tư, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy."
LISTED = "với mỗi ds trong tin.danh_sách phải ds.lãnh_đạo xếp theo thứ_bậc"
EACH_MENTION = "với mỗi lượt trong tin.lượt_nhắc"
ROWS = "với mỗi dãy trong tin.dãy_cơ_quan phải dãy.cơ_quan xếp theo thứ_bậc"
ENDED = "với mỗi tên trong tin.tên_có_thời_hạn phải tên đúng vào ngày tin.ngày_đăng"
LATER = DATED.replace("2024", "2026")
REASONS: dict[str, tuple[str, str | Sequence[str]]] = {
    "judging.failed.order.organ-before": (ROWS, DATED + "Dự có lãnh đạo HĐND, UBND, Tỉnh ủy."),
    "judging.failed.order.organ-after": (ROWS, DATED + "Dự có lãnh đạo MTTQ, Tỉnh ủy, HĐND, UBND."),
    "judging.failed.ended-name": (ENDED, LATER + "Sáng 12/3, Bộ Giao thông vận tải họp."),
    "judging.failed.ended-name.alone": (ENDED, LATER + "Sáng 12/3, UBND huyện họp."),
    "judging.failed": ("phải tin.trang = 1 hoặc tin.vị_trí = 1", DATED + "Trời đẹp."),
    "judging.failed.summary": (
        'tóm tắt "Trang đầu hoặc tin đầu" phải tin.trang = 1 hoặc tin.vị_trí = 1',
        DATED + "Trời đẹp.",
    ),
    "judging.failed.summary.compared": ('tóm tắt "Ít ảnh" phải tin.số_lãnh_đạo >= 1', "Trời đẹp."),
    "judging.failed.compared": ("phải tin.số_lãnh_đạo >= 1", "Trời đẹp."),
    "judging.failed.length.over": ("phải tin.độ_dài <= 2 chữ", "Trời hôm nay đẹp."),
    "judging.failed.length.under": ("phải tin.độ_dài >= 9 chữ", "Trời hôm nay đẹp."),
    "judging.failed.position": ("phải tin.vị_trí = 1", DATED + "Trời đẹp."),
    "judging.failed.page": ("phải tin.trang = 1", DATED + "Trời đẹp."),
    "judging.failed.delay": (
        "phải tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện <= 2 giờ",
        DATED + "Trời đẹp.",
    ),
    "judging.failed.order.before": (LISTED, DATED + MISPLACED),
    "judging.failed.order.after": (
        LISTED,
        DATED + "Dự có các đồng chí: Lý Văn Chín, Giám đốc Sở Tài chính; Lê Văn Tư, Phó Bí thư Tỉnh ủy; "
        "Hồ Văn Bảy, Phó Bí thư Tỉnh ủy.",
    ),
    "judging.failed.order.mixed": (
        LISTED,
        DATED + "Dự có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lý Văn Chín, nguyên Bí thư Tỉnh ủy; "
        "Hồ Văn Bảy, Phó Bí thư Tỉnh ủy; Ngô Văn Mười, nguyên Bí thư Tỉnh ủy.",
    ),
    "judging.failed.order.item-before": (
        "phải bản_tin.mục_lãnh_đạo xếp theo thứ_bậc",
        ["Phó Bí thư Tỉnh ủy Lê Văn Tư họp", "Bí thư Tỉnh ủy Trần Văn An họp"],
    ),
    "judging.failed.order.item-after": (
        "phải bản_tin.mục_lãnh_đạo xếp theo thứ_bậc",
        [
            "Phó Bí thư Tỉnh ủy Lê Văn Tư họp",
            "Giám đốc Sở Tài chính Lý Văn Chín họp",
            "Phó Bí thư Tỉnh ủy Hồ Văn Bảy họp",
            "Phó Bí thư Tỉnh ủy Mai Văn Sáu họp",
        ],
    ),
    "judging.failed.has": ("phải tin có nhân_vật_chính", "Trời đẹp."),
    "judging.failed.no-title": (
        "với mỗi người trong tin.lãnh_đạo phải người.lần_đầu có chức_danh",
        DATED + "Đồng chí Trần Văn An thăm xã.",
    ),
    "judging.failed.title-not-wanted": (
        f"{EACH_MENTION} phải lượt không có chức_danh",
        "Đồng chí Lê Văn Tư, Phó Bí thư Tỉnh ủy, họp.",
    ),
    "judging.failed.unwanted": (
        "phải tin không có nhân_vật_chính",
        "Đồng chí Lê Văn Tư, Phó Bí thư Tỉnh ủy, họp.",
    ),
    "judging.failed.within": (
        f"{EACH_MENTION} phải lượt nằm trong tin.tít",
        "Tít: Trời đẹp\n\nĐồng chí Lê Văn Tư họp.",
    ),
    "judging.failed.not-within": (
        f"{EACH_MENTION} phải lượt không nằm trong tin.tít",
        "Tít: Đồng chí Lê Văn Tư họp\n\nTrời đẹp.",
    ),
    "judging.failed.in-roster": (
        f"{EACH_MENTION} phải lượt có trong danh_bạ",
        "Đồng chí Lê Văn Tư họp.",
    ),
    "judging.failed.held": (
        f"{EACH_MENTION} phải lượt.chức_danh đúng vào ngày tin.ngày_đăng",
        DATED + "Đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy, họp.",
    ),
    "judging.failed.held.unknown": (
        f"{EACH_MENTION} phải lượt.chức_danh đúng vào ngày tin.ngày_đăng",
        DATED + "Đồng chí Hồ Văn Dần, Giám đốc Sở Tài chính tỉnh Nam Sơn, họp.",
    ),
    "judging.failed.near-name": (
        f"{EACH_MENTION} phải lượt không có tên_gần_đúng",
        "Đồng chí Trần Văn Ăn, Bí thư Tỉnh ủy, thăm xã.",
    ),
    "judging.failed.near-title": (
        f"{EACH_MENTION} phải lượt không có chức_danh_gần_đúng",
        "Đồng chí Trần Văn An, Bí thu Tỉnh ủy, thăm xã.",
    ),
    "judging.failed.two-names": (
        "phải tin viết nhất quán",
        "Đồng chí Lê Văn Hòa họp. Đồng chí Lê Văn Hoà kết luận.",
    ),
    "judging.failed.written": (
        'câu báo "Trang {tin.trang}, {đo được}, mức {quy định}" cần làm "Đổi." phải tin.trang = 1',
        DATED + "Trời đẹp.",
    ),
    "judging.failed.words": ('phải tin.tít có chứa "họp"', "Tít: Trời đẹp\n\nMưa."),
    "judging.failed.starts-with": ('phải tin.tít bắt đầu bằng "Mưa"', "Tít: Trời đẹp\n\nMưa."),
    "judging.failed.ends-with": ('phải tin.tít kết thúc bằng {"mưa", "nắng"}', "Tít: Trời đẹp\n\nMưa."),
    "judging.failed.unwanted-words": ('phải tin không chứa "trời"', "Tít: Trời đẹp\n\nMưa."),
    "judging.failed.before": (f"{EACH_MENTION} phải lượt đứng trước lượt", "Đồng chí Lê Văn Tư họp."),
    "judging.failed.after": (f"{EACH_MENTION} phải lượt đứng sau lượt", "Đồng chí Lê Văn Tư họp."),
    "judging.failed.right-after": (f"{EACH_MENTION} phải lượt đứng liền sau lượt", "Đồng chí Lê Văn Tư họp."),
    "judging.failed.first-in": (
        f"{EACH_MENTION} phải lượt đứng đầu tin.lượt_nhắc",
        "Đồng chí Lê Văn Tư gặp đồng chí Hồ Văn Bảy.",
    ),
    "judging.failed.last-in": (
        f"{EACH_MENTION} phải lượt đứng cuối tin.lượt_nhắc",
        "Đồng chí Lê Văn Tư gặp đồng chí Hồ Văn Bảy.",
    ),
    "judging.failed.two-tones": ("phải tin viết nhất quán", "Xã Hòa Sơn đẹp. Nhà hoà giải họp."),
}
NOT_ALONE = {"judging.failed.length"}
"""Said only of a length that is no number, of which no text has one."""


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_given_and_says_what_to_do(
    judge_of: Callable[[str], Judge], check: Any, bulletin: Callable[..., Document], reason: str
) -> None:
    rule, told = REASONS[reason]
    judge = judge_of("  quy tắc thử\n" + "".join(f"    {line}\n" for line in _lines(rule)))
    judged = check(judge, told if isinstance(told, str) else bulletin(told))
    said = [finding for finding in judged.failed if finding.message == reason]
    assert said, judged.findings
    for lang in ("vi", "en"):
        assert "{" not in message(reason, lang, said[0].arguments)  # type: ignore[arg-type]
        assert help_for(reason, lang, said[0].arguments)  # type: ignore[arg-type]


def _lines(rule: str) -> list[str]:
    """One clause a line."""
    for word in (" phải ", " khi "):
        rule = rule.replace(word, f"\n{word.strip()} ")
    return rule.splitlines()


def test_every_reason_of_the_catalogue_is_brought_about() -> None:
    known = {each for each in catalogue() if each.startswith("judging.failed") and not each.endswith(".help")}
    assert set(REASONS) | NOT_ALONE == known


def test_what_is_said_and_what_the_catalogue_knows_are_the_same() -> None:
    """The ids of suggestions and damages stand in the code as a whole; of others at least all are known."""
    said: set[str] = set()
    for path in Path(kiemtin.judging.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
    known = {each.removesuffix(".help") for each in catalogue()}
    assert {each for each in known if each.startswith(("judging.fix.", "judging.damage."))} <= said
    assert {each for each in said if re.fullmatch(r"judging\.[a-z.-]*[a-z]", each)} <= known


def test_every_worded_test_is_answered_judged_and_diagnosed() -> None:
    assert set(PREDICATES) == set(NOT_SO) == {row.name for row in schema.PREDICATES}


def test_every_kind_of_fix_is_worded() -> None:
    assert set(KINDS) == set(get_args(get_type_hints(syntax.Fix)["kind"]))


def test_examples_supply_only_what_is_a_property_of_an_item() -> None:
    of_items = {row.name for row in schema.PROPERTIES if row.owner == t.ITEM}
    assert set(staging._FIELDS) <= of_items
