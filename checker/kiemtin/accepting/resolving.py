"""The one resolver: which failures of a document are known or waived, for every front end alike.

A waiver waives if it is whole, not expired, of the finding's rule, and at its place: by fingerprint, by a
quotation that the finding's words touch, or in the paragraph of its comment. One that would waive more than
one place by quotation waives none. Whatever waives nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from kiemtin.accepting.baselines import Baseline, failures
from kiemtin.accepting.standing import Acceptance, Gone, Waiver
from kiemtin.accepting.waivers import FILE_NAME, Written, inline_waivers, read_waivers
from kiemtin.documents.model import Document
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.paths import is_file
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import fold
from kiemtin.judging.findings import Finding, Judgement
from kiemtin.language.rulebook import BoundRule, Rulebook


class Resolver:
    """Of one run. `today` is the day on which waivers must still hold; `file` that of `--waivers`, else the
    one beside
    the draft or in a folder above it."""

    def __init__(
        self,
        today: date,
        baseline: Baseline | None = None,
        file: Path | None = None,
        *,
        waive: bool = True,
    ) -> None:
        self._today, self._baseline, self._file, self._waive = today, baseline, file, waive
        self._read: dict[Path, list[Written]] = {}
        self._rules: set[str] = set()
        self._used: set[Written] = set()
        self._idle: dict[Written, None] = {}
        self._problems: list[Problem] = []

    def resolve(self, document: Document, judgement: Judgement, rulebook: Rulebook) -> Acceptance:
        known: frozenset[str] = frozenset()
        gone: tuple[Gone, ...] = ()
        if self._baseline is not None:
            known, gone = self._baseline.of(document, judgement)
        waived: dict[str, Waiver] = {}
        if self._waive:
            by_id = {rule.id: rule for rule in rulebook.rules}
            self._rules |= {name for rule in rulebook.rules for name in (rule.id, rule.name)}
            old = {name for rule in rulebook.rules for name in rule.formerly}
            self._rules |= old | {name.rpartition(".")[2] for name in old}
            for written in self._waivers_for(document):
                for finding in self._waived_by(written, document, failures(judgement), by_id):
                    waived.setdefault(finding.fingerprint, _told(written))
        name = None if self._baseline is None else str(self._baseline.path)
        return Acceptance(name, known, waived, gone)

    def file_for(self, draft: str) -> str:
        """Hash of the file of waivers for a draft, empty if there is none or it cannot be read."""
        path = self._file or _beside(draft) if self._waive else None
        try:
            return "" if path is None else sha256(path.read_bytes()).hexdigest()
        except OSError:
            return ""

    def problems(self) -> list[Problem]:
        """What was wrong with waivers since this was last asked."""
        found, self._problems = self._problems, []
        return found

    def at_the_end(self) -> list[Problem]:
        """Of a whole run: waivers of a file that had nothing to waive, or are of rules that are not there."""
        for written in self._idle:
            if written not in self._used and written.rule in self._rules:
                self._tell("waiver-unused", written)
        for written in (each for read in self._read.values() for each in read):
            if self._rules and written.rule not in self._rules:
                self._tell("waiver-unknown-rule", written)
        return self.problems()

    def _waivers_for(self, document: Document) -> list[Written]:
        inline, problems = inline_waivers(document)
        self._problems += problems
        return [*inline, *self._of_file(document.path)]

    def _of_file(self, draft: str) -> list[Written]:
        path = self._file or _beside(draft)
        if path is None:
            return []
        if path not in self._read:
            self._read[path], problems = read_waivers(path)
            self._problems += problems
        return self._read[path]

    def _waived_by(
        self,
        written: Written,
        document: Document,
        found: Sequence[Finding],
        by_id: Mapping[str, BoundRule],
    ) -> list[Finding]:
        if written.file is not None and not _is_file(written, document):
            return []
        places = _places_of(written, document)
        if not places and written.fingerprint is None and written.file is None:
            return []  # of another draft
        of_rule = [each for each in found if by_id[each.rule].goes_by(written.rule)]
        meant = [each for each in of_rule if _is_meant(written, each, places)]
        about = written.fingerprint is None or written.file is not None
        if not meant:
            if written.span is not None:
                self._tell("waiver-unused" if written.rule in self._rules else "waiver-unknown-rule", written)
            elif about:
                self._idle[written] = None
            return []
        self._used.add(written)
        if written.expires < self._today:
            self._tell("waiver-expired", written)
            return []
        if written.span is None and written.fingerprint is None and len({each.place for each in meant}) > 1:
            self._tell("waiver-too-broad", written)
            return []
        return meant

    def _tell(self, code: str, written: Written) -> None:
        told = {
            "rule": written.rule,
            "person": written.person,
            "expires": written.expires.isoformat(),
            "quote": written.quote or "",
        }
        self._problems.append(Problem(code, written.place, told, warning=True))


def _is_meant(written: Written, finding: Finding, places: Sequence[Span]) -> bool:
    if written.fingerprint is not None:
        return finding.fingerprint == written.fingerprint
    if finding.place is None:
        return True  # of the item as a whole: the quotation names the item
    place = finding.place
    return any(span.overlaps(place) or span.covers(place) for span in places)


def _places_of(written: Written, document: Document) -> list[Span]:
    """Where the quotation stands, whatever its spaces and the case of its letters."""
    if written.span is not None:
        return [written.span]
    if written.quote is None:
        return []
    words = r"\s+".join(map(re.escape, fold(written.quote).split()))
    return [Span(*match.span()) for match in re.finditer(words, fold(document.text))]


def _is_file(written: Written, document: Document) -> bool:
    assert written.file is not None
    folder = Path(written.place.path).resolve().parent
    return (folder / written.file).resolve() == Path(document.path).resolve()


def _beside(draft: str) -> Path | None:
    """The waivers of a draft: in its folder, else in one above it, as far as the folder of the run."""
    here = Path.cwd()
    folder = Path(draft).resolve().parent if draft != "-" else here
    above = [folder, *folder.parents]
    above = above[: above.index(here) + 1] if here in above else above[:1]
    found = next((each / FILE_NAME for each in above if is_file(each / FILE_NAME)), None)
    return found.relative_to(here) if found is not None and here in found.parents else found


def _told(written: Written) -> Waiver:
    place = written.place
    source = place.path if place.line is None else f"{place.path}:{place.line}"
    return Waiver(written.reason, written.person, written.expires, source)
