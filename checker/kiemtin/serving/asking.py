"""What is asked of the gate, and how it says no."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Ask(NamedTuple):
    """One piece to check, as it came."""

    kind: str
    """`json`, `file`, or what a webhook's body is."""
    body: bytes
    name: str = ""
    metadata: Mapping[str, Any] = MappingProxyType({})
    with_report: bool = True
    key: str | None = None
    source: str | None = None
    """The webhook that it came by."""

    @property
    def digest(self) -> str:
        told = f"{self.kind}\0{self.name}\0{self.metadata}\0{self.with_report}\0".encode("utf-8", "replace")
        return hashlib.sha256(told + self.body).hexdigest()


class RefusedError(Exception):
    """Not answered: the status, the id of what is told, its arguments, headers."""

    def __init__(
        self, status: int, code: str, headers: dict[str, str] | None = None, **arguments: object
    ) -> None:
        self.status, self.code, self.arguments, self.headers = status, code, arguments, headers or {}
        super().__init__(code)
