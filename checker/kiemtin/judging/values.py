"""Values that expressions come to, and three-valued logic over them.

Numbers, texts, days and truths are Python's own (durations in seconds). Beside them stand two ways of
having no value: what does not exist (`ABSENT`: nobody is named, so there is no subject) and what was not
supplied (`Missing`: the page). Comparisons with what does not exist are false; what was not supplied
propagates, unless the rest decides (`false and missing` is false).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from kiemtin.foundation.text import text_key
from kiemtin.judging.findings import MissingDatum

NO_LIMIT = "no-limit"
"""Name of the missing datum that stands for an empty cell or a case that a table says nothing of."""
UNDEFINED = "undefined"
"""Name of the missing datum that stands for a calculation without result."""


class Void:
    """Base of both ways of having no value."""

    __slots__ = ()


class Absent(Void):
    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = Absent()


class Missing(Void):
    """Not supplied, with all that would have to be given."""

    __slots__ = ("data",)

    def __init__(self, *data: MissingDatum) -> None:
        self.data = data

    def __repr__(self) -> str:
        return f"Missing({', '.join(datum.name for datum in self.data)})"

    def and_also(self, other: Missing | None) -> Missing:
        if other is None or other is self:
            return self
        return Missing(*self.data, *(datum for datum in other.data if datum not in self.data))

    @property
    def is_unlimited(self) -> bool:
        """All that is missing is a limit: the rule has nothing to say here."""
        return all(datum.name == NO_LIMIT for datum in self.data)


class AtLeast(Missing):
    """A number of which only a lower bound is known, with what is missing to know it."""

    __slots__ = ("least",)

    def __init__(self, least: int, *data: MissingDatum) -> None:
        super().__init__(*data)
        self.least = least


class Leaning(Missing):
    """Not known for sure, and most likely false: a requirement that comes to it fails, unconfirmed."""

    __slots__ = ()


def missing(name: str, /, **arguments: object) -> Missing:
    return Missing(MissingDatum(name, arguments))


Truth = bool | Void
"""What a condition comes to before it decides: what does not exist counts as false."""


class Amount:
    """A number with its unit where only the unit of the other side says how to measure."""

    __slots__ = ("unit", "value")

    def __init__(self, value: float, unit: str | None) -> None:
        self.value, self.unit = value, unit


Value = Any
"""What an expression comes to: of the type that the language has proved, which Python's cannot follow."""
E = TypeVar("E")


class Members(Generic[E]):
    """The elements of a collection; `missing` if it is not known whether there are more.

    `source` is what the elements were taken from, for predicates that need its context: a listing for
    its officials, a mention for its titles, an item for its leaders.
    """

    __slots__ = ("elements", "missing", "source")

    def __init__(self, elements: Sequence[E], source: object = None, missing: Missing | None = None) -> None:
        self.elements, self.source, self.missing = elements, source, missing


def conjunction(truths: Iterable[Truth]) -> bool | Missing:
    """Kleene's `and`. Stops at the first False."""
    unknown: Missing | None = None
    for truth in truths:
        if truth is True:
            continue
        if truth.__class__ is Missing:
            unknown = truth.and_also(unknown)
        else:
            return False
    return True if unknown is None else unknown


def disjunction(truths: Iterable[Truth]) -> bool | Missing:
    """Kleene's `or`. Stops at the first True."""
    unknown: Missing | None = None
    for truth in truths:
        if truth is True:
            return True
        if truth.__class__ is Missing:
            unknown = truth.and_also(unknown)
    return False if unknown is None else unknown


def negation(truth: Truth) -> bool | Missing:
    """Kleene's `not`; what does not exist counts as false."""
    return truth if truth.__class__ is Missing else truth is not True


def identity(value: object) -> object:
    """Under which two values are equal: texts by `text_key`, people by who they are."""
    if isinstance(value, str):
        return text_key(value)
    return getattr(value, "identity", value)
