"""What the names of organs tell beside themselves: beginnings, pairs of words, how they go over commas."""

from __future__ import annotations

import re
from itertools import pairwise

from kiemtin.officials.words.forms import Lists

CLASSES = ("ministry", "central-commission", "na-committee", "mass-organisation", "department")
_JOINED = re.compile(r"[,&–/-]")


class OrganNames:
    """Of one vocabulary."""

    def __init__(self, words: Lists) -> None:
        self._words = words
        compounds = self._compounds()
        nations = dict.fromkeys((*words["countries"], *words["foreign_words"]))
        self.fixed = [*compounds, *(phrase for phrase in nations if " " in phrase)]
        """With commas, dashes or "và" inside; countries and foreign organs of several words."""
        self.title_words = beginnings(words, "alone", "organ", "party", "ranks", "spouse")
        functions = [text.capitalize() for text in words["functions"]]
        self.beginnings = begun([*words["organ_words"], *words["departments"], *functions])
        """Of several syllables, of the words in their names."""
        self.phrases = frozenset(map(str.lower, self.beginnings)) | self.title_words
        self.passing = (
            frozenset(words["passing_words"])
            | {phrase.split(" ", 1)[0] for phrase in self.fixed}
            | {word for word in words["inside_organs"] if " " not in word}
        )
        self.pairs = self._pairs()
        self.over_commas = _over_commas(compounds)

    def _compounds(self) -> list[str]:
        words = self._words
        compounds = [*words["compound"]]
        for text in words["departments"]:
            if "," in text:
                compounds += dict.fromkeys((text, text[0].lower() + text[1:], text.lower()))
        joins = tuple(f" {word} " for word in words["joined_in_organs"])
        for kind in CLASSES:
            compounds += [
                text for text in words[kind] if _JOINED.search(text) or any(join in text for join in joins)
            ]
        return compounds

    def _pairs(self) -> set[tuple[str, str]]:
        words = self._words
        pairs = {
            pair
            for key in ("organ_words", "departments", "functions", "inside_organs", "alone")
            for phrase in (*words[key], *self.fixed)
            for pair in pairwise(phrase.lower().replace(",", "").split(" "))
        }
        for pair in words["no_pairs"]:
            first, second = pair.split(" ")
            pairs.discard((first, second))
        return pairs


def beginnings(words: Lists, *keys: str) -> frozenset[str]:
    """Of the heads of several syllables in these lists, lower case."""
    return begun([head.lower() for key in keys for head in words[key]])


def begun(phrases: list[str]) -> frozenset[str]:
    """Phrases of several syllables, and each beginning of them."""
    return frozenset(
        " ".join(syllables[:count])
        for syllables in (phrase.split(" ") for phrase in phrases)
        for count in range(2, len(syllables) + 1)
    )


def _over_commas(compounds: list[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    table: dict[str, tuple[tuple[str, int], ...]] = {}
    for phrase in sorted(set(compounds), key=lambda text: (-len(text), text)):
        for comma in (found.start() for found in re.finditer("[,/]", phrase)):
            last = phrase[:comma].rsplit(" ", 1)[-1]
            table[last] = (*table.get(last, ()), (phrase, comma))
    return table
