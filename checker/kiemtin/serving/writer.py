"""One thread that writes: what requests ask at a time is committed together, and lasts before it is told."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from kiemtin.serving.audit import AuditLog
from kiemtin.serving.state import State

T = TypeVar("T")
AUDIT, STATE = "audit.sqlite", "state.sqlite"
MOST_TOGETHER = 200


class WriteFailedError(Exception):
    """The audit log or the state could not be written: full disk, no permission."""


class _Job(NamedTuple):
    work: Callable[[AuditLog, State], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop


class Writer:
    """Owner of audit log and state. `do` runs work in its thread and returns when that is on disk."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._audit = AuditLog(folder / AUDIT)
        self._state = State(folder / STATE)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="kiemtin-writer", daemon=True)
        self._thread.start()
        self.is_failing = False

    async def do(self, work: Callable[[AuditLog, State], T]) -> T:
        """Raises WriteFailedError: then nothing of it was kept."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put(_Job(work, future, loop))
        return await future

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        is_open = True
        while is_open:
            jobs = [self._jobs.get()]
            while len(jobs) < MOST_TOGETHER and not self._jobs.empty():
                jobs.append(self._jobs.get())
            is_open = None not in jobs
            self._together([job for job in jobs if job is not None])
        self._audit.close()
        self._state.close()

    def _together(self, jobs: list[_Job]) -> None:
        """All in one commit; if that fails each by itself, so that one does not take the others with it."""
        if not jobs:
            return
        try:
            results = self._committed(jobs)
        except Exception:
            if len(jobs) > 1:
                for job in jobs:
                    self._together([job])
                return
            self.is_failing = True
            _settle(jobs[0], None, WriteFailedError())
            return
        self.is_failing = False
        for job, result in zip(jobs, results, strict=True):
            _settle(job, result, None)

    def _committed(self, jobs: list[_Job]) -> list[Any]:
        try:
            self._state.begin()
            results = [job.work(self._audit, self._state) for job in jobs]
            self._audit.commit()
            self._state.commit()
        except BaseException:
            self._audit.roll_back()
            self._state.roll_back()
            raise
        return results


def _settle(job: _Job, result: Any, error: Exception | None) -> None:
    def tell() -> None:
        if job.future.done():
            return
        if error is not None:
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    with contextlib.suppress(RuntimeError):  # nobody waits any more
        job.loop.call_soon_threadsafe(tell)
