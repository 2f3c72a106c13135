"""What judging comes to: one outcome a rule and subject, closed records that reports render."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record
from kiemtin.language.rulebook import Citation
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


class Judgement(Record):
    """All findings of one document, in the order of the text, failures before the rest of one rule."""

    findings: tuple[Finding, ...]
    judged_on: tuple[date | None, ...]
    """For each item the day it was judged on; None: no day known, the newest rules were applied."""
    assumed: bool = False
    """The day was given from outside (`--as-of`) instead of by the item."""
