"""The process: which language, which sub-command, which exit code.

Little is imported before `main` runs, for only from then on Ctrl-C ends as it should.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiemtin.foundation.messages import Lang
    from kiemtin.foundation.problems import Problem

READER_GONE = 141
"""What a shell reports of a program whose reader went away (`kiemtin show … | head`)."""
INTERRUPTED = 130
_FAILED = 5


def main() -> None:
    """Entry of the console script.

    Ends without taking the interpreter apart: freeing the vocabulary costs a fifth of a short run, and
    what `run` printed is flushed. Cycles are looked for seldom, for what a start loads stays.
    """
    code = _FAILED
    try:
        _speak_utf8()
        gc.set_threshold(100_000, 20, 20)
        code = run(sys.argv[1:], os.environ)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception:  # KIEMTIN_DEBUG asks for it
        import traceback

        traceback.print_exc()
    finally:
        _end(code)


def _speak_utf8() -> None:
    """Begins anew where the locale made the interpreter name files in ASCII: packs have Vietnamese names."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and not hasattr(sys, "frozen"):
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _end(code: int) -> None:
    """Ends the process; who interrupts now is too late."""
    import signal

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError, KeyboardInterrupt):
        pass
    os._exit(code)


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs one command and gives its exit code; nothing but output leaves this function."""
    from kiemtin_cli.streams import OutputLostError, give_up_output, settle

    settle()
    lang = chosen_lang(arguments, environment)
    try:
        instruction = environment.get("_KIEMTIN_COMPLETE")
        code = _completed(instruction, lang) if instruction else _dispatch(arguments, lang)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered cannot be written; without this the interpreter would complain at exit.
        give_up_output()
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OutputLostError as error:
        give_up_output()
        return _told(_lost(error), lang)
    except Exception as error:
        from kiemtin_cli.output import tool_problem

        return _told(tool_problem(error), lang)
    return code


def _told(problem: Problem, lang: Lang) -> int:
    from kiemtin_cli.output import print_problems

    try:
        print_problems([problem], lang)
    except OSError:  # standard output is lost as well
        from kiemtin_cli.streams import give_up_output

        give_up_output()
        print_problems([problem], lang)
    return _FAILED


def _lost(error: OSError) -> Problem:
    from kiemtin.foundation.places import FilePlace
    from kiemtin.foundation.problems import Problem

    return Problem("output-lost", FilePlace("kiemtin"), {"reason": error.strerror or ""})


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
    from kiemtin.foundation.problems import KiemtinError

    try:
        return load(Path(path)).settings.language
    except KiemtinError:
        return None


def _completed(instruction: str, lang: Lang) -> int:
    """Answers the script of a shell; what is no question of one ends with 2."""
    from kiemtin_cli.shells import answer

    told = answer(instruction, lang)
    sys.stdout.write(told or "")
    return 2 if told is None else 0


def _dispatch(arguments: Sequence[str], lang: Lang) -> int:
    import click

    from kiemtin.foundation.problems import ExitCode, KiemtinError
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
