"""What analysis says of rules, and the items that show it."""

from __future__ import annotations

from typing import Literal

from kiemtin.foundation.records import Record
from kiemtin.judging.findings import Finding
from kiemtin.language.syntax import Example

Kind = Literal[
    "conflict", "shadowed", "same", "never-applies", "never-fails", "never-holds", "swallowed",
    "exception-never-applies", "gap", "overlap", "looser",
]  # fmt: skip
Certainty = Literal["shown", "possible"]


class Witness(Record):
    """An item as an example of a pack, and what the engine found of it: findings of the rules concerned."""

    example: Example
    findings: tuple[Finding, ...]


class Claim(Record):
    """`shown`: the engine has judged the witnesses as the claim says, and they are items that can be. With a
    rank that no office has, or words for which the engine says otherwise, a claim is only `possible`.

    `arguments` fill the message `analysis.<kind>`; `tried` are the cells that were tried.
    """

    kind: Kind
    rules: tuple[str, ...]
    certainty: Certainty
    tried: int
    witnesses: tuple[Witness, ...]
    arguments: dict[str, object]


class Skipped(Record):
    """A rule that cannot be cut into cells, or was not looked at before the time was over: message
    `analysis.skipped.<reason>`."""

    rules: tuple[str, ...]
    reason: Literal["opaque", "bulletin", "time", "cells"]
    arguments: dict[str, object]


class Analysis(Record):
    pack: str
    rules: int
    cells: int
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
