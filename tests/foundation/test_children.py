"""How a process of our own is started."""

from __future__ import annotations

import sys

import pytest

from kiemtin.foundation import children


@pytest.mark.parametrize("name", children.MODULES)
def test_a_child_is_a_python_or_the_program_itself(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert children.command_of(name)[0] == sys.executable
    assert children.MODULES[name] in " ".join(children.command_of(name))

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert children.command_of(name) == (sys.executable, children.CHILD, name)


def test_a_bundled_program_does_the_work_of_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    from kiemtin.auditing import child
    from kiemtin_cli import bundled

    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(child, "main", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(sys, "argv", ["kiemtin", children.CHILD, "audit", "a", "b"])
    bundled.main()

    assert asked == [("a", "b")]


def test_any_other_command_line_is_the_program_s(monkeypatch: pytest.MonkeyPatch) -> None:
    from kiemtin_cli import bundled, main

    called: list[list[str]] = []
    monkeypatch.setattr(main, "main", lambda: called.append(sys.argv[1:]))
    for arguments in ([], [children.CHILD], [children.CHILD, "other"], ["check", "a.txt"]):
        monkeypatch.setattr(sys, "argv", ["kiemtin", *arguments])
        bundled.main()

    assert called == [[], [children.CHILD], [children.CHILD, "other"], ["check", "a.txt"]]
