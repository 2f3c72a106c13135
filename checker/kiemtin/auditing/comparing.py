"""Two runs side by side: what is resolved, what remains, what is new; and what another pack would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.auditing import schema
from kiemtin.auditing.answers import answers_of
from kiemtin.auditing.figures import Evidence
from kiemtin.auditing.layout import RunFolder, read_json
from kiemtin.auditing.summarising import Choice, copies_of, findings_of, place_key, run_of
from kiemtin.foundation.hashing import blake2b
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

RESOLVED, REMAINING, NEW, GONE, OF_NEW_ITEMS = "resolved", "remaining", "new", "gone", "of-new-items"
"""Of a finding: in the first run only, its item is in both; in both; in the second only, its item is in both;
its item is in the first only; its item is in the second only."""
FATES = (RESOLVED, REMAINING, NEW, GONE, OF_NEW_ITEMS)
_SILENT = "-"
"""An outcome that is no row of the store: the rule says nothing of the item."""


class Side(NamedTuple):
    """One run, as it was asked for."""

    run: RunFolder
    manifest: dict[str, Any]


class Listed(NamedTuple):
    fate: str
    evidence: Evidence
    reply: str | None = None
    """What the outlet had said of it."""


class Comparison(NamedTuple):
    first: Side
    second: Side
    items: tuple[int, int, int]
    """Only in the first, in both, only in the second."""
    fates: Counter[str]
    by_rule: dict[str, Counter[str]]
    by_outlet: dict[str, Counter[str]]
    outcomes: dict[tuple[str, str, str], int]
    """(rule's name, outcome in the first, outcome in the second) -> items of both, where they differ."""
    replies: dict[tuple[str, str], int]
    """(reply, fate) -> findings of the first run."""
    differs: tuple[str, ...]
    """What of the identity is not the same: packs, roster, tool …"""


def side_of(address: str) -> Side:
    """`STORE` or `STORE@RUN`. Raises DocumentError."""
    path, at, number = address.rpartition("@")
    if not at or not number.isdigit() or is_folder(Path(address)):
        path, number = address, ""
    run = run_of(Path(path), int(number) if number else None)
    return Side(run, read_json(run.manifest))


def compare(first: Side, second: Side) -> Comparison:
    """Raises DocumentError for a run that is compared with itself."""
    if first.run.path.resolve() == second.run.path.resolve():
        raise DocumentError(Problem("compare-itself", FilePlace(f"{first.run.store}@{first.run.number}")))
    ours, theirs = _Items(first.run), _Items(second.run)
    both = len(ours.names & theirs.names)
    fates: Counter[str] = Counter()
    by_rule: dict[str, Counter[str]] = {}
    by_outlet: dict[str, Counter[str]] = {}
    replies: dict[tuple[str, str], int] = {}
    for each in listed(first, second, ours, theirs):
        fates[each.fate] += 1
        by_rule.setdefault(rule_name(each.evidence.finding["rule"]), Counter())[each.fate] += 1
        by_outlet.setdefault(each.evidence.item["outlet"] or "", Counter())[each.fate] += 1
        if each.reply is not None:
            key = each.reply, each.fate
            replies[key] = replies.get(key, 0) + 1
    mine, other = first.manifest["identity"], second.manifest["identity"]
    return Comparison(
        first,
        second,
        (len(ours.names) - both, both, len(theirs.names) - both),
        fates,
        by_rule,
        by_outlet,
        _outcomes(first.run, second.run, ours, theirs),
        replies,
        tuple(sorted(name for name in mine if mine[name] != other.get(name))),
    )


def rule_name(rule: str) -> str:
    """Without its pack: another pack's rule of the same name is compared with it."""
    return rule.rpartition(".")[2]


def listed(
    first: Side, second: Side, ours: _Items | None = None, theirs: _Items | None = None
) -> Iterator[Listed]:
    """Every finding of either run with its fate: first those of the second run."""
    ours, theirs = ours or _Items(first.run), theirs or _Items(second.run)
    replies = {answer.fingerprint: answer.reply for answer in answers_of(first.run.store) if answer.reply}
    left: Counter[bytes] = Counter(
        _name_of(each, ours) for each in findings_of(first.run, Choice(), ours.copies)
    )
    for each in findings_of(second.run, Choice(), theirs.copies):
        name = _name_of(each, theirs)
        if left[name] > 0:
            left[name] -= 1
            yield Listed(REMAINING, each, replies.get(each.finding["fingerprint"]))
        else:
            known = theirs.name(each.finding["doc"], each.finding["item"]) in ours.names
            yield Listed(NEW if known else OF_NEW_ITEMS, each)
    for each in findings_of(first.run, Choice(), ours.copies):
        name = _name_of(each, ours)
        if left[name] > 0:
            left[name] -= 1
            known = ours.name(each.finding["doc"], each.finding["item"]) in theirs.names
            yield Listed(RESOLVED if known else GONE, each, replies.get(each.finding["fingerprint"]))


class _Items:
    """What the items of a run are called, in 8 bytes: by their archive's id, else by their place."""

    def __init__(self, run: RunFolder) -> None:
        from pyarrow import parquet

        self.copies = place_key(copies_of(run)).combine_chunks()
        excluded = set(self.copies.to_pylist())
        self._by_place: dict[int, bytes] = {}
        for path in run.parts("items"):
            table = parquet.read_table(path, columns=["doc", "item", "piece", "source", "record", "state"])
            keys = place_key(table).to_pylist()
            rows = zip(
                *(table.column(name).to_pylist() for name in ("piece", "source", "record", "state")),
                strict=True,
            )
            for key, (piece, source, record, state) in zip(keys, rows, strict=True):
                if state == schema.CHECKED and key not in excluded:
                    called = piece or f"{Path(source).name}\n{record}"
                    self._by_place[key] = blake2b(
                        called.encode("utf-8", "surrogatepass"), digest_size=8
                    ).digest()
        self.names = frozenset(self._by_place.values())

    def name(self, doc: int, item: int) -> bytes:
        return self._by_place.get(doc * 65536 + max(0, item), b"")


def _name_of(each: Evidence, items: _Items) -> bytes:
    finding = each.finding
    called = items.name(finding["doc"], finding["item"])
    if finding["start"] is not None:  # the pack's name is part of a fingerprint, and it may be another
        told = f"{rule_name(finding['rule'])}\n{finding['before']}\n{finding['quote']}\n{finding['after']}"
    else:
        told = f"{rule_name(finding['rule'])}\n{finding['message']}"
    return called + blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _outcomes(
    first: RunFolder, second: RunFolder, ours: _Items, theirs: _Items
) -> dict[tuple[str, str, str], int]:
    """Of items of both runs, per rule, where the outcomes differ. Held is one byte an item and rule."""
    number = {name: at for at, name in enumerate(ours.names & theirs.names)}
    said: list[str] = [_SILENT]
    code: dict[str, int] = {_SILENT: 0}
    before: dict[str, bytearray] = {}
    for name, rule, outcome in _decided(first, ours, number):
        if outcome not in code:
            code[outcome] = len(said)
            said.append(outcome)
        if rule not in before:
            before[rule] = bytearray(len(number))
        before[rule][number[name]] = code[outcome]
    found: Counter[tuple[str, str, str]] = Counter()
    for name, rule, outcome in _decided(second, theirs, number):
        was = _SILENT
        if rule in before:
            at = number[name]
            was, before[rule][at] = said[before[rule][at]], 0
        if was != outcome:
            found[rule, was, outcome] += 1
    for rule, codes in before.items():
        for outcome, which in code.items():
            if which and (silent := codes.count(which)):
                found[rule, outcome, _SILENT] += silent
    return dict(sorted(found.items()))


def _decided(run: RunFolder, items: _Items, others: Container[bytes]) -> Iterator[tuple[bytes, str, str]]:
    """Item, rule and outcome of each that is among the others."""
    from pyarrow import parquet

    for path in run.parts("checks"):
        table = parquet.read_table(path, columns=["doc", "item", "rule", "outcome"])
        columns = (table.column(name).to_pylist() for name in ("doc", "item", "rule", "outcome"))
        for doc, item, rule, outcome in zip(*columns, strict=True):
            name = items.name(doc, item)
            if name in others:
                yield name, rule_name(rule), outcome
