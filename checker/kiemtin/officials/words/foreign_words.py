"""The words by which officials of other countries are told where no title stands right before their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiemtin.officials.words.patterns import WORD, Form, Words, any_of
from kiemtin.officials.words.syllables import is_vietnamese
from kiemtin.officials.words.tables import WordTable


class ForeignWords(WordTable):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    before_offices: tuple[str, ...]
    """One of these ends before a title whose holder may be named bare before it: a quick no."""
    marks: tuple[str, ...]
    """Stand right before a title: "cựu "."""
    tells: frozenset[str]
    """Single words that may stand between a name and its office: "từng", "là"."""
    no_people: tuple[str, ...]
    """Behind these a name stands for something else: "theo "."""
    openers: frozenset[str]
    """Begin a sentence before a name: "Khi"."""
    no_names: frozenset[str]
    """First words of organs, papers and places."""
    never_inside: frozenset[str]
    """No name holds one of these: "Times"."""
    never_with: Form
    """With one of these no office is a State's: "thương hiệu"."""
    of_states: tuple[str, ...]
    """Ends of heads, in small letters, that are a State's, whatever stands behind: "đại sứ"."""
    not_of_states: frozenset[str]
    """Heads that need no organ and are not: "thủ lĩnh"."""
    bodies: Form
    """With one of these any other office is a State's: "Hạ viện"."""
    of_places: frozenset[str]
    """Heads, in small letters, that stand with a place: "thị trưởng"."""
    firsts: frozenset[str]
    """Two words with which a title goes on before "của": "cuối cùng"."""
    firsts_begun: frozenset[str]
    """Their first words."""
    firsts_words: frozenset[str]
    """Their words."""
    held_behind: tuple[str, ...]
    """Begin what says when an office was held: " từ "."""
    portfolios: Form
    """Parts of a ministry or committee in a row: "Thương mại, Công nghiệp và Năng lượng"."""
    portfolios_first: frozenset[str]
    """First words of these."""
    portfolios_last: frozenset[str]
    """Last words of these, in small letters."""
    particles: tuple[str, ...]
    """What may begin a family name, behind a space: " al-", " von der "."""
    particles_begin: frozenset[str]
    """Their first three characters: a quick no."""
    particled: Form
    """A family name that so begins: "al-Hadidi"."""
    unions: frozenset[str]
    """Of which Vietnam is a member: "ASEAN Việt Nam" is at home."""
    houses: tuple[str, ...]
    """Of these such a committee may be: "Hạ viện"."""
    bearers: tuple[str, ...]
    """Bear a leader's name: "tàu "."""
    leaders: Mapping[str, str]
    """Family names by which Chinese leaders are told bare later on, by their names: "Đặng"."""
    no_family: frozenset[str]
    """Behind these such a name is of a clan or a place: "họ"."""


def foreign_words(words: Words) -> ForeignWords:
    """From the lists of the vocabulary."""
    part = rf"(?:{any_of(words['portfolios'])})(?!\w)"
    nations = {name.split(" ", 1)[0] for name in (*words["countries"], *words["seas"])}
    return ForeignWords(
        before_offices=tuple(
            word if word == "(" else f"{word} "
            for word in (*words["before_offices"], *words["marks_of_offices"])
        ),
        marks=tuple(f" {word} " for word in words["marks_of_offices"]),
        tells=frozenset(part for word in words["tells_offices"] for part in word.split(" ")),
        no_people=tuple(
            f"{before}{word} "
            for word in words["no_people_behind"]
            for before, word in ((" ", word), ("", word[0].upper() + word[1:]))
        ),
        openers=frozenset(words["sentence_openers"]),
        no_names=frozenset(words["no_names_begun"]),
        never_inside=frozenset(words["no_names_inside"]),
        never_with=Form(any_of(words["no_offices_with"])),
        of_states=words["heads_of_states"],
        not_of_states=frozenset(words["no_heads_of_states"]),
        bodies=Form(rf"(?<!\w)(?:{any_of(words['bodies_of_states'])})(?!\w)"),
        of_places=frozenset(words["heads_of_places"]),
        firsts=frozenset(words["firsts_of"]),
        firsts_begun=frozenset(word.split(" ", 1)[0] for word in words["firsts_of"]),
        firsts_words=frozenset(part for word in words["firsts_of"] for part in word.split(" ")),
        held_behind=tuple(f" {word} " for word in words["held_behind"]),
        portfolios=Form(rf"{part}(?:, {part}){{1,5}} và {part}", re.IGNORECASE),
        portfolios_first=frozenset(word.split(" ", 1)[0] for word in words["portfolios"]),
        portfolios_last=frozenset(word.rsplit(" ", 1)[-1].lower() for word in words["portfolios"]),
        particles=tuple(f" {word}" if word[-1] == "-" else f" {word} " for word in words["particles"]),
        particles_begin=frozenset(f" {word} "[:3] for word in words["particles"]),
        particled=Form(
            rf"(?:{any_of(word if word[-1] == '-' else f'{word} ' for word in words['particles'])}){WORD}"
        ),
        unions=frozenset(words["unions_with_home"]),
        houses=words["houses"],
        bearers=tuple(f" {word} " for word in words["bear_names"]),
        no_family=frozenset(words["no_family_names"]),
        leaders={
            name: name.split(" ", 1)[0]
            for name in (*words["foreign_leaders"], *words["leaders_in_full"])
            if len(name.split(" ", 1)[0]) > 2
            and is_vietnamese(name.split(" "))
            and name.split(" ", 1)[0] not in nations
        },
    )
