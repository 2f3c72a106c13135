"""The formats of `--format`, each with the module that is imported when it is asked for.

A format is one stream for all reports of a run (its module has `Stream`, a `Renderer`), or a file a draft
(its module has `render_draft`).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from kiemtin.foundation.messages import Lang
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.palette import PLAIN, Palette
from kiemtin.reporting.report import Report

if TYPE_CHECKING:
    from kiemtin.judging.findings import Finding
    from kiemtin.judging.telling.explanation import Explanation


class Examined(Protocol):
    """A report that can be asked why."""

    @property
    def report(self) -> Report: ...

    def explain(self, finding: Finding) -> Explanation: ...


class Told(NamedTuple):
    """A report that is only told: nobody asks why."""

    report: Report

    def explain(self, finding: Finding) -> Explanation:
        raise NotImplementedError


class Style(NamedTuple):
    """How it is to be said. `quiet`: nothing but what is to be changed; `suggest`: repairs written into the
    draft's copy. `redact`: without the draft's words, where the format can."""

    lang: Lang
    palette: Palette = PLAIN
    width: int = 100
    quiet: bool = False
    suggest: bool = False
    redact: bool = False


class Renderer:
    """Takes what was examined one after another and keeps none of it.

    Each call returns what is written next, maybe nothing; what a binary format can only write as a whole
    comes at the end. The same calls give the same bytes.
    """

    def __init__(self, style: Style) -> None:
        self.style = style

    def begin(self) -> str | bytes:
        return ""

    def add(self, examined: Examined) -> str | bytes:
        raise NotImplementedError

    def refuse(self, problem: Problem) -> str | bytes:
        """A file, a pack or a part of the tool that could not be used. Problems also go to standard error."""
        return ""

    def end(self, exit_code: int) -> str | bytes:
        return ""


class Format(NamedTuple):
    """`extension` begins with a dot. A file a draft: one whose name ends in it, else in that of
    `extension_for`."""

    name: str
    module: str
    extension: str
    a_file_a_draft: bool = False
    binary: bool = False
    can_redact: bool = False

    def renderer(self, style: Style) -> Renderer:
        """Of a format that is one stream for all."""
        return cast("Renderer", import_module(self.module).Stream(style))

    def render_draft(self) -> Callable[[Examined, Style], str | bytes]:
        """Of a format that is a file a draft."""
        return cast("Callable[[Examined, Style], str | bytes]", import_module(self.module).render_draft)

    def extension_for(self, report: Report) -> str:
        """`extension`, unless the module has an `extension_for` that says otherwise of this draft."""
        asked = getattr(import_module(self.module), "extension_for", None) if self.a_file_a_draft else None
        return cast("str", asked(report)) if asked else self.extension


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("text", "kiemtin.reporting.text", ".txt"),
        Format("json", "kiemtin.reporting.json_report", ".json", can_redact=True),
        Format("jsonl", "kiemtin.reporting.jsonl_report", ".jsonl", can_redact=True),
        Format("sarif", "kiemtin.reporting.sarif_report", ".sarif"),
        Format("line", "kiemtin.reporting.line_report", ".txt"),
        Format("junit", "kiemtin.reporting.junit_report", ".xml"),
        Format("github", "kiemtin.reporting.github_report", ".txt"),
        Format("csv", "kiemtin.reporting.csv_report", ".csv"),
        Format("xlsx", "kiemtin.reporting.xlsx_report", ".xlsx", binary=True),
        Format("html", "kiemtin.reporting.page.stream", ".html"),
        Format("docx", "kiemtin.reporting.copies", ".docx", a_file_a_draft=True, binary=True),
    )
}
