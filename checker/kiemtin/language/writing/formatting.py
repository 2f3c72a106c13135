"""The canonical layout of packs, and their translation between Vietnamese and English keywords.

It works on the words of the source, so comments stay where they are; the tree must come out the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from kiemtin.foundation.text import fold
from kiemtin.language.reading.cells import canonical_unit, split_row
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.reading.source import Source
from kiemtin.language.terms.keywords import DIVISIONS, FIELD_KINDS, KEYWORDS, OTHERWISE, keyword_pattern
from kiemtin.language.terms.names import (
    canonical_property,
    property_names,
    root_names,
    vietnamese_name,
    vietnamese_root,
)
from kiemtin.language.terms.units import UNITS
from kiemtin.language.writing.lines import Line, padded
from kiemtin.language.writing.words import with_gaps

if TYPE_CHECKING:
    from lark import Token

Keywords = Literal["vi", "en"]

_FROM = re.compile(rf"{keyword_pattern(KEYWORDS['FROM'])}\s+(?={keyword_pattern(KEYWORDS['RANK'])})", re.I)
_EQUALS = re.compile(rf"\s*(?:=|{keyword_pattern(KEYWORDS['IS'])})", re.I)

_FIELD = 13
"""Width of the column of keywords in the head and in rules."""
_RANK = 11
_DAY_OFF = 7
_HEAD = {
    "NUMBERED",
    "TITLED",
    "ISSUER",
    "ISSUED",
    "SUPERSEDES",
    "REFINES",
    "USES",
    "STATUS",
    "REVIEWED",
    "INTERNAL",
    "DRAFT",
}
_PARTS = {
    "DRAFT",
    "FORMERLY",
    "SUMMARY",
    "SENTENCE",
    "ADVICE",
    "WHEN",
    "MUST",
    "SHOULD",
    "MUST_NOT",
    "SHOULD_NOT",
    "NOTE",
    "UNLESS",
    "FIX",
    "EXAMPLE_PASS",
    "EXAMPLE_FAIL",
    "EXAMPLE_OUT",
}
_STATEMENTS = {"RULE", "TABLE", "PARAMETER", "EXCEPTION", "HOLIDAYS", "FIELD", "AMENDED", "NOT_CHECKABLE"}
_IN_ROWS = {"FIELD", "AMENDED"}
"""Statements of one line that stand together."""
_TIGHT_BEFORE = {"COMMA", "SEMICOLON", "RPAR", "RBRACE", "DOT", "DOTS"}
_TIGHT_AFTER = {"LPAR", "LBRACE", "DOT", "DOTS"}


def format_pack(source: str, path: str, keywords: Keywords | None = None) -> str:
    """The pack in its canonical layout, comments kept; `keywords` translates keywords, units and properties.

    Raises PackError if the pack cannot be parsed.
    """
    tree = parse_pack(source, path)
    formatted = lay_out(Source(source, path).text, keywords)
    if parse_pack(formatted, path) != tree:
        raise AssertionError(f"{path}: formatting would change what the pack says")
    return formatted


def lay_out(text: str, keywords: Keywords | None) -> str:
    """The layout of a text that is known to parse."""
    layout = _Layout(text, keywords)
    for before, token in with_gaps(text):
        layout.gap(before)
        layout.token(token)
    layout.gap(text[layout.end :])
    return layout.finish()


class _Layout:
    def __init__(self, text: str, keywords: Keywords | None) -> None:
        self._text, self._keywords = text, keywords
        self.end = 0
        self._lines: list[Line] = []
        self._waiting: list[Line] = []
        """Comments on lines of their own, which take the indent of what follows."""
        self._broken = False
        self._blank = False
        self._statement = ""
        self._base = 0
        self._in_head = True
        self._aggregates = 0
        self._versioned = False
        self._previous = ""
        self._previous_text = ""
        self._qualified = False
        self._group = 0
        self._row_at = 0
        self._ranking: Line | None = None

    # --- what stands between the words

    def gap(self, gap: str) -> None:
        """Notes line ends, blank lines and comments before the next word."""
        self._broken = "\n" in gap
        self._blank = False
        newlines = 0
        for piece in re.findall(r"#[^\n]*|\n", gap):
            if piece == "\n":
                newlines += 1
                continue
            if newlines == 0 and self._lines and not self._waiting:
                self._lines[-1].remark(piece.rstrip(), self._column_of(gap.index(piece)))
            else:
                self._waiting.append(Line(0, piece.rstrip(), blank_before=newlines > 1))
            newlines = 0
        self._blank = newlines > 1

    def _column_of(self, offset_in_gap: int) -> int:
        at = self.end + offset_in_gap
        return at - (self._text.rfind("\n", 0, at) + 1)

    # --- words

    def token(self, token: Token) -> None:
        kind = token.type
        assert token.start_pos is not None
        self.end = token.start_pos + len(token)
        words = self._spelled(token)
        if kind == "ROW":
            self._row(token)
        elif not self._starts_line(kind, words):
            self._append(kind, words)
        self._previous, self._previous_text = kind, str(token)
        if kind in {"OVERRIDES", "OF", "FORMERLY"}:
            self._qualified = True
        elif kind not in {"NAME", "DOT"} and not (kind == "COMMA" and self._qualified):
            self._qualified = False

    def _starts_line(self, kind: str, words: str) -> bool:
        """Begins a line with a keyword that does so; says whether it did."""
        if kind in {"SUM", "MAX", "MIN"}:
            self._aggregates += 1
        if kind == "DOCUMENT":
            self._open(0, words, 4)
        elif kind in DIVISIONS:
            self._base, self._in_head, self._statement = 2, False, ""
            self._open(0, words, 4, blank=True)
        elif kind in _STATEMENTS or (kind == "RANKING" and not self._ranking_by_follows()):
            follows = self._statement == kind
            self._statement, self._in_head, self._versioned = kind, False, False
            self._aggregates = 0
            self._group += 1
            self._open(self._base, words, self._base + 4, blank=not (follows and kind in _IN_ROWS))
        elif self._in_head and (kind in _HEAD or kind in {"IN_FORCE", "RANKING"}):
            self._open_field(2, words)
        elif kind in _PARTS or (kind == "IN_FORCE" and self._statement in {"RULE", "EXCEPTION"}):
            self._aggregates = 0
            self._group += kind.startswith("EXAMPLE")
            self._open_field(self._base + 2, words)
        elif kind == "FOR_EACH":
            if self._aggregates:
                self._aggregates -= 1
                return False
            self._open_field(self._base + 2, words)
        elif kind in {"WITH", "REPORTS"}:
            column = self._base + 2 + _FIELD
            self._open(column, words, column + len(words) + 1)
        elif kind in {"DAY_OFF", "WORKED_INSTEAD"}:
            self._open(self._base + 2, words.ljust(_DAY_OFF), self._base + 6)
        elif kind == "RANK" and self._statement == "RANKING":
            self._ranking = self._open(self._base + (4 if self._versioned else 2), words, 0)
            self._ranking.hang = self._ranking.indent + _RANK
        elif self._statement in {"TABLE", "RANKING"} and self._heads_version(kind):
            self._versioned = True
            self._open(self._base + 2, words, self._base + 6)
        elif self._statement == "PARAMETER" and (
            kind == "FROM" or (kind == "TO" and self._previous != "DATE")
        ):
            self._open(self._base + 2, words, self._base + 6)
        else:
            return False
        return True

    def _heads_version(self, kind: str) -> bool:
        if kind == "FROM":
            return True
        return kind in {"TO", "VERIFIED", "PRACTICE", "SAMPLE"} and self._previous != "DATE"

    def _ranking_by_follows(self) -> bool:
        rest = self._text[self.end :]
        by = "|".join(re.escape(phrase) for phrase in (*KEYWORDS["BY"].vi, *KEYWORDS["BY"].en))
        return re.match(rf"\s+(?:{by})\s", rest, re.I) is not None

    def _open(
        self, indent: int, words: str, hang: int, *, blank: bool = False, cells: Sequence[str] = ()
    ) -> Line:
        group = self._group if cells else -1
        line = Line(indent, words, hang, blank_before=self._blank, cells=cells, group=group)
        (self._waiting[0] if self._waiting else line).part(blank=blank)
        for waiting in self._waiting:
            waiting.stand_before(indent)
        self._lines += self._waiting
        self._waiting = []
        self._lines.append(line)
        return line

    def _open_field(self, indent: int, words: str) -> None:
        hang = indent + max(_FIELD, 0)
        self._open(indent, words.ljust(_FIELD - 1) if len(words) < _FIELD else words, hang)

    def _append(self, kind: str, words: str) -> None:
        line = self._lines[-1]
        adjacent_strings = kind == "STRING" and self._previous == "STRING"
        if adjacent_strings or self._waiting or (self._broken and self._previous != "RANK") or line.cells:
            hang = line.hang
            self._blank = False
            continued = self._open(hang, words, hang)
            if line is self._ranking:
                self._ranking = continued
            return
        if line is self._ranking and self._previous == "NUMBER":
            line.widen(_RANK - 1)
        tight = kind in _TIGHT_BEFORE or self._previous in _TIGHT_AFTER or words == "%"
        line.add(words, tight=tight)

    # --- rows

    def _row(self, token: Token) -> None:
        in_table = self._statement == "TABLE"
        indent = self._base + (2 if in_table else 4)
        first = self._previous != "ROW"
        cells = [cell.text for cell in split_row(str(token), 0)]
        if in_table:
            shown = [self._cell(cell) for cell in cells]
        elif first:
            shown = [self._property(" ".join(cell.split())) for cell in cells]
        else:
            shown = [" ".join(cell.split()) if cell[:1] not in '"“' else cell for cell in cells]
        self._open(indent, "", self._base + 2 + _FIELD, cells=shown)

    def _cell(self, cell: str) -> str:
        if cell[:1] in {'"', "“"}:
            return cell
        words = " ".join(cell.split())
        if self._keywords is None:
            return words
        at = 0 if self._keywords == "vi" else 1
        if opening := _FROM.match(words):
            return f"{KEYWORDS['FROM'][at][0]} {self._cell(words[opening.end() :])}"
        for keyword in (OTHERWISE, KEYWORDS["RANK"]):
            for phrase in (*keyword.vi, *keyword.en):
                if re.match(re.escape(phrase) + r"(?![\w-])", words, re.I):
                    return keyword[at][0] + words[len(phrase) :]
        amount = re.fullmatch(r"(\d[\d.,]*) ?([^\W\d_]+)?( ?(?:\.\.|[-–—−]) ?[\d.,]+)? ?([^\W\d_]+)?", words)
        if amount is None:
            return words
        low, low_unit, high, unit = (part or "" for part in amount.groups())
        return f"{self._amount(low, low_unit)}{self._amount(high.replace(' ', ''), unit)}"

    def _amount(self, number: str, unit: str) -> str:
        return f"{number} {self._unit(unit, number)}" if unit else number

    def _aligned(self) -> None:
        """Pads the cells of the rows that belong together."""
        groups: dict[tuple[int, int], list[Line]] = {}
        for line in self._lines:
            if line.cells:
                groups.setdefault((line.group, len(line.cells)), []).append(line)
        for lines in groups.values():
            columns = [padded(column) for column in zip(*(line.cells for line in lines), strict=True)]
            for at, line in enumerate(lines):
                line.align(column[at] for column in columns)

    # --- spelling

    def _spelled(self, token: Token) -> str:
        kind, words = token.type, " ".join(token.split())
        if kind in {"STRING", "LABEL", "ROW"}:
            return str(token) if kind != "LABEL" else words
        if kind in KEYWORDS:
            return self._keyword(kind, words.lower())
        if kind in DIVISIONS:
            return self._heading(kind, words)
        if kind == "UNIT":
            return self._unit(words)
        if kind == "FIELD_KIND":
            return self._field_kind(words.lower())
        if kind == "NAME":
            return self._name(words)
        return words

    def _keyword(self, kind: str, words: str) -> str:
        keyword = KEYWORDS[kind]
        if self._keywords is None:
            return words
        spellings = keyword.vi if self._keywords == "vi" else keyword.en
        return words if words in spellings else spellings[0]

    def _field_kind(self, words: str) -> str:
        keyword = next(each for each in FIELD_KINDS.values() if words in (*each.vi, *each.en))
        if self._keywords is None:
            return words
        return keyword.vi[0] if self._keywords == "vi" else keyword.en[0]

    def _heading(self, kind: str, words: str) -> str:
        keyword = DIVISIONS[kind]
        word, _, label = words.partition(" ")
        label = label.strip()
        mark = label[-1] if label[-1] in ".):" else ""
        label = label.rstrip(".): ") + (mark or ".")
        if self._keywords == "en" or (self._keywords is None and word.capitalize() in keyword.en):
            return f"{keyword.en[0]} {label}"
        return f"{keyword.vi[0]} {label}"

    def _unit(self, words: str, amount: str | None = None) -> str:
        unit = canonical_unit(words)
        if unit is None or self._keywords is None or words == "%":
            return words
        if self._keywords == "vi":
            return UNITS[unit].vi
        return (
            UNITS[unit].en_forms[0]
            if re.match(r"1(?![\d.,])", amount or self._previous_text)
            else UNITS[unit].en
        )

    def _name(self, words: str) -> str:
        """Properties stand after a dot, after `có`, before `=` in the data of examples; roots begin paths."""
        if self._keywords is None or self._qualified or self._previous in {"RULE", "TABLE", "PARAMETER"}:
            return words
        after_dot = self._previous in {"DOT", "FIELD"}
        names_datum = self._previous in {"WITH", "COMMA"} and self._equals_follows()
        if after_dot or self._previous in {"HAS", "NOT_HAS"} or names_datum:
            return self._property(words)
        canonical = root_names().get(fold(words))
        if canonical is None:
            return words
        return vietnamese_root(canonical) if self._keywords == "vi" else canonical

    def _equals_follows(self) -> bool:
        return _EQUALS.match(self._text, self.end) is not None

    def _property(self, words: str) -> str:
        if self._keywords is None or fold(words) not in property_names():
            return words
        canonical = canonical_property(words)
        return vietnamese_name(canonical) if self._keywords == "vi" else canonical

    # --- the end

    def finish(self) -> str:
        self._lines += self._waiting
        self._aligned()
        written: list[str] = []
        for line in self._lines:
            if line.blank_before and written:
                written.append("")
            words = " " * line.indent + line.words.rstrip()
            if line.comment:
                column = line.comment_column if self._keywords is None else 0
                words = words.ljust(max(column, len(words) + 2)) + line.comment
            written.append(words)
        return "\n".join(written) + "\n"
