"""Values in words, in both languages: "1.234 chữ", "1 phút 30 giây", "12/03/2024"."""

from __future__ import annotations

from datetime import date, datetime

from kiemtin.foundation.dates import Validity, show_day
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.text import normalize
from kiemtin.judging.facts.bulletin import BlockFacts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import GroupFacts, ListingFacts, PassageFacts
from kiemtin.judging.facts.organs import OrganFacts, OrganRowFacts
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts, TitleFacts
from kiemtin.judging.values import Amount, Members, Value
from kiemtin.language.syntax import Attribute, Expression

_COUNTED = {
    "syllables": ("chữ", "syllables"),
    "words": ("từ", "words"),
    "characters": ("ký tự", "characters"),
}
_CLOCK = (("giờ", "h", 3600), ("phút", "min", 60), ("giây", "s", 1))


def number(value: float) -> Phrase:
    """`1.234,5` and `1,234.5`; at most two decimals."""
    rounded = round(value, 2)
    text = f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")
    return Phrase(text.translate(_SWAP), text)


_SWAP = str.maketrans(",.", ".,")


def quantity(value: float, unit: str | None) -> Phrase:
    """By the name of what the unit measures; ranks, pages and the like are bare numbers."""
    if unit == "duration":
        return duration(value)
    if unit == "share":
        return Phrase(*(f"{part}%" for part in number(value * 100)))
    if unit == "speech_rate":
        vi, en = number(value * 60)
        return Phrase(f"{vi} chữ mỗi phút", f"{en} syllables a minute")
    vi, en = number(value)
    names = _COUNTED.get(unit or "")
    return Phrase(f"{vi} {names[0]}", f"{en} {names[1]}") if names else Phrase(vi, en)


def duration(seconds: float) -> Phrase:
    """The parts that are not zero; two days and more in days and hours."""
    sign, left = ("-", -seconds) if seconds < 0 else ("", seconds)
    vi, en = [], []
    if left >= 2 * 86400:
        days, left = divmod(left, 86400)
        vi.append(f"{number(days).vi} ngày")
        en.append(f"{number(days).en} days")
    for name, english, size in _CLOCK:
        amount = left if size == 1 else left // size
        left -= amount * size
        if amount:
            vi.append(f"{number(amount).vi} {name}")
            en.append(f"{number(amount).en} {english}")
    return Phrase(sign + (" ".join(vi) or "0 giây"), sign + (" ".join(en) or "0 s"))


def day(value: date) -> Phrase:
    if isinstance(value, datetime):
        clock = value.strftime("%H:%M")
        return Phrase(f"{show_day(value)} {clock}", f"{value.date().isoformat()} {clock}")
    return Phrase(show_day(value), value.isoformat())


def validity(value: Validity) -> Phrase | None:
    """Since when, and until when if that is said; None if nothing is."""
    vi, en = [], []
    if value.start:
        vi.append(f"từ {day(value.start).vi}")
        en.append(f"from {day(value.start).en}")
    if value.end:
        vi.append(f"đến hết {day(value.end).vi}")
        en.append(f"until {day(value.end).en}")
    return Phrase(" ".join(vi), " ".join(en)) if vi else None


def quoted(text: str) -> str:
    """The user's words on one line, as a report quotes them."""
    return f"“{' '.join(normalize(text).text.split())}”"


def value_in_words(value: Value, unit: str | None = None) -> Phrase:
    """Any value that a report shows; people by name."""
    if isinstance(value, bool):
        return Phrase("có", "yes") if value else Phrase("không", "no")
    if isinstance(value, Amount):
        return quantity(value.value, value.unit)
    if isinstance(value, int | float):
        return quantity(value, unit)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        return Phrase(quoted(value), quoted(value))
    if isinstance(value, Members):
        shown = [value_in_words(element) for element in value.elements]
        return Phrase(", ".join(each.vi for each in shown), ", ".join(each.en for each in shown))
    words = _words_of(value)
    return Phrase(quoted(words), quoted(words)) if words else Phrase("–", "–")


def value_of(asked: Expression | None, value: Value, unit: str | None = None) -> Phrase:
    """A value of what `asked` asks for, or what that is compared with: the texts of a property that has only
    some are said in the reader's language."""
    if isinstance(asked, Attribute) and isinstance(value, str):
        from kiemtin.language.terms.closed_values import english_of  # few findings say such a value

        return Phrase(quoted(value), quoted(english_of(asked.name, value)))
    return value_in_words(value, unit)


def _words_of(value: Value) -> str | None:
    """How facts are called: by name, else as printed. A bulletin as a whole has no words."""
    match value:
        case OfficialFacts():
            return value.name
        case MentionFacts():
            return value.mention.name
        case BlockFacts():
            return value.heading
        case TitleFacts() | PassageFacts() | OrganFacts():
            return value.wording
        case ListingFacts() | OrganRowFacts():
            return value.span.of(value.item.text)
        case GroupFacts():
            return value.span.of(value.listing.item.text)
        case ItemFacts():
            return value.span.of(value.text)
        case _:
            return None
