"""The table of formats is complete, and what each module promises holds."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from kiemtin import reporting
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.formats import FORMATS, Format, Renderer, Style, Told
from kiemtin.reporting.report import Report

ROOM = Path(reporting.__file__).parent
STREAMS = [each for each in FORMATS.values() if not each.a_file_a_draft]


def test_every_renderer_is_in_the_table() -> None:
    """A module of the room with `Stream` or `render_draft` is a format."""
    renderers = {
        "kiemtin.reporting." + ".".join(path.relative_to(ROOM).with_suffix("").parts)
        for path in ROOM.rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name in {"Stream", "render_draft"}
    }

    assert len(renderers) > 1
    assert renderers == {each.module for each in FORMATS.values()}


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_a_module_has_what_its_row_says(form: Format) -> None:
    module = import_module(form.module)

    assert hasattr(module, "render_draft" if form.a_file_a_draft else "Stream")
    assert form.extension.startswith(".")


def rendered(form: Format, *reports: Report) -> str | bytes:
    renderer: Renderer = form.renderer(Style("vi"))
    pieces = [renderer.begin(), *(renderer.add(Told(report)) for report in reports)]
    pieces.append(renderer.refuse(Problem("document-empty", FilePlace("b.docx"))))
    pieces.append(renderer.end(1))
    if form.binary:
        return b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    return "".join(piece for piece in pieces if isinstance(piece, str))


@pytest.mark.parametrize("form", STREAMS, ids=lambda form: form.name)
def test_the_same_reports_give_the_same_bytes(form: Format, report: Report, clean_report: Report) -> None:
    first = rendered(form, report, clean_report)

    assert first == rendered(form, report, clean_report)
    assert len(first) > len(rendered(form))
