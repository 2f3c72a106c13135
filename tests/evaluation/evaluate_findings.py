"""Measures whether findings are true, rule by rule, over the pieces of corpus/findings.

    python tests/evaluation/evaluate_findings.py             compare with the baseline; 1 if a figure fell
    python tests/evaluation/evaluate_findings.py --update    make what is measured the baseline
    python tests/evaluation/evaluate_findings.py --errors    list every false and every missed one

true, false: of confirmed findings in pieces as they were written; missed: of the mistakes that stand in them.
unconfirmed and open (not checkable) are counted apart. Then of each kind of mistake that is put into a piece
in order: how many are found, how many of them only as unconfirmed, and how many stand apart, since the piece
itself tells nobody that it is a mistake (the annotator says so, with the reason). Intervals are Wilson's,
95 in 100. Last, every fix called safe is made over both corpora: one that leaves its finding, or brings about
another, fails.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Any

from annotated import read_corpus
from findings_corpus import APART, ROSTER, Piece, read_pieces
from injecting import injected
from ordering import swaps
from safe_fixes import SafeFixes

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.markdown import read
from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.reporting.report import Report

BASELINE = Path(__file__).with_name("findings_baseline.json")
PACK = "nội-quy-báo-mẫu"
RULES = {
    "nêu-sai-thứ-bậc": "order",
    "nêu-tên-thiếu-chức-danh": "first-title",
    "chức-danh-không-còn-hiệu-lực": "held",
    "tên-gần-giống-trong-danh-bạ": "near-name",
    "chức-danh-viết-gần-đúng": "near-title",
    "tin-quá-dài": "length",
    "tên-cơ-quan-không-còn-dùng": "old-name",
}


class Measured:
    """Counts by rule, and what went wrong in words."""

    def __init__(self) -> None:
        self.bench = Workbench(pack=PACK, roster=str(ROSTER))
        self.counts: dict[str, Counter[str]] = {}
        self.errors: list[str] = []
        self.fixes = SafeFixes()

    def piece(self, piece: Piece) -> None:
        report = self.report(piece.text)
        self.fixes.audit(piece.id, report, self.bench.judge)
        expected = list(piece.true)
        for finding in report.judgement.findings:
            rule = rule_of(finding)
            if finding.outcome is Outcome.NOT_CHECKABLE:
                self.count(rule, "open")
            if finding.outcome is not Outcome.FAILED:
                continue
            touched = words_of(report, finding)
            met = next(
                (each for each in expected if alike(each.rule, rule) and touches(each.words, touched)), None
            )
            if met is not None:
                expected.remove(met)
                self.count(rule, "true" if finding.confirmed else "unconfirmed_true")
            elif any(alike(each.rule, rule) and touches(each.words, touched) for each in piece.true):
                continue  # a second finding of one mistake
            else:
                right = not finding.confirmed and piece.uncertain
                self.count(rule, "unconfirmed_true" if right else _FALSE[finding.confirmed])
                if right:
                    continue
                self.errors.append(f"{piece.id} ({piece.kind}): {rule} FALSE: {touched}")
        for each in expected:
            if each.rule == "other":  # of which the packs say nothing
                continue
            self.count(each.rule, "missed")
            self.errors.append(f"{piece.id} ({piece.kind}): {each.rule} MISSED: {each.words!r}")
        before = {
            (rule_of(f), words_of(report, f))
            for f in report.judgement.findings
            if f.outcome is Outcome.FAILED
        }
        for injection in piece.injections:
            mentions = self.bench.recognizer.recognize(report.document).mentions
            text, words = injected(piece.text, injection, mentions, 0)
            self.count(injection.kind, "injected")
            if injection.apart is not None:
                self.count(injection.kind, f"apart: {injection.apart}")
            changed = self.report(text)
            self.fixes.audit(f"{piece.id} {injection.kind}", changed, self.bench.judge)
            hits = [
                finding
                for finding in changed.judgement.findings
                if finding.outcome is Outcome.FAILED
                and rule_of(finding) == injection.rule
                and (rule_of(finding), words_of(changed, finding)) not in before
                and touches(words, words_of(changed, finding))
            ]
            if any(finding.confirmed for finding in hits):
                self.count(injection.kind, "found" if injection.apart is None else "found_apart")
            elif hits:
                self.count(injection.kind, "found_unconfirmed")
            elif injection.apart is not None:
                self.errors.append(
                    f"{piece.id} ({piece.kind}): {injection.kind} apart, {APART[injection.apart]}: "
                    f"{injection.words}"
                )
            else:
                self.errors.append(
                    f"{piece.id} ({piece.kind}): {injection.kind} NOT FOUND: {injection.words}"
                )

    def report(self, text: str) -> Report:
        document = read(text.encode(), "piece.md")
        return self.bench.judge(document)

    def count(self, row: str, what: str) -> None:
        self.counts.setdefault(row, Counter())[what] += 1


def audit_recognition(fixes: SafeFixes) -> None:
    """Safe fixes over the texts of corpus/recognition, as they stand and with neighbours swapped."""
    bench = Workbench(pack=PACK)
    for text in read_corpus():
        for one in (text, *(swap.changed for swap in swaps(text))):
            document = read_text(one.source, one.id, overrides=Metadata(published=one.day))
            fixes.audit(text.id, bench.judge(document), bench.judge)


def rule_of(finding: Finding) -> str:
    return RULES.get(finding.rule.rpartition(".")[2], finding.rule)


def words_of(report: Report, finding: Finding) -> str:
    """The words that a finding underlines, with those of its related places."""
    spans = [finding.place] if finding.place else []
    spans += [span for _, span in finding.related]
    return " | ".join(span.of(report.document.text) for span in spans)


def touches(wanted: Iterable[str], touched: str) -> bool:
    """Whether a finding underlines something of what is expected, or a part of it."""
    parts = [part for part in touched.split(" | ") if part]
    return not parts or any(part in words or words in part for part in parts for words in wanted)


def alike(expected: str, rule: str) -> bool:
    """A mixture of former leaders is told by the rule of order."""
    return expected == rule or {expected, rule} == {"mixed-former", "order"}


def wilson(hits: int, of: int) -> str:
    """`0.93 [0.78, 0.98]`; a dash for nothing."""
    if not of:
        return "–"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.2f} [{middle - half:.2f}, {middle + half:.2f}]"


def table(counts: dict[str, Counter[str]]) -> str:
    lines = [f"{'rule':18}{'true':>6}{'false':>6}{'missed':>7}{'unconf.':>9}{'open':>6}  true of confirmed"]
    for rule in RULES.values():
        c = counts.get(rule, Counter())
        unconfirmed = f"{c['unconfirmed_true']}+{c['unconfirmed_false']}"
        share = wilson(c["true"], c["true"] + c["false"])
        lines.append(
            f"{rule:18}{c['true']:6}{c['false']:6}{c['missed']:7}{unconfirmed:>9}{c['open']:6}  {share}"
        )
    lines.append(
        f"\n{'put in':18}{'all':>6}{'apart':>6}{'found':>6}{'unconf.':>9}  found of all that can be told"
    )
    reasons: Counter[str] = Counter()
    for kind in ("swap", "drop-title", "misspell-titled", "misspell-untitled", "predecessor"):
        c = counts.get(kind, Counter())
        apart = {what: n for what, n in c.items() if what.startswith("apart: ")}
        reasons.update(apart)
        all_apart = sum(apart.values())
        share = wilson(c["found"], c["injected"] - all_apart)
        lines.append(
            f"{kind:18}{c['injected']:6}{all_apart:6}{c['found']:6}{c['found_unconfirmed']:9}  {share}"
        )
    lines += [f"{what}, {APART[what.removeprefix('apart: ')]}: {n}" for what, n in sorted(reasons.items())]
    return "\n".join(lines)


_FALSE = {True: "false", False: "unconfirmed_false"}
_FEWER = ("false", "missed", "unconfirmed_false")
_MORE = ("true", "found")


def fallen(old: dict[str, dict[str, int]], new: dict[str, Counter[str]]) -> list[str]:
    """What is worse than in the baseline, in words."""
    worse = []
    for row in sorted({*old, *new}):
        was, is_ = Counter(old.get(row, {})), new.get(row, Counter())
        fewer = [*_FEWER, *(what for what in is_ if what.startswith("apart: "))]
        worse += [f"{row}: {what} {was[what]} -> {is_[what]}" for what in fewer if is_[what] > was[what]]
        worse += [f"{row}: {what} {was[what]} -> {is_[what]}" for what in _MORE if is_[what] < was[what]]
    return worse


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures whether findings are true.")
    parser.add_argument("--update", action="store_true", help="make this the baseline")
    parser.add_argument("--errors", action="store_true", help="list every error")
    options = parser.parse_args()
    measured = Measured()
    pieces = read_pieces()
    for piece in pieces:
        measured.piece(piece)
    print(f"{len(pieces)} pieces\n{table(measured.counts)}")
    fixes = measured.fixes
    audit_recognition(fixes)
    print(f"safe fixes applied: {fixes.applied}, made worse: {len(fixes.worse)}", *fixes.worse, sep="\n")
    if options.errors:
        print(*measured.errors, sep="\n")
    if options.update:
        told: dict[str, Any] = {
            row: dict(sorted(counts.items())) for row, counts in sorted(measured.counts.items())
        }
        BASELINE.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return 0
    if not BASELINE.exists():
        print(f"There is no {BASELINE.name}: make one with --update.", file=sys.stderr)
        return 2
    worse = fallen(json.loads(BASELINE.read_text("utf-8")), measured.counts)
    worse += [f"safe fix: {each}" for each in fixes.worse]
    print(*(["", "Fell:", *worse] if worse else ["", "As good as the baseline."]), sep="\n")
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())
