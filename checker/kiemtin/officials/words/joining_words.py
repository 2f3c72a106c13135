"""The words by which titles are joined to names: in gaps, before titles that are given, in lists of names."""

from __future__ import annotations

from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable
from kiemtin.officials.words.verbs import Verbs


class JoiningWords(WordTable):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    gap: Form
    gap_ends: frozenset[str]
    gap_begins: frozenset[str]
    before_terms: tuple[str, ...]
    others: frozenset[str]
    same: frozenset[str]
    being: frozenset[str]
    both: frozenset[str]
    some: frozenset[str]
    gathering: frozenset[str]
    second_names: tuple[str, ...]
    parts_of_bodies: frozenset[str]
    bodies_of_parts: tuple[str, ...]
    equal: frozenset[str]
    made_so: frozenset[str]
    joined_by_verb: tuple[str, ...]
    now: frozenset[str]
    introducing: tuple[str, ...]
    verbs: Verbs
    """By which an office is given, ended, held or told of."""
    any_verb: frozenset[str]
    """Last words of all that give, end, hold or tell of an office."""
    begun: frozenset[str]
    doing: tuple[str, ...]
    made: tuple[str, ...]
    addressed: Form
    no_receiver: Form
    kin: Form
    when: Form
    passives: frozenset[str]
    of_predecessor: tuple[str, ...]
    succeeding_last: tuple[str, ...]
    succeeded: Form
    firsts: Form
    subject: Form
    for_oneself: Form
    counted: Form
    to_person: Form
    and_office: Form
    born: tuple[str, ...]
    list_honorifics: frozenset[str]
    held_then: tuple[str, ...]
    until_now: tuple[str, ...]
    to_this_day: Form
    former_groups: tuple[str, ...]
    former_group: Form
    falls_to: tuple[str, ...]
    represents: tuple[str, ...]
    representing: tuple[str, ...]
    """Right behind a name: ", đại diện "."""
    representing_begin: frozenset[str]
    """Their first three letters: a quick no."""
    represented: Form
    representative: Form
    over: Form
    one: frozenset[str]
    held_by_several: tuple[str, ...]
    delegates: frozenset[str]
    spouse_of: Form
    organs_as_heads: frozenset[str]
    of_both: tuple[str, ...]
    when_begins: tuple[str, ...]
    once_in_office: tuple[str, ...]
    when_in_office: Form
    sole: frozenset[str]
    below_sole: tuple[str, ...]
    rank_nouns: tuple[str, ...]
