"""A waiver accepts one case with a reason; whatever accepts nothing, or too much, is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiemtin.accepting.standing import State, Waiver
from kiemtin.checking.choosing import Choice
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.report import Report, worst_reaches

HEAD = "---\nngày đăng: 12/03/2024\nloại hình: báo in\ntrang: 1\n---\n# Tỉnh Nam Sơn họp\n\n"
FIRST = "Sáng 12/3, đồng chí Trần Văn An chủ trì hội nghị bàn việc quý II.\n\n"
SECOND = "Đồng chí Vũ Minh Đức thăm hợp tác xã chè.\n"
TODAY = date(2026, 6, 1)
RULE = "nêu-tên-thiếu-chức-danh"

Told = tuple[dict[str, State], dict[str, Waiver], list[str]]
Check = Callable[..., Told]


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench("nội-quy-báo-mẫu")


@pytest.fixture
def checked(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Report, list[Problem]]]:
    monkeypatch.chdir(tmp_path)

    def check(text: str, waivers: str = "", *, waive: bool = True) -> tuple[Report, list[Problem]]:
        (tmp_path / "bai.md").write_text(text, "utf-8")
        (tmp_path / "kiemtin-waivers.toml").write_text(waivers, "utf-8")
        finish = Finishing(Choice(), TODAY, waive=waive)
        report = finish(bench.examine(bench.read("bai.md"))).report
        return report, [*finish.problems(), *finish.at_the_end()]

    return check


def states(report: Report) -> dict[str, str]:
    return {
        finding.place.of(report.document.text): report.state_of(finding).value
        for finding in report.judgement.findings
        if finding.outcome is Outcome.FAILED and finding.place
    }


def toml(**fields: str) -> str:
    values = {
        "rule": f'"{RULE}"', "quote": '"đồng chí Trần Văn An chủ trì"', "reason": '"Đã hỏi Ban Biên tập"',
        "person": '"Lê Thị Na"', "expires": "2026-12-31", **fields,
    }  # fmt: skip
    return "[[waiver]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


def comment(words: str) -> str:
    return HEAD + f"<!-- kiemtin: {words} -->\n" + FIRST + SECOND


INLINE = f"bỏ qua {RULE}; lý do: đã hỏi; người: Lê Thị Na; đến: 31/12/2026"


@pytest.mark.parametrize(
    "written",
    [
        toml(),
        toml(rule=f'"qđ-tỉnh-mẫu.{RULE}"'),
        toml(quote='"Sáng 12/3,  ĐỒNG CHÍ Trần Văn An"'),
        toml(file='"bai.md"'),
        toml(expires='"31/12/2026"'),
        toml(expires="2026-06-01"),
        '[[waiver]]\n"quy tắc" = "nêu-tên-thiếu-chức-danh"\n"trích dẫn" = "đồng chí Trần Văn An"\n'
        '"lý do" = "x"\n"người" = "y"\n"hết hạn" = 2026-12-31\n',
    ],
)
def test_a_waiver_accepts_its_case_alone(
    checked: Callable[..., tuple[Report, list[Problem]]], written: str
) -> None:
    report, problems = checked(HEAD + FIRST + SECOND, written)
    assert states(report) == {"Trần Văn An": "waived", "Vũ Minh Đức": "new"}
    assert problems == []
    (waiver,) = report.acceptance.waived.values()
    assert waiver.source == "kiemtin-waivers.toml:1"


@pytest.mark.parametrize(
    ("words", "waived"),
    [
        (INLINE, True),
        (f"waive {RULE}; reason: asked; by: Lê Thị Na; until: 2026-12-31", True),
        (INLINE.replace("bỏ qua", "Bỏ Qua"), True),
        (INLINE.replace(RULE, "nêu-sai-thứ-bậc"), False),
    ],
)
def test_a_comment_accepts_for_its_paragraph(
    checked: Callable[..., tuple[Report, list[Problem]]],
    words: str,
    waived: bool,  # noqa: FBT001
) -> None:
    report, problems = checked(comment(words))
    assert states(report) == {"Trần Văn An": "waived" if waived else "new", "Vũ Minh Đức": "new"}
    assert [each.code for each in problems] == ([] if waived else ["waiver-unused"])


def test_a_comment_inside_a_paragraph_is_meant_for_that_one(
    checked: Callable[..., tuple[Report, list[Problem]]],
) -> None:
    report, _ = checked(HEAD + FIRST + SECOND.rstrip() + f" <!-- kiemtin: {INLINE} -->\n")
    assert states(report) == {"Trần Văn An": "new", "Vũ Minh Đức": "waived"}


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (toml(expires="2026-05-31"), ["waiver-expired"]),
        (toml(quote='"bàn việc quý II"'), ["waiver-unused"]),
        (toml(rule='"nêu-tên"'), ["waiver-unknown-rule"]),
        (toml(quote='"An"'), ["waiver-too-broad"]),
        (toml(reason=""), ["waiver-incomplete"]),
        (toml(person='""'), ["waiver-incomplete"]),
        (toml(expires=""), ["waiver-incomplete"]),
        (toml(expires='"bao giờ cũng được"'), ["waiver-incomplete"]),
        (toml(quote=""), ["waiver-incomplete"]),
        (toml(colour='"red"') , ["waivers-unknown-key"]),
        (toml(quote='"không có trong bài này"', file='"bai.md"'), ["waiver-unused"]),
        (toml(quote='"không có trong bài này"'), []),
        (toml(quote='"An chủ trì hội nghị bàn việc quý II. Đồng chí Vũ Minh Đức"'), ["waiver-too-broad"]),
        ("[[waiver]\n", ["waivers-unreadable"]),
        ("waivers = 1\n", ["waivers-unknown-key"]),
        ("waiver = 1\n", ["waivers-unknown-key"]),
    ],
)  # fmt: skip
def test_what_accepts_nothing_or_too_much_is_told(
    checked: Callable[..., tuple[Report, list[Problem]]], written: str, codes: list[str]
) -> None:
    report, problems = checked(HEAD + FIRST + SECOND, written)
    assert [each.code for each in problems] == codes
    assert all(each.warning and message(each.code, "vi", each.arguments) for each in problems)
    if codes != ["waivers-unknown-key"] or "colour" not in written:
        assert set(states(report).values()) == {"new"}


@pytest.mark.parametrize(
    "words", ["bỏ qua", "xóa " + RULE, f"bỏ qua {RULE}", INLINE.replace("; người: Lê Thị Na", "")]
)
def test_a_comment_that_is_not_whole_is_told(
    checked: Callable[..., tuple[Report, list[Problem]]], words: str
) -> None:
    report, problems = checked(comment(words))
    assert [each.code for each in problems] in (["waiver-comment"], ["waiver-incomplete"])
    assert problems[0].place.line == 8
    assert set(states(report).values()) == {"new"}


def test_a_fingerprint_is_a_place(checked: Callable[..., tuple[Report, list[Problem]]]) -> None:
    before, _ = checked(HEAD + FIRST + SECOND)
    found = next(each for each in before.judgement.findings if each.rule.endswith(RULE) and each.fingerprint)
    report, problems = checked(
        HEAD + SECOND + "\n" + FIRST, toml(quote="", fingerprint=f'"{found.fingerprint}"')
    )
    assert sorted(states(report).values()) == ["new", "waived"]
    assert problems == []


def test_a_gate_waives_nothing(checked: Callable[..., tuple[Report, list[Problem]]]) -> None:
    report, _ = checked(HEAD + FIRST, toml())
    assert not worst_reaches(report, "note")
    report, _ = checked(comment(INLINE), toml(), waive=False)
    assert set(states(report).values()) == {"new"}
    assert worst_reaches(report, "must")
