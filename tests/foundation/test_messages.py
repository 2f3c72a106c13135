from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from kiemtin.foundation import messages
from kiemtin.foundation.messages import Phrase, catalogue, help_for, message

ROOMS = Path(messages.__file__).parent
REPOSITORY = ROOMS.parents[3]
SPOKEN = re.compile(r"\b(?:message|say|row|help_for)\(\s*\"([a-z][\w.-]+)\"")


def arguments_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("message_id", sorted(catalogue()))
def test_both_languages_take_the_same_arguments(message_id: str) -> None:
    vietnamese, english = catalogue()[message_id]

    assert arguments_of(vietnamese) == arguments_of(english)


@pytest.mark.parametrize("message_id", sorted(catalogue()))
def test_both_languages_say_something(message_id: str) -> None:
    vietnamese, english = catalogue()[message_id]

    assert vietnamese.strip() == vietnamese != ""
    assert english.strip() == english != ""


@pytest.mark.parametrize(
    "message_id", sorted(key for key in catalogue() if key.endswith(".help") and key != "cli.help")
)
def test_help_belongs_to_a_message(message_id: str) -> None:
    assert message_id.removesuffix(".help") in catalogue()


@pytest.mark.parametrize("room", sorted(ROOMS.glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_no_id_stands_twice_in_one_table(room: Path) -> None:
    keys = [
        key.value
        for node in ast.walk(ast.parse(room.read_text("utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    ]

    assert len(keys) == len(set(keys))


def test_every_id_that_the_code_names_exists() -> None:
    """Literal first arguments of the functions that speak, in all our code."""
    sources = [*REPOSITORY.glob("checker/kiemtin/**/*.py"), *REPOSITORY.glob("cli/kiemtin_cli/**/*.py")]
    named = {call for path in sources for call in SPOKEN.findall(path.read_text("utf-8"))}

    assert len(named) > 50
    assert named <= catalogue().keys()


def test_a_phrase_is_said_in_the_language_of_its_message() -> None:
    arguments = {"value": Phrase("ba", "three"), "known": "x"}

    assert message("cli.bad_choice", "vi", arguments).startswith("“ba”")
    assert message("cli.bad_choice", "en", arguments).startswith("“three”")


def test_an_unknown_id_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        message("no-such-message", "vi")

    assert help_for("no-such-message", "vi") is None
