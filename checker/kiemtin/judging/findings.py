"""What judging comes to: one outcome a rule and subject, closed records that reports render."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record
from kiemtin.language.rulebook import BoundRule, Citation
from kiemtin.language.syntax import Modality

_NOTHING: dict[str, object] = {}
BULLETIN = -1
"""`Finding.item` of what concerns the bulletin as a whole."""


class Outcome(StrEnum):
    """The five; never a silent pass."""

    PASSED = "passed"
    FAILED = "failed"
    OUT_OF_SCOPE = "out-of-scope"
    NOT_CHECKABLE = "not-checkable"
    NOT_RUN = "not-run"


class Edit(Record):
    """Replace `span` of the document's text by `text` (insertion: empty span)."""

    span: Span
    text: str


class SuggestedFix(Record):
    """Edits that do not overlap, in the order of the text. `safe`: changes nothing but form that pack and
    roster fix beyond doubt; otherwise a person must look."""

    message: str
    arguments: dict[str, object]
    edits: tuple[Edit, ...]
    safe: bool
    items: tuple[int, ...] = ()
    """Of a bulletin in the wrong order: indexes of the items to move, as they should follow each other."""

    def unsafe(self) -> SuggestedFix:
        """The same, for a person to look at."""
        return SuggestedFix(self.message, self.arguments, self.edits, safe=False, items=self.items)


class MissingDatum(Record):
    """What was not supplied: messages `datum.<name>` (what) and `datum.<name>.help` (how to give it)."""

    name: str
    arguments: dict[str, object] = _NOTHING


class ExceptionStep(Record):
    """Why a rule that would apply did not: `unless` of its own, an `exception` in another clause (does not
    apply), or `override` (another pack's rule takes its place)."""

    kind: str
    label: str | None
    citation: Citation


class Words:
    """What fills a finding's message, and what was measured against what is required.

    Of what passes they are seldom read: such are written `later`, when they first are.
    """

    __slots__ = ("_said", "_write")

    def __init__(
        self,
        arguments: dict[str, object] = _NOTHING,
        measured: str | Phrase | None = None,
        required: str | Phrase | None = None,
    ) -> None:
        self._said: _Said | None = (arguments, measured, required)
        self._write: Callable[[], Words] | None = None

    @classmethod
    def later(cls, write: Callable[[], Words]) -> Words:
        words = cls.__new__(cls)
        words._said, words._write = None, write
        return words

    @property
    def is_written(self) -> bool:
        return self._said is not None

    def said(self) -> _Said:
        """Arguments, measured, required. What they are written from is let go."""
        if self._said is None:
            assert self._write is not None
            self._said, self._write = self._write().said(), None
        return self._said

    def __eq__(self, other: object) -> bool:
        return self.said() == other.said() if isinstance(other, Words) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.said()[1:])

    def __repr__(self) -> str:
        return f"Words{self.said()!r}"

    def __reduce__(self) -> tuple[object, ...]:
        return Words, self.said()


_Said = tuple[dict[str, object], str | Phrase | None, str | Phrase | None]
WORDLESS = Words()


class Ground(Record):
    """Something that a finding rests on, or that speaks against it: message `ground.<name>`."""

    name: str
    arguments: dict[str, object] = _NOTHING


class Finding(Record):
    """The outcome of one rule for one item (or the bulletin), and for FAILED for one place in it.

    `message` is a message id of `foundation.messages`, filled with `arguments` (words only, no objects).
    `measured` and `required` are phrases such as "1.234 chữ" and "tối đa 700 chữ". `place` is None for
    what concerns the document as a whole. `fingerprint` survives moved lines: rule, words, neighbours.
    """

    rule: str
    outcome: Outcome
    modality: Modality
    citation: Citation
    message: str
    words: Words
    item: int
    """Index of the item in the document, or `BULLETIN`."""
    place: Span | None = None
    related: tuple[tuple[str, Span], ...] = ()
    """(message id of the caption, place)."""
    missing: tuple[MissingDatum, ...] = ()
    exceptions: tuple[ExceptionStep, ...] = ()
    fix: SuggestedFix | None = None
    fingerprint: str = ""
    overrides: tuple[Citation, ...] = ()
    grounds: tuple[Ground, ...] = ()
    """What a failure rests on: how surely is read off them."""

    @property
    def confirmed(self) -> bool:
        """Whether nothing unknown could lift a failure: no exception of which a datum is missing."""
        return not self.missing

    @property
    def arguments(self) -> dict[str, object]:
        return self.words.said()[0]

    @property
    def measured(self) -> str | Phrase | None:
        return self.words.said()[1]

    @property
    def required(self) -> str | Phrase | None:
        return self.words.said()[2]


def failed(
    rule: BoundRule,
    item: int,
    message: str,
    words: Words,
    *,
    place: Span | None,
    related: tuple[tuple[str, Span], ...],
    missing: tuple[MissingDatum, ...],
    exceptions: tuple[ExceptionStep, ...],
    fix: SuggestedFix | None,
    fingerprint: str,
    grounds: tuple[Ground, ...],
) -> Finding:
    """One thing that is wrong; `exceptions` were considered and do not hold, or lack what is `missing`."""
    return Finding(
        rule.id, Outcome.FAILED, rule.modality, rule.citation, message, words, item, place, related,
        missing, exceptions, fix, fingerprint, rule.overrides, grounds,
    )  # fmt: skip


def passed(rule: BoundRule, item: int, message: str, words: Words) -> Finding:
    return Finding(
        rule.id, Outcome.PASSED, rule.modality, rule.citation, message, words, item, overrides=rule.overrides
    )


def out_of_scope(
    rule: BoundRule,
    item: int,
    message: str,
    words: Words = WORDLESS,
    *,
    place: Span | None = None,
    exceptions: tuple[ExceptionStep, ...] = (),
) -> Finding:
    """Not meant, or excepted by `exceptions`."""
    return Finding(
        rule.id, Outcome.OUT_OF_SCOPE, rule.modality, rule.citation, message, words, item, place,
        exceptions=exceptions, overrides=rule.overrides,
    )  # fmt: skip


def not_checkable(
    rule: BoundRule,
    item: int,
    message: str,
    missing: tuple[MissingDatum, ...],
    words: Words = WORDLESS,
    *,
    place: Span | None = None,
) -> Finding:
    """Open until `missing` is given."""
    return Finding(
        rule.id, Outcome.NOT_CHECKABLE, rule.modality, rule.citation, message, words, item, place,
        missing=missing, overrides=rule.overrides,
    )  # fmt: skip


def not_run(
    rule: BoundRule, item: int, message: str, words: Words, overridden: tuple[ExceptionStep, ...]
) -> Finding:
    """Not in force on the day, where `overridden` are the rules that took its place; or given up."""
    return Finding(
        rule.id, Outcome.NOT_RUN, rule.modality, rule.citation, message, words, item,
        exceptions=overridden, overrides=rule.overrides,
    )  # fmt: skip


def apart(judgement: Judgement, drafts: frozenset[str]) -> tuple[Judgement, tuple[Finding, ...]]:
    """The judgement without draft rules, and what these find wrong."""
    if not drafts:
        return judgement, ()
    kept = tuple(finding for finding in judgement.findings if finding.rule not in drafts)
    drafted = tuple(
        finding
        for finding in judgement.findings
        if finding.rule in drafts and finding.outcome is Outcome.FAILED
    )
    return Judgement(kept, judgement.judged_on, judgement.assumed), drafted


class Judgement(Record):
    """All findings of one document, in the order of the text, failures before the rest of one rule."""

    findings: tuple[Finding, ...]
    judged_on: tuple[date | None, ...]
    """For each item the day it was judged on; None: no day known, the newest rules were applied."""
    assumed: bool = False
    """The day was given from outside (`--as-of`) instead of by the item."""
