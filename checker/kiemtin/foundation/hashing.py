"""Hashes from the interpreter itself: `hashlib` loads OpenSSL for them, 4 ms of each start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from hashlib import _Hash
    from hashlib import blake2b as _Blake2b  # noqa: N812


def _own(module: str, name: str) -> object:
    try:
        return getattr(import_module(module), name)
    except ImportError:  # built without it, or another interpreter
        return getattr(import_module("hashlib"), name)


_SHA2 = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
sha256 = cast("Callable[[bytes], _Hash]", _own(_SHA2, "sha256"))
blake2b = cast("type[_Blake2b]", _own("_blake2", "blake2b"))
