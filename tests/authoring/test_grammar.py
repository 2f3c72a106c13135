"""The editors' grammar knows the keywords of the language, and colours a pack as its author means it."""

from __future__ import annotations

import json
import re
import sys
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = util.spec_from_file_location("build_grammar", EDITORS / "build_grammar.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_grammar_is_that_of_the_language(builder: ModuleType) -> None:
    assert builder.TARGET.read_text("utf-8") == builder.written()


@pytest.mark.parametrize(
    ("line", "words", "scope"),
    [
        ("    phải  tin.số_chữ không quá 700 chữ", "phải", "keyword.control.quy"),
        ("    phải  tin.số_chữ không quá 700 chữ", "không quá", "keyword.control.quy"),
        ("    phải  tin.số_chữ không quá 700 chữ", "số_chữ", "variable.other.property.quy"),
        ("    phải  tin.số_chữ không quá 700 chữ", "700", "constant.numeric.quy"),
        ("  quy tắc tin-quá-dài", "tin-quá-dài", "entity.name.function.quy"),
        ("  quy tắc tin-quá-dài", "quy tắc", "keyword.control.quy"),
        ("# phải", "# phải", "comment.line.number-sign.quy"),
        ('Điều 4. "Chức danh"', "Điều 4.", "markup.heading.quy"),
        ("  hiệu lực từ 01/07/2021", "01/07/2021", "constant.numeric.date.quy"),
    ],
)
def test_words_have_their_colour(builder: ModuleType, line: str, words: str, scope: str) -> None:
    found = [pattern for pattern in builder.grammar()["patterns"] if "match" in pattern]
    at = line.index(words)
    for pattern in found:
        spans = (each for each in re.finditer(pattern["match"], line) if each.start() <= at < each.end())
        match = next(spans, None)
        if match is not None:
            assert (pattern["name"], match.group().strip()) == (scope, words)
            return
    pytest.fail("no colour")


def test_the_client_names_what_is_there() -> None:
    package: dict[str, Any] = json.loads((EDITORS / "vscode" / "package.json").read_text("utf-8"))
    told = package["contributes"]
    files = [package["main"], told["languages"][0]["configuration"], told["grammars"][0]["path"]]
    assert all((EDITORS / "vscode" / name).is_file() for name in files)
    assert "lsp" in (EDITORS / "vscode" / "extension.js").read_text("utf-8")
