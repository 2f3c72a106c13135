"""Places in a precedence beside those of holders: who has left an office, who acts in it, foreign guests."""

from __future__ import annotations

from collections.abc import Callable

from kiemtin.foundation.text import text_key
from kiemtin.language.terms.keywords import FOREIGN_GUESTS, STANDINGS

FOREIGN = "foreign"
"""The key of foreign guests among the ranks of a precedence."""


def standing(kind: str, office: str) -> str:
    """The key among the ranks of a precedence of who left an office ("former") or acts in it ("acting")."""
    return f"{kind}:{office}"


def place_of(phrase: str, bind_office: Callable[[str], str | None]) -> str | None:
    """The key of a phrase of a precedence: an office, "nguyên …", "quyền …", "khách nước ngoài"; None if the
    office in it is not known."""
    key = text_key(phrase)
    if key in set(map(text_key, (*FOREIGN_GUESTS.vi, *FOREIGN_GUESTS.en))):
        return FOREIGN
    for kind, keyword in STANDINGS.items():
        for word in (*keyword.vi, *keyword.en):
            if key.startswith(f"{text_key(word)} "):
                office = bind_office(phrase.strip()[len(word) :].strip())
                return standing(kind, office) if office is not None else None
    return bind_office(phrase)
