"""`kiemtin help`: the pages of the documentation, read offline, and the help of commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.excerpt import wrap
from kiemtin_cli.output import palette_for, width_for
from kiemtin_cli.program import Command


class Topic(click.ParamType[str]):
    """The name of a page, words of its title, or a command."""

    name = "topic"

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem[str]]:
        from click.shell_completion import CompletionItem

        from kiemtin.adopting.manual import pages

        return [
            CompletionItem(page.topic, help=page.title)
            for page in pages(self.lang)
            if page.topic.startswith(incomplete)
        ]


def command(lang: Lang) -> Command:
    def run(*, topic: Sequence[str], copied: str | None) -> int:
        if copied is not None:
            return copy(copied, lang)
        shown(list_topics(lang) if not topic else told(" ".join(topic), lang))
        return 0

    metavar = f"[{message('cli.meta.topic', lang)}]"
    params: list[click.Parameter] = [
        click.Argument(["topic"], nargs=-1, metavar=metavar, type=Topic(lang)),
        click.Option(
            ["--copy", "copied"],
            metavar=message("cli.meta.file", lang),
            help=message("cli.option.help_copy", lang),
        ),
    ]
    return Command("help", lang, run, params)


def copy(name: str, lang: Lang) -> int:
    """A file that ships with the pages, into the working folder; nothing is overwritten."""
    from kiemtin.adopting.manual import attachments

    found = attachments()
    names = message("help.files", lang, {"names": ", ".join(found) or "–"})
    if name == "-":
        sys.stdout.write(f"{names}\n")
        return 0
    if name not in found:
        raise click.UsageError(f"--copy: {name}. {names}")
    try:
        with Path(name).open("xb") as stream:
            stream.write(found[name].read_bytes())
    except FileExistsError:
        raise click.UsageError(message("rules.exists", lang, {"path": name})) from None
    except OSError as error:
        told = {"path": name, "reason": error.strerror or ""}
        raise click.UsageError(message("rules.not_written", lang, told)) from None
    sys.stdout.write(message("help.copied", lang, {"name": name}) + "\n")
    return 0


def list_topics(lang: Lang) -> str:
    from kiemtin.adopting.manual import pages

    found = pages(lang)
    width = width_for(sys.stdout)
    size = max((len(page.topic) for page in found), default=0) + 2
    lines = [message("help.topics" if found else "help.no_pages", lang)]
    for page in found:
        title = page.title if page.translated else f"{page.title} {message('help.other_language', lang)}"
        lines += wrap(title, width, f"  {page.topic.ljust(size)}", " " * (size + 2))
    return "\n".join(lines) + "\n"


def told(topic: str, lang: Lang) -> str:
    """The page, else the help of the command of that name. Raises click.UsageError."""
    from kiemtin.adopting.manual import find, pages, similar
    from kiemtin.adopting.terminal_page import render

    found = pages(lang)
    page = find(topic, found)
    if page is not None:
        text = page.path.read_text("utf-8")
        return render(text, palette_for(sys.stdout), width_for(sys.stdout))
    helped = _help_of(topic.split(), lang)
    if helped is not None:
        return helped
    near = similar(topic, found)
    meant = f" {message('cli.usage.meant', lang, {'name': near})}" if near else ""
    raise click.UsageError(message("help.no_topic", lang, {"topic": topic}) + meant)


def _help_of(words: Sequence[str], lang: Lang) -> str | None:
    from kiemtin_cli.program import program

    command: click.Command | None = program(lang)
    context = click.Context(program(lang), info_name="kiemtin")
    for word in words:
        if not isinstance(command, click.Group) or (command := command.get_command(context, word)) is None:
            return None
        context = click.Context(command, context, word)
    return f"{context.get_help()}\n"


def shown(text: str) -> None:
    """On a terminal that is lower than the text, page by page."""
    if sys.stdout.isatty() and sys.stdin.isatty():
        try:
            rows = os.get_terminal_size(sys.stdout.fileno()).lines
        except OSError:
            rows = 0
        if rows and text.count("\n") >= rows:
            os.environ.setdefault("LESS", "-R")
            click.echo_via_pager(text)
            return
    sys.stdout.write(text)
