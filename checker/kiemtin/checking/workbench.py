"""The rooms joined for one run: each part is loaded when first needed and then kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.checking.settings import BUNDLED
from kiemtin.documents.model import Document, Metadata, Revisions, Supplied
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.reporting.report import Report

if TYPE_CHECKING:
    from kiemtin.events.matching import Matcher
    from kiemtin.events.model import Calendar, Occasion
    from kiemtin.judging.facts.document import DocumentFacts
    from kiemtin.judging.findings import Finding
    from kiemtin.judging.judge import Judge
    from kiemtin.judging.telling.explanation import Explanation
    from kiemtin.language.rulebook import Rulebook
    from kiemtin.officials.model import Recognition
    from kiemtin.officials.recognizer import Recognizer
    from kiemtin.officials.roster import Roster
    from kiemtin.officials.words.vocabulary import Vocabulary
    from kiemtin.reporting.shown_document import Reading

STDIN = "-"
DEFAULT_PACKS = {"item": "nội-quy-báo-mẫu", "bulletin": "nội-quy-đài-mẫu"}
"""Bundled samples; a newsroom names its own with --pack."""
SAMPLE_PACKS = frozenset({"qđ-tỉnh-mẫu", *DEFAULT_PACKS.values()})
"""Those of the invented province."""


def bundled_roster(name: str = "vietnam.json") -> Path:
    """The file of a roster that ships with the program."""
    import kiemtin_rules

    return Path(kiemtin_rules.__file__).parent / "rosters" / name


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


def is_bundled(path: str) -> bool:
    """Whether the file of a pack is one of those that come with the program."""
    from kiemtin.language.pack_files import bundled_packs

    return Path(path).resolve().parent == bundled_packs().resolve()


def read(
    path: str,
    supplied: Metadata | Supplied | None = None,
    revisions: Revisions = "accepted",
    data: bytes | None = None,
) -> Document:
    """The document in a file; `-` is standard input, whose format its content tells.

    `supplied` stands in place of what the document says, `data` in place of what the file holds.

    Raises DocumentError.
    """
    if data is not None:
        from kiemtin.documents.reading import read_bytes

        return read_bytes(data, path, overrides=supplied, revisions=revisions)
    if path != STDIN:
        from kiemtin.documents.reading import read_document

        return read_document(Path(path), overrides=supplied, revisions=revisions)
    from kiemtin.documents.reading import read_stream

    if sys.stdin.isatty():
        raise DocumentError(Problem("document-stdin-terminal", FilePlace(STDIN)))
    return read_stream(sys.stdin.buffer, STDIN, overrides=supplied, revisions=revisions)


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
        roster: str | Sequence[str] | None = None,
        supplied: Metadata | None = None,
        revisions: Revisions = "accepted",
        events: Sequence[str] = (),
        internal: bool = False,  # noqa: FBT001
    ) -> None:
        """`roster` is a file, or several that are asked as one; `events` are work calendars; with `internal`
        clauses for internal circulation keep their wording."""
        self.internal = internal
        self.pack, self.as_of, self.supplied, self.events = pack, as_of, supplied, tuple(events)
        self.rosters = (roster,) if isinstance(roster, str) else tuple(roster or ())
        self.revisions: Revisions = revisions
        self.with_sample = False
        """Whether the people of the sample are loaded whatever the pack: examples of samples name them."""
        self._judges: dict[str, Judge] = {}

    def read(self, path: str) -> Document:
        return read(path, self.supplied, self.revisions)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        from kiemtin.officials.words.loading import load_vocabulary

        return load_vocabulary()

    @cached_property
    def roster(self) -> Roster:
        """Those that were chosen, else the bundled one, which `có sẵn` names among others.

        The invented people of the sample are added only where a sample pack is asked for by name: beside the
        real ones they would turn a farmer of that name into an official.
        """
        from kiemtin.officials.roster import load_roster, merge_rosters

        chosen = self.rosters or (BUNDLED,)
        found = []
        for path in chosen:
            found += self._bundled() if path == BUNDLED else [load_roster(Path(path))]
        if self.with_sample and BUNDLED not in chosen:
            found.append(load_roster(bundled_roster("sample.json")))
        return merge_rosters(found) if len(found) > 1 else found[0]

    def _bundled(self) -> list[Roster]:
        from kiemtin.officials.roster import load_roster

        sample = self.with_sample or (self.pack is not None and is_sample(self.pack))
        names = ("vietnam.json", "sample.json") if sample else ("vietnam.json",)
        return [load_roster(bundled_roster(name)) for name in names]

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
        return load_rulebook(
            pack, bind_office=vocabulary.office_id, context_key=vocabulary.sources, internal=self.internal
        )

    def judge(self, document: Document) -> Report:
        return self.examine(document).report

    def examine(self, document: Document) -> Examination:
        """Recognised and judged, with what explaining asks again."""
        from kiemtin.judging.findings import apart
        from kiemtin.judging.telling.given_values import notes_on, notes_on_age, undeclared

        judge = self.judge_for(document)
        document = undeclared(document, judge.rulebook)
        recognition = self.recognizer.recognize(document)
        document, occasions = self.with_events(document, recognition)
        facts = judge.facts(document, recognition, self.as_of)
        given = (*notes_on(document, judge.rulebook), *notes_on_age(facts, self.roster))
        if occasions:
            from kiemtin.events.supplying import notes_on as notes_of_events

            given = (*notes_of_events(document, occasions), *given)
        judgement, drafted = apart(judge.judge_facts(facts), judge.rulebook.drafts)
        report = Report(document, judge.rulebook, judgement, self.roster.name, given, drafted=drafted)
        return Examination(report, judge, facts)

    def recognise(self, document: Document) -> Reading:
        """What was recognised, with ranks by the pack's precedence on the day of each item."""
        from kiemtin.reporting.shown_document import Reading

        recognition = self.recognizer.recognize(document)
        document, occasions = self.with_events(document, recognition)
        ranks: list[int | None] = [None] * len(recognition.mentions)
        if recognition.mentions:
            for item in self.judge_for(document).facts(document, recognition, self.as_of).items:
                for fact in item.all_mentions:
                    rank = item.person_of(fact).rank
                    ranks[fact.index] = rank if isinstance(rank, int) else None
        return Reading(document, recognition, ranks, occasions=occasions)

    @cached_property
    def calendar(self) -> Calendar:
        """The events of all calendars that were chosen."""
        from kiemtin.events.reading import read_calendars

        return read_calendars(self.events)

    @cached_property
    def _matcher(self) -> Matcher:
        from kiemtin.events.matching import Matcher

        return Matcher(self.calendar, self.recognizer.recognize)

    def with_events(
        self, document: Document, recognition: Recognition
    ) -> tuple[Document, tuple[Occasion, ...]]:
        """The document with what the events say that its items report, and what was found for each item."""
        if not self.events:
            return document, ()
        from kiemtin.events.supplying import with_events

        occasions = self._matcher.occasions(document, recognition)
        return with_events(document, occasions), tuple(occasions)
