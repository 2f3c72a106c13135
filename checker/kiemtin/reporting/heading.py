"""The head of a report: what was checked, by which rules, on which day, and how far those can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from kiemtin.foundation.messages import Lang, message
from kiemtin.language.rulebook import PackSummary
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible, wrap
from kiemtin.reporting.palette import Palette
from kiemtin.reporting.report import Report


def heading(report: Report, lang: Lang, palette: Palette, width: int) -> Iterator[str]:
    document = report.document
    yield palette.paint(f"══ {visible(document.path)}", "strong")
    what = message(f"report.{document.kind}", lang, {"n": len(document.items)})
    yield from wrap(f"{what}; {_judged(report, lang)}.", width, "   ")
    if report.left_out:
        names = ", ".join(rule.rpartition(".")[2] for rule in report.left_out)
        told = message("report.left_out", lang, {"n": len(report.left_out), "rules": names})
        yield from wrap(told, width, "   ")
    packs = report.rulebook.packs
    if not packs:
        return
    told = message("report.packs", lang, {"packs": _by_status(packs, lang)})
    yield from wrap(f"{told}.", width, "   ")
    if any(pack.status is not None and pack.status.kind == "sample" for pack in packs):
        caution = wrap(message("report.sample", lang), width, "   ")
        yield from (palette.paint(line, "should") for line in caution)
    latest = max((day for day in report.judgement.judged_on if day), default=None)
    for pack in packs:
        if latest and pack.reviewed and pack.reviewed < latest:
            arguments = {"pack": pack.name, "reviewed": phrases.day(pack.reviewed, lang)}
            yield from wrap(message("report.stale", lang, arguments), width, "   ")


def _by_status(packs: Sequence[PackSummary], lang: Lang) -> str:
    """The packs, nearest first; neighbours of one status share its word: `a, b (minh họa); c (…)`."""
    parts = [
        message(
            "report.packs_status", lang, {"packs": ", ".join(pack.name for pack in group), "status": status}
        )
        for status, group in groupby(packs, key=lambda pack: phrases.status(pack.status, lang))
    ]
    return "; ".join(parts)


def _judged(report: Report, lang: Lang) -> str:
    """On which day; the day of each item decides, unless it was chosen from outside."""
    days: set[date] = {day for day in report.judgement.judged_on if day}
    unknown = sum(day is None for day in report.judgement.judged_on)
    if not days:
        return message("report.judged_unknown", lang)
    first, last = (phrases.day(day, lang) for day in (min(days), max(days)))
    if report.judgement.assumed:
        return message("report.judged_assumed", lang, {"day": first})
    if first == last:
        said = message("report.judged", lang, {"day": first})
    else:
        said = message("report.judged_range", lang, {"first": first, "last": last})
    return f"{said}; {message('report.judged_partly', lang, {'n': unknown})}" if unknown else said
