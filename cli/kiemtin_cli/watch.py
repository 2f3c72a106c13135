"""`kiemtin watch`: a folder in which drafts come and change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiemtin.checking.choosing import choice_of
from kiemtin.checking.desk import Desk
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.workbench import DEFAULT_PACKS
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, Problem
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.formats import FORMATS, Examined, Format, Style
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import WIDTH, print_problems, shown_name, tool_problem
from kiemtin_cli.parameters import waiver_options
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        folder: str,
        form: str,
        poll: bool,
        once: bool,
        waivers: str | None,
        no_waivers: bool,
        **chosen: Any,
    ) -> int:
        if not is_folder(Path(folder)):
            raise click.UsageError(message("watch.no_folder", lang, {"folder": folder}))

        def finishing(day: date | None) -> Finishing:
            return Finishing(choice_of((), ()), day or date.today(), None, waivers, waive=not no_waivers)

        watched = Watched(lambda: desk_of(lang, **chosen), finishing, FORMATS[form], lang)
        return watch(Path(folder), watched, lang, poll=poll, once=once)

    written = [name for name, each in FORMATS.items() if not (each.a_file_a_draft or each.binary)]
    params = [
        click.Argument(["folder"], metavar=message("cli.meta.folder", lang), type=click.Path()),
        click.Option(
            ["--format", "form"],
            type=click.Choice(written),
            default="html",
            show_default=True,
            metavar="html|text|json|…",
            help=message("cli.option.watch_format", lang),
        ),
        *waiver_options(lang),
        *desk_options(lang),
        click.Option(["--poll"], is_flag=True, help=message("cli.option.poll", lang)),
        click.Option(["--once"], is_flag=True, help=message("cli.option.once", lang)),
    ]
    return Command("watch", lang, run, params)


def watch(folder: Path, watched: Watched, lang: Lang, *, poll: bool, once: bool) -> int:
    """Until it is interrupted, or with `once` until all is checked. Raises KiemtinError."""
    from kiemtin.serving import watching
    from kiemtin_cli.serve import missing

    watcher = watching.Watcher(
        folder.resolve(), watched.report_of, watched.rules_for, watched.format.extension.removeprefix(".")
    )
    if not once:
        sys.stdout.write(message("watch.watching", lang, {"folder": folder}) + "\n")
        sys.stdout.flush()
    try:
        for _ in watching.watch(watcher, poll=poll, once=once):
            sys.stdout.flush()
    except ModuleNotFoundError as error:
        raise missing("watch", error) from None
    return ExitCode.NOTHING_FOUND


class Watched:
    """Drafts and the rules that hold for them, made anew when what they are made of changes."""

    def __init__(
        self,
        new_desk: Callable[[], Desk],
        new_finishing: Callable[[date | None], Finishing],
        form: Format,
        lang: Lang,
    ) -> None:
        self.format, self._lang = form, lang
        self._new_desk, self._new_finishing = new_desk, new_finishing
        self._desk = new_desk()
        self._finish = new_finishing(self._desk.chosen.as_of)
        self._files: dict[str, str] = {}

    def rules_for(self, path: Path) -> str:
        """Names all by which a draft is judged and told: a report by anything else is made anew."""
        if any(_digest(name) != digest for name, digest in self._files.items()):
            self._desk, self._files = self._new_desk(), {}
        self._finish = self._new_finishing(self._desk.chosen.as_of)
        try:
            settings, bench = self._desk.settings(str(path)), self._desk.bench(str(path))
            packs = [bench.pack] if bench.pack else list(DEFAULT_PACKS.values())
            books = [bench.judge_of(pack).rulebook for pack in packs]
        except KiemtinError as error:
            self._desk, self._files = self._new_desk(), {}  # it may be mended by the next look
            return sha256(repr(error.problems).encode()).hexdigest()[:32]
        chosen = self._desk.chosen
        named = [
            *[pack.path for book in books for pack in book.packs],
            *(chosen.rosters or settings.rosters),
            *(chosen.events or settings.events),
        ]
        self._files |= {name: _digest(name) for name in [*named, settings.path or ""]}
        told = [
            *[book.key for book in books],
            *[_digest(name) for name in [*named, settings.path or "", f"{path}.meta.yaml"]],
            self._finish.waivers_for(str(path)),
            self.format.name,
            self._lang,
        ]
        return sha256("\n".join(told).encode()).hexdigest()[:32]

    def report_of(self, path: Path) -> str:
        """The report of one draft, also of one that cannot be read; a line about it is printed."""
        name, lang = shown_name(path.name), self._lang
        try:
            examined = self._finish(self._desk.examine(str(path)))
        except KiemtinError as error:
            sys.stdout.write(message("watch.unreadable", lang, {"name": name}) + "\n")
            if not isinstance(error, DocumentError):
                print_problems(error.problems, lang)
            return self._written(None, error.problems)
        except Exception as error:
            problem = tool_problem(error, name)
            print_problems([problem], lang)
            return self._written(None, (problem,))
        print_problems(self._finish.problems(), lang)
        outcomes = [finding.outcome for finding in examined.report.judgement.findings]
        told = {
            "name": name,
            "findings": outcomes.count(Outcome.FAILED),
            "open": outcomes.count(Outcome.NOT_CHECKABLE),
        }
        sys.stdout.write(message("watch.checked", lang, told) + "\n")
        return self._written(examined, ())

    def _written(self, examined: Examined | None, problems: tuple[Problem, ...]) -> str:
        from kiemtin.reporting.problems import render_problems

        if examined is None and self.format.name == "text":
            return render_problems(problems, self._lang)
        renderer = self.format.renderer(Style(self._lang, width=WIDTH))
        parts = [renderer.begin()]
        parts += [renderer.refuse(problem) for problem in problems]
        if examined is not None:
            parts.append(renderer.add(examined))
        code = ExitCode.NOTHING_FOUND if examined is not None else DocumentError.exit_code
        parts.append(renderer.end(code))
        return "".join(part for part in parts if isinstance(part, str))


def _digest(name: str) -> str:
    try:
        return sha256(Path(name).read_bytes()).hexdigest()[:16]
    except OSError:
        return "-"
