"""Waivers: one case accepted by a person with a reason until a day; from `kiemtin-waivers.toml` and from
comments
in a Markdown draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from kiemtin.documents.model import Document, Zone
from kiemtin.foundation.dates import parse_day
from kiemtin.foundation.places import FilePlace, LineIndex, Span
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.records import Record
from kiemtin.foundation.text import normalize, strip_tones

FILE_NAME = "kiemtin-waivers.toml"
SHORTEST_QUOTE = 12
"""A quotation of fewer letters is no place."""

_KEYS = {
    "rule": "rule", "quy-tac": "rule",
    "fingerprint": "fingerprint", "van-tay": "fingerprint",
    "quote": "quote", "trich": "quote", "trich-dan": "quote",
    "reason": "reason", "ly-do": "reason",
    "person": "person", "by": "person", "nguoi": "person",
    "expires": "expires", "until": "expires", "den": "expires", "het-han": "expires",
    "file": "file", "tep": "file",
    "kind": "kind", "loai": "kind",
}  # fmt: skip
_NEEDED = ("rule", "reason", "person", "expires")
KINDS = ("accepted", "false-alarm")


class Written(Record):
    """A waiver as it is written. `span` of the document's text stands in place of `quote` where it is a
    comment."""

    rule: str
    reason: str
    person: str
    expires: date
    place: FilePlace
    fingerprint: str | None = None
    quote: str | None = None
    file: str | None = None
    kind: str = "accepted"
    span: Span | None = None


def read_waivers(path: Path) -> tuple[list[Written], list[Problem]]:
    """Those of a file that are whole, and what is wrong with the others: such waive nothing."""
    import tomllib

    shown = str(path)
    try:
        text = path.read_text("utf-8")
        entries = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [], [Problem("waivers-unreadable", FilePlace(shown), {"reason": str(error)}, warning=True)]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[", line)]
    found: list[Written] = []
    problems: list[Problem] = []
    tables = entries.get("waiver", [])
    if set(entries) - {"waiver"} or not isinstance(tables, list):
        names = ", ".join(sorted(set(entries) - {"waiver"})) or "waiver"
        problems.append(Problem("waivers-unknown-key", FilePlace(shown), {"key": names}, warning=True))
    for number, table in enumerate(tables if isinstance(tables, list) else []):
        place = FilePlace(shown, lines[number] if number < len(lines) else None)
        if isinstance(table, dict):
            _take(table, place, found, problems)
    return found, problems


def _take(
    table: Mapping[str, object],
    place: FilePlace,
    found: list[Written],
    problems: list[Problem],
    span: Span | None = None,
) -> None:
    values: dict[str, object] = {}
    for key, value in table.items():
        field = _KEYS.get(strip_tones(key).replace("_", "-").replace(" ", "-"))
        if field is None:
            problems.append(Problem("waivers-unknown-key", place, {"key": key}, warning=True))
            continue
        values[field] = normalize(value).text.strip() if isinstance(value, str) else value
    lacking = [field for field in _NEEDED if not values.get(field)]
    if span is None and not values.get("fingerprint") and not values.get("quote"):
        lacking.append("fingerprint, quote")
    expires = _day(values.get("expires"))
    if lacking or expires is None:
        told = {"fields": ", ".join(lacking) or "expires"}
        problems.append(Problem("waiver-incomplete", place, told, warning=True))
        return
    quote = values.get("quote")
    if (
        span is None
        and isinstance(quote, str)
        and len(quote) < SHORTEST_QUOTE
        and not values.get("fingerprint")
    ):
        problems.append(Problem("waiver-too-broad", place, {"quote": quote}, warning=True))
        return
    words = {field: str(value) for field, value in values.items() if field != "expires"}
    found.append(Written(expires=expires, place=place, span=span, **words))


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return parse_day(value) if isinstance(value, str) else None
    except ValueError:
        return None


_COMMENT = re.compile(r"<!--\s*kiemtin\s*:(.*?)-->", re.S | re.I)
_WAIVE = re.compile(r"\s*(?:bo qua|waive)\s+(\S+?)\s*$")


def inline_waivers(document: Document) -> tuple[list[Written], list[Problem]]:
    """`<!-- kiemtin: bỏ qua QUY-TẮC; lý do: …; người: …; đến: 31/12/2026 -->` in a Markdown draft: for the
    paragraph
    that it stands in, else for the next."""
    source = document.source
    if source is None or Path(document.path).suffix.lower() not in {".md", ".markdown"}:
        return [], []
    whole = source.text if source.original is None else source.original
    if "<!--" not in whole:
        return [], []
    found: list[Written] = []
    problems: list[Problem] = []
    lines = LineIndex(whole)
    for comment in _COMMENT.finditer(whole):
        line, column = lines.line_column(comment.start())
        place = FilePlace(document.path, line, column)
        head, *rest = normalize(comment.group(1)).text.split(";")
        waive = _WAIVE.match(strip_tones(head))
        if waive is None:
            problems.append(Problem("waiver-comment", place, {"words": head.strip()}, warning=True))
            continue
        pairs = dict(_pairs(rest))
        span = _paragraph(document, whole, comment.start())
        if span is None:
            problems.append(Problem("waiver-unused", place, {"rule": head.split()[-1]}, warning=True))
            continue
        _take({"rule": head.split()[-1], **pairs}, place, found, problems, span)
    return found, problems


def _pairs(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for part in parts:
        key, colon, value = part.partition(":")
        if colon:
            yield key.strip(), value.strip()


def _paragraph(document: Document, whole: str, start: int) -> Span | None:
    """The block that a place of the source stands in: behind words of its line, else the next one."""
    source = document.source
    assert source is not None
    blocks = [block for block in document.blocks if block.zone is not Zone.METADATA]
    if whole[whole.rfind("\n", 0, start) + 1 : start].strip():
        before = [block for block in blocks if source.source_offset(block.start) <= start]
        return before[-1].span if before else None
    return next((block.span for block in blocks if source.source_end(block.end) > start), None)
