"""A worker process: gets numbers of shards on standard input, answers each with a line of JSON.

It tells by a few bytes of a shared file which document it is at since when, so that whoever started it can
end it; and it ends itself when that one is gone.
"""

from __future__ import annotations

import gc
import json
import mmap
import os
import struct
import sys
import time
from pathlib import Path

from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.plan import read_plan
from kiemtin.auditing.shards import Beat, ShardRunner
from kiemtin.foundation.problems import KiemtinError

PULSE = struct.Struct("=qq")
"""The document (-1: none) and when it was begun, in nanoseconds of the monotonic clock."""


class Pulse:
    """Says through a file that is shared memory which document is at hand, some million times a second."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as stream:
            self._shared = mmap.mmap(stream.fileno(), PULSE.size)
        self._words = memoryview(self._shared).cast("q")

    def beat(self, doc: int) -> None:
        # Word by word, the time first: whoever reads in between sees no document that has taken long.
        self._words[1] = time.monotonic_ns()
        self._words[0] = doc

    def close(self) -> None:
        self._words.release()
        self._shared.close()


def main(store: str, number: str, pulse: str) -> None:
    """The whole life of a worker."""
    gc.set_threshold(50_000, 20, 20)
    parent = os.getppid()
    shared = Pulse(Path(pulse))

    def beat(doc: int) -> None:
        shared.beat(doc)
        if os.getppid() != parent:
            os._exit(0)

    try:
        _work(RunFolder(Path(store), int(number)), beat)
    finally:
        shared.close()


def _work(run: RunFolder, beat: Beat) -> None:
    beat(-1)
    try:
        plan = read_plan(run.plan)
        runner = ShardRunner(run, plan)
    except KiemtinError as error:
        _answer({"error": "rules", "reason": str(error)})
        return
    _bound_memory(plan.limits.megabytes)
    gc.collect()
    gc.freeze()
    _answer({"ready": True})
    for line in sys.stdin:
        try:
            counts = runner.run(int(line), beat)
        except OSError as error:
            _answer({"error": "writing", "reason": error.strerror or str(error)})
        else:
            _answer({"counts": counts})


def _answer(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def _bound_memory(megabytes: int) -> None:
    """At most so much more than now; where the system cannot bound it, nothing does."""
    if sys.platform == "win32":
        return
    try:
        import resource

        status = Path("/proc/self/status").read_text("ascii")
        now = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmData"))
        most = now * 1024 + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    except (ImportError, OSError, StopIteration, ValueError):
        return
