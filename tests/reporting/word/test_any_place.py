"""Whatever places are told: the words stay, and each comment stands on its own."""

from __future__ import annotations

import unicodedata
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Edit, SuggestedFix
from kiemtin.reporting.report import Report
from kiemtin.reporting.word.annotating import annotate
from kiemtin.reporting.word.composing import compose

from .conftest import SAMPLE, Copy, W

NFD = unicodedata.normalize("NFD", "Tít bài\n\nÔng Trần Văn An, Bí thư Tỉnh ủy, dự. Bà Lê Thị Bình nói.")


@cache
def judged() -> Report:
    return Workbench("nội-quy-báo-mẫu").judge(read_bytes(SAMPLE.read_bytes(), "b.docx"))


def told(report: Report, spans: list[Span], fixes: bool) -> Report:  # noqa: FBT001
    first = next(each for each in judged().judgement.findings if each.outcome == "failed")
    found = tuple(
        replace(
            first,
            place=span,
            related=(),
            item=0,
            fingerprint=str(number),
            fix=SuggestedFix("judging.fix.remove", {"old": "x"}, (Edit(span, f"<{number}>"),), safe=True)
            if fixes
            else None,
        )
        for number, span in enumerate(spans)
    )
    return report._replace(judgement=replace(report.judgement, findings=found))


def spans_in(length: int) -> st.SearchStrategy[list[Span]]:
    offset = st.integers(0, length)
    span = st.tuples(offset, offset).map(lambda pair: Span(*sorted(pair)))
    return st.lists(span, max_size=6, unique=True)  # what is told of one place is one comment


BODY = judged().document.text.index("\n", judged().document.text.index("trong năm"))


@settings(max_examples=20, deadline=None)
@given(spans_in(BODY))
def test_the_words_and_their_looks_stay(spans: list[Span]) -> None:
    copy = Copy(annotate(SAMPLE.read_bytes(), told(judged(), spans, False), "vi"))

    assert copy.looks() == Copy(SAMPLE.read_bytes()).looks()
    text = judged().document.text
    on = {each.lines[-1].rpartition(" · ")[2]: each.on for each in copy.comments()[3:]}
    for number, span in enumerate(spans):
        words = span.of(text).replace("\n", "")
        if words:
            assert words in on[str(number)]
            assert len(on[str(number)]) == len(words)


@settings(max_examples=20, deadline=None)
@given(spans_in(BODY))
def test_rejecting_what_was_tracked_gives_the_words_back(spans: list[Span]) -> None:
    copy = Copy(annotate(SAMPLE.read_bytes(), told(judged(), spans, True), "vi", suggest=True))
    text = "".join(
        element.text or ""
        for element in copy.body.iter(W + "t", W + "delText")
        if not any(
            outer.tag == W + ("ins" if element.tag == W + "t" else "del")
            and (outer.get(W + "author") == "Kiểm tin") is (element.tag == W + "t")
            for outer in element.iterancestors()
        )
    )

    assert text == "".join(words for words, _ in Copy(SAMPLE.read_bytes()).looks())


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_a_text_in_any_normal_form_is_commented_on_its_words(data: st.DataObject) -> None:
    document = read_bytes(NFD.encode(), "b.txt")
    report = judged()._replace(document=document)
    spans = data.draw(spans_in(len(document.text)))
    copy = Copy(compose(told(report, spans, False), "vi"))

    on = {each.lines[-1].rpartition(" · ")[2]: each.on for each in copy.comments()[1:]}
    for number, span in enumerate(spans):
        words = span.of(document.text).replace("\n", "")
        if words:
            assert on[str(number)] == words
