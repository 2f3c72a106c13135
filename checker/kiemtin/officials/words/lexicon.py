"""What recognition looks things up in: the vocabulary's words as sets, and a few compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiemtin.officials.words.capital_words import CapitalWords
from kiemtin.officials.words.extent_words import ExtentWords
from kiemtin.officials.words.foreign_words import ForeignWords
from kiemtin.officials.words.forms import Phrases
from kiemtin.officials.words.heads import HeadWord
from kiemtin.officials.words.joining_words import JoiningWords
from kiemtin.officials.words.listing_words import ListingWords
from kiemtin.officials.words.name_words import NameWords
from kiemtin.officials.words.tables import WordTable


class Lexicon(WordTable):
    """Words and patterns for one vocabulary, immutable."""

    heads: Mapping[str, HeadWord]
    """What the scanner looks for, by its spelling."""
    run: re.Pattern[str]
    """Capitalised words in a row."""
    fixed: Phrases
    """Names of organs with commas, dashes or "và" inside; countries and foreign organs of several words."""
    foreign: Phrases
    organs: Phrases
    organ_words: frozenset[str]
    """Words of several syllables in names of organs, and each beginning of them."""
    organ_phrases: frozenset[str]
    """As `organ_words`, in small letters."""
    verbs: frozenset[str]
    verb_pairs: frozenset[str]
    verb_halves: frozenset[str]
    ending: frozenset[str]
    passing: frozenset[str]
    """Words that may stand alone in a title though sentences go on with them: "và", "của"."""
    pairs: frozenset[str]
    """Two words that stand together in names of organs, lower case."""
    paired: frozenset[str]
    """Verbs that are a word of one of these: of any other, what stands beside it tells nothing."""
    closing: frozenset[str]
    """Verbs that are no word of an organ and join nothing: behind a title they say what its holder does."""
    over_commas: Mapping[str, tuple[tuple[str, int], ...]]
    """Names of organs that go on over a comma, the longest first, by the word before it, with its place."""
    verb_like: frozenset[str]
    begun: frozenset[str]
    """Words of several syllables that begin titles, lower case, and each beginning of them."""
    before_names: frozenset[str]
    directors: tuple[str, ...]
    state_directors: tuple[str, ...]
    heads_of_all: tuple[str, ...]
    executives: tuple[str, ...]
    state_heads: tuple[str, ...]
    realms: frozenset[str]
    lower: frozenset[str]
    no_pause: frozenset[str]
    home: Phrases
    business: Phrases
    state_bodies: Phrases
    state_enterprises: Phrases
    state: frozenset[str]
    trailers: frozenset[str]
    trailers_first: frozenset[str]
    openers: frozenset[str]
    surnames: frozenset[str]
    strong: frozenset[str]
    highland: frozenset[str]
    """Syllables that stand with any second part, and surnames that are no syllable of Vietnamese."""
    places: frozenset[str]
    namesake_last: frozenset[str]
    named_after: tuple[str, ...]
    professions: tuple[str, ...]
    on_behalf: tuple[str, ...]
    never_named: tuple[str, ...]
    foreign_leaders: Mapping[str, str]
    """Folded names to the names."""
    historical: Mapping[str, str]
    """Folded names of the dead to the day of their death (ISO), empty where no item is older than it."""
    former: frozenset[str]
    newly: frozenset[str]
    before_titles: frozenset[str]
    acting: frozenset[str]
    acting_short: tuple[str, ...]
    powers: tuple[str, ...]
    several: frozenset[str]
    joining: JoiningWords
    """By which titles are joined to names."""
    listing: ListingWords
    """By which lists of names are read."""
    extent: ExtentWords
    """By which the end of a title is found."""
    names: NameWords
    """By which names are told from what stands around them."""
    capitals: CapitalWords
    """By which a text in capitals is spelled."""
    abroad: ForeignWords
    """By which officials of other countries are told."""
