"""Which version is in force: parameters, tables, precedence and rules by the day of the item.

An item without a day is judged by the newest of everything: as on the last day on which anything in the
rulebook came into force.
"""

from __future__ import annotations

from datetime import date

from kiemtin.language.rulebook import PrecedenceInForce, Rulebook


def newest_day(rulebook: Rulebook) -> date:
    """The last day on which something of the rulebook begins to be in force."""
    validities = [
        *(rule.validity for rule in rulebook.rules),
        *(displaced.validity for rule in rulebook.rules for displaced in rule.exceptions),
        *(version.validity for table in rulebook.tables.values() for _, version in table.layers),
        *(value.validity for parameter in rulebook.parameters.values() for _, value in parameter.layers),
        *(precedence.validity for precedence in rulebook.precedence),
    ]
    return max((validity.start for validity in validities if validity.start), default=date.min)


def precedence_on(rulebook: Rulebook, day: date) -> PrecedenceInForce | None:
    for precedence in rulebook.precedence:
        if precedence.validity.covers(day):
            return precedence
    return None
