"""Who is meant: which names are officials', which short names and bare names mean one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from kiemtin.foundation.dates import Held
from kiemtin.officials.model import ACADEMIC_HONOUR, SPOUSE_HONORIFIC
from kiemtin.officials.names.looks import is_misspelt, is_vietnamese_name
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.roster import Official, Roster
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.syllables import is_vietnamese


class Person:
    """One official of an article, while it is read."""

    __slots__ = (
        "abroad",
        "foreign",
        "heads",
        "key",
        "meant",
        "name",
        "official",
        "printed",
        "sex",
        "spouse",
        "start",
    )

    def __init__(self, key: str, name: str, start: int) -> None:
        self.key = key
        self.name = name
        self.start = start
        """Where the name stands first."""
        self.foreign = False
        self.abroad = False
        """Bears an office that Vietnam does not have: "Tổng thống"."""
        self.official: Official | None = None
        self.meant: str | None = None
        """The right name, where the printed one is a slip."""
        self.heads: set[str] = set()
        """What begins the titles that the text gives, in small letters: "bí thư"."""
        self.sex = ""
        """ "man", "woman", or empty where the text does not say."""
        self.spouse = False
        """Named first as somebody's wife or husband."""
        self.printed: str | None = None
        """The name as the document spells it, once somebody has asked."""


def persons_of(
    lexicon: Lexicon, roster: Roster | None, names: Sequence[NamePiece], day: date | None
) -> dict[str, Person]:
    """The officials whom an article names in full, by folded name."""
    persons: dict[str, Person] = {}
    said: dict[str, list[bool | None]] = {}
    groups = list(_groups(names))
    for group in groups:
        if group[0].accused:
            for name in group:
                name.accused = True
    _enter_titled(lexicon, roster, names, day, persons, said)
    for group in groups:
        # Who stands in one list with officials is one, whatever the title.
        if any(name.key in persons for name in group) and not any(name.accused for name in group):
            for name in group:
                if name.key in persons or " " not in name.text or _is_business(name):
                    continue
                if name.held or name.honorific not in lexicon.names.private:
                    _enter(lexicon, roster, name, day, persons, said)
    for name in _in_full(lexicon, names, persons):
        _enter(lexicon, roster, name, day, persons, said)
    short = _shortened(persons.values())
    listed = {name.key for name in names if name.listed}
    for key, person in list(persons.items()):
        if person.official is None and person.name in short:
            # "Bộ trưởng Kim Tiến" is short for a name that the article gives in full.
            del persons[key]
        else:
            person.foreign = _is_foreign(lexicon, person, said.get(key, []), listed=key in listed)
    _follow_spouses(names, persons)
    return persons


def _enter_titled(
    lexicon: Lexicon,
    roster: Roster | None,
    names: Sequence[NamePiece],
    day: date | None,
    persons: dict[str, Person],
    said: dict[str, list[bool | None]],
) -> None:
    """Enters whom an office, the roster or the sentence makes an official."""
    heads_of_business = {name.key for name in names if _is_business(name)}
    for name in names:
        key = name.key
        if key in heads_of_business and key not in persons and _has_bare_titles(name):
            continue  # "Chủ tịch A", whom the article knows as a company's
        if not name.nobodys and (key in persons or _marks(lexicon, roster, name)):
            _enter(lexicon, roster, name, day, persons, said)


def _is_foreign(lexicon: Lexicon, person: Person, answers: list[bool | None], *, listed: bool) -> bool:
    """Whether somebody is a foreigner: by the name's look, and by what the titles say (`answers`).

    `listed`: told by the place in a list alone, in which Vietnamese with rare surnames are.
    """
    if person.key in lexicon.foreign_leaders:
        return True
    if is_vietnamese_name(lexicon, person.name):
        return person.official is None and answers.count(True) > answers.count(False)
    if is_vietnamese(person.name.split(" ")):
        return True in answers or person.abroad
    if answers.count(False):
        return False
    if True in answers:
        return True
    own = listed and not person.name.isascii() and "-" not in person.name
    return not (own or is_misspelt(lexicon, person.name.split(" ")))


def _in_full(lexicon: Lexicon, names: Sequence[NamePiece], persons: dict[str, Person]) -> list[NamePiece]:
    """Full names of foreigners whom a title tells by the last word: "Đại sứ *Timin*, ông *V. Timin*".

    Of men only: a woman so named may be his wife.
    """
    alone = {person.name for person in persons.values() if " " not in person.name}
    if not alone:
        return []
    return [
        name
        for name in names
        if " " in name.text
        and name.text.rpartition(" ")[2] in alone
        and name.key not in persons
        and name.honorific in lexicon.names.of_men
        and not (name.accused or _is_business(name) or is_vietnamese(name.text.split(" ")))
    ]


def _follow_spouses(names: Sequence[NamePiece], persons: dict[str, Person]) -> None:
    """Who is named as somebody's spouse right behind them is of their country."""
    for before, name in pairwise(names):
        if not name.before or name.start - before.end > _BESIDE:
            continue
        if not any(title.kind is SPOUSE_HONORIFIC for title in name.before):
            continue
        one, other = persons.get(before.key), persons.get(name.key)
        if one is not None and other is not None:
            other.foreign = one.foreign


_BESIDE: Final = 30


def _shortened(persons: Iterable[Person]) -> set[str]:
    """What may stand for a longer one of these names: its last two words, any one of its words."""
    short: set[str] = set()
    for person in persons:
        words = person.name.split(" ")
        if len(words) > 1:
            short.update(words)
        if len(words) > 2:
            short.add(" ".join(words[-2:]))
            if words[-2][0].islower():
                short.add(family_part(person.name))
    return short


def _enter(
    lexicon: Lexicon,
    roster: Roster | None,
    name: NamePiece,
    day: date | None,
    persons: dict[str, Person],
    said: dict[str, list[bool | None]],
) -> None:
    """Enters the person of a name, and what its titles say of the country."""
    key = name.key
    if key not in persons:
        alone = (" " not in name.text and "'" not in name.text) or name.text[0].islower()
        unsure = is_vietnamese([name.text]) or (
            alone and bool(name.before) and _may_end_organ(name.before[-1])
        )
        if alone and unsure and key not in lexicon.names.leaders_spelled:
            return
        person = persons[key] = Person(key, name.text, name.start)
        person.spouse = any(title.kind is SPOUSE_HONORIFIC for title in name.held)
        if roster is not None and key in roster.by_name:
            person.official = _who(roster, key, day)
    if not persons[key].sex:
        persons[key].sex = _sex(lexicon.names.sexes, name)
    if name.held:
        said.setdefault(key, []).append(_says_foreign(name.held))
        persons[key].heads.update([title.head.text for title in name.held])
        if not lexicon.names.abroad.isdisjoint([title.head.text for title in name.held]):
            persons[key].abroad = True


def _may_end_organ(title: TitlePiece) -> bool:
    """Whether a word behind a title may be its organ's; not behind a country: "Vua Bỉ *Philippe*"."""
    return title.head.needs_organ and title.foreign is not True


def _sex(sexes: Mapping[str, str], name: NamePiece) -> str:
    """ "bà A", "Lê Thị A", "Phu nhân A": a woman."""
    if name.honorific in sexes:
        return sexes[name.honorific]
    for title in name.held:
        if title.head.text in sexes:
            return sexes[title.head.text]
    for word in name.text.split(" ")[1:-1]:
        if word in sexes:
            return sexes[word]
    return ""


def _groups(names: Iterable[NamePiece]) -> Iterator[list[NamePiece]]:
    """Runs of two names and more that follow each other in one list."""
    group: list[NamePiece] = []
    for name in names:
        if name.nobodys:
            continue
        if not name.linked:
            if len(group) > 1:
                yield group
            group = []
        group.append(name)
    if len(group) > 1:
        yield group


def _marks(lexicon: Lexicon, roster: Roster | None, name: NamePiece) -> bool:
    """Whether a name is an official's by what stands with it, or by the roster."""
    if " " not in name.text and not (name.sure and name.before or "'" in name.text):
        return (
            bool(name.honorific)
            and name.key in lexicon.names.leaders_spelled
            and not is_vietnamese([name.text])
        )
    if name.accused or name.honorific in lexicon.names.accused_last:
        return _is_official(name.held, "")
    if _is_official(name.held, name.honorific) or name.told:
        return True
    if (name.honorific and name.key in lexicon.names.past_leaders) or (name.delegate and name.sure):
        return True
    return name.key in lexicon.foreign_leaders or (roster is not None and name.key in roster.by_name)


def _is_official(titles: Iterable[TitlePiece], honorific: str) -> bool:
    of_business = False
    for title in titles:
        if title.kind is not ACADEMIC_HONOUR:
            if not title.business:
                return True
            of_business = True
    return not of_business and honorific == "đồng chí"


def _is_business(name: NamePiece) -> bool:
    """All that the text says of somebody is the head of a business."""
    for title in name.held:
        if not title.business:
            return False
    return bool(name.held)


def _has_bare_titles(name: NamePiece) -> bool:
    """Titles that say of no organ whose they are: "Chủ tịch"."""
    return bool(name.held) and all(
        title.head.needs_organ and title.end - title.start == len(title.head.text) for title in name.held
    )


def _says_foreign(titles: Iterable[TitlePiece]) -> bool | None:
    """What the titles say of the country: foreign, Vietnam's, nothing."""
    said = None
    for title in titles:
        if title.foreign is not None:
            said = title.foreign
    return said


def _who(roster: Roster, key: str, day: date | None) -> Official | None:
    """The roster's person of that name: the only one, else the only one in office on the day."""
    ids = roster.by_name[key]
    if len(ids) == 1:
        return roster.officials[ids[0]]
    if day is None:
        return None
    serving = [id for id in ids if any(fact.on(day) is Held.YES for fact in roster.officials[id].holdings)]
    return roster.officials[serving[0]] if len(serving) == 1 else None


def short_forms(persons: Iterable[Person]) -> dict[str, list[Person]]:
    """What may stand for a person in short, to the first persons for whom it may."""
    forms: dict[str, list[Person]] = {}
    for person in persons:
        for form in forms_of(person):
            meant = forms.setdefault(form, [])
            if len(meant) < _MOST_MEANT:
                meant.append(person)
    return forms


def family_part(name: str) -> str:
    """The last word of a name with the small ones before it: "von der Lindt"."""
    words = name.split(" ")
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return " ".join(words[at:])


_MOST_MEANT: Final = 32


def forms_of(person: Person) -> list[str]:
    """The last word of a name, the last two; of foreign names every word."""
    words = person.name.split(" ")
    forms = words[:] if person.foreign else words[-1:]
    if len(words) > 2:
        forms.append(" ".join(words[-2:]))
        if words[-2][0].islower():
            forms.append(family_part(person.name))
    return forms
