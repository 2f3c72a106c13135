"""What goes over the wire, as models: the OpenAPI document is made from them, and tests hold answers to them.

Answers are not built through these: what a child said goes through as it is.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from kiemtin.reporting import json_model


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CheckRequest(Shape):
    """A piece to check: exactly one of `text`, `html`, `ninjs`, `superdesk` and `wordpress`."""

    text: str | None = Field(None, description="A draft as in a .txt file, front matter included.")
    html: str | None = Field(None, description="A piece of HTML; h1 is the headline, figcaption a caption.")
    ninjs: dict[str, Any] | None = Field(None, description="An item in IPTC's ninjs, 1.x or from 2.0 on.")
    superdesk: dict[str, Any] | None = Field(None, description="An item as Superdesk stores it.")
    wordpress: dict[str, Any] | None = Field(None, description="A post as WordPress' REST interface has it.")
    metadata: dict[str, str | int | float | None] = Field(
        {}, description="What the text does not say, by the keys of front matter: `loại hình`, `ngày đăng` …"
    )
    name: str = Field("", max_length=300, description="What the piece is called in reports.")


class Finding(Shape):
    """One failure. What quotes the draft is null in an answer that is repeated after the process ended."""

    number: int
    rule: str
    severity: Literal["must", "should", "note"]
    confirmed: bool
    vi: str | None
    en: str | None
    help_vi: str | None
    help_en: str | None
    citation_vi: str
    citation_en: str
    place: str | None
    start: int | None
    end: int | None
    quoted: str | None
    fingerprint: str


class Open(Shape):
    """A rule that could not be checked, and what is missing."""

    rule: str
    severity: Literal["must", "should", "note"]
    missing_vi: list[str]
    missing_en: list[str]


class Unread(Shape):
    """Something that was met in the file and not read."""

    id: str
    vi: str | None
    en: str | None


class Problem(Shape):
    """Why something could not be used."""

    id: str
    vi: str
    en: str
    help_vi: str | None
    help_en: str | None
    place: str


class Override(Shape):
    """Who allowed this content in spite of its findings."""

    id: str
    name: str
    reason: str
    at: str


class CheckAnswer(Shape):
    """`decision` is about the text; `proceed` is what the profile lets the caller do now."""

    version: Literal[1]
    id: str
    decision: Literal["allow", "confirm", "deny", "not-checked"]
    proceed: bool
    reason: (
        Literal[
            "timeout",
            "crashed",
            "busy",
            "starting",
            "stopping",
            "unreadable",
            "rules-invalid",
            "failed",
            "not-written",
        ]
        | None
    ) = Field(description="Why nothing was checked; null if it was.")
    no_answer: Literal["publish", "hold"] = Field(description="What to do whenever no answer comes.")
    replayed: bool
    desk: str
    content: str | None = Field(description="Hash of what readers get; an override holds for it.")
    override: Override | None
    day_given: bool = Field(description="The piece named no day: it was judged on that of the request.")
    judged_on: list[str | None]
    packs: list[str]
    rules: str | None
    roster: str | None
    counts: json_model.Counts | None
    findings: list[Finding]
    left_out: int
    open: list[Open]
    unread: list[Unread]
    problems: list[Problem]
    report: json_model.Report | None


class ConfirmRequest(Shape):
    """A named person takes it upon himself, with a reason."""

    id: str = Field(min_length=5, max_length=64)
    name: str = Field(min_length=2, max_length=200)
    reason: str = Field(min_length=3, max_length=2000)


class AuditHead(Shape):
    """The newest entry of the audit log."""

    number: int
    hash: str


class ConfirmAnswer(Shape):
    id: str
    decision: Literal["allow"]
    overridden: Literal["confirm", "deny"]
    content: str
    valid_hours: float
    audit: AuditHead


class Refusal(Shape):
    """Nothing was checked; `no_answer` says what the profile lets the caller do."""

    decision: Literal["not-checked"]
    error: str
    vi: str
    en: str
    no_answer: Literal["publish", "hold"] | None
    problems: list[Problem] = []


class Health(Shape):
    status: Literal["ok"]
    version: str


class Readiness(Shape):
    ready: bool
    children: int


class Reloaded(Shape):
    generation: int
