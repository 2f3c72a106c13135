"""Words that all formats share: numbers, months, names of what was not said, sentences of findings."""

from __future__ import annotations

from typing import Any

from kiemtin.auditing.figures import Change, Evidence, Figures
from kiemtin.auditing.rows import read_arguments
from kiemtin.auditing.statistics import Share
from kiemtin.foundation.messages import Lang, message, spoken
from kiemtin.judging.facts.item import MEDIA

_MEDIA = {medium.value: words for medium, words in MEDIA.items()}


def number(value: float, lang: Lang) -> str:
    """Whole if it is; thousands as the language parts them."""
    text = f"{value:,.0f}" if abs(value - round(value)) < 1e-9 else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def per_hundred(value: float | None, lang: Lang) -> str:
    if value is None:
        return "–"
    text = f"{100 * value:.1f}"
    return text.replace(".", ",") if lang == "vi" else text


def interval(share: Share, lang: Lang) -> str:
    """`3,1–5,4`; a dash where nothing was counted."""
    if share.low is None or share.high is None:
        return "–"
    return f"{per_hundred(share.low, lang)}–{per_hundred(share.high, lang)}"


def month(key: str, lang: Lang) -> str:
    """`03/2024`."""
    if not key:
        return message("audit.unknown", lang)
    return f"{key[5:]}/{key[:4]}" if lang == "vi" else key


def change(mark: Change, lang: Lang) -> str:
    """What a mark on a trend says."""
    if mark.terms:
        return message("audit.chart.roster_changed", lang, {"terms": mark.terms})
    return message("audit.chart.rules_changed", lang, {"name": mark.name, "day": day(mark.day, lang)})


def day(value: Any, lang: Lang) -> str:
    """Of a date or its ISO form."""
    text = str(value)[:10]
    if value is None:
        return message("audit.unknown", lang)
    return f"{text[8:10]}/{text[5:7]}/{text[:4]}" if lang == "vi" else text


def key_of(dimension: str, key: str, lang: Lang) -> str:
    """How a group is called."""
    if not key:
        return message("audit.unknown" if dimension != "rank" else "audit.no_rank", lang)
    if dimension == "medium":
        return _MEDIA.get(key, key) if lang == "vi" else key
    if dimension == "month":
        return month(key, lang)
    if dimension == "rank":
        return message("audit.rank", lang, {"rank": key})
    return key


def rank_names(figures: Figures, rank: str) -> str:
    """The first offices of a rank, by the newest precedence of the first pack that has one."""
    for pack in figures.manifest["identity"]["packs"]:
        for precedence in sorted(pack["precedence"], key=lambda each: each["from"] or "", reverse=True):
            names = precedence["names"].get(rank)
            if names:
                return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    return ""


def sentence(evidence: Evidence, lang: Lang) -> str:
    """What is wrong, in the words that `check` says it in."""
    finding = evidence.finding
    if spoken(finding["message"]) is None:  # of a later version of the tool
        return str(finding["message"])
    return message(finding["message"], lang, read_arguments(finding["arguments"]))


def place_of(evidence: Evidence) -> str:
    item = evidence.item
    return f"{item['source']}: {item['record']}" if item["record"] != item["source"] else str(item["source"])


def modality(value: str, lang: Lang) -> str:
    return message(f"severity.{value}", lang)


def status(value: str | None, lang: Lang) -> str:
    return message(f"status.{value or 'unknown'}", lang)
