"""The vocabulary of titles: offices by id, and the words by which titles and names are told.

It is data (`kiemtin_rules/vocabulary/*.yaml`), compiled once into plain dictionaries and kept in the cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.records import Record
from kiemtin.officials.words.phrase_keys import phrase_key


class Office(Record):
    """One office. `names[0]` is its full Vietnamese name; `head` the office whose deputy it is, if it
    is one."""

    id: str
    level: str
    names: tuple[str, ...]
    head: str | None = None
    validity: Validity = Validity()


class OfficeTitle(Record):
    """What a printed title means: office, organ and locality ids or words, and when this name is right."""

    office: str
    organ: str | None = None
    locality: str | None = None
    validity: Validity = Validity()


class Vocabulary(Record):
    """Offices and words, immutable."""

    key: str
    """What it is kept under in the cache."""
    sources: bytes
    """Hash of the contents it was compiled from: changes when the words of an office may mean another."""
    offices: Mapping[str, Office]
    words: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, str | None, date | None, date | None]]
    """Phrase key to office, organ, first and last day of the name."""
    prefixes: Mapping[str, str]
    """Beginnings of phrase keys to offices, whatever organ follows."""
    places: frozenset[str]
    """Phrase keys of known places."""
    cities: frozenset[str]
    """Those run by the Centre."""
    localities: frozenset[str]
    """Phrase keys behind which a place stands, in one or two words: "tỉnh", "thành ủy"."""
    bare_localities: frozenset[str]
    """Of these, those that a title's name may lack."""
    town: str
    """With this word a place that no Centre runs is a district's."""
    acting: str
    """Before a title that is held for a time."""
    tables: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
    """Tables of recognition: their fields, the forms that each has of which lists."""
    patterns: Mapping[str, Mapping[str, str]]
    """Their regular expressions, which name the lists."""

    def office_id(self, phrase: str) -> str | None:
        """Id of the office that `phrase` names ("Bí thư Tỉnh ủy", "phó thủ tướng"), None if none."""
        found = self.resolve(phrase)
        return found.office if found else None

    def resolve(self, phrase: str) -> OfficeTitle | None:
        """Office, organ and locality of a printed title, None if its words name no known office."""
        if "(" in phrase:
            phrase = (
                phrase[: phrase.index("(")] + phrase[phrase.rindex(")") + 1 :] if ")" in phrase else phrase
            )
        return self.resolve_key(phrase_key(phrase))

    def resolve_key(self, key: str) -> OfficeTitle | None:
        acting = key.removeprefix(self.acting)
        return self._named(acting) or self._placed(acting) or self._begun(acting)

    def _named(self, key: str, locality: str | None = None) -> OfficeTitle | None:
        found = self.names.get(key)
        return found and OfficeTitle(found[0], found[1], locality, Validity(found[2], found[3]))

    def _placed(self, key: str) -> OfficeTitle | None:
        """A name with the place behind it that the office is of; or with a "tỉnh" that the name lacks."""
        tokens = key.split(" ")
        stem = key
        for cut in range(len(tokens) - 1, 1, -1):
            stem = stem[: -1 - len(tokens[cut])]
            place = key[len(stem) + 1 :]
            before = tokens[cut - 1], " ".join(tokens[cut - 2 : cut])
            if place not in self.places and self.localities.isdisjoint(before):
                continue
            found = self._named(stem, place)
            for size, locality in enumerate(before, 1):
                if found is None and locality in self.bare_localities:
                    found = self._named(" ".join(tokens[: cut - size]), place)
            if found is not None:
                return self._below_the_centre(found, tokens[:cut])
        return self._named(" ".join(tokens[:-1])) if tokens[-1] in self.bare_localities else None

    def _below_the_centre(self, found: OfficeTitle, words: list[str]) -> OfficeTitle:
        """The district's office that answers to a province's: of a "thành phố" that no centre runs."""
        if (
            not found.office.startswith("province-")
            or self.town not in words
            or found.locality in self.cities
        ):
            return found
        smaller = found.office.replace("province-", "district-", 1)
        if smaller not in self.offices:
            return found
        return OfficeTitle(smaller, found.organ, found.locality, found.validity)

    def _begun(self, key: str) -> OfficeTitle | None:
        """An office whatever organ follows its name."""
        tokens = key.split(" ")
        for size in range(min(7, len(tokens)), 1, -1):
            begun = self.prefixes.get(" ".join(tokens[:size]))
            if begun is not None:
                return OfficeTitle(begun, " ".join(tokens[size:]) or None)
        return None

    def titles_of(self, office: str) -> tuple[str, ...]:
        """Printed names of an office, the full one first."""
        return self.offices[office].names
