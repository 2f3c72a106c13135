"""The workers of a dask cluster, which see the store and the archives under the same addresses.

A task is the number of a shard: documents are read by the workers and rows written by them, nothing of
either goes through the client. Each worker keeps one child of its own, as on one machine; when a worker dies
its shards run elsewhere, and what it had finished stands in the store.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kiemtin.auditing.engines.local import Done
from kiemtin.auditing.layout import RunFolder, read_json
from kiemtin.auditing.plan import Limits
from kiemtin.auditing.supervising import AuditError, Supervisor
from kiemtin.documents.extras import needs
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem

_ATTEMPTS = 5
"""How often a shard may lose its worker."""


class _Shards:
    """Of one worker of the cluster: the child that does its shards."""

    def __init__(self, store: str, number: int, limits: tuple[float, int]) -> None:
        self.arguments = store, number, limits
        self.supervisor: Supervisor | None = None

    def run(self, shard: int) -> dict[str, int]:
        store, number, limits = self.arguments
        run = RunFolder(Path(store), number)
        marker = run.marker(shard)
        if exists(marker):  # done by a worker that died before it could say so
            counts: dict[str, int] = read_json(marker)["counts"]
            return counts
        if self.supervisor is None:
            self.supervisor = Supervisor(run, Limits(*limits))
        return self.supervisor.run(shard)

    def close(self) -> None:
        if self.supervisor is not None:
            self.supervisor.close()


def _task(plugin: str, shard: int) -> dict[str, int]:
    from distributed import get_worker

    found: Any = get_worker().plugins[plugin]
    counts: dict[str, int] = found.shards.run(shard)
    return counts


def _plugin(store: str, number: int, limits: tuple[float, int], name: str) -> Any:
    from distributed import WorkerPlugin

    class ShardPlugin(WorkerPlugin):  # type: ignore[misc]  # distributed is seen as Any
        def __init__(self) -> None:
            self.name = name

        def setup(self, worker: Any) -> None:
            del worker
            self.shards = _Shards(store, number, limits)

        def teardown(self, worker: Any) -> None:
            del worker
            self.shards.close()

    return ShardPlugin()


def run_shards(
    run: RunFolder, pending: Sequence[int], limits: Limits, scheduler: str, glance: Callable[[], None]
) -> Iterator[Done]:
    """Every pending shard, as they are done. Raises AuditError."""
    try:
        import distributed
    except ImportError:
        raise needs("dask", "distributed", scheduler) from None
    dask: Any = distributed  # whose functions have no types
    name = f"kiemtin-{run.number}-{time.monotonic_ns()}"
    try:
        client = dask.Client(scheduler, timeout="20s", set_as_default=False)
    except (OSError, ValueError) as error:
        place = FilePlace(scheduler)
        raise AuditError(Problem("audit-no-scheduler", place, {"reason": str(error)[:200]})) from None
    try:
        client.register_plugin(
            _plugin(str(run.store.resolve()), run.number, (limits.seconds, limits.megabytes), name)
        )
        futures = client.map(
            _task, [name] * len(pending), pending, pure=False, retries=_ATTEMPTS, key=f"{name}-shard"
        )
        shards = {future.key: shard for future, shard in zip(futures, pending, strict=True)}
        for future in dask.as_completed(futures, loop=client.loop):
            failed = future.exception()
            if isinstance(failed, AuditError):
                raise failed
            if failed is not None:
                told = {"reason": str(failed)[:200]}
                raise AuditError(Problem("audit-worker-failed", FilePlace(scheduler), told))
            yield shards[future.key], future.result()
            glance()
    finally:
        try:
            client.unregister_worker_plugin(name)
        finally:
            client.close()
