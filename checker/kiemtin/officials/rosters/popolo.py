"""Rosters of others in Popolo's shape (popoloproject.com/specs): what is a public office is taken.

Names and areas are objects there, posts and organisations have ids of their own; what is private is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kiemtin.officials.rosters.raw import Entry, RawRoster
from kiemtin.officials.words.vocabulary import Vocabulary


def is_foreign(raw: RawRoster, vocabulary: Vocabulary) -> bool:
    """Whether a file is of another house: it names organisations by id, or posts that are none of ours."""
    rows = [entry.fields for entry in raw.memberships if isinstance(entry.fields, dict)]
    return any("organization_id" in row for row in rows) or any(
        row.get("post_id") and row["post_id"] not in vocabulary.offices and not row.get("source")
        for row in rows
    )


def converted(raw: RawRoster, vocabulary: Vocabulary) -> RawRoster:
    """The people and terms of a foreign file in our shape; titles are read by their words."""
    posts, organs, areas = (_by_id(raw.more.get(key)) for key in ("posts", "organizations", "areas"))
    persons = [
        Entry(_person(entry.fields), entry.where) for entry in raw.persons if isinstance(entry.fields, dict)
    ]
    rows = []
    for entry in raw.memberships:
        row = entry.fields
        if not isinstance(row, dict):
            continue
        post = posts.get(str(row.get("post_id")), {})
        organ = organs.get(str(row.get("organization_id") or post.get("organization_id")), {})
        area = _name(
            row.get("area") or post.get("area") or areas.get(str(row.get("area_id") or post.get("area_id")))
        )
        title = str(row.get("role") or post.get("role") or post.get("label") or row.get("label") or "")
        rows.append(Entry(_term(row, title, _name(organ), area, vocabulary), entry.where))
    return raw._replace(persons=persons, memberships=rows, more={})


def _person(given: Mapping[str, Any]) -> dict[str, Any]:
    names = [_name(other) for other in given.get("other_names") or ()]
    person: dict[str, Any] = {"id": given.get("id"), "name": given.get("name")}
    if any(names):
        person["other_names"] = [name for name in names if name]
    sources = _sources(given)
    if given.get("death_date") and sources:
        person |= {"death_date": given["death_date"], "death_source": sources}
    return person


def _term(
    row: Mapping[str, Any], title: str, organ: str, area: str, vocabulary: Vocabulary
) -> dict[str, Any]:
    found = vocabulary.resolve(title) if title else None
    fuller = vocabulary.resolve(f"{title} {organ}") if title and organ else None
    if fuller is not None and (found is None or fuller.organ is not None):
        found = fuller
    return {
        "person_id": row.get("person_id"),
        "role": title or None,
        "post_id": found.office if found else None,
        "organ": found.organ if found else None,
        "organization": organ or None,
        "area": area or None,
        "start_date": row.get("start_date"),
        "end_date": row.get("end_date"),
        "source": _sources(row),
    }


def _sources(given: Mapping[str, Any]) -> str:
    """Popolo's `sources` and `links`: addresses with their notes."""
    if isinstance(given.get("source"), str):
        return str(given["source"])
    told = [each for key in ("sources", "links") for each in given.get(key) or () if isinstance(each, dict)]
    return " ; ".join(
        f"{each['url']} ({each['note']})" if each.get("note") else str(each["url"])
        for each in told
        if each.get("url")
    )


def _by_id(entries: Sequence[Any] | None) -> dict[str, Mapping[str, Any]]:
    return {str(entry.get("id")): entry for entry in entries or () if isinstance(entry, dict)}


def _name(given: Any) -> str:
    return str(given.get("name") or "") if isinstance(given, Mapping) else str(given or "")
