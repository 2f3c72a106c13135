"""What the work calendar says of an item, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiemtin.events.model import Event, Found, Occasion
from kiemtin.events.supplying import told, where_told
from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible, wrap
from kiemtin.reporting.places import Places


def occasion_lines(occasion: Occasion, places: Places, lang: Lang, width: int, indent: str) -> Iterator[str]:
    deeper = f"{indent}  "
    rivals = "; ".join(told(event) for event in occasion.rivals)
    event = told(occasion.event) if occasion.event is not None else ""
    said = message(f"show.event.{occasion.found.value}", lang, {"event": event, "events": rivals})
    yield from wrap(visible(said), width, indent, deeper)
    evidence = occasion.evidence
    if evidence is None:
        return
    day = phrases.day(evidence.day, lang)
    if evidence.told is not None:
        where = places.within_file(evidence.told, lang)
        words = evidence.told.of(places.document.text)
        because = message("show.event.day_told", lang, {"day": day, "words": words, "where": where})
    else:
        because = message("show.event.day_near", lang, {"day": day})
    reasons = [
        because,
        message("show.event.people", lang, {"names": ", ".join(evidence.people)}),
        message("show.event.words", lang, {"words": ", ".join(f"“{each}”" for each in evidence.words)}),
    ]
    yield from wrap(visible("; ".join(reasons)), width, deeper, f"{deeper}  ")
    if occasion.unnamed:
        names = ", ".join(occasion.unnamed)
        yield from wrap(visible(message("show.event.unnamed", lang, {"names": names})), width, deeper)
    for each in occasion.differences:
        code = f"calendar-{each.kind.value}-differs"
        if each.kind.value == "title" and not each.sure:
            code += "-perhaps"
        arguments = {
            "name": each.name, "announced": each.announced, "printed": each.printed,
            "where": where_told(occasion.event) if occasion.event else "",
        }  # fmt: skip
        said = f"{places.within_file(each.place, lang)}: {message(code, lang, arguments)}"
        yield from wrap(visible(said), width, deeper, f"{deeper}  ")


def occasion_record(occasion: Occasion) -> dict[str, Any]:
    """As JSON has it; spans are offsets of the text."""
    evidence = occasion.evidence
    record: dict[str, Any] = {
        "item": occasion.item,
        "found": occasion.found.value,
        "event": _event(occasion.event) if occasion.event is not None else None,
        "rivals": [_event(event) for event in occasion.rivals],
    }
    if occasion.found is Found.MATCHED and evidence is not None:
        record["evidence"] = {
            "day": evidence.day.isoformat(),
            "told": [evidence.told.start, evidence.told.end] if evidence.told is not None else None,
            "people": list(evidence.people),
            "words": list(evidence.words),
        }
        record["differences"] = [
            {
                "kind": each.kind.value,
                "name": each.name,
                "announced": each.announced,
                "printed": each.printed,
                "start": each.place.start,
                "end": each.place.end,
                "sure": each.sure,
            }
            for each in occasion.differences
        ]
        record["unnamed"] = list(occasion.unnamed)
    return record


def _event(event: Event) -> dict[str, Any]:
    return {
        "start": event.start.isoformat(),
        "end": event.end.isoformat() if event.end is not None else None,
        "title": event.title,
        "kind": event.kind,
        "place": event.place,
        "leaders": event.leaders,
        "guests": event.guests,
        "file": event.at.path,
        "line": event.at.line,
    }
