"""The words by which lists of names are read: what joins members, what announces a list, what ends one."""

from __future__ import annotations

from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable


class ListingWords(WordTable):
    """Patterns of one vocabulary, immutable."""

    link: Form
    unnamed: Form
    private: Form
    private_and_unnamed: Form
    private_beside: Form
    organs: Form
    side: Form
    sides_begin: frozenset[str]
    clause: Form
    verb_behind: Form
    bare_to_end: Form
    cut: Form
    item: Form
    first_item: Form
    by_verb: Form
    announced: Form
    several: Form
    fronted: Form
    fronted_inside: Form
    governed: Form
    going_on: frozenset[str]
    and_others: frozenset[str]
    of_sides: tuple[str, ...]
    opened: tuple[str, ...]
    no_verbs: frozenset[str]
