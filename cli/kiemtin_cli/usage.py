"""Command lines that cannot be understood, told in the user's language with what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.text import strip_tones
from kiemtin.reporting.excerpt import visible


def explain_usage(error: click.UsageError, lang: Lang) -> str:
    """What to print for a usage error, with how to get help; the help itself if nothing was asked."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"{error.message}\n"
    path = error.ctx.command_path if error.ctx else "kiemtin"
    usage = f"{error.ctx.get_usage()}\n" if error.ctx else ""
    said = visible(_said(error, lang))
    hint = message("cli.usage.hint", lang, {"command": path})
    return f"{usage}{message('cli.usage.error', lang, {'said': said})}\n{hint}\n"


def _said(error: click.UsageError, lang: Lang) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for param in _params(error) for name in param.opts]
        meant = _meant(error.option_name, known, lang)
        return message("cli.usage.no_option", lang, {"name": error.option_name}) + meant
    if isinstance(error, click.exceptions.NoSuchCommand):
        group = error.ctx.command if error.ctx else None
        known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []
        meant = _meant(error.command_name, known, lang)
        return message("cli.usage.no_command", lang, {"name": error.command_name}) + meant
    if isinstance(error, click.MissingParameter):
        name = _name_of(error.param)
        return message("cli.usage.missing", lang, {"name": name})
    if isinstance(error, click.BadOptionUsage):
        # Click raises both cases as one class and without a context; only its words tell them apart.
        which = "takes_no_value" if "does not take" in error.message else "needs_value"
        return message(f"cli.usage.{which}", lang, {"name": error.option_name})
    if isinstance(error, click.BadParameter):
        return message("cli.usage.bad_value", lang, {"name": _name_of(error.param), "said": error.message})
    return error.format_message()


def _params(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.params if error.ctx else []


def _name_of(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    if isinstance(param, click.Argument):
        return (param.metavar or param.name or "?").rstrip("…")
    return param.opts[0]


def _meant(word: str, known: Iterable[str], lang: Lang) -> str:
    from difflib import get_close_matches

    close = get_close_matches(strip_tones(word), list(known), n=1, cutoff=0.6)
    return f" {message('cli.usage.meant', lang, {'name': close[0]})}" if close else ""
