"""Names: properties in both languages, and what was probably meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kiemtin.foundation.text import fold, strip_tones
from kiemtin.language.terms.schema import PROPERTIES, ROOTS


@cache
def property_names() -> dict[str, str]:
    """Folded Vietnamese and English name -> canonical name."""
    names: dict[str, str] = {}
    for row in PROPERTIES:
        for written in (row.vi, row.name):
            assert names.setdefault(fold(written), row.name) == row.name, written
    return names


@cache
def vietnamese_properties() -> dict[str, str]:
    """Canonical name -> Vietnamese name."""
    names: dict[str, str] = {}
    for row in PROPERTIES:
        assert names.setdefault(row.name, row.vi) == row.vi, row
    return names


@cache
def collections() -> frozenset[str]:
    """Canonical names of the properties that give several things; such a name does so wherever it stands."""
    return frozenset(row.name for row in PROPERTIES if row.type.element is not None)


@cache
def root_names() -> dict[str, str]:
    """Folded Vietnamese and English name -> canonical name of a root."""
    return {fold(written): name for name, (vi, _) in ROOTS.items() for written in (vi, name)}


def canonical_property(written: str) -> str:
    """The canonical name of a property, its words joined or not, or `written` if there is none."""
    return property_names().get(fold("_".join(written.split())), written)


def canonical_root(written: str) -> str:
    """The canonical name of a root, or `written`: the name of a variable, table or parameter."""
    return root_names().get(fold(written), written)


def vietnamese_name(canonical: str) -> str:
    """How a property is written in Vietnamese."""
    return vietnamese_properties().get(canonical, canonical)


def vietnamese_root(canonical: str) -> str:
    return ROOTS[canonical][0] if canonical in ROOTS else canonical


def did_you_mean(written: str, known: Iterable[str], nearness: float = 0.66) -> str | None:
    """The known name that `written` is most like, tones and underscores aside; None if none is near.

    `nearness` of 1 takes what is the same, of 0 anything.
    """
    from difflib import get_close_matches

    plain: dict[str, str] = {}
    for name in known:
        plain.setdefault(_plain(name), name)
    found = get_close_matches(_plain(written), plain, n=1, cutoff=nearness)
    return plain[found[0]] if found else None


def _plain(name: str) -> str:
    return " ".join(strip_tones(name).replace("_", " ").replace("-", " ").split())
