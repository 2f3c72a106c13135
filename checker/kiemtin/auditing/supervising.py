"""One worker process and who watches it: what hangs, eats memory or dies costs one document, not the run."""

from __future__ import annotations

import json
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from kiemtin.auditing.child import PULSE
from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.plan import Limits
from kiemtin.foundation.children import command_of
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import KiemtinError, Problem

_POLL = 0.2
_START = 120.0
"""Seconds in which a worker must be ready."""
TIME, DIED = "time", "died"
"""Why a document was given up."""


class AuditError(KiemtinError):
    """The run cannot go on; what is done stays done."""


class Supervisor:
    """Keeps one worker and gives it one shard after the other. Of one thread at a time."""

    def __init__(self, run: RunFolder, limits: Limits) -> None:
        self._run, self._limits = run, limits
        self._process: subprocess.Popen[str] | None = None
        self._answers: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._pulse = Path(tempfile.mkstemp(prefix="kiemtin-")[1])
        self._closed = False

    def run(self, shard: int) -> dict[str, int]:
        """Does a shard, in as many attempts as it has documents to give up. Raises AuditError."""
        blamed: dict[int, int] = {}
        barren = 0
        while True:
            answer, doc, reason = self._attempt(shard)
            if answer is not None:
                if "counts" in answer:
                    counts: dict[str, int] = answer["counts"]
                    return counts
                code = "audit-cannot-write" if answer["error"] == "writing" else "audit-worker-failed"
                place = FilePlace(str(self._run.store))
                raise AuditError(Problem(code, place, {"reason": answer["reason"]}))
            if self._closed:
                raise AuditError(
                    Problem("audit-worker-failed", FilePlace(str(self._run.store)), {"reason": "-"})
                )
            if doc is None:
                barren += 1
                if barren == 3:
                    place = FilePlace(str(self._run.store))
                    raise AuditError(Problem("audit-worker-failed", place, {"reason": self._exit}))
                continue
            blamed[doc] = blamed.get(doc, 0) + 1
            # Whoever was killed once may have been killed by somebody: the document gets a second chance.
            if reason == TIME or blamed[doc] == 2:
                self._give_up(shard, doc, reason)

    def at(self) -> int:
        """The document that the worker is at; -1: none."""
        return self._beat()[0]

    def close(self) -> None:
        self._closed = True
        self._end()
        self._pulse.unlink(missing_ok=True)

    def _attempt(self, shard: int) -> tuple[dict[str, Any] | None, int | None, str]:
        """The answer; or, if there is none, the document that is to blame and why."""
        self._ensure()
        process = self._process
        if process is None:
            return None, None, DIED
        assert process.stdin is not None
        try:
            process.stdin.write(f"{shard}\n")
            process.stdin.flush()
        except OSError:
            self._end()
            return None, None, DIED
        before: tuple[int, int] | None = None
        while True:
            try:
                answer = self._answers.get(timeout=_POLL)
            except Empty:
                doc, since = beat = self._beat()
                # Seen twice: a word may have been read while the other was being written.
                if doc >= 0 and beat == before and time.monotonic_ns() - since > self._limits.seconds * 1e9:
                    self._end()
                    return None, doc, TIME
                before = beat
                continue
            if answer is None:
                doc, _ = self._beat()
                self._end()
                return None, doc if doc >= 0 else None, DIED
            return answer, None, ""

    def _ensure(self) -> None:
        if self._process is not None or self._closed:
            return
        self._pulse.write_bytes(PULSE.pack(-1, time.monotonic_ns()))
        arguments = [str(self._run.store), str(self._run.number), str(self._pulse)]
        self._answers = SimpleQueue()
        self._process = subprocess.Popen(
            [*command_of("audit"), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is for whoever watches
        )
        threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()
        try:
            ready = self._answers.get(timeout=_START)
        except Empty:
            ready = None
        if ready is None or "ready" not in ready:
            self._end()
            if ready is not None:
                place = FilePlace(str(self._run.store))
                raise AuditError(Problem("audit-worker-failed", place, {"reason": ready["reason"]}))

    def _beat(self) -> tuple[int, int]:
        try:
            data = self._pulse.read_bytes()
            doc, since = PULSE.unpack(data[: PULSE.size])
        except (OSError, ValueError, struct.error):
            return -1, 0
        return doc, since

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        self._exit = f"exit {process.wait()}"
        for stream in (process.stdin, process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                continue

    _exit = "exit ?"

    def _give_up(self, shard: int, doc: int, reason: str) -> None:
        path = self._run.given_up(shard)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"doc": doc, "reason": reason}) + "\n")


def _listen(process: subprocess.Popen[str], answers: SimpleQueue[dict[str, Any] | None]) -> None:
    assert process.stdout is not None
    try:
        for line in process.stdout:
            answers.put(json.loads(line))
    except (OSError, ValueError):
        pass
    answers.put(None)
