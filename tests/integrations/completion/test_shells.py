"""zsh and fish complete command lines, with the help of commands whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

KIEMTIN = Path(sys.executable).with_name("kiemtin")
HELP = "Chạy các ví dụ đạt, lỗi, ngoài phạm vi viết trong bộ quy tắc."
ZSH = """
autoload -U compinit && compinit -D -u
_describe() { print -l -- "${(@P)3}"; }
compadd() { print -l -- "$@"; }
eval "$(kiemtin completion zsh)"
words=(kiemtin rules te); CURRENT=3
_kiemtin_completion
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return os.environ | {
        "PATH": f"{KIEMTIN.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
    }


def test_fish(program: Callable[[str], str], environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "bài.txt").write_text("x")
    asked = 'kiemtin completion fish | source; complete -C "kiemtin rules te"; complete -C "kiemtin check bà"'
    command = [program("fish"), "--no-config", "-c", asked]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, check=True)

    assert done.stdout.decode().splitlines() == [f"test\t{HELP}", "bài.txt"]


def test_zsh(program: Callable[[str], str], environment: dict[str, str], tmp_path: Path) -> None:
    command = [program("zsh"), "-f", "-c", ZSH]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, check=False)

    assert f"test:{HELP}" in done.stdout.decode(), done.stderr.decode()
