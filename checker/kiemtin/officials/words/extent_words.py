"""The words by which the end of a title is found, and what belongs to the name of its organ."""

from __future__ import annotations

from collections.abc import Mapping

from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable


class ExtentWords(WordTable):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    no_organ_nouns: frozenset[str]
    nations: frozenset[str]
    home_words: frozenset[str]
    numbered: frozenset[str]
    events: Form
    about: Form
    before_papers: tuple[str, ...]
    """But for the first letter, whose case is free: "iên tập"."""
    owners: frozenset[str]
    after_several: frozenset[str]
    levels: frozenset[str]
    not_after_and: frozenset[str]
    reads_on: frozenset[str]
    abbreviated_behind: frozenset[str]
    places_begun: frozenset[str]
    halves: frozenset[str]
    before_numbers: frozenset[str]
    about_begun: frozenset[str]
    hanging: frozenset[str]
    terms: frozenset[str]
    cities_begun: frozenset[str]
    organ_nouns: frozenset[str]
    schools: frozenset[str]
    heads_inside: tuple[str, ...]
    boards: tuple[str, ...]
    heads_inside_of: tuple[str, ...]
    places_with_honorifics: tuple[str, ...]
    professions_of: tuple[str, ...]
    no_heads_before: tuple[str, ...]
    bracketed: tuple[str, ...]
    halves_of_heads: frozenset[str]
    before_halves: frozenset[str]
    organs_of_members: frozenset[str]
    no_misspelt_heads: frozenset[str]
    heads_inside_boards: frozenset[str]
    units: frozenset[str]
    abroad: frozenset[str]
    classifiers: frozenset[str]
    before_letters: frozenset[str]
    functions: Form
    chairs: Form
    given: tuple[str, ...]
    """Behind these stands an office that is given to somebody: "giữ chức ", "giữ chức tân "."""
    said_before: tuple[str, ...]
    """One of these ends before a title that is given, sought or said of somebody: a quick no."""
    asides: tuple[str, ...]
    no_titles: frozenset[str]
    candidates: tuple[str, ...]
    holders: Form
    ranked: Form
    organ_ranks: Mapping[str, int]
    """Organs in small letters, those that hold others above them: 1 is a "đội", 6 is the army."""
