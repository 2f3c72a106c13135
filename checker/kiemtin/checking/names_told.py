"""Names in order as they are told: lines to copy, the sources beside, what stays open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kiemtin.checking.names_in_order import Left, Ordered, Placed
from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.shown_roster import period_of, sources_of, title_of


def line_of(each: Placed) -> str:
    """ "Trần Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy": what is ready to be copied."""
    return ", ".join((each.official.name, *each.titles))


def head(found: Ordered, roster: str, lang: Lang) -> str:
    told = {"day": phrases.day(found.day, lang), "pack": found.rulebook.name, "roster": roster}
    if found.precedence is None:
        return message("names.no_precedence", lang, told)
    return message("names.head", lang, {**told, "status": phrases.status(found.precedence.status, lang)})


def cautions(found: Ordered, lang: Lang) -> Iterator[str]:
    """What the precedence leaves to people: equal ranks, several places; and names beyond the bound."""
    for rank, group in groupby(found.placed, key=lambda each: each.rank):
        names = [each.official.name for each in group]
        if rank is not None and len(names) > 1:
            yield message("names.same_rank", lang, {"rank": rank, "names": ", ".join(names)})
    if len(found.places) > 1:
        yield message("names.places", lang, {"places": ", ".join(found.places)})
    if found.left_out:
        yield message("names.left_out", lang, {"n": found.left_out})


def rank_of(each: Placed, lang: Lang) -> str:
    if each.rank is None:
        return message("names.unranked", lang)
    return message("names.rank", lang, {"rank": each.rank})


def sources(each: Placed, lang: Lang) -> Iterator[str]:
    """The rows of the roster for the titles, then what is not known to be held."""
    for holding in each.held:
        yield f"{title_of(holding)} · {period_of(holding, lang)} · {sources_of(holding, lang)}"
    if each.perhaps:
        yield _perhaps(each, lang)


def why(left: Left, lang: Lang) -> str:
    people = ", ".join(official.name for official in left.people)
    told = message(f"names.why.{left.why.value}", lang, {"people": people, "n": len(left.people)})
    return f"{told}; {_perhaps(left, lang)}" if left.perhaps else told


def _perhaps(each: Placed | Left, lang: Lang) -> str:
    titles = "; ".join(
        f"{title_of(holding)}, {period_of(holding, lang)}, {sources_of(holding, lang)}"
        for holding in each.perhaps
    )
    return message("names.perhaps", lang, {"titles": titles})


def text(found: Ordered, roster: str, lang: Lang) -> str:
    lines = [head(found, roster, lang), *cautions(found, lang), ""]
    lines += [line_of(each) for each in found.placed] or [message("names.nobody", lang)]
    if found.placed:
        lines += ["", f"{message('names.sources', lang)}:"]
        for each in found.placed:
            lines.append(f"  {each.official.name} · {rank_of(each, lang)}")
            lines += [f"    {line}" for line in sources(each, lang)]
    if found.left:
        lines += ["", f"{message('names.left', lang)}:"]
        lines += [f"  {visible(each.written)}: {why(each, lang)}" for each in found.left]
    return "\n".join([*(visible(line) for line in lines), ""])


def record(found: Ordered, roster: str, lang: Lang) -> dict[str, Any]:
    """The same for the page: everything in words."""
    return {
        "head": visible(head(found, roster, lang)),
        "cautions": [visible(line) for line in cautions(found, lang)],
        "placed": [
            {
                "line": visible(line_of(each)),
                "rank": rank_of(each, lang),
                "sources": [visible(line) for line in sources(each, lang)],
            }
            for each in found.placed
        ],
        "left": [{"written": visible(each.written), "why": visible(why(each, lang))} for each in found.left],
    }


def rows(found: Ordered, lang: Lang) -> list[dict[str, Any]]:
    """A row a name, in order, those left open last: for a sheet or a program."""
    placed = [
        {
            "number": number,
            "written": each.written,
            "name": each.official.name,
            "titles": "; ".join(each.titles),
            "rank": each.rank,
            "day": found.day.isoformat(),
            "open": None,
            "sources": "; ".join(dict.fromkeys(holding.source for holding in each.held if holding.source)),
        }
        for number, each in enumerate(found.placed, 1)
    ]
    left = [
        {
            **dict.fromkeys(("number", "written", "name", "titles", "rank")),
            "written": each.written,
            "day": found.day.isoformat(),
            "open": why(each, lang),
            "sources": None,
        }
        for each in found.left
    ]
    return [*placed, *left]
