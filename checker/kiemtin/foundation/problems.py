"""The second family of errors: the pack, the file or the tool is wrong (a wrong text is a finding)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.records import Record


class ExitCode(IntEnum):
    """What a process of ours ends with; documented in the README."""

    NOTHING_FOUND = 0
    FINDINGS = 1
    USAGE = 2
    DOCUMENT_UNREADABLE = 3
    PACK_INVALID = 4
    TOOL_FAILED = 5


class Problem(Record):
    """One thing wrong: a code, which is also the id of its message, and where it is.

    `arguments` fill the message; `related` are further places with the id of their caption;
    `warning` problems are shown but do not make a pack invalid.
    """

    code: str
    place: FilePlace
    arguments: Mapping[str, object] = MappingProxyType({})
    related: tuple[tuple[str, FilePlace], ...] = ()
    warning: bool = False


class KiemtinError(Exception):
    """Carries problems to the edge that shows them."""

    exit_code = ExitCode.TOOL_FAILED

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(f"{problem.place}: {problem.code}" for problem in self.problems))


class DocumentError(KiemtinError):
    """A document cannot be read."""

    exit_code = ExitCode.DOCUMENT_UNREADABLE


class PackError(KiemtinError):
    """A pack, a vocabulary or a roster is not valid."""

    exit_code = ExitCode.PACK_INVALID
