"""Our own samples are what other programs take for Word files and workbooks."""

from __future__ import annotations

import pytest

from .conftest import CORPUS, Convert


@pytest.mark.parametrize("name", ["drafts/hoi-nghi-qua-dai.docx", "drafts/khoi-cong-khong-so-trang.docx"])
def test_a_sample_draft_opens_in_libreoffice(convert: Convert, name: str) -> None:
    text = convert(CORPUS / name, "fodt").read_text("utf-8")

    assert "Trần Văn An" in text


def test_the_sample_rundown_opens_in_libreoffice(convert: Convert) -> None:
    assert "Trần Văn An" in convert(CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx", "fods").read_text(
        "utf-8"
    )
