"""The program and its groups: help in the reader's language, sub-commands imported when they are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from kiemtin import __version__
from kiemtin.foundation.messages import Lang, message

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = (
    "check",
    "fix",
    "show",
    "explain",
    "baseline",
    "feedback",
    "audit",
    "report",
    "compare",
    "rules",
    "packs",
    "officials",
    "list",
    "page",
    "lsp",
    "serve",
    "watch",
    "verify",
    "init",
    "doctor",
    "completion",
    "help",
)


def program(lang: Lang) -> click.Group:
    """The whole of `kiemtin`."""
    group = LazyGroup("kiemtin", lang, {name: f"kiemtin_cli.{name}" for name in COMMANDS})
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_version,
        help=message("cli.option.version", lang),
    )
    group.params += [version, lang_option(lang)]
    return group


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked:
        click.echo(f"kiemtin {__version__}")
        ctx.exit()


class _Spoken(click.Command):
    """A command whose help has headings in its own language; its texts are `cli.<path>` and `.details`."""

    def __init__(self, path: str, lang: Lang, **options: Any) -> None:
        details = message(f"cli.{path}.details", lang)
        super().__init__(
            name=path.rpartition(".")[2],
            help=f"{message(f'cli.{path}', lang)}\n\n{details}",
            short_help=message(f"cli.{path}", lang),
            add_help_option=False,
            options_metavar=message("cli.meta.options", lang),
            **options,
        )
        self.lang = lang
        self.params.append(
            click.Option(
                ["--help", "-h"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_help,
                help=message("cli.option.show_help", lang),
            )
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{message('cli.help.usage', self.lang)} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.params if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(message("cli.help.options", self.lang)):
            formatter.write_dl(records)


def _print_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked:
        click.echo(ctx.get_help())
        ctx.exit()


class Command(_Spoken):
    """A sub-command: `run` gets its parameters by name and returns the exit code."""

    def __init__(
        self, path: str, lang: Lang, run: Callable[..., int], params: Sequence[click.Parameter]
    ) -> None:
        super().__init__(path, lang, callback=run, params=[*params, lang_option(lang)])


class LazyGroup(_Spoken, click.Group):
    """Sub-commands by name and module; a module has `command(lang)`. Listing them imports none."""

    def __init__(self, path: str, lang: Lang, modules: Mapping[str, str]) -> None:
        super().__init__(
            path, lang, no_args_is_help=True, subcommand_metavar=message("cli.meta.command", lang)
        )
        self.modules = modules
        self.prefix = "" if path == "kiemtin" else f"{path}."

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = self.modules.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).command(self.lang)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Names with their help, without importing a sub-command."""
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=message(f"cli.{self.prefix}{name}", self.lang))
            for name in self.modules
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, message(f"cli.{self.prefix}{name}", self.lang)) for name in self.modules]
        with formatter.section(message("cli.help.commands", self.lang)):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.prefix:
            return
        with formatter.section(message("cli.help.exit_codes", self.lang)):
            formatter.write_dl([(str(code), message(f"cli.exit.{code}", self.lang)) for code in range(6)])


def lang_option(lang: Lang) -> click.Option:
    """`main` reads the language before the command line is parsed; this only makes the option known."""
    from kiemtin_cli.parameters import OneOf

    return click.Option(
        ["--lang"],
        type=OneOf({"vi": "vi", "en": "en"}, lang),
        metavar="vi|en",
        expose_value=False,
        help=message("cli.option.lang", lang),
    )
