from __future__ import annotations

import copy
import pickle

import pytest

from kiemtin.foundation.records import Record, aside, replace


class Point(Record):
    x: int
    y: int = 0
    note: str = aside(default="", kw_only=True)


class Solid(Point):
    z: int = 0


class Other(Record):
    x: int
    y: int = 0


def test_fields_in_order_with_defaults() -> None:
    solid = Solid(1, z=3, note="n")

    assert (solid.x, solid.y, solid.z, solid.note) == (1, 0, 3, "n")


def test_what_stands_aside_does_not_count() -> None:
    assert Point(1, 2, note="a") == Point(1, 2, note="b")
    assert hash(Point(1, 2, note="a")) == hash(Point(1, 2, note="b"))
    assert Point(1, 2) != Point(1, 3)


def test_records_of_two_kinds_differ() -> None:
    assert Point(1, 2) != Other(1, 2)
    assert Solid(1) != Point(1)


def test_nothing_can_be_changed() -> None:
    point = Point(1)

    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        point.unknown = 2  # type: ignore[attr-defined]


def test_copies_with_changes() -> None:
    point = Point(1, note="n")
    changed = replace(point, y=5)

    assert (changed.x, changed.y, changed.note) == (1, 5, "n")
    assert point.y == 0


def test_pickles_and_copies_keep_everything() -> None:
    solid = Solid(1, 2, 3, note="n")

    for again in (pickle.loads(pickle.dumps(solid)), copy.deepcopy(solid)):
        assert again == solid
        assert again.note == "n"


def test_patterns() -> None:
    match Solid(1, 2, 3):
        case Solid(x, y, z):
            assert (x, y, z) == (1, 2, 3)


def test_it_says_what_it_is() -> None:
    assert repr(Point(1, note="n")) == "Point(x=1, y=0)"


@pytest.mark.parametrize(
    "make",
    [
        Point,
        lambda: Point(1, 2, 3),
        lambda: Point(1, x=1),
        lambda: Point(1, unknown=1),
    ],
)
def test_wrong_fields_are_refused(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TypeError):
        make()
