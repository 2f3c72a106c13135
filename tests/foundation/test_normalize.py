"""NFC with a way back, for every string there is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.foundation.text import normalize

# Marks within and outside the Vietnamese ones, conjoining Hangul, letters that NFC makes longer.
AWKWARD = (
    "aeouyđĐÁệ \n\u0300\u0301\u0302\u0303\u0309\u031b\u0323\u0316\u05b0\u093c\u0958\u0915\u09be\u09c7"
    "\u1100\u1161\u11a8\uac00\u0344\u212b\u1f71\ufb1d\U0001d15e\U0001d165\u200b\U0001f600"
)
texts = st.text() | st.text(alphabet=AWKWARD) | st.text().map(lambda s: unicodedata.normalize("NFD", s))


@given(texts)
@example("\ufb1da\u0301")
@example("\u1100\u1161\u11a8")
@example("e\u0302\u0301n\u0303")
@example("\u0958\u0301a")
def test_text_is_nfc(source: str) -> None:
    assert normalize(source).text == unicodedata.normalize("NFC", source)


@given(texts)
@example("\ufb1da\u0301")
@example("\u0958\u0958e\u0301")
def test_offsets_run_through_the_source_in_order(source: str) -> None:
    normalized = normalize(source)
    offsets = [normalized.source_offset(at) for at in range(len(normalized.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[0] == 0
    assert offsets[-1] == len(source)


@given(st.lists(st.sampled_from(["ế", "Nguyễn", " ", "đồng chí", "Ủy", "x", "Ằ", "\r\n", "😀"])), st.data())
def test_a_span_leads_to_the_same_words_in_the_source(words: list[str], data: st.DataObject) -> None:
    written = [data.draw(st.sampled_from(["NFC", "NFD"])) for _ in words]
    forms = [unicodedata.normalize(form, word) for form, word in zip(written, words, strict=True)]
    normalized = normalize("".join(forms))
    inner = outer = 0
    for word, form in zip(words, forms, strict=True):
        assert normalized.source_offset(inner) == outer
        inner += len(word)
        outer += len(form)
        assert normalized.source_offset(inner) == outer


def test_text_that_is_nfc_costs_no_breaks() -> None:
    assert normalize("Hội nghị ở xã Mẫu").inner == (0,)


@pytest.mark.parametrize("marks", ["\u0301", "\u0301\u0323", "\u0323\u0301"])
def test_marks_without_end_cost_no_more_than_their_number(marks: str) -> None:
    source = "Ế" + marks * 200_000 + "e\u0302\u0301"
    normalized = normalize(source)
    assert normalized.text[0] in "ẾỆ"
    assert normalized.source_offset(len(normalized.text)) == len(source)
