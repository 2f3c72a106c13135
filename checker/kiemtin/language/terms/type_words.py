"""What types, kinds of statements and values are called in messages."""

from __future__ import annotations

from collections.abc import Sequence

from kiemtin.foundation.messages import Phrase
from kiemtin.language.terms.names import vietnamese_name
from kiemtin.language.terms.types import Type

_WORDS: dict[str, Phrase] = {
    "truth": Phrase("đúng hay sai", "true or false"),
    "number": Phrase("số đếm", "a plain number"),
    "syllables": Phrase("số chữ", "a number of syllables"),
    "words": Phrase("số từ", "a number of words"),
    "characters": Phrase("số ký tự", "a number of characters"),
    "speech_rate": Phrase("tốc độ đọc (chữ mỗi phút)", "a rate of speech (syllables a minute)"),
    "duration": Phrase("khoảng thời gian", "a length of time"),
    "length": Phrase("độ dài của tin", "the length of an item"),
    "date": Phrase("ngày", "a date"),
    "moment": Phrase("ngày giờ", "a day and hour"),
    "rank": Phrase("bậc", "a rank"),
    "text": Phrase("lời (chữ trong ngoặc kép)", "text"),
    "share": Phrase("tỉ lệ", "a share"),
    "item": Phrase("tin", "an item"),
    "bulletin": Phrase("bản tin", "a bulletin"),
    "block": Phrase("khối của bản tin", "a block of a bulletin"),
    "listing": Phrase("danh sách nêu tên", "a listing"),
    "group": Phrase("nhóm trong danh sách", "a group of a listing"),
    "official": Phrase("người", "an official"),
    "mention": Phrase("lượt nhắc tên", "a mention"),
    "title": Phrase("chức danh", "a title"),
    "passage": Phrase("đoạn của tin", "a passage"),
    "organ": Phrase("tên cơ quan", "the name of an organ"),
    "organ_row": Phrase("dãy cơ quan", "a row of organs"),
    "roster": Phrase("danh bạ", "the roster"),
    "precedence": Phrase("thứ bậc", "the precedence"),
    "unknown": Phrase("điều chưa rõ", "something unknown"),
}

MAY_BE_MISSING = Phrase("điều có thể thiếu", "something that may be missing")
ANY_OTHER_CASE = Phrase("mọi trường hợp khác", "any other case")
_OR = Phrase("hoặc", "or")
_THIS = Phrase("điều này", "this")
_ITEM_OF = Phrase("tin có {} với", "an item of {} with")

_MANY: dict[str, Phrase] = {
    "item": Phrase("nhiều tin", "several items"),
    "block": Phrase("nhiều khối", "several blocks"),
    "listing": Phrase("nhiều danh sách nêu tên", "several listings"),
    "group": Phrase("nhiều nhóm", "several groups"),
    "official": Phrase("nhiều người", "several officials"),
    "mention": Phrase("nhiều lượt nhắc tên", "several mentions"),
    "organ": Phrase("nhiều tên cơ quan", "several names of organs"),
    "organ_row": Phrase("nhiều dãy cơ quan", "several rows of organs"),
    "title": Phrase("nhiều chức danh", "several titles"),
    "passage": Phrase("nhiều đoạn của tin", "several passages"),
}


def type_words(type_: Type) -> Phrase:
    """A type as a sentence calls it."""
    if type_.element is not None:
        return _MANY.get(type_.element.name, Phrase("nhiều điều", "several things"))
    return _WORDS[type_.name]


def any_of(types: tuple[Type, ...]) -> Phrase:
    """Several types, as alternatives."""
    return either([type_words(type_) for type_ in types])


def either(phrases: Sequence[Phrase]) -> Phrase:
    """`a`, `a hoặc b`, `a, b hoặc c`."""
    return Phrase(*(_either([phrase[at] for phrase in phrases], _OR[at]) for at in (0, 1)))


def _either(phrases: Sequence[str], word: str) -> str:
    return f"{', '.join(phrases[:-1])} {word} {phrases[-1]}" if len(phrases) > 1 else phrases[0]


def case_words(property_name: str | None, shown: str) -> Phrase:
    """A case that a table is asked for: `bậc 3`, `loại_hình “báo in”`; None for what is no property."""
    name = property_words(property_name) if property_name is not None else _THIS
    return Phrase(f"{name.vi} {shown}", f"{name.en} {shown}")


def item_words(cases: Sequence[Phrase]) -> Phrase:
    """An item by what a table asks of it, as a sentence begins."""
    return Phrase(*(_ITEM_OF[at].format(", ".join(case[at] for case in cases)) for at in (0, 1)))


def property_words(canonical: str) -> Phrase:
    """A property in both languages, as a pack writes it."""
    return Phrase(vietnamese_name(canonical), canonical)
