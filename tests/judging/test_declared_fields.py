"""What a pack declares that may be said of an item: read, held to the allowed values, told about."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.report import Report

PACK = """văn bản thử
  hiệu lực   từ 01/01/2024
  tình trạng minh họa
thông tin thể_loại là một trong {"tin", "phóng sự"}
thông tin đã_duyệt là đúng hoặc sai
thông tin số_nguồn là số
thông tin giờ_duyệt là ngày giờ
thông tin ghi_chú_riêng là lời
quy tắc phóng-sự-đã-duyệt
  khi  tin.thể_loại = "phóng sự"
  phải tin.đã_duyệt = đúng
quy tắc đủ-nguồn
  phải tin.số_nguồn ít nhất 2
quy tắc duyệt-sớm
  phải tin.giờ_duyệt < tin.thời_điểm_đăng
"""


@pytest.fixture
def report(tmp_path: Path):  # type: ignore[no-untyped-def]
    (tmp_path / "thử.quy").write_text(PACK, "utf-8")

    def of(head: str, name: str = "bai.md") -> Report:
        path = tmp_path / name
        path.write_text(
            head if name.endswith(".csv") else f"---\n{head}\n---\nTít bài\n\nĐoàn đến xã.\n", "utf-8"
        )
        bench = Workbench(str(tmp_path / "thử.quy"))
        return bench.judge(bench.read(str(path)))

    return of


def outcomes(report: Report) -> dict[str, Outcome]:
    return {each.rule.rpartition(".")[2]: each.outcome for each in report.judgement.findings}


def notes(report: Report) -> list[str]:
    return [note.code for note in report.notes]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("thể loại: phóng sự\nđã duyệt: có", Outcome.PASSED),
        ("Thể loại: PHÓNG SỰ\nĐã duyệt: không", Outcome.FAILED),
        ("thể loại: phóng sự", Outcome.NOT_CHECKABLE),
        ("thể loại: tin", Outcome.OUT_OF_SCOPE),
        ("thể loại: phóng sư\nđã duyệt: có", Outcome.NOT_CHECKABLE),
        ("trang: 1", Outcome.NOT_CHECKABLE),
    ],
)
def test_a_declared_field_is_read_from_the_head(report, said: str, outcome: Outcome) -> None:  # type: ignore[no-untyped-def]
    assert outcomes(report(said))["phóng-sự-đã-duyệt"] is outcome


def test_numbers_and_moments_are_compared_as_such(report) -> None:  # type: ignore[no-untyped-def]
    found = outcomes(report("số nguồn: 3\ngiờ duyệt: 12/03/2024 07:00\nngày đăng: 12/03/2024 08:00"))
    assert found["đủ-nguồn"] is found["duyệt-sớm"] is Outcome.PASSED
    found = outcomes(report("số nguồn: 1\ngiờ duyệt: 12/03/2024 09:00\nngày đăng: 12/03/2024 08:00"))
    assert found["đủ-nguồn"] is found["duyệt-sớm"] is Outcome.FAILED


def test_a_declared_key_is_known_and_others_are_told(report) -> None:  # type: ignore[no-untyped-def]
    assert notes(report("ghi chú riêng: a\nsố nguồn: 2")) == []
    assert notes(report("màu: đỏ")) == ["metadata-key-unknown"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("thể loại: phóng sư", "metadata-value-outside-near"),
        ("thể loại: xã luận", "metadata-value-outside"),
        ("số nguồn: vài", "metadata-value-kind"),
        ("đã duyệt: chắc là rồi", "metadata-value-kind"),
    ],
)
def test_a_value_outside_is_told_and_not_judged(report, said: str, code: str) -> None:  # type: ignore[no-untyped-def]
    made = report(said)
    assert code in notes(made)
    assert Outcome.FAILED not in outcomes(made).values()


def test_columns_of_a_rundown_are_declared_fields_too(tmp_path: Path) -> None:
    pack = PACK.replace("quy tắc đủ-nguồn", "quy tắc đủ-nguồn\n  với mỗi tin trong bản_tin.mục")
    (tmp_path / "thử.quy").write_text(pack, "utf-8")
    rundown = tmp_path / "kb.csv"
    rundown.write_text("STT,Tên tin,Số nguồn\n1,Khai mạc hội chợ,2\n2,Lũ rút ở Hòa Bình,1\n", "utf-8")
    bench = Workbench(str(tmp_path / "thử.quy"))
    made = bench.judge(bench.read(str(rundown)))
    failed = [each for each in made.judgement.findings if each.outcome is Outcome.FAILED]
    assert [each.rule for each in failed] == ["thử.đủ-nguồn"]
    assert "rundown-column-unknown" not in notes(made)
