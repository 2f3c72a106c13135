"""The order in which the items of a bulletin should stand."""

from __future__ import annotations

from kiemtin.judging.findings import Outcome
from kiemtin.reporting.report import Report


def wanted_places(report: Report) -> dict[int, int]:
    """For each item that is to be moved: the index of the place where it belongs.

    Of several findings that move an item the first one decides.
    """
    wanted: dict[int, int] = {}
    taken: set[int] = set()
    for finding in report.judgement.findings:
        if finding.fix is None or not finding.fix.items or finding.outcome is not Outcome.FAILED:
            continue
        items = finding.fix.items
        if taken.isdisjoint(items):
            taken.update(items)
            wanted |= dict(zip(items, sorted(items), strict=True))
    return {item: place for item, place in wanted.items() if item != place}


def required_order(report: Report) -> list[int]:
    """The indexes of all items as they should follow each other."""
    wanted = wanted_places(report)
    order = list(range(len(report.document.items)))
    for item, place in wanted.items():
        order[place] = item
    return order
