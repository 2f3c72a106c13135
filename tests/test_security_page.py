"""Each promise of docs/security.md names tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "security.md").read_text("utf-8")
PROMISES = PAGE.partition("## What is promised")[2].partition("\n## ")[0]
ROWS = [
    line
    for line in PROMISES.splitlines()
    if line.startswith("| ") and not line.startswith(("| promised", "| ---"))
]


def defined() -> set[str]:
    return {
        node.name
        for path in TESTS.rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }


def test_each_promise_names_tests_that_exist() -> None:
    known = defined()
    assert len(ROWS) > 15
    for row in ROWS:
        named = re.findall(r"`(test_\w+)`", row.rstrip("| ").rpartition(" | ")[2])
        assert named, row
        assert set(named) <= known, set(named) - known


def test_the_modules_that_it_names_exist() -> None:
    for path in re.findall(r"`(checker/[\w/.]+)`", PAGE):
        assert (TESTS.parent / path).is_file()
