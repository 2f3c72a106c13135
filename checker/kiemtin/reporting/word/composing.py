"""A Word file of its own for a draft that is none (text, Markdown, a page), with the same comments."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from kiemtin.documents.model import Document, Zone
from kiemtin.documents.word_paragraphs import paragraphs
from kiemtin.documents.word_parts import MAIN_PART
from kiemtin.foundation.messages import Lang
from kiemtin.reporting.cards import safe_lines
from kiemtin.reporting.opc import PackageCopy
from kiemtin.reporting.report import Report
from kiemtin.reporting.word.annotating import annotated
from kiemtin.reporting.word.story import Story, line_of

_STYLES = {Zone.HEADLINE: "Title", Zone.LEAD: "Subtitle", Zone.CAPTION: "Caption"}
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def compose(report: Report, lang: Lang, *, suggest: bool = False, checked: datetime | None = None) -> bytes:
    """Each block of the document a paragraph in the style of its zone; else as `annotate`."""
    copy = PackageCopy(_written(report.document), f"{report.document.path}.docx", timeless=True)
    root = copy.root(MAIN_PART)
    blocks = [block for block in report.document.blocks if block.start < block.end]
    lines = [
        line_of(paragraph, "document", block.start, safe_lines(block.span.of(report.document.text)))
        for block, paragraph in zip(blocks, paragraphs(root), strict=True)
    ]
    names, roots = {"document": MAIN_PART}, {"document": root}
    return annotated(
        copy, MAIN_PART, names, roots, Story(lines), report, lang, suggest=suggest, checked=checked
    )


def _written(document: Document) -> bytes:
    import docx

    made = docx.Document()
    properties = made.core_properties
    properties.author, properties.comments, properties.title = "", "", ""
    properties.created = properties.modified = _NO_TIME
    for block in document.blocks:
        if block.start < block.end:
            words = safe_lines(block.span.of(document.text))
            made.add_paragraph(words, style=_STYLES.get(block.zone, "Normal"))
    for number, relation in list(made.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):  # of Word 2010; the template's is not valid
            del made.part.rels[number]
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()
