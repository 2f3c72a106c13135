"""What recognition looks things up in: the vocabulary's words as sets, and a few compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kiemtin.foundation.cache import cached
from kiemtin.foundation.text import fold, level
from kiemtin.officials.words import patterns
from kiemtin.officials.words.capital_words import CapitalWords, capital_words
from kiemtin.officials.words.extent_words import ExtentWords, extent_words
from kiemtin.officials.words.foreign_words import ForeignWords, foreign_words
from kiemtin.officials.words.heads import HeadWord, spelled_heads
from kiemtin.officials.words.joining_words import JoiningWords, joining_words
from kiemtin.officials.words.listing_words import ListingWords, listing_words
from kiemtin.officials.words.name_words import NameWords, name_words
from kiemtin.officials.words.syllables import is_vietnamese
from kiemtin.officials.words.tables import WordTable
from kiemtin.officials.words.vocabulary import Vocabulary

Phrases = Mapping[str, tuple[str, ...]]
"""Phrases by their first word, the longest first."""


class Lexicon(WordTable):
    """Words and patterns for one vocabulary, immutable."""

    heads: Mapping[str, HeadWord]
    """What the scanner looks for, by its spelling."""
    run: re.Pattern[str]
    """Capitalised words in a row."""
    fixed: Phrases
    """Names of organs with commas, dashes or "và" inside; countries and foreign organs of several words."""
    foreign: Phrases
    """Countries, foreign organs and international organisations."""
    organs: Phrases
    """Organs and countries that stand between a head and a name that is no Vietnamese one."""
    organ_words: frozenset[str]
    """Words of several syllables in names of organs, and each beginning of them."""
    organ_phrases: frozenset[str]
    """As `organ_words`, in small letters."""
    verbs: frozenset[str]
    """Lower-case words before which a title ends."""
    verb_pairs: frozenset[str]
    """Verbs of two words, the first of which may stand in a title otherwise."""
    verb_halves: frozenset[str]
    ending: frozenset[str]
    """All of these: a quick no."""
    """Their first words."""
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
    """Two words of organs that may be a verb of the sentence as well."""
    begun: frozenset[str]
    """Words of several syllables that begin titles, lower case, and each beginning of them."""
    before_names: frozenset[str]
    """Heads, in small letters, that make a title only right before a name."""
    directors: tuple[str, ...]
    """Ends of heads that are a business's, if nothing says whose else: "giám đốc"."""
    executives: tuple[str, ...]
    """Of these, those that are a business's unless a body of the State's for certain is named."""
    state_heads: tuple[str, ...]
    """Ends of heads that are never a business's: "cục trưởng"."""
    realms: frozenset[str]
    """Behind these stands a country."""
    lower: frozenset[str]
    home: Phrases
    """Names of Vietnam."""
    business: Phrases
    """Organs whose officers are no officials."""
    state_bodies: Phrases
    """The State's for certain, though a business is named with it: "Ngân hàng Nhà nước Chi nhánh …"."""
    state_enterprises: Phrases
    """The State's enterprises, whose heads are officials, but not who directs a branch of one."""
    state: frozenset[str]
    """First words of what a "giám đốc" heads as an official."""
    trailers: frozenset[str]
    trailers_first: frozenset[str]
    """Their first words: a quick no."""
    """Capitalised words behind a name that begin a sentence; some in pairs."""
    openers: frozenset[str]
    """Capitalised at the beginning of a sentence, and no part of a name beside them."""
    surnames: frozenset[str]
    strong: frozenset[str]
    highland: frozenset[str]
    places: frozenset[str]
    """Folded places, in one to four words."""
    namesake_last: frozenset[str]
    """The last words of what follows: a quick no."""
    named_after: tuple[str, ...]
    """Behind these stands a street, a school, a medal."""
    professions: tuple[str, ...]
    """Behind these stands no official, unless the text gives an office: " nhạc sĩ "."""
    on_behalf: tuple[str, ...]
    """Behind these stands for whom or where something is done."""
    never_named: tuple[str, ...]
    """Behind these stands a photographer or a city."""
    foreign_leaders: Mapping[str, str]
    """Folded names to the names."""
    historical: Mapping[str, str]
    """Folded names of the dead to the day of their death (ISO), empty where no item is older than it."""
    former: frozenset[str]
    newly: frozenset[str]
    before_titles: frozenset[str]
    """Last words of all that is said of a title right before it, but for marks: a quick no."""
    acting: frozenset[str]
    acting_short: tuple[str, ...]
    """Abbreviations of these, behind which a space may stand: "Q."."""
    powers: tuple[str, ...]
    """Words that end in "quyền" and make nobody acting: "chính quyền"."""
    several: frozenset[str]
    """Words before a title that several bear: "các", "hai", "5"."""
    joining: JoiningWords
    """By which titles are joined to names."""
    listing: ListingWords
    """By which lists of names are read."""
    extent: ExtentWords
    """By which the end of a title is found."""
    names: NameWords
    capitals: CapitalWords
    """By which names are told from what stands around them."""
    abroad: ForeignWords
    """By which officials of other countries are told."""


def build_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """What is built depends on the vocabulary alone."""
    words = {key: tuple(dict.fromkeys(map(level, forms))) for key, forms in vocabulary.words.items()}
    classes = ("ministry", "central-commission", "na-committee", "mass-organisation", "department")
    compounds = [*words["compound"]]
    for text in words["departments"]:
        if "," in text:
            compounds += dict.fromkeys((text, text[0].lower() + text[1:], text.lower()))
    for kind in classes:
        compounds.extend(text for text in words[kind] if re.search(r"[,&–/-]| và | về ", text))
    nations = {*words["countries"], *words["foreign_words"]}
    foreign = {*nations, *words["abroad"]}
    organs = {*foreign, *words["home"], *words["short_organs"]}
    for kind in classes:
        organs.update(words[kind])
    prefixes = {
        " ".join(syllables[:count])
        for word in (
            *words["organ_words"],
            *words["departments"],
            *(text.capitalize() for text in words["functions"]),
        )
        for syllables in (word.split(" "),)
        for count in range(2, len(syllables) + 1)
    }
    fixed = [*compounds, *(phrase for phrase in nations if " " in phrase)]
    title_words = _beginnings(words, "alone", "organ", "party", "ranks", "spouse")
    over_commas: dict[str, tuple[tuple[str, int], ...]] = {}
    for phrase in sorted(set(compounds), key=lambda text: (-len(text), text)):
        for comma in (found.start() for found in re.finditer("[,/]", phrase)):
            last = phrase[:comma].rsplit(" ", 1)[-1]
            over_commas[last] = (*over_commas.get(last, ()), (phrase, comma))
    passing = frozenset(
        {"và", "của", "tại", "các", "&"}
        | {phrase.split(" ", 1)[0] for phrase in fixed}
        | {word for word in words["inside_organs"] if " " not in word}
    )
    pairs = {
        pair
        for key in ("organ_words", "departments", "functions", "inside_organs", "alone")
        for phrase in (*words[key], *fixed)
        for pair in pairwise(phrase.lower().replace(",", "").split(" "))
    }
    pairs.difference_update(tuple(pair.split(" ")) for pair in words["no_pairs"])
    joining = joining_words(words)
    extent, abroad = extent_words(words), foreign_words(words)
    return Lexicon(
        heads=spelled_heads(words),
        run=re.compile(patterns.RUN),
        fixed=_by_first_word(fixed),
        foreign=_by_first_word(foreign),
        organs=_by_first_word(organs),
        organ_words=frozenset(prefixes),
        organ_phrases=frozenset(prefix.lower() for prefix in prefixes) | title_words,
        verbs=frozenset(words["ending_verbs"]),
        verb_pairs=frozenset(words["verb_pairs"]),
        verb_halves=frozenset(pair.split(" ", 1)[0] for pair in words["verb_pairs"]),
        ending=frozenset(words["ending_verbs"]) | {pair.split(" ", 1)[0] for pair in words["verb_pairs"]},
        passing=passing,
        pairs=frozenset(map(" ".join, pairs)),
        paired=frozenset(word for pair in pairs for word in pair).intersection(words["ending_verbs"]),
        closing=frozenset(words["ending_verbs"])
        - passing
        - joining.begun
        - {first for first, _ in pairs}
        - {*words["honorifics"], *words["behind_titles"]}
        - {word.split(" ", 1)[0] for word in words["firsts_of"]},
        over_commas=over_commas,
        verb_like=frozenset(words["verb_like"]),
        begun=title_words | _beginnings(words, "academic"),
        before_names=frozenset(map(str.lower, words["before_names"])),
        directors=words["directors"],
        executives=words["executives"],
        state_heads=words["state_heads"],
        realms=frozenset(words["realms"]),
        lower=frozenset(words["inside_organs"]),
        home=_by_first_word(words["home"]),
        business=_by_first_word(words["not_officials"]),
        state_bodies=_by_first_word(words["state_bodies"]),
        state_enterprises=_by_first_word(words["state_enterprises"]),
        state=frozenset(words["state_organs"]),
        trailers=frozenset(words["trailers"]),
        trailers_first=frozenset(word.split(" ", 1)[0] for word in words["trailers"]),
        openers=frozenset(words["openers"]),
        surnames=frozenset((*words["surnames"], *words["peoples"])),
        strong=frozenset(words["strong"]),
        highland=frozenset(words["highland"])
        | {surname for surname in words["peoples"] if not is_vietnamese([surname])},
        places=frozenset(
            fold(place)
            for key in ("cities", "provinces", "towns", "home", "countries", "abroad", "seas")
            for place in words[key]
        ),
        namesake_last=frozenset(
            word.rsplit(" ", 1)[-1]
            for key in ("named_after", "credits", "professions")
            for base in words[key]
            for word in (base, f"{base}:")
        )
        | {f"{word.rsplit(' ', 1)[-1]}:" for word in words["credits_told"]},
        named_after=tuple(f" {word} " for word in words["named_after"]),
        professions=tuple(
            f"{before}{word} "
            for word in words["professions"]
            for before, word in ((" ", word), ("", word[0].upper() + word[1:]))
        ),
        on_behalf=tuple(f"{word} " for word in words["on_behalf"]),
        never_named=(
            *(form for word in words["credits"] for form in (f"{word}: ", f"{word} ")),
            *(f"{word}: " for word in words["credits_told"]),
            "TP.",
            "Tp.",
        ),
        foreign_leaders={fold(name): name for name in (*words["foreign_leaders"], *words["leaders_in_full"])},
        historical={
            fold(name): day for name, _, day in (text.partition(" = ") for text in words["historical"])
        },
        former=frozenset(words["former"]),
        newly=frozenset(words["newly"]),
        before_titles=frozenset(
            form
            for key in ("former", "newly", "acting", "several", "comrades")
            for word in (phrase.rsplit(" ", 1)[-1] for phrase in words[key])
            for form in (word, word.capitalize(), word.upper())
        )
        | {phrase.rstrip(" ").rsplit(" ", 1)[-1] for phrase in (*extent.said_before, *abroad.before_offices)},
        acting=frozenset(words["acting"]),
        acting_short=tuple(form for word in words["acting_short"] for form in (f"{word} ", word)),
        powers=tuple(f"{cased} " for word in words["powers"] for cased in (word, word.capitalize())),
        several=frozenset(words["several"]),
        joining=joining,
        listing=listing_words(words),
        extent=extent,
        names=name_words(words),
        capitals=capital_words(words),
        abroad=abroad,
    )


def load_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary, from the cache if it was built before."""
    return cached("lexicon", vocabulary.key, lambda: build_lexicon(vocabulary))


def _beginnings(words: Mapping[str, tuple[str, ...]], *keys: str) -> frozenset[str]:
    """Of heads of several syllables, lower case."""
    return frozenset(
        " ".join(syllables[:count])
        for key in keys
        for syllables in (head.lower().split(" ") for head in words[key])
        for count in range(2, len(syllables) + 1)
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda text: (-len(text), text)):
        table.setdefault(re.split(r"[ ,]", phrase, maxsplit=1)[0], []).append(phrase)
    return {first: tuple(found) for first, found in table.items()}
