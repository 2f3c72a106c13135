"""Entries of a roster checked one by one and against each other: every problem names its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.limits import ROSTER_PROBLEMS, ROSTER_WARNINGS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.text import acting, fold, normalize
from kiemtin.officials.rosters.facts import Completeness, Holding, Official
from kiemtin.officials.rosters.joined import organs, province_then
from kiemtin.officials.rosters.raw import FLAGS, PERSON_FIELDS, ROW_FIELDS, RawRoster, Where
from kiemtin.officials.words.phrase_keys import phrase_key, place_key
from kiemtin.officials.words.vocabulary import Vocabulary

PERSON_KEYS: Final = frozenset(PERSON_FIELDS)
ROW_KEYS: Final = frozenset(ROW_FIELDS)
PRIVATE: Final = frozenset(
    {
        "birth_date", "birthday", "birth_place", "gender", "sex", "health", "family", "spouse", "children",
        "ethnicity", "religion", "discipline", "address", "phone", "email", "image",
    }
)  # fmt: skip
_QUOTED: Final = 80
"""Characters of a value that a problem quotes."""


class TooManyProblemsError(PackError):
    """Ends the work on a roster of which enough is known to be wrong."""


class Entries:
    """People and terms taken in one at a time; `problems` grows by all that is wrong with them."""

    def __init__(self, path: str, vocabulary: Vocabulary) -> None:
        self.path, self.vocabulary = path, vocabulary
        self.problems: list[Problem] = []
        self._errors = self._warnings = 0
        self._people: dict[str, Mapping[str, Any]] = {}
        self._places: dict[str, Where] = {}
        self._rows: dict[str, list[tuple[Where, Holding]]] = {}
        self._seen: dict[tuple[object, ...], str] = {}
        self._deaths: dict[str, PartialDate | None] = {}
        self._complete: list[Completeness] = []
        self._new_places: set[str] = set()

    def report(
        self, code: str, where: Where | None = None, *, warning: bool = False, **arguments: object
    ) -> None:
        """What is wrong with an entry, or with the file; of a `field` its cell is named, if it has one."""
        self._errors += not warning
        self._warnings += warning
        if warning and self._warnings > ROSTER_WARNINGS:
            return
        line = where.line if where is not None else None
        if where is not None:
            arguments = {"row": where.at(str(arguments.get("field", ""))), **arguments}
        arguments = {key: _shortened(value) for key, value in arguments.items()}
        self.problems.append(
            Problem(f"officials-roster-{code}", FilePlace(self.path, line), arguments, (), warning)
        )
        if self._errors >= ROSTER_PROBLEMS.most:
            self.problems.append(ROSTER_PROBLEMS.problem(FilePlace(self.path)))
            raise TooManyProblemsError(self.problems)

    def add_all(self, raw: RawRoster) -> None:
        """Everything that a file gives."""
        for entry in raw.persons:
            self.add_person(*entry)
        for entry in raw.memberships:
            self.add_row(*entry)
        for entry in raw.complete:
            self.add_complete(*entry)

    def _clean(self, entry: Any, where: Where) -> dict[str, Any] | None:
        """An entry with its texts as texts of drafts are read: NFC, one space between words."""
        if not isinstance(entry, dict):
            self.report("odd-row", where)
            return None
        cleaned: dict[str, Any] = {}
        for key, value in entry.items():
            hidden = acting().search(key) or next(
                (found for text in _texts(value) if (found := acting().search(text)) is not None), None
            )
            if hidden is not None:
                code = f"U+{ord(hidden.group()):04X}"
                self.report("control", where, field=acting().sub("?", key), sign=code)
                return None
            cleaned[key] = _cleaned(value)
        return cleaned

    def add_person(self, entry: Any, where: Where) -> None:
        entry = self._clean(entry, where)
        if entry is None:
            return
        id, name = entry.get("id"), entry.get("name")
        if not isinstance(id, str) or not id.strip():
            self.report("no-id", where, name=str(name or "?"))
            return
        if not isinstance(name, str) or not name.strip():
            self.report("no-name", where, person=id)
            return
        for field in ("other_names", "misspellings"):
            others = entry.get(field, [])
            if not isinstance(others, list) or not all(isinstance(each, str) for each in others):
                self.report("odd-value", where, field=field, value=str(others))
                return
        if not isinstance(entry.get("complete"), dict | None):
            self.report("odd-value", where, field="complete", value=str(entry["complete"]))
            return
        self._keys(entry, PERSON_KEYS, where)
        if id in self._people:
            self.report("twice", where, person=id)
            return
        self._people[id] = entry
        self._places[id] = where
        self._deaths[id] = self._date(entry, "death_date", where)
        if entry.get("death_date") and not entry.get("death_source"):
            self.report("no-source", where, person=name, field="death_source")

    def _odd_values(self, entry: dict[str, Any], where: Where) -> None:
        """Texts that are none, flags that are neither true nor false."""
        for key in sorted(ROW_KEYS):
            value = entry.get(key)
            wanted = bool if key in FLAGS else str
            if value is not None and not isinstance(value, wanted):
                self.report("odd-value", where, field=key, value=str(value))

    def add_row(self, entry: Any, where: Where) -> None:
        entry = self._clean(entry, where)
        if entry is None:
            return
        person = entry.get("person_id")
        if not isinstance(person, str) or person not in self._people:
            self.report("person", where, person=str(person or ""))
            return
        self._keys(entry, ROW_KEYS, where)
        known = len(self.problems)
        self._odd_values(entry, where)
        office = entry.get("post_id")
        if not office and not entry.get("role"):
            self.report("no-office", where, person=person)
        if isinstance(office, str) and office not in self.vocabulary.offices:
            near = _nearest(office, self.vocabulary.offices)
            self.report("post", where, office=office, near=near)
        start, end, seen = (self._date(entry, key, where) for key in ("start_date", "end_date", "seen_date"))
        if any(not problem.warning for problem in self.problems[known:]):
            return
        self._order(start, end, seen, where)
        died = self._deaths.get(person)
        for when in (start, end, seen):
            if died is not None and when is not None and when.first > died.last:
                self.report("after-death", where, date=str(when), died=str(died))
        self._doubts(entry, where)
        area = entry.get("area")
        holding = Holding(
            office=office,
            title=entry.get("role") or self.vocabulary.titles_of(office or "")[0],
            organ=entry.get("organ"),
            locality=area,
            start=start,
            end=end,
            source=entry.get("source", ""),
            confidence=entry.get("confidence", ""),
            note=entry.get("note", ""),
            acting=entry.get("acting", False),
            in_office=seen,
            weak=entry.get("weak", False),
            end_inferred=entry.get("end_inferred", False),
            row=f"{self.path}: {where.row}",
        )
        told = (
            person,
            office,
            holding.title,
            holding.organ,
            fold(area or ""),
            entry.get("start_date"),
            end,
            seen,
        )
        if told in self._seen:
            self.report("repeated", where, first=self._seen[told])
            return
        self._seen[told] = where.row
        self._rows.setdefault(person, []).append((where, holding))

    def _doubts(self, entry: Mapping[str, Any], where: Where) -> None:
        """Warns of what a row does without: a source, an office of the vocabulary, a place that is known;
        of each place once."""
        if not entry.get("source"):
            self.report("no-source", where, person=entry["person_id"], field="source", warning=True)
        if not entry.get("post_id"):
            self.report("words", where, field="role", title=str(entry.get("role")), warning=True)
        self._after_its_end(entry, where)
        area = entry.get("area")
        key = phrase_key(area or "")
        if area and key not in self.vocabulary.places and key not in self._new_places:
            self._new_places.add(key)
            self.report("place", where, field="area", place=area, warning=True)

    def _after_its_end(self, entry: Mapping[str, Any], where: Where) -> None:
        """Warns of a term that begins, or is seen, when its office, organ or province was no more."""
        days = [PartialDate.parse(entry[key]) for key in ("start_date", "seen_date") if entry.get(key)]
        office = self.vocabulary.offices.get(entry.get("post_id") or "")
        organ, area = entry.get("organ") or "", entry.get("area") or ""
        for when in days[:1]:
            end = office.validity.end if office is not None else None
            if office is not None and end is not None and when.first > end:
                told = {"what": office.names[0], "last": end.isoformat(), "date": str(when)}
                self.report("office-ended", where, field="role", warning=True, **told)
            joined = province_then(area, when)
            if joined is not None:
                told = {"what": area, "into": joined.into, "last": joined.last.isoformat(), "date": str(when)}
                self.report("joined", where, field="area", warning=True, **told)
            merged = organs().get(organ)
            if merged is not None and when.first >= merged.since:
                told = {
                    "what": organ,
                    "into": merged.into,
                    "last": merged.last.isoformat(),
                    "date": str(when),
                }
                self.report("joined", where, field="role", warning=True, **told)

    def add_complete(self, entry: Any, where: Where) -> None:
        """All holders of an office from one day to another."""
        entry = self._clean(entry, where)
        if entry is None:
            return
        office = entry.get("post_id")
        if not isinstance(office, str) or office not in self.vocabulary.offices:
            near = _nearest(str(office), self.vocabulary.offices)
            self.report("post", where, office=str(office), near=near)
            return
        for field in ("organ", "area"):
            if not isinstance(entry.get(field), str | None):
                self.report("odd-value", where, field=field, value=str(entry[field]))
                return
        days = self._days(entry, where)
        if days is not None:
            self._complete.append(
                Completeness(
                    office,
                    *days,
                    source=str(entry.get("source", "")),
                    organ=entry.get("organ"),
                    locality=entry.get("area"),
                    row=f"{self.path}: {where.row}",
                )
            )

    def settled(self) -> tuple[list[Official], list[Completeness]]:
        """All that is right, once everything was taken in and compared."""
        for person, rows in self._rows.items():
            self._overlaps(person, rows)
        self._rivals()
        officials = []
        for id, entry in self._people.items():
            whole = entry.get("complete")
            days = self._days(whole, self._places[id]) if isinstance(whole, dict) else None
            officials.append(
                Official(
                    id,
                    entry["name"],
                    tuple(entry.get("other_names", ())),
                    tuple(holding for _, holding in self._rows.get(id, ())),
                    self._deaths.get(id),
                    str(entry.get("death_source", "")),
                    complete_from=days[0] if days else None,
                    complete_to=days[1] if days else None,
                    misspellings=tuple(entry.get("misspellings", ())),
                )
            )
        return officials, self._complete

    def _keys(self, entry: Mapping[str, Any], known: frozenset[str], where: Where) -> None:
        for key in entry:
            if key in PRIVATE:
                self.report("private", where, field=key)
            elif key not in known:
                near = _nearest(key, known)
                self.report("key", where, field=key, near=near, warning=True)

    def _date(self, entry: Mapping[str, Any], key: str, where: Where) -> PartialDate | None:
        text = entry.get(key)
        if text is None or text == "":
            return None
        try:
            return PartialDate.parse(str(text))
        except ValueError:
            self.report("date", where, field=key, date=str(text))
            return None

    def _days(self, entry: Mapping[str, Any], where: Where) -> tuple[date, date] | None:
        start, end = (self._date(entry, key, where) for key in ("start_date", "end_date"))
        if start is None or end is None:
            self.report("complete", where)
            return None
        if end.first < start.last:
            self.report("order", where, start=str(start), end=str(end))
            return None
        if not entry.get("source"):
            self.report("no-source", where, person=where.row, field="source")
        return start.last, end.first

    def _order(
        self,
        start: PartialDate | None,
        end: PartialDate | None,
        seen: PartialDate | None,
        where: Where,
    ) -> None:
        pairs = ((start, end, "end_date"), (start, seen, "seen_date"), (seen, end, "end_date"))
        for before, after, field in pairs:
            if before is not None and after is not None and after.last < before.first:
                self.report("order", where, field=field, start=str(before), end=str(after))
                return

    def _overlaps(self, person: str, rows: Sequence[tuple[Where, Holding]]) -> None:
        alike: dict[tuple[object, ...], list[_Term]] = {}
        for where, one in rows:
            key = one.office, one.title, one.organ, place_key(one.locality or ""), one.acting
            alike.setdefault(key, []).append((person, where, one))
        for group in alike.values():
            for (_, earlier, _), (_, where, _) in _overlapping(group):
                self.report("overlap", where, first=earlier.row, person=self._people[person]["name"])

    def _rivals(self) -> None:
        """Two people in an office that one holds: doubtful, for organs may be told too coarsely."""
        single = {office.head for office in self.vocabulary.offices.values() if office.head}
        held: dict[tuple[object, ...], list[_Term]] = {}
        for person, rows in self._rows.items():
            for where, each in rows:
                if each.office in single and not each.acting:
                    key = each.office, each.organ, place_key(each.locality or ""), each.title
                    held.setdefault(key, []).append((person, where, each))
        for group in held.values():
            for (rival, earlier, _), (person, where, one) in _overlapping(group):
                if rival != person:
                    names = self._people[person]["name"], self._people[rival]["name"]
                    self.report("rivals", where, first=earlier.row, title=one.title, one=names[0],
                        other=names[1], warning=True,
                    )  # fmt: skip


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (each for each in value if isinstance(each, str))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(normalize(value).text.split())
    return [_cleaned(each) for each in value] if isinstance(value, list) else value


def _shortened(value: object) -> object:
    return f"{value[:_QUOTED]}…" if isinstance(value, str) and len(value) > _QUOTED else value


_Term = tuple[str, Where, Holding]


def _overlapping(terms: Sequence[_Term]) -> Iterator[tuple[_Term, _Term]]:
    """Pairs of terms that share days beyond doubt, in the order of their rows: as many steps as there are
    terms and pairs, for all are gone through in the order in which they surely began."""
    told = [(at, each) for at, each in enumerate(terms) if _surely(each[2]) is not None]
    told.sort(key=lambda pair: (_surely(pair[1][2]), pair[0]))
    open_terms: list[tuple[int, _Term]] = []
    found: list[tuple[int, int]] = []
    for at, term in told:
        start = _surely(term[2])[0]  # type: ignore[index]
        open_terms = [pair for pair in open_terms if _surely(pair[1][2])[1] > start]  # type: ignore[index]
        found += [(at, other) for other, each in open_terms if _overlap(term[2], each[2])]
        open_terms.append((at, term))
    for later, earlier in sorted((max(pair), min(pair)) for pair in found):
        yield terms[earlier], terms[later]


def _surely(term: Holding) -> tuple[date, date] | None:
    """The days between which a term surely lasted, if it is known to have."""
    end = term.end or term.in_office
    return None if term.start is None or end is None else (term.start.last, end.first)


def _overlap(one: Holding, other: Holding) -> bool:
    """Whether two terms share more than the day of change, beyond doubt."""
    starts = [each.start for each in (one, other)]
    ends = [each.end or each.in_office for each in (one, other)]
    if starts[0] is None or starts[1] is None or ends[0] is None or ends[1] is None:
        return False
    return max(starts[0].last, starts[1].last) < min(ends[0].first, ends[1].first)


def _nearest(word: str, known: Any) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), 1)), "–")
