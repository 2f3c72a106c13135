"""A page of Markdown for a terminal: paragraphs wrapped, tables as lists of their rows, code as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kiemtin.reporting.excerpt import display_width, visible, wrap
from kiemtin.reporting.palette import PLAIN, Palette

if TYPE_CHECKING:
    from markdown_it.token import Token


def render(source: str, palette: Palette = PLAIN, width: int = 100) -> str:
    """Lines of at most `width` columns, but for code."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    lines = [line.rstrip() for line in _Writer(palette, width).lines(tokens)]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip("\n") + "\n"


_HEADING = {"h2": "──"}


class _Writer:
    def __init__(self, palette: Palette, width: int) -> None:
        self._palette, self._width = palette, width
        self._indent = 0
        self._sign = ""
        """What stands before the next paragraph: the sign of its list item."""
        self._numbers: list[int | None] = []
        self._rows: list[list[str]] = []

    def lines(self, tokens: Sequence[Token]) -> Iterator[str]:
        for at, token in enumerate(tokens):
            match token.type:
                case "inline":
                    yield from self._inline(token, tokens[at - 1])
                case "fence" | "code_block":
                    yield from self._code(token.content)
                    yield ""
                case "bullet_list_open" | "ordered_list_open":
                    start = token.attrGet("start")
                    self._numbers.append(int(start or 1) if token.type.startswith("ordered") else None)
                case "bullet_list_close" | "ordered_list_close":
                    self._numbers.pop()
                    if not self._numbers:
                        yield ""
                case "list_item_open":
                    self._open_item()
                case "list_item_close" | "blockquote_close":
                    self._indent -= 2
                case "blockquote_open":
                    self._indent += 2
                case "table_open":
                    self._rows = []
                case "tr_open":
                    self._rows.append([])
                case "table_close":
                    yield from self._table()
                    yield ""

    def _open_item(self) -> None:
        number = self._numbers[-1]
        self._sign = "- " if number is None else f"{number}. "
        if number is not None:
            self._numbers[-1] = number + 1
        self._indent += 2

    def _inline(self, token: Token, opening: Token) -> Iterator[str]:
        text = visible(_text(token))
        if opening.type in ("td_open", "th_open"):
            self._rows[-1].append(text)
            return
        if opening.type == "heading_open":
            yield ""
            line = text.upper() if opening.tag == "h1" else f"{_HEADING.get(opening.tag, '─')} {text}"
            for each in wrap(line, self._width):
                yield self._palette.paint(each, "strong")
            yield ""
            return
        pad = " " * self._indent
        first = pad if not self._sign else " " * (self._indent - 2) + self._sign
        self._sign = ""
        yield from wrap(text, self._width, first, pad)
        if not self._numbers:
            yield ""

    def _code(self, content: str) -> Iterator[str]:
        pad = " " * (self._indent + 4)
        for line in content.rstrip("\n").split("\n"):
            yield pad + self._palette.paint(visible(line), "note")

    def _table(self) -> Iterator[str]:
        """In columns if they fit, else each row as its first cell and the others under their headings."""
        heads, *rows = self._rows
        widths = [max(display_width(row[at]) for row in self._rows) for at in range(len(heads))]
        if sum(widths) + 2 * len(widths) <= self._width:
            for number, row in enumerate(self._rows):
                cells = (
                    cell + " " * (size - display_width(cell)) for cell, size in zip(row, widths, strict=True)
                )
                line = "  ".join(cells)
                yield self._palette.paint(line, "strong") if not number else line
            return
        for row in rows:
            yield from (self._palette.paint(line, "strong") for line in wrap(row[0] or "–", self._width))
            for head, cell in zip(heads[1:], row[1:], strict=True):
                if cell:
                    yield from wrap(f"{head}: {cell}" if head else cell, self._width, "    ", "    ")


def _text(token: Token) -> str:
    """Words without markup; the address of a link to another place stands behind it."""
    parts: list[str] = []
    links: list[str] = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                parts.append(child.content)
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "image":
                parts.append(child.content)
            case "link_open":
                links.append(str(child.attrGet("href") or ""))
            case "link_close":
                target = links.pop()
                if target.startswith(("http:", "https:")) and not "".join(parts).endswith(target):
                    parts.append(f" ({target})")
    return "".join(parts)
