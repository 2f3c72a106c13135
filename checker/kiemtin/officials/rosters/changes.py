"""What is different between two rosters, and one roster taken into another. No entry is judged here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, NamedTuple

from kiemtin.foundation.text import fold
from kiemtin.officials.rosters.raw import (
    COMPLETE_FIELDS,
    ORDER_FIELDS,
    PERSON_FIELDS,
    ROW_FIELDS,
    Entry,
    RawRoster,
    plain,
)


class Kind(StrEnum):
    PERSON_ADDED = "person-added"
    PERSON_REMOVED = "person-removed"
    PERSON_CHANGED = "person-changed"
    TERM_ADDED = "term-added"
    TERM_REMOVED = "term-removed"
    TERM_CHANGED = "term-changed"
    RECORD_ADDED = "record-added"
    RECORD_REMOVED = "record-removed"
    ORDER_ADDED = "order-added"
    ORDER_REMOVED = "order-removed"
    ORDER_CHANGED = "order-changed"


class Change(NamedTuple):
    """One difference: of whom or what, with the fields that are not the same (before, after)."""

    kind: Kind
    name: str
    what: str = ""
    fields: tuple[tuple[str, str, str], ...] = ()


def differences(before: RawRoster, after: RawRoster) -> list[Change]:
    """All that was added, removed or changed, in the order of the files; people are matched by their ids."""
    people = _by_id(before), _by_id(after)
    terms = _terms(before), _terms(after)
    found: list[Change] = []
    for id in dict.fromkeys([*people[0], *people[1]]):
        old, new = people[0].get(id), people[1].get(id)
        held = terms[0].get(id, []), terms[1].get(id, [])
        entry = new or old
        assert entry is not None
        name = str(entry.fields["name"])
        if old is None or new is None:
            found.append(Change(Kind.PERSON_ADDED if old is None else Kind.PERSON_REMOVED, name))
        elif changed := _fields(old, new, PERSON_FIELDS):
            found.append(Change(Kind.PERSON_CHANGED, name, "", changed))
        found += _term_changes(name, *held)
    found += _record_changes(before.complete, after.complete)
    if before.order and after.order:  # JSON has none
        found += order_changes(before.order, after.order)
    return found


def order_changes(before: Sequence[Entry], after: Sequence[Entry]) -> list[Change]:
    """What is different between two precedence lists; a title is matched within one period."""
    old, new = ({_order_key(entry): _with_status(entry) for entry in entries} for entries in (before, after))
    found: list[Change] = []
    for key in dict.fromkeys([*old, *new]):
        one, other = old.get(key), new.get(key)
        entry = other or one
        assert entry is not None
        title, when = str(entry.fields.get("title", "")), _period(entry.fields)
        if one is None or other is None:
            kind = Kind.ORDER_ADDED if one is None else Kind.ORDER_REMOVED
            rank = str(entry.fields.get("rank", ""))
            found.append(Change(kind, title, when, (("rank", *(("", rank) if one is None else (rank, ""))),)))
        elif changed := _fields(one, other, ORDER_FIELDS):
            found.append(Change(Kind.ORDER_CHANGED, title, when, changed))
    return found


def taken_into(roster: RawRoster, given: RawRoster) -> RawRoster:
    """The roster with all that another gives: its people and terms are added, or replace their like.

    Nothing is removed. A term's like is one of the same person, office and place with the same start, or a
    lone one of which one side does not know the start.
    """
    given = with_ids_of(roster, given)
    people = _by_id(roster)
    for id, entry in _by_id(given).items():
        old = people.get(id)
        fields = {**old.fields, **plain(entry, PERSON_FIELDS)} if old is not None else entry.fields
        people[id] = Entry(fields, entry.where)
    terms = list(roster.memberships)
    own = len(terms)
    for entry in given.memberships:
        at = _like(entry, terms[:own])
        if at is None:
            terms.append(entry)
        else:
            terms[at] = Entry({**terms[at].fields, **plain(entry, ROW_FIELDS)}, entry.where)
    complete = [*roster.complete]
    complete += [
        entry
        for entry in given.complete
        if plain(entry, COMPLETE_FIELDS) not in [plain(old, COMPLETE_FIELDS) for old in complete]
    ]
    return roster._replace(persons=list(people.values()), memberships=terms, complete=complete)


def in_place_of(roster: RawRoster, given: RawRoster) -> RawRoster:
    """The given roster as the whole of the new one; what no sheet holds is the old one's."""
    given = with_ids_of(roster, given)
    return given._replace(
        name=given.name or roster.name, about=given.about or roster.about, more=given.more or roster.more
    )


def with_ids_of(roster: RawRoster, given: RawRoster) -> RawRoster:
    """The given roster, in which people known by their name alone have the id that they have in the other."""
    known = _by_id(roster)
    named: dict[str, list[str]] = {}
    for id, entry in known.items():
        named.setdefault(fold(str(entry.fields["name"])), []).append(id)
    ids = {}
    for id, entry in _by_id(given).items():
        alike = named.get(fold(str(entry.fields["name"])), [])
        if id not in known and len(alike) == 1 and id == fold(str(entry.fields["name"])):
            ids[id] = alike[0]
    if not ids:
        return given
    return given._replace(
        persons=[_renamed(entry, "id", ids) for entry in given.persons],
        memberships=[_renamed(entry, "person_id", ids) for entry in given.memberships],
    )


def _renamed(entry: Entry, key: str, ids: Mapping[str, str]) -> Entry:
    id = entry.fields[key]
    return Entry({**entry.fields, key: ids.get(id, id)}, entry.where)


def _by_id(roster: RawRoster) -> dict[str, Entry]:
    return {entry.fields["id"]: entry for entry in roster.persons}


def _terms(roster: RawRoster) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in roster.memberships:
        found.setdefault(entry.fields["person_id"], []).append(entry)
    return found


_BOUNDS: Final = ("start_date", "end_date")


def _key(entry: Entry) -> tuple[object, ...]:
    fields: Mapping[str, Any] = entry.fields
    office = fields.get("post_id") or fold(str(fields.get("role") or ""))
    return office, fields.get("organ"), fold(str(fields.get("area") or "")), bool(fields.get("acting"))


def _like(entry: Entry, terms: Sequence[Entry]) -> int | None:
    """Which of the terms is the same, as `taken_into` says."""
    person, key = entry.fields["person_id"], _key(entry)
    same = [at for at, old in enumerate(terms) if old.fields["person_id"] == person and _key(old) == key]
    start = entry.fields.get("start_date")
    exact = [at for at in same if terms[at].fields.get("start_date") == start]
    if exact:
        return exact[0]
    unknown = [at for at in same if not start or not terms[at].fields.get("start_date")]
    return unknown[0] if len(unknown) == 1 == len(same) else None


def _term_changes(name: str, before: Sequence[Entry], after: Sequence[Entry]) -> list[Change]:
    """Equal terms are taken away first; of the rest, those of one office and place are a change."""
    old, new = list(before), list(after)
    for entry in list(old):
        same = next((one for one in new if plain(one, ROW_FIELDS) == plain(entry, ROW_FIELDS)), None)
        if same is not None:
            old.remove(entry)
            new.remove(same)
    found = []
    for entry in list(new):
        like = [one for one in old if _key(one) == _key(entry)]
        best = next((one for one in like if _same_bound(one, entry)), like[0] if like else None)
        if best is None:
            continue
        old.remove(best)
        new.remove(entry)
        found.append(Change(Kind.TERM_CHANGED, name, said(entry), _fields(best, entry, ROW_FIELDS)))
    found += [Change(Kind.TERM_REMOVED, name, said(entry), _dates(entry)) for entry in old]
    return found + [Change(Kind.TERM_ADDED, name, said(entry), _dates(entry)) for entry in new]


def _same_bound(one: Entry, other: Entry) -> bool:
    return any(one.fields.get(key) == other.fields.get(key) is not None for key in _BOUNDS)


def said(entry: Entry) -> str:
    """The title of a term, with its place unless the title says it."""
    fields: Mapping[str, Any] = entry.fields
    title, area = str(fields.get("role") or fields.get("post_id") or ""), str(fields.get("area") or "")
    return title if not area or fold(area) in fold(title) else f"{title} ({area})"


def _dates(entry: Entry) -> tuple[tuple[str, str, str], ...]:
    fields: Mapping[str, Any] = entry.fields
    shown = ("start_date", "end_date", "seen_date", "source")
    return tuple((key, "", str(fields[key])) for key in shown if fields.get(key))


def _record_changes(before: Iterable[Entry], after: Iterable[Entry]) -> list[Change]:
    old, new = ([plain(entry, COMPLETE_FIELDS) for entry in entries] for entries in (before, after))
    found = [
        Change(Kind.RECORD_REMOVED, str(one.get("post_id")), _period(one)) for one in old if one not in new
    ]
    return found + [
        Change(Kind.RECORD_ADDED, str(one.get("post_id")), _period(one)) for one in new if one not in old
    ]


def _period(fields: Mapping[str, Any]) -> str:
    start, end = (str(fields.get(key) or "…") for key in _BOUNDS)
    return f"{start} – {end}"


def _with_status(entry: Entry) -> Entry:
    """What is not said to be verified is a sample."""
    return Entry({**entry.fields, "status": entry.fields.get("status") or "sample"}, entry.where)


def _order_key(entry: Entry) -> tuple[str, ...]:
    fields: Mapping[str, Any] = entry.fields
    return (fold(str(fields.get("title", ""))), *(str(fields.get(key) or "") for key in _BOUNDS))


def _fields(one: Entry, other: Entry, fields: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    old, new = plain(one, fields), plain(other, fields)
    return tuple(
        (key, _word(old.get(key)), _word(new.get(key))) for key in fields if old.get(key) != new.get(key)
    )


def _word(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, Mapping):
        return _period(value)
    return "x" if value is True else "" if value is None else str(value)
