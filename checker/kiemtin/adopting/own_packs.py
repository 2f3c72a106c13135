"""The packs in a folder: which of them a newsroom means, and which only stand beneath another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiemtin.foundation.text import normalize
from kiemtin.language.pack_files import referred_names

_LARGEST = 1_000_000


def leaves(folder: Path, paths: Sequence[str]) -> tuple[str, ...]:
    """Those of the packs that no other of them refines or uses, in their order."""
    beneath: set[str] = set()
    for path in paths:
        try:
            with (folder / path).open("rb") as stream:
                beneath.update(referred_names(stream.read(_LARGEST)))
        except OSError:
            continue
    return tuple(path for path in paths if normalize(Path(path).stem).text not in beneath)
