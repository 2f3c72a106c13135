"""Where a refining pack allows what the pack behind it forbids, with an item that would show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Literal

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.text import text_key
from kiemtin.language import syntax as s
from kiemtin.language.choosing import Answer, Known, Layers, answer
from kiemtin.language.compiling.axis_heads import cases, closed_values
from kiemtin.language.compiling.linking import Links, Placed, both
from kiemtin.language.compiling.tables_in_doubt import case_words
from kiemtin.language.compiling.values import Values
from kiemtin.language.rulebook import BoundParameter, BoundRule, BoundTable, Citation
from kiemtin.language.terms.type_words import item_words
from kiemtin.language.terms.units import in_base_unit, unit_type
from kiemtin.language.writing.printing import print_expression

Direction = Literal["most", "least"]
_MIRRORED: dict[str, Direction] = {"<=": "least", "<": "least", ">=": "most", ">": "most"}
_DIRECT: dict[str, Direction] = {"<=": "most", "<": "most", ">=": "least", ">": "least"}


def warn_of_loosening(links: Links, values: Values, rules: Iterable[BoundRule]) -> None:
    """Reports every version of the main pack that is looser than what it overrides."""
    directions = _directions(rules)
    for key, group in values.groups.items():
        direction = directions.get(key)
        nearest = group[0]
        if direction is None or len(group) < 2 or nearest.home.role != "main":
            continue
        if key in values.tables:
            _warn_of_table(nearest, values.tables[key], direction, links)
        else:
            _warn_of_parameter(nearest, values.parameters[key], direction, links)


def _directions(rules: Iterable[BoundRule]) -> dict[str, Direction]:
    """Tables and parameters that requirements use as an upper or as a lower limit, and never otherwise."""
    found: dict[str, set[Direction | None]] = {}
    for rule in rules:
        for e in _positive(rule.requirement):
            if not isinstance(e, s.Comparison):
                continue
            for side, signs in ((e.right, _DIRECT), (e.left, _MIRRORED)):
                if isinstance(side, s.Name):
                    found.setdefault(side.name, set()).add(signs.get(e.operator))
    return {
        name: direction
        for name, all_of in found.items()
        if len(all_of) == 1 and (direction := next(iter(all_of))) is not None
    }


def _positive(e: s.Expression) -> Iterator[s.Expression]:
    """The parts of a requirement that must be true where it is."""
    if isinstance(e, s.Logic) and e.operator == "and":
        for operand in e.operands:
            yield from _positive(operand)
    elif isinstance(e, s.Aggregate) and e.kind == "all" and e.condition is not None:
        yield from _positive(e.condition)
    else:
        yield e


def _warn_of_table(nearest: Placed, table: BoundTable, direction: Direction, links: Links) -> None:
    assert isinstance(nearest.statement, s.Table)
    own = [layer for layer in table.layers if layer[0].pack == nearest.home.pack.name]
    behind = [layer for layer in table.layers if layer[0].pack != nearest.home.pack.name]
    layers = table.layers
    every = [version.heads for _, version in layers]
    heads = [[head for of_version in every for head in of_version[at]] for at in range(len(table.axes))]
    asked = [cases(axis, named) for axis, named in zip(table.axes, heads, strict=False)]
    for source in nearest.statement.versions:
        validity = both(source.validity, nearest.home.pack.validity)
        if validity is None:
            continue
        for day, case in product(_days(validity, layers), list(product(*asked))):
            here, limit = answer(own, case, day), answer(behind, case, day)
            if here is None or own[here.layer][1].validity != validity or limit is None:
                continue
            allowed, forbidden = _cell(own, here), _cell(behind, limit)
            if isinstance(forbidden, s.Quantity) and _looser(allowed, forbidden, direction):
                place = source.rows[here.row].cells[here.column] or source.rows[here.row]
                citation = behind[limit.layer][0]
                _warn(nearest, place, _item(table.axes, case), allowed, forbidden, citation, links)
                break


def _cell(layers: Layers, at: Answer) -> s.Quantity | s.Text | None:
    return layers[at.layer][1].rows[at.row].cells[at.column]


def _days(
    validity: Validity, layers: Sequence[tuple[Citation, s.TableVersion | s.ParameterValue]]
) -> list[date]:
    """The days of a period on which some version begins, and its own first."""
    begin = [validity.start or date.min]
    starts = (version.validity.start for _, version in layers)
    return [*begin, *sorted({day for day in starts if day is not None and validity.covers(day)} - set(begin))]


def _looser(here: s.Quantity | s.Text | None, limit: s.Quantity, direction: Direction) -> bool:
    if here is None:
        return True
    if not isinstance(here, s.Quantity) or unit_type(here.unit) != unit_type(limit.unit):
        return False
    mine, theirs = in_base_unit(here.value, here.unit), in_base_unit(limit.value, limit.unit)
    return mine > theirs if direction == "most" else mine < theirs


def _item(axes: Sequence[s.Expression], case: Sequence[Known]) -> Phrase:
    """The item that shows the difference."""
    return item_words([case_words(axis, _spelled(axis, one)) for axis, one in zip(axes, case, strict=True)])


def _spelled(axis: s.Expression, case: Known) -> Known:
    """A folded text as its schema spells it."""
    return next((value for value in closed_values(axis) or () if text_key(value) == case), case)


def _warn(
    nearest: Placed,
    place: s.Node,
    item: Phrase,
    here: s.Quantity | s.Text | None,
    limit: s.Quantity,
    citation: Citation,
    links: Links,
) -> None:
    example = here if isinstance(here, s.Quantity) else s.Quantity(limit.value + 1, limit.unit)
    links.report(
        nearest.home, "pack.loosened", place.span, warning=True, base=citation.pack, item=item,
        value=_amount(example), limit=_amount(limit),
    )  # fmt: skip


def _amount(quantity: s.Quantity) -> Phrase:
    return Phrase(print_expression(quantity, "vi"), print_expression(quantity, "en"))


def _warn_of_parameter(
    nearest: Placed, parameter: BoundParameter, direction: Direction, links: Links
) -> None:
    assert isinstance(nearest.statement, s.Parameter)
    behind = [layer for layer in parameter.layers if layer[0].pack != nearest.home.pack.name]
    item = Phrase(nearest.statement.name, nearest.statement.name)
    for source in nearest.statement.values:
        validity = both(source.validity, nearest.home.pack.validity)
        if validity is None or not isinstance(source.value, s.Quantity):
            continue
        for day in _days(validity, parameter.layers):
            in_force = next((layer for layer in behind if layer[1].validity.covers(day)), None)
            limit = in_force[1].value if in_force is not None else None
            if (
                in_force is not None
                and isinstance(limit, s.Quantity)
                and _looser(source.value, limit, direction)
            ):
                _warn(nearest, source, item, source.value, limit, in_force[0], links)
                break
