"""What may follow: behind a point the properties of what stands before it, behind a comparison the values
that the property can have, else keywords, roots and the names of the pack."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from kiemtin.authoring.names import defined
from kiemtin.authoring.occurrences import type_of
from kiemtin.authoring.pack_text import pack_text
from kiemtin.foundation.messages import Lang
from kiemtin.language.terms.closed_values import CLOSED_VALUES
from kiemtin.language.terms.keywords import KEYWORDS, keyword_pattern
from kiemtin.language.terms.names import canonical_property
from kiemtin.language.terms.schema import PROPERTIES, ROOTS
from kiemtin.language.terms.types import Type

_BEHIND_POINT = re.compile(r"((?:\w+\.)*\w+)?\.\s*\w*$")
_KEYWORDS_ONLY = re.compile(r"[^\W\d]")


class Offer(NamedTuple):
    words: str
    kind: Literal["property", "keyword", "root", "rule", "table", "parameter", "precedence", "document",
                  "value"]  # fmt: skip
    about: str


def offers(source: str, offset: int, lang: Lang) -> list[Offer]:
    """All that may stand there; the editor narrows them by what is typed. Inside quotes only values."""
    line = source[source.rfind("\n", 0, offset) + 1 : offset]
    if _COMMENT.match(line):
        return []
    near = line[-_NEAR:]
    compared = _behind_comparison().search(near)
    values = CLOSED_VALUES.get(canonical_property(compared["property"]), ()) if compared else ()
    if compared and values:
        told = [vi if lang == "vi" else en for vi, en in values]
        return [Offer(each if compared["quote"] else f'"{each}"', "value", "") for each in told]
    if line.count('"') % 2 or line.rfind("“") > line.rfind("”"):
        return []
    if point := _BEHIND_POINT.search(near):
        return list(_properties(lang, _owner(source, offset, point[1])))
    found = [
        Offer(spelling, "keyword", "") for word in KEYWORDS.values() for spelling in _spellings(word, lang)
    ]
    found += [Offer(vi if lang == "vi" else name, "root", "") for name, (vi, _) in ROOTS.items()]
    found += [Offer(name.text, name.kind, "") for name in defined(source) if name.kind != "clause"]
    return list(dict.fromkeys(found))


_NEAR = 400
"""Characters before the place in which is looked for what it depends on."""
_COMMENT = re.compile(r'(?:[^"“#]|"[^"]*"|“[^”]*”)*#')


@cache
def _behind_comparison() -> re.Pattern[str]:
    """`tin.loại_hình =`, `tin.loại_hình trong {"báo in",`, the datum of an example; in or before quotes."""
    equal, inside = (
        "|".join(keyword_pattern(KEYWORDS[name]) for name in names)
        for names in (("IS", "DIFFERS"), ("IN", "NOT_IN"))
    )
    among = r'\{(?:[^"{}]|"[^"]*")*?(?<=[{,\s])'
    return re.compile(
        rf"(?<![\w-])(?:\w+\.)*(?P<property>\w+)\s*"
        rf"(?:!=|<>|=|≠|(?<=\s)(?:{equal})|(?<=\s)(?:{inside})\s*{among})\s*"
        r'(?:(?P<quote>["“])[^"“”]*|\w*)$',
        re.I,
    )


def _owner(source: str, offset: int, path: str | None) -> Type | None:
    """The type of what stands before the point; None where it is not known."""
    pack = pack_text(source, "")
    if path is None or not pack.pieces:
        return None
    return type_of(path.split("."), pack.scope(pack.piece_at(pack.inner(offset))).variables)


def _properties(lang: Lang, owner: Type | None) -> dict[Offer, None]:
    """Of all things where it is not known what they are asked of."""
    rows = [each for each in PROPERTIES if each.owner == owner] or PROPERTIES
    words = ((each.vi, each.vi_doc) if lang == "vi" else (each.name, each.en_doc) for each in rows)
    return {Offer(name, "property", about): None for name, about in words}


def _spellings(keyword: object, lang: Lang) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(keyword, lang)
    return tuple(each for each in found[:1] if _KEYWORDS_ONLY.match(each))
