"""A child of the gate: reads a request, checks it, answers, one at a time. Its own process, to be killed.

It leaves when its parent does: at the end of what it reads, by the kernel's word where there is one, and by a
timer that ends it if a piece takes twice the time that anybody waits for.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
from kiemtin.documents.model import Document, Metadata
from kiemtin.foundation.problems import ExitCode, KiemtinError
from kiemtin.serving import briefs
from kiemtin.serving.frames import framed, read_frame
from kiemtin.serving.payloads.reading import BadRequestError

LATEST = 2.0
"""A piece that takes so many times its deadline ends the child, should nobody be left to do so."""


_WARMING = (
    """{"text": "Tỉnh bàn việc\\n\\nDự có: ông Lê Văn B, Phó Bí thư Tỉnh ủy; ông Lê A, Bí thư Tỉnh ủy."}""",
    """{"html": "<p>Một.</p>", "metadata": {"ngày đăng": "12/03/2024 19:30", "loại hình": "báo in"}}""",
)
"""Pieces that the first check of a newsroom need not wait for."""


class Benches:
    """A workbench for each pack and roster that is asked for."""

    def __init__(self) -> None:
        self._made: dict[tuple[str | None, str | None], Workbench] = {}

    def of(self, pack: str | None, roster: str | None) -> Workbench:
        key = (pack, roster)
        if key not in self._made:
            self._made[key] = Workbench(pack, roster=roster.split(os.pathsep) if roster else None)
        return self._made[key]

    def load(self, pack: str | None, roster: str | None) -> None:
        """Everything that a first check would load. Raises KiemtinError."""
        bench = self.of(pack, roster)
        for each in [pack] if pack else DEFAULT_PACKS.values():
            bench.judge_of(each)
        for body in _WARMING:
            report = bench.judge(read_document({"kind": "json", "depth": 9, "hours": 7.0}, body.encode()))
            briefs.brief(report)
            briefs.full(report)
        for reader in ("delimited", "markdown", "spreadsheet", "word"):
            import_module(f"kiemtin.documents.{reader}")


def read_document(asked: Mapping[str, Any], body: bytes) -> Document:
    """What a request's head and body hold. Raises BadRequestError and DocumentError."""
    from kiemtin.serving.payloads import reading

    if asked["kind"] == "json":
        return reading.read_json(body, asked["depth"], asked["hours"])
    if asked["kind"] == "file":
        from kiemtin.documents.reading import read_bytes

        document = read_bytes(body, asked["name"])
        return reading.with_metadata(document, reading.read_metadata(asked.get("metadata", {})))
    return reading.read_payload(asked["kind"], body, asked["depth"], asked["hours"])


def answer(asked: Mapping[str, Any], body: bytes, benches: Benches) -> bytes:
    """One frame, whatever happens."""
    try:
        if "page" in asked:
            from kiemtin.serving.editing import work  # a gate without an editor needs none of it

            return framed(*work.answer(asked, body, lambda: benches.of(asked["pack"], asked["roster"])))
        document = read_document(asked, body)
        content = briefs.content_digest(document)
        day_given = False
        if asked.get("day") and not briefs.has_day(document):
            from kiemtin.serving.payloads.reading import with_metadata

            document = with_metadata(document, Metadata(published=date.fromisoformat(asked["day"])))
            day_given = True
        report = benches.of(asked["pack"], asked["roster"]).judge(document)
        head = briefs.brief(report) | {"content": content, "day_given": day_given}
        return framed(head, briefs.full(report) if asked["report"] else b"")
    except BadRequestError as error:
        return framed({"outcome": "bad-request", "problems": briefs.problems(error.problems)})
    except KiemtinError as error:
        outcome = "unreadable" if error.exit_code is ExitCode.DOCUMENT_UNREADABLE else "rules-invalid"
        return framed({"outcome": outcome, "problems": briefs.problems(error.problems)})
    except MemoryError:
        return framed({"outcome": "failed", "error": "MemoryError", "where": "?"})
    except Exception as error:
        return framed({"outcome": "failed", **_where(error)})


def _where(error: Exception) -> dict[str, str]:
    """Kind and place of an error of ours; its words may quote a draft and are left out."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return {
        "error": type(error).__name__,
        "where": f"{Path(last.filename).name}:{last.lineno}" if last else "?",
    }


def serve(source: BinaryIO, target: BinaryIO) -> int:
    """Loads what the first frame names, says so, then answers frame by frame."""
    benches = Benches()
    while (frame := read_frame(source.read)) is not None:
        asked, body = frame
        if "load" in asked:
            _limit_memory(asked["memory_mb"])
            said = framed(_load(asked["load"], benches))
        else:
            _end_after(asked["seconds"] * LATEST)
            said = answer(asked, body, benches)
            _end_after(0)
        target.write(said)
        target.flush()
    return 0


def _load(wanted: list[list[str | None]], benches: Benches) -> dict[str, Any]:
    try:
        for pack, roster in wanted:
            benches.load(pack, roster)
    except KiemtinError as error:
        return {"ready": False, "problems": briefs.problems(error.problems)}
    import gc

    gc.collect()
    gc.freeze()
    return {"ready": True, "pid": os.getpid()}


def _end_after(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if megabytes:
        bytes_ = megabytes * 1_000_000
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or bytes_ < hard:
            resource.setrlimit(resource.RLIMIT_AS, (bytes_, hard))


def _end_with_parent() -> None:
    """Linux: the kernel ends this process when the thread that started it is gone."""
    if sys.platform == "linux":
        import ctypes

        with_libc = ctypes.CDLL(None, use_errno=True)
        with_libc.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def main() -> None:
    _end_with_parent()
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # what a library may print is no answer
    try:
        code = serve(source, target)
    except (BrokenPipeError, KeyboardInterrupt):
        code = 0
    os._exit(code)


if __name__ == "__main__":
    main()
