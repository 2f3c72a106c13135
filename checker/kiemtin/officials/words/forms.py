"""The forms in which the tables of recognition have the words of the vocabulary's lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from kiemtin.officials.words.folding import fold_name

Lists = Mapping[str, tuple[str, ...]]
"""The vocabulary's lists by their names."""
Phrases = Mapping[str, tuple[str, ...]]
"""Phrases by their first word, the longest first."""

AS_SET: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "words": lambda word: (word,),
    "lower": lambda word: (word.lower(),),
    "upper": lambda word: (word.upper(),),
    "great": lambda word: (great(word),),
    "cased": lambda word: (word, great(word)),
    "folded": lambda word: (fold_name(word),),
    "firsts": lambda word: (word.split(" ", 1)[0],),
    "lasts": lambda word: (word.rsplit(" ", 1)[-1],),
    "parts": lambda word: tuple(word.split(" ")),
    "colon": lambda word: (f"{word}:",),
    "begun": lambda word: (word[:3],),
}
"""Steps of a form, by name: what they make of a word. A field of these is a set."""
AS_ROW: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "row": lambda word: (word,),
    "ends": lambda word: (spaced(word),),
    "begins": lambda word: (f" {word}",),
    "around": lambda word: (f" {spaced(word)}",),
    "aside": lambda word: (f", {word} ",),
    "in_bracket": lambda word: (f" ({word} ",),
    "anywhere": lambda word: (f" {word} ", f"{great(word)} "),
}
"""Steps for what a text is said to begin or end with. A field whose form ends with one of these is a row."""
BY_FIRST = "by_first"
"""The form of phrases by their first word."""


def great(word: str) -> str:
    """With a great first letter."""
    return word[0].upper() + word[1:]


def spaced(word: str) -> str:
    """With the space that stands behind it, but for a bracket and for what a dash joins: "al-"."""
    return word if word == "(" or (word.endswith("-") and len(word) > 1) else f"{word} "


def formed(form: str, words: Iterable[str]) -> list[str]:
    """The words in a form of one or more steps: `lasts great`."""
    found = list(words)
    for step in form.split(" "):
        make = AS_SET.get(step) or AS_ROW[step]
        found = [each for word in found for each in make(word)]
    return found


def is_form(forms: Iterable[str]) -> bool:
    """Whether a field can have these forms together: phrases by their first word, all rows, or all sets."""
    steps = [form.split(" ") for form in forms]
    if [BY_FIRST] in steps:
        return len(steps) == 1
    known = all(step in AS_SET or step in AS_ROW for form in steps for step in form)
    return known and len({form[-1] in AS_ROW for form in steps}) == 1


def in_field(forms: Mapping[str, Iterable[str]]) -> frozenset[str] | tuple[str, ...] | Phrases:
    """What a field holds of words by their forms: a set, a row, or phrases by their first word."""
    if BY_FIRST in forms:
        return by_first_word(forms[BY_FIRST])
    found = [each for form, words in forms.items() for each in formed(form, words)]
    is_row = all(form.rsplit(" ", 1)[-1] in AS_ROW for form in forms)
    return tuple(dict.fromkeys(found)) if is_row else frozenset(found)


def by_first_word(phrases: Iterable[str]) -> Phrases:
    table: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda text: (-len(text), text)):
        table.setdefault(re.split(r"[ ,]", phrase, maxsplit=1)[0], []).append(phrase)
    return {first: tuple(found) for first, found in table.items()}
