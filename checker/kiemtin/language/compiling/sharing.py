"""Equal parts of a rulebook made one object: it is stored once, and read from the cache in less time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

from kiemtin.foundation.records import Record

T = TypeVar("T")


def share(value: T, seen: dict[Hashable, Any]) -> T:
    """`value` with its parts replaced by those in `seen` that say the same, types and all.

    Parts are shared before the whole, so those that say the same are the same object.
    """
    if isinstance(value, Record):
        parts = tuple(share(getattr(value, field), seen) for field in value._fields)
        key = (type(value), *map(id, parts))
        if key not in seen:
            seen[key] = type(value)(**dict(zip(value._fields, parts, strict=True)))
    elif isinstance(value, tuple) and type(value) is tuple:
        parts = tuple(share(part, seen) for part in value)
        key = (tuple, *map(id, parts))
        seen.setdefault(key, parts)
    elif isinstance(value, dict):
        parts_by_key: Any = {key: share(part, seen) for key, part in value.items()}
        return parts_by_key  # type: ignore[no-any-return]
    elif isinstance(value, Hashable):
        key = (type(value), value)
        seen.setdefault(key, value)
    else:
        return value
    shared: T = seen[key]
    return shared
