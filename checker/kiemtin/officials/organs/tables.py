"""What is known of organs that stand without a person: their order in a row, and the names that ended.

Made of data (`kiemtin_rules/organs`, `changes`, `vocabulary/organs.yaml`) when first asked for, and cached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.text import level


class OrganKind(NamedTuple):
    """Organs of one place in a row: `group` is local, central or any."""

    id: str
    rank: int
    group: str
    status: str
    source: str
    start: date | None = None
    until: date | None = None


class OrderTables(NamedTuple):
    """`item` finds one organ, `between` what joins two; `ways` and `doing` ask for another order, right
    before a row and right behind it."""

    item: re.Pattern[str]
    between: re.Pattern[str]
    ways: re.Pattern[str]
    doing: re.Pattern[str]
    of_others: frozenset[str]
    kinds: Mapping[str, OrganKind]
    enterprise: OrganKind


class EndedName(NamedTuple):
    """A name that was right until that day; `now` where one name took its place."""

    until: date
    now: str
    source: str
    is_place: bool = False


class EndedTables(NamedTuple):
    """Names by their level spelling and by their first word, the longest first; lists of words by name.

    No patterns: they are compiled where they are asked for, which most texts never do.
    """

    names: Mapping[str, EndedName]
    by_head: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]


@cache
def order_tables() -> OrderTables:
    """Of rows."""
    contents = _contents("organs/order.yaml")
    return cached("organ-rows", content_key(contents.values()), lambda: _order(_parsed(contents)[0]))


@cache
def ended_tables() -> EndedTables:
    """Of names that ended."""
    contents = _contents(
        "organs/ended.yaml", "vocabulary/organs.yaml", "changes/organs.yaml", "changes/provinces.yaml"
    )
    return cached("organ-names", content_key(contents.values()), lambda: _ended(*_parsed(contents)))


def _contents(*names: str) -> dict[str, bytes]:
    import kiemtin_rules

    folder = Path(kiemtin_rules.__file__).parent
    return {name: (folder / name).read_bytes() for name in names}


def _parsed(contents: Mapping[str, bytes]) -> list[dict[str, Any]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return [yaml.load(content, Loader=loader) for content in contents.values()]


def _order(told: dict[str, Any]) -> OrderTables:
    sources = told["sources"]
    kinds: dict[str, OrganKind] = {}
    for row in told["kinds"]:
        kind = OrganKind(
            row["id"], row["rank"], row["group"], row["status"], sources[row["source"]],
            _day(row.get("from")), _day(row.get("until")),
        )  # fmt: skip
        kinds |= dict.fromkeys(map(level, row["names"]), kind)
    company = told["enterprises"]
    enterprise = OrganKind(
        "enterprise", company["rank"], "any", company["status"], sources[company["source"]]
    )
    leads, levels = _either(told["leads"]), _either(told["levels"])
    name = r"[A-ZĐÀ-Ỹ][\w.]*"
    place = rf"(?: (?:{levels})(?!\w))?(?:(?: -)? {name}){{0,4}}?"
    ends = rf"(?=\s*[,;.)\n:]| (?:{_either(told['followers'])})(?!\w)| [-–] |\s*$)"
    beginnings = _either(company["beginnings"])
    company_name = rf"(?P<company>{beginnings})(?: [^,;.:()\n]{{1,60}}?)?"
    item = re.compile(rf"(?:(?:{leads}) )?(?:(?P<name>{_either(kinds)}){place}|{company_name}){ends}")
    of_others = frozenset(told["of_others"])
    doing = re.compile(rf" (?:\w+ )?(?:{_either(told['doing'])})(?!\w)")
    ways = re.compile(rf"(?<!\w)(?:{_either(told['ways'])})(?: \w+){{0,3}} ?$", re.I)
    return OrderTables(
        item, re.compile(r"(?:, và |, | và |; | [-–] )"), ways, doing, of_others, kinds, enterprise
    )


def _ended(
    told: dict[str, Any], organs: dict[str, Any], joined: dict[str, Any], provinces: dict[str, Any]
) -> EndedTables:
    names: dict[str, EndedName] = {}
    for row in told["names"]:
        ended = EndedName(_sure(row["until"]), row.get("now", ""), told["sources"][row["source"]])
        names |= dict.fromkeys(map(level, row["names"]), ended)
    names |= _of_organs(organs, joined)
    names |= _of_provinces(provinces, told)
    by_head: dict[str, tuple[str, ...]] = {}
    for text in sorted(names, key=len, reverse=True):
        head = text.split(" ", 1)[0]
        by_head[head] = (*by_head.get(head, ()), text)
    words = {name: tuple(told[name]) for name in ("before_places", "said_rightly", "abroad", "attending")}
    return EndedTables(names, by_head, words)


def _of_organs(organs: dict[str, Any], joined: dict[str, Any]) -> Iterator[tuple[str, EndedName]]:
    """Of ministries and Party commissions that went into others, with all words of theirs that no name in
    force begins with: "Bộ Nông nghiệp" may be short for what is."""
    rows = {
        f"{group}/{row['id']}": row for group, all_ in organs.items() for row in all_ if isinstance(row, dict)
    }
    in_force = [text for row in rows.values() if "until" not in row for text in _spelled(row)]
    for change in joined["joined"]:
        now = rows[change["into"]]["name"]
        for id in change["of"]:
            row = rows[id]
            if "until" not in row:
                continue
            until = max(_sure(row["until"]), _sure(change.get("announced", row["until"])))
            ended = EndedName(until, now, joined["sources"][change["source"]])
            for text in _spelled(row):
                if not any(present.startswith(text) for present in in_force):
                    yield level(text), ended


def _spelled(row: Mapping[str, Any]) -> list[str]:
    """The names of an organ that say of which kind it is: "Bộ GTVT", not "GTVT"."""
    first = row["name"].split(" ", 1)[0]
    return [text for text in (row["name"], *row.get("short", ())) if text.startswith(f"{first} ")]


def _of_provinces(provinces: dict[str, Any], told: dict[str, Any]) -> Iterator[tuple[str, EndedName]]:
    called, source = told["called"], told["sources"]["provinces"]
    for row in provinces["joined"]:
        until = date.fromordinal(date.fromisoformat(row["from"]).toordinal() - 1)
        into = row["into"]
        kind = "city" if into in told["cities"] else "province"
        place = told["called_otherwise"].get(into) or f"{called[kind]} {into}"
        committee = f"{called[f'party-of-{kind}']} {into}"
        for old in row["of"]:
            if old != into and old not in told["cities"]:
                yield level(f"{called['province']} {old}"), EndedName(until, place, source, is_place=True)
                yield level(f"{called['party-of-province']} {old}"), EndedName(until, committee, source)


def _sure(day: str) -> date:
    return date.fromisoformat(day)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _either(words: Sequence[str] | Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
