"""Tables of words: what a vocabulary holds, under the names by which recognition looks it up."""

from __future__ import annotations

from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class WordTable:
    """Base of tables made of one vocabulary: fields by their annotations, given by keyword, never changed.

    What a field means is said once: above the list of its name, in the vocabulary's tables.yaml or
    patterns.yaml, or below the field where it is worked out (building.py).

    No `Record`, for in a compiled wheel its fields are read as a structure's, without a look-up.
    """

    def __init__(self, **fields: Any) -> None:
        self._names = tuple(fields)
        for name, value in fields.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), {name: getattr(self, name) for name in self._names})


def _restored(table: type[WordTable], fields: dict[str, Any]) -> WordTable:
    return table(**fields)
