"""Completion in shells: Click's, with descriptions whole in fish and no other program started for bash."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
)

from kiemtin.foundation.messages import Lang
from kiemtin_cli.program import program

VARIABLE = "_KIEMTIN_COMPLETE"
"""Set by the scripts: `bash_source` asks for the script, `bash_complete` for what may follow."""
_FISH = """\
function %(complete_func)s
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) \
COMP_CWORD=(commandline -t) %(prog_name)s)
    for completion in $response
        set -l parts (string split --max 1 "," $completion)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _Bash(BashComplete):
    @staticmethod
    def _check_version() -> None:
        """Nothing: an old bash says by itself what it does not know."""


class _Zsh(ZshComplete):
    def format_completion(self, item: CompletionItem[Any]) -> str:
        return super().format_completion(_on_one_line(item))


class _Fish(FishComplete):
    source_template = _FISH

    def format_completion(self, item: CompletionItem[Any]) -> str:
        return super().format_completion(_on_one_line(item))


SHELLS: Mapping[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def _on_one_line(item: CompletionItem[Any]) -> CompletionItem[Any]:
    return CompletionItem(item.value, item.type, " ".join(item.help.split()) if item.help else None)


def script(shell: str, lang: Lang) -> str:
    """What a shell has to read once."""
    return SHELLS[shell](program(lang), {}, "kiemtin", VARIABLE).source()


def answer(instruction: str, lang: Lang) -> str | None:
    """What a script asked for by `VARIABLE`; None for what is no question of theirs."""
    shell, _, asked = instruction.partition("_")
    if shell not in SHELLS or asked not in ("source", "complete"):
        return None
    if asked == "source":
        return script(shell, lang)
    if "COMP_WORDS" not in os.environ or "COMP_CWORD" not in os.environ:
        return None
    try:
        found = SHELLS[shell](program(lang), {}, "kiemtin", VARIABLE).complete()
    except (click.ClickException, ValueError):  # a line that is not finished yet
        return ""
    return f"{found}\n" if found else ""
