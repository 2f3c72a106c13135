"""The words by which a text in capitals is written in the usual case."""

from __future__ import annotations

from collections.abc import Mapping

from kiemtin.officials.words.tables import WordTable


class CapitalWords(WordTable):
    """Words of one vocabulary, immutable; but for `kept`, in small letters."""

    kept: frozenset[str]
    """Abbreviations: "UBND"."""
    surnames: frozenset[str]
    """Behind these stands a part of a name, and no verb."""
    middle: frozenset[str]
    """Behind a surname, so do these: "văn"."""
    organ_nouns: frozenset[str]
    """Behind these words of organs stands no verb."""
    small: frozenset[str]
    """Written small, with the verbs: honorifics."""
    before_names: frozenset[str]
    """With these end what stands before a name: "(đồng) chí"."""
    names: frozenset[str]
    """Verbs that are given names and surnames as well."""


def capital_words(words: Mapping[str, tuple[str, ...]]) -> CapitalWords:
    """From the vocabulary's lists by their names."""
    names = ("kept", "surnames", "middle", "organ_nouns", "small", "before_names", "names")
    return CapitalWords(**{name: frozenset(words[f"capitals_{name}"]) for name in names})
