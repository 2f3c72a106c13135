"""`kiemtin lsp`: the language server, over standard input and output."""

from __future__ import annotations

from kiemtin.foundation.messages import Lang
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.program import Command
from kiemtin_cli.serve import missing


def command(lang: Lang) -> Command:
    def run() -> int:
        return speak(lang)

    return Command("lsp", lang, run, [])


def speak(lang: Lang) -> int:
    """Until the editor ends it. Raises KiemtinError if the extra is not installed."""
    try:
        from kiemtin.authoring.whole import build
    except ModuleNotFoundError as error:
        raise missing("lsp", error) from None
    import logging
    import os

    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # standard error is a person's
    # Streams of its own: it closes them when the editor ends it.
    build(lang).start_io(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    return ExitCode.NOTHING_FOUND
