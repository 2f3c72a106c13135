"""The words by which a text in capitals is spelled in the usual case."""

from __future__ import annotations

from kiemtin.officials.words.tables import WordTable


class CapitalWords(WordTable):
    """Words of one vocabulary, immutable; but for `kept`, in small letters."""

    kept: frozenset[str]
    surnames: frozenset[str]
    middle: frozenset[str]
    organ_nouns: frozenset[str]
    small: frozenset[str]
    before_names: frozenset[str]
    names: frozenset[str]
