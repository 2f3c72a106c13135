"""A watched folder: what is new or was changed is checked, its report put beside it. The draft is only read.

A file counts when it stopped growing: same size and time at two looks. What was done is written beside, in a
folder of our own, so that a killed watcher does nothing twice and leaves nothing out; two watchers of one
folder share the work by claims that only one can make.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kiemtin.documents.gathering import REPORT_MARK, reason_to_pass
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.paths import exists, is_file
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, Problem

STATE = ".kiemtin-watch"
CLAIM_SECONDS = 120.0
"""A claim as old as that is of a watcher that was killed."""
LOOK_SECONDS = 0.5
RULES = frozenset({".quy", ".toml", ".yaml"})
"""Of files by which drafts are judged."""
LARGEST = 200_000_000


class ReportNotWrittenError(KiemtinError):
    """The folder cannot be written to."""

    exit_code = ExitCode.USAGE


class Seen(NamedTuple):
    size: int
    time: int


Check = Callable[[Path], str]
"""The report of a draft, as text; it raises nothing."""
Rules = Callable[[Path], str]
"""Names in one word by what a draft is judged."""


class Watcher:
    """One look at a time: `look` checks what is stable and was not checked with these rules before."""

    def __init__(self, folder: Path, check: Check, rules: Rules, suffix: str = "txt") -> None:
        self.folder, self._check, self._rules, self._suffix = folder, check, rules, suffix
        self._seen: dict[Path, Seen] = {}
        self._pending: set[Path] = set()

    def report_of(self, draft: Path) -> Path:
        return draft.with_name(f"{draft.name}{REPORT_MARK}{self._suffix}")

    def notice(self, paths: Iterable[Path]) -> None:
        """Something happened to these; where rules or settings changed, to all drafts."""
        for path in paths:
            if self._is_draft(path):
                self._pending.add(path)
            elif path.suffix in RULES:
                self._pending.update(each for each in _files(self.folder) if self._is_draft(each))

    def notice_all(self) -> None:
        self.notice(_files(self.folder))

    @property
    def is_waiting(self) -> bool:
        """Whether a file is still to be looked at."""
        return bool(self._pending)

    def look(self) -> list[Path]:
        """The drafts that were checked. Raises ReportNotWrittenError."""
        done: list[Path] = []
        for path in sorted(self._pending):
            seen = _stat(path)
            if seen is None:
                self._pending.discard(path)
                self._seen.pop(path, None)
            elif seen != self._seen.get(path):
                self._seen[path] = seen
            elif seen.size == 0 or self._is_done_with(
                path, done
            ):  # made, not yet written: that will be noticed
                self._pending.discard(path)
        return done

    def _is_draft(self, path: Path) -> bool:
        """A file of ours to read, in no hidden folder; links lead elsewhere and are not followed."""
        try:
            parts = path.relative_to(self.folder).parts
        except ValueError:
            return False
        hidden = any(part.startswith(".") for part in parts[:-1])
        return not hidden and reason_to_pass(path.name) is None and not path.is_symlink() and is_file(path)

    def _is_done_with(self, path: Path, done: list[Path]) -> bool:
        """Checked, or not to be checked; False: another watcher is at it."""
        digest = _digest(path)
        if digest is None:
            return False  # it went, or is being written to: looked at again
        key = sha256(os.fsencode(path.relative_to(self.folder))).hexdigest()[:32]
        mark = self.folder / STATE / f"{key}.done"
        told = f"{digest} {self._rules(path)}\n"
        if _read(mark) == told and exists(self.report_of(path)):
            return True
        claim = self.folder / STATE / f"{key}.claim"
        if not _claimed(claim):
            return False
        try:
            write_private(self.report_of(path), self._check(path))
            write_private(mark, told)
        finally:
            claim.unlink(missing_ok=True)
        done.append(path)
        return True


def watch(watcher: Watcher, *, poll: bool, once: bool) -> Iterator[list[Path]]:
    """Goes on for ever unless `once`; gives the drafts of each look. Raises ReportNotWrittenError."""
    watcher.notice_all()
    if once:
        while watcher.is_waiting:
            yield watcher.look()
            time.sleep(LOOK_SECONDS / 5)
        return
    from watchfiles import watch as changes

    looks = changes(
        watcher.folder,
        watch_filter=None,
        force_polling=poll or None,
        yield_on_timeout=True,
        rust_timeout=int(LOOK_SECONDS * 1000),
        raise_interrupt=True,
    )
    for changed in looks:
        watcher.notice(Path(path) for _, path in changed)
        yield watcher.look()


def write_private(path: Path, text: str) -> None:
    """Written aside with mode 0600 and renamed: never half of it, never through a link. Raises
    ReportNotWrittenError."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        aside.unlink(missing_ok=True)
        opened = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except OSError as error:
        raise _not_written(path, error) from None


def _claimed(claim: Path) -> bool:
    try:
        claim.parent.mkdir(mode=0o700, exist_ok=True)
        if time.time() - claim.stat().st_mtime > CLAIM_SECONDS:
            claim.unlink(missing_ok=True)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _not_written(claim, error) from None
    try:
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise _not_written(claim, error) from None
    return True


def _not_written(path: Path, error: OSError) -> ReportNotWrittenError:
    told = {"reason": error.strerror or type(error).__name__}
    return ReportNotWrittenError(Problem("watch.not-written", FilePlace(str(path)), told))


def _files(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(base, name)


def _stat(path: Path) -> Seen | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Seen(status.st_size, status.st_mtime_ns)


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return sha256(stream.read(LARGEST)).hexdigest()
    except OSError:
        return None


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return None
