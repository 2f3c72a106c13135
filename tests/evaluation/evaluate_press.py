"""Measures findings per rule over corpus/press, which its author wrote without sight of the checker.

    python tests/evaluation/evaluate_press.py             compare with the baseline; 1 if a figure fell
    python tests/evaluation/evaluate_press.py --update    make what is measured the baseline
    python tests/evaluation/evaluate_press.py --errors    list every false and every missed one

true, false: of confirmed findings; missed: of the mistakes declared; unconfirmed findings and what was not
checkable are counted apart. Read as the program reads: each file from its form, with the sample roster.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from evaluate_findings import RULES, fallen, touches, wilson, words_of
from press_corpus import PROFILE, Sample, read_samples

from kiemtin.checking.workbench import Workbench, bundled_roster
from kiemtin.documents.model import Document, Supplied
from kiemtin.documents.reading import read_document
from kiemtin.judging.findings import Outcome

BASELINE = Path(__file__).with_name("press_baseline.json")
PACKS = {"print-issue": "qđ-tỉnh-mẫu", "home-page": "qđ-tỉnh-mẫu", "rundown": "nội-quy-đài-mẫu"}
"""By kind of sample; every other one is a piece, checked by the newspaper's own rules."""
PRESS_RULES = {
    **RULES,
    "đăng-chậm": "late",
    "tin-chủ-chốt-không-ở-trang-nhất": "placement",
    "tin-lãnh-đạo-không-ở-đầu-bản-tin": "item-position",
    "bản-tin-sai-thứ-tự": "item-order",
    "tin-lãnh-đạo-chiếm-quá-nhiều": "share",
}


class Measured:
    """Counts by rule, and what went wrong in words."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.errors: list[str] = []
        self.benches: dict[str, Workbench] = {}

    def bench(self, kind: str) -> Workbench:
        pack = PACKS.get(kind, "nội-quy-báo-mẫu")
        if pack not in self.benches:
            self.benches[pack] = Workbench(pack=pack, roster=str(bundled_roster("sample.json")))
        return self.benches[pack]

    def sample(self, sample: Sample) -> None:
        report = self.bench(sample.kind).judge(_read(sample))
        left = list(sample.true)
        for finding in report.judgement.findings:
            rule = PRESS_RULES.get(finding.rule.rpartition(".")[2], finding.rule)
            if finding.outcome is Outcome.NOT_CHECKABLE:
                self.count(rule, "open")
            if finding.outcome is not Outcome.FAILED:
                continue
            touched = words_of(report, finding)
            fitting = [e for e in sample.true if e.rule == rule and touches(e.words, touched)]
            new = next((each for each in fitting if each in left), None)
            if new is not None:
                left.remove(new)
                self.count(rule, "true" if finding.confirmed else "unconfirmed_true")
            elif not fitting:
                self.count(rule, "false" if finding.confirmed else "unconfirmed_false")
                self.errors.append(f"{sample.id} ({sample.kind}): {rule} FALSE: {touched}")
        for each in left:
            self.count(each.rule, "missed")
            self.errors.append(f"{sample.id} ({sample.kind}): {each.rule} MISSED: {each.words!r}")

    def count(self, row: str, what: str) -> None:
        self.counts.setdefault(row, Counter())[what] += 1


def _read(sample: Sample) -> Document:
    return read_document(
        sample.path, overrides=Supplied(sites=(str(PROFILE),)) if sample.kind == "home-page" else None
    )


def table(counts: dict[str, Counter[str]]) -> str:
    lines = [
        f"{'rule':18}{'true':>6}{'false':>6}{'missed':>7}{'unconf.':>9}{'open':>6}  "
        f"{'true of confirmed':20}found of declared"
    ]
    total: Counter[str] = Counter()
    rows = [*dict.fromkeys([*PRESS_RULES.values(), *sorted(counts)])]
    for rule in rows:
        total.update(counts.get(rule, Counter()))
    for rule, c in [*((rule, counts.get(rule, Counter())) for rule in rows), ("ALL", total)]:
        unconfirmed = f"{c['unconfirmed_true']}+{c['unconfirmed_false']}"
        declared = c["true"] + c["unconfirmed_true"] + c["missed"]
        lines.append(
            f"{rule:18}{c['true']:6}{c['false']:6}{c['missed']:7}{unconfirmed:>9}{c['open']:6}  "
            f"{wilson(c['true'], c['true'] + c['false']):20}{wilson(c['true'], declared)}"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures findings over the press corpus.")
    parser.add_argument("--update", action="store_true", help="make this the baseline")
    parser.add_argument("--errors", action="store_true", help="list every error")
    options = parser.parse_args()
    measured = Measured()
    samples = read_samples()
    for sample in samples:
        measured.sample(sample)
    wrong = sum(bool(sample.true) for sample in samples)
    print(f"{len(samples)} files, {wrong} with a declared mistake\n{table(measured.counts)}")
    if options.errors:
        print(*measured.errors, sep="\n")
    if options.update:
        told = {row: dict(sorted(counts.items())) for row, counts in sorted(measured.counts.items())}
        BASELINE.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return 0
    if not BASELINE.exists():
        print(f"There is no {BASELINE.name}: make one with --update.", file=sys.stderr)
        return 2
    worse = fallen(json.loads(BASELINE.read_text("utf-8")), measured.counts)
    print(*(["", "Fell:", *worse] if worse else ["", "As good as the baseline."]), sep="\n")
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())
