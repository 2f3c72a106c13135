"""Regular expressions whose compiled code can be kept: compiling a long one takes 3 to 7 ms of each start.

`re` has no public way to do so. Where the interpreter has none either, or refuses the code, the expression is
compiled as ever; the cache asks for the same interpreter by itself.
"""

from __future__ import annotations

import re
from array import array

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, groups by their names, names by their groups."""


def code_of(source: str, flags: int = 0) -> Code | None:
    """What `pattern_of` makes the expression of again, None where the interpreter does not tell."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, group in state.groupdict.items():
            names[group] = name
        code = array("I", _compiler._code(parsed, flags)).tobytes()
        return flags | state.flags, code, state.groups - 1, state.groupdict, tuple(names)
    except (ImportError, AttributeError, TypeError):
        return None


def pattern_of(source: str, flags: int = 0, code: Code | None = None) -> re.Pattern[str]:
    """The expression, from its code if that is given."""
    if code is not None:
        try:
            from _sre import compile as from_code  # type: ignore[import-not-found]

            numbers = array("I", code[1]).tolist()
            pattern: re.Pattern[str] = from_code(source, code[0], numbers, *code[2:])
        except (ImportError, TypeError, ValueError, RuntimeError):
            pass
        else:
            return pattern
    return re.compile(source, flags)
