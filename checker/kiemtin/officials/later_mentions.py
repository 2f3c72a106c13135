"""Names that later stand for somebody: short forms, and bare names that no title introduces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from kiemtin.documents.model import Item
from kiemtin.foundation.places import Span
from kiemtin.officials.folding import fold_name
from kiemtin.officials.names import is_vietnamese
from kiemtin.officials.pieces import NamePiece
from kiemtin.officials.resolution import Person


def person_meant(
    name: NamePiece,
    persons: dict[str, Person],
    forms: dict[str, list[Person]],
    last: dict[str, Person],
) -> tuple[Person, int, int] | None:
    """Whom a name means and where it stands, None if it is no official's."""
    if name.pattern == "named-after":
        return None
    text = name.text
    if " " in text:
        person = persons.get(fold_name(text))
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
    if chosen is None or chosen not in candidates:
        chosen = candidates[0]
    return chosen, name.start, name.end


def bare_names(
    text: str, item: Item, names: list[NamePiece], persons: Iterable[Person]
) -> Iterator[NamePiece]:
    """Names without title or honorific that were not read: of foreigners ("Trump"), in capitals."""
    wanted: dict[str, str] = {}
    for person in persons:
        last = person.name.rsplit(" ", 1)[-1]
        form = person.name
        if not person.foreign:
            form = form.upper()
        elif not is_vietnamese([last]):
            form = last
        if len(form) > 3:
            wanted[form] = person.name
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
        ):
            continue
        taken.add(first)
        yield NamePiece(first, end, text[first:end])


def _occurrences(text: str, span: Span, forms: list[str]) -> Iterator[tuple[str, int]]:
    """Where any of `forms` stands; a few are looked up one by one, many in one pass."""
    if len(forms) > 16:
        within = span.of(text)
        for index, start, _ in AhoCorasick(forms).find_matches_as_indexes(within):
            yield forms[index], span.start + start
        return
    for form in forms:
        at = text.find(form, span.start, span.end)
        while at >= 0:
            yield form, at
            at = text.find(form, at + len(form), span.end)
