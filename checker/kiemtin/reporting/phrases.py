"""Words that every renderer shares: citations, numbers, durations, days, outcomes, severities."""

from __future__ import annotations

from datetime import date

from kiemtin.foundation.dates import show_day
from kiemtin.foundation.messages import Lang, message
from kiemtin.language.rulebook import Citation
from kiemtin.language.syntax import Status


def number(value: float, lang: Lang) -> str:
    """`1.234,5` in Vietnamese, `1,234.5` in English; at most two decimals."""
    rounded = round(value, 2)
    shown = f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")
    return shown.translate(_SWAP) if lang == "vi" else shown


_SWAP = str.maketrans(",.", ".,")


def duration(seconds: float, lang: Lang) -> str:
    """`1 phút 30 giây`, `24 giờ`: the parts that are not zero; tenths of seconds are kept."""
    whole = int(seconds)
    tenths = round(seconds - whole, 1)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    parts = [
        message(f"unit.{unit}", lang, {"n": number(amount, lang)})
        for unit, amount in (("hour", hours), ("minute", minutes), ("second", left + tenths))
        if amount
    ]
    return " ".join(parts) or message("unit.second", lang, {"n": 0})


def day(value: date, lang: Lang) -> str:
    """`12/03/2024` in Vietnamese, `2024-03-12` in English, where 12/03 would be December."""
    return show_day(value) if lang == "vi" else value.isoformat()


def clause(citation: Citation, lang: Lang) -> str:
    """`Điều 4, Khoản 1`; for what stands before the first division, words that say so."""
    labels = [f"{message(f'division.{kind}', lang)} {label}".strip() for kind, label in citation.path]
    return ", ".join(labels) or message("division.none", lang)


def source(citation: Citation, lang: Lang) -> str:
    """`Điều 4, Khoản 1 của "Quy định …" (qđ-tỉnh-mẫu, minh họa)`."""
    arguments = {
        "clause": clause(citation, lang),
        "pack": citation.pack,
        "status": status(citation.status, lang),
    }
    if citation.pack_title:
        return message("citation.titled", lang, {**arguments, "title": citation.pack_title})
    return message("citation.plain", lang, arguments)


def status(value: Status | None, lang: Lang) -> str:
    """Whether the values were checked against a named source; silence is said, too."""
    return message(f"status.{value.kind if value else 'unknown'}", lang)


def listed(parts: list[str], lang: Lang) -> str:
    """`a, b và c`."""
    if len(parts) < 2:
        return "".join(parts)
    return message("list.last", lang, {"first": ", ".join(parts[:-1]), "last": parts[-1]})
