"""The shape of the JSON report, version 1. Its JSON Schema is published as `docs/report.schema.json`.

Offsets are code points of a document's text, which is NFC: the file's own where that is NFC text.
Fields are only added within a version; a field that changes its meaning makes a new one.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Literal[1] = 1


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
    """A block's place in its file, all 1-based: a line, a paragraph of a part, or a cell of a sheet."""

    kind: Literal["line", "paragraph", "cell"]
    index: int
    column: int | None = None
    part: str = ""


class Place(Model):
    """`[start, end)` of the document's text; line and column are the file's own, in code points."""

    start: int
    end: int
    text: str
    line: int | None = None
    column: int | None = None
    origin: Origin | None = None
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
    title: str | None
    number: str | None
    path: tuple[Division, ...]
    wording: str | None
    status: Status | None
    phrase_vi: str
    phrase_en: str


class ExceptionStep(Model):
    kind: str
    label: str | None
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


class Finding(Model):
    """What one rule came to for one item, or for the bulletin as a whole (`item` null)."""

    number: int | None = Field(
        description="Number in the text report; the same for one cause in several places."
    )
    rule: str
    outcome: Literal["passed", "failed", "out-of-scope", "not-checkable", "not-run"]
    severity: Literal["must", "should", "note"]
    message: Said
    citation: Citation
    item: int | None
    place: Place | None
    related: tuple[Related, ...]
    measured: Phrase | None
    required: Phrase | None
    missing: tuple[Said, ...]
    exceptions: tuple[ExceptionStep, ...]
    overrides: tuple[Citation, ...]
    fix: Fix | None
    confirmed: bool = Field(
        description="False: an exception of which a datum is missing (see `missing`) may excuse the failure."
    )
    grounds: tuple[Said, ...] = Field(description="What the failure rests on.")
    fingerprint: str = Field(description="Survives moved lines: same rule, words and neighbours.")


class Item(Model):
    """One piece of the document; `judged_on` null: no day known, the newest rules applied."""

    number: str | None
    start: int
    end: int
    headline: str
    judged_on: date | None


class Pack(Model):
    name: str
    title: str | None
    number: str | None
    in_force_from: date | None
    in_force_to: date | None
    status: Status | None
    reviewed: date | None


class Counts(Model):
    """Checks (one rule for one item or the bulletin) by outcome; places to change by severity, those that are
    not confirmed apart."""

    checks: int
    rules: int
    items: int
    outcomes: dict[str, int]
    severities: dict[str, int]
    unconfirmed: int


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
    day_assumed: bool = Field(description="The day was chosen by --as-of, not by the items.")
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    counts: Counts


class Problem(Said):
    """Why a file, a pack or a part of the tool could not be used."""

    path: str
    line: int | None
    column: int | None
    warning: bool


class Tool(Model):
    name: Literal["kiemtin"] = "kiemtin"
    version: str


class Report(Model):
    """What `kiemtin check --format json` prints."""

    version: Literal[1] = VERSION
    tool: Tool
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    exit_code: int
