"""Completion, as the scripts of the shells ask for it; other shells: tests/integrations/completion."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiemtin_cli.program import COMMANDS
from kiemtin_cli.rules import MODULES

Run = Callable[..., Any]
BASH = """
source <("$1" completion bash)
shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_kiemtin_completion kiemtin
printf '%s\\n' "${COMPREPLY[@]}"
"""


def asked(kiemtin: Run, words: str, at: int, shell: str = "bash") -> list[str]:
    env = {"_KIEMTIN_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    done = kiemtin(env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "at", "found"),
    [
        ("kiemtin ", 1, [f"plain,{name}" for name in COMMANDS]),
        ("kiemtin che", 1, ["plain,check"]),
        ("kiemtin rules ", 2, [f"plain,{name}" for name in MODULES]),
        ("kiemtin check --thr", 2, ["plain,--threshold"]),
        ("kiemtin check --threshold l", 3, ["plain,lưu-ý"]),
        ("kiemtin check --format js", 3, ["plain,json", "plain,jsonl"]),
        ("kiemtin check --pack nội", 3, ["plain,nội-quy-báo-mẫu", "plain,nội-quy-đài-mẫu"]),
        ("kiemtin check --pack x", 3, ["file,x"]),
        ("kiemtin check bai", 2, ["file,bai"]),
        ("kiemtin help sett", 2, ["plain,settings"]),
    ],
)
def test_what_may_follow(kiemtin: Run, words: str, at: int, found: list[str]) -> None:
    assert asked(kiemtin, words, at) == found


def test_fish_and_zsh_get_the_help_whole(kiemtin: Run) -> None:
    env = {"_KIEMTIN_COMPLETE": "fish_complete", "COMP_WORDS": "kiemtin ", "COMP_CWORD": ""}
    help_ = "Soát tin, bản tin: cần sửa chữ nào, theo điều khoản nào."

    assert f"plain,check\t{help_}" in kiemtin(env=env).stdout.splitlines()
    assert "split --max 1" in kiemtin("completion", "fish").stdout
    assert help_ in asked(kiemtin, "kiemtin ", 1, "zsh")


def test_the_help_is_english_if_asked(kiemtin: Run) -> None:
    env = {"_KIEMTIN_COMPLETE": "zsh_complete", "COMP_WORDS": "kiemtin che", "COMP_CWORD": "1"}

    assert "Check items and bulletins" in kiemtin(env={**env, "KIEMTIN_LANG": "en"}).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_the_same_by_command_and_by_variable(kiemtin: Run, shell: str) -> None:
    script = kiemtin("completion", shell).stdout

    assert "_kiemtin_completion" in script
    assert kiemtin(env={"_KIEMTIN_COMPLETE": f"{shell}_source"}).stdout == script


@pytest.mark.parametrize("instruction", ["bash", "tcsh_source", "bash_complete", "x_y_z"])
def test_what_is_no_question_of_a_shell_ends_with_2(kiemtin: Run, instruction: str) -> None:
    done = kiemtin(env={"_KIEMTIN_COMPLETE": instruction})

    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_completes(cache: Path, tmp_path: Path) -> None:
    import sys

    program = Path(sys.executable).with_name("kiemtin")
    environment = os.environ | {
        "KIEMTIN_CACHE": str(cache),
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    command = ["bash", "--norc", "-c", BASH, "bash", str(program), "kiemtin", "check", "--threshold", "ph"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, check=True)

    assert done.stdout.decode() == "phải\n"
