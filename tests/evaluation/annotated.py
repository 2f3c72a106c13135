"""Reads the annotated texts of corpus/recognition (its README explains the marks) into text and gold.

A file is a header of `key: value` lines, a blank line, and a text that carries marks:

    [Trần Văn An]                 a mention; [Linh = Y Ngọc Linh] a short form; [Kim Ha-nun | foreign]
    {>Bí thư Tỉnh ủy}             a title of the next name; {<…} of the name before; {>>…} of the next but one
    {>3 Phó Thủ tướng}            a title shared by the next three names; {<2 …} by the two names before
    {>Bí thư Tỉnh ủy | former}    a title with its flags
    «…»                           a list, from its first name or title to its last; || parts its groups

Without its marks the text is what a newsroom would print.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "recognition"

NAME_FLAGS = frozenset({"foreign", "historical", "former", "subject", "other", "attendee"})
TITLE_FLAGS = frozenset({"former", "acting", "appointed", "career", "shared"})
TITLE_KINDS = {
    "rank": "rank",
    "honour": "academic-honour",
    "function": "event-function",
    "spouse": "spouse-honorific",
}
_HEADER_KEYS = frozenset({"patterns", "date", "order", "form"})
_MARK = re.compile(
    r"\\(?P<literal>.)"
    r"|\[(?P<name>[^\[\]{}«»\n]+)\]"
    r"|\{(?P<arrows><+|>+)(?P<shared>\d*)(?P<title>[^\[\]{}«»\n]+)\}"
    r"|(?P<open>«)|(?P<close>»)|(?P<part> ?\|\| ?)"
    r"|(?P<stray>[\[\]{}])",
    re.S,
)


class MarkError(ValueError):
    """The marks of a text are wrong: says which file, where and what."""


@dataclass
class GoldTitle:
    """`step` names further on (negative: back) than the names read so far; `count` names share it."""

    start: int
    end: int
    kind: str
    flags: frozenset[str]
    forward: bool
    step: int
    count: int
    at: int
    """How many names had been read."""


@dataclass
class GoldName:
    start: int
    end: int
    person: str
    flags: frozenset[str]
    titles: list[GoldTitle] = field(default_factory=list)


@dataclass(frozen=True)
class GoldListing:
    """A list from its first name or title to its last; `groups`: the indexes of each group's mentions."""

    start: int
    end: int
    groups: tuple[tuple[int, ...], ...]

    @property
    def mentions(self) -> tuple[int, ...]:
        return tuple(index for group in self.groups for index in group)


@dataclass(frozen=True)
class AnnotatedText:
    """One text of the corpus. `source` is what a newsroom's file would hold; `text` its NFC, to which all
    offsets refer. `order` is `clean`, `broken` (a list stands against the precedence) or None (no list)."""

    id: str
    patterns: tuple[str, ...]
    day: date
    order: str | None
    source: str
    text: str
    names: tuple[GoldName, ...]
    listings: tuple[GoldListing, ...]

    def gold(self) -> dict[str, Any]:
        """The annotation in the form that score.py reads."""
        listed = {index for listing in self.listings for index in listing.mentions}
        return {
            "id": self.id,
            "mentions": [self._mention(name, index in listed) for index, name in enumerate(self.names)],
            "listings": [
                {"start": listing.start, "end": listing.end, "mentions": list(listing.mentions)}
                for listing in self.listings
            ],
        }

    def _mention(self, name: GoldName, listed: bool) -> dict[str, Any]:  # noqa: FBT001
        flags = name.flags
        role = "attendee-list" if listed or "attendee" in flags else "subject"
        if flags & {"subject", "other"}:
            role = "other" if "other" in flags else "subject"
        return {
            "start": name.start,
            "end": name.end,
            "text": self.text[name.start : name.end],
            "person": name.person,
            "role": role,
            "former": "former" in flags or any("former" in title.flags for title in name.titles),
            "foreign": "foreign" in flags,
            "historical": "historical" in flags,
            "titles": [
                {
                    "start": title.start,
                    "end": title.end,
                    "text": self.text[title.start : title.end],
                    "kind": title.kind,
                    **dict.fromkeys(sorted(title.flags), True),
                }
                for title in name.titles
            ],
        }

    def excerpt(self, start: int, end: int) -> str:
        return self.text[max(0, start - 30) : end + 30].replace("\n", "⏎")


def read_annotated(path: Path) -> AnnotatedText:
    """The text and gold of one file. Raises MarkError."""
    return parse_annotated(path.read_text(encoding="utf-8"), path.stem)


def read_corpus(folder: Path = CORPUS) -> list[AnnotatedText]:
    """All texts of the corpus, by name. Raises MarkError."""
    return [read_annotated(path) for path in sorted(folder.glob("*.txt"))]


def parse_annotated(written: str, text_id: str) -> AnnotatedText:
    """The text and gold of what a file says. Raises MarkError."""
    head, _, body = written.replace("\r\n", "\n").partition("\n\n")
    header = _header(head, text_id)
    parser = _Parser(text_id)
    parser.run(unicodedata.normalize("NFC", body).strip("\n") + "\n")
    decomposed = header.get("form") == "nfd"
    if decomposed == unicodedata.is_normalized("NFC", body):
        raise MarkError(f"{text_id}: the header says form {header.get('form', 'nfc')}, the text is not in it")
    order = header.get("order", "clean" if parser.listings else None)
    if order not in {None, "clean", "broken"}:
        raise MarkError(f"{text_id}: order is clean or broken, not {order!r}")
    return AnnotatedText(
        text_id,
        tuple(sorted(header["patterns"].replace(",", " ").split())),
        _day(header["date"], text_id),
        order,
        unicodedata.normalize("NFD", parser.text) if decomposed else parser.text,
        parser.text,
        tuple(parser.names),
        tuple(parser.listings),
    )


def _header(head: str, text_id: str) -> dict[str, str]:
    header: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key not in _HEADER_KEYS or not value.strip():
            raise MarkError(f"{text_id}: not a line of a header: {line!r}")
        header[key] = value.strip()
    if not {"patterns", "date"} <= header.keys():
        raise MarkError(f"{text_id}: the header needs patterns and date")
    return header


def _day(written: str, text_id: str) -> date:
    try:
        day, month, year = map(int, written.split("/"))
        return date(year, month, day)
    except ValueError:
        raise MarkError(f"{text_id}: date is day/month/year, not {written!r}") from None


class _Parser:
    """Strips the marks of one text and keeps what they say."""

    def __init__(self, text_id: str) -> None:
        self.id = text_id
        self.text = ""
        self.names: list[GoldName] = []
        self.listings: list[GoldListing] = []
        self._titles: list[GoldTitle] = []
        self._opened: int | None = None
        self._parts: list[int] = []
        self._spans: list[tuple[int, int, list[int]]] = []

    def run(self, marked: str) -> None:
        at = 0
        for match in _MARK.finditer(marked):
            self.text += marked[at : match.start()]
            at = match.end()
            self._take(match)
        self.text += marked[at:]
        if self._opened is not None:
            self._fail("« is not closed")
        for title in self._titles:
            self._attach(title)
        for name in self.names:
            name.titles.sort(key=lambda title: title.start)
        for start, end, parts in self._spans:
            self._listing(start, end, parts)

    def _take(self, match: re.Match[str]) -> None:
        start = len(self.text)
        if match["literal"]:
            self.text += match["literal"]
        elif match["name"]:
            self._name(match["name"], start)
        elif match["title"]:
            self._title(match, start)
        elif match["open"]:
            if self._opened is not None:
                self._fail("« inside of «")
            self._opened, self._parts = start, [len(self.names)]
        elif match["close"]:
            if self._opened is None:
                self._fail("» without «")
            self._spans.append((self._opened or 0, start, [*self._parts, len(self.names)]))
            self._opened = None
        elif match["part"]:
            self.text += " " if " " in match["part"] else ""
            self._parts.append(len(self.names))
        else:
            self._fail(f"{match.group()!r} is no mark; a literal one is written \\{match.group()}")

    def _name(self, inside: str, start: int) -> None:
        inside, _, flags = inside.partition("|")
        printed, _, person = inside.partition("=")
        if not printed.strip():
            self._fail("a mention without a name")
        self.text += printed.strip()
        self.names.append(
            GoldName(start, len(self.text), (person or printed).strip(), self._flags(flags, NAME_FLAGS))
        )

    def _title(self, match: re.Match[str], start: int) -> None:
        words, _, flags = match["title"].partition("|")
        if not words.strip():
            self._fail("a title without words")
        self.text += words.strip()
        given = set(flags.replace(",", " ").split())
        kinds = [TITLE_KINDS[flag] for flag in given if flag in TITLE_KINDS]
        marks = set(self._flags(" ".join(given - TITLE_KINDS.keys()), TITLE_FLAGS))
        count = int(match["shared"] or 1)
        if count > 1:
            marks.add("shared")
        forward = match["arrows"][0] == ">"
        self._titles.append(
            GoldTitle(
                start, len(self.text), kinds[0] if kinds else "office", frozenset(marks),
                forward, len(match["arrows"]), count, len(self.names),
            )
        )  # fmt: skip

    def _flags(self, written: str, known: frozenset[str]) -> frozenset[str]:
        flags = frozenset(written.replace(",", " ").split())
        if flags - known:
            self._fail(f"unknown flag {sorted(flags - known)}")
        return flags

    def _attach(self, title: GoldTitle) -> None:
        first = title.at + title.step - 1 if title.forward else title.at - title.step - title.count + 1
        if first < 0 or first + title.count > len(self.names):
            self._fail(f"no name for {self.text[title.start : title.end]!r}")
        for name in self.names[first : first + title.count]:
            name.titles.append(title)

    def _listing(self, start: int, end: int, parts: list[int]) -> None:
        groups = tuple(tuple(range(first, last)) for first, last in pairwise(parts) if last > first)
        members = self.names[parts[0] : parts[-1]]
        if len(members) < 2 or len(groups) != len(parts) - 1:
            self._fail(f"a list has two members or more, a group one or more: {self.text[start:end]!r}")
        bounds = [extent(name) for name in members]
        right = (min(low for low, _ in bounds), max(high for _, high in bounds))
        if not (_near(self.text[start : right[0]]) and _near(self.text[right[1] : end])):
            self._fail(
                f"« » stand at {self.text[start:end]!r}, the first and last name or title at "
                f"{self.text[right[0] : right[1]]!r}"
            )
        self.listings.append(GoldListing(*right, groups))

    def _fail(self, what: str) -> None:
        raise MarkError(f"{self.id}: {what}, after …{self.text[-60:]!r}")


def _near(between: str) -> bool:
    """Whether « or » stands where it may: an honorific, nguyên or a term may lie between it and the bound."""
    return len(between) <= 30 and not re.search("[;:.,\n]", between)


def extent(name: GoldName) -> tuple[int, int]:
    """From a mention's first title or name to its last, without what it shares with others."""
    own = [title for title in name.titles if "shared" not in title.flags]
    return min([name.start, *(t.start for t in own)]), max([name.end, *(t.end for t in own)])
