"""The rooms joined for one run: each part is loaded when first needed and then kept."""

from __future__ import annotations

import sys
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.documents.model import Document, Metadata, Revisions
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.reporting.report import Report

if TYPE_CHECKING:
    from kiemtin.judging.facts.document import DocumentFacts
    from kiemtin.judging.findings import Finding
    from kiemtin.judging.judge import Judge
    from kiemtin.judging.telling.explanation import Explanation
    from kiemtin.language.rulebook import Rulebook
    from kiemtin.officials.recognizer import Recognizer
    from kiemtin.officials.roster import Roster
    from kiemtin.officials.words.vocabulary import Vocabulary
    from kiemtin.reporting.shown_document import Reading

STDIN = "-"
DEFAULT_PACKS = {"item": "nội-quy-báo-mẫu", "bulletin": "nội-quy-đài-mẫu"}
"""Bundled samples; a newsroom names its own with --pack."""
SAMPLE_PACKS = frozenset({"qđ-tỉnh-mẫu", *DEFAULT_PACKS.values()})
"""Those of the invented province."""


def is_sample(pack: str) -> bool:
    """Whether a pack is a bundled one of the invented province, by its name or its file."""
    from kiemtin.foundation.text import normalize

    name = normalize(pack).text
    if name in SAMPLE_PACKS:
        return True
    import kiemtin_rules

    path = Path(pack)
    return (
        normalize(path.stem).text in SAMPLE_PACKS
        and path.suffix == ".quy"
        and path.resolve().parent == (Path(kiemtin_rules.__file__).parent / "packs").resolve()
    )


def read(path: str, supplied: Metadata | None = None, revisions: Revisions = "accepted") -> Document:
    """The document in a file; `-` is standard input, whose format its content tells.

    `supplied` stands in place of what the document says.

    Raises DocumentError.
    """
    if path != STDIN:
        from kiemtin.documents.reading import read_document

        return read_document(Path(path), overrides=supplied, revisions=revisions)
    from kiemtin.documents.limits import PACKAGE_BYTES
    from kiemtin.documents.reading import read_bytes
    from kiemtin.documents.sniffing import suffix_of

    if sys.stdin.isatty():
        raise DocumentError(Problem("document-stdin-terminal", FilePlace(STDIN)))
    data = sys.stdin.buffer.read(PACKAGE_BYTES.most + 1)
    if not data:
        raise DocumentError(Problem("document-empty", FilePlace(STDIN)))
    return read_bytes(data, STDIN, overrides=supplied, revisions=revisions, suffix=suffix_of(data))


class Examination(NamedTuple):
    """A document with its report, which can be asked why."""

    report: Report
    judge: Judge
    facts: DocumentFacts

    def explain(self, finding: Finding) -> Explanation:
        return self.judge.explain(self.facts, finding)


class Workbench:
    """Rules, rosters and recognition as they were chosen. All of it raises PackError."""

    def __init__(
        self,
        pack: str | None = None,
        as_of: date | None = None,
        roster: str | None = None,
        supplied: Metadata | None = None,
        revisions: Revisions = "accepted",
    ) -> None:
        self.pack, self.as_of, self.roster_path, self.supplied = pack, as_of, roster, supplied
        self.revisions: Revisions = revisions
        self._judges: dict[str, Judge] = {}

    def read(self, path: str) -> Document:
        return read(path, self.supplied, self.revisions)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        from kiemtin.officials.words.loading import load_vocabulary

        return load_vocabulary()

    @cached_property
    def roster(self) -> Roster:
        """The one of the command line, else the bundled one.

        The invented people of the sample are added only where a sample pack is asked for by name: beside the
        real ones they would turn a farmer of that name into an official.
        """
        from kiemtin.officials.roster import load_roster, merge_rosters

        if self.roster_path is not None:
            return load_roster(Path(self.roster_path))
        import kiemtin_rules

        folder = Path(kiemtin_rules.__file__).parent / "rosters"
        real = load_roster(folder / "vietnam.json")
        if self.pack is None or not is_sample(self.pack):
            return real
        return merge_rosters([real, load_roster(folder / "sample.json")])

    @cached_property
    def recognizer(self) -> Recognizer:
        from kiemtin.officials.recognizer import Recognizer

        return Recognizer(self.vocabulary, self.roster)

    def judge_for(self, document: Document) -> Judge:
        """The judge of the chosen pack, else of the sample pack for that kind of document."""
        return self.judge_of(self.pack or DEFAULT_PACKS[document.kind])

    def judge_of(self, pack: str) -> Judge:
        from kiemtin.judging.judge import Judge

        if pack not in self._judges:
            self._judges[pack] = Judge(self.rulebook(pack), self.roster, self.vocabulary)
        return self._judges[pack]

    def rulebook(self, pack: str) -> Rulebook:
        from kiemtin.language.loading import load_rulebook

        vocabulary = self.vocabulary
        return load_rulebook(pack, bind_office=vocabulary.office_id, context_key=vocabulary.sources)

    def judge(self, document: Document) -> Report:
        return self.examine(document).report

    def examine(self, document: Document) -> Examination:
        """Recognised and judged, with what explaining asks again."""
        from kiemtin.judging.telling.given_values import notes_on

        judge = self.judge_for(document)
        facts = judge.facts(document, self.recognizer.recognize(document), self.as_of)
        given = notes_on(document, judge.rulebook)
        report = Report(document, judge.rulebook, judge.judge_facts(facts), self.roster.name, given)
        return Examination(report, judge, facts)

    def recognise(self, document: Document) -> Reading:
        """What was recognised, with ranks by the pack's precedence on the day of each item."""
        from kiemtin.reporting.shown_document import Reading

        recognition = self.recognizer.recognize(document)
        ranks: list[int | None] = [None] * len(recognition.mentions)
        if recognition.mentions:
            for item in self.judge_for(document).facts(document, recognition, self.as_of).items:
                for fact in item.all_mentions:
                    rank = item.person_of(fact).rank
                    ranks[fact.index] = rank if isinstance(rank, int) else None
        return Reading(document, recognition, ranks)
