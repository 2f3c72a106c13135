"""Judgements made by hand, so that renderers are tested without the rooms before them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.foundation import messages
from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import normalize
from kiemtin.judging.findings import (
    Edit,
    ExceptionStep,
    Finding,
    Judgement,
    MissingDatum,
    Outcome,
    SuggestedFix,
    Words,
)
from kiemtin.language.rulebook import Citation, PackSummary, Rulebook
from kiemtin.language.syntax import Status
from kiemtin.reporting.report import Report

TEXT = (
    "Khai mạc hội nghị tổng kết\n"
    "\n"
    "Dự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy. "
    "Hội nghị bàn hai việc.\n"
    "Bình nói về việc thứ nhất.\n"
)
SAMPLE = Status("sample", "Số liệu mẫu.")
ORDER = Citation(
    "qđ-mẫu",
    "Quy định mẫu",
    "…-QĐ/TU",
    (("article", "4"), ("clause", "1")),
    "Khi nêu tên nhiều lãnh đạo thì nêu theo thứ bậc từ cao xuống thấp.",
    SAMPLE,
)
LENGTH = Citation("qđ-mẫu", "Quy định mẫu", "…-QĐ/TU", (("article", "6"),), None, SAMPLE)
# Sentences that only these tests speak; the judge's own are proven where it stands.
SENTENCES = {
    "test-order": ("“{later}” bậc cao hơn nhưng đứng sau “{earlier}”", "“{later}” ranks above “{earlier}”"),
    "test-order.help": ("Đưa “{later}” lên trước “{earlier}”.", "Put “{later}” before “{earlier}”."),
    "test-order.earlier": ("bậc thấp hơn, đứng trước", "of lower rank, stands before"),
    "test-long": ("Tin dài quá", "The item is too long"),
    "test-title": ("Thiếu chức danh khi nêu tên “{name}”", "“{name}” is named without a title"),
    "test-fix": ("xếp lại theo thứ bậc", "reorder by precedence"),
    "datum.test-day": ("ngày đăng", "day of publication"),
    "datum.test-day.help": ("Ghi “Ngày đăng: 12/03/2024” ở đầu tin.", "Write “Date: 2024-03-12” on top."),
    "test-passed": ("đạt", "passed"),
    "test-not-run": ("thiếu underthesea", "underthesea is not installed"),
    "test-note": ("Không hiểu khóa “{key}”", "Unknown key “{key}”"),
}


@pytest.fixture(autouse=True)
def _sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = messages.spoken
    monkeypatch.setattr(messages, "spoken", lambda key: SENTENCES.get(key) or spoken(key))


def document_of(text: str, path: str = "bai.txt") -> Document:
    """An item whose blocks are the lines of `text`, the first one the headline."""
    normalized = normalize(text)
    blocks, at = [], 0
    for number, line in enumerate(normalized.text.splitlines(keepends=True), 1):
        if line.strip():
            zone = Zone.BODY if blocks else Zone.HEADLINE
            blocks.append(Block(zone, at, at + len(line.rstrip()), Origin("line", number)))
        at += len(line)
    metadata = Metadata(published=date(2024, 3, 12))
    return Document(path, "item", normalized.text, (Item(tuple(blocks), metadata),), metadata, normalized)


def span_of(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def order_finding(**changes: object) -> Finding:
    first, second = "Lê Thị Bình, Phó Bí thư Tỉnh ủy", "Trần Văn An, Bí thư Tỉnh ủy"
    values: dict[str, object] = {
        "rule": "qđ-mẫu.nêu-sai-thứ-bậc",
        "outcome": Outcome.FAILED,
        "modality": "must",
        "citation": ORDER,
        "message": "test-order",
        "arguments": {"later": "Trần Văn An", "earlier": "Lê Thị Bình"},
        "item": 0,
        "place": span_of("Trần Văn An"),
        "related": (("test-order.earlier", span_of("Lê Thị Bình")),),
        "exceptions": (ExceptionStep("unless", "theo vần", LENGTH),),
        "fix": SuggestedFix(
            "test-fix", {}, (Edit(span_of(first), second), Edit(span_of(second), first)), safe=False
        ),
        "fingerprint": "f1",
    }
    values |= changes
    words = Words(values.pop("arguments"), values.pop("measured", None), values.pop("required", None))  # type: ignore[arg-type]
    return Finding(words=words, **values)  # type: ignore[arg-type]


def findings() -> tuple[Finding, ...]:
    title: dict[str, object] = {
        "rule": "qđ-mẫu.thiếu-chức-danh",
        "modality": "should",
        "message": "test-title",
        "arguments": {"name": "Bình"},
        "related": (),
        "exceptions": (),
        "fix": None,
    }
    plain: dict[str, object] = {
        "place": None,
        "related": (),
        "arguments": {},
        "exceptions": (),
        "fix": None,
        "citation": LENGTH,
    }
    return (
        order_finding(**{**title, "place": span_of("Bình", 1)}),
        order_finding(
            **{**plain, "rule": "qđ-mẫu.tin-quá-dài", "message": "test-long"},
            measured="1.234 chữ",
            required="tối đa 700 chữ",
        ),
        order_finding(),
        order_finding(**{**title, "place": span_of("Bình", 0)}),
        order_finding(
            **{
                **plain,
                "rule": "qđ-mẫu.đăng-chậm",
                "outcome": Outcome.NOT_CHECKABLE,
                "message": "test-passed",
            },
            missing=(MissingDatum("test-day"),),
        ),
        order_finding(
            **{**plain, "rule": "qđ-mẫu.đủ-tít", "outcome": Outcome.PASSED, "message": "test-passed"}
        ),
        order_finding(
            **{**plain, "rule": "qđ-mẫu.đếm-từ", "outcome": Outcome.NOT_RUN, "message": "test-not-run"}
        ),
    )


def rulebook_of(*packs: PackSummary) -> Rulebook:
    return Rulebook("qđ-mẫu", packs, (), {}, {}, (), (), "k")


PACK = PackSummary(
    "qđ-mẫu",
    "Quy định mẫu",
    "…-QĐ/TU",
    None,
    Validity(date(2021, 7, 1)),
    SAMPLE,
    date(2023, 1, 1),
    "qđ-mẫu.quy",
)


@pytest.fixture
def report() -> Report:
    """One item with a failed order, a repeated missing title, a length, and every other outcome."""
    return Report(document_of(TEXT), rulebook_of(PACK), Judgement(findings(), (date(2024, 3, 12),)))


@pytest.fixture
def clean_report() -> Report:
    passed = tuple(finding for finding in findings() if finding.outcome is Outcome.PASSED)
    return Report(document_of(TEXT), rulebook_of(PACK), Judgement(passed, (date(2024, 3, 12),)))


@pytest.fixture
def nfd_report(report: Report) -> Report:
    """The same draft as macOS or Word may hand it over: decomposed."""
    return report._replace(document=document_of(unicodedata.normalize("NFD", TEXT)))


@pytest.fixture
def noted_report(report: Report) -> Report:
    from kiemtin.foundation.records import replace

    notes = (Note("test-note", {"key": "Ngay dang"}, Span(0, 8)),)
    return report._replace(document=replace(report.document, notes=notes))


EVIL = "\x1b[2J\u202e\r\x07\x9b31m]]><b>&=cmd|'/c calc'!A1"
"""What must not act on a terminal, a sheet or a page: escape sequences, bidi overrides, markup, formulas."""


@pytest.fixture
def evil_report(report: Report) -> Report:
    """A draft whose text, path and quoted words carry `EVIL`."""
    text = TEXT.replace("Dự hội nghị", f"=1+1{EVIL} Dự hội nghị").replace("Bình nói", f"Bình {EVIL} nói")
    document = document_of(text, f"=b{EVIL}.txt")
    start = document.text.index("Trần Văn An")
    evil = order_finding(
        arguments={"later": f"=An{EVIL}", "earlier": "Bình"},
        place=Span(start - 5, start + 5),
        related=(),
        fix=None,
        fingerprint="f9",
    )
    return report._replace(document=document, judgement=Judgement((evil,), (date(2024, 3, 12),)))
