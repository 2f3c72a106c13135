"""What a roster answers, for people (lines) and for programs (plain records)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kiemtin.foundation.dates import Held, PartialDate
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters.changes import Change, Kind
from kiemtin.officials.rosters.columns import PEOPLE, as_written
from kiemtin.officials.rosters.facts import Holding, Official
from kiemtin.officials.rosters.queries import Event, Term, Turn
from kiemtin.reporting.safe_json import escaped

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def term_lines(terms: Iterable[Term], lang: Lang, *, with_person: bool = True) -> Iterator[str]:
    """One term a line, its source below it."""
    for term in terms:
        name = f"{term.official.name} · " if with_person else ""
        doubt = f" [{message('roster.not_known', lang)}]" if with_person and term.held is Held.UNKNOWN else ""
        yield f"{name}{title_of(term.holding)} · {period_of(term.holding, lang)}{doubt}"
        yield f"    {sources_of(term.holding, lang)}"


def title_of(holding: Holding) -> str:
    """The title with its place unless it says it."""
    place = holding.locality
    return holding.title if not place or fold(place) in fold(holding.title) else f"{holding.title} ({place})"


def period_of(holding: Holding, lang: Lang) -> str:
    """ "15/10/2020 – 30/06/2025", "15/10/2020 – ? (seen 20/06/2024)"."""
    start = _day(holding.start)
    end = _day(holding.end) + (f" ({message('roster.inferred', lang)})" if holding.end_inferred else "")
    seen = holding.in_office
    told = f" ({message('roster.seen', lang, {'day': _day(seen)})})" if seen and holding.end is None else ""
    return f"{start} – {end}{told}"


def sources_of(holding: Holding, lang: Lang) -> str:
    weak = f" ({message('roster.weak', lang)})" if holding.weak else ""
    return message("roster.source", lang, {"source": holding.source or "–"}) + weak


def person_line(official: Official, lang: Lang) -> str:
    """The name with its other spellings, and the day of death."""
    others = f" ({', '.join(official.other_names)})" if official.other_names else ""
    died = message("roster.died", lang, {"day": _day(official.died)}) if official.died else ""
    return " · ".join(filter(None, (f"{official.name}{others}", died)))


def records_as(form: str, records: list[dict[str, Any]]) -> str:
    """Records as `jsonl`, one a line, or as `csv` with the columns of the first."""
    if form == "csv":
        import csv
        import io

        stream = io.StringIO(newline="")
        if records:
            writer = csv.DictWriter(stream, list(records[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(records)
        return stream.getvalue()
    return "".join(f"{escaped(json.dumps(record, ensure_ascii=False))}\n" for record in records)


def _day(when: PartialDate | None) -> str:
    return as_written(str(when)) if when is not None else "?"


def term_record(term: Term, day: date | None = None) -> dict[str, Any]:
    """A term as JSON and CSV have it; a date that is not known is None."""
    holding = term.holding
    dates = {"start": holding.start, "end": holding.end, "seen": holding.in_office}
    return {
        "person": term.official.name,
        "id": term.official.id,
        "title": holding.title,
        "office": holding.office,
        "organ": holding.organ,
        "place": holding.locality,
        **{key: str(when) if when is not None else None for key, when in dates.items()},
        "acting": holding.acting,
        "end_inferred": holding.end_inferred,
        **({"day": day.isoformat(), "held": term.held.value} if day is not None else {}),
        "source": holding.source or None,
        "confidence": holding.confidence or None,
        "weak": holding.weak,
        "row": holding.row,
    }


def turn_line(turn: Turn, lang: Lang) -> str:
    """ "21/10/2024  began  Lương Cường · Chủ tịch nước"."""
    what = message(f"roster.event.{turn.event.value}", lang)
    inferred = turn.event is Event.ENDED and turn.holding is not None and turn.holding.end_inferred
    doubt = f" ({message('roster.inferred', lang)})" if inferred else ""
    title = f" · {title_of(turn.holding)}" if turn.holding is not None else ""
    return f"{_day(turn.when):>10}  {what:<7}  {turn.official.name}{title}{doubt}"


def turn_record(turn: Turn) -> dict[str, Any]:
    record: dict[str, Any] = {"date": str(turn.when), "event": turn.event.value, "person": turn.official.name}
    if turn.holding is not None:
        record |= {"title": turn.holding.title, "place": turn.holding.locality, "source": turn.holding.source}
    return record


def change_lines(changes: Iterable[Change], lang: Lang) -> Iterator[str]:
    """One change a line with its sign, the fields that differ below it."""
    for change in changes:
        sign = _SIGNS[change.kind.value.rpartition("-")[2]]
        what = " · ".join(
            filter(None, (message(f"roster.change.{change.kind.value}", lang), change.name, change.what))
        )
        yield f"{sign} {what}"
        changed = change.kind in (Kind.TERM_CHANGED, Kind.PERSON_CHANGED, Kind.ORDER_CHANGED)
        for field, before, after in change.fields:
            heading = _heading(field, lang)
            before, after = (
                as_written(value) if field.endswith("_date") else value for value in (before, after)
            )
            shown = f"{before or '–'} → {after or '–'}" if changed else after or before
            yield f"    {heading}: {shown}"


def _heading(field: str, lang: Lang) -> str:
    return PEOPLE[field][0] if lang == "vi" and field in PEOPLE else field.replace("_", " ")


def change_record(change: Change) -> dict[str, Any]:
    fields = {field: {"before": before, "after": after} for field, before, after in change.fields}
    return {"change": change.kind.value, "name": change.name, "what": change.what, "fields": fields}
