"""Each reader is asked by the one way in."""

from __future__ import annotations

import ast
from pathlib import Path

from kiemtin.documents import reading

ROOM = Path(reading.__file__).parent


def test_every_reader_is_asked() -> None:
    """A reader is a module with `read(data, path, overrides, …)`."""
    readers = {
        path.stem
        for path in (*ROOM.glob("*.py"), *ROOM.glob("*/*_file.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and node.name == "read"
        and [argument.arg for argument in node.args.args][:3] == ["data", "path", "overrides"]
    }
    asked = {
        node.value.id
        for node in ast.walk(ast.parse(Path(reading.__file__).read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "read" and isinstance(node.value, ast.Name)
    }

    assert readers == asked - {"stream"}
