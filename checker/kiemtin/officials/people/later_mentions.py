"""Names that later stand for somebody: short forms, and bare names that no title introduces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from kiemtin.documents.model import Item
from kiemtin.foundation.places import Span
from kiemtin.officials.model import Construction
from kiemtin.officials.people.resolution import Person, family_part, forms_of
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.heads import Head
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import UPPER, Form
from kiemtin.officials.words.syllables import is_vietnamese


def person_meant(
    name: NamePiece,
    persons: dict[str, Person],
    forms: dict[str, list[Person]],
    last: dict[str, Person],
    sexes: Mapping[str, str],
) -> tuple[Person, int, int] | None:
    """Whom a name means and where it stands, None if it is no official's."""
    if name.nobodys:
        return None
    text = name.text
    if " " in text:
        person = persons.get(name.key or fold_name(text))
        if person is not None:
            return person, name.start, name.end
        words = text.split(" ")
        for first in range(1, len(words) - 1):
            person = persons.get(fold_name(" ".join(words[first:])))
            if person is not None:
                return person, name.end - len(person.name), name.end
        for final in range(len(words) - 1, 1, -1):
            person = persons.get(fold_name(" ".join(words[:final])))
            if person is not None:
                return person, name.start, name.start + len(person.name)
    candidates = forms.get(text, ())
    if not candidates:
        return None
    if not (name.sure or name.after) and (
        is_vietnamese([text]) or not all(person.foreign for person in candidates)
    ):
        return None
    chosen = last.get(text.rsplit(" ", 1)[-1])
    if chosen is None or text not in forms_of(chosen):
        chosen = candidates[0]
    if len(candidates) > 1:
        if name.before:
            chosen = _of_that_title(candidates, name.before[-1].head.text, chosen)
        chosen = _rather(candidates, sexes.get(name.honorific, ""), chosen)
    return chosen, name.start, name.end


def _of_that_title(candidates: Sequence[Person], head: str, chosen: Person) -> Person:
    """ "Bí thư Tám": of two of that given name, who was named as a secretary."""
    if head in chosen.heads:
        return chosen
    return next((person for person in candidates if head in person.heads), chosen)


def _rather(candidates: Sequence[Person], sex: str, chosen: Person) -> Person:
    """ "Tổng thống A", "ông A": not his wife of the same name, though she was named last."""
    if not sex:
        others = [person for person in candidates if not person.spouse] if chosen.spouse else []
    elif chosen.sex == sex:
        others = []
    else:
        others = [person for person in candidates if person.sex == sex]
        if chosen.sex:
            others += [person for person in candidates if not person.sex]
    return others[0] if others else chosen


def bare_names(
    lexicon: Lexicon,
    text: str,
    item: Item,
    names: list[NamePiece],
    persons: Iterable[Person],
    *,
    capitals: bool,
) -> Iterator[NamePiece]:
    """Names without title or honorific that were not read: foreigners' ("Trump"), pen names, in capitals.

    `capitals`: a surname stands in capitals somewhere.
    """
    wanted: dict[str, str] = {}
    for person in persons:
        last = person.name.rsplit(" ", 1)[-1]
        form = person.name
        if not person.foreign:
            surname = form.split(" ", 1)[0]
            if surname in lexicon.surnames:
                if not capitals and len(surname) > 1:
                    continue
                form = form.upper()
        elif not is_vietnamese([last]):
            form = last
            if person.name.count(" ") > 1 and " " in (family := family_part(person.name)):
                wanted[family] = person.name
        if len(form) > 3:
            wanted[form] = person.name
    if not wanted:
        return
    taken = {name.start for name in names}
    taken_ends = {name.end for name in names}
    for form, at in _occurrences(text, item.span, list(wanted)):
        full = wanted[form]
        end = at + len(form)
        first = end - len(full) if text.endswith(full, 0, end) else at
        before, behind = text[first - 1 : first], text[end : end + 1]
        if (
            first in taken
            or end in taken_ends
            or before.isalnum()
            or behind.isalnum()
            or "-" in (before, behind)
            or (" " not in full and text.endswith(lexicon.names.where, item.span.start, first))
            or (before == " " and first == at != end - len(full) and _is_of_another(text, first))
            or (behind == " " and first == at and _is_of_something(text, end))
        ):
            continue
        taken.add(first)
        yield NamePiece(first, end, text[first:end])


def short_beside(
    lexicon: Lexicon, text: str, names: Iterable[NamePiece], forms: Mapping[str, list[Person]]
) -> Iterator[NamePiece]:
    """Short names behind the first of several: "hai ông Trọng và *Lâm*", "các đồng chí Trọng, *Lâm*"."""
    for name in names:
        if not name.sure or " " in name.text or name.text not in forms:
            continue
        if not text.startswith(_AND, name.end):
            continue
        if lexicon.listing.several.search(text, max(0, name.start - _ADDRESS), name.start) is None:
            continue
        end = name.end
        while (found := _NEXT_SHORT.match(text, end)) is not None and found["name"] in forms:
            words = f"{found['name']} {found['behind'] or ''}".lower()
            if words in lexicon.organ_phrases:
                break  # "và Chính phủ"
            end = found.end("name")
            beside = NamePiece(found.start("name"), end, found["name"], sure=True)
            beside.address(name.honorific)
            yield beside


_ADDRESS: Final = 24
_AND: Final = (", ", " và ")
_NEXT_SHORT: Final = Form(rf"(?:,? và |, )(?P<name>[{UPPER}]\w*)(?! [{UPPER}])(?: (?P<behind>\w+))?")

_BEFORE: Final = frozenset({"", ".", "\n", '"', "“", ".\n", "\n\n", "-", "–"})


def titled_names(
    lexicon: Lexicon,
    text: str,
    pieces: Iterable[Piece],
    names: Iterable[NamePiece],
    forms: Mapping[str, list[Person]],
) -> Iterator[NamePiece]:
    """Short names right behind a title that nobody bears yet: "Thứ trưởng *Liên Hương*", "… *Chính*".

    They may be common words or places, so that only the article's full names tell them.
    """
    bearers = {id(title): name for name in names for title in name.held}
    starts = {name.start for name in names}
    for title in pieces:
        if not isinstance(title, TitlePiece):
            continue
        bearer = bearers.get(id(title))
        if bearer is not None:
            if not _holds_leader(text, title, bearer, forms):
                continue
            bearer.after.remove(title)
            bearer.settle()
        last = max(title.start, text.rfind(" ", title.start, title.end) + 1)
        two = max(title.start, text.rfind(" ", title.start, max(title.start, last - 1)) + 1)
        form = text[two : title.end]
        if two == title.start or form not in forms:
            form = text[last : title.end]
        behind_head = title.end - len(form) - 1 == title.start + len(title.head.text)
        if form in forms and (" " in form or (behind_head and title.foreign is not True)):
            first = title.end - len(form)
            title.end = first - 1
        else:
            first = title.end + 1
            follows = text.startswith(" ", title.end) and text[first : first + 1].isupper()
            run = lexicon.run.match(text, first) if follows else None
            if run is None or run.group().count(" ") > 1:
                continue
            form = run.group()
        if form not in forms or first in starts:
            continue
        name = NamePiece(first, first + len(form), form, sure=True)
        name.hold_before([title])
        name.find(Construction.TITLE_NAME)
        yield name


def _holds_leader(text: str, title: TitlePiece, bearer: NamePiece, forms: Mapping[str, list[Person]]) -> bool:
    """ "gặp ông A, Bộ trưởng *Mendel* nói": read on the chain behind A, it holds another's name alone."""
    form = text[title.start + len(title.head.text) + 1 : title.end]
    return (
        form in forms
        and title in bearer.after
        and all(person.foreign for person in forms[form])
        and form not in bearer.text.split(" ")
    )


def _is_of_another(text: str, at: int) -> bool:
    """Whether a last name at `at` is another person's: "Ivanka *Trump*", "Tamim bin Hamad Al *Thani*"."""
    word = text[max(0, at - 20) : at - 1].rpartition(" ")[2]
    if len(word) == 2 and word[1] == ".":
        return word[0].isupper()  # "USS John S. *McCain*"
    return word[:1].isupper() and word.isalpha() and not is_vietnamese([word])


def _is_of_something(text: str, end: int) -> bool:
    """Whether a last name that ends at `end` is a firm's, a building's: "*Trump* Organization"."""
    if not text[end + 1 : end + 2].isupper():
        return False
    word = text[end + 1 : end + 24].split(" ", 1)[0].strip(".,;:)")
    return word.istitle() and word.isascii() and len(word) > 3 and not is_vietnamese([word])


def called_names(
    lexicon: Lexicon,
    text: str,
    item: Item,
    callings: Iterable[Head],
    names: Iterable[NamePiece],
    forms: Mapping[str, list[Person]],
) -> Iterator[NamePiece]:
    """Short names behind words that are no honorifics: "trinh sát Hòa", "Cử tri Thanh Hà", "Anh Long".

    Those that are in `forms` and not among `names`; "Anh" counts at the beginning of a sentence.
    """
    taken: set[int] | None = None
    start, stop = item.span.start, item.span.end
    for begin, first, word in callings:
        if not start <= begin < stop:
            continue
        run = lexicon.run.match(text, first, stop)
        if run is None or run.group() not in forms:
            continue
        great = word.text in lexicon.names.callings_great
        if great and text[max(0, begin - 2) : begin].strip(" ") not in _BEFORE:
            continue
        if taken is None:
            taken = {name.start for name in names}
        if first not in taken:
            yield NamePiece(first, run.end(), run.group(), sure=True)


_MANY: Final = 64
_BEGINNING: Final = 5
"""Of a name in capitals mostly its surname, and few texts have any."""


def _occurrences(text: str, span: Span, forms: list[str]) -> Iterator[tuple[str, int]]:
    """Where any of `forms` stands; a few are looked up one by one, many in one pass."""
    if len(forms) > _MANY:
        within = span.of(text)
        for index, start, _ in AhoCorasick(forms).find_matches_as_indexes(within):
            yield forms[index], span.start + start
        return
    beginnings = {form[:_BEGINNING] for form in forms}
    there = {beginning for beginning in beginnings if text.find(beginning, span.start, span.end) >= 0}
    for form in forms:
        if form[:_BEGINNING] not in there:
            continue
        at = text.find(form, span.start, span.end)
        while at >= 0:
            yield form, at
            at = text.find(form, at + len(form), span.end)
