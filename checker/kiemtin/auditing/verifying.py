"""Whether a store is what its manifests say: chain, parts, sources, rules, and outcomes made again."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.auditing import schema
from kiemtin.auditing.identity import identity_of
from kiemtin.auditing.layout import RunFolder, read_json, runs
from kiemtin.auditing.manifests import file_hash
from kiemtin.auditing.plan import read_plan
from kiemtin.auditing.shards import ShardRunner
from kiemtin.documents.archives.addresses import hashed
from kiemtin.foundation.paths import is_file, is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, KiemtinError, Problem


class Difference(NamedTuple):
    """Message `verify.<kind>` with what fills it. `broken`: the store is not what was written; else what it
    was made from is not at hand as it was."""

    kind: str
    arguments: dict[str, object]
    broken: bool = True


class Verified(NamedTuple):
    runs: int
    parts: int
    rechecked: int
    """Documents judged again."""
    differences: tuple[Difference, ...]

    @property
    def is_whole(self) -> bool:
        return not any(each.broken for each in self.differences)


def is_store(path: Path) -> bool:
    return is_file(path / "store.json") or is_folder(path / "runs")


def verify(store: Path, *, shards: int = 1, seed: int = 7, sources: bool = True) -> Verified:
    """Recomputes all hashes, and of each run judged by the rules of today the outcomes of some `shards`.

    Raises DocumentError for what is no store.
    """
    if not is_store(store):
        raise DocumentError(Problem("audit-no-store", FilePlace(str(store))))
    found: list[Difference] = []
    parts = rechecked = 0
    before: tuple[str, str] | None = None
    known = runs(store)
    if known and [run.number for run in known] != list(range(1, len(known) + 1)):
        found.append(Difference("run-missing", {"runs": ", ".join(run.name for run in known)}))
    for run in known:
        if not run.is_finished:
            found.append(Difference("unfinished", {"run": run.number}, broken=False))
            continue
        manifest = read_json(run.manifest)
        chained = manifest["previous"]
        if (None if chained is None else (chained["run"], chained["sha256"])) != before:
            found.append(Difference("chain", {"run": run.number}))
        before = run.name, file_hash(run.manifest)
        parts += len(manifest["parts"])
        found += _parts(run, manifest)
        if sources:
            found += _sources(run, manifest)
        differences, documents = _again(run, manifest, shards, seed)
        found += differences
        rechecked += documents
    return Verified(len(known), parts, rechecked, tuple(found))


def _parts(run: RunFolder, manifest: dict[str, Any]) -> Iterator[Difference]:
    told = {part["path"]: part["sha256"] for part in manifest["parts"]}
    for path, digest in told.items():
        file = run.store / path
        if not is_file(file):
            yield Difference("part-missing", {"path": path})
        elif file_hash(file) != digest:
            yield Difference("part-changed", {"path": path})
    for table in (*schema.TABLES, "copies", "rules"):
        for file in run.parts(table):
            path = file.relative_to(run.store).as_posix()
            if path not in told:
                yield Difference("part-foreign", {"path": path})


def _sources(run: RunFolder, manifest: dict[str, Any]) -> Iterator[Difference]:
    plan = read_plan(run.plan)
    for source, told in zip(plan.sources, manifest["sources"], strict=True):
        arguments: dict[str, object] = {"address": source.told, "run": run.number}
        try:
            digest, _ = hashed(source.address)
        except DocumentError:
            yield Difference("source-missing", arguments, broken=False)
            continue
        if digest != told["sha256"]:
            kind = "list-changed" if source.kind == "folder" else "source-changed"
            yield Difference(kind, arguments, broken=source.kind == "folder")


def _again(run: RunFolder, manifest: dict[str, Any], shards: int, seed: int) -> tuple[list[Difference], int]:
    """Judges some shards again and compares bytes."""
    plan = read_plan(run.plan)
    if not shards or not plan.shards:
        return [], 0
    try:
        now = identity_of(plan.settings, plan.settings.workbench())
    except (KiemtinError, OSError) as error:
        return [Difference("rules-gone", {"run": run.number, "reason": str(error)[:200]}, broken=False)], 0
    if now != manifest["identity"]:
        changed = ", ".join(sorted(name for name in now if now[name] != manifest["identity"].get(name)))
        return [Difference("rules-changed", {"run": run.number, "what": changed}, broken=False)], 0
    given_up = {entry["doc"] for entry in manifest["given_up"]}
    chosen = random.Random(seed).sample(range(len(plan.shards)), min(shards, len(plan.shards)))
    found: list[Difference] = []
    documents = 0
    told = {part["path"]: part["sha256"] for part in manifest["parts"]}
    with tempfile.TemporaryDirectory() as folder:
        made = RunFolder(Path(folder), run.number)
        runner = ShardRunner(made, plan._replace(earlier=None))
        for number in sorted(chosen):
            shard = plan.shards[number]
            base = plan.sources[shard.source].base
            if any(base + shard.start <= doc < base + shard.stop for doc in given_up):
                continue  # what was given up for time may well be done in time now
            try:
                documents += runner.run(number, lambda doc: None)["documents"]
            except KiemtinError:
                continue  # the source is not there, which is said
            for table in schema.TABLES:
                path = run.part(table, number).relative_to(run.store).as_posix()
                if file_hash(made.part(table, number)) != told[path]:
                    found.append(Difference("outcome-changed", {"path": path}))
    return found, documents
