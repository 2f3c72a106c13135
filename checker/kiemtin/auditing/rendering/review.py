"""The figures as a review (sơ kết, tổng kết) in Word: the form of an administrative report, with what people
have to add left to them: number, place, day, remarks, recommendations, signature."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from kiemtin.auditing.figures import Figures
from kiemtin.auditing.rendering import wording
from kiemtin.auditing.rendering.html import summary
from kiemtin.auditing.rendering.tables import Table, told
from kiemtin.auditing.rendering.tables import tables as all_tables
from kiemtin.auditing.statistics import Share
from kiemtin.documents.own_files import KEYWORD
from kiemtin.foundation.messages import Lang, message

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_FONT = "Times New Roman"
_BAR = 12
"""Blocks of the longest bar."""
_MOST = 30
"""Rows of one table; what is more stands in the workbook, which is said."""
_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("scope", ("scope",)),
    ("results", ("outlet", "medium", "rank", "rules", "clauses", "month")),
    ("balance", ("section", "field")),
    ("handling", ("replies", "answers", "agreement")),
    ("limits", ("missing",)),
)


def render(figures: Figures, lang: Lang, extra: tuple[Table, ...] = ()) -> bytes:
    """The same figures give the same bytes."""
    made = _Review(figures, lang, {table.id: table for table in (*all_tables(figures, lang), *extra)})
    return made.bytes()


class _Review:
    def __init__(self, figures: Figures, lang: Lang, tables: dict[str, Table]) -> None:
        from docx import Document
        from docx.shared import Mm, Pt

        self.figures, self.lang, self.tables = figures, lang, tables
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = _FONT, Pt(13)
        style.element.rPr.rFonts.set(_qualified("w:eastAsia"), _FONT)
        style.paragraph_format.space_after = Pt(6)
        self._write()

    def term(self, name: str, **arguments: object) -> str:
        return message(f"audit.review.{name}", self.lang, arguments)

    def _write(self) -> None:
        self._head()
        scope = self.figures.scope
        span = {
            "first": wording.day(scope.first_day, self.lang),
            "last": wording.day(scope.last_day, self.lang),
        }
        self._line(self.term("title"), bold=True, size=14, centred=True, before=18)
        self._line(self.term("subject", **span), bold=True, size=14, centred=True)
        if outlet := self.figures.chosen.get("outlet"):
            self._line(outlet, bold=True, size=14, centred=True)
        self._line("––––––––––", centred=True, size=10)
        number = 0
        for name, ids in _SECTIONS:
            shown = [self.tables[each] for each in ids if each in self.tables]
            if name == "handling" and not shown:
                continue
            number += 1
            self._line(
                f"{_roman(number)}. {self.term(f'section.{name}')}", bold=True, size=13, before=12, keep=True
            )
            if name == "scope":
                self._line(self.term("how", **self._how()), justified=True)
            if name == "results":
                self._line(summary(self.figures, self.lang), justified=True)
            if name == "balance":
                self._line(self.tables["coverage"].note if "coverage" in self.tables else "", justified=True)
            if name == "limits":
                self._line(self.term("limits"), justified=True)
                self._unchecked()
            for at, table in enumerate(shown, 1):
                self._table(table, f"{at}. {table.title}" if len(shown) > 1 else "")
        for name in ("remarks", "recommendations"):
            number += 1
            self._line(
                f"{_roman(number)}. {self.term(f'section.{name}')}", bold=True, size=13, before=12, keep=True
            )
            self._line(self.term(f"{name}.left"), italic=True)
            for _ in range(3):
                self._line("…" * 42)
        self._foot()
        self._line(
            self.term("again", command=self.figures.command, manifest=self.figures.manifest_hash),
            size=10,
            italic=True,
            before=12,
        )

    def _how(self) -> dict[str, object]:
        identity = self.figures.manifest["identity"]
        packs = ", ".join(f"{pack['name']} ({pack['key'][:12]})" for pack in identity["packs"])
        roster = f"{identity['roster']['name']} ({identity['roster']['sha256'][:12]})"
        return {"packs": packs, "roster": roster, "version": identity["tool"]["version"]}

    def _unchecked(self) -> None:
        for pack in self.figures.manifest["identity"]["packs"]:
            for clause in pack["unchecked"]:
                self._line(f"- {clause['clause']}, {pack['name']}: {clause['why']}", justified=True)

    # The form

    def _head(self) -> None:
        """National heading at the right, the office at the left."""
        table = self.document.add_table(rows=2, cols=2)
        left = [(self.term("superior"), False), (self.term("office"), True), ("–––––––", False)]
        right = [(self.term("nation"), True), (self.term("motto"), True), ("–––––––––––––––––––", False)]
        for column, lines in enumerate((left, right)):
            cell = table.cell(0, column)
            for at, (text, bold) in enumerate(lines):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                self._into(
                    paragraph,
                    text,
                    bold=bold,
                    size=12 if column == 0 or at == 0 else 13,
                    centred=True,
                    after=0,
                )
        self._into(table.cell(1, 0).paragraphs[0], self.term("number"), size=13, centred=True)
        self._into(table.cell(1, 1).paragraphs[0], self.term("place_day"), size=13, italic=True, centred=True)
        _widths(table, (62, 103))

    def _foot(self) -> None:
        self.document.add_paragraph()
        table = self.document.add_table(rows=1, cols=2)
        left, right = table.cell(0, 0), table.cell(0, 1)
        self._into(left.paragraphs[0], self.term("to"), bold=True, italic=True, size=12, after=0)
        for line in self.term("to.list").split("\n"):
            self._into(left.add_paragraph(), line, size=11, after=0)
        self._into(right.paragraphs[0], self.term("signer"), bold=True, size=13, centred=True, after=0)
        self._into(right.add_paragraph(), self.term("sign"), italic=True, size=12, centred=True)
        for _ in range(3):
            right.add_paragraph()
        _widths(table, (80, 85))

    def _line(self, text: str, **how: Any) -> None:
        if text:
            self._into(self.document.add_paragraph(), text, **how)

    def _into(
        self,
        paragraph: Any,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: int = 13,
        centred: bool = False,
        justified: bool = False,
        right: bool = False,
        before: int = 0,
        after: int | None = None,
        keep: bool = False,
        colour: str | None = None,
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size, run.font.name = bold, italic, Pt(size), _FONT
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        elif right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        form = paragraph.paragraph_format
        if before:
            form.space_before = Pt(before)
        if after is not None:
            form.space_after = Pt(after)
        form.keep_with_next = keep

    def _table(self, table: Table, heading: str) -> None:
        columns = _COLUMNS.get(table.id, tuple(range(len(table.headings))))
        rates = [at for at in columns if table.kinds[at] == "rate"]
        bar = rates[0] if rates and table.id in _BARRED else None
        rows = table.rows[:_MOST]
        top = max(
            (cell.value or 0.0 for row in rows if bar is not None and isinstance(cell := row[bar], Share)),
            default=0.0,
        )
        self._line(heading, bold=True, italic=True, before=8, keep=True)
        made = self.document.add_table(rows=1 + len(rows), cols=len(columns) + (bar is not None))
        made.style = "Table Grid"
        heads = [table.headings[at] for at in columns] + ([""] if bar is not None else [])
        for at, head in enumerate(heads):
            self._into(made.rows[0].cells[at].paragraphs[0], head, bold=True, size=10, centred=True, after=0)
        _repeat(made.rows[0])
        for number, row in enumerate(rows, 1):
            cells = made.rows[number].cells
            _whole(made.rows[number])
            for at, column in enumerate(columns):
                kind = table.kinds[column]
                self._into(
                    cells[at].paragraphs[0],
                    told(row[column], self.lang),
                    size=10,
                    right=kind != "text",
                    after=0,
                )
            if bar is not None:
                value = row[bar]
                length = round(_BAR * (value.value or 0.0) / top) if isinstance(value, Share) and top else 0
                self._into(cells[-1].paragraphs[0], "█" * length, size=7, after=0, colour="1F5FA8")
        widths = [_WIDE[table.kinds[at]] for at in columns]
        if bar is not None:
            widths.append(2.0)
        _widths(made, tuple(165 * width / sum(widths) for width in widths))
        if len(table.rows) > _MOST:
            self._line(self.term("more", n=len(table.rows) - _MOST), italic=True, size=11)
        self._line(" ", size=6, after=0)

    def bytes(self) -> bytes:
        """Saved, and its archive written anew with one fixed time."""
        properties = self.document.core_properties
        properties.author, properties.title = "", self.term("title")
        properties.keywords = KEYWORD
        properties.created = properties.modified = _EPOCH
        stream, fixed = io.BytesIO(), io.BytesIO()
        self.document.save(stream)
        with zipfile.ZipFile(stream) as made, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as anew:
            for name in made.namelist():
                info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                anew.writestr(info, made.read(name))
        return fixed.getvalue()


_WIDE = {"text": 3.0, "number": 1.3, "rate": 2.2}
_COLUMNS = {
    "rules": (0, 1, 4, 5, 6, 8),
    "clauses": (0, 1, 2, 3, 4),
    **dict.fromkeys(("outlet", "medium", "section", "rank", "month", "field"), (0, 1, 2, 3, 4)),
    "missing": (0, 1, 2),
}
_BARRED = frozenset({"rules", "outlet", "medium", "section", "rank", "month", "field"})


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _widths(table: Any, millimetres: tuple[float, ...]) -> None:
    from docx.shared import Mm

    table.autofit = False
    for at, width in enumerate(millimetres):
        table.columns[at].width = Mm(width)
        for cell in table.columns[at].cells:
            cell.width = Mm(width)


def _repeat(row: Any) -> None:
    """The head of a table stands on each of its pages."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _whole(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _roman(number: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number]
