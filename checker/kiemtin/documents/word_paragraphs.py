"""The walk over a part of a Word file: its paragraphs once all revisions are accepted, or all rejected.

Left out are hidden text, prompts of empty controls, instructions of fields and the separators of footnotes;
text in fonts of TCVN3 and VNI is converted. `Unread` collects what deserves a note.

Works on elements of ElementTree and of lxml alike, so that a writer finds the same paragraphs with the
same offsets as the reader did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Element = Any
"""An element of xml.etree.ElementTree or of lxml.etree."""
Segment = tuple[Element, Element, int, int]
"""Run, the element inside it that carries text, and `[start, end)` of that text in the paragraph."""

_NAMESPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_SMART_ART = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DROPPED = (
    "del", "moveFrom", "rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr",
    "delText", "delInstrText", "instrText", "rt", "rubyPr", "fldData",
)  # fmt: skip

# What to do with an element, by its tag; an unknown one is entered, so that no text is lost.
_ACTIONS: dict[Any, str] = {_M + "r": "run", _M + "t": "text", _MC + "AlternateContent": "alternate"}
_TEXTS: dict[Any, str] = {}
for _w in _NAMESPACES:
    _ACTIONS |= {_w + name: "drop" for name in _DROPPED}
    _ACTIONS |= {_w + name: "character" for name in _CHARACTERS}
    _ACTIONS |= {
        _w + "p": "paragraph",
        _w + "r": "run",
        _w + "t": "text",
        _w + "tr": "row",
        _w + "tc": "cell",
    }
    _ACTIONS |= {_w + "drawing": "picture", _w + "pict": "picture", _w + "object": "picture"}
    _ACTIONS |= {_w + "tbl": "table"}
    _ACTIONS |= {
        _w + "sdt": "control",
        _w + "fldChar": "field",
        _w + "sym": "symbol",
        _w + "altChunk": "foreign",
        _w + "footnote": "note",
        _w + "endnote": "note",
    }
    _TEXTS |= {_w + name: character for name, character in _CHARACTERS.items()}
_ACTIONS |= {_GRAPHIC: "graphic", _SMART_ART: "diagram", _CHART: "chart", _OLE: "object"}


class View(NamedTuple):
    """Which of its revisions a text is read with."""

    actions: Mapping[Any, str]
    gone: tuple[str, str]
    """What marks a paragraph's end as not there."""
    gone_row: str
    gone_cell: str


ACCEPTED = View(_ACTIONS, ("del", "moveFrom"), "del", "cellDel")
_rejected = dict(_ACTIONS)
for _w in _NAMESPACES:
    del _rejected[_w + "del"], _rejected[_w + "moveFrom"]
    _rejected |= {_w + "ins": "drop", _w + "moveTo": "drop", _w + "delText": "text"}
ORIGINAL = View(_rejected, ("ins", "moveTo"), "ins", "cellIns")
"""As the text was before anything was tracked."""

_REVISIONS = tuple(
    w + name for w in _NAMESPACES for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
)


class Paragraph:
    """A paragraph of the accepted view; a deleted paragraph mark joins two into one.

    `element` is the `w:p` that holds the properties, that is the last of those joined; `text` the raw
    text, not normalised; `segments` cover it without a gap; `cell` is (table, row, column), 0-based and
    counted in the part, for a paragraph in a table.
    """

    __slots__ = ("_pieces", "cell", "element", "has_picture", "segments", "text")

    def __init__(self, cell: tuple[int, int, int] | None) -> None:
        self.element: Element = None
        self.text = ""
        self._pieces: list[str] = []
        self.segments: list[Segment] = []
        self.has_picture = False
        self.cell = cell

    def append(self, run: Element, element: Element, text: str) -> None:
        start = self.segments[-1][3] if self.segments else 0
        self._pieces.append(text)
        self.segments.append((run, element, start, start + len(text)))

    def close(self) -> None:
        """Join the pieces: adding each to the text would cost the square of their number."""
        self.text = "".join(self._pieces)

    @property
    def style(self) -> str | None:
        """Id of the paragraph's style."""
        w = self.element.tag[:-1]
        style = self.element.find(f"{w}pPr/{w}pStyle")
        return None if style is None else style.get(w + "val")

    @property
    def underlined(self) -> bool:
        """Whether a line is drawn below, as Word makes of `---`."""
        w = self.element.tag[:-1]
        return self.element.find(f"{w}pPr/{w}pBdr/{w}bottom") is not None


Unread = set[str]
"""Codes of notes about what was met and left out or read otherwise than it stands."""


def paragraphs(
    root: Element, unread: Unread | None = None, font: str | None = None, view: View = ACCEPTED
) -> Iterator[Paragraph]:
    """All paragraphs under `root` in reading order; those of a text box follow the one that holds it.

    `font` is that of text which names none.
    """
    yield from _Walk(set() if unread is None else unread, font, view).container(root, None)


def has_revisions(root: Element) -> bool:
    """Whether any insertion, deletion or move is still to be accepted or rejected."""
    return any(next(root.iter(tag), None) is not None for tag in _REVISIONS)


class _Walk:
    """Counts tables while it walks; one for each part."""

    def __init__(self, unread: Unread, font: str | None, view: View) -> None:
        self.view, self.actions = view, view.actions
        self.tables = 0
        self.unread = unread
        self.encoding = _encoding(font)
        self.fields: list[bool] = []
        """Of each field that is open, whether its result has begun."""

    def container(self, parent: Element, cell: tuple[int, int, int] | None) -> Iterator[Paragraph]:
        """Paragraphs of a body, a cell, a text box. An open paragraph waits for the next one."""
        open_: Paragraph | None = None
        boxes: list[Element] = []
        for child, action in self.blocks(parent):
            if action == "paragraph":
                if open_ is None:
                    open_ = Paragraph(cell)
                open_.element = child
                self.collect(child, None, open_, boxes)
                if self.is_joined(child):
                    continue
            if open_ is not None:
                yield from self.close(open_, boxes)
                open_, boxes = None, []
            if action == "table":
                yield from self.table(child)
        if open_ is not None:
            yield from self.close(open_, boxes)

    def close(self, paragraph: Paragraph, boxes: list[Element]) -> Iterator[Paragraph]:
        paragraph.close()
        self.fields.clear()  # one that is never closed must not swallow what follows
        yield paragraph
        for box in boxes:
            yield from self.container(box, paragraph.cell)

    def table(self, table: Element) -> Iterator[Paragraph]:
        number = self.tables
        self.tables += 1
        for row_index, row in enumerate(self.children(table, "row")):
            w = row.tag[:-2]
            if row.find(f"{w}trPr/{w}{self.view.gone_row}") is not None:
                continue
            for column, cell in enumerate(self.children(row, "cell")):
                if cell.find(f"{w}tcPr/{w}{self.view.gone_cell}") is None:
                    yield from self.container(cell, (number, row_index, column))

    def collect(self, parent: Element, run: Element, paragraph: Paragraph, boxes: list[Element]) -> None:
        """Text of a paragraph's children; what text boxes hold is put aside into `boxes`."""
        for child in parent:
            action = self.actions.get(child.tag)
            if action == "paragraph":
                boxes.append(parent)
                return
            if action == "run":
                if len(child) and not self.is_hidden_run(child):
                    self.collect(child, child, paragraph, boxes)
            elif action in ("text", "character"):
                self.text(child, run, paragraph, encoded=action == "text")
            elif action != "drop":
                self.other(action, child, run, paragraph, boxes)

    def other(
        self, action: str | None, child: Element, run: Element, paragraph: Paragraph, boxes: list[Element]
    ) -> None:
        """What is neither a run nor text: fields, pictures, controls, and whatever only holds others."""
        if action == "alternate":
            chosen = _alternative(child)
            if chosen is not None:
                self.collect(chosen, run, paragraph, boxes)
        elif action == "picture":
            before = len(boxes)
            self.collect(child, run, paragraph, boxes)
            paragraph.has_picture |= len(boxes) == before
        elif action == "field":
            self.field(child.get(child.tag[: child.tag.index("}") + 1] + "fldCharType"))
        elif action == "symbol":
            paragraph.append(run, child, "•")
        elif action == "graphic":
            kind = (child.get("uri") or "").rpartition("/")[2]
            if kind in _UNREAD:
                self.unread.add(_UNREAD[kind])
            self.collect(child, run, paragraph, boxes)
        elif action in _UNREAD:
            self.unread.add(_UNREAD[action])
        elif action != "control" or not self.is_prompt(child):
            self.collect(child, run, paragraph, boxes)

    def is_hidden_run(self, run: Element) -> bool:
        properties = run[0] if run[0].tag.endswith("}rPr") else None
        return properties is not None and len(properties) > 0 and self.hidden(properties, run)

    def text(self, child: Element, run: Element, paragraph: Paragraph, *, encoded: bool) -> None:
        """Words of a run, or the character that an element stands for; not those of a field's instruction."""
        text = (child.text or "") if encoded else _TEXTS[child.tag]
        if not text or (len(self.fields) > 1 and not all(self.fields[:-1])):
            return
        encoding = self.encoding_of(run) if encoded else None
        if encoding is not None:
            from kiemtin.documents.old_encodings import converted

            self.unread.add("word-old-encoding")
            text = converted(text, encoding)
        paragraph.append(run, child, text)

    def field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def hidden(self, properties: Element, run: Element) -> bool:
        w = properties.tag[:-3]
        mark = properties.find(w + "vanish")
        if mark is None or mark.get(w + "val") in ("0", "false", "off"):
            return False
        if any(element.text for element in run.iter(w + "t")):
            self.unread.add("word-hidden-text")
        return True

    def encoding_of(self, run: Element) -> str | None:
        """The old encoding in which a run is written, by its font."""
        if run is None or not len(run) or not run[0].tag.endswith("}rPr"):
            return self.encoding
        w = run[0].tag[:-3]
        fonts = run[0].find(w + "rFonts")
        name = fonts.get(w + "ascii") or fonts.get(w + "hAnsi") if fonts is not None else None
        return self.encoding if name is None else _encoding(name)

    def is_prompt(self, control: Element) -> bool:
        """Whether a content control shows its prompt, since nobody has written into it."""
        w = control.tag[:-3]
        return control.find(f"{w}sdtPr/{w}showingPlcHdr") is not None

    def blocks(self, parent: Element) -> Iterator[tuple[Element, str]]:
        """Paragraphs and tables of a container, looking through content controls, insertions and the like."""
        for child in parent:
            action = self.actions.get(child.tag)
            if action in ("paragraph", "table"):
                yield child, action
            elif action == "alternate":
                chosen = _alternative(child)
                if chosen is not None:
                    yield from self.blocks(chosen)
            elif action == "note":
                kind = child.get(child.tag[: child.tag.index("}") + 1] + "type")
                if kind in (None, "normal"):
                    yield from self.blocks(child)
            elif action in _UNREAD:
                self.unread.add(_UNREAD[action])
            elif action != "drop" and not (action == "control" and self.is_prompt(child)):
                yield from self.blocks(child)

    def children(self, parent: Element, wanted: str) -> Iterator[Element]:
        """Rows of a table or cells of a row, looking through content controls."""
        for child in parent:
            action = self.actions.get(child.tag)
            if action == wanted:
                yield child
            elif action is None or action == "control":
                yield from self.children(child, wanted)

    def is_joined(self, paragraph: Element) -> bool:
        """Whether the paragraph's end is not there in this view."""
        w = paragraph.tag[:-1]
        mark = paragraph.find(f"{w}pPr/{w}rPr")
        return mark is not None and any(mark.find(w + name) is not None for name in self.view.gone)


_UNREAD = {
    "foreign": "word-embedded-document",
    "diagram": "word-diagram",
    "chart": "word-chart",
    "object": "word-object",
}
NOT_READ = frozenset({*_UNREAD.values(), "word-hidden-text"})
"""Notes that tell of words which were left out."""


def _encoding(font: str | None) -> str | None:
    if font is None or (font[:1] != "." and font[:3].upper() != "VNI"):
        return None
    from kiemtin.documents.old_encodings import from_font

    return from_font(font)


def _alternative(element: Element) -> Element | None:
    """The one to read of several copies of the same content: the first choice, else the fallback."""
    copies: Iterable[Element] = [c for c in element if c.tag in (_MC + "Choice", _MC + "Fallback")]
    return next(iter(copies), None)
