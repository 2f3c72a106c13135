"""Every kind of expression and what compiles it."""

from __future__ import annotations

from kiemtin.judging.evaluating import collecting, comparing, deciding, naming
from kiemtin.judging.evaluating.compiling import Compile, Compiler
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Day,
    IfGiven,
    Logic,
    Membership,
    Moment,
    Name,
    Not,
    Predicate,
    Quantity,
    Range,
    SetOf,
    Text,
    Truth,
)

COMPILERS: dict[type, Compile] = {
    Quantity: naming.literal,
    Text: naming.literal,
    Day: naming.literal,
    Moment: naming.literal,
    Truth: naming.literal,
    Name: naming.named,
    Attribute: naming.attribute_of,
    IfGiven: deciding.given,
    Not: deciding.denied,
    Logic: deciding.joined,
    Predicate: deciding.tested,
    Comparison: comparing.compared,
    Membership: comparing.member,
    Arithmetic: collecting.calculated,
    SetOf: collecting.set_of,
    Range: collecting.range_of,
    Aggregate: collecting.aggregated,
}


def compiler_of(rulebook: Rulebook) -> Compiler:
    return Compiler(rulebook, COMPILERS)
