"""The words by which officials of other countries are told where no title stands right before their names."""

from __future__ import annotations

from collections.abc import Mapping

from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable


class ForeignWords(WordTable):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    before_offices: tuple[str, ...]
    marks: tuple[str, ...]
    tells: frozenset[str]
    no_people: tuple[str, ...]
    openers: frozenset[str]
    no_names: frozenset[str]
    never_inside: frozenset[str]
    never_with: Form
    of_states: tuple[str, ...]
    not_of_states: frozenset[str]
    bodies: Form
    of_places: frozenset[str]
    firsts: frozenset[str]
    firsts_begun: frozenset[str]
    firsts_words: frozenset[str]
    held_behind: tuple[str, ...]
    next_named: tuple[str, ...]
    portfolios: Form
    portfolios_first: frozenset[str]
    portfolios_last: frozenset[str]
    particles: tuple[str, ...]
    particles_begin: frozenset[str]
    particled: Form
    unions: frozenset[str]
    houses: tuple[str, ...]
    bearers: tuple[str, ...]
    leaders: Mapping[str, str]
    """Family names by which Chinese leaders are told bare later on, by their names: "Đặng"."""
    no_family: frozenset[str]
