"""The questions as a workbook to fill in, with the usual answers in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from kiemtin.adopting.drafting.questions import MEDIA, USUAL_LIMITS, Kind, default, questions
from kiemtin.adopting.drafting.reading import ANSWERS, LIMITS, OFFICES, ORDER, RANK
from kiemtin.documents.own_files import KEYWORD
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.messages import Lang, message

_MADE = datetime(2000, 1, 1)
"""The same questions give the same bytes."""
Limits = Sequence[tuple[str, Sequence[str]]]


def form(
    kind: Kind,
    today: date,
    lang: Lang,
    media: Sequence[str] = MEDIA,
    limits: Limits = USUAL_LIMITS,
    order: Sequence[tuple[int, Sequence[str]]] = (),
) -> bytes:
    """The .xlsx. Cells hold text: no number loses its unit, nothing becomes a formula."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": _MADE, "keywords": KEYWORD})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "bottom": 1, "num_format": "@"})
        faint = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "color": "#555555"})
        rows = [
            (each.vi, _default(each.key, default(each, kind), today), message(f"ask.{each.key}", lang))
            for each in questions(kind)
        ]
        sheets: list[tuple[str, Sequence[str], list[Sequence[str]], Sequence[int]]] = [
            (ANSWERS, ("Mục", ANSWERS, message("ask.explained", lang)), [*rows], (22, 44, 80)),
            (LIMITS, (RANK, *media), [(band, *cells) for band, cells in limits], (16, *[16] * len(media))),
        ]
        if kind == "province":
            ranks = [(str(rank), "; ".join(offices)) for rank, offices in order]
            sheets.append((ORDER, (RANK, OFFICES, message("ask.explained", lang)), [*ranks], (8, 90, 60)))
        for title, heads, lines, widths in sheets:
            sheet = book.add_worksheet(title)
            for at, words in enumerate(heads):
                sheet.set_column(at, at, widths[at], text)
                sheet.write_string(0, at, words, head)
            for number, cells in enumerate(lines, start=1):
                for at, words in enumerate(cells):
                    sheet.write_string(number, at, words, faint if at == 2 and title == ANSWERS else text)
            sheet.freeze_panes(1, 0)
            if title == ORDER:
                sheet.write_string(1, 2, message("ask.order", lang), faint)
    return stream.getvalue()


def _default(key: str, value: str, today: date) -> str:
    return show_day(date(today.year, 1, 1)) if key == "in_force" else value
