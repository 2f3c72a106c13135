"""The words by which titles are joined to names: in gaps, before titles that are given, in lists of names."""

from __future__ import annotations

import re

from kiemtin.foundation.records import Record
from kiemtin.officials import patterns


class JoiningWords(Record):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    gap: re.Pattern[str]
    """What may stand between two pieces of one chain or list."""
    others: frozenset[str]
    """Behind these stands another person, or the title of one: "và", "cùng với"."""
    same: frozenset[str]
    """Behind these stands one more title of the same person: "kiêm"."""
    both: frozenset[str]
    """Behind these stands a title of the last two persons: "cùng là"."""
    some: frozenset[str]
    """Behind these stand some of those whom the title before counts: "trong đó có"."""
    equal: frozenset[str]
    """Behind these stands a second person of the same standing: "và"."""
    introducing: tuple[str, ...]
    """Behind these, two capitalised words may be a name: "và", "là"."""
    appointing: tuple[str, ...]
    giving: tuple[str, ...]
    """They appoint only where the text says to whom: "bổ nhiệm … đối với ông …"."""
    ending: tuple[str, ...]
    narrating: tuple[str, ...]
    any_verb: tuple[str, ...]
    """All that appoint, end or narrate."""
    begun: frozenset[str]
    """First words of all that joins."""
    doing: tuple[str, ...]
    """To do as well as to be made: "làm"."""
    made: tuple[str, ...]
    """The verbs that end in such a one and appoint all the same: "bầu làm"."""
    once: re.Pattern[str]
    """Ends before a verb of appointing that tells of the past: "từng được"."""
    for_oneself: re.Pattern[str]
    """Ends where an office is ended for the person named before: "thôi giữ chức", "bị cách chức"."""
    counted: re.Pattern[str]
    """Ends before a title that several are given: " các ", " ba "."""
    to_person: re.Pattern[str]
    and_office: re.Pattern[str]
    born: tuple[str, ...]
    """Beginnings of a notice of a life, right behind the name: ", sinh năm"."""
    list_honorifics: frozenset[str]
    """First words of honorifics that hold for each name of a list: "các ông A, B"."""
    held_by_several: tuple[str, ...]
    """Beginnings of offices that several hold at a time: "phó "."""
    delegates: frozenset[str]
    """Of two titles before a name, the last of which is one of these, only the last is the name's own."""


def joining_words(words: patterns.Words) -> JoiningWords:
    """From the lists of the vocabulary."""
    return JoiningWords(
        gap=re.compile(patterns.gap_pattern(words)),
        others=frozenset(words["joins_others"]),
        same=frozenset(words["joins_same"]),
        both=frozenset(words["joins_both"]),
        some=frozenset(words["joins_some"]),
        equal=frozenset(words["joins_equal"]),
        introducing=_spaced(words["introducing"]),
        appointing=_spaced(words["appointing"]),
        giving=_spaced(words["giving"]),
        ending=_spaced(words["ending"]),
        narrating=_spaced(words["narrating"]),
        any_verb=_spaced(
            tuple({*words["appointing"], *words["giving"], *words["ending"], *words["narrating"]})
        ),
        begun=frozenset(
            phrase.split(" ", 1)[0] for key in words if key.startswith("joins_") for phrase in words[key]
        ),
        doing=tuple(f" {word} " for word in words["doing"]),
        made=_spaced(words["made"]),
        once=re.compile(rf"(?:{patterns.any_of(words['told_of_the_past'])}) [\w ]{{0,20}}$"),
        for_oneself=re.compile(rf"(?:{patterns.any_of(words['ended_for_oneself'])})[^.;]{{0,24}}$"),
        counted=re.compile(rf" (?:{patterns.any_of(words['counts'])}|\d+) $"),
        to_person=re.compile(patterns.to_person_pattern(words)),
        and_office=re.compile(patterns.and_office_pattern(words)),
        born=words["born"],
        list_honorifics=frozenset(words["list_honorifics"]),
        held_by_several=words["held_by_several"],
        delegates=frozenset(words["delegates"]),
    )


def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)
