"""What judging comes to: one outcome a rule and subject, closed records that reports render."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record, aside
from kiemtin.language.rulebook import BoundRule, Citation
from kiemtin.language.syntax import Modality

_NOTHING: dict[str, object] = {}


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
    arguments: dict[str, object]
    item: int
    """Index of the item in the document; -1 for the bulletin as a whole."""
    place: Span | None = None
    related: tuple[tuple[str, Span], ...] = ()
    """(message id of the caption, place)."""
    measured: str | Phrase | None = None
    required: str | Phrase | None = None
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


Words = tuple[dict[str, object], Phrase | None, Phrase | None]
"""A finding's `arguments`, `measured` and `required`."""


class WordedLater(Finding):
    """A finding that is put into words when they are first read: those of what passes seldom are.

    To its readers it is as any other finding; what is pickled is one.
    """

    write: Callable[[], Words] | None = aside(default=None, kw_only=True)
    """What the words come from; None once they are written."""

    @classmethod
    def of(
        cls, rule: BoundRule, outcome: Outcome, message: str, item: int, write: Callable[[], Words]
    ) -> WordedLater:
        found = object.__new__(cls)
        said = (rule.id, outcome, rule.modality, rule.citation, message, item)
        unsaid = (None, (), (), (), None, "")  # place, related, missing, exceptions, fix, fingerprint
        for set_field, value in zip(_AT_ONCE, (*said, *unsaid, rule.overrides, (), write), strict=True):
            set_field(found, value)
        return found

    def __getattr__(self, name: str) -> object:
        """Asked only for what is not set."""
        if name not in _WORDS or self.write is None:
            raise AttributeError(name)
        for field, value in zip(_WORDS, self.write(), strict=True):
            _SET[field](self, value)
        _SET["write"](self, None)
        return getattr(self, name)

    def __reduce__(self) -> tuple[object, ...]:
        return Finding, tuple(getattr(self, field) for field in Finding._fields)


_WORDS = ("arguments", "measured", "required")
_SET = dict(zip(WordedLater._fields, WordedLater._setters, strict=True))
_AT_ONCE = tuple(setter for field, setter in _SET.items() if field not in _WORDS)


class Judgement(Record):
    """All findings of one document, in the order of the text, failures before the rest of one rule."""

    findings: tuple[Finding, ...]
    judged_on: tuple[date | None, ...]
    """For each item the day it was judged on; None: no day known, the newest rules were applied."""
    assumed: bool = False
    """The day was given from outside (`--as-of`) instead of by the item."""
