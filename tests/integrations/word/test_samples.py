"""Our own samples are what other programs take for Word files and workbooks."""

from __future__ import annotations

from kiemtin.documents.reading import read_document

from .conftest import CORPUS, Convert


def test_sample_drafts_open_in_libreoffice(convert: Convert) -> None:
    drafts = sorted((CORPUS / "drafts").glob("*.docx"))

    assert len(drafts) >= 3
    for made in convert(drafts, "fodt"):
        assert "Nam Sơn" in made.read_text("utf-8")


def test_the_sample_rundown_opens_in_libreoffice(convert: Convert) -> None:
    (made,) = convert([CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx"], "fods")

    assert "Trần Văn An" in made.read_text("utf-8")


_LEFT_OUT = {"2024."}
"""The words of a date control, which LibreOffice does not write."""


def test_an_odt_of_libreoffice_s_is_read_as_its_word_file_is(convert: Convert) -> None:
    drafts = sorted((CORPUS / "drafts").glob("*.docx"))
    for draft, made in zip(drafts, convert(drafts, "odt"), strict=True):
        ours, theirs = read_document(draft), read_document(made)
        lost = set(ours.text.split()) - set(theirs.text.split()) - _LEFT_OUT
        assert not lost, f"{draft.name}: {sorted(lost)}"
        assert theirs.metadata.published == ours.metadata.published
