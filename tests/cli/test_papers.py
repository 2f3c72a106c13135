"""Copies for Word and pages, as an editor asks for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PACK = ("--pack", "nội-quy-báo-mẫu")
Run = Callable[..., Any]


def test_copies_go_into_a_folder_and_the_drafts_stay(kiemtin: Run, corpus: Path, tmp_path: Path) -> None:
    word, text = corpus / "drafts/hop-giao-ban-nhieu-tay.docx", corpus / "drafts/hoi-nghi-sai-thu-tu.txt"
    rundown = corpus / "rundowns/thoi-su-toi-sai-thu-tu.xlsx"
    before = [path.read_bytes() for path in (word, text, rundown)]

    done = kiemtin(
        "check", *PACK, "--format", "docx", "--suggest", "--output", "bản-sao", word, text, rundown
    )

    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "bản-sao/hop-giao-ban-nhieu-tay.kiemtin.docx",
        "bản-sao/hoi-nghi-sai-thu-tu.kiemtin.docx",
        "bản-sao/thoi-su-toi-sai-thu-tu.kiemtin.xlsx",
    ]
    assert all((tmp_path / line).stat().st_size > 1000 for line in done.stdout.splitlines())
    assert [path.read_bytes() for path in (word, text, rundown)] == before


def test_a_copy_that_somebody_worked_on_is_not_written_over(
    kiemtin: Run, draft: Path, tmp_path: Path
) -> None:
    first = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)
    again = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)
    assert again.stdout == first.stdout == "ra/bài.kiemtin.docx\n"
    (tmp_path / "ra/bài.kiemtin.docx").write_bytes(b"mine")

    other = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)

    assert other.stdout == "ra/bài-2.kiemtin.docx\n"
    assert (tmp_path / "ra/bài.kiemtin.docx").read_bytes() == b"mine"


def test_one_page_of_all_files_also_of_those_that_cannot_be_read(
    kiemtin: Run, draft: Path, tmp_path: Path
) -> None:
    done = kiemtin("check", *PACK, "--format", "html", "--output", "trang.html", draft, "không-có.txt")

    page = (tmp_path / "trang.html").read_text("utf-8")
    assert done.returncode == 3
    assert done.stdout == ""
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert page.count('<article class="report"') == 1
    assert "không-có.txt" in page
    assert kiemtin("check", *PACK, "--format", "html", draft).stdout.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--format", "docx"), "--output THƯ_MỤC"), (("--output", "x"), "docx hoặc html")],
)
def test_what_does_not_go_together_is_refused(
    kiemtin: Run, draft: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = kiemtin("check", *arguments, draft)

    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_what_cannot_be_written_is_told(kiemtin: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("a file")

    done = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)

    assert done.returncode == 5
    assert "không ghi được" in done.stderr
    assert "Traceback" not in done.stderr
