"""One HTML file that needs nothing else: tables, charts, and the way down to each finding's sentence."""

from __future__ import annotations

from typing import Any

from kiemtin.auditing.figures import Evidence, Figures
from kiemtin.auditing.rendering import wording
from kiemtin.auditing.rendering.drawn import drawn
from kiemtin.auditing.rendering.tables import Table, tables, told
from kiemtin.auditing.statistics import Share
from kiemtin.foundation.messages import Lang, message


def render(figures: Figures, lang: Lang, extra: tuple[Table, ...] = ()) -> str:
    """The same figures give the same bytes. `extra` are tables of people's answers."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("kiemtin.auditing.rendering", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    charts = {name: Markup(chart.svg) for name, chart in drawn(figures, lang).items()}

    def term(name: str, **arguments: object) -> str:
        return message(f"audit.html.{name}", lang, arguments)

    every = (*tables(figures, lang), *extra)
    return environment.get_template("report.html").render(
        lang=lang,
        say=term,
        title=title_of(figures, lang),
        summary=summary(figures, lang),
        tables=every,
        charts=charts,
        told=lambda cell: told(cell, lang),
        is_share=lambda cell: isinstance(cell, Share),
        tree=tree(figures.evidence, lang),
        left_out=figures.evidence_left_out,
        shown=len(figures.evidence),
        store=figures.store,
    )


def title_of(figures: Figures, lang: Lang) -> str:
    scope = figures.scope
    span = {"first": wording.day(scope.first_day, lang), "last": wording.day(scope.last_day, lang)}
    which = figures.chosen.get("outlet")
    title = message("audit.html.title", lang, span)
    return f"{title}: {which}" if which else title


def summary(figures: Figures, lang: Lang) -> str:
    """The whole in a few sentences, denominators first."""
    scope, total = figures.scope, figures.total
    said = {
        "counted": wording.number(scope.counted, lang),
        "checkable": wording.number(total.checkable, lang),
        "wrong": wording.number(total.wrong, lang),
        "rate": told(total.rate, lang),
        "unconfirmed": wording.number(total.unconfirmed, lang),
        "open": wording.number(total.open, lang),
        "not_read": wording.number(scope.unreadable + scope.given_up, lang),
    }
    return message("audit.html.summary", lang, said)


def tree(evidence: tuple[Evidence, ...], lang: Lang) -> list[dict[str, Any]]:
    """Period → outlet → issue → item → findings."""
    root: dict[Any, Any] = {}
    for each in sorted(evidence, key=_in_time):
        item = each.item
        levels = (
            wording.month(item["month"] or "", lang),
            wording.key_of("outlet", item["outlet"] or "", lang),
            issue_of(item, lang),
        )
        at: dict[Any, Any] = root
        for level in levels:
            at = at.setdefault(level, {})
        at.setdefault((item["doc"], item["item"]), []).append(each)
    return [_branch(name, below, lang) for name, below in root.items()]


def _in_time(each: Evidence) -> tuple[str, str, str, int, int, int]:
    item, finding = each.item, each.finding
    day = str(item["day"] or "~")
    return item["month"] or "~", item["outlet"] or "~", day, item["doc"], item["item"], finding["number"]


def issue_of(item: dict[str, Any], lang: Lang) -> str:
    """The number of a paper with its page, the edition of a programme, or the day."""
    day = wording.day(item["day"], lang)
    if item["programme"]:
        return f"{item['programme']}, {day}"
    if item["page"] is not None:
        return message("audit.html.page", lang, {"day": day, "page": item["page"]})
    return day


def _branch(name: str, below: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    if all(isinstance(key, tuple) for key in below):
        items = [_leaf(several, lang) for several in below.values()]
        return {
            "name": name,
            "count": sum(len(item["findings"]) for item in items),
            "items": items,
            "below": [],
        }
    branches = [_branch(key, inner, lang) for key, inner in below.items()]
    return {
        "name": name,
        "count": sum(branch["count"] for branch in branches),
        "items": [],
        "below": branches,
    }


def _leaf(several: list[Evidence], lang: Lang) -> dict[str, Any]:
    first = several[0]
    return {
        "headline": first.item["headline"] or wording.place_of(first),
        "place": wording.place_of(first),
        "piece": first.item["piece"] or "",
        "findings": [
            {
                "severity": wording.modality(each.finding["modality"], lang),
                "modality": each.finding["modality"],
                "confirmed": each.finding["confirmed"],
                "rule": each.finding["rule"],
                "sentence": wording.sentence(each, lang),
                "before": each.finding["before"] or "",
                "quote": each.finding["quote"] or "",
                "after": each.finding["after"] or "",
                "measured": each.finding["measured"],
                "required": each.finding["required"],
                "fix": each.finding["fix"],
                "code": each.code,
            }
            for each in several
        ],
    }
