"""The summary for a terminal: scope first, then rules and outlets."""

from __future__ import annotations

from kiemtin.auditing.figures import Figures
from kiemtin.auditing.rendering.html import summary, title_of
from kiemtin.auditing.rendering.tables import Table, flat, tables
from kiemtin.foundation.messages import Lang

_SHOWN = ("scope", "rules", "outlet", "missing", "answers", "agreement", "replies")
_COLUMNS = {"rules": (0, 1, 4, 5, 6, 8), "outlet": (0, 1, 2, 3, 4), "missing": (0, 1, 2)}
_WIDEST = 44


def render(figures: Figures, lang: Lang, width: int, extra: tuple[Table, ...] = ()) -> str:
    """Lines of at most `width` columns, ending with a line feed."""
    import textwrap

    lines = [title_of(figures, lang), ""]
    lines += textwrap.wrap(summary(figures, lang), width)
    for table in (*tables(figures, lang), *extra):
        if table.id in _SHOWN:
            lines += ["", *aligned(table, lang, _COLUMNS.get(table.id))]
    lines += ["", figures.command]
    return "\n".join(lines) + "\n"


def aligned(table: Table, lang: Lang, columns: tuple[int, ...] | None = None) -> list[str]:
    """A table in columns, numbers to the right."""
    chosen = columns or tuple(range(len(table.headings)))
    rows = [list(table.headings), *flat(table, lang)]
    cells = [[_cut(row[at]) for at in chosen] for row in rows]
    widths = [max(len(row[at]) for row in cells) for at in range(len(chosen))]
    lines = [table.title]
    for row in cells:
        told = [
            cell.ljust(widths[at]) if table.kinds[chosen[at]] == "text" else cell.rjust(widths[at])
            for at, cell in enumerate(row)
        ]
        lines.append("  " + "  ".join(told).rstrip())
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
