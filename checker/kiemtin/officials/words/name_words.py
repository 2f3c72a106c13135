"""The words by which names are told from what stands around them, and what kind of person is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kiemtin.foundation.text import strip_tones
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.patterns import Form, any_of
from kiemtin.officials.words.syllables import is_vietnamese
from kiemtin.officials.words.tables import WordTable


class NameWords(WordTable):
    """Words of one vocabulary, immutable."""

    chosen: frozenset[str]
    """Folded names that are certain though no surname begins them: pen names."""
    leaders_spelled: Mapping[str, str]
    """Folded spellings of foreign leaders' names to the names; last words that only one of them bears."""
    leaders_by_ends: Mapping[str, tuple[str, ...]]
    """The first two letters and the last two of foreign leaders' folded names, to these names."""
    sexes: Mapping[str, str]
    """ "ông", "Văn", "bà", "Thị": to "man" and "woman"."""
    past_leaders: frozenset[str]
    """Folded names of who led before the rosters begin; an honorific makes them officials."""
    namesakes: frozenset[str]
    """Folded names that streets and schools bear."""
    namesake_nouns: frozenset[str]
    """What bears them, the last word: "Viện"."""
    middle: frozenset[str]
    """Middle names so common that a surname stands before them."""
    commonest: frozenset[str]
    """Surnames that no place begins with."""
    alike: Mapping[str, tuple[str, ...]]
    """The commonest surnames without tones, to the surnames."""
    place_nouns: frozenset[str]
    small_place_nouns: frozenset[str]
    """Behind these, two syllables are the place's."""
    foreign_place_nouns: frozenset[str]
    never_before: frozenset[str]
    """Right behind these stands no foreigner's name."""
    never_begin: frozenset[str]
    never_inside: frozenset[str]
    callings_great: frozenset[str]
    """Stand as honorifics at the beginning of a sentence: "Anh"."""
    accused: tuple[str, ...]
    """Behind these stands no official, unless the text gives an office: "bị can"."""
    counterparts: frozenset[str]
    """Stand before a country and the name of its officer: "người đồng cấp"."""
    comrades: re.Pattern[str]
    """Ends before the first of those addressed over a colon: "các đồng chí lãnh đạo tỉnh: "."""
    accused_last: frozenset[str]
    """The last words of these."""
    abroad: frozenset[str]
    """Offices that Vietnam does not have."""
    low_offices: Form
    """Offices below all that a roster lists: "trưởng thôn", "Chủ tịch UBND xã"."""
    single: frozenset[str]
    """Offices that one person holds at a time, in small letters."""
    districts: frozenset[str]
    """Folded districts that read as a name of two words."""
    before_unknown_places: frozenset[str]
    """Behind these, in a title that goes on behind a name, two words are a place: "tỉnh"."""
    district_boards: frozenset[str]
    """Behind these such a district stands, and nobody: "Huyện ủy"."""
    agencies: frozenset[str]
    """Credited behind a name: "Reuters"."""
    where: tuple[str, ...]
    """Behind these stands a place: "tại "."""
    run_on_first: frozenset[str]
    private: frozenset[str]
    """Honorifics that no official without an office bears: "cụ"."""
    run_on: frozenset[str]
    """Two words of which the first is no part of the name before it: "Phát biểu"."""


def name_words(words: Mapping[str, tuple[str, ...]]) -> NameWords:
    """From the vocabulary's lists by their names."""
    accused = tuple(
        cased + joined
        for word in words["accused"]
        for cased in (word, word.capitalize())
        for joined in ("", " gồm", " gồm:", ":")
    )
    return NameWords(
        chosen=frozenset(map(fold_name, words["pen_names"])),
        leaders_spelled=_spelled(
            words["foreign_leaders"], words["leaders_in_full"], words["leaders_spelled"]
        ),
        leaders_by_ends=_by_ends(map(fold_name, (*words["foreign_leaders"], *words["leaders_in_full"]))),
        sexes={word: sex for sex, key in (("man", "men"), ("woman", "women")) for word in words[key]},
        past_leaders=frozenset(map(fold_name, words["past_leaders"])),
        namesakes=frozenset(map(fold_name, words["namesakes"])),
        namesake_nouns=frozenset(words["namesake_nouns"]),
        middle=frozenset(words["middle_names"]),
        commonest=frozenset(words["commonest_surnames"]),
        alike=_alike(words["strong"]),
        place_nouns=frozenset(words["place_nouns"]),
        small_place_nouns=frozenset(words["small_place_nouns"]),
        foreign_place_nouns=frozenset(words["foreign_place_nouns"]),
        never_before=frozenset(words["never_before_names"]),
        never_begin=frozenset(words["never_begin_names"]),
        never_inside=frozenset(words["never_in_names"]),
        callings_great=frozenset(words["callings_great"]),
        accused=accused,
        accused_last=frozenset(word.rsplit(" ", 1)[-1] for word in accused),
        counterparts=frozenset(words["counterparts"]),
        comrades=re.compile(
            rf"\b(?:{any_of(words['counts'])}|\d+) (?:{any_of(words['comrades'])})"
            rf"(?: (?:{any_of(words['comrades_who'])})\b[^.:;\n]{{0,90}})?: (?:\(?1[.)] )?$",
            re.I,
        ),
        abroad=frozenset(words["offices_abroad"]),
        low_offices=Form(
            rf"(?:{any_of(words['low_heads'])})\b|\b(?:{any_of(words['low_organs'])})(?!\w)", re.I
        ),
        single=frozenset(words["held_by_one"]),
        districts=frozenset(map(fold_name, words["districts"])),
        before_unknown_places=frozenset(words["before_unknown_places"]),
        district_boards=frozenset(words["district_boards"]),
        agencies=frozenset(words["agencies"]),
        where=tuple(f"{word} " for word in words["before_places"]),
        run_on_first=frozenset(pair.split(" ", 1)[0] for pair in words["run_on"]),
        private=frozenset(words["private_honorifics"]),
        run_on=frozenset(words["run_on"]),
    )


def _alike(surnames: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for surname in surnames:
        bare = strip_tones(surname)
        table[bare] = (*table.get(bare, ()), surname)
    return table


def _by_ends(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(names):
        for end in {f"{name[:2]}…", f"…{name[-2:]}"}:
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
