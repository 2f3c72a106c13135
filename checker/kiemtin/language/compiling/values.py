"""Tables and parameters: which override which, what their cells are, and their compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import unify_letters
from kiemtin.language import syntax as s
from kiemtin.language.compiling.inference import UNKNOWN, Definitions, Inference
from kiemtin.language.compiling.linking import Links, Placed, both
from kiemtin.language.rulebook import BoundParameter, BoundTable, Citation, DeclaredField
from kiemtin.language.terms import types as t
from kiemtin.language.terms.closed_values import CLOSED_VALUES
from kiemtin.language.terms.names import canonical_root, did_you_mean
from kiemtin.language.terms.schema import ROOTS
from kiemtin.language.terms.type_words import any_of, type_words
from kiemtin.language.terms.types import Type
from kiemtin.language.terms.units import unit_type

_LENGTHS = {t.SYLLABLES, t.WORDS, t.CHARACTERS, t.DURATION}
_AXES = (t.RANK, t.TEXT, t.NUMBER, t.SYLLABLES, t.WORDS, t.CHARACTERS, t.DURATION)


class Values(NamedTuple):
    """All tables and parameters by key; a group holds the statements behind a key, nearest pack first."""

    tables: dict[str, BoundTable]
    parameters: dict[str, BoundParameter]
    types: dict[str, Type]
    keys: dict[str, str]
    """What a pack may write -> key. A farther pack sees nearer overrides under the name it gave itself."""
    roots: dict[str, set[str]]
    """Key of a table -> the roots that its axes speak of."""
    groups: dict[str, list[Placed]]
    fields: tuple[DeclaredField, ...]
    """What the packs declare that may be said of an item."""

    def definitions(self) -> Definitions:
        """What expressions may name."""
        return Definitions(self.types, self.keys, self.fields)


def compile_values(links: Links, fields: tuple[DeclaredField, ...]) -> Values:
    tables: dict[str, BoundTable] = {}
    parameters: dict[str, BoundParameter] = {}
    types: dict[str, Type] = {}
    roots: dict[str, set[str]] = {}
    groups: dict[str, list[Placed]] = {}
    root_of, lost = _roots(links)
    by_root: dict[int, list[Placed]] = {}
    for placed in links.placed:
        if isinstance(placed.statement, s.Table | s.Parameter):
            by_root.setdefault(id(root_of[id(placed)]), []).append(placed)
    taken: dict[str, Placed] = {}
    for group in by_root.values():
        root = root_of[id(group[0])]
        if id(root) in lost:
            continue
        key = _name(root)
        if canonical_root(key) in ROOTS or unify_letters(key) != key:
            code = "pack.look-alike-letters" if unify_letters(key) != key else "pack.variable-taken"
            links.report(root.home, code, root.statement.span, name=key, found=key, meant=unify_letters(key))
        other = taken.setdefault(key, root)
        if other is not root:
            if other.home is not root.home:
                links.report(
                    other.home, "pack.name-taken", other.statement.span,
                    related=(("pack.first-here", root),), name=key, pack=root.home.pack.name,
                )  # fmt: skip
            continue
        groups[key] = group
        if isinstance(root.statement, s.Table):
            table, types[key], roots[key] = _compile_table(key, root, group, links, fields)
            tables |= {key: table} if table is not None else {}
        else:
            parameters[key], types[key] = _compile_parameter(key, group, links)
    return Values(tables, parameters, types, _visible_names(groups), roots, groups, fields)


def _name(placed: Placed) -> str:
    assert isinstance(placed.statement, s.Table | s.Parameter)
    return placed.statement.name


def _roots(links: Links) -> tuple[dict[int, Placed], set[int]]:
    """For every table and parameter the one at the far end of its overrides, or itself; and those that
    override nothing there is."""
    lost: set[int] = set()
    nearest: dict[int, Placed] = {}
    for placed in reversed(links.placed):  # the farthest packs first: their roots are then known
        statement = placed.statement
        if not isinstance(statement, s.Table | s.Parameter):
            continue
        target = None
        if statement.replaces is not None:
            target = links.resolve(type(statement), statement.replaces, placed.home, farther=True)
            if target is None:
                report_unknown_override(links, placed, statement.replaces)
                lost.add(id(placed))
        nearest[id(placed)] = nearest[id(target)] if target is not None else placed
    return nearest, lost


def report_unknown_override(links: Links, placed: Placed, written: str) -> None:
    """`thay` names what no pack behind this one has."""
    kind = type(placed.statement)
    behind = links.packs[links.packs.index(placed.home) + 1 :]
    known = [
        f"{one.home.pack.name}.{getattr(one.statement, 'name', '')}"
        for one in links.of(kind)
        if one.home in behind
    ]
    meant = did_you_mean(written, known)
    code = "pack.unknown-override-near" if meant else "pack.unknown-override"
    links.report(placed.home, code, placed.statement.span, found=written, meant=meant or "")


def _visible_names(groups: Mapping[str, list[Placed]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for key, group in groups.items():
        for placed in group:
            names.setdefault(_name(placed), key)
            names.setdefault(f"{placed.home.pack.name}.{_name(placed)}", key)
    return names


def _compile_table(
    key: str, root: Placed, group: list[Placed], links: Links, fields: tuple[DeclaredField, ...]
) -> tuple[BoundTable | None, Type, set[str]]:
    """The table (None if its axes are wrong), the type of its cells and the roots of its axes."""
    table = root.statement
    assert isinstance(table, s.Table)

    inference = Inference(Definitions({}, {}, fields), links.reporter(root.home))
    axes = tuple(map(inference.infer, table.axes))
    for source, axis in zip(table.axes, axes, strict=True):
        if axis.type not in (*_AXES, UNKNOWN):
            assert axis.type is not None
            found, expected = type_words(axis.type), any_of(_AXES)
            links.report(root.home, "pack.axis-type", source.span, found=found, expected=expected)
    if not axes or any(axis.type not in _AXES for axis in axes):  # overrides nothing, or an axis is wrong
        return None, UNKNOWN, set()
    layers: list[tuple[Citation, s.TableVersion]] = []
    cell_types: set[Type] = set()
    for placed in group:
        assert isinstance(placed.statement, s.Table)
        if placed.statement.axes and placed.statement.axes != table.axes:
            links.report(placed.home, "pack.other-axes", placed.statement.span, table=table.name)
            continue
        dated: list[tuple[Citation, s.TableVersion]] = []
        for version in placed.statement.versions:
            validity = both(version.validity, placed.home.pack.validity)
            if validity is None:
                links.report(placed.home, "pack.never-in-force", version.span)
                continue
            if (len(axes) > 1 and not version.columns) or len(version.heads) < len(axes):
                links.report(placed.home, "pack.table-without-heading", version.span)
            elif len(version.heads) > len(axes):
                links.report(placed.home, "pack.table-one-axis", version.span)
            else:
                fitted = _fit_version(version, axes, placed, links, cell_types)
                status = version.status or placed.home.pack.status
                dated.append((placed.citation, replace(fitted, validity=validity, status=status)))
        dated.sort(key=lambda layer: _start(layer[1].validity), reverse=True)
        layers += dated
    return BoundTable(key, axes, tuple(layers)), _table_type(cell_types, root, links), inference.roots


def _start(validity: Validity) -> int:
    return validity.start.toordinal() if validity.start else 0


def _table_type(cell_types: set[Type], root: Placed, links: Links) -> Type:
    if len(cell_types) == 1:
        return next(iter(cell_types))
    if cell_types and cell_types <= _LENGTHS:
        return t.LENGTH
    if cell_types:
        links.report(
            root.home, "pack.mixed-cells", root.statement.span, types=any_of(tuple(sorted(cell_types)))
        )
    return UNKNOWN


def _fit_version(
    version: s.TableVersion,
    axes: tuple[s.Expression, ...],
    placed: Placed,
    links: Links,
    cell_types: set[Type],
) -> s.TableVersion:
    """The version with its heads checked against the axes, texts in their one spelling, no places."""
    columns = tuple(_fit(c, axes[-1], placed, links) for c in version.columns)
    rows = []
    for row in version.rows:
        cells: list[s.Quantity | s.Text | None] = []
        for cell in row.cells:
            if isinstance(cell, s.Quantity):
                cell_types.add(unit_type(cell.unit))
                cells.append(s.Quantity(cell.value, cell.unit, type=unit_type(cell.unit)))
            elif isinstance(cell, s.Text):
                cell_types.add(t.TEXT)
                cells.append(s.Text(cell.value, type=t.TEXT))
            else:
                cells.append(None)
        fitted = [_fit(head, axis, placed, links) for head, axis in zip(row.conditions, axes, strict=False)]
        rows.append(s.TableRow(fitted[0], tuple(cells), fitted[1] if len(fitted) > 1 else None))
    return s.TableVersion(columns, tuple(rows))


def _fit(condition: s.Condition, axis: s.Expression, placed: Placed, links: Links) -> s.Condition:
    axis_type = axis.type
    if isinstance(condition, s.Otherwise) or axis_type is UNKNOWN:
        return condition
    span = condition.span
    found: Type
    match condition:
        case s.RankBand(low, high):
            if high < low:
                links.report(placed.home, "pack.band-reversed", span)
            found = t.RANK
            fitted: s.Condition = s.RankBand(low, high)
        case s.Text(written):
            found = t.TEXT
            fitted = s.Text(written, type=t.TEXT)
            if isinstance(axis, s.Attribute) and axis.name in CLOSED_VALUES:
                inference = Inference(Definitions({}, {}), links.reporter(placed.home))
                fitted = s.Text(inference.closed_value(axis.name, written, span), type=t.TEXT)
        case s.Quantity(value, unit):
            found = unit_type(unit)
            fitted = s.Quantity(value, unit, type=found)
        case s.Range(s.Quantity() as low_bound, s.Quantity() as high_bound):
            found = unit_type(high_bound.unit)
            if high_bound.value < low_bound.value and low_bound.unit == high_bound.unit:
                links.report(placed.home, "pack.band-reversed", span)
            fitted = s.Range(
                s.Quantity(low_bound.value, low_bound.unit, type=unit_type(low_bound.unit)),
                s.Quantity(high_bound.value, high_bound.unit, type=found),
                type=t.collection(found),
            )
        case _:
            raise AssertionError(condition)
    if found != axis_type and not (axis_type == t.RANK and found == t.NUMBER):
        assert axis_type is not None
        links.report(
            placed.home, "pack.condition-type", span, found=type_words(found), expected=type_words(axis_type)
        )
    elif axis_type == t.RANK and found == t.NUMBER:
        links.report(placed.home, "pack.rank-condition", span)
    return fitted


def _compile_parameter(key: str, group: list[Placed], links: Links) -> tuple[BoundParameter, Type]:
    types: dict[Type, Placed] = {}
    layers: list[tuple[Citation, s.ParameterValue]] = []

    for placed in group:
        home = placed.home
        assert isinstance(placed.statement, s.Parameter)
        inference = Inference(Definitions({}, {}), links.reporter(home))
        dated = []
        for one in placed.statement.values:
            typed = inference.infer(one.value)
            assert typed.type is not None
            types.setdefault(typed.type, placed)
            if len(types) > 1 and types[typed.type] is placed and typed.type != next(iter(types)):
                links.report(home, "pack.type-mismatch", one.span, left=type_words(next(iter(types))),
                             right=type_words(typed.type))  # fmt: skip
            validity = both(one.validity, home.pack.validity)
            if validity is None:
                links.report(home, "pack.never-in-force", one.span)
                continue
            dated.append((placed.citation, s.ParameterValue(typed, validity, one.status or home.pack.status)))
        dated.sort(key=lambda layer: _start(layer[1].validity), reverse=True)
        layers += dated
    return BoundParameter(key, tuple(layers)), next(iter(types)) if len(types) == 1 else UNKNOWN
