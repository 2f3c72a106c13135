"""Compiles the files of the vocabulary: lists by name, the table of offices, places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.hashing import sha256
from kiemtin.officials.words.phrase_keys import phrase_key
from kiemtin.officials.words.vocabulary import Office, Vocabulary
from kiemtin.officials.words.word_files import OFFICES, ORGANS, PATTERNS, TABLES, WordFiles

Name = tuple[str, str | None, date | None, date | None]
"""Office, organ, first and last day of a name."""


def compile_vocabulary(folder: Path, contents: Mapping[str, bytes], key: str) -> Vocabulary:
    """From the contents of FILES by their names; `key` is what it is kept under. Raises PackError."""
    files = WordFiles(folder, contents)
    lists = files.lists()
    organs, offices = files.read(ORGANS), files.read(OFFICES)
    for kind, entries in organs.items():
        lists[kind] = tuple(entries) if kind == "compound" else tuple(_names_of_organs(entries))
    known = [place for key in ("cities", "provinces", "towns", "home") for place in lists[key]]
    cities = [*lists["cities"], *(f"TP {city}" for city in lists["cities"])]
    return Vocabulary(
        key=key,
        sources=sha256(b"".join(contents.values())).digest(),
        offices={entry["id"]: _office(entry) for entry in offices},
        words=lists,
        names=_names(offices, organs),
        prefixes={phrase_key(text): entry["id"] for entry in offices for text in entry.get("prefixes", ())},
        places=frozenset(map(phrase_key, known)),
        cities=frozenset(map(phrase_key, cities)),
        localities=frozenset(map(phrase_key, lists["localities"])),
        bare_localities=frozenset(map(phrase_key, lists["bare_localities"])),
        town=phrase_key(lists["town"][0]),
        acting=f"{phrase_key(lists['acting'][0])} ",
        tables={
            table: {field: _forms(forms) for field, forms in fields.items()}
            for table, fields in files.read(TABLES).items()
        },
        patterns={
            table: {
                field: pattern if isinstance(pattern, str) else "".join(pattern)
                for field, pattern in fields.items()
            }
            for table, fields in files.read(PATTERNS).items()
        },
    )


def _names_of_organs(organs: list[Mapping[str, Any]]) -> Iterator[str]:
    for organ in organs:
        yield organ["name"]
        yield from organ.get("short", ())


def _forms(forms: Mapping[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    return {form: (lists,) if isinstance(lists, str) else tuple(lists) for form, lists in forms.items()}


def _office(entry: Mapping[str, Any]) -> Office:
    names = tuple(name for name in entry["names"] if "{" not in name)
    if not names:
        names = (entry.get("group") or entry["names"][0],)
    validity = Validity(_day(entry.get("from")), _day(entry.get("until")))
    return Office(entry["id"], entry["level"], names, entry.get("head"), validity)


def _names(offices: list[Mapping[str, Any]], organs: Mapping[str, Any]) -> dict[str, Name]:
    """Every printed name of every office; of two offices with one name, the first has it."""
    names: dict[str, Name] = {}
    for entry in offices:
        for phrase, organ, start, end in _expanded(entry, organs):
            names.setdefault(phrase_key(phrase), (entry["id"], organ, start, end))
    return names


def _expanded(entry: Mapping[str, Any], organs: Mapping[str, Any]) -> Iterator[Name]:
    """Every printed name of an office, with the organ and the days on which the name is right."""
    start, end = _day(entry.get("from")), _day(entry.get("until"))
    if "group" in entry:
        yield entry["group"], None, start, end
    for name in entry["names"]:
        if "{" not in name:
            yield name, None, start, end
            continue
        before, kind, after = name.replace("}", "{").split("{")
        for organ in organs[kind]:
            days = _day(organ.get("from")) or start, _day(organ.get("until")) or end
            for text in (organ["name"], *organ.get("short", ())):
                yield f"{before}{text}{after}", f"{kind}/{organ['id']}", *days


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
