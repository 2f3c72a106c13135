"""Drafts judged by the sample pack, and what a copy of them says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.reading import read_bytes
from kiemtin.reporting.report import Report
from kiemtin.reporting.word.annotating import annotate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CORPUS = Path(__file__).parents[3] / "corpus"
SAMPLE = CORPUS / "drafts" / "hop-giao-ban-nhieu-tay.docx"
Judge = Callable[..., Report]


class Said(NamedTuple):
    """A comment: who said what, on which words (those struck through are not among them)."""

    author: str
    lines: list[str]
    on: str


class Copy:
    """A Word file as its parts."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])

    def comments(self) -> list[Said]:
        root = etree.fromstring(self.parts["word/comments.xml"])
        return [
            Said(
                each.get(W + "author"),
                ["".join(paragraph.itertext(W + "t")) for paragraph in each.iter(W + "p")],
                self.words_of(each.get(W + "id")),
            )
            for each in root
        ]

    def words_of(self, number: str) -> str:
        return "".join(run_text(run) for run in self.runs_of(number))

    def runs_of(self, number: str) -> Iterator[Any]:
        inside = False
        for element in self.body.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "r"):
            if element.tag != W + "r":
                if element.get(W + "id") == number:
                    inside = element.tag == W + "commentRangeStart"
            elif inside:
                yield element

    def looks(self) -> list[tuple[str, tuple[str, ...]]]:
        """The text, run by run with its formatting; neighbours that look alike are one."""
        found: list[tuple[str, tuple[str, ...]]] = []
        for run in self.body.iter(W + "r"):
            text = run_text(run)
            properties = run.find(W + "rPr")
            look = (
                tuple(child.tag.rpartition("}")[2] for child in properties) if properties is not None else ()
            )
            if found and found[-1][1] == look:
                found[-1] = (found[-1][0] + text, look)
            elif text:
                found.append((text, look))
        return found

    def changes(self, author: str = "Kiểm tin") -> list[tuple[str, str]]:
        return [
            (
                each.tag.rpartition("}")[2],
                "".join(text.text for text in each.iter(W + "t", W + "delText")),
            )
            for each in self.body.iter(W + "ins", W + "del")
            if each.get(W + "author") == author
        ]


def run_text(run: Any) -> str:
    return "".join(text.text or "" for text in run.findall(W + "t"))


@pytest.fixture(scope="session")
def judge() -> Judge:
    """The report of bytes as a file of that name."""
    bench = Workbench("nội-quy-báo-mẫu")

    def judged(data: bytes, name: str = "bài.docx") -> Report:
        return bench.judge(read_bytes(data, name))

    return judged


@pytest.fixture
def copy_of(judge: Judge) -> Callable[..., Copy]:
    def made(data: bytes, **options: Any) -> Copy:
        return Copy(annotate(data, judge(data), "vi", **options))

    return made


@pytest.fixture
def sample() -> bytes:
    return SAMPLE.read_bytes()
