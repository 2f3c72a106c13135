"""From what was asked to a plan: archives found, counted, hashed, cut into shards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from kiemtin.auditing.earlier import build_index
from kiemtin.auditing.identity import identity_of
from kiemtin.auditing.layout import RunFolder, read_json, runs
from kiemtin.auditing.plan import Limits, Plan, Shard, Source, read_plan
from kiemtin.auditing.sampling import Sampling, sampled
from kiemtin.auditing.settings import Settings
from kiemtin.documents.archives.addresses import hashed, told
from kiemtin.documents.archives.finding import Found, archive, find
from kiemtin.documents.archives.records import Scanned
from kiemtin.foundation.problems import DocumentError

SMALLEST, LARGEST, SHARDS = 50, 10_000, 64
"""Records of a shard, and how many shards there are at least where the archive is large enough."""

Say = Callable[[str, int], None]
"""Told the address that is being counted and the documents so far."""


def make_plan(
    requested: Sequence[str],
    settings: Settings,
    run: RunFolder,
    limits: Limits,
    sampling: Sampling | None = None,
    say: Say = lambda address, count: None,
) -> Plan:
    """Raises DocumentError for an address that stands for nothing, PackError for rules that do not hold."""
    bench = settings.workbench()
    settings.load_profile()
    identity = identity_of(settings, bench)
    run.path.mkdir(parents=True, exist_ok=True)
    sources: list[Source] = []
    base = 0
    for found in _gathered(requested, run):
        scanned = _scan(found)
        shown = ", ".join(map(told, requested)) if found.kind == "folder" else told(found.address)
        address = str(Path(found.address).resolve()) if "://" not in found.address else found.address
        sources.append(
            Source(
                found.kind, address, shown, scanned.records, scanned.sha256, scanned.size, base, scanned.marks
            )
        )
        base += scanned.records
        say(shown, base)
    shards = shards_of(sources)
    sample = None
    if sampling is not None:
        shards, sample = sampled(sources, settings, sampling)
    before = earlier_run(run, identity)
    if before is not None:
        build_index(before)
    return Plan(
        settings,
        tuple(requested),
        tuple(sources),
        tuple(shards),
        limits,
        identity,
        before.number if before is not None else None,
        sample,
        datetime.now(UTC).isoformat(timespec="seconds"),
    )


def earlier_run(run: RunFolder, identity: object) -> RunFolder | None:
    """The newest finished run before this one that judged by the same."""
    for each in reversed(runs(run.store)):
        if each.number < run.number and each.is_finished and read_json(each.manifest)["identity"] == identity:
            return each
    return None


def shards_of(sources: Sequence[Source]) -> list[Shard]:
    """Cut by the number of documents alone: however many workers there are, the parts are the same."""
    size = shard_size(sum(source.records for source in sources))
    return [
        Shard(number, start, min(start + size, source.records))
        for number, source in enumerate(sources)
        for start in range(0, source.records, size)
    ]


def shard_size(documents: int) -> int:
    return max(SMALLEST, min(LARGEST, -(-documents // SHARDS)))


def _gathered(requested: Sequence[str], run: RunFolder) -> list[Found]:
    """The archives, and one list for each stretch of single files between them."""
    archives: list[Found] = []
    with ExitStack() as stack:
        listing: IO[str] | None = None
        for found in find(requested):
            if found.kind != "file":
                archives.append(found)
                listing = None
                continue
            if listing is None:
                path = run.files(len(archives))
                listing = stack.enter_context(
                    path.open("w", encoding="utf-8", errors="surrogateescape", newline="\n")
                )
                archives.append(Found("folder", str(path)))
            listing.write(_absolute(found.address) + "\n")
    return archives


def _absolute(address: str) -> str:
    return address if "://" in address else str(Path(address).absolute())


def _scan(found: Found) -> Scanned:
    """What is damaged is counted as far as it can be read, and once for the rest."""
    reader = archive(found.kind, found.address)
    try:
        return reader.scan()
    except DocumentError as error:
        if error.problems[0].code != "archive-damaged":
            raise
    count = 0
    try:
        for record in reader.records(0):
            count = record.number + 1
    except DocumentError:
        pass
    digest, size = hashed(found.address)
    return Scanned(count + 1, digest, size)


def resumable(run: RunFolder, requested: Sequence[str], settings: Settings) -> Plan | None:
    """The plan of a run that was begun with the same request, by the same rules; None: it is another one.

    Raises PackError.
    """
    plan = read_plan(run.plan)
    if plan.requested != tuple(requested) or plan.settings != settings:
        return None
    return plan if plan.identity == identity_of(settings, settings.workbench()) else None
