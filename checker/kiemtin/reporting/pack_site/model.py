"""What the site of packs shows, in the reader's language already: plain words, no markup."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, NamedTuple

from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.text import strip_tones

State = Literal["encoded", "human", "silent", "group"]
"""Of a clause: rules check it, people must judge it, the pack says nothing of it; or it only heads others."""


class ExampleShown(NamedTuple):
    """An example of a rule and whether it comes out as it says; `trouble` is what came instead."""

    kind: str
    lines: tuple[str, ...]
    ok: bool
    trouble: str = ""


class Change(NamedTuple):
    """What is so from a day on: of the rule, or of a table or parameter that it asks."""

    since: str
    what: str
    status: str


class RulePage(NamedTuple):
    id: str
    name: str
    modality: str
    modality_words: str
    summary: str
    citation: str
    wording: str
    status: str
    source: str
    period: str
    text: str
    branches: tuple[str, ...]
    examples: tuple[ExampleShown, ...]
    reach: tuple[str, ...]
    changes: tuple[Change, ...]
    life: tuple[str, ...] = ()
    """Whether it is a draft, and which names it went by."""

    @property
    def address(self) -> str:
        return rule_address(self.id)


class Clause(NamedTuple):
    """A part of the text, or what stands before the first; `depth` 0 is the largest."""

    label: str
    wording: str
    depth: int
    state: State
    rules: tuple[RulePage, ...]
    others: tuple[str, ...]
    """Tables, parameters, precedences, fields: the lines of each, as packs write them."""
    notes: tuple[str, ...]
    """Why a machine does not check it; exceptions of other rules."""
    sample: bool = False
    """Rules check it, with values that are samples: what it says there is nobody's regulation."""


class PackPage(NamedTuple):
    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    """Number, issuer, period, status: a heading and its words."""
    clauses: tuple[Clause, ...]

    @property
    def address(self) -> str:
        return f"{slug(self.name)}.html"

    def counted(self, state: State) -> int:
        return sum(clause.state == state for clause in self.clauses if clause.label)

    @property
    def samples(self) -> int:
        """Of those that rules check: with sample values."""
        return sum(clause.sample for clause in self.clauses if clause.label)

    @property
    def parts(self) -> int:
        """The smallest clauses, which are what a rule answers to."""
        return sum(bool(clause.label) and clause.state != "group" for clause in self.clauses)


class Task(NamedTuple):
    """A task of the plan: who has it, until when, what serves it, what stays people's work."""

    number: int
    title: str
    owner: str
    lead: str
    deadline: str
    served_by: tuple[str, ...]
    people: str


class Site(NamedTuple):
    packs: tuple[PackPage, ...]
    tasks: tuple[Task, ...]
    tasks_source: str


def slug(name: str) -> str:
    """A name as part of an address: plain letters, and a few of its hash, so that no two names share one."""
    plain = re.sub(r"[^a-z0-9.]+", "-", strip_tones(name)).strip("-")
    return f"{plain}-{sha256(name.encode()).hexdigest()[:6]}"


def page_of_rule(site: str, rule_id: str) -> str:
    """Where a rule's page lies in a site at an address (`https://…`) or in a folder."""
    if _ADDRESS.match(site):
        return f"{site.rstrip('/')}/{rule_address(rule_id)}"
    return Path(site).absolute().joinpath(rule_address(rule_id)).as_uri()


_ADDRESS = re.compile("https?://", re.I)


def rule_address(rule_id: str) -> str:
    """The address of a rule's page within the site: the same on every run and for every pack around it."""
    return f"rules/{slug(rule_id)}.html"
