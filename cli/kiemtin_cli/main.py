"""The process: which language, which sub-command, which exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kiemtin.foundation.problems import ExitCode, KiemtinError

if TYPE_CHECKING:
    from kiemtin.foundation.messages import Lang

READER_GONE = 141
"""What a shell reports of a program whose reader went away (`kiemtin show … | head`)."""
INTERRUPTED = 130


def main() -> None:
    """Entry of the console script.

    Ends without taking the interpreter apart: freeing the vocabulary costs a fifth of a short run, and
    what `run` printed is flushed. Cycles are looked for seldom, for what a start loads stays.
    """
    gc.set_threshold(100_000, 20, 20)
    code = run(sys.argv[1:], os.environ)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass
    os._exit(code)


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs one command and gives its exit code; nothing but output leaves this function."""
    from kiemtin_cli.output import print_problems, speak_utf8, tool_problem

    speak_utf8()
    lang = chosen_lang(arguments, environment)
    try:
        code = _dispatch(arguments, lang)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered cannot be written; without this the interpreter would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        print_problems([tool_problem(error)], lang)
        return ExitCode.TOOL_FAILED
    return code


def chosen_lang(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """`--lang` wherever it stands, else `$KIEMTIN_LANG`, else that of kiemtin.toml, else Vietnamese."""
    chosen = _option("--lang", arguments) or environment.get("KIEMTIN_LANG")
    if not chosen and "--no-config" not in arguments:
        chosen = _settled_lang(_option("--config", arguments) or environment.get("KIEMTIN_CONFIG"))
    return "en" if chosen and chosen.lower().startswith("en") else "vi"


def _option(name: str, arguments: Sequence[str]) -> str | None:
    """The last value of an option, before the command line is parsed."""
    found = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name and at + 1 < len(arguments):
            found = arguments[at + 1]
        elif argument.startswith(f"{name}="):
            found = argument.removeprefix(f"{name}=")
    return found


def _settled_lang(config: str | None) -> str | None:
    """The language of a kiemtin.toml; what is wrong in it is told by the command that needs it."""
    from kiemtin.checking.nearest import nearest

    path = config or nearest("")
    if path is None:
        return None
    from pathlib import Path

    from kiemtin.checking.settings_file import load

    try:
        return load(Path(path)).settings.language
    except KiemtinError:
        return None


def _dispatch(arguments: Sequence[str], lang: Lang) -> int:
    import click

    from kiemtin_cli.program import program

    group = program(lang)
    try:
        # Not `group.main`: it would end the process with 1, which means findings, when a reader goes away.
        with group.make_context("kiemtin", list(arguments)) as context:
            result = group.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as error:
        from kiemtin_cli.usage import explain_usage

        sys.stderr.write(explain_usage(error, lang))
        return ExitCode.USAGE
    except click.Abort:
        return INTERRUPTED
    except KiemtinError as error:
        from kiemtin_cli.output import print_problems

        print_problems(error.problems, lang)
        return error.exit_code
    return result if isinstance(result, int) else ExitCode.NOTHING_FOUND
