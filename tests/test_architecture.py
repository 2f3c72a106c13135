"""The page on the house inside: what it names exists, its picture has every room, its table is the code's."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kiemtin
from kiemtin.foundation.messages import catalogue
from kiemtin_cli.program import COMMANDS
from kiemtin_cli.rules import MODULES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
HOUSE = Path(kiemtin.__file__).parent
FOLDERS = (ROOT, HOUSE, HOUSE / "officials", ROOT / "rules" / "kiemtin_rules")
"""From where paths may be given."""
WRITTEN = PAGE[: PAGE.index("<!-- begin constructions -->")]
FENCED = re.compile(r"^```text\n(.*?)^```", re.S | re.M)
QUOTED = sorted(set(re.findall(r"`([^`\n]+)`", FENCED.sub("", WRITTEN))))
WORDS = {"read", "Stream", "render_draft", "command", "--format", "scan", "records", "MODULES"}
"""Names that what is added must have, and an option."""


@cache
def functions_of_tests() -> frozenset[str]:
    return frozenset(
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )


def exists(name: str) -> bool:
    """Whether it is there: a path, a test, a command, a message, or something of the code."""
    program, _, rest = name.partition(" ")
    if program == "make" and rest:
        return re.search(rf"^{rest}:", (ROOT / "Makefile").read_text("utf-8"), re.M) is not None
    if program == "kiemtin":
        return is_command(rest.split())
    if "<" in name:
        known = re.escape(name).replace("<id>", "[a-z-]+").replace("<name>", "[a-z]+")
        return any(re.fullmatch(known, each) for each in catalogue())
    if re.fullmatch(r"test_\w+", name):
        return name in functions_of_tests()
    if "/" in name or any((folder / name).exists() for folder in FOLDERS):
        return any((folder / name).exists() for folder in FOLDERS)
    return name in WORDS or stands_in_code(name)


def is_command(words: list[str]) -> bool:
    names = [word for word in words if not word.startswith("-")]
    if names[:1] == ["rules"]:
        return set(names[1:]) <= MODULES.keys()
    if not set(names) <= set(COMMANDS):
        return False
    options = {word for word in words if word.startswith("-")}
    sources = "".join((ROOT / "cli" / "kiemtin_cli" / f"{name}.py").read_text("utf-8") for name in names)
    return all(f'"{option}"' in sources for option in options)


def stands_in_code(name: str) -> bool:
    parts = name.split(".")
    if parts[0] not in {"kiemtin", "kiemtin_cli", "kiemtin_rules"}:
        parts.insert(0, "kiemtin")
    for size in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:size]))
        except ModuleNotFoundError:
            continue
        for part in parts[size:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("name", QUOTED)
def test_what_the_page_names_exists(name: str) -> None:
    assert exists(name)


@pytest.mark.parametrize(
    "name",
    [
        "officials.recognizer.Recognizer.recognise",
        "judging.telling.no_such_module",
        "tests/nowhere.py",
        "vocabulary/nowhere.yaml",
        "test_that_nobody_wrote",
        "make coffee",
        "kiemtin brew",
        "kiemtin rules brew",
        "kiemtin show --brew",
        "brew.by.<id>",
    ],
)
def test_what_is_not_there_is_told(name: str) -> None:
    assert not exists(name)


def rooms() -> Iterator[str]:
    """The folders of the house, and those of the three rooms that have inner floors."""
    for room in (HOUSE, *(HOUSE / name for name in ("judging", "language", "officials"))):
        yield from (inner.name for inner in room.iterdir() if (inner / "__init__.py").exists())


def test_the_picture_has_every_room() -> None:
    (picture,) = FENCED.findall(WRITTEN)
    assert set(rooms()) - set(re.findall(r"\w+", picture)) == set()


def test_the_table_of_constructions_is_that_of_the_code() -> None:
    spec = importlib.util.spec_from_file_location(
        "build_architecture", ROOT / "docs" / "build_architecture.py"
    )
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.build(PAGE) == PAGE
