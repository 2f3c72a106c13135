"""What may follow: properties behind a point, else keywords, roots and the names of the pack."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from kiemtin.authoring.names import defined
from kiemtin.foundation.messages import Lang
from kiemtin.language.terms.keywords import KEYWORDS
from kiemtin.language.terms.schema import PROPERTIES, ROOTS

_BEHIND_POINT = re.compile(r"\.\s*(\w*)$")
_KEYWORDS_ONLY = re.compile(r"[^\W\d]")


class Offer(NamedTuple):
    words: str
    kind: Literal["property", "keyword", "root", "rule", "table", "parameter", "precedence", "document"]
    about: str


def offers(source: str, offset: int, lang: Lang) -> list[Offer]:
    """All that may stand there; the editor narrows them by what is typed. Nothing inside quotes."""
    line = source[source.rfind("\n", 0, offset) + 1 : offset]
    if line.count('"') % 2 or line.rfind("“") > line.rfind("”") or "#" in line:
        return []
    if _BEHIND_POINT.search(line):
        return list(_properties(lang))
    found = [
        Offer(spelling, "keyword", "") for word in KEYWORDS.values() for spelling in _spellings(word, lang)
    ]
    found += [Offer(vi if lang == "vi" else name, "root", "") for name, (vi, _) in ROOTS.items()]
    found += [Offer(name.text, name.kind, "") for name in defined(source) if name.kind != "clause"]
    return list(dict.fromkeys(found))


def _properties(lang: Lang) -> dict[Offer, None]:
    words = ((each.vi, each.vi_doc) if lang == "vi" else (each.name, each.en_doc) for each in PROPERTIES)
    return {Offer(name, "property", about): None for name, about in words}


def _spellings(keyword: object, lang: Lang) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(keyword, lang)
    return tuple(each for each in found[:1] if _KEYWORDS_ONLY.match(each))
