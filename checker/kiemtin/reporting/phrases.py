"""Words that every renderer shares: citations, days, what is said in two languages."""

from __future__ import annotations

from datetime import date

from kiemtin.accepting.standing import Waiver
from kiemtin.foundation.messages import Lang, Phrase, message
from kiemtin.judging.telling import values_in_words as judged
from kiemtin.language.rulebook import Citation
from kiemtin.language.syntax import Status

validity = judged.validity


def day(value: date, lang: Lang) -> str:
    """`12/03/2024` in Vietnamese, `2024-03-12` in English, where 12/03 would be December."""
    return said(judged.day(value), lang)


def said(value: str | Phrase, lang: Lang) -> str:
    """A phrase in the language asked for; plain words as they are."""
    return value[0 if lang == "vi" else 1] if isinstance(value, Phrase) else value


def clause(citation: Citation, lang: Lang) -> str:
    """`Điều 4, Khoản 1`; for what stands before the first division, words that say so."""
    labels = [f"{message(f'division.{kind}', lang)} {label}".strip() for kind, label in citation.path]
    return ", ".join(labels) or message("division.none", lang)


def source(citation: Citation, lang: Lang, *, titled: bool = False) -> str:
    """`Điều 4, Khoản 1, qđ-tỉnh-mẫu (minh họa)`; with the title of the regulation if asked."""
    arguments = {
        "clause": clause(citation, lang),
        "pack": citation.pack,
        "status": status(citation.status, lang),
    }
    if titled and citation.pack_title:
        return message("citation.titled", lang, {**arguments, "title": citation.pack_title})
    return message("citation", lang, arguments)


def status(value: Status | None, lang: Lang) -> str:
    """Whether the values were checked against a named source; silence is said, too."""
    return message(f"status.{value.kind if value else 'unknown'}", lang)


def waived_by(waiver: Waiver, lang: Lang) -> str:
    """Who accepts it, why, until when, and where that is written."""
    until = day(waiver.expiry, lang) if waiver.expiry else ""
    told = {"reason": waiver.reason, "person": waiver.person, "until": until, "source": waiver.source}
    return message("report.waived_until" if until else "report.waived_by", lang, told)


def listed(parts: list[str], lang: Lang) -> str:
    """`a, b và c`."""
    if len(parts) < 2:
        return "".join(parts)
    return message("list.last", lang, {"first": ", ".join(parts[:-1]), "last": parts[-1]})
