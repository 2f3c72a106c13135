"""The life of rules: drafts, names of old, and a change log held to the dates of the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kiemtin.foundation.dates import Validity, show_day
from kiemtin.foundation.places import Span
from kiemtin.language import syntax as s
from kiemtin.language.compiling.linking import Links, Placed


def drafts_of(links: Links) -> frozenset[str]:
    """Ids of the rules that are drafts, by themselves or by their pack."""
    return frozenset(
        f"{placed.home.pack.name}.{placed.statement.name}"
        for placed in links.of(s.Rule)
        if isinstance(placed.statement, s.Rule) and (placed.statement.draft or placed.home.pack.draft)
    )


def check_names_of_old(links: Links) -> None:
    """A name of old must not be one that a rule of the same pack has today, or another rule had."""
    today = {
        (id(one.home), one.statement.name) for one in links.of(s.Rule) if isinstance(one.statement, s.Rule)
    }
    had: dict[tuple[int, str], Placed] = {}
    for placed in links.of(s.Rule):
        rule = placed.statement
        assert isinstance(rule, s.Rule)
        for old in rule.formerly:
            key = (id(placed.home), old)
            first = had.setdefault(key, placed)
            if key in today or first is not placed:
                links.report(placed.home, "pack.old-name-taken", rule.span, name=old)


def check_change_log(links: Links) -> None:
    """Of the main pack, if it keeps one: each day on which something begins or ends after the pack itself has
    an entry, and each entry such a day."""
    main = links.packs[0]
    logged = [one for one in links.of(s.Amendment) if one.home is main]
    if not logged:
        return
    begun = main.pack.validity.start
    days: dict[date, tuple[str, Span]] = {}
    for placed in links.placed:
        if placed.home is main:
            for day, name, span in _dates(placed.statement):
                if begun is None or day > begun:
                    days.setdefault(day, (name, span))
    entries: dict[date, Span] = {}
    for placed in logged:
        assert isinstance(placed.statement, s.Amendment)
        entries.setdefault(placed.statement.day, placed.statement.span)
    for day, (name, span) in days.items():
        if day not in entries:
            links.report(main, "pack.change-not-logged", span, warning=True, day=show_day(day), name=name)
    for day, span in entries.items():
        if day not in days:
            links.report(main, "pack.logged-without-change", span, warning=True, day=show_day(day))


def _dates(statement: s.Statement) -> Iterator[tuple[date, str, Span]]:
    """The days on which a statement, or a version in it, begins, and those after its end."""
    match statement:
        case s.Rule(name=name) | s.RuleException(label=name):
            yield from _of(statement.validity, name, statement.span)
        case s.Table(name=name, versions=versions):
            for version in versions:
                yield from _of(version.validity, name, version.span)
        case s.Parameter(name=name, values=values):
            for value in values:
                yield from _of(value.validity, name, value.span)
        case s.Precedence(name=name, versions=lists):
            for each in lists:
                yield from _of(each.validity, name, each.span)
        case _:
            return


def _of(validity: Validity, name: str, span: Span) -> Iterator[tuple[date, str, Span]]:
    if validity.start is not None:
        yield validity.start, name, span
    if validity.end is not None:
        yield validity.end + timedelta(days=1), name, span
