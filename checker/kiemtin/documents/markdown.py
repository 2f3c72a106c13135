"""Markdown (.md): the bare text of a file, its headings, pictures and paragraphs told apart.

Markup is no text: the document's text is what a reader sees, and `Document.source` leads back to the file.
The first heading of level 1, else a heading before all text, is the headline; other headings are body. The
alternative text of a picture that stands alone is a caption. A row of a table is one paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kiemtin.documents.decoding import decode
from kiemtin.documents.limits import LINES, SIGNS
from kiemtin.documents.line_breaks import wrapped, wrapped_within
from kiemtin.documents.model import Block, Document, Metadata, Note, Origin, Zone
from kiemtin.documents.plain_text import assemble, front_matter_of, in_unicode
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.text import Edit, normalize

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_TAG = re.compile(r"<[^<>\n]{1,400}>")
_BREAKING_TAG = re.compile(r"</?(?:p|br|div|li|tr|h[1-6])\b", re.I)
_IMAGES = re.compile(r"(?:!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?[ \t]*)+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,64}\]:[ \t]*")

Line = tuple[int, int]


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """One item from the bytes of a Markdown file. Raises DocumentError."""
    source, encoding = in_unicode(decode(data, path))
    LINES.hold(source.count("\n"), FilePlace(path))
    normalized = normalize(source)
    front = front_matter_of(normalized.text, path)
    if encoding is not None:
        front.notes.append(encoding)
    walk = _Walk(normalized.text, front.end)
    blocks = walk.blocks()
    if walk.unread:
        front.notes.append(Note(SIGNS.code, {"limit": SIGNS.shown}, unread=True))
    return assemble(
        source,
        normalized,
        path,
        front,
        blocks,
        walk.edits,
        frozenset(walk.behind_picture),
        overrides=overrides,
        digest=sha256(data).hexdigest(),
    )


class _Walk:
    """One pass over the blocks; `behind_picture` holds indexes of blocks that caption a picture."""

    def __init__(self, text: str, start: int) -> None:
        from markdown_it import MarkdownIt

        from kiemtin.documents.markdown_inline import InlineParser

        self._text = text
        self._first_line = text.count("\n", 0, start)
        self._blocks: list[Block] = []
        self._picture = False
        self._headings: dict[int, int] = {}
        self._inline = InlineParser()
        self._md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._md.inline = self._inline
        self._md.block.ruler.before("reference", "footnote", _footnote)
        self._lines: list[Line] = []
        at = start
        for line in text[start:].split("\n"):
            self._lines.append((at, at + len(line)))
            at += len(line) + 1
        self._tables: dict[int, dict[int, list[tuple[int, int, int]]]] = {}
        self.unread = False
        """Whether the markup of a paragraph was left in it."""
        self.edits: list[Edit] = []
        self.behind_picture: set[int] = set()

    def blocks(self) -> list[Block]:
        env: dict[str, object] = {}
        tokens: list[Token] = []
        plain = "\n".join(
            self._text[start:end].removesuffix("\r").replace("\r", " ").replace("\0", " ")
            for start, end in self._lines
        )
        self._md.block.parse(plain, self._md, env, tokens)
        found = list(self._paragraphs(tokens))
        lines = [line for token, lines in found if token.type == "inline" for line in lines]
        goes_on = dict(zip(lines, wrapped(self._text, lines), strict=False))
        for token, lines in found:
            if token.meta.get("table") is not None:
                self._cell(token, lines, env)
            elif token.type == "inline":
                # A picture on a line of its own is one, also where no empty line follows.
                for _, run in groupby(lines, lambda line: bool(_IMAGES.fullmatch(self._text[slice(*line)]))):
                    self._paragraph(token, list(run), goes_on, env)
            elif token.type == "html_block":
                self._html(lines)
            else:
                for start, end in lines:
                    self._add(Zone.BODY, start, end)
        self._read_tables()
        return self._with_headline()

    def _paragraphs(self, tokens: list[Token]) -> Iterator[tuple[Token, list[Line]]]:
        """Tokens that hold text, with their lines in the text, without markers before them."""
        heading = ""
        row, at = -1, 0
        table = -1
        in_table = False
        for token in tokens:
            if token.type == "heading_open":
                heading = token.tag
            elif token.type == "table_open":
                table += 1
            in_table = token.type in ("th_open", "td_open") or (in_table and token.type == "inline")
            if token.map is None or token.type not in ("inline", "html_block", "fence", "code_block"):
                continue
            first, last = token.map
            if token.type != "inline":
                inset = 1 if token.type == "fence" else 0
                closed = token.type == "fence" and len(token.content.split("\n")) - 1 < last - first - 1
                lines = self._lines[first + inset : last - int(closed)]
                yield token, [line for line in map(self._trimmed, lines) if line[0] < line[1]]
                continue
            token.meta = {"level": int(heading[1:]) if heading else 0}
            if in_table:
                token.meta["table"] = (table, first)
            heading = ""
            contents = token.content.split("\n")
            if len(contents) == 1:
                at = at if row == first else 0
                row = first
            found: list[Line] = []
            for number, content in enumerate(contents, start=first):
                start, end = self._lines[number] if number < len(self._lines) else self._lines[-1]
                words = content.strip()
                from_ = start + (at if number == row and len(contents) == 1 else 0)
                place = self._text.find(words, from_, end)
                if len(contents) > 1:  # a line of a paragraph is the end of its line
                    place = self._text.rfind(words, start, end)
                if place >= 0 and words:
                    found.append((place, place + len(words)))
                    at = place + len(words) - start
            yield token, found

    def _trimmed(self, line: Line) -> Line:
        words = self._text[line[0] : line[1]]
        start = line[0] + len(words) - len(words.lstrip())
        return start, max(start, line[0] + len(words.rstrip()))

    def _paragraph(
        self, token: Token, lines: list[Line], goes_on: dict[Line, bool], env: dict[str, object]
    ) -> None:
        if not lines:
            return
        content = "\n".join(self._text[start:end] for start, end in lines)
        edits = self._markup(content, env)
        starts = [0]
        for start, end in lines:
            starts.append(starts[-1] + end - start + 1)

        def outside(offset: int) -> int:
            line = min(bisect_right(starts, offset), len(lines)) - 1
            return min(lines[line][0] + offset - starts[line], lines[line][1])

        pictures = [(outside(start), outside(end)) for start, end in self._inline.pictures]
        bare = len(content) - sum(end - start for start, end, _ in edits)
        if pictures and not content.strip().strip("![]()") or (pictures and bare <= content.count("\n")):
            for start, end in pictures:
                self._add(Zone.CAPTION, start, end)
            self._picture = True
            return
        self.edits += [(outside(start), outside(end), words) for start, end, words in edits]
        within = wrapped_within(self._text, lines)
        for (before, line), wraps in zip(pairwise(lines), within, strict=True):
            self.edits.append((before[1], line[0], " " if wraps or goes_on.get(before) else "\n"))
        emphasised = bool(edits) and edits[0][0] == 0 and edits[-1][1] == len(content)
        # Behind a picture that has its own caption only a line in emphasis is one more.
        has_caption = bool(self._blocks) and self._blocks[-1].zone is Zone.CAPTION
        if self._picture and not token.meta["level"] and (not has_caption or emphasised):
            self.behind_picture.add(len(self._blocks))
        self._picture = False
        if token.meta["level"]:
            self._headings[len(self._blocks)] = token.meta["level"]
        self._add(Zone.BODY, lines[0][0], lines[-1][1])

    def _markup(self, content: str, env: dict[str, object]) -> list[Edit]:
        if sum(map(content.count, "*_[]!`<&\\~")) > SIGNS.most:
            self.unread = True
            return []
        return self._inline.read(content, self._md, env)

    def _cell(self, token: Token, lines: list[Line], env: dict[str, object]) -> None:
        """A cell joins those before it in its row."""
        if not lines:
            return
        (start, end), (table, row) = lines[0], token.meta["table"]
        content = self._text[start:end]
        for from_, to, words in self._markup(content, env):
            self.edits.append((start + from_, start + to, words))
        rows = self._tables.setdefault(table, {})
        if row in rows:
            index = rows[row][0][0]
            block = self._blocks[index]
            self._blocks[index] = Block(block.zone, block.start, end, block.origin)
        else:
            index = len(self._blocks)
            self._add(Zone.BODY, start, end)
        rows.setdefault(row, []).append((index, start, end))

    def _read_tables(self) -> None:
        """Signs between the cells of people's tables; a heading over columns is none of their text."""
        from kiemtin.documents.tables import people_table

        for rows in self._tables.values():
            cells = [[self._text[start:end].strip("*_ ") for _, start, end in row] for row in rows.values()]
            people = people_table(cells)
            if people is None:
                continue
            for number, row in enumerate(rows.values()):
                if number == 0 and people.headed:
                    block = self._blocks[row[0][0]]
                    self._blocks[row[0][0]] = Block(Zone.METADATA, block.start, block.end, block.origin)
                    continue
                for (before, after), sign in zip(pairwise(row), people.before[1:], strict=False):
                    self.edits.append((before[2], after[1], sign))

    def _html(self, lines: list[Line]) -> None:
        """A comment is said beside the text; of other HTML the tags go."""
        if not lines:
            return
        comment = self._text.startswith("<!--", lines[0][0])
        for start, end in lines:
            self._add(Zone.METADATA if comment else Zone.BODY, start, end)
            if not comment:
                self.edits += [
                    (found.start(), found.end(), "\n" if _BREAKING_TAG.match(found.group()) else "")
                    for found in _TAG.finditer(self._text, start, end)
                ]

    def _add(self, zone: Zone, start: int, end: int) -> None:
        start, end = self._trimmed((start, end))
        if start < end:
            line = self._first_line + self._line_of(start) + 1
            self._blocks.append(Block(zone, start, end, Origin("line", line)))

    def _line_of(self, offset: int) -> int:
        return bisect_right(self._lines, (offset, len(self._text) + 1)) - 1

    def _with_headline(self) -> list[Block]:
        first = next((i for i, level in self._headings.items() if level == 1), None)
        if first is None:
            told = [i for i, block in enumerate(self._blocks) if block.zone is Zone.BODY]
            first = told[0] if told and told[0] in self._headings else None
        if first is not None and first < len(self._blocks):
            block = self._blocks[first]
            self._blocks[first] = Block(Zone.HEADLINE, block.start, block.end, block.origin)
        return self._blocks


def _footnote(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """`[^1]: Words.` is a paragraph of its own, no address of a link."""
    at = state.bMarks[start_line] + state.tShift[start_line]
    marker = _FOOTNOTE.match(state.src, at, state.eMarks[start_line])
    if marker is None:
        return False
    if silent:
        return True
    line = start_line + 1
    while line < end_line and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if _FOOTNOTE.match(state.src, state.bMarks[line] + state.tShift[line]):
            break
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    first = state.src[marker.end() : state.eMarks[start_line]]
    rest = state.getLines(start_line + 1, line, state.blkIndent, False) if line > start_line + 1 else ""
    token.content = f"{first}\n{rest}".strip() if rest else first.strip()
    token.map = [start_line, line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True
