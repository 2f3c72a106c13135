"""The gate's profile: the table `[gate]` of kiemtin.toml. What it does not say stands here as a default.

An unknown key, a value of another type or out of bounds is a problem with the key's line; nothing is
overlooked. Secrets are not in the file: it names an environment variable or a file that holds them.
"""

from __future__ import annotations

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from kiemtin.checking.settings import UNSETTLED, Settings
from kiemtin.checking.settings_file import SettingsFile, load
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, PackError, Problem

Decision = Literal["allow", "confirm", "deny"]
NoAnswer = Literal["publish", "hold"]
Scope = Literal["check", "confirm", "override", "audit", "metrics", "reload"]
Event = Literal["confirm", "deny", "override", "incident"]
PayloadKind = Literal["text", "html", "ninjs", "superdesk", "wordpress", "request"]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Seconds = Annotated[float, Field(gt=0, le=3600)]
Days = Annotated[int, Field(ge=1, le=36500)]
Hours = Annotated[float, Field(ge=0, le=24 * 366)]

OPEN_SCOPES: frozenset[Scope] = frozenset(get_args(Scope))
"""Of whoever asks a gate on loopback that has no desks."""


class ProfileError(KiemtinError):
    """The profile is not valid, or cannot be read."""

    exit_code = ExitCode.USAGE


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Decisions(_Table):
    """What each kind of finding comes to; the gravest of a piece's findings decides."""

    must: Decision = "deny"
    should: Decision = "confirm"
    note: Decision = "allow"
    unconfirmed: Decision = "confirm"
    """A failure that an exception may excuse of which a datum is missing."""
    not_checkable: Decision = "allow"
    """A rule of which a datum is missing, a part of a file that was not read: always listed in the answer."""


class Limits(_Table):
    body_bytes: Annotated[int, Field(ge=1000, le=200_000_000)] = 5_000_000
    body_seconds: Seconds = 5.0
    """Within which a request's body must have come."""
    head_seconds: Seconds = 10.0
    """Within which a connection must have sent a request's head."""
    depth: Annotated[int, Field(ge=2, le=200)] = 40
    """Levels of JSON."""
    in_flight: Annotated[int, Field(ge=1, le=10_000)] = 64
    connections: Annotated[int, Field(ge=10, le=100_000)] = 12_000
    child_memory_mb: Annotated[int, Field(ge=0, le=1_000_000)] = 1500
    """Address space of one child; 0: not limited."""


class Token(_Table):
    """One program's way in. `hash` is what `kiemtin serve --new-token` prints beside the token."""

    name: Name
    hash: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
    scopes: frozenset[Scope] = frozenset({"check"})
    expires: date | None = None
    """The last day on which it is accepted."""

    @field_validator("scopes", mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        return frozenset(value) if isinstance(value, list) else value


class Desk(_Table):
    """A section of the newsroom with rules and tokens of its own."""

    title: str = ""
    pack: str | None = None
    roster: str | None = None
    decisions: Decisions | None = None
    no_answer: NoAnswer | None = None
    tokens: tuple[Token, ...] = ()

    @field_validator("tokens", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value


class Secrets(_Table):
    """`env:NAME` or `file:PATH`, newest first; two while one is being replaced."""

    secrets: tuple[Annotated[str, Field(pattern=r"^(env|file):.+")], ...]

    @field_validator("secrets", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        if value == []:
            raise ValueError("[]")
        return tuple(value) if isinstance(value, list) else value


class Source(Secrets):
    """A system that sends us what it published."""

    kind: Literal["standard", "sha256", "superdesk-sha1"]
    desk: Name = "default"
    payload: PayloadKind = "request"
    """What its bodies are; `request`: as for /v1/check."""


class Webhook(Secrets):
    """An address that is told of decisions."""

    name: Name
    url: Annotated[str, Field(pattern=r"^https?://[^\s@]+$", max_length=2000)]
    events: frozenset[Event] = frozenset({"deny", "override", "incident"})
    allow: tuple[str, ...] = ()
    """Private networks that its host may be in, as 10.1.0.0/16."""

    @field_validator("events", mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        return frozenset(value) if isinstance(value, list) else value

    @field_validator("allow", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if isinstance(value, list):
            return tuple(str(ipaddress.ip_network(network)) for network in value)
        return value


class Gate(_Table):
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8377
    hosts: tuple[str, ...] = ()
    """Further names by which it may be asked, beside those of loopback and `host`."""
    state: str = "kiemtin-gate"
    """Folder of the audit log and of queues, beside the profile."""
    pack: str | None = None
    roster: str | None = None
    children: Annotated[int, Field(ge=1, le=64)] = 2
    deadline_seconds: Seconds = 1.5
    start_seconds: Seconds = 120.0
    """Within which a child must have loaded its rules."""
    no_answer: NoAnswer = "publish"
    """What a caller is to do where no answer comes."""
    day_when_missing: Literal["request", "none"] = "request"
    """On which day a piece without one is judged: the day of the request, or by the newest rules."""
    utc_offset_hours: Annotated[float, Field(ge=-14, le=14)] = 7.0
    confirmation_hours: Hours = 24.0
    idempotency_hours: Hours = 24.0
    keep_text_hours: Hours = 0.0
    """How long text of drafts may stay on disk; 0: never."""
    retention_days: Days = 730
    """After which an entry of the audit log is reduced to its digest."""
    decisions: Decisions = Decisions()
    limits: Limits = Limits()
    desks: Mapping[Name, Desk] = {}
    sources: Mapping[Name, Source] = {}
    webhooks: tuple[Webhook, ...] = ()

    @field_validator("hosts", "webhooks", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value


class Profile:
    """A valid profile with where it came from: relative paths are beside it."""

    def __init__(self, gate: Gate, path: Path | None = None, settled: Settings = UNSETTLED) -> None:
        """`settled` holds for every program: a gate without a pack or roster of its own has those."""
        self.gate, self.path, self.settled = gate, path, settled
        self.folder = path.parent if path else Path()

    @property
    def state(self) -> Path:
        return self.folder / self.gate.state

    def desk(self, name: str) -> Desk:
        """With what it leaves to the gate filled in. Raises KeyError; `default` is always there."""
        gate = self.gate
        desk = gate.desks[name] if name != "default" else gate.desks.get(name, Desk())
        filled = {
            "pack": self._beside(desk.pack or gate.pack) or self.settled.pack,
            "roster": self._beside(desk.roster or gate.roster)
            or os.pathsep.join(self.settled.rosters)
            or None,
            "decisions": desk.decisions or gate.decisions,
            "no_answer": desk.no_answer or gate.no_answer,
        }
        return desk.model_copy(update=filled)

    @property
    def desk_names(self) -> list[str]:
        return sorted({"default", *self.gate.desks})

    @property
    def has_tokens(self) -> bool:
        return any(desk.tokens for desk in self.gate.desks.values())

    def secrets_of(self, holder: Secrets) -> list[str]:
        """The secrets themselves. Raises ProfileError for one that is not there."""
        return [self._secret(named) for named in holder.secrets]

    def _secret(self, named: str) -> str:
        kind, _, rest = named.partition(":")
        if kind == "env":
            value = os.environ.get(rest, "")
        else:
            try:
                value = (self.folder / rest).read_text("utf-8").strip()
            except (OSError, ValueError):
                value = ""
        if not value:
            raise ProfileError(Problem("gate-no-secret", FilePlace(str(self.path)), {"named": named}))
        return value

    def _beside(self, path: str | None) -> str | None:
        """A path of a file is beside the profile; a bundled name stays a name."""
        if path is None or self.path is None:
            return path
        beside = self.folder / path
        return str(beside) if exists(beside) else path


def load_profile(path: Path | None) -> Profile:
    """The profile of a file, or all defaults without one. Raises ProfileError, and PackError for what
    else the file settles."""
    if path is None:
        return Profile(Gate())
    place = FilePlace(str(path))
    try:
        text = path.read_text("utf-8-sig")
        whole = tomllib.loads(text)
    except OSError as error:
        raise ProfileError(
            Problem("gate-profile-unreadable", place, {"reason": error.strerror or "?"})
        ) from None
    except ValueError as error:  # TOML that is none, or no UTF-8
        raise ProfileError(Problem("gate-profile-not-toml", place, {"reason": str(error)})) from None
    settings = load(path)  # raises PackError for keys that are none
    _hold_pins(settings, place)
    settled = settings.for_file(path.parent / "-")
    table = whole.get("gate", {})
    try:
        gate = Gate.model_validate(table)
    except ValidationError as error:
        raise ProfileError([_problem(dict(each), text, place) for each in error.errors()]) from None
    profile = Profile(gate, path.absolute(), settled)
    problems = list(_contradictions(gate, place))
    if problems:
        raise ProfileError(problems)
    return profile


def _hold_pins(settings: SettingsFile, place: FilePlace) -> None:
    """A gate does not judge by a package that somebody changed. Raises PackError."""
    if settings.pins:
        from kiemtin.checking.pins import faults

        wrong = faults(settings.folder, settings.pins, place)
        if wrong:
            raise PackError(wrong)


def _contradictions(gate: Gate, place: FilePlace) -> list[Problem]:
    found = [
        Problem("gate-no-desk", place, {"key": f"gate.sources.{name}", "desk": source.desk})
        for name, source in gate.sources.items()
        if source.desk != "default" and source.desk not in gate.desks
    ]
    hashes: dict[str, str] = {}
    for name, desk in gate.desks.items():
        for token in desk.tokens:
            if token.hash in hashes:
                found.append(Problem("gate-token-twice", place, {"one": hashes[token.hash], "other": name}))
            hashes[token.hash] = name
    return found


def _problem(error: Mapping[str, Any], text: str, place: FilePlace) -> Problem:
    from difflib import get_close_matches

    steps = [step for step in error["loc"] if step != "[key]"]
    key = ".".join(["gate", *map(str, steps)])
    named = [step for step in steps if isinstance(step, str)]
    place = FilePlace(place.path, _line_of(text, named[-1]) if named else None)
    kind = error["type"]
    if kind == "extra_forbidden":
        close = get_close_matches(str(steps[-1]), _known_keys(steps[:-1]), n=1, cutoff=0.6)
        if close:
            return Problem("gate-unknown-key-similar", place, {"key": key, "similar": close[0]})
        return Problem("gate-unknown-key", place, {"key": key, "known": ", ".join(_known_keys(steps[:-1]))})
    if kind == "missing":
        return Problem("gate-missing-key", place, {"key": key})
    return Problem("gate-bad-value", place, {"key": key, "reason": _reason(kind, error)})


_KINDS = {
    "int": Phrase("cần số nguyên", "a whole number is needed"),
    "float": Phrase("cần số", "a number is needed"),
    "string": Phrase("cần chữ trong ngoặc kép", "text in quotes is needed"),
    "bool": Phrase("cần true hoặc false", "true or false is needed"),
    "date": Phrase("cần ngày, ví dụ 2026-12-31", "a day is needed, such as 2026-12-31"),
    "tuple": Phrase("cần danh sách [ … ]", "a list [ … ] is needed"),
    "frozen_set": Phrase("cần danh sách [ … ]", "a list [ … ] is needed"),
    "model": Phrase("cần một bảng [ … ]", "a table [ … ] is needed"),
    "dict": Phrase("cần một bảng [ … ]", "a table [ … ] is needed"),
}


def _reason(kind: str, error: Mapping[str, Any]) -> Phrase:
    """Why a value is refused; the value itself may be a secret and is not repeated."""
    told = error.get("ctx", {})
    if kind == "literal_error":
        choices = told["expected"].replace(" or ", ", ").replace("'", "")
        return Phrase(f"chọn một trong: {choices}", f"choose one of: {choices}")
    if kind == "string_pattern_mismatch":
        return Phrase(f"cần có dạng {told['pattern']}", f"it must be as {told['pattern']}")
    bound = next((told[name] for name in ("ge", "gt", "le", "lt", "max_length") if name in told), None)
    if bound is not None:
        sign = {"greater": ">", "less": "<"}.get(kind.partition("_")[0], "≤")
        sign += "=" if kind.endswith("_equal") else ""
        return Phrase(f"cần {sign} {bound}", f"{sign} {bound} is needed")
    of_kind = _KINDS.get(kind.rpartition("_")[0].removesuffix("_from"))
    return of_kind or Phrase("không đúng kiểu hoặc không hợp lệ", "it is of another type or not valid")


def _known_keys(steps: list[object]) -> list[str]:
    """The keys of the table that `steps` lead to."""
    table: type[BaseModel] = Gate
    for step in steps:
        field = table.model_fields.get(str(step))
        if field is not None:
            table = _table_in(field.annotation) or table
    return sorted(table.model_fields)


def _table_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _table_in(inner))), None)


def _line_of(text: str, key: str) -> int | None:
    import re

    found = re.search(rf"^[ \t]*(?:\[+[^\]\n]*\b)?{re.escape(key)}\b", text, re.M)
    return text.count("\n", 0, found.start()) + 1 if found else None
