"""Parameters that several sub-commands take, and types of values that explain themselves when refused."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.text import normalize

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from kiemtin.language.rulebook import BoundRule, Rulebook


class OneOf(click.ParamType[str]):
    """One of some words, however their letters are composed; `choices` leads each word to its value."""

    name = "choice"

    def __init__(self, choices: Mapping[str, str], lang: Lang) -> None:
        self.choices, self.lang = choices, lang

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        word = normalize(value).text.lower().replace("-", " ").replace("_", " ")
        if word not in self.choices:
            known = ", ".join(self.choices)
            self.fail(message("cli.bad_choice", self.lang, {"value": value, "known": known}), param, ctx)
        return self.choices[word]

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """The words, those of two syllables in one."""
        from click.shell_completion import CompletionItem

        begun = normalize(incomplete).text.lower()
        words = (choice.replace(" ", "-") for choice in self.choices)
        return [CompletionItem(word) for word in words if word.startswith(begun)]


class PackName(click.ParamType[str]):
    """A `.quy` file or the name of a bundled pack; what it is not is told where it is loaded."""

    name = "pack"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """The bundled packs, else files."""
        from click.shell_completion import CompletionItem

        from kiemtin.language.pack_files import bundled_packs

        begun = normalize(incomplete).text
        names = sorted(normalize(path.stem).text for path in bundled_packs().glob("*.quy"))
        found = [CompletionItem(name) for name in names if name.startswith(begun)]
        return found if found and incomplete else [*found, CompletionItem(incomplete, type="file")]


class Day(click.ParamType[date]):
    """A day as `12/03/2024` or `2024-03-12`."""

    name = "day"

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from kiemtin.foundation.dates import parse_day

        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except ValueError:
            self.fail(message("cli.bad_day", self.lang, {"value": value}), param, ctx)


def files_argument(lang: Lang) -> click.Argument:
    metavar = message("cli.meta.files", lang)
    return click.Argument(["files"], nargs=-1, required=True, metavar=metavar, type=click.Path())


def files_of(files: Sequence[str], lang: Lang, *, quiet: bool = False) -> Sequence[str]:
    """The files that the arguments stand for; what was passed over in folders is said on standard error,
    unless
    `quiet`.

    Raises DocumentError for a folder or a pattern without any document.
    """
    if not any(is_folder(Path(path)) or any(sign in path for sign in "*?[") for path in files):
        return files
    from kiemtin.documents.gathering import gather

    gathered = gather(files)
    if gathered.passed_over and not quiet:
        what = ", ".join(
            message(f"cli.passed_over.{reason.value}", lang, {"n": count})
            for reason, count in sorted(gathered.passed_over.items())
        )
        sys.stderr.write(message("cli.passed_over", lang, {"what": what}) + "\n")
    return gathered.files


def as_of_option(lang: Lang) -> click.Option:
    metavar, told = message("cli.meta.day", lang), message("cli.option.as_of", lang)
    return click.Option(["--as-of", "as_of"], type=Day(lang), metavar=metavar, help=told)


def pack_option(lang: Lang) -> click.Option:
    metavar = message("cli.meta.pack", lang)
    return click.Option(["--pack"], type=PackName(), metavar=metavar, help=message("cli.option.pack", lang))


def roster_option(lang: Lang, *, several: bool = False) -> click.Option:
    metavar, told = message("cli.meta.file", lang), message("cli.option.roster", lang)
    return click.Option(["--roster"], type=click.Path(), metavar=metavar, help=told, multiple=several)


def set_option(lang: Lang) -> click.Option:
    metavar, told = message("cli.meta.datum", lang), message("cli.option.set", lang)
    return click.Option(["--set", "given"], multiple=True, metavar=metavar, help=told)


def revisions_option(lang: Lang) -> click.Option:
    words = {"accepted": "accepted", "original": "original", "chấp nhận": "accepted", "gốc": "original"}
    return click.Option(
        ["--revisions"],
        type=OneOf(words, lang),
        default="accepted",
        metavar="chấp-nhận|gốc" if lang == "vi" else "accepted|original",
        help=message("cli.option.revisions", lang),
    )


def format_option(lang: Lang, *formats: str) -> click.Option:
    return click.Option(
        ["--format", "output_format"],
        type=OneOf({name: name for name in formats}, lang),
        default=formats[0],
        metavar="|".join(formats),
        help=message("cli.option.format", lang, {"default": formats[0]}),
    )


def report_options(lang: Lang) -> list[click.Parameter]:
    """`--format`, `--output`, `--suggest`, `--redact`, `--quiet`."""
    from kiemtin.reporting.formats import FORMATS
    from kiemtin_cli.outputs import FormatChoice

    names = "|".join(FORMATS)
    return [
        click.Option(
            ["--format", "formats"],
            type=FormatChoice(lang),
            multiple=True,
            metavar=message("cli.meta.formats", lang),
            help=message("cli.option.formats", lang, {"names": names}),
        ),
        click.Option(
            ["--output", "-o"],
            type=click.Path(),
            metavar=message("cli.meta.output", lang),
            help=message("cli.option.report_output", lang),
        ),
        click.Option(["--redact"], is_flag=True, help=message("cli.option.redact", lang)),
        click.Option(["--suggest"], is_flag=True, help=message("cli.option.suggest", lang)),
        click.Option(["--quiet", "-q"], is_flag=True, help=message("cli.option.quiet", lang)),
    ]


def choice_options(lang: Lang) -> list[click.Parameter]:
    """`--select`, `--ignore`."""
    metavar = message("cli.meta.choice", lang)
    return [
        click.Option([f"--{name}"], multiple=True, metavar=metavar, help=message(f"cli.option.{name}", lang))
        for name in ("select", "ignore")
    ]


def accepting_options(lang: Lang) -> list[click.Parameter]:
    """`--baseline`, `--waivers`, `--no-waivers`."""
    file = message("cli.meta.file", lang)
    return [
        click.Option(
            ["--baseline"], type=click.Path(), metavar=file, help=message("cli.option.baseline", lang)
        ),
        *waiver_options(lang),
    ]


def waiver_options(lang: Lang) -> list[click.Parameter]:
    """`--waivers`, `--no-waivers`."""
    file, said = message("cli.meta.file", lang), message("cli.option.waivers", lang)
    return [
        click.Option(["--waivers"], type=click.Path(), metavar=file, help=said),
        click.Option(["--no-waivers"], is_flag=True, help=message("cli.option.no_waivers", lang)),
    ]


def threshold_option(lang: Lang) -> click.Option:
    words = {"must": "must", "should": "should", "note": "note"}
    words |= {"phải": "must", "nên": "should", "lưu ý": "note"}
    return click.Option(
        ["--threshold"],
        type=OneOf(words, lang),
        metavar="phải|nên|lưu-ý" if lang == "vi" else "must|should|note",
        help=message("cli.option.threshold", lang),
    )


def strict_option(lang: Lang) -> click.Option:
    return click.Option(["--strict/--no-strict"], default=None, help=message("cli.option.strict", lang))


def packs_argument(lang: Lang, *, required: bool = True) -> click.Argument:
    metavar = message("cli.meta.packs", lang)
    return click.Argument(["packs"], nargs=-1, required=required, metavar=metavar, type=PackName())


def packs_of(packs: Sequence[str], pack: str | None = None) -> Sequence[str]:
    """The packs of the command line (`pack` is that of `--pack`), else the newsroom's of kiemtin.toml, else
    all that are shipped."""
    if packs or pack:
        return [*packs, *([pack] if pack else [])]
    from kiemtin.checking.desk import Desk
    from kiemtin.language.pack_files import bundled_packs

    settled = Desk().settings("kiemtin.toml").pack
    return [settled] if settled else sorted(path.stem for path in bundled_packs().glob("*.quy"))


def is_pack(word: str) -> bool:
    """Whether a word of the command line is a pack: a `.quy` file, or the name of a bundled one."""
    from kiemtin.language.pack_files import bundled_packs

    name = normalize(word).text
    return name.endswith(".quy") or name in {
        normalize(path.stem).text for path in bundled_packs().glob("*.quy")
    }


def pack_and_rule(words: Sequence[str], pack: str | None) -> tuple[str | None, str, Sequence[str]]:
    """The pack, the rule and the words behind it, of `PACK RULE …`, `RULE … --pack PACK` or `PACK.RULE …`;
    the pack is None where neither is said."""
    if pack is None and len(words) > 1 and is_pack(words[0]):
        return words[0], words[1], words[2:]
    rule = words[0]
    return pack or rule.rpartition(".")[0] or None, rule, words[1:]


def find_rule(rulebook: Rulebook, name: str, lang: Lang) -> BoundRule:
    """The rule of that name, with or without its pack. Raises click.UsageError that lists the rules."""
    word = normalize(name).text
    for rule in rulebook.rules:
        if rule.goes_by(word):
            return rule
    known = ", ".join(dict.fromkeys(rule.name for rule in rulebook.rules))
    told = {"pack": rulebook.name, "rule": name, "known": known}
    raise click.UsageError(message("rules.no_rule", lang, told))
