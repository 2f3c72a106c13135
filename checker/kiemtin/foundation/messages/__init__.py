"""One catalogue of what people are told: message id -> Vietnamese, English.

Each table names the room that speaks. A Python table costs no parsing at start-up and the type
checker sees it; a test proves that both languages of a message take the same arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple

Lang = Literal["vi", "en"]
Table = Mapping[str, tuple[str, str]]


class Phrase(NamedTuple):
    """An argument of a message that is said differently in each language."""

    vi: str
    en: str


class _Count(int):
    """A number in a message: `{n}` is it, `{n:error|errors}` the word that belongs to it in English."""

    def __format__(self, spec: str) -> str:
        one, several, many = spec.partition("|")
        if several:
            return one if self == 1 else many
        return int.__format__(self, spec)


ROOMS = (
    "cli",
    "reporting",
    "judging",
    "accepting",
    "documents",
    "officials",
    "settings",
    "events",
    "language",
    "rosters",
    "bounds",
    "serving",
    "auditing",
    "paper",
    "exchange",
    "bulletins",
    "adopting",
    "drafting",
    "analysing",
    "editing",
    "authoring",
    "packages",
    "pack_sites",
    "names",
)
"""In the order in which a check speaks: the tables behind are only imported for what those before lack."""


@cache
def table(room: str) -> Table:
    messages: Table = import_module(f"kiemtin.foundation.messages.{room}").MESSAGES
    return messages


@cache
def catalogue() -> Table:
    """All messages; the rooms' tables do not share an id."""
    merged: dict[str, tuple[str, str]] = {}
    for room in ROOMS:
        assert merged.keys().isdisjoint(table(room)), sorted(merged.keys() & table(room).keys())
        merged.update(table(room))
    return merged


def spoken(message_id: str) -> tuple[str, str] | None:
    """A message in Vietnamese and English, None for an unknown id."""
    for room in ROOMS:
        found = table(room).get(message_id)
        if found is not None:
            return found
    return None


def message(message_id: str, lang: Lang, arguments: Mapping[str, object] | None = None) -> str:
    """The text of a message with its arguments filled in. Raises KeyError for an unknown id."""
    at = 0 if lang == "vi" else 1
    texts = spoken(message_id)
    if texts is None:
        raise KeyError(message_id)
    return texts[at].format_map({key: _said(value, at) for key, value in (arguments or {}).items()})


def _said(value: object, at: int) -> object:
    if isinstance(value, Phrase):
        return value[at]
    return _Count(value) if type(value) is int else value


def help_for(message_id: str, lang: Lang, arguments: Mapping[str, object] | None = None) -> str | None:
    """What to do about it: the message `<id>.help`, where there is one."""
    help_id = f"{message_id}.help"
    return message(help_id, lang, arguments) if spoken(help_id) else None
