"""Answers from a file: TOML, or the workbook that `drafting.form` makes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kiemtin.adopting.drafting.checking_answers import Given, Raw
from kiemtin.adopting.drafting.questions import MEDIA
from kiemtin.documents.keys import plain_key
from kiemtin.documents.reading import shown
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, PackError, Problem
from kiemtin.foundation.text import fold

ANSWERS, LIMITS, ORDER = "Trả lời", "Dung lượng", "Thứ tự"
"""Sheets of the form, and the tables of a file of TOML."""
RANK, OFFICES = "Bậc", "Chức danh"
_LARGEST = 2_000_000
_TABLES = {
    **dict.fromkeys(map(plain_key, (LIMITS, "limits")), "limits"),
    **dict.fromkeys(map(plain_key, (ORDER, "order")), "order"),
}
_RANK_KEYS = frozenset(map(plain_key, (RANK, "rank")))
_OFFICE_KEYS = frozenset(map(plain_key, (OFFICES, "offices")))


def read(path: Path) -> Raw:
    """Raises PackError for what is neither."""
    name = shown(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise _unreadable(name, error.strerror or "") from None
    if len(data) > _LARGEST:
        raise _unreadable(name, f"> {_LARGEST // 1_000_000} MB")
    if path.suffix.lower() == ".xlsx":
        try:
            return _sheets(data, name)
        except DocumentError as error:
            raise PackError(error.problems) from None
    try:
        return _tables(tomllib.loads(data.decode("utf-8-sig")), FilePlace(name))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _unreadable(name, str(error)[:200]) from None


def _unreadable(name: str, reason: str) -> PackError:
    return PackError(Problem("answers-unreadable", FilePlace(name), {"reason": reason}))


def _tables(content: Mapping[str, Any], place: FilePlace) -> Raw:
    """`[[limits]]` and `[[order]]` are the tables, all other keys answers."""
    values: list[tuple[str, Given]] = []
    limits: list[dict[str, Any]] = []
    order: list[tuple[Given, Given]] = []
    for key, value in content.items():
        table = _TABLES.get(plain_key(key))
        if table is None:
            values.append((key, Given(_words(value), place)))
            continue
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        if table == "limits":
            limits = rows
        else:
            order = [
                (Given(_named(row, _RANK_KEYS), place), Given(_named(row, _OFFICE_KEYS), place))
                for row in rows
            ]
    media = dict.fromkeys(key for row in limits for key in row if plain_key(key) not in _RANK_KEYS)
    return Raw(
        values,
        [Given(medium, place) for medium in media],
        [
            (
                Given(_named(row, _RANK_KEYS), place),
                [Given(_words(row.get(medium, "")), place) for medium in media],
            )
            for row in limits
        ],
        order,
    )


def _named(row: Mapping[str, Any], keys: frozenset[str]) -> str:
    return next((_words(value) for key, value in row.items() if plain_key(key) in keys), "")


def _words(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _sheets(data: bytes, name: str) -> Raw:
    from kiemtin.documents.sheets.workbook import open_workbook
    from kiemtin.documents.sheets.worksheet import Worksheet

    book = open_workbook(data, name)
    rows: dict[str, Sequence[Sequence[Given]]] = {}
    for sheet in book.sheets:
        cells = Worksheet(book, sheet, 500).cells
        rows[fold(sheet.title)] = [
            [
                Given(line[at].text if at in line else "", FilePlace(name, number, at + 1))
                for at in range(max(line) + 1)
            ]
            for number, line in sorted(cells.items())
        ]
    answers, limits, order = (list(_below(rows.get(fold(title), ()))) for title in (ANSWERS, LIMITS, ORDER))
    heads = rows.get(fold(LIMITS)) or [[]]
    media = [head for head in heads[0][1:] if plain_key(head.words) in set(map(plain_key, MEDIA))]
    unknown = [head for head in heads[0][1:] if head.words.strip() and head not in media]
    columns = [at for at, head in enumerate(heads[0]) if head in media or head in unknown]
    nothing = Given("", FilePlace(name))
    return Raw(
        [(row[0].words, row[1] if len(row) > 1 else nothing) for row in answers if row[0].words.strip()],
        [heads[0][at] for at in columns],
        [
            (row[0], [row[at] if at < len(row) else nothing for at in columns])
            for row in limits
            if row[0].words.strip()
        ],
        [(row[0], row[1]) for row in order if len(row) > 1 and row[0].words.strip()],
    )


def _below(rows: Sequence[Sequence[Given]]) -> Iterator[Sequence[Given]]:
    """The rows below the headings."""
    yield from rows[1:]
