"""What programs of others make of our copies: nothing is broken that was whole, every comment is there."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.reporting.word.annotating import annotate
from kiemtin.reporting.word.composing import compose

from ..conftest import lack
from .conftest import CORPUS, Convert

DRAFTS = sorted((CORPUS / "drafts").glob("*.*"))


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A copy of every sample draft, safe repairs written into it."""
    folder = tmp_path_factory.mktemp("copies")
    bench = Workbench("nội-quy-báo-mẫu")
    made = []
    for draft in DRAFTS:
        report = bench.judge(bench.read(str(draft)))
        if draft.suffix == ".docx":
            content = annotate(draft.read_bytes(), report, "vi", suggest=True)
        else:
            content = compose(report, "vi", suggest=True)
        made.append(folder / f"{draft.stem}.docx")
        made[-1].write_bytes(content)
    return made


def validator(name: str) -> Path:
    found = Path(sys.executable).with_name(name)
    if not found.exists():
        lack(name)
    return found


def told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout


def schema_errors(path: Path) -> list[str]:
    return re.findall(r"^\d+\. .*(?:\n(?!\d+\. |Errors:).*)*", told(validator("openxml-audit"), path), re.M)


def test_no_anchor_is_lost(copies: Sequence[Path]) -> None:
    for copy in copies:
        assert "0 error(s), 0 warning(s)" in told(validator("ooxml-integrity"), "check", copy), copy.name


def test_no_comment_or_change_of_the_draft_is_lost(copies: Sequence[Path]) -> None:
    for draft, copy in zip(DRAFTS, copies, strict=True):
        if draft.suffix == ".docx":
            said = told(validator("ooxml-integrity"), "check", copy, "--against", draft)
            assert "ERROR" not in said
            assert "WARN" not in said, said


def test_the_schema_finds_nothing_that_the_draft_has_not(copies: Sequence[Path]) -> None:
    for draft, copy in zip(DRAFTS, copies, strict=True):
        if draft.stem not in ("hoi-nghi-sai-thu-tu", "hop-giao-ban-nhieu-tay"):
            continue  # made in the same two ways, and the validator is slow
        before = schema_errors(draft) if draft.suffix == ".docx" else []
        assert schema_errors(copy) == before, copy.name


def test_libreoffice_finds_every_comment_and_change(
    copies: Sequence[Path], convert: Convert, pictures: Callable[[Sequence[Path]], None]
) -> None:
    for draft, copy, made in zip(DRAFTS, copies, convert(copies, "fodt"), strict=True):
        text = made.read_text("utf-8")
        with zipfile.ZipFile(copy) as archive:
            body = archive.read("word/document.xml")
        comments = body.count(b"<w:commentRangeStart ")
        assert comments > 0
        assert text.count("<office:annotation ") == comments, draft.name
        assert text.count("<office:annotation-end") == comments, draft.name
        changes = body.count(b"<w:ins ") + body.count(b"<w:del ")
        assert text.count("<text:changed-region") == changes, draft.name
    pictures(copies)
