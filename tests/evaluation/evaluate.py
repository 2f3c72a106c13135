"""Measures recognition over the project's own annotated corpus, pattern by pattern.

    python tests/evaluation/evaluate.py             compare with the baseline; exit code 1 if any figure fell
    python tests/evaluation/evaluate.py --update    make what is measured the baseline, and say what changed
    python tests/evaluation/evaluate.py --errors    list every error

Figures lie between 0 and 1, higher is better; `None` where the texts of a pattern have nothing to measure.
Spans count only if both ends are right. `swaps`: of neighbours whose exchange breaks the order of
precedence, how many exchanges the order rule finds; `clean`: right lists that it leaves in peace.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotated import AnnotatedText, MarkError, read_corpus
from baseline import by_number, changed_errors, differences, figures, table
from ordering import OrderRule, swaps, within
from score import Score

from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.text import fold
from kiemtin.officials.model import Recognition

BASELINE = Path(__file__).with_name("baseline.json")


class Evaluation:
    """Counts and errors of each text."""

    def __init__(self, rule: OrderRule) -> None:
        self.rule = rule
        self.counts: dict[str, Counter[str]] = {}
        self.errors: dict[str, list[str]] = {}
        self.patterns: dict[str, list[str]] = {}
        self.doubts: list[str] = []
        """Right lists to which the rule objects even as annotated: the corpus or the pack is wrong there."""

    def add(self, text: AnnotatedText) -> None:
        document = self.rule.read(text)
        if document.text != text.text:
            raise SystemExit(f"{text.id}: the reader gives another text than the annotation is of")
        found = self.rule.bench.recognizer.recognize(document)
        score = Score()
        score.add(_with_equal_names(text.gold(), found), text.text, found)
        self._acting(text, found, score)
        self._groups(text, found, score)
        self._order(text, found, score)
        self.counts[text.id] = score.counts
        self.errors[text.id] = [error.partition(": ")[2] for error in score.errors]
        for pattern in text.patterns:
            self.patterns.setdefault(pattern, []).append(text.id)

    def _acting(self, text: AnnotatedText, found: Recognition, score: Score) -> None:
        wanted = {(t.start, t.end): "acting" in t.flags for name in text.names for t in name.titles}
        for title in {(t.start, t.end): t for mention in found.mentions for t in mention.titles}.values():
            should = wanted.get((title.start, title.end))
            if should is None or not (should or title.acting):
                continue
            score.counts["acting"] += 1
            score.counts["acting_right"] += should == title.acting
            if should != title.acting:
                around = text.excerpt(title.start, title.end)
                score.errors.append(f"{text.id}: ACTING should be {should}: …{around}…")

    def _groups(self, text: AnnotatedText, found: Recognition, score: Score) -> None:
        def spans(members: Iterable[Any]) -> tuple[tuple[int, int], ...]:
            return tuple((each.start, each.end) for each in members)

        wanted = {
            spans(text.names[index] for index in group)
            for listing in text.listings
            for group in listing.groups
        }
        got = set()
        for listing in found.listings:
            by_number: dict[int, list[Any]] = {}
            for index, number in zip(listing.mentions, listing.groups, strict=True):
                by_number.setdefault(number, []).append(found.mentions[index])
            got |= {spans(members) for members in by_number.values()}
        score.counts["groups"] += len(wanted)
        score.counts["groups_found"] += len(got)
        score.counts["groups_right"] += len(wanted & got)
        for what, groups in (("missed", wanted - got), ("extra", got - wanted)):
            for group in sorted(groups):
                names = "; ".join(text.text[start:end] for start, end in group)
                score.errors.append(f"{text.id}: GROUP {what}: {names}")

    def _order(self, text: AnnotatedText, found: Recognition, score: Score) -> None:
        document = self.rule.read(text)
        objections = self.rule.objections(document, found)
        if text.order == "broken":
            seen = any(within(objections, listing) for listing in text.listings)
            score.counts["broken"] += 1
            score.counts["broken_found"] += seen
            if not seen:
                score.errors.append(f"{text.id}: ORDER broken, not found")
            return
        ideal = self.rule.objections(document, self.rule.annotated(text))
        for listing in text.listings:
            score.counts["clean"] += 1
            flagged = within(objections, listing)
            score.counts["clean_passed"] += not flagged
            words = text.text[listing.start : listing.end]
            if flagged:
                score.errors.append(f"{text.id}: ORDER a right list is flagged: {words!r}")
            if within(ideal, listing):
                self.doubts.append(f"{text.id}: {words!r}")
        for swap in swaps(text):
            if within(ideal, text.listings[swap.listing]):
                continue
            changed = self.rule.read(swap.changed)
            listing = swap.changed.listings[swap.listing]
            if not within(self.rule.objections(changed, self.rule.annotated(swap.changed)), listing):
                continue
            recognition = self.rule.bench.recognizer.recognize(changed)
            seen = within(self.rule.objections(changed, recognition), listing)
            score.counts["swaps"] += 1
            score.counts["swaps_found"] += seen
            if not seen:
                score.errors.append(f"{text.id}: ORDER swap not found: {swap.second} before {swap.first}")

    def result(self) -> dict[str, Any]:
        """Totals, patterns and each text's errors, as the baseline keeps them."""
        patterns = {
            pattern: {"texts": len(ids), **figures(self._sum(ids))}
            for pattern, ids in sorted(self.patterns.items(), key=lambda each: by_number(each[0]))
        }
        totals = {"texts": len(self.counts), **figures(self._sum(self.counts))}
        return {"totals": totals, "patterns": patterns, "errors": self.errors}

    def amounts(self) -> str:
        """What the totals are shares of."""
        count = self._sum(self.counts)
        told = (
            ("mentions", "right", "wanted"),
            ("office titles", "offices_right", "offices"),
            ("attendees", "attendees_found", "attendees"),
            ("lists", "listings_right", "listings"),
            ("groups", "groups_right", "groups"),
            ("swaps", "swaps_found", "swaps"),
            ("clean lists left in peace", "clean_passed", "clean"),
            ("broken lists found", "broken_found", "broken"),
        )
        return "  ".join(f"{what} {count[right]}/{count[wanted]}" for what, right, wanted in told)

    def _sum(self, ids: Iterable[str]) -> Counter[str]:
        return sum((self.counts[each] for each in ids), Counter())


def _with_equal_names(gold: dict[str, Any], found: Recognition) -> dict[str, Any]:
    """The gold with persons spelled as they were recognised, if only tone places or look-alikes differ."""
    got = {(mention.start, mention.end): mention.person for mention in found.mentions}
    for mention in gold["mentions"]:
        other = got.get((mention["start"], mention["end"]))
        if other is not None and fold(other) == fold(mention["person"]):
            mention["person"] = other
    return gold


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures recognition over the annotated corpus.")
    parser.add_argument("--update", action="store_true", help="make this the baseline")
    parser.add_argument("--errors", action="store_true", help="list every error")
    options = parser.parse_args()
    try:
        corpus = read_corpus()
    except MarkError as error:
        print(error, file=sys.stderr)
        return 2
    evaluation = Evaluation(OrderRule(Workbench("nội-quy-báo-mẫu")))
    for text in corpus:
        evaluation.add(text)
    result = evaluation.result()
    print(table(result))
    print(evaluation.amounts())
    for doubt in evaluation.doubts:
        print(f"The order rule objects to the annotation itself: {doubt}")
    if options.errors:
        print(
            *(f"{text}: {error}" for text, errors in result["errors"].items() for error in errors), sep="\n"
        )
    return _compare(result, update=options.update)


def _compare(result: dict[str, Any], *, update: bool) -> int:
    old = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else None
    if old is None and not update:
        print(f"There is no {BASELINE.name}: make one with --update.", file=sys.stderr)
        return 2
    fell: list[str] = []
    if old is not None:
        fell, rose = differences(old, result)
        came, went = changed_errors(old["errors"], result["errors"])
        for heading, lines in (
            ("Fell", fell), ("Rose", rose), ("Errors that came", came), ("Errors that went", went)
        ):  # fmt: skip
            if lines:
                print(f"\n{heading} ({len(lines)})", *lines, sep="\n  ")
        if not (fell or rose or came or went):
            print("\nAs the baseline.")
    if update:
        BASELINE.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"\n{BASELINE.name} is written.")
        return 0
    return 1 if fell else 0


if __name__ == "__main__":
    raise SystemExit(main())
