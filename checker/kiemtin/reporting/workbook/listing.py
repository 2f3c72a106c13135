"""The sheet that is added to a copy: the required order, what is to be changed, what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from kiemtin.documents.durations import show_duration
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import cell_name
from kiemtin.reporting.cards import Card, about, not_checked, summary
from kiemtin.reporting.opc import Element, PackageCopy
from kiemtin.reporting.order import required_order
from kiemtin.reporting.report import Report, headline_of
from kiemtin.reporting.workbook.cells import put_text
from kiemtin.reporting.workbook.notes import Cell

TITLE = "Kiểm tin"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WIDTHS = (16, 10, 55, 10, 45, 40, 30)
_LINE = 15
"""Height of a line in points."""


class Line(NamedTuple):
    cells: tuple[str, ...]
    strong: bool = False
    target: Cell | None = None
    """The cell of the rundown that its second cell leads to."""


def lines(report: Report, found: Sequence[Card], places: Mapping[int, Cell], lang: Lang) -> Iterator[Line]:
    """`places`: for the index of a card the cell that it speaks of."""

    def say(message_id: str) -> str:
        return message(message_id, lang)

    open_ = not_checked(report, lang)
    for number, line in enumerate(summary(report, lang)[: -len(open_) or None]):
        yield Line((line,), strong=number == 0)
    for line in about(report, lang):
        yield Line((line,))
    yield Line(())
    yield Line(
        (say("paper.place"), say("paper.now"), say("paper.piece"), message("page.duration", lang)),
        strong=True,
    )
    document = report.document
    for place, index in enumerate(required_order(report)):
        item = document.items[index]
        length = "" if item.metadata.duration is None else show_duration(item.metadata.duration)
        sign = "" if place == index else "↑ " if place < index else "↓ "
        now = item.number or str(index + 1)
        yield Line((f"{sign}{place + 1}", now, headline_of(document, index), length), strong=bool(sign))
    yield Line(())
    yield Line(
        (
            say("paper.severity"),
            say("paper.cell"),
            say("paper.said"),
            "",
            say("paper.basis"),
            say("paper.todo"),
            say("paper.rule"),
        ),
        strong=True,
    )
    for index, card in enumerate(found):
        cell = places.get(index)
        rows = {row.name: row.text for row in card.rows}
        todo = "\n".join(filter(None, (rows.get("state"), rows.get("todo"), rows.get("fix"))))
        where = cell_name(*cell) if cell else ""
        told = (
            f"[{card.number}] {card.label}",
            where,
            card.said,
            "",
            rows.get("basis", ""),
            todo,
            card.reference,
        )
        yield Line(told, target=cell)
    if open_:
        yield Line(())
        yield Line((message("row.unchecked", lang),), strong=True)
        for line in open_:
            yield Line((line,))


def add_sheet(copy: PackageCopy, workbook: str, rows: Sequence[Line], about: str, relations: str) -> None:
    """A last sheet with these lines, in place of one of ours; links lead to the sheet `about`."""
    root = copy.root(workbook)
    m = root.tag[: root.tag.index("}") + 1]
    part = _part_for(copy, workbook, root, m, relations)
    plain, strong = _styles(copy, workbook, m)
    sheet = etree.Element(m + "worksheet", nsmap={None: m[1:-1]})
    etree.SubElement(etree.SubElement(sheet, m + "sheetPr"), m + "pageSetUpPr", fitToPage="1")
    columns = etree.SubElement(sheet, m + "cols")
    for number, width in enumerate(_WIDTHS, 1):
        told = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        etree.SubElement(columns, m + "col", told)
    data = etree.SubElement(sheet, m + "sheetData")
    links: list[tuple[str, Cell]] = []
    for number, line in enumerate(rows, 1):
        height = {"ht": str(_LINE * _height(line)), "customHeight": "1"} if len(line.cells) > 1 else {}
        row = etree.SubElement(data, m + "row", {"r": str(number), **height})
        for column, words in enumerate(line.cells, 1):
            if not words:
                continue
            name = cell_name(number, column)
            style = strong if line.strong else plain
            told = {"r": name, "t": "inlineStr"} | ({"s": style} if style and len(line.cells) > 1 else {})
            put_text(etree.SubElement(etree.SubElement(row, m + "c", told), m + "is"), m, words)
            if column == 2 and line.target is not None:
                links.append((name, line.target))
    if links:
        listed = etree.SubElement(sheet, m + "hyperlinks")
        title = about.replace("'", "''")
        for name, target in links:
            etree.SubElement(listed, m + "hyperlink", ref=name, location=f"'{title}'!{cell_name(*target)}")
    etree.SubElement(sheet, m + "pageSetup", orientation="landscape", fitToHeight="0")
    copy.keep(part, sheet)


def _height(line: Line) -> int:
    """In lines, as wide as the columns are: not every program finds it by itself."""
    return max(
        sum(1 + len(part) // width for part in words.split("\n"))
        for words, width in zip(line.cells, _WIDTHS, strict=False)
    )


def _part_for(copy: PackageCopy, workbook: str, root: Element, m: str, relations: str) -> str:
    sheets = root.find(m + "sheets")
    identity = f"{{{relations}}}id"
    for each in sheets:
        if each.get("name") == TITLE:
            found = copy.target(workbook, each.get(identity) or "")
            if found is not None:
                return found
    part = "xl/worksheets/kiemtin.xml"
    number = 1
    while part in copy:
        number += 1
        part = f"xl/worksheets/kiemtin{number}.xml"
    highest = max((int(each.get("sheetId") or 0) for each in sheets), default=0)
    copy.declare(part, _TYPE)
    told = {"name": TITLE, "sheetId": str(highest + 1)}
    told[identity] = copy.relate(workbook, part, f"{relations}/worksheet")
    etree.SubElement(sheets, m + "sheet", told)
    copy.keep(workbook, root)
    return part


def _styles(copy: PackageCopy, workbook: str, m: str) -> tuple[str, str]:
    """Formats of wrapped words, plain and bold, which stay text when somebody edits them; added once."""
    found = copy.related(workbook, "styles")
    if not found:
        return "", ""
    root = copy.root(found[0])
    fonts, formats = root.find(m + "fonts"), root.find(m + "cellXfs")
    if fonts is None or formats is None:
        return "", ""
    numbers = []
    for bold in (False, True):
        font = "0"
        if bold:
            font = _bold(fonts, m)
        numbers.append(_format(formats, m, font))
    copy.keep(found[0], root)
    return numbers[0], numbers[1]


def _bold(fonts: Element, m: str) -> str:
    for number, font in enumerate(fonts):
        if [child.tag for child in font] == [m + "b", m + "sz", m + "name"]:
            return str(number)
    font = etree.SubElement(fonts, m + "font")
    etree.SubElement(font, m + "b")
    etree.SubElement(font, m + "sz", val="11")
    etree.SubElement(font, m + "name", val="Calibri")
    fonts.set("count", str(len(fonts)))
    return str(len(fonts) - 1)


def _format(formats: Element, m: str, font: str) -> str:
    told = {
        "numFmtId": "49", "fontId": font, "fillId": "0", "borderId": "0", "xfId": "0", "quotePrefix": "1",
        "applyNumberFormat": "1", "applyFont": "1", "applyAlignment": "1",
    }  # fmt: skip
    for number, each in enumerate(formats):
        if dict(each.attrib) == told:
            return str(number)
    each = etree.SubElement(formats, m + "xf", told)
    etree.SubElement(each, m + "alignment", vertical="top", wrapText="1")
    formats.set("count", str(len(formats)))
    return str(len(formats) - 1)
