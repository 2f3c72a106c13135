"""Which charts a report has, as data: HTML draws them as SVG, sheets as their own, Word as bars of cells."""

from __future__ import annotations

from typing import NamedTuple

from kiemtin.auditing.figures import Figures
from kiemtin.auditing.rendering import charts, wording
from kiemtin.auditing.statistics import share
from kiemtin.foundation.messages import Lang, message

MOST = 25
"""Bars and rows of one chart."""


class Chart(NamedTuple):
    id: str
    title: str
    svg: str


def drawn(figures: Figures, lang: Lang) -> dict[str, Chart]:
    """By the table that each belongs to; what has nothing to show is left out."""
    found = [
        _rules(figures, lang),
        _outlets(figures, lang),
        _trend(figures, lang),
        _map(figures, lang),
        _fields(figures, lang),
    ]
    return {chart.id: chart for chart in found if chart is not None}


def _title(name: str, lang: Lang) -> str:
    return message(f"audit.chart.{name}", lang)


def _rules(figures: Figures, lang: Lang) -> Chart | None:
    rows = [
        charts.Bar(rule.name, rule.rate, _told(rule.rate, lang))
        for rule in sorted(figures.rules, key=lambda each: -(each.rate.value or 0.0))
        if rule.decided
    ][:MOST]
    title = _title("rules", lang)
    return Chart("rules", title, charts.bars(title, rows)) if rows else None


def _outlets(figures: Figures, lang: Lang) -> Chart | None:
    rows = [
        charts.Bar(wording.key_of("outlet", group.key, lang), group.rate, _told(group.rate, lang))
        for group in figures.groups["outlet"]
        if group.checkable
    ][:MOST]
    title = _title("outlet", lang)
    return Chart("outlet", title, charts.bars(title, rows)) if rows else None


def _told(rate: object, lang: Lang) -> str:
    from kiemtin.auditing.rendering.tables import told

    return told(rate, lang)  # type: ignore[arg-type]


def _months(figures: Figures) -> list[str]:
    return [group.key for group in figures.groups["month"] if group.key]


def _trend(figures: Figures, lang: Lang) -> Chart | None:
    months = _months(figures)
    if len(months) < 2:
        return None
    rates = {group.key: group.rate for group in figures.groups["month"]}
    marks = [
        (months.index(each.month), wording.change(each, lang))
        for each in figures.changes
        if each.month in months
    ]
    title = _title("month", lang)
    names = [wording.month(month, lang) for month in months]
    line = charts.Line(message("audit.table.column.rate", lang), tuple(rates[month] for month in months))
    return Chart("month", title, charts.lines(title, names, [line], marks))


def _map(figures: Figures, lang: Lang) -> Chart | None:
    months, outlets = _months(figures), [group.key for group in figures.groups["outlet"]][:MOST]
    if not months or len(outlets) < 2:
        return None
    cells = [
        [group.rate if (group := figures.outlet_months.get((outlet, month))) else None for month in months]
        for outlet in outlets
    ]
    title = _title("map", lang)
    rows = [wording.key_of("outlet", outlet, lang) for outlet in outlets]
    return Chart(
        "map", title, charts.shades(title, rows, [wording.month(month, lang) for month in months], cells)
    )


def _fields(figures: Figures, lang: Lang) -> Chart | None:
    months, fields = _months(figures), [group.key for group in figures.groups["field"]][:5]
    if len(months) < 2 or not fields:
        return None
    whole = {group.key: group for group in figures.groups["month"]}
    series = [
        charts.Line(message("audit.chart.leaders", lang), tuple(whole[month].coverage for month in months)),
        *(
            charts.Line(
                wording.key_of("field", field, lang),
                tuple(
                    share(group.items, whole[month].items, whole[month].counted)
                    if (group := figures.field_months.get((field, month)))
                    else None
                    for month in months
                ),
            )
            for field in fields
        ),
    ]
    title = _title("coverage", lang)
    return Chart(
        "coverage", title, charts.lines(title, [wording.month(month, lang) for month in months], series)
    )
