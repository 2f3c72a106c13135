"""One catalogue of what people are told: message id -> Vietnamese, English.

Each table names the room that speaks. A Python table costs no parsing at start-up and the type
checker sees it; a test proves that both languages of a message take the same arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

Lang = Literal["vi", "en"]
Table = Mapping[str, tuple[str, str]]


class Phrase(NamedTuple):
    """An argument of a message that is said differently in each language."""

    vi: str
    en: str


@cache
def catalogue() -> Table:
    """All messages; the rooms' tables do not share an id."""
    from kiemtin.foundation.messages import cli, documents, judging, language, officials, reporting

    tables = (documents.MESSAGES, officials.MESSAGES, language.MESSAGES, judging.MESSAGES)
    merged: dict[str, tuple[str, str]] = {}
    for table in (*tables, reporting.MESSAGES, cli.MESSAGES):
        assert merged.keys().isdisjoint(table), sorted(merged.keys() & table.keys())
        merged.update(table)
    return merged


def message(message_id: str, lang: Lang, arguments: Mapping[str, object] | None = None) -> str:
    """The text of a message with its arguments filled in. Raises KeyError for an unknown id."""
    at = 0 if lang == "vi" else 1
    text = catalogue()[message_id][at]
    said = {key: value[at] if isinstance(value, Phrase) else value for key, value in (arguments or {}).items()}
    return text.format_map(said)


def help_for(message_id: str, lang: Lang, arguments: Mapping[str, object] | None = None) -> str | None:
    """What to do about it: the message `<id>.help`, where there is one."""
    help_id = f"{message_id}.help"
    return message(help_id, lang, arguments) if help_id in catalogue() else None
