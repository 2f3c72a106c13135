"""A run from its request to its manifest; started again, it goes on where it was."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from kiemtin.auditing.engines.local import cores
from kiemtin.auditing.identity import rule_rows
from kiemtin.auditing.layout import RunFolder, runs, sweep, write_json, written_whole
from kiemtin.auditing.manifests import write_manifest
from kiemtin.auditing.plan import Limits, Plan, write_plan
from kiemtin.auditing.planning import make_plan, resumable
from kiemtin.auditing.rows import arrow_of
from kiemtin.auditing.sampling import Sampling
from kiemtin.auditing.settings import Settings
from kiemtin.auditing.settling import settle
from kiemtin.auditing.supervising import AuditError
from kiemtin.documents.extras import needs
from kiemtin.foundation.paths import exists, is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem

_FAR_BEHIND = 1 << 30
"""Offset of the byte that is locked where a lock keeps others from reading."""


class Request(NamedTuple):
    sources: tuple[str, ...]
    settings: Settings
    limits: Limits = Limits()
    sampling: Sampling | None = None
    workers: int = 0
    """0: one a core."""
    scheduler: str | None = None
    """Of a dask cluster; None: processes of this machine."""
    fresh: bool = False
    """A run that was not finished is given up instead of gone on with."""


class Watch:
    """Who looks on; each method may be called very often."""

    def counting(self, address: str, documents: int) -> None:
        """An archive was counted."""

    def begun(self, plan: Plan, done: int) -> None:
        """So many documents are done already."""

    def step(self, documents: int) -> None:
        """So many more are done."""

    def glance(self) -> None:
        """Time goes by."""

    def settling(self) -> None:
        """All shards are done."""


class Audited(NamedTuple):
    run: RunFolder
    manifest: dict[str, Any]
    resumed: bool


def audit(request: Request, store: Path, watch: Watch) -> Audited:
    """Checks an archive into a store. Raises AuditError, DocumentError, PackError."""
    require_pyarrow(store)
    try:
        store.mkdir(parents=True, exist_ok=True)
        with locked(store):
            return _audit(request, store, watch)
    except OSError as error:
        raise cannot_write(store, error) from None


def dry_run(request: Request, store: Path, watch: Watch) -> Plan:
    """The plan that `audit` would follow; nothing of it stays."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        run = RunFolder(Path(folder), 1)
        plan = make_plan(
            request.sources, request.settings, run, request.limits, request.sampling, watch.counting
        )
    del store
    return plan


def _audit(request: Request, store: Path, watch: Watch) -> Audited:
    sweep(store)
    run, plan = _unfinished(request, store)
    resumed = plan is not None
    if plan is None:
        plan = make_plan(
            request.sources, request.settings, run, request.limits, request.sampling, watch.counting
        )
        write_json(store / "store.json", {"format": "kiemtin-audit", "schema": plan.identity["schema"]})
        write_plan(plan, run)
    done = run.done()
    watch.begun(plan, sum(_size(plan, shard) for shard in done))
    pending = [shard for shard in range(len(plan.shards)) if shard not in done]
    for shard, _ in _engine(request, run, pending, watch.glance):
        watch.step(_size(plan, shard))
    watch.settling()
    copies = settle(run)
    _write_rules(run, plan)
    return Audited(run, write_manifest(run, plan, copies), resumed)


def _engine(
    request: Request, run: RunFolder, pending: Sequence[int], glance: Callable[[], None]
) -> Iterator[tuple[int, dict[str, int]]]:
    if not pending:
        return iter(())
    if request.scheduler is not None:
        from kiemtin.auditing.engines import dask

        return dask.run_shards(run, pending, request.limits, request.scheduler, glance)
    from kiemtin.auditing.engines import local

    return local.run_shards(run, pending, request.limits, request.workers or cores(), glance)


def _size(plan: Plan, shard: int) -> int:
    chosen = plan.shards[shard]
    return len(chosen.picks) if chosen.picks is not None else chosen.stop - chosen.start


def _unfinished(request: Request, store: Path) -> tuple[RunFolder, Plan | None]:
    """The run to go on with, or the next one. Raises AuditError if another one was begun and not finished."""
    known = runs(store)
    if known and not known[-1].is_finished:
        last = known[-1]
        if not last.is_planned or request.fresh:
            discard(last)
            return last, None
        plan = resumable(last, request.sources, request.settings)
        if plan is None or _asked(plan) != request.sampling:
            raise AuditError(Problem("audit-unfinished", FilePlace(str(store)), {"run": last.number}))
        _unchanged(plan)
        return last, plan
    return RunFolder(store, known[-1].number + 1 if known else 1), None


def _asked(plan: Plan) -> Sampling | None:
    told = plan.sample
    return Sampling(told["size"], told["seed"], tuple(told["stratify"])) if told else None


def _unchanged(plan: Plan) -> None:
    """Raises AuditError if an archive is not as long as it was when the run began."""
    for source in plan.sources:
        if source.kind != "folder" and "://" not in source.address:
            path = Path(source.address)
            if not exists(path) or path.stat().st_size != source.size:
                raise AuditError(Problem("audit-source-changed", FilePlace(source.told)))


def discard(run: RunFolder) -> None:
    """Take away all of a run."""
    for table in run.store.iterdir():
        if is_folder(table):
            shutil.rmtree(table / run.name, ignore_errors=True)


def _write_rules(run: RunFolder, plan: Plan) -> None:
    from pyarrow import parquet

    rows = rule_rows(plan.settings, plan.settings.workbench())
    with written_whole(run.part("rules", 0)) as beside:
        parquet.write_table(arrow_of("rules", rows), beside, compression="zstd")


def require_pyarrow(store: Path) -> None:
    """Raises DocumentError that names the extra."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise needs("archive", "pyarrow", str(store)) from None


def cannot_write(store: Path, error: OSError) -> AuditError:
    reason = error.strerror or str(error)
    return AuditError(
        Problem("audit-cannot-write", FilePlace(str(error.filename or store)), {"reason": reason})
    )


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Nobody else runs an audit into this store. Raises AuditError."""
    with (store / ".lock").open("w") as stream:
        try:
            _lock(stream)
        except OSError:
            raise AuditError(Problem("audit-store-busy", FilePlace(str(store)))) from None
        stream.write(f"{os.getpid()}\n")
        yield


def _lock(stream: IO[str]) -> None:
    """Until the file is closed. Raises OSError if another process has it."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(_FAR_BEHIND)  # a byte that nobody reads
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        stream.seek(0)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
