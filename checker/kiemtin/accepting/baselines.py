"""Baselines: what was wrong on a day, so that what comes later can be told apart; nothing is left out by
them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kiemtin.accepting.standing import Gone
from kiemtin.documents.model import Document
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, Problem
from kiemtin.judging.findings import Finding, Judgement, Outcome

FILE_NAME = "kiemtin-baseline.json"
VERSION = 1
_WORDS = 80


class BaselineError(KiemtinError):
    """A baseline cannot be read."""

    exit_code = ExitCode.USAGE


class Known(NamedTuple):
    """One failure: `path` from the folder of the baseline, `words` what it stood at."""

    path: str
    rule: str
    fingerprint: str
    words: str


class Baseline:
    """What is known, by file. A file that is there no more may have been renamed: its entries hold
    anywhere."""

    def __init__(self, path: Path, entries: Iterable[Known]) -> None:
        self.path = path
        self._folder = path.resolve().parent
        self._by_path: dict[str, dict[str, Known]] = {}
        for entry in entries:
            self._by_path.setdefault(entry.path, {})[entry.fingerprint] = entry
        self._elsewhere = {
            fingerprint: entry
            for path_, known in self._by_path.items()
            if not exists(self._folder / path_)
            for fingerprint, entry in known.items()
        }

    def of(self, document: Document, judgement: Judgement) -> tuple[frozenset[str], tuple[Gone, ...]]:
        """Fingerprints of what is known of a document, and what of it is there no more."""
        own = self._by_path.get(name_of(document.path, self._folder), {})
        found = {each.fingerprint for each in failures(judgement)}
        gone = tuple(
            Gone(entry.rule, entry.words, entry.fingerprint)
            for fingerprint, entry in own.items()
            if fingerprint not in found
        )
        return frozenset(found & (own.keys() | self._elsewhere.keys())), gone


def failures(judgement: Judgement) -> list[Finding]:
    return [finding for finding in judgement.findings if finding.outcome is Outcome.FAILED]


def name_of(path: str, folder: Path) -> str:
    """A draft's path as a baseline has it: from its folder on, with slashes."""
    whole = Path(path).resolve()
    try:
        return whole.relative_to(folder).as_posix()
    except ValueError:
        return whole.as_posix()


def known_of(document: Document, judgement: Judgement, folder: Path) -> list[Known]:
    """The failures of a document as entries of a baseline in `folder`."""
    name = name_of(document.path, folder)
    return [
        Known(name, each.rule, each.fingerprint, " ".join(_place(document, each).split())[:_WORDS])
        for each in failures(judgement)
    ]


def _place(document: Document, finding: Finding) -> str:
    return finding.place.of(document.text) if finding.place else ""


def write_baseline(entries: Iterable[Known]) -> bytes:
    """One entry a line, sorted, so that two versions can be compared and merged."""
    import json

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries)]
    body = ",\n    ".join(lines)
    listed = f"[\n    {body}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "known": {listed}\n}}\n'.encode()


def read_baseline(path: Path) -> Baseline:
    """Raises BaselineError for what is none."""
    import json

    try:
        told = json.loads(path.read_text("utf-8"))
        if told["version"] != VERSION:
            raise ValueError(f"version {told['version']}")
        entries = [Known(*(str(each[field]) for field in Known._fields)) for each in told["known"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
        raise BaselineError(
            Problem("baseline-unreadable", FilePlace(str(path)), {"reason": reason})
        ) from None
    return Baseline(path, entries)
