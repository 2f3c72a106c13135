"""A copy of a draft as its editor has it open: Word for a piece, a workbook for a rundown.

What is a Word file or a workbook already is copied with all that stands in it; anything else gets a file of
its own. The draft itself is only read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.reporting.formats import Examined, Style
from kiemtin.reporting.report import Report

_WORD = (".docx", ".docm")
_WORKBOOKS = (".xlsx", ".xlsm")


def extension_for(report: Report) -> str:
    """That of the draft where it is a Word file or a workbook: one with macros stays one."""
    suffix = Path(report.document.path).suffix.lower()
    if report.document.kind == "bulletin":
        return suffix if suffix in _WORKBOOKS else ".xlsx"
    return suffix if suffix in _WORD else ".docx"


def render_draft(examined: Examined, style: Style) -> bytes:
    """The copy. Raises DocumentError where the draft cannot be read (again) or has changed meanwhile."""
    report = examined.report
    suffix = Path(report.document.path).suffix.lower()
    if report.document.kind == "bulletin":
        if suffix in _WORKBOOKS:
            from kiemtin.reporting.workbook.annotating import annotate as copied

            return _of_source(report, lambda source: copied(source, report, style.lang))
        from kiemtin.reporting.workbook.composing import compose as made

        return _of_source(report, lambda source: made(source, report, style.lang))
    if suffix in _WORD:
        from kiemtin.reporting.word.annotating import annotate

        return _of_source(report, lambda source: annotate(source, report, style.lang, suggest=style.suggest))
    from kiemtin.reporting.word.composing import compose

    return compose(report, style.lang, suggest=style.suggest)


def _of_source(report: Report, make: Callable[[bytes], bytes]) -> bytes:
    from kiemtin.reporting.opc import DraftChangedError

    path = report.document.path
    try:
        return make(Path(path).read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DocumentError(Problem("copy-not-readable", FilePlace(path), {"reason": reason})) from None
    except DraftChangedError:
        raise DocumentError(Problem("copy-draft-changed", FilePlace(path))) from None
