"""Builds the lexicon of a vocabulary: its tables, and in them what no list or pattern says by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiemtin.foundation.text import fold, strip_tones
from kiemtin.officials.words import patterns
from kiemtin.officials.words.capital_words import CapitalWords
from kiemtin.officials.words.extent_words import ExtentWords
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.foreign_words import ForeignWords
from kiemtin.officials.words.forms import Lists, by_first_word, great
from kiemtin.officials.words.heads import spelled_heads
from kiemtin.officials.words.joining_words import JoiningWords
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.listing_words import ListingWords
from kiemtin.officials.words.making import TableMaker
from kiemtin.officials.words.name_words import NameWords
from kiemtin.officials.words.organ_names import OrganNames, beginnings
from kiemtin.officials.words.syllables import is_vietnamese
from kiemtin.officials.words.verbs import Verbs
from kiemtin.officials.words.vocabulary import Vocabulary

_RANKS = ("organs_1", "organs_2", "organs_3", "organs_4", "organs_5", "organs_6")


def build_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """What is built depends on the vocabulary alone. Raises PackError where it lacks a list."""
    maker = TableMaker(vocabulary)
    words = maker.words
    joining, organs = _joining(maker), OrganNames(words)
    verbs = frozenset(words["ending_verbs"])
    passing = organs.passing
    return maker.make(
        Lexicon,
        heads=spelled_heads(words),
        run=re.compile(patterns.RUN),
        fixed=by_first_word(organs.fixed),
        organ_words=organs.beginnings,
        organ_phrases=organs.phrases,
        passing=passing,
        pairs=frozenset(map(" ".join, organs.pairs)),
        paired=verbs.intersection(word for pair in organs.pairs for word in pair),
        closing=verbs
        - passing
        - joining.begun
        - {first for first, _ in organs.pairs}
        - {*words["honorifics"], *words["behind_titles"]}
        - {word.split(" ", 1)[0] for word in words["firsts_of"]},
        over_commas=organs.over_commas,
        begun=organs.title_words | beginnings(words, "academic"),
        highland=frozenset(words["highland"])
        | {surname for surname in words["peoples"] if not is_vietnamese([surname])},
        foreign_leaders={fold(name): name for name in _leaders(words)},
        historical={
            fold(name): day for name, _, day in (text.partition(" = ") for text in words["historical"])
        },
        joining=joining,
        listing=maker.make(ListingWords),
        extent=_extent(maker),
        names=_names(maker),
        capitals=maker.make(CapitalWords),
        abroad=_foreign(maker),
    )


def _joining(maker: TableMaker) -> JoiningWords:
    words = maker.words
    verbs = maker.make(Verbs)
    representing = [f"{mark}{word}" for mark in words["representing_marks"] for word in words["represents"]]
    return maker.make(
        JoiningWords,
        verbs=verbs,
        any_verb=verbs.ends,
        representing=tuple(f"{word} " for word in representing),
        representing_begin=frozenset(word[:3] for word in representing),
    )


def _extent(maker: TableMaker) -> ExtentWords:
    words = maker.words
    newly = ("", *(f"{word} " for word in words["newly"]))
    given = tuple(f"{word} {new}" for word in words["given"] for new in newly)
    candidates = tuple(f"{word} " for word in words["candidates"])
    said = tuple(f"{word} " for word in words["said_of"])
    return maker.make(
        ExtentWords,
        before_papers=tuple(form[1:] for word in words["before_papers"] for form in (word, word.title())),
        given=given,
        said_before=(*given, *candidates, *said),
        organ_ranks={organ.lower(): rank for rank, key in enumerate(_RANKS, 1) for organ in words[key]},
    )


def _foreign(maker: TableMaker) -> ForeignWords:
    words = maker.words
    nations = {name.split(" ", 1)[0] for name in (*words["countries"], *words["seas"])}
    leaders = {name: name.split(" ", 1)[0] for name in _leaders(words) if is_vietnamese(name.split(" "))}
    return maker.make(
        ForeignWords,
        leaders={
            name: family for name, family in leaders.items() if len(family) > 2 and family not in nations
        },
    )


def _names(maker: TableMaker) -> NameWords:
    words = maker.words
    accused = tuple(
        f"{cased}{joined}"
        for word in words["accused"]
        for cased in (word, great(word))
        for joined in ("", *words["accused_joined"])
    )
    return maker.make(
        NameWords,
        leaders_spelled=_spelled(
            words["foreign_leaders"], words["leaders_in_full"], words["leaders_spelled"]
        ),
        leaders_by_ends=_by_ends(map(fold_name, _leaders(words))),
        sexes={word: sex for sex, key in (("man", "men"), ("woman", "women")) for word in words[key]},
        alike=_alike(words["strong"]),
        accused=accused,
        accused_last=frozenset(word.rsplit(" ", 1)[-1] for word in accused),
    )


def _leaders(words: Lists) -> tuple[str, ...]:
    return (*words["foreign_leaders"], *words["leaders_in_full"])


def _alike(surnames: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for surname in surnames:
        bare = strip_tones(surname)
        table[bare] = (*table.get(bare, ()), surname)
    return table


def _by_ends(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(names):
        for end in (f"{name[:2]}…", f"…{name[-2:]}"):
            table[end] = (*table.get(end, ()), name)
    return table


def _spelled(leaders: Iterable[str], others: Iterable[str], spellings: Iterable[str]) -> dict[str, str]:
    """From "printed = name"; last words of `leaders` that two of them or of the others bear mean neither."""
    last: dict[str, set[str]] = {}
    for name in leaders:
        words = name.split(" ")
        if not is_vietnamese(words):
            last.setdefault(fold_name(words[-1]), set()).add(name)
    for name in others:
        last.get(fold_name(name.rsplit(" ", 1)[-1]), set()).add(name)
    table = {word: names.pop() for word, names in last.items() if len(names) == 1}
    for entry in spellings:
        printed, _, name = entry.partition(" = ")
        table[fold_name(printed)] = name
    return table
