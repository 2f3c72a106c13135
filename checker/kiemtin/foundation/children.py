"""Processes of our own: how one is started, also where the program is a folder without a Python beside it."""

from __future__ import annotations

import sys
from importlib import import_module

CHILD = "--kiemtin-child"
"""First argument of a bundled program that is to be a child; the second is its name."""
MODULES = {"audit": "kiemtin.auditing.child", "gate": "kiemtin.serving.child"}


def command_of(name: str) -> tuple[str, ...]:
    """What starts the child of that name; its arguments come behind."""
    if getattr(sys, "frozen", False):
        return (sys.executable, CHILD, name)
    if name == "audit":
        main = f"import sys; from {MODULES[name]} import main; main(*sys.argv[1:])"
        return (sys.executable, "-c", main)
    return (sys.executable, "-P", "-m", MODULES[name])


def run_child(name: str, arguments: list[str]) -> None:
    """The work of a child, in a process that was started by `command_of`."""
    import_module(MODULES[name]).main(*arguments)
