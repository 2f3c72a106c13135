"""Notes on the cells of one sheet (`comments` and the drawing that Excel keeps for each of them).

A cell holds one note: where somebody else's stands, ours goes to the next cell of the row that is free.
Ours are told by their author.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from kiemtin.foundation.places import cell_name
from kiemtin.reporting.opc import Element, PackageCopy
from kiemtin.reporting.word.marks import without_tail
from kiemtin.reporting.workbook.cells import put_text

AUTHOR = "Kiểm tin"
Cell = tuple[int, int]
"""Row and column, both from 1."""

_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
"""What stands behind the drawing of notes in a sheet."""
_EMPTY_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" '
    b'data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" '
    b'o:connecttype="rect"/></v:shapetype></xml>'
)
_FIRST_SHAPE = 1025
_COLUMNS, _ROWS = 5, 12
"""Size of a note, in columns and rows."""
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")


class Notes:
    """Reads the notes of a sheet, takes ours away and adds new ones."""

    def __init__(self, copy: PackageCopy, sheet: str, relations: str) -> None:
        self._copy, self._sheet, self._relations = copy, sheet, relations
        self._root = copy.root(sheet)
        self._m = self._root.tag[: self._root.tag.index("}") + 1]
        self._comments_part = (copy.related(sheet, "comments") or ["xl/commentsKiemtin.xml"])[0]
        self._drawing_part = (copy.related(sheet, "vmlDrawing") or ["xl/drawings/vmlDrawingKiemtin.vml"])[0]

    def write(self, notes: Mapping[Cell, Sequence[str]], width: int) -> None:
        """These notes in place of ours. `width`: columns of a row in which a note may find a place.

        Raises DocumentError if the drawing of the notes that are there cannot be read.
        """
        copy, m = self._copy, self._m
        comments = (
            copy.root(self._comments_part)
            if self._comments_part in copy
            else etree.Element(m + "comments", nsmap={None: m[1:-1]})
        )
        drawing = (
            copy.root(self._drawing_part) if self._drawing_part in copy else etree.fromstring(_EMPTY_DRAWING)
        )
        author = _author(comments, m)
        self._remove(comments, drawing, author)
        listed = _child(comments, m + "commentList")
        taken = {_cell_of(each.get("ref") or "") for each in listed}
        shape = 1 + max(map(_number, drawing.iter(_V + "shape")), default=_FIRST_SHAPE - 1)
        for cell, lines in notes.items():
            free = _free(cell, taken, width)
            if free is None:
                continue
            taken.add(free)
            self._note(listed, free, lines, author)
            drawing.append(_shape(free, shape))
            shape += 1
        self._keep(comments, drawing)

    def _remove(self, comments: Element, drawing: Element, author: str) -> None:
        ours = [each for each in comments.iter(self._m + "comment") if each.get("authorId") == author]
        cells = {_cell_of(each.get("ref") or "") for each in ours}
        without_tail(ours)
        shapes = []
        for data in drawing.iter(_X + "ClientData"):
            row, column = data.findtext(_X + "Row"), data.findtext(_X + "Column")
            if (
                data.get("ObjectType") == "Note"
                and row
                and column
                and (int(row) + 1, int(column) + 1) in cells
            ):
                shapes.append(data.getparent())
        without_tail(shapes)

    def _note(self, listed: Element, cell: Cell, lines: Sequence[str], author: str) -> None:
        m = self._m
        comment = etree.SubElement(listed, m + "comment", ref=cell_name(*cell), authorId=author)
        text = etree.SubElement(comment, m + "text")
        for number, line in enumerate(lines):
            run = etree.SubElement(text, m + "r")
            if number == 0:
                etree.SubElement(etree.SubElement(run, m + "rPr"), m + "b")
            put_text(run, m, line if number == len(lines) - 1 else f"{line}\n")

    def _keep(self, comments: Element, drawing: Element) -> None:
        copy, sheet = self._copy, self._sheet
        if self._comments_part not in copy:
            copy.declare(self._comments_part, _COMMENTS)
            copy.relate(sheet, self._comments_part, f"{self._relations}/comments")
        if self._drawing_part not in copy:
            copy.declare_extension("vml", _DRAWING)
            number = copy.relate(sheet, self._drawing_part, f"{self._relations}/vmlDrawing")
            element = etree.Element(self._m + "legacyDrawing", {f"{{{self._relations}}}id": number})
            behind = [self._m + name for name in _BEHIND]
            following = next((each for each in self._root if each.tag in behind), None)
            if following is None:
                self._root.append(element)
            else:
                following.addprevious(element)
            copy.keep(sheet, self._root)
        copy.keep(self._comments_part, comments)
        copy.keep(self._drawing_part, drawing)


def _author(comments: Element, m: str) -> str:
    """Our number among the authors; we are added if we are not there."""
    authors = comments.find(m + "authors")
    if authors is None:
        authors = etree.Element(m + "authors")
        comments.insert(0, authors)
    names = [each.text for each in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, m + "author").text = AUTHOR
        names.append(AUTHOR)
    return str(names.index(AUTHOR))


def _child(parent: Element, tag: str) -> Element:
    found = parent.find(tag)
    return etree.SubElement(parent, tag) if found is None else found


def _cell_of(reference: str) -> Cell:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _number(shape: Element) -> int:
    digits = (shape.get("id") or "").rpartition("_s")[2]
    return int(digits) if digits.isdigit() else 0


def _free(cell: Cell, taken: set[Cell], width: int) -> Cell | None:
    row, column = cell
    places = [cell, *((row, other) for other in (*range(column + 1, width + 1), *range(1, column)))]
    return next((each for each in places if each not in taken), None)


def _shape(cell: Cell, number: int) -> Element:
    row, column = cell[0] - 1, cell[1] - 1
    shape = etree.Element(
        _V + "shape",
        {
            "id": f"_x0000_s{number}",
            "type": "#_x0000_t202",
            "style": "position:absolute;width:320pt;height:180pt;visibility:hidden",
            "fillcolor": "#ffffe1",
            _O + "insetmode": "auto",
        },
    )
    etree.SubElement(shape, _V + "fill", color2="#ffffe1")
    etree.SubElement(shape, _V + "path", {_O + "connecttype": "none"})
    box = etree.SubElement(shape, _V + "textbox", style="mso-direction-alt:auto")
    etree.SubElement(box, "div", style="text-align:left")
    data = etree.SubElement(shape, _X + "ClientData", ObjectType="Note")
    etree.SubElement(data, _X + "MoveWithCells")
    etree.SubElement(data, _X + "SizeWithCells")
    anchor = (column + 1, 15, row, 2, column + 1 + _COLUMNS, 15, row + _ROWS, 4)
    etree.SubElement(data, _X + "Anchor").text = ", ".join(map(str, anchor))
    etree.SubElement(data, _X + "AutoFill").text = "False"
    etree.SubElement(data, _X + "Row").text = str(row)
    etree.SubElement(data, _X + "Column").text = str(column)
    return shape
