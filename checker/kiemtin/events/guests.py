"""Announced people against those whom the piece names: other spellings, other titles.

Nobody says which of the two is right: the calendar may be the one that is wrong, or the older one.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiemtin.events.model import Difference, Kind
from kiemtin.events.people import Announced
from kiemtin.foundation.text import fold, text_key
from kiemtin.officials.model import Mention, Title, TitleKind
from kiemtin.officials.slips import one_slip


def differences(
    announced: Sequence[Announced], mentions: Sequence[Mention], text: str
) -> tuple[Difference, ...]:
    """In the order of the text; of each announced person at most one spelling and one title."""
    found: list[Difference] = []
    printed = {text_key(mention.name) for mention in mentions}
    for each in announced:
        own = [m for m in mentions if _is(each, m)]
        if each.key not in printed:
            slips = [m for m in mentions if _is_slip(each, m)]
            own += [m for m in slips if m not in own]
            if slips:
                first = slips[0]
                found.append(Difference(Kind.NAME, each.name, first.name, each.name, first.span, sure=False))
        title = _other_title(each, own, text)
        if title is not None:
            found.append(title)
    return tuple(sorted(found, key=lambda difference: difference.place.start))


def unnamed(announced: Sequence[Announced], mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(
        each.name for each in announced if not any(_is(each, m) or _is_slip(each, m) for m in mentions)
    )


def _is(announced: Announced, mention: Mention) -> bool:
    if announced.official is not None and announced.official == mention.official:
        return True
    return announced.key == text_key(mention.person)


def _is_slip(announced: Announced, mention: Mention) -> bool:
    """Whether the printed name is a letter or a tone off: as printed, whomever it was taken for."""
    return " " in mention.name.strip() and one_slip(text_key(mention.name), announced.key)


def _other_title(announced: Announced, own: Sequence[Mention], text: str) -> Difference | None:
    """The title that the piece gives where it gives any, if none of them is one that was announced."""
    titled = [m for m in own if any(t.kind is TitleKind.OFFICE for t in m.titles)]
    if not titled or not announced.titles:
        return None
    given = [t for m in titled for t in m.titles if t.kind is TitleKind.OFFICE and not t.career]
    if not given or any(_same(told, printed) for told in announced.titles for printed in given):
        return None
    first = given[0]
    sure = all(t.office is not None for t in (*announced.titles, *given))
    told = ", ".join(title.text for title in announced.titles)
    words = ", ".join(dict.fromkeys(" ".join(t.span.of(text).split()) for t in given))
    return Difference(Kind.TITLE, told, words, announced.name, first.span, sure=sure)


def _same(one: Title, other: Title) -> bool:
    """One office, or words of which one says the other shorter: "Giám đốc Sở" and "Giám đốc Sở Y tế"."""
    if one.office is not None and one.office == other.office and one.former == other.former:
        return one.organ is None or other.organ is None or one.organ == other.organ
    left, right = fold(one.text), fold(other.text)
    return left.startswith(right) or right.startswith(left)
