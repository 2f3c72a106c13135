"""The vocabulary of titles: offices by id, and the words by which titles and names are told.

It is data (`kiemtin_rules/vocabulary/*.yaml`), compiled once into plain dictionaries and kept in the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.dates import Validity
from kiemtin.foundation.records import Record
from kiemtin.officials.words.phrases import phrase_key

FILES = (
    "titles.yaml", "words.yaml", "joining.yaml", "extent.yaml", "names.yaml", "capitals.yaml", "places.yaml",
    "foreign.yaml", "departments.yaml", "organs.yaml", "offices.yaml",
)  # fmt: skip


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
    """Hash of the contents it was compiled from."""
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
        acting = key.removeprefix(_ACTING)
        found = self.names.get(acting)
        if found is not None:
            return OfficeTitle(found[0], found[1], None, Validity(found[2], found[3]))
        tokens = acting.split(" ")
        stem = acting
        for cut in range(len(tokens) - 1, 1, -1):
            stem = stem[: -1 - len(tokens[cut])]
            tail = acting[len(stem) + 1 :]
            known = tail in self.places
            if not known and not (tokens[cut - 1] in _AFTER or " ".join(tokens[cut - 2 : cut]) in _AFTER):
                continue
            found = self.names.get(stem)
            if found is None and tokens[cut - 1] in _BARE:
                found = self.names.get(" ".join(tokens[: cut - 1]))
            elif found is None and " ".join(tokens[cut - 2 : cut]) in _BARE:
                found = self.names.get(" ".join(tokens[: cut - 2]))
            if found is None:
                continue
            office = found[0]
            if office.startswith("province-") and _TOWN in tokens[:cut] and tail not in self.cities:
                office = _smaller(office, self.offices)
            return OfficeTitle(office, found[1], tail, Validity(found[2], found[3]))
        if tokens[-1] in _BARE:
            found = self.names.get(" ".join(tokens[:-1]))
            if found is not None:
                return OfficeTitle(found[0], found[1], None, Validity(found[2], found[3]))
        for size in range(min(7, len(tokens)), 1, -1):
            begun = self.prefixes.get(" ".join(tokens[:size]))
            if begun is not None:
                return OfficeTitle(begun, " ".join(tokens[size:]) or None)
        return None

    def titles_of(self, office: str) -> tuple[str, ...]:
        """Printed names of an office, the full one first."""
        return self.offices[office].names


_AFTER = frozenset(
    map(
        phrase_key,
        (
            "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "thủ đô",
            "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "nhân dân", "tỉnh đoàn", "thành đoàn",
        ),
    )
)  # fmt: skip
_ACTING = phrase_key("quyền") + " "
_TOWN = phrase_key("thành")
_BARE = frozenset(map(phrase_key, ("tỉnh", "thành phố", "thủ đô")))


def _smaller(office: str, offices: Mapping[str, Office]) -> str:
    """The district's office that answers to a province's: a "thành phố" that no centre runs."""
    smaller = office.replace("province-", "district-", 1)
    return smaller if smaller in offices else office


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The compiled vocabulary, from the cache if its files are unchanged."""
    folder = folder or vocabulary_folder()
    sources = [(folder / name).read_bytes() for name in FILES]
    key = content_key(sources)
    return cached("vocabulary", key, lambda: compile_vocabulary(sources, key))


def vocabulary_folder() -> Path:
    """Folder of the shipped vocabulary."""
    import kiemtin_rules

    return Path(kiemtin_rules.__file__).parent / "vocabulary"


def compile_vocabulary(sources: Iterable[bytes], key: str) -> Vocabulary:
    """From the contents of FILES, in their order; `key` is what it is kept under."""
    import yaml

    # The same data, read in C where PyYAML was built with it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    *parts, departments, organs, offices = (yaml.load(source, Loader=loader) for source in sources)
    places = parts[FILES.index("places.yaml")]
    lists = {key: tuple(value) for part in parts for key, value in part.items()}
    lists["departments"] = tuple(text for group in departments.values() for text in group)
    for kind, entries in organs.items():
        if kind == "compound":
            lists["compound"] = tuple(entries)
        else:
            lists[kind] = tuple(
                text for entry in entries for text in (entry["name"], *entry.get("short", ()))
            )
    table = {entry["id"]: _office(entry) for entry in offices}
    by_name: dict[str, tuple[str, str | None, date | None, date | None]] = {}
    for entry in offices:
        for phrase, organ, start, end in _expanded(entry, organs):
            by_name.setdefault(phrase_key(phrase), (entry["id"], organ, start, end))
    known = [*places["cities"], *places["provinces"], *places["towns"], *places["home"]]
    return Vocabulary(
        key=key,
        offices=table,
        words=lists,
        names=by_name,
        prefixes={phrase_key(text): entry["id"] for entry in offices for text in entry.get("prefixes", ())},
        places=frozenset(map(phrase_key, known)),
        cities=frozenset(map(phrase_key, [*places["cities"], *(f"TP {city}" for city in places["cities"])])),
    )


def _office(entry: Mapping[str, Any]) -> Office:
    names = tuple(name for name in entry["names"] if "{" not in name)
    if not names:
        names = (entry.get("group") or entry["names"][0],)
    validity = Validity(_day(entry.get("from")), _day(entry.get("until")))
    return Office(entry["id"], entry["level"], names, entry.get("head"), validity)


def _expanded(
    entry: Mapping[str, Any], organs: Mapping[str, Any]
) -> Iterator[tuple[str, str | None, date | None, date | None]]:
    """Every printed name of an office, with the organ and the days on which the name is right."""
    start, end = _day(entry.get("from")), _day(entry.get("until"))
    if "group" in entry:
        yield entry["group"], None, start, end
    for name in entry["names"]:
        if "{" not in name:
            yield name, None, start, end
            continue
        before, kind, after = name.replace("}", "{").split("{")
        for organ in organs[kind]:
            days = _day(organ.get("from")) or start, _day(organ.get("until")) or end
            for text in (organ["name"], *organ.get("short", ())):
                yield f"{before}{text}{after}", f"{kind}/{organ['id']}", *days


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
