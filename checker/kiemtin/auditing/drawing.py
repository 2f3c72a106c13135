"""A seeded sample of decisions for people to review: of every rule some findings and some that passed."""

from __future__ import annotations

from typing import Any

from kiemtin.auditing import schema
from kiemtin.auditing.answers import PASS
from kiemtin.auditing.figures import UNKNOWN, Evidence
from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.rendering import wording
from kiemtin.auditing.summarising import Choice, place_key
from kiemtin.foundation.messages import Lang, message

_ITEM = [
    "doc",
    "item",
    "record",
    "source",
    "piece",
    "outlet",
    "month",
    "day",
    "programme",
    "page",
    "headline",
]
_ODD, _OTHER = 0x9E3779B97F4A7C15 - (1 << 64), 0xBF58476D1CE4E5B9 - (1 << 64)


def draw(
    run: RunFolder, choice: Choice, copies: Any, size: int, seed: int, lang: Lang
) -> tuple[list[Evidence], list[dict[str, Any]]]:
    """At most `size` decisions, the same number of each rule and kind as far as there are so many."""
    half = max(1, size // 2)
    findings = _shared(_drawn(run, "findings", None, choice, copies, half, seed), size - half)
    passes = _shared(_drawn(run, "checks", schema.PASSED, choice, copies, half, seed), half)
    return [Evidence(row, row) for row in findings], [_passed(row, lang) for row in passes]


def _shared(by_rule: dict[str, list[dict[str, Any]]], size: int) -> list[dict[str, Any]]:
    """One of each rule in turn, until there are enough."""
    chosen: dict[str, int] = dict.fromkeys(sorted(by_rule), 0)
    left = size
    while left > 0:
        before = left
        for rule, number in chosen.items():
            if left > 0 and number < len(by_rule[rule]):
                chosen[rule] += 1
                left -= 1
        if left == before:
            break
    return [row for rule, number in chosen.items() for row in by_rule[rule][:number]]


def _drawn(
    run: RunFolder, table: str, outcome: str | None, choice: Choice, copies: Any, each: int, seed: int
) -> dict[str, list[dict[str, Any]]]:
    """By the lot of each row, which hangs on the seed and on its place alone."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import parquet

    best: dict[str, Any] = {}
    for path in run.parts(table):
        rows = parquet.read_table(path)
        if outcome is not None:
            rows = rows.filter(pc.equal(rows.column("outcome"), outcome))
        if not rows.num_rows:
            continue
        items = parquet.read_table(run.part("items", int(path.stem.removeprefix("part-"))), columns=_ITEM)
        for name in ("outlet", "month"):
            wanted = getattr(choice, name)
            if wanted is not None:
                items = items.filter(pc.equal(pc.fill_null(items.column(name), UNKNOWN), wanted))
        keys = place_key(items)
        items = items.append_column("key", keys).filter(pc.invert(pc.is_in(keys, copies)))
        unneeded = (
            ["doc", "item", "missing"] if table == "findings" else ["doc", "item"]
        )  # a join takes no lists
        rows = rows.append_column("key", place_key(rows)).drop(unneeded)
        rows = rows.append_column("lot", _lots(rows, seed))
        for rule in pc.unique(rows.column("rule")).to_pylist():
            own = rows.filter(pc.equal(rows.column("rule"), rule))
            own = own.join(items, "key", join_type="inner")
            known = pa.concat_tables([best[rule], own]) if rule in best else own
            best[rule] = known.sort_by([("lot", "ascending"), ("key", "ascending")]).slice(0, each)
    return {rule: table.to_pylist() for rule, table in best.items()}


def _lots(rows: Any, seed: int) -> Any:
    """Numbers that look drawn by chance: bits of place and rule, mixed."""
    import pyarrow as pa
    import pyarrow.compute as pc

    number = (
        rows.column("number") if "number" in rows.schema.names else pa.array([0] * rows.num_rows, "int64")
    )
    mixed = pc.add(pc.multiply(rows.column("key"), _ODD), pc.multiply(pc.cast(number, "int64"), _OTHER))
    mixed = pc.bit_wise_xor(mixed, pa.scalar(seed * 0x94D049BB133111 % (1 << 62), "int64"))
    for shift, factor in ((30, _OTHER), (27, _ODD), (31, 1)):
        mixed = pc.multiply(pc.bit_wise_xor(mixed, pc.shift_right(mixed, shift)), factor)
    return mixed


def _passed(row: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """The cells of a decision that passed."""
    from kiemtin.auditing.rendering.html import issue_of

    evidence = Evidence(row, row)
    return {
        "outlet": wording.key_of("outlet", row["outlet"] or "", lang),
        "day": wording.day(row["day"], lang),
        "issue": issue_of(row, lang),
        "headline": row["headline"],
        "rule": row["rule"],
        "sentence": message("audit.sheet.passed", lang),
        "measured": row["measured"],
        "required": row["required"],
        "place": wording.place_of(evidence),
        "code": f"{row['doc']}.{row['item']}.{PASS}.{row['rule']}",
    }
