"""Figures against a count of their own, and each format opened by somebody else's reader."""

from __future__ import annotations

import io
import re
import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from kiemtin.auditing.answers import Answer, answers_of, take_in
from kiemtin.auditing.comparing import compare, listed, side_of
from kiemtin.auditing.drawing import draw
from kiemtin.auditing.figures import Change, Figures
from kiemtin.auditing.identity import MANY_TERMS, changes_in_office
from kiemtin.auditing.rendering import comparison, html, review, text, workbook
from kiemtin.auditing.rendering.answered import tables_of
from kiemtin.auditing.rendering.tables import flat, tables
from kiemtin.auditing.rendering.wording import change
from kiemtin.auditing.settings import Settings
from kiemtin.auditing.summarising import Choice, changes, copies_of, findings_of, place_key, run_of, summarise
from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.problems import DocumentError

from .conftest import Made, rows, run_audit


@pytest.fixture(scope="module")
def figures(made: Made) -> Figures:
    return summarise(made.store, Choice(findings=20))


class Counted:
    """The same figures by loops over rows."""

    def __init__(self, store: Path, outlet: str | None = None) -> None:
        copies = {(row["doc"], row["item"]) for row in rows(store, "copies")}
        self.items = {
            (row["doc"], row["item"]): row
            for row in rows(store, "items")
            if row["state"] == "checked"
            and (row["doc"], row["item"]) not in copies
            and outlet in (None, row["outlet"])
        }
        self.checks = [row for row in rows(store, "checks") if (row["doc"], row["item"]) in self.items]

    def wrong(self, **having: Any) -> int:
        failed = {(row["doc"], row["item"]) for row in self.checks if row["outcome"] == "failed"}
        return sum(self._has(key, having) for key in failed)

    def checkable(self, **having: Any) -> int:
        decided = {
            (row["doc"], row["item"])
            for row in self.checks
            if row["outcome"] in ("passed", "failed", "unconfirmed")
        }
        return sum(self._has(key, having) for key in decided)

    def _has(self, key: tuple[int, int], having: dict[str, Any]) -> bool:
        return all(self.items[key][name] == value for name, value in having.items())


def test_figures_are_those_of_a_plain_count(made: Made, figures: Figures) -> None:
    counted = Counted(made.store)

    assert figures.scope.counted == len(counted.items)
    assert (figures.total.wrong, figures.total.checkable) == (counted.wrong(), counted.checkable())
    for dimension in ("outlet", "medium", "section", "month"):
        for group in figures.groups[dimension]:
            having = {dimension: group.key}
            assert (group.wrong, group.checkable) == (counted.wrong(**having), counted.checkable(**having))
        assert sum(group.items for group in figures.groups[dimension]) == len(counted.items)
    for rule in figures.rules:
        outcomes = Counter(row["outcome"] for row in counted.checks if row["rule"] == rule.rule)
        told = (rule.passed, rule.failed, rule.unconfirmed, rule.open)
        assert told == tuple(outcomes[name] for name in ("passed", "failed", "unconfirmed", "not-checkable"))


def test_one_outlet_is_counted_alone(made: Made) -> None:
    chosen = summarise(made.store, Choice(outlet="Báo Hạ Lâm"))
    counted = Counted(made.store, "Báo Hạ Lâm")

    assert chosen.scope.counted == len(counted.items) == chosen.total.items
    assert chosen.total.wrong == counted.wrong()
    assert {each.item["outlet"] for each in chosen.evidence} == {"Báo Hạ Lâm"}
    assert "--outlet" in chosen.command


def test_small_chunks_give_the_same_figures(
    made: Made, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiemtin.auditing.summarising._AT_ONCE", 1)

    assert summarise(made.store, Choice(findings=20)) == figures


def test_a_sample_gives_estimates_of_the_whole(made: Made, tmp_path: Path) -> None:
    from kiemtin.auditing.sampling import Sampling

    run_audit(tmp_path / "store", made.archive, sampling=Sampling(120, 5, ("month",)))
    estimated = summarise(tmp_path / "store")
    low, high = estimated.total.rate.low, estimated.total.rate.high
    true = summarise(made.store).total.rate.value

    assert low is not None
    assert high is not None
    assert true is not None
    assert low < true < high
    assert estimated.total.checkable_counted < estimated.total.checkable


def test_changes_of_rules_are_marked_where_they_fall() -> None:
    packs = [{"name": "p", "changes": ["2020-01-01", "2024-03-15", "2030-01-01"]}]
    roster: dict[str, object] = {"name": "d", "changes": {"2024-01": 99, "2024-04": 12, "2026-01": 36}}
    manifest = {"identity": {"packs": packs, "roster": roster}}

    found = list(changes(manifest, ["2024-01", "2024-06"]))
    assert found == [Change("2024-03", "p", day="2024-03-15"), Change("2024-04", "d", terms=12)]
    assert [change(each, "vi") for each in found] == ["p (15/03/2024)", "12 chức danh có người mới"]
    del roster["changes"]  # a store of before
    assert len(list(changes(manifest, ["2024-01", "2024-06"]))) == 1


def test_terms_that_begin_together_change_what_a_trend_shows() -> None:
    found = changes_in_office(Workbench().roster)
    assert found["2021-04"] >= MANY_TERMS
    assert min(found.values()) >= MANY_TERMS
    assert "2023-03" not in found  # two terms


class Seen(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.tags: Counter[str] = Counter()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_needs_nothing_else(figures: Figures) -> None:
    page = html.render(figures, "vi")
    seen = Seen(page)

    assert seen.open == []
    assert all(address.startswith("#") for address in seen.addresses)
    assert seen.tags["script"] == 0
    assert seen.tags["svg"] == 5
    assert len(re.findall('class="finding"', page)) == len(figures.evidence) == 20
    assert page == html.render(figures, "vi")


def test_what_a_text_says_is_never_markup(figures: Figures) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    first = figures.evidence[0]
    spoiled = first._replace(
        item={**first.item, "headline": hostile, "outlet": hostile},
        finding={**first.finding, "quote": hostile},
    )
    page = html.render(figures._replace(evidence=(spoiled,)), "vi")

    assert hostile not in page
    assert page.count("&lt;img src=x") == 3


def test_the_workbook_opens_with_its_figures_and_no_formulas(made: Made, figures: Figures) -> None:
    run = run_of(made.store)
    copies = place_key(copies_of(run)).combine_chunks()
    first = figures.evidence[0]
    spoiled = first._replace(item={**first.item, "headline": '=HYPERLINK("x")'})
    data = workbook.render(figures, "vi", [spoiled, *findings_of(run, Choice(), copies)], replies=True)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rules = book["Theo quy tắc"]
    listed_findings = book["Phát hiện"]

    assert next(iter(rules[5])).value == figures.rules[0].name
    assert len(book["Theo tháng"]._charts) == 1  # type: ignore[attr-defined]
    assert listed_findings.max_row == 2 + sum(1 for _ in findings_of(run, Choice(), copies))
    assert listed_findings["D2"].value == '=HYPERLINK("x")'
    assert listed_findings["D2"].data_type == "s"
    assert data == workbook.render(
        figures, "vi", [spoiled, *findings_of(run, Choice(), copies)], replies=True
    )


def test_the_review_has_the_form_of_a_report(figures: Figures) -> None:
    data = review.render(figures, "vi")
    document = docx.Document(io.BytesIO(data))
    head = " ".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    lines = [paragraph.text for paragraph in document.paragraphs]

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head
    assert "Độc lập - Tự do - Hạnh phúc" in head
    assert "BÁO CÁO" in lines
    assert any(line.endswith("KIẾN NGHỊ, ĐỀ XUẤT") for line in lines)
    assert data == review.render(figures, "vi")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_all_tables_are_said_in_both_languages(figures: Figures, lang: Any) -> None:
    told = text.render(figures, lang, 100)
    found = tables(figures, lang)

    assert figures.command in told
    assert {table.id for table in found} >= {
        "scope",
        "rules",
        "outlet",
        "month",
        "rank",
        "coverage",
        "missing",
    }
    for table in found:
        assert all(len(row) == len(table.headings) for row in flat(table, lang))
    assert html.title_of(figures, lang) in html.render(figures, lang)


def test_verdicts_and_replies_come_back(made: Made, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(made.store, store)
    run, figures = run_of(store), summarise(store, Choice(outlet="Báo Hạ Lâm"))
    copies = place_key(copies_of(run)).combine_chunks()
    sample, passed = draw(run, Choice(), copies, 20, 7, "vi")
    again = draw(run, Choice(), copies, 20, 7, "vi")
    sheet, replied = tmp_path / "mẫu.xlsx", tmp_path / "trả-lời.xlsx"
    sheet.write_bytes(workbook.review_sheet(sample, passed, figures, "vi"))
    chosen = findings_of(run, Choice(outlet="Báo Hạ Lâm"), copies)
    replied.write_bytes(workbook.render(figures, "vi", chosen, replies=True))
    fill(sheet, {"Người thẩm định 1": ["đúng"], "Người thẩm định 2": ["Đúng", "sai"]})
    fill(replied, {"Trả lời của cơ quan": ["đã sửa", "báo nhầm", None]})

    assert ([each.code for each in sample], passed) == ([each.code for each in again[0]], again[1])
    assert len(sample) + len(passed) == 20
    assert take_in(store, sheet) == take_in(store, sheet) == 20
    assert take_in(store, replied) > 0
    answers = answers_of(store)
    precision, agreement, replies = tables_of(answers, "vi")
    assert sum(answer.reply is not None for answer in answers) == sum(sum(row[1:]) for row in replies.rows)  # type: ignore[arg-type]
    assert [row[0] for row in agreement.rows] == ["kappa (Cohen) 1–2", "alpha (Krippendorff)"]
    assert sum(float(row[1]) + float(row[3]) for row in precision.rows) == 10  # type: ignore[arg-type]
    assert "answers" in {table.id for table in (precision, agreement, replies)}


def fill(path: Path, values: dict[str, list[str | None]]) -> None:
    """As people do, in turn."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        heads = {str(cell.value): cell.column for cell in sheet[1]}
        for head, words in values.items():
            if head in heads:
                for row in range(2, sheet.max_row + 1):
                    sheet.cell(row, heads[head]).value = words[row % len(words)]
    book.save(path)


def test_a_word_that_is_no_answer_is_told_with_its_cell(made: Made, tmp_path: Path) -> None:
    store, sheet = tmp_path / "store", tmp_path / "a.xlsx"
    shutil.copytree(made.store, store)
    run, figures = run_of(store), summarise(store)
    copies = place_key(copies_of(run)).combine_chunks()
    sheet.write_bytes(workbook.review_sheet(*draw(run, Choice(), copies, 4, 7, "vi"), figures, "vi"))
    with pytest.raises(DocumentError) as nothing:
        take_in(store, sheet)
    fill(sheet, {"Người thẩm định 1": ["hay"]})
    with pytest.raises(DocumentError) as bad:
        take_in(store, sheet)

    assert nothing.value.problems[0].code == "answers-none"
    assert bad.value.problems[0].code == "answers-bad-word"
    assert "!O2" in bad.value.problems[0].place.path


@pytest.mark.parametrize(
    ("verdicts", "agreed"),
    [
        (("right", "right", "wrong"), "right"),
        (("right", "wrong", None), None),
        (("unsure", "unsure", "right"), None),
        (("wrong", None, None), "wrong"),
        ((), None),
    ],
)
def test_most_reviewers_decide(verdicts: tuple[str | None, ...], agreed: str | None) -> None:
    assert Answer("1.0.1.f", "r", "o", verdicts).agreed == agreed


def test_two_audits_tell_what_is_resolved_and_what_is_new(made: Made, tmp_path: Path) -> None:
    lines = made.archive.read_bytes().splitlines(keepends=True)
    findings = {row["doc"]: row for row in rows(made.store, "findings")}
    copied = {row["doc"] for row in rows(made.store, "copies")}
    untitled = [
        doc
        for doc, row in findings.items()
        if doc not in copied
        and row["rule"].endswith("nêu-tên-thiếu-chức-danh")
        and row["quote"] == "Lê Thị Bình"
    ]
    fixed, dropped = untitled[0], next(doc for doc in findings if doc not in (*copied, untitled[0]))
    name = "Lê Thị Bình".encode()
    lines[fixed] = lines[fixed].replace(name, name + ", Phó Bí thư Thường trực Tỉnh ủy,".encode(), 1)
    archive = tmp_path / "a.jsonl"
    archive.write_bytes(b"".join(line for number, line in enumerate(lines) if number != dropped))
    run_audit(tmp_path / "store", archive)
    first, second = side_of(str(made.store)), side_of(f"{tmp_path / 'store'}@1")
    found = compare(first, second)

    assert found.differs == ()
    assert found.fates["resolved"] == 1
    assert found.fates["gone"] >= 1
    assert sum(found.fates.values()) == sum(1 for _ in listed(first, second))
    assert found.outcomes == {("nêu-tên-thiếu-chức-danh", "failed", "passed"): 1}
    assert "đã sửa (1)" in comparison.render(found, "vi", 3)


def test_the_same_archive_under_another_pack_tells_what_would_change(made: Made, tmp_path: Path) -> None:
    run_audit(tmp_path / "store", made.archive, settings=Settings(pack="qđ-tỉnh-mẫu"))
    found = compare(side_of(str(made.store)), side_of(str(tmp_path / "store")))

    assert "packs" in found.differs
    assert found.items[0] == found.items[2] == 0
    assert found.fates["new"] == 0  # the newsroom's pack is stricter than the province's, never looser


def test_a_run_is_not_compared_with_itself(made: Made) -> None:
    with pytest.raises(DocumentError) as raised:
        compare(side_of(str(made.store)), side_of(f"{made.store}@1"))

    assert raised.value.problems[0].code == "compare-itself"
