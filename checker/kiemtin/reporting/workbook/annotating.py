"""A copy of a rundown (.xlsx) with notes on the cells and a sheet of the required order; nothing is moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiemtin.accepting.standing import State
from kiemtin.documents.sheets.workbook import open_workbook
from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.cards import Card, cards
from kiemtin.reporting.opc import PackageCopy, hold
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report
from kiemtin.reporting.workbook.listing import add_sheet, lines
from kiemtin.reporting.workbook.notes import Cell, Notes

_STRICT = "http://purl.oclc.org/ooxml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def annotate(source: bytes, report: Report, lang: Lang) -> bytes:
    """The copy of the rundown in `source`, from which `report` was made.

    Notes of an earlier run are replaced, those of others stay; the sheet of ours is written anew. Raises
    DocumentError for what is no workbook, DraftChangedError if it is not the rundown of the report.
    """
    hold(source, report.document.sha256)
    return annotated(source, report, lang)


def annotated(source: bytes, report: Report, lang: Lang) -> bytes:
    """As `annotate`, of a workbook whose cells stand where the report's document has them."""
    document = report.document
    copy = PackageCopy(source, document.path)
    book = open_workbook(source, document.path)
    title = next((block.origin.part for block in document.blocks), "")
    sheet = next((each for each in book.sheets if each.title == title), book.sheets[0])
    main = copy.related("", "officeDocument")[0]
    root = copy.root(main)
    strict = root.tag.startswith("{" + _STRICT)
    relations = f"{_STRICT}/officeDocument/relationships" if strict else _RELATIONS
    found = cards(report, lang)
    places = _places(report, found)
    width = max((block.origin.column or 1 for block in document.blocks), default=1)
    Notes(copy, sheet.part, relations).write(_notes(found, places, lang), width)
    add_sheet(copy, main, list(lines(report, found, places, lang)), sheet.title, relations)
    return copy.bytes()


def _places(report: Report, found: Sequence[Card]) -> dict[int, Cell]:
    """The cell of each card that speaks of a place, else of an item."""
    blocks = Places(report.document)
    cells: dict[int, Cell] = {}
    for index, card in enumerate(found):
        block = None
        if card.place is not None:
            at = blocks.block_at(card.place.start)
            block = at[0] if at else None
        elif card.finding.item >= 0:
            block = next(iter(report.document.items[card.finding.item].blocks), None)
        if block is not None and block.origin.kind == "cell":
            cells[index] = (block.origin.index, block.origin.column or 1)
    return cells


def _notes(found: Sequence[Card], places: Mapping[int, Cell], lang: Lang) -> dict[Cell, list[str]]:
    """The lines of each cell's note; several cards on one cell follow each other.

    What is waived stands on the added sheet alone.
    """
    notes: dict[Cell, list[str]] = {}
    for index, card in enumerate(found):
        if index in places and card.state is not State.WAIVED:
            said = [f"[{card.number}] {card.label}: {card.said}"]
            said += [f"{row.label}: {row.text}" for row in card.rows]
            said.append(f"{message('finding.rule', lang)}: {card.reference}")
            known = notes.setdefault(places[index], [])
            known += ["", *said] if known else said
    return notes
