"""The shape of the JSON report, version 2. Its JSON Schema is published as `docs/report.schema.json`.

Offsets are code points of a document's text, which is NFC: the file's own where that is NFC text. A field
that is left out has its default: null, false, nothing. Outcomes that are all alike are counted (`alike`),
what is said of a rule is said once (`rules`). Fields are only added within a version; a field that changes
its meaning makes a new one.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Literal[2] = 2


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(Model):
    """A sentence by its id and arguments, so that systems need not read it, and in both languages."""

    id: str
    arguments: dict[str, str] = {}
    vi: str
    en: str
    help_vi: str | None = None
    help_en: str | None = None


class Phrase(Model):
    vi: str
    en: str


class Origin(Model):
    """A block's place in its file, 1-based: a line, a paragraph of a part, a cell, a paragraph of a field of
    JSON (`part` is its pointer) or of an element of XML (`part` is its path)."""

    kind: Literal["line", "paragraph", "cell", "field", "element"]
    index: int
    column: int | None = None
    part: str = ""
    file: str = Field(
        default="", description="The file, where it is not the document's: an article that a page plan names."
    )
    offset: int | None = Field(
        default=None, description="Code points of the text from the start of that line, paragraph or cell."
    )


class Place(Model):
    """`[start, end)` of the document's text; line and column are the file's own, in code points."""

    start: int
    end: int
    text: str
    line: int | None = None
    column: int | None = None
    origin: Origin | None = None
    source_start: int | None = Field(
        default=None,
        description="Where it begins in the file as decoded, in code points; of plain text only.",
    )
    source_end: int | None = None
    shown: str = Field(description="Place as a person is told it, in Vietnamese.")


class Related(Place):
    caption_vi: str
    caption_en: str


class Status(Model):
    """`verified`: checked against the named source; `sample`: for illustration only."""

    kind: Literal["verified", "sample"]
    source: str | None = None


class Division(Model):
    kind: Literal["chapter", "section", "article", "clause", "point"]
    label: str


class Citation(Model):
    """The clause that a rule stands in, with its wording."""

    pack: str
    title: str | None = None
    number: str | None = None
    path: tuple[Division, ...] = ()
    wording: str | None = None
    status: Status | None = None
    phrase_vi: str
    phrase_en: str


class Rule(Model):
    """What is said of a rule, whatever it comes to."""

    severity: Literal["must", "should", "note"]
    citation: Citation
    overrides: tuple[Citation, ...] = ()


class ExceptionStep(Model):
    kind: str
    label: str | None = None
    citation: Citation


class Edit(Model):
    """Replace `[start, end)` by `text`."""

    start: int
    end: int
    old: str
    text: str


class Fix(Model):
    """`safe`: pack and roster leave no doubt; otherwise a person must look."""

    message: Said
    safe: bool
    edits: tuple[Edit, ...]


class Waiver(Model):
    """Who accepts a failure, why and until which day, and where that is written."""

    reason: str
    person: str
    expires: date | None = None
    source: str


class Finding(Model):
    """A failure, or what could not be checked, for one item, or for the bulletin as a whole (`item` null)."""

    number: int | None = Field(
        default=None, description="Number in the text report; the same for one cause in several places."
    )
    rule: str = Field(description="A key of the document's `rules`.")
    outcome: Literal["failed", "not-checkable"]
    severity: Literal["must", "should", "note"]
    state: Literal["new", "known", "waived"] = Field(
        default="new", description="known: the baseline has it; waived: a person accepts it."
    )
    waiver: Waiver | None = None
    message: Said
    item: int | None = None
    place: Place | None = None
    related: tuple[Related, ...] = ()
    measured: Phrase | None = None
    required: Phrase | None = None
    missing: tuple[Said, ...] = ()
    exceptions: tuple[ExceptionStep, ...] = ()
    fix: Fix | None = None
    confirmed: bool = Field(
        default=True,
        description="False: an exception of which a datum is missing (see `missing`) may excuse the failure.",
    )
    grounds: tuple[Said, ...] = Field(default=(), description="What the failure rests on.")
    fingerprint: str = Field(
        default="", description="Survives moved lines and another export: same rule, words and neighbours."
    )


class Alike(Model):
    """Outcomes of one rule that say the same: passed, out of scope or not run."""

    rule: str
    outcome: Literal["passed", "out-of-scope", "not-run"]
    message: Said
    exceptions: tuple[ExceptionStep, ...] = ()
    count: int = 1


class Gone(Model):
    """A failure that the baseline knows and the document does not have any more."""

    rule: str
    words: str
    fingerprint: str


class Item(Model):
    """One piece of the document; `judged_on` null: no day known, the newest rules applied."""

    start: int
    end: int
    headline: str
    number: str | None = None
    judged_on: date | None = None


class Pack(Model):
    name: str
    title: str | None = None
    number: str | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    status: Status | None = None
    reviewed: date | None = None


class Counts(Model):
    """Checks (one rule for one item or the bulletin) by outcome; places to change by severity, those that are
    not confirmed, known or waived apart."""

    checks: int
    rules: int
    items: int
    outcomes: dict[str, int]
    severities: dict[str, int]
    unconfirmed: int
    known: int = 0
    waived: int = 0


class Note(Said):
    place: Place | None = None
    unread: bool = Field(default=False, description="Content was met and not read: no pass for the whole.")


class Document(Model):
    path: str
    sha256: str
    kind: Literal["item", "bulletin"]
    characters: int
    packs: tuple[Pack, ...] = Field(description="The pack applied and those it refines, nearest first.")
    rulebook_key: str = Field(description="Hash of all rule sources: same key, same judgement.")
    roster: str = Field(description="Name of the roster that was asked who held which office.")
    day_assumed: bool = Field(default=False, description="The day was chosen by --as-of, not by the items.")
    items: tuple[Item, ...] = ()
    rules: dict[str, Rule] = Field(default={}, description="Those that have findings.")
    findings: tuple[Finding, ...] = ()
    alike: tuple[Alike, ...] = ()
    drafts: tuple[Finding, ...] = Field(
        default=(), description="What draft rules find wrong: counted nowhere, a reason for nothing."
    )
    baseline: str | None = Field(default=None, description="The baseline that says what is known.")
    gone: tuple[Gone, ...] = ()
    left_out: tuple[str, ...] = Field(default=(), description="Rules that were not asked for.")
    notes: tuple[Note, ...] = ()
    counts: Counts


class Problem(Said):
    """Why a file, a pack or a part of the tool could not be used."""

    path: str
    line: int | None = None
    column: int | None = None
    warning: bool = False


class Tool(Model):
    name: Literal["kiemtin"]
    version: str


class Report(Model):
    """What `kiemtin check --format json` prints."""

    version: Literal[2]
    tool: Tool
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    exit_code: int


class Line(Model):
    """One line of `kiemtin check --format jsonl`: first the tool, then a document or a problem each, last the
    exit code."""

    version: Literal[2] | None = None
    tool: Tool | None = None
    document: Document | None = None
    problem: Problem | None = None
    exit_code: int | None = None
