"""Each renderer is asked by a sub-command."""

from __future__ import annotations

import ast
from pathlib import Path

import kiemtin_cli
from kiemtin import reporting

ROOM = Path(reporting.__file__).parent
COMMANDS = Path(kiemtin_cli.__file__).parent


def test_every_renderer_is_asked() -> None:
    """A renderer is a module with `render`."""
    renderers = {
        f"kiemtin.reporting.{path.stem}"
        for path in ROOM.glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == "render"
    }
    imported = {
        name
        for path in COMMANDS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }

    assert len(renderers) > 1
    assert renderers <= imported
