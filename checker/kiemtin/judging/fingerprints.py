"""The identity of a finding: it survives moved lines, not changed words."""

from __future__ import annotations

from collections import Counter

from kiemtin.documents.model import Document
from kiemtin.foundation.hashing import blake2b
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold

_AROUND = 40
_HEAD = 120


class Fingerprints:
    """Hands out the fingerprints of one document; what recurs with the same words is counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: Counter[str] = Counter()

    def of(self, rule: str, item: int, place: Span | None) -> str:
        """From rule, outlet, the words and their neighbours in the paragraph; without place, from how the
        item begins."""
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
        else:
            blocks = document.blocks if item < 0 else document.items[item].blocks
            words = [_words(text[blocks[0].start : blocks[0].start + _HEAD])] if blocks else []
        said = "\x1f".join([rule, " ".join(_words(outlet)), *(" ".join(part) for part in words)])
        self._seen[said] += 1
        return blake2b(f"{said}\x1f{self._seen[said]}".encode(), digest_size=10).hexdigest()


def _words(text: str) -> list[str]:
    return fold(text).split()
