"""What is built, as bytes and back: records of ours, days, patterns and containers, and nothing that runs.

Pickle's own code reads and writes it, for a start from the cache is what an editor waits for
(docs/security.md has the figures); what it may make or call is named here.
"""

from __future__ import annotations

import pickle
from enum import Enum
from io import BytesIO
from typing import Any

_PLAIN = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("re", "_compile"),
    }
)
_RESTORING = frozenset(
    {
        ("kiemtin.foundation.records", "_restore"),
        ("kiemtin.officials.words.tables", "_restored"),
    }
)


class _Loader(pickle.Unpickler):
    """Refuses every name but those of records."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        name = module_name, global_name
        if name in _PLAIN or name in _RESTORING:
            return super().find_class(*name)
        if module_name.startswith("kiemtin.") and global_name.isidentifier():
            found = super().find_class(*name)
            if isinstance(found, type) and _is_record(found):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")


def _is_record(found: type) -> bool:
    """Whether a class is a record of data: an enumeration, a named tuple, or what says how it is restored."""
    return issubclass(found, (Enum, tuple)) or found.__reduce__ is not object.__reduce__


def load(stored: bytes) -> Any:
    """What `dump` made bytes of. Raises whatever is wrong with others."""
    return _Loader(BytesIO(stored)).load()


def dump(built: object) -> bytes:
    return pickle.dumps(built, protocol=pickle.HIGHEST_PROTOCOL)
