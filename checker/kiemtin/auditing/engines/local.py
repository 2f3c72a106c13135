"""Worker processes of this machine, one a core."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue

from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.plan import Limits
from kiemtin.auditing.supervising import Supervisor

Done = tuple[int, dict[str, int]]


def cores() -> int:
    """Those that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_shards(
    run: RunFolder, pending: Sequence[int], limits: Limits, workers: int, glance: Callable[[], None]
) -> Iterator[Done]:
    """Every pending shard, as they are done. Raises AuditError; no worker stays behind."""
    waiting: SimpleQueue[int] = SimpleQueue()
    for shard in pending:
        waiting.put(shard)
    results: SimpleQueue[Done | Exception] = SimpleQueue()
    supervisors = [Supervisor(run, limits) for _ in range(max(1, min(workers, len(pending))))]
    stopped = threading.Event()

    def work(supervisor: Supervisor) -> None:
        while not stopped.is_set():
            try:
                shard = waiting.get_nowait()
            except Empty:
                return
            try:
                results.put((shard, supervisor.run(shard)))
            except Exception as error:
                results.put(error)
                return

    threads = [threading.Thread(target=work, args=(each,), daemon=True) for each in supervisors]
    try:
        for thread in threads:
            thread.start()
        done = 0
        while done < len(pending):
            try:
                result = results.get(timeout=0.2)
            except Empty:
                glance()
                continue
            if isinstance(result, Exception):
                raise result
            done += 1
            yield result
    finally:
        stopped.set()
        for supervisor in supervisors:
            supervisor.close()
