"""A store becomes figures: read part by part, so that ten million findings need no more memory than ten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.auditing import schema
from kiemtin.auditing.figures import (
    DIMENSIONS,
    UNKNOWN,
    Change,
    Evidence,
    Figures,
    Group,
    MissingFigures,
    RuleFigures,
    Scope,
)
from kiemtin.auditing.layout import RunFolder, read_json, runs
from kiemtin.auditing.manifests import file_hash
from kiemtin.auditing.settling import DUPLICATE, EARLIER
from kiemtin.auditing.verifying import is_store
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

_AT_ONCE = 200_000
"""Rows of checks that are held at once, about."""
_A_CELL = 12
"""Findings of one outlet and month that are shown before others have had theirs."""
_ITEM_COLUMNS = (
    "doc", "item", "record", "source", "piece", "state", "reason", "outlet", "medium", "section", "programme",
    "field",    "page", "published", "day", "month", "headline", "syllables", "leaders", "rank", "weight",
)  # fmt: skip
_SUMS = (
    "counted", "weight", "checkable", "checkable_n", "wrong", "unconfirmed_only", "open", "violations", "led",
    "syllables_w", "led_syllables",
)  # fmt: skip


class Choice(NamedTuple):
    """What of a run is reported."""

    run: int | None = None
    outlet: str | None = None
    month: str | None = None
    findings: int = 500
    """How many are shown with their evidence."""


def run_of(store: Path, number: int | None = None) -> RunFolder:
    """A finished run of a store, by default the last. Raises DocumentError."""
    if not is_store(store):
        raise DocumentError(Problem("audit-no-store", FilePlace(str(store))))
    finished = [run for run in runs(store) if run.is_finished and number in (None, run.number)]
    if not finished:
        which = "" if number is None else f" ({number})"
        raise DocumentError(Problem("audit-no-run", FilePlace(str(store)), {"which": which}))
    return finished[-1]


_ALL = Choice()


def summarise(store: Path, choice: Choice = _ALL) -> Figures:
    """Raises DocumentError for what is no store or has no finished run."""
    run = run_of(store, choice.run)
    manifest = read_json(run.manifest)
    sums = _Sums(run, choice)
    for chunk in _chunks(run):
        sums.add(chunk)
    evidence, left_out = _evidence(run, choice, sums.copies)
    months = [group.key for group in sums.of("month") if group.key]
    chosen = {name: value for name in ("outlet", "month") if (value := getattr(choice, name)) is not None}
    return Figures(
        str(store),
        run.number,
        manifest,
        file_hash(run.manifest),
        chosen,
        sums.scope(manifest),
        sums.total,
        {name: sums.of(name) for name in DIMENSIONS},
        sums.pairs("outlet", "month"),
        sums.pairs("field", "month"),
        sums.rules(run),
        sums.by_rule("month"),
        sums.by_rule("outlet"),
        sums.missing(),
        tuple(changes(manifest, months)),
        tuple(evidence),
        left_out,
    )


def changes(manifest: dict[str, Any], months: Sequence[str]) -> Iterator[Change]:
    """Months within the time of the items in which something of a pack, or many terms of office, began."""
    if not months:
        return
    for pack in manifest["identity"]["packs"]:
        for day in pack["changes"]:
            if months[0] < day[:7] <= months[-1]:
                yield Change(day[:7], pack["name"], day=day)
    roster = manifest["identity"]["roster"]
    for month, terms in roster.get("changes", {}).items():  # stores of old have none
        if months[0] < month <= months[-1]:
            yield Change(month, roster["name"], terms=terms)


def copies_of(run: RunFolder) -> Any:
    """The table of items that stand for others."""
    from pyarrow import parquet

    return parquet.read_table(run.part("copies", 0), columns=["doc", "item", "relation"])


class _Chunk(NamedTuple):
    items: Any
    checks: Any
    missing: Any


def _chunks(run: RunFolder) -> Iterator[_Chunk]:
    """The parts of a run, several small ones at once; a document's rows stand in parts of one number."""
    import pyarrow as pa
    from pyarrow import parquet

    held: list[tuple[Any, Any, Any]] = []
    size = 0

    def together() -> _Chunk:
        return _Chunk(*(pa.concat_tables(tables) for tables in zip(*held, strict=True)))

    for path in run.parts("items"):
        number = int(path.stem.removeprefix("part-"))
        checks = parquet.read_table(
            run.part("checks", number), columns=["doc", "item", "rule", "outcome", "failures"]
        )
        missing = parquet.read_table(run.part("missing", number), columns=["doc", "item", "rule", "datum"])
        held.append((parquet.read_table(path, columns=list(_ITEM_COLUMNS)), checks, missing))
        size += checks.num_rows + held[-1][0].num_rows
        if size >= _AT_ONCE:
            yield together()
            held, size = [], 0
    if held:
        yield together()


def place_key(table: Any) -> Any:
    """One number for document and item; the bulletin as a whole counts with its first item."""
    import pyarrow.compute as pc

    item = pc.cast(pc.max_element_wise(table.column("item"), 0), "int64")
    return pc.add(pc.multiply(table.column("doc"), 65536), item)


class _Sums:
    """Adds up chunks."""

    def __init__(self, run: RunFolder, choice: Choice) -> None:
        self.choice = choice
        copies = copies_of(run)
        self.copies = place_key(copies).combine_chunks()
        relations = copies.column("relation").to_pylist()
        self._copied = dict.fromkeys((DUPLICATE, EARLIER), 0)
        self._relations = (
            dict(zip(self.copies.to_pylist(), relations, strict=True))
            if choice.outlet or choice.month
            else None
        )
        for relation in relations:
            self._copied[relation] += 1
        self._groups: dict[tuple[str, ...], dict[tuple[str, ...], list[float]]] = {}
        self._rules: dict[tuple[str, ...], dict[tuple[str, ...], list[float]]] = {}
        self._missing: dict[tuple[str, str], int] = {}
        self._reasons: dict[str, int] = {}
        self._states = dict.fromkeys((schema.CHECKED, schema.UNREADABLE, schema.GIVEN_UP), 0)
        self._undated = 0
        self._days: list[Any] = []
        if self._relations is not None:
            self._copied = dict.fromkeys(self._copied, 0)

    def add(self, chunk: _Chunk) -> None:
        import pyarrow.compute as pc

        items = self._chosen(chunk.items)
        self._look(items)
        items = items.filter(pc.equal(items.column("state"), schema.CHECKED))
        items = items.append_column("key", place_key(items))
        if self._relations is not None:
            for key in items.filter(pc.is_in(items.column("key"), self.copies)).column("key").to_pylist():
                self._copied[self._relations[key]] += 1
        items = items.filter(pc.invert(pc.is_in(items.column("key"), self.copies)))
        if not items.num_rows:
            return
        items = _described(items)
        checks = chunk.checks.append_column("key", place_key(chunk.checks))
        checks = checks.filter(pc.is_in(checks.column("key"), items.column("key").combine_chunks()))
        self._add_rules(checks, items)
        self._add_items(_judged(items, checks))
        missing = chunk.missing.append_column("key", place_key(chunk.missing))
        missing = missing.filter(pc.is_in(missing.column("key"), items.column("key").combine_chunks()))
        counted = missing.group_by(["datum", "rule"]).aggregate([("key", "count_distinct")])
        for row in counted.to_pylist():
            key = row["datum"], row["rule"]
            self._missing[key] = self._missing.get(key, 0) + row["key_count_distinct"]

    def _chosen(self, items: Any) -> Any:
        import pyarrow.compute as pc

        for name in ("outlet", "month"):
            wanted = getattr(self.choice, name)
            if wanted is not None:
                items = items.filter(pc.equal(pc.fill_null(items.column(name), UNKNOWN), wanted))
        return items

    def _look(self, items: Any) -> None:
        """States, reasons and days of all items that were chosen."""
        import pyarrow.compute as pc

        for row in items.group_by(["state", "reason"]).aggregate([([], "count_all")]).to_pylist():
            self._states[row["state"]] += row["count_all"]
            if row["reason"] is not None:
                reason = row["reason"].partition(":")[0]
                self._reasons[reason] = self._reasons.get(reason, 0) + row["count_all"]
        known = items.filter(pc.equal(items.column("state"), schema.CHECKED)).column("day")
        self._undated += known.null_count
        span = pc.min_max(known).as_py()
        self._days += [day for day in span.values() if day is not None]

    def _add_items(self, items: Any) -> None:
        for keys in (*((name,) for name in DIMENSIONS), ("outlet", "month"), ("field", "month"), ()):
            self._group(self._groups, keys, items, _SUMS)

    def _add_rules(self, checks: Any, items: Any) -> None:
        import pyarrow.compute as pc

        joined = checks.join(items.select(["key", "outlet", "month", "weight", "counted"]), "key")
        joined = joined.append_column(
            "violations", pc.multiply(pc.cast(joined.column("failures"), "float64"), joined.column("weight"))
        )
        for keys in (("rule", "outcome"), ("rule", "outcome", "month"), ("rule", "outcome", "outlet")):
            self._group(self._rules, keys, joined, ("counted", "weight", "violations"))

    @staticmethod
    def _group(
        sums: dict[tuple[str, ...], dict[tuple[str, ...], list[float]]],
        keys: tuple[str, ...],
        table: Any,
        columns: tuple[str, ...],
    ) -> None:
        grouped = table.group_by(list(keys)).aggregate([(name, "sum") for name in columns])
        names = [grouped.column(name).to_pylist() for name in keys]
        values = [grouped.column(f"{name}_sum").to_pylist() for name in columns]
        known = sums.setdefault(keys, {})
        for row in range(grouped.num_rows):
            key = tuple(name[row] for name in names)
            before = known.setdefault(key, [0.0] * len(columns))
            for at, column in enumerate(values):
                before[at] += column[row] or 0.0

    # What was added up

    @property
    def total(self) -> Group:
        return _group_of("", self._groups.get((), {}).get((), [0.0] * len(_SUMS)))

    def of(self, name: str) -> tuple[Group, ...]:
        groups = [_group_of(key[0], sums) for key, sums in self._groups.get((name,), {}).items()]
        if name in ("month", "rank"):
            groups.sort(key=lambda group: (group.key == UNKNOWN, group.key.zfill(8)))
        else:
            groups.sort(key=lambda group: (group.key == UNKNOWN, -group.items, group.key))
        return tuple(groups)

    def pairs(self, first: str, second: str) -> dict[tuple[str, str], Group]:
        found = self._groups.get((first, second), {})
        return {(key[0], key[1]): _group_of(" · ".join(key), found[key]) for key in sorted(found)}

    def rules(self, run: RunFolder) -> tuple[RuleFigures, ...]:
        from pyarrow import parquet

        by_outcome = self._rules.get(("rule", "outcome"), {})
        found: dict[str, RuleFigures] = {}
        for row in parquet.read_table(run.part("rules", 0)).to_pylist():
            if row["rule"] in found:
                continue
            sums = {key[1]: values for key, values in by_outcome.items() if key[0] == row["rule"]}

            def weight(outcome: str, sums: dict[str, list[float]] = sums) -> float:
                return sums.get(outcome, [0, 0.0, 0.0])[1]

            decided = (schema.PASSED, schema.FAILED, schema.UNCONFIRMED)
            found[row["rule"]] = RuleFigures(
                row["rule"],
                row["name"],
                row["pack"],
                row["clause"],
                row["wording"],
                row["modality"],
                row["status"],
                passed=weight(schema.PASSED),
                failed=weight(schema.FAILED),
                unconfirmed=weight(schema.UNCONFIRMED),
                open=weight(schema.OPEN),
                excepted=weight(schema.EXCEPTED),
                counted=int(sum(sums[outcome][0] for outcome in decided if outcome in sums)),
                violations=sums.get(schema.FAILED, [0, 0.0, 0.0])[2],
            )
        return tuple(found.values())

    def by_rule(self, name: str) -> dict[tuple[str, str], tuple[float, float, int]]:
        found: dict[tuple[str, str], tuple[float, float, int]] = {}
        for (rule, outcome, key), (counted, weight, _) in sorted(
            self._rules.get(("rule", "outcome", name), {}).items()
        ):
            if outcome in (schema.PASSED, schema.FAILED, schema.UNCONFIRMED):
                failed, decided, number = found.get((rule, key), (0.0, 0.0, 0))
                hit = weight if outcome == schema.FAILED else 0.0
                found[rule, key] = failed + hit, decided + weight, number + int(counted)
        return found

    def missing(self) -> tuple[MissingFigures, ...]:
        ranked = sorted(self._missing.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(MissingFigures(datum, rule, count) for (datum, rule), count in ranked)

    def scope(self, manifest: dict[str, Any]) -> Scope:
        items = sum(self._states.values())
        return Scope(
            manifest["counts"]["documents"] if not (self.choice.outlet or self.choice.month) else items,
            items,
            self._states[schema.CHECKED],
            self._states[schema.UNREADABLE],
            self._states[schema.GIVEN_UP],
            self._copied[DUPLICATE],
            self._copied[EARLIER],
            tuple(sorted(self._reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
            self._undated,
            min(self._days).isoformat() if self._days else None,
            max(self._days).isoformat() if self._days else None,
        )


def _group_of(key: str, sums: Sequence[float]) -> Group:
    counted, items, checkable, checkable_n, *rest = sums
    return Group(key, int(counted), items, checkable, int(checkable_n), *rest)


def _described(items: Any) -> Any:
    """What was not said is a group of its own."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for name in ("outlet", "medium", "section", "month", "field"):
        at = items.schema.get_field_index(name)
        items = items.set_column(at, name, pc.fill_null(items.column(name), UNKNOWN))
    at = items.schema.get_field_index("rank")
    items = items.set_column(at, "rank", pc.fill_null(pc.cast(items.column("rank"), "string"), UNKNOWN))
    return items.append_column("counted", pa.array([1.0] * items.num_rows, "float64"))


def _judged(items: Any, checks: Any) -> Any:
    """Items with what all rules together came to, each as a number that may be added up."""
    import pyarrow.compute as pc

    outcome = checks.column("outcome")

    def flag(name: str, *outcomes: str) -> None:
        nonlocal checks
        is_one = pc.equal(outcome, outcomes[0])
        for other in outcomes[1:]:
            is_one = pc.or_(is_one, pc.equal(outcome, other))
        checks = checks.append_column(name, pc.cast(is_one, "int8"))

    flag("is_wrong", schema.FAILED)
    flag("is_unconfirmed", schema.UNCONFIRMED)
    flag("is_open", schema.OPEN)
    flag("is_decided", schema.PASSED, schema.FAILED, schema.UNCONFIRMED)
    violations = pc.multiply(checks.column("failures"), pc.cast(checks.column("is_wrong"), "int32"))
    checks = checks.append_column("n", violations)
    flags = [(name, "max") for name in ("is_wrong", "is_unconfirmed", "is_open", "is_decided")]
    found = checks.group_by("key").aggregate([*flags, ("n", "sum")])
    joined = items.join(found, "key", join_type="left outer")
    weight = joined.column("weight")

    def of(name: str) -> Any:
        return pc.cast(pc.fill_null(joined.column(name), 0), "float64")

    def add(name: str, values: Any) -> None:
        nonlocal joined
        joined = joined.append_column(name, values)

    wrong, decided = of("is_wrong_max"), of("is_decided_max")
    led = pc.cast(pc.greater(pc.fill_null(joined.column("leaders"), 0), 0), "float64")
    syllables = pc.multiply(pc.cast(pc.fill_null(joined.column("syllables"), 0), "float64"), weight)
    add("checkable", pc.multiply(decided, weight))
    add("checkable_n", decided)
    add("wrong", pc.multiply(wrong, weight))
    only = pc.multiply(of("is_unconfirmed_max"), pc.subtract(1.0, wrong))
    add("unconfirmed_only", pc.multiply(only, weight))
    add("open", pc.multiply(of("is_open_max"), weight))
    add("violations", pc.multiply(of("n_sum"), weight))
    add("led", pc.multiply(led, weight))
    add("syllables_w", syllables)
    add("led_syllables", pc.multiply(syllables, led))
    return joined


def findings_of(
    run: RunFolder, choice: Choice, copies: Any, keep: Callable[[dict[str, Any]], bool] = lambda row: True
) -> Iterator[Evidence]:
    """The findings of distinct pieces in the order of the store, each with its item."""
    import pyarrow.compute as pc
    from pyarrow import parquet

    for path in run.parts("findings"):
        if not parquet.read_metadata(path).num_rows:
            continue
        found = parquet.read_table(path)
        number = int(path.stem.removeprefix("part-"))
        items = parquet.read_table(run.part("items", number), columns=list(_ITEM_COLUMNS))
        for name in ("outlet", "month"):
            wanted = getattr(choice, name)
            if wanted is not None:
                items = items.filter(pc.equal(pc.fill_null(items.column(name), UNKNOWN), wanted))
        keys = place_key(items)
        items = items.filter(pc.invert(pc.is_in(keys, copies)))
        keys = place_key(items)
        found = found.filter(pc.is_in(place_key(found), keys.combine_chunks()))
        if not found.num_rows:
            continue
        wanted_keys = place_key(found)
        needed = items.filter(pc.is_in(keys, wanted_keys.combine_chunks()))
        by_key = dict(zip(place_key(needed).to_pylist(), needed.to_pylist(), strict=True))
        for key, row in zip(wanted_keys.to_pylist(), found.to_pylist(), strict=True):
            if keep(row):
                yield Evidence(row, by_key[key])


def _evidence(run: RunFolder, choice: Choice, copies: Any) -> tuple[list[Evidence], int]:
    """Some of every outlet and month before more of any; how many are left out."""
    from pyarrow import parquet

    total = sum(parquet.read_metadata(path).num_rows for path in run.parts("findings"))
    if not choice.findings:
        return [], total
    kept: list[Evidence] = []
    spare: list[Evidence] = []
    cells: dict[tuple[Any, Any], int] = {}
    seen = 0
    for each in findings_of(run, choice, copies):
        seen += 1
        cell = each.item["outlet"], each.item["month"]
        number = cells[cell] = cells.get(cell, 0) + 1
        if number <= _A_CELL and len(kept) < choice.findings:
            kept.append(each)
        elif len(spare) < choice.findings:
            spare.append(each)
        if seen >= 20 * choice.findings:
            break  # counted as left out, without being read
    kept += spare[: choice.findings - len(kept)]
    kept.sort(
        key=lambda each: (
            each.item["outlet"] or "~", each.item["month"] or "~", each.finding["doc"], each.finding["item"],
            each.finding["number"],
        )
    )  # fmt: skip
    if choice.outlet or choice.month:
        return kept, seen - len(kept)
    return kept, total - len(kept)
