"""Our own samples are what other programs take for Word files and workbooks."""

from __future__ import annotations

from .conftest import CORPUS, Convert


def test_sample_drafts_open_in_libreoffice(convert: Convert) -> None:
    drafts = sorted((CORPUS / "drafts").glob("*.docx"))

    assert len(drafts) >= 3
    for made in convert(drafts, "fodt"):
        assert "Nam Sơn" in made.read_text("utf-8")


def test_the_sample_rundown_opens_in_libreoffice(convert: Convert) -> None:
    (made,) = convert([CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx"], "fods")

    assert "Trần Văn An" in made.read_text("utf-8")
