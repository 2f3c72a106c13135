"""The identity of a finding: it survives moved lines and another export, not changed words.

Signs, spaces and the case of letters do not count, for programs write quotes, dashes and line breaks as they
like.
"""

from __future__ import annotations

import re
from collections import Counter

from kiemtin.documents.model import Block, Document, Zone
from kiemtin.foundation.hashing import blake2b
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold

_AROUND = 60
_HEAD = 16
"""Words of an item that stand for it."""


class Fingerprints:
    """Hands out the fingerprints of one document; what recurs with the same words is counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: Counter[str] = Counter()

    def of(self, rule: str, item: int, place: Span | None) -> str:
        """From rule, outlet, the words and their neighbours in the paragraph; without place, from how the
        item begins, or the day of the bulletin."""
        document = self._document
        metadata = document.metadata if item < 0 else document.items[item].metadata
        outlet = metadata.outlet or document.metadata.outlet or ""
        text = document.text
        if place is not None:
            block = next((each for each in document.blocks if each.start <= place.start < each.end), None)
            start, end = (block.start, block.end) if block else (0, len(text))
            words = [
                _words(text[max(start, place.start - _AROUND) : place.start])[-3:],
                _words(place.of(text)),
                _words(text[place.end : min(end, place.end + _AROUND)])[:3],
            ]
        elif item < 0:
            words = [[str(document.metadata.day or "")]]
        else:
            words = [_head(text, document.items[item].blocks)]
        said = "\x1f".join([rule, " ".join(_words(outlet)), *(" ".join(part) for part in words)])
        self._seen[said] += 1
        return blake2b(f"{said}\x1f{self._seen[said]}".encode(), digest_size=10).hexdigest()


def _head(text: str, blocks: tuple[Block, ...]) -> list[str]:
    """How an item begins, without what is said beside it, which another file may say otherwise."""
    words: list[str] = []
    for block in blocks:
        if block.zone is not Zone.METADATA and len(words) < _HEAD:
            words += _words(text[block.start : min(block.end, block.start + 12 * _HEAD)])
    return words[:_HEAD]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
