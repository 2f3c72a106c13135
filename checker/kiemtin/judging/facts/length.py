"""How long a piece is, in the unit of the limit.

What counts: headline, lead, body and captions, for all of it is printed and an editor compares it with
Word's own count of the draft. Technical cues and metadata do not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from kiemtin.documents.model import Block, Zone
from kiemtin.judging.values import Missing, missing

COUNTED = frozenset({Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION})


def syllables(text: str) -> int:
    """Chữ: runs of characters between white space, as Word counts. A dash between spaces is one, too."""
    return len(text.split())


def syllables_of(text: str, blocks: Iterable[Block]) -> int:
    counted = 0
    for block in blocks:
        if block.zone in COUNTED:
            counted += len(text[block.start : block.end].split())
    return counted


def characters_of(text: str, blocks: Iterable[Block]) -> int:
    """Ký tự: all characters of what counts, spaces among them; the breaks between paragraphs are none."""
    return sum(block.end - block.start for block in blocks if block.zone in COUNTED)


@cache
def segmenter_is_installed() -> bool:
    return find_spec("underthesea") is not None


def words_of(text: str, blocks: Iterable[Block]) -> int | Missing:
    """Từ, as underthesea segments, signs not counted; missing if it is not installed."""
    if not segmenter_is_installed():
        return missing("words")
    # Untyped and optional, so it is asked for by name.
    word_tokenize = import_module("underthesea").word_tokenize
    counted = 0
    for block in blocks:
        if block.zone in COUNTED:
            words = word_tokenize(text[block.start : block.end])
            counted += sum(any(char.isalnum() for char in word) for word in words)
    return counted
