"""Entries of a roster checked one by one and against each other: every problem names its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.limits import ROSTER_PROBLEMS, ROSTER_WARNINGS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import acting, fold, normalize
from kiemtin.officials.rosters.facts import Completeness, Holding, Official
from kiemtin.officials.words.phrase_keys import phrase_key
from kiemtin.officials.words.vocabulary import Vocabulary

PERSON_KEYS: Final = frozenset(
    {"id", "name", "other_names", "death_date", "death_source", "complete", "note"}
)
ROW_KEYS: Final = frozenset(
    {
        "person_id", "post_id", "role", "organ", "organization", "area", "start_date", "end_date",
        "seen_date", "source", "confidence", "note", "acting", "weak", "end_inferred", "end_source",
        "seen_source",
    }
)  # fmt: skip
PRIVATE: Final = frozenset(
    {
        "birth_date", "birthday", "birth_place", "gender", "sex", "health", "family", "spouse", "children",
        "ethnicity", "religion", "discipline", "address", "phone", "email", "image",
    }
)  # fmt: skip
_QUOTED: Final = 80
"""Characters of a value that a problem quotes."""
_FLAGS: Final = ("acting", "weak", "end_inferred")


class TooManyProblemsError(Exception):
    """Ends the work on a roster of which enough is known to be wrong."""


class Entries:
    """People and terms taken in one at a time; `problems` grows by all that is wrong with them."""

    def __init__(self, path: str, vocabulary: Vocabulary) -> None:
        self.path, self.vocabulary = path, vocabulary
        self.problems: list[Problem] = []
        self._errors = self._warnings = 0
        self._people: dict[str, Mapping[str, Any]] = {}
        self._rows: dict[str, list[tuple[str, int | None, Holding]]] = {}
        self._seen: dict[tuple[object, ...], str] = {}
        self._deaths: dict[str, PartialDate | None] = {}
        self._complete: list[Completeness] = []
        self._new_places: set[str] = set()

    def report(
        self, code: str, line: int | None = None, *, warning: bool = False, **arguments: object
    ) -> None:
        self._errors += not warning
        self._warnings += warning
        if warning and self._warnings > ROSTER_WARNINGS:
            return
        arguments = {key: _shortened(value) for key, value in arguments.items()}
        place = FilePlace(self.path, line)
        self.problems.append(Problem(f"officials-roster-{code}", place, arguments, (), warning))
        if self._errors >= ROSTER_PROBLEMS.most:
            self.problems.append(ROSTER_PROBLEMS.problem(FilePlace(self.path)))
            raise TooManyProblemsError

    def _clean(self, entry: Any, row: str, line: int | None) -> dict[str, Any] | None:
        """An entry with its texts as texts of drafts are read: NFC, one space between words."""
        if not isinstance(entry, dict):
            self.report("odd-row", line, row=row)
            return None
        cleaned: dict[str, Any] = {}
        for key, value in entry.items():
            hidden = acting().search(key) or next(
                (found for text in _texts(value) if (found := acting().search(text)) is not None), None
            )
            if hidden is not None:
                code = f"U+{ord(hidden.group()):04X}"
                self.report("control", line, row=row, field=acting().sub("?", key), sign=code)
                return None
            cleaned[key] = _cleaned(value)
        return cleaned

    def add_person(self, entry: Any, row: str, line: int | None = None) -> None:
        entry = self._clean(entry, row, line)
        if entry is None:
            return
        id, name = entry.get("id"), entry.get("name")
        if not isinstance(id, str) or not id.strip():
            self.report("no-id", line, row=row, name=str(name or "?"))
            return
        if not isinstance(name, str) or not name.strip():
            self.report("no-name", line, row=row, person=id)
            return
        others = entry.get("other_names", [])
        if not isinstance(others, list) or not all(isinstance(each, str) for each in others):
            self.report("odd-value", line, row=row, field="other_names", value=str(others))
            return
        if not isinstance(entry.get("complete"), dict | None):
            self.report("odd-value", line, row=row, field="complete", value=str(entry["complete"]))
            return
        self._keys(entry, PERSON_KEYS, row, line)
        if id in self._people:
            self.report("twice", line, row=row, person=id)
            return
        self._people[id] = entry
        self._deaths[id] = self._date(entry, "death_date", row, line)
        if entry.get("death_date") and not entry.get("death_source"):
            self.report("no-source", line, row=row, person=name, field="death_source")

    def _odd_values(self, entry: dict[str, Any], row: str, line: int | None) -> None:
        """Texts that are none, flags that are neither true nor false."""
        for key in sorted(ROW_KEYS):
            value = entry.get(key)
            wanted = bool if key in _FLAGS else str
            if value is not None and not isinstance(value, wanted):
                self.report("odd-value", line, row=row, field=key, value=str(value))

    def add_row(self, entry: Any, row: str, line: int | None = None) -> None:
        entry = self._clean(entry, row, line)
        if entry is None:
            return
        person = entry.get("person_id")
        if not isinstance(person, str) or person not in self._people:
            self.report("person", line, row=row, person=str(person or ""))
            return
        self._keys(entry, ROW_KEYS, row, line)
        known = len(self.problems)
        self._odd_values(entry, row, line)
        office = entry.get("post_id")
        if not office and not entry.get("role"):
            self.report("no-office", line, row=row, person=person)
        if isinstance(office, str) and office not in self.vocabulary.offices:
            near = _nearest(office, self.vocabulary.offices)
            self.report("post", line, row=row, office=office, near=near)
        start, end, seen = (
            self._date(entry, key, row, line) for key in ("start_date", "end_date", "seen_date")
        )
        if any(not problem.warning for problem in self.problems[known:]):
            return
        self._order(start, end, seen, row, line)
        died = self._deaths.get(person)
        for when in (start, end, seen):
            if died is not None and when is not None and when.first > died.last:
                self.report("after-death", line, row=row, date=str(when), died=str(died))
        self._doubts(entry, row, line)
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
            row=f"{self.path}: {row}",
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
            self.report("repeated", line, row=row, first=self._seen[told])
            return
        self._seen[told] = row
        self._rows.setdefault(person, []).append((row, line, holding))

    def _doubts(self, entry: Mapping[str, Any], row: str, line: int | None) -> None:
        """Warns of what a row does without: a source, an office of the vocabulary, a place that is known;
        of each place once."""
        if not entry.get("source"):
            self.report("no-source", line, row=row, person=entry["person_id"], field="source", warning=True)
        if not entry.get("post_id"):
            self.report("words", line, row=row, title=str(entry.get("role")), warning=True)
        area = entry.get("area")
        key = phrase_key(area or "")
        if area and key not in self.vocabulary.places and key not in self._new_places:
            self._new_places.add(key)
            self.report("place", line, row=row, place=area, warning=True)

    def add_complete(self, entry: Any, row: str, line: int | None = None) -> None:
        """All holders of an office from one day to another."""
        entry = self._clean(entry, row, line)
        if entry is None:
            return
        office = entry.get("post_id")
        if not isinstance(office, str) or office not in self.vocabulary.offices:
            near = _nearest(str(office), self.vocabulary.offices)
            self.report("post", line, row=row, office=str(office), near=near)
            return
        days = self._days(entry, row, line)
        if days is not None:
            self._complete.append(
                Completeness(
                    office,
                    *days,
                    source=str(entry.get("source", "")),
                    organ=entry.get("organ"),
                    locality=entry.get("area"),
                    row=f"{self.path}: {row}",
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
            days = self._days(whole, id, None) if isinstance(whole, dict) else None
            officials.append(
                Official(
                    id,
                    entry["name"],
                    tuple(entry.get("other_names", ())),
                    tuple(holding for _, _, holding in self._rows.get(id, ())),
                    self._deaths.get(id),
                    str(entry.get("death_source", "")),
                    *(days or ()),
                )
            )
        return officials, self._complete

    def _keys(self, entry: Mapping[str, Any], known: frozenset[str], row: str, line: int | None) -> None:
        for key in entry:
            if key in PRIVATE:
                self.report("private", line, row=row, field=key)
            elif key not in known:
                near = _nearest(key, known)
                self.report("key", line, row=row, field=key, near=near, warning=True)

    def _date(self, entry: Mapping[str, Any], key: str, row: str, line: int | None) -> PartialDate | None:
        text = entry.get(key)
        if text is None or text == "":
            return None
        try:
            return PartialDate.parse(str(text))
        except ValueError:
            self.report("date", line, row=row, field=key, date=str(text))
            return None

    def _days(self, entry: Mapping[str, Any], row: str, line: int | None) -> tuple[date, date] | None:
        start, end = (self._date(entry, key, row, line) for key in ("start_date", "end_date"))
        if start is None or end is None:
            self.report("complete", line, row=row)
            return None
        if end.first < start.last:
            self.report("order", line, row=row, start=str(start), end=str(end))
            return None
        if not entry.get("source"):
            self.report("no-source", line, row=row, person=row, field="source")
        return start.last, end.first

    def _order(
        self,
        start: PartialDate | None,
        end: PartialDate | None,
        seen: PartialDate | None,
        row: str,
        line: int | None,
    ) -> None:
        for before, after in ((start, end), (start, seen), (seen, end)):
            if before is not None and after is not None and after.last < before.first:
                self.report("order", line, row=row, start=str(before), end=str(after))
                return

    def _overlaps(self, person: str, rows: Sequence[tuple[str, int | None, Holding]]) -> None:
        alike: dict[tuple[object, ...], list[tuple[str, str, int | None, Holding]]] = {}
        for row, line, one in rows:
            key = one.office, one.title, one.organ, fold(one.locality or ""), one.acting
            alike.setdefault(key, []).append((person, row, line, one))
        for group in alike.values():
            for first, second in _overlapping(group):
                name = self._people[person]["name"]
                self.report("overlap", second[2], row=second[1], first=first[1], person=name)

    def _rivals(self) -> None:
        """Two people in an office that one holds: doubtful, for organs may be told too coarsely."""
        single = {office.head for office in self.vocabulary.offices.values() if office.head}
        held: dict[tuple[object, ...], list[tuple[str, str, int | None, Holding]]] = {}
        for person, rows in self._rows.items():
            for row, line, each in rows:
                if each.office in single and not each.acting:
                    key = each.office, each.organ, fold(each.locality or ""), each.title
                    held.setdefault(key, []).append((person, row, line, each))
        for group in held.values():
            for (rival, other_row, _, _), (person, row, line, one) in _overlapping(group):
                if rival != person:
                    names = self._people[person]["name"], self._people[rival]["name"]
                    self.report(
                        "rivals", line, row=row, first=other_row, title=one.title, one=names[0],
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


_Term = tuple[str, str, int | None, Holding]


def _overlapping(terms: Sequence[_Term]) -> Iterator[tuple[_Term, _Term]]:
    """Pairs of terms that share days beyond doubt, in the order of their rows: as many steps as there are
    terms and pairs, for all are gone through in the order in which they surely began."""
    told = [(at, each) for at, each in enumerate(terms) if _surely(each[3]) is not None]
    told.sort(key=lambda pair: (_surely(pair[1][3]), pair[0]))
    open_terms: list[tuple[int, _Term]] = []
    found: list[tuple[int, int]] = []
    for at, term in told:
        start = _surely(term[3])[0]  # type: ignore[index]
        open_terms = [pair for pair in open_terms if _surely(pair[1][3])[1] > start]  # type: ignore[index]
        found += [(at, other) for other, each in open_terms if _overlap(term[3], each[3])]
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
