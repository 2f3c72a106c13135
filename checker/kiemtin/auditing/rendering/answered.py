"""What people said of findings, as tables: precision of rules, agreement of reviewers, replies of outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kiemtin.auditing.answers import CODER_COLUMNS, REPLIES, Answer
from kiemtin.auditing.rendering.tables import Table
from kiemtin.auditing.statistics import alpha, kappa, share
from kiemtin.foundation.messages import Lang, message


def tables_of(answers: Sequence[Answer], lang: Lang) -> tuple[Table, ...]:
    """Precision by rule, agreement of reviewers, replies by outlet; those that have rows."""
    found = (_precision(answers, lang), _agreement(answers, lang), _replies(answers, lang))
    return tuple(table for table in found if table.rows)


def _say(name: str, lang: Lang) -> str:
    return message(f"audit.table.{name}", lang)


def _made(
    name: str, lang: Lang, columns: Sequence[tuple[str, str]], rows: Sequence[tuple[Any, ...]]
) -> Table:
    headings = tuple(_say(f"column.{column}", lang) for column, _ in columns)
    return Table(
        name,
        _say(name, lang),
        _say(f"{name}.note", lang),
        headings,
        tuple(kind for _, kind in columns),
        tuple(rows),
    )


def _precision(answers: Sequence[Answer], lang: Lang) -> Table:
    by_rule: dict[str, Counter[str]] = {}
    for answer in answers:
        counts = by_rule.setdefault(answer.rule, Counter())
        if answer.agreed is not None:
            counts[f"{'pass-' if answer.is_pass else ''}{answer.agreed}"] += 1
        elif any(answer.verdicts):
            counts["unsure"] += 1
        if answer.reply is not None:
            counts[answer.reply] += 1
    rows = []
    for rule, counts in sorted(by_rule.items()):
        findings, passes = counts["right"] + counts["wrong"], counts["pass-right"] + counts["pass-wrong"]
        replied = counts["fixed"] + counts["explained"] + counts["mistaken"]
        rows.append(
            (
                rule,
                float(findings),
                share(counts["right"], findings),
                float(passes),
                share(counts["pass-wrong"], passes),
                float(counts["unsure"]),
                share(counts["mistaken"], replied),
            )
        )
    columns = (
        ("rule", "text"), ("judged", "number"), ("precision", "rate"), ("judged_passes", "number"),
        ("misses", "rate"),
        ("unsure", "number"), ("mistaken", "rate"),
    )  # fmt: skip
    return _made("answers", lang, columns, rows)


def _agreement(answers: Sequence[Answer], lang: Lang) -> Table:
    units = [answer.verdicts for answer in answers if any(answer.verdicts)]
    rows: list[tuple[Any, ...]] = []
    for first in range(len(CODER_COLUMNS)):
        for second in range(first + 1, len(CODER_COLUMNS)):
            pairs = [(unit[first], unit[second]) for unit in units if unit[first] and unit[second]]
            if pairs:
                agreed = sum(one == other for one, other in pairs)
                rows.append(
                    (
                        f"kappa (Cohen) {first + 1}–{second + 1}",
                        float(len(pairs)),
                        share(agreed, len(pairs)),
                        _coefficient(kappa(pairs)),
                    )
                )
    if rows:
        several = [unit for unit in units if sum(each is not None for each in unit) > 1]
        rows.append(("alpha (Krippendorff)", float(len(several)), None, _coefficient(alpha(several))))
    columns = (("what", "text"), ("units", "number"), ("agreed", "rate"), ("coefficient", "text"))
    return _made("agreement", lang, columns, rows)


def _coefficient(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _replies(answers: Sequence[Answer], lang: Lang) -> Table:
    by_outlet: dict[str, Counter[str]] = {}
    for answer in answers:
        if answer.reply is not None:
            by_outlet.setdefault(answer.outlet, Counter())[answer.reply] += 1
    rows = [
        (outlet, *(float(counts[reply]) for reply in REPLIES)) for outlet, counts in sorted(by_outlet.items())
    ]
    columns = (("outlet", "text"), *((reply, "number") for reply in REPLIES))
    return _made("replies", lang, columns, rows)
