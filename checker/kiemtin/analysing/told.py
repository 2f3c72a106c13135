"""Claims and changes for people, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiemtin.analysing.changing import Change
from kiemtin.analysing.claims import Analysis, Claim, Witness
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.messages import Lang, Phrase, message
from kiemtin.judging.findings import Finding
from kiemtin.language.writing.printing import print_example

_IN = "      "


def claim_lines(claim: Claim, lang: Lang) -> Iterator[str]:
    yield f"[{message(f'analysis.certainty.{claim.certainty}', lang)}] {said(claim, lang)}"
    yield f"    {message('analysis.item', lang, {'tried': claim.tried})}"
    for witness in claim.witnesses:
        yield from witness_lines(witness, lang)


def said(claim: Claim, lang: Lang) -> str:
    arguments = {
        key: show_day(value) if isinstance(value, date) else value for key, value in claim.arguments.items()
    }
    together = claim.kind == "swallowed" and "exception" not in arguments
    return message(f"analysis.{claim.kind}{'-together' if together else ''}", lang, arguments)


def witness_lines(witness: Witness, lang: Lang) -> Iterator[str]:
    yield from (f"{_IN}{line}" for line in item_lines(witness, lang))
    for finding in witness.findings:
        yield f"{_IN}→ {finding.rule}: {outcome_of(finding, lang)}"


def item_lines(witness: Witness, lang: Lang) -> list[str]:
    """The item without what an example expects of it."""
    words, *data = print_example(witness.example, lang).splitlines()
    return [words[words.index('"') :], *data]


def outcome_of(finding: Finding, lang: Lang) -> str:
    """The outcome with what was measured and what is required, where that was compared."""
    words = message(f"outcome.{finding.outcome}", lang)
    compared = [_in(value, lang) for value in (finding.measured, finding.required) if value is not None]
    return f"{words} ({'; '.join(compared)})" if compared else words


def _in(value: str | Phrase, lang: Lang) -> str:
    return value if isinstance(value, str) else value[0 if lang == "vi" else 1]


def analysis_text(analysis: Analysis, lang: Lang) -> str:
    lines: list[str] = []
    for claim in analysis.claims:
        lines += [*claim_lines(claim, lang), ""]
    lines += [message(f"analysis.skipped.{each.reason}", lang, each.arguments) for each in analysis.skipped]
    lines.append(message("analysis.sum", lang, _sums(analysis)))
    return "\n".join(lines) + "\n"


def _sums(analysis: Analysis) -> dict[str, object]:
    uncut = {each.rules for each in analysis.skipped if len(each.rules) == 1}
    return {
        "pack": analysis.pack,
        "claims": len(analysis.claims),
        "possible": sum(claim.certainty == "possible" for claim in analysis.claims),
        "cut": analysis.rules - len(uncut),
        "rules": analysis.rules,
    }


def analysis_data(analysis: Analysis, lang: Lang) -> dict[str, object]:
    claims = [
        {
            "kind": claim.kind,
            "rules": list(claim.rules),
            "certainty": claim.certainty,
            "tried": claim.tried,
            "message": said(claim, lang),
            "witnesses": [_witness(each, lang) for each in claim.witnesses],
        }
        for claim in analysis.claims
    ]
    skipped = [
        {
            "rules": list(each.rules),
            "reason": each.reason,
            "message": message(f"analysis.skipped.{each.reason}", lang, each.arguments),
        }
        for each in analysis.skipped
    ]
    sums = _sums(analysis)
    return {
        "pack": sums["pack"],
        "rules": sums["rules"],
        "analysed": sums["cut"],
        "claims": claims,
        "skipped": skipped,
    }


def _witness(witness: Witness, lang: Lang) -> dict[str, object]:
    judged = [{"rule": each.rule, "outcome": str(each.outcome)} for each in witness.findings]
    return {"item": "\n".join(item_lines(witness, lang)), "judged": judged}


def change_lines(change: Change, lang: Lang) -> Iterator[str]:
    told = {"rule": change.other or change.rule, "cells": change.cells}
    doubt = "" if change.certainty == "shown" else f"[{message('analysis.certainty.possible', lang)}] "
    yield doubt + message(f"analysis.turn.{change.turn}", lang, told)
    if change.after is not None:
        yield from (f"{_IN}{line}" for line in item_lines(change.after, lang))
    for caption, witness in (("before", change.before), ("after", change.after)):
        for finding in witness.findings if witness is not None else ():
            yield f"{_IN}{message(f'analysis.{caption}', lang)}: {finding.rule}: {outcome_of(finding, lang)}"


def change_data(change: Change, lang: Lang) -> dict[str, object]:
    return {
        "turn": change.turn,
        "rule": change.rule,
        "other": change.other,
        "certainty": change.certainty,
        "cells": change.cells,
        "before": _witness(change.before, lang) if change.before is not None else None,
        "after": _witness(change.after, lang) if change.after is not None else None,
    }
