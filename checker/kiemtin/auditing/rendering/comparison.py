"""A comparison in words, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kiemtin.auditing.comparing import FATES, Comparison, listed
from kiemtin.auditing.rendering import wording
from kiemtin.auditing.rendering.tables import Table
from kiemtin.auditing.rendering.text import aligned
from kiemtin.foundation.messages import Lang, message


def render(comparison: Comparison, lang: Lang, most: int) -> str:
    """Counts, then at most `most` findings of each fate."""
    first, second = comparison.first, comparison.second
    only_first, both, only_second = (wording.number(count, lang) for count in comparison.items)
    lines = [
        message("compare.heading", lang, {
            "first": first.run.store, "first_run": first.run.number,
            "second": second.run.store, "second_run": second.run.number,
        }),
        message("compare.items", lang, {"first": only_first, "both": both, "second": only_second}),
    ]  # fmt: skip
    if comparison.differs:
        what = ", ".join(message(f"compare.differs.{name}", lang) for name in comparison.differs)
        lines.append(message("compare.differs", lang, {"what": what}))
    else:
        lines.append(message("compare.same", lang))
    for table in tables(comparison, lang):
        lines += ["", *aligned(table, lang)]
    shown: Counter[str] = Counter()
    told: dict[str, list[str]] = {fate: [] for fate in FATES}
    for each in listed(first, second):
        shown[each.fate] += 1
        if shown[each.fate] <= most:
            told[each.fate].append(
                f"  {wording.place_of(each.evidence)}: {wording.sentence(each.evidence, lang)}"
                f" [{each.evidence.finding['rule']}]"
            )
    for fate in FATES:
        if told[fate]:
            lines += ["", f"{message(f'compare.fate.{fate}', lang)} ({shown[fate]})", *told[fate]]
            if shown[fate] > most:
                lines.append("  " + message("compare.more", lang, {"n": shown[fate] - most}))
    return "\n".join(lines) + "\n"


def tables(comparison: Comparison, lang: Lang) -> list[Table]:
    """Those that have rows."""
    outlets = {wording.key_of("outlet", key, lang): counts for key, counts in comparison.by_outlet.items()}
    heading = "audit.table.column.{}"
    found = [
        _fates("compare.by_rule", message(heading.format("rule"), lang), comparison.by_rule, lang),
        _fates("compare.by_outlet", message(heading.format("outlet"), lang), outlets, lang),
        Table(
            "outcomes",
            message("compare.outcomes", lang),
            "",
            (
                message(heading.format("rule"), lang),
                message("compare.column.before", lang),
                message("compare.column.after", lang),
                message(heading.format("items"), lang),
            ),
            ("text", "text", "text", "number"),
            tuple(
                (
                    rule,
                    message(f"compare.outcome.{was}", lang),
                    message(f"compare.outcome.{now}", lang),
                    float(count),
                )
                for (rule, was, now), count in comparison.outcomes.items()
            ),
        ),
    ]
    replied: dict[str, Counter[str]] = {}
    for (reply, fate), count in comparison.replies.items():
        replied.setdefault(message(f"audit.verdict.{reply}", lang), Counter())[fate] += count
    found.append(_fates("compare.replies", message("compare.replies.reply", lang), replied, lang))
    return [table for table in found if table.rows]


def _fates(name: str, heading: str, counts: Mapping[str, Counter[str]], lang: Lang) -> Table:
    return Table(
        name,
        message(name, lang),
        "",
        (heading, *(message(f"compare.fate.{fate}", lang) for fate in FATES)),
        ("text", *["number"] * len(FATES)),
        tuple((key, *(float(each[fate]) for fate in FATES)) for key, each in sorted(counts.items())),
    )
