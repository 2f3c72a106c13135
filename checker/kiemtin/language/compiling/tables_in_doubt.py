"""What is wrong with a table as a whole: gaps, heads that overlap, rows never used, versions out of order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise, product
from typing import Protocol

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import text_key
from kiemtin.language import syntax as s
from kiemtin.language.choosing import Known, interval, takes
from kiemtin.language.compiling.axis_heads import closed_values, spelled
from kiemtin.language.compiling.linking import Links, Placed
from kiemtin.language.compiling.values import Values
from kiemtin.language.terms import type_words
from kiemtin.language.terms import types as t
from kiemtin.language.terms.type_words import ANY_OTHER_CASE
from kiemtin.language.writing.printing import number_words


def analyse_tables(links: Links, values: Values) -> None:
    """Reports to `links`. Gaps are warnings, and looked for only where no table behind can answer."""
    for key, group in values.groups.items():
        for placed in group:
            if isinstance(placed.statement, s.Table):
                axes = values.tables[key].axes
                for version in placed.statement.versions:
                    if len(version.heads) < len(axes):
                        continue
                    if len(axes) == _THREE:
                        _analyse_pairs(version.rows, axes, placed, links)
                    else:
                        _analyse_heads(version.heads[0], axes[0], placed, links)
                    if len(axes) > 1:
                        _analyse_heads(version.columns, axes[-1], placed, links)
                if placed is group[-1] and placed.home.role == "main" and placed.statement.versions:
                    _analyse_gaps(placed, axes, links)
    for placed in links.placed:
        match placed.statement:
            case s.Table(versions=versions):
                _analyse_order(versions, placed, links)
            case s.Parameter(values=dated):
                _analyse_order(dated, placed, links)
            case s.Precedence(versions=lists):
                _analyse_order(lists, placed, links)


def _analyse_heads(heads: Sequence[s.Condition], axis: s.Expression, placed: Placed, links: Links) -> None:
    earlier: list[s.Condition] = []
    for head in (spelled(head, axis) for head in heads):
        if isinstance(head, s.Otherwise):
            if any(isinstance(one, s.Otherwise) for one in earlier):
                links.report(placed.home, "pack.masked-row", head.span)
        else:
            shared = [case for case in _edges([*earlier, head], axis) if takes(head, case)]
            taken = [case for case in shared if any(takes(one, case) for one in earlier)]
            if shared and shared == taken:
                links.report(placed.home, "pack.masked-row", head.span)
            elif taken:
                links.report(placed.home, "pack.table-overlap", head.span, overlap=case_words(axis, taken[0]))
        earlier.append(head)


_THREE = 3


def _analyse_pairs(
    rows: Sequence[s.TableRow], axes: Sequence[s.Expression], placed: Placed, links: Links
) -> None:
    """Rows with two heads: two that say `còn lại` at the same heads must not share a case of the others."""
    earlier: list[tuple[s.Condition, ...]] = []
    for row in rows:
        heads = tuple(spelled(head, axis) for head, axis in zip(row.conditions, axes, strict=False))
        alike = [each for each in earlier if _pattern(each) == _pattern(heads)]
        grid = list(
            product(
                *(_cases([*(each[at] for each in alike), heads[at]], axes[at]) for at in range(len(heads)))
            )
        )
        shared = [case for case in grid if _take(heads, case)]
        taken = [case for case in shared if any(_take(each, case) for each in alike)]
        if taken and shared == taken:
            links.report(placed.home, "pack.masked-row", row.span)
        elif taken:
            at = next((at for at, head in enumerate(heads) if not isinstance(head, s.Otherwise)), 0)
            known = taken[0][at]
            overlap = ANY_OTHER_CASE if known is None else case_words(axes[at], known)
            links.report(placed.home, "pack.table-overlap", row.span, overlap=overlap)
        earlier.append(heads)


def _pattern(heads: Sequence[s.Condition]) -> tuple[bool, ...]:
    return tuple(isinstance(head, s.Otherwise) for head in heads)


def _cases(heads: Sequence[s.Condition], axis: s.Expression) -> list[Known | None]:
    """The edges of heads that name their cases; None stands for all that `còn lại` takes."""
    return [None] if isinstance(heads[-1], s.Otherwise) else list(_edges(heads, axis))


def _take(heads: Sequence[s.Condition], case: Sequence[Known | None]) -> bool:
    return all(
        isinstance(head, s.Otherwise) or takes(head, one) for head, one in zip(heads, case, strict=True)
    )


def _edges(heads: Sequence[s.Condition], axis: s.Expression) -> list[Known]:
    """The ends of every head, what lies just beside them, and every text; the heads change nowhere else."""
    found: dict[Known, None] = {}
    whole = axis.type in {t.RANK, t.NUMBER, t.SYLLABLES, t.WORDS, t.CHARACTERS}
    for head in heads:
        if isinstance(head, s.Text):
            found[text_key(head.value)] = None
        elif (bounds := interval(head)) is not None:
            beside = (bounds[0] - 1, bounds[1] + 1) if whole else ((bounds[0] + bounds[1]) / 2,)
            found |= dict.fromkeys((*bounds, *beside))
    return list(found)


def _analyse_gaps(placed: Placed, axes: Sequence[s.Expression], links: Links) -> None:
    """The first version must answer every case: later ones fall back on it."""
    assert isinstance(placed.statement, s.Table)
    first = placed.statement.versions[0]
    if len(first.heads) < len(axes):
        return
    gaps = [
        _gap([spelled(head, axis) for head in named], axis)
        for axis, named in zip(axes, first.heads, strict=True)
    ]
    if len(axes) == _THREE:
        gaps[1] = _gap_of_pairs(first.rows, axes)
    for gap in gaps:
        if gap is not None:
            links.report(
                placed.home, "pack.table-gap", placed.statement.span, warning=True,
                table=placed.statement.name, gap=gap,
            )  # fmt: skip


def _gap_of_pairs(rows: Sequence[s.TableRow], axes: Sequence[s.Expression]) -> Phrase | None:
    """A case of the second axis that no row takes together with some case of the first."""
    firsts = [spelled(row.condition, axes[0]) for row in rows]
    for case in (*_edges(firsts, axes[0]), None):
        beside = [
            spelled(row.second, axes[1])
            for row, first in zip(rows, firsts, strict=True)
            if row.second is not None and (isinstance(first, s.Otherwise) or takes(first, case))
        ]
        gap = _gap(beside, axes[1]) if beside else None
        if gap is not None:
            return gap
    return None


def _gap(heads: Sequence[s.Condition], axis: s.Expression) -> Phrase | None:
    """A case that no head takes, in words."""
    if any(isinstance(head, s.Otherwise) for head in heads):
        return None
    closed = closed_values(axis)
    if closed is not None:
        missing = next((value for value in closed if not any(takes(h, text_key(value)) for h in heads)), None)
        return Phrase(f"“{missing}”", f"“{missing}”") if missing is not None else None
    if axis.type == t.TEXT:
        return ANY_OTHER_CASE
    number = 1.0
    for low, high in sorted(bounds for head in heads if (bounds := interval(head)) is not None):
        if low <= number:
            number = max(number, high + 1)
    return case_words(axis, number)


def case_words(axis: s.Expression, case: Known) -> Phrase:
    """A case as a sentence says it: `bậc 3`, `loại_hình “báo in”`."""
    shown = f"“{case}”" if isinstance(case, str) else number_words(int(case) if case == int(case) else case)
    return type_words.case_words(axis.name if isinstance(axis, s.Attribute) else None, shown)


class _Dated(Protocol):
    @property
    def validity(self) -> Validity: ...
    @property
    def span(self) -> Span: ...


def _analyse_order(versions: Sequence[_Dated], placed: Placed, links: Links) -> None:
    for before, after in pairwise(versions):
        first, second = (one.validity.start or date.min for one in (before, after))
        if first == second:
            links.report(placed.home, "pack.versions-overlap", after.span)
        elif second < first:
            links.report(placed.home, "pack.versions-not-in-order", after.span)
