"""What a word means: a property with its page's words, a name with what it heads."""

from __future__ import annotations

import re

from kiemtin.authoring.names import defined, word_at
from kiemtin.foundation.messages import Lang, message
from kiemtin.language.terms.schema import PROPERTIES
from kiemtin.language.terms.types import Type


def meaning(source: str, offset: int, lang: Lang) -> tuple[str, int, int] | None:
    """Markdown about the word at an offset, and where the word stands."""
    word, start, end = word_at(source, offset)
    if not word:
        return None
    said = _property(word, lang) or _name(source, word, lang)
    return None if said is None else (said, start, end)


def _property(word: str, lang: Lang) -> str | None:
    found = [each for each in PROPERTIES if word in (each.vi, each.name)]
    if not found:
        return None
    lines = [f"**{found[0].vi}** · `{found[0].name}`"]
    for each in found:
        about = each.vi_doc if lang == "vi" else each.en_doc
        lines.append(f"- {_owner(each.owner)}: {about}")
        if each.datum:
            lines.append(
                f"  - {message('authoring.needs', lang, {'datum': message(f'datum.{each.datum}', lang)})}"
            )
    return "\n".join(dict.fromkeys(lines))


def _owner(owner: Type) -> str:
    return owner.name


def _name(source: str, word: str, lang: Lang) -> str | None:
    name = next((each for each in defined(source) if each.text == word), None)
    if name is None:
        return None
    body = source[source.rfind("\n", 0, name.start) + 1 : name.until]
    shown = "\n".join(re.sub(r"^ {2}", "", line) for line in body.splitlines()[:12])
    return f"```quy\n{shown}\n```"
