"""The words by which names are told from what stands around them, and what kind of person is named."""

from __future__ import annotations

from collections.abc import Mapping

from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable


class NameWords(WordTable):
    """Words of one vocabulary, immutable."""

    chosen: frozenset[str]
    leaders_spelled: Mapping[str, str]
    """Folded spellings of foreign leaders' names to the names; last words that only one of them bears."""
    leaders_by_ends: Mapping[str, tuple[str, ...]]
    """The first two letters and the last two of foreign leaders' folded names, to these names."""
    sexes: Mapping[str, str]
    """ "ông", "Văn", "bà", "Thị": to "man" and "woman"."""
    past_leaders: frozenset[str]
    namesakes: frozenset[str]
    namesake_nouns: frozenset[str]
    middle: frozenset[str]
    commonest: frozenset[str]
    alike: Mapping[str, tuple[str, ...]]
    """The commonest surnames without tones, to the surnames."""
    place_nouns: frozenset[str]
    small_place_nouns: frozenset[str]
    foreign_place_nouns: frozenset[str]
    never_before: frozenset[str]
    never_begin: frozenset[str]
    never_inside: frozenset[str]
    callings_great: frozenset[str]
    accused: tuple[str, ...]
    """Behind these stands no official, unless the text gives an office: "bị can", "Bị can gồm:"."""
    counterparts: frozenset[str]
    comrades: Form
    accused_last: frozenset[str]
    """The last words of these."""
    abroad: frozenset[str]
    low_offices: Form
    single: frozenset[str]
    districts: frozenset[str]
    before_unknown_places: frozenset[str]
    district_boards: frozenset[str]
    agencies: frozenset[str]
    where: tuple[str, ...]
    run_on_first: frozenset[str]
    private: frozenset[str]
    told_privately: Form
    delegations: tuple[str, ...]
    cities_too: frozenset[str]
    of_men: frozenset[str]
    between_credits: frozenset[str]
    before_given: frozenset[str]
    run_on: frozenset[str]
