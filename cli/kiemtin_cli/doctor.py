"""`kiemtin doctor`: how this installation is, and what it uses."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin.reporting.excerpt import wrap
from kiemtin.reporting.palette import Palette, Role
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import palette_for, print_problems, width_for
from kiemtin_cli.parameters import format_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.adopting.health import Told

_SIGNS: dict[str, tuple[str, Role]] = {
    "fine": ("✓", "good"),
    "lacking": ("–", "faint"),
    "doubtful": ("!", "should"),
    "wrong": ("✗", "must"),
}


def command(lang: Lang) -> Command:
    def run(*, output_format: str, as_of: date | None, **chosen: Any) -> int:
        from kiemtin.adopting.health import State, examine

        desk = desk_of(lang, as_of=as_of, **chosen)
        told = list(examine(desk, as_of or date.today()))
        if output_format == "json":
            sys.stdout.write(_json(told, lang))
        else:
            palette, width = palette_for(sys.stdout), width_for(sys.stdout)
            sys.stdout.writelines(f"{line}\n" for line in _text(told, lang, palette, width))
        problems = [problem for each in told for problem in each.problems]
        print_problems(problems, lang)
        wrong = any(each.state is State.WRONG for each in told)
        return ExitCode.PACK_INVALID if wrong else ExitCode.NOTHING_FOUND

    return Command("doctor", lang, run, [format_option(lang, "text", "json"), *desk_options(lang)])


def _text(told: Sequence[Told], lang: Lang, palette: Palette, width: int) -> Iterator[str]:
    for area, lines in groupby(told, key=lambda each: each.area):
        yield palette.paint(message(f"doctor.area.{area}", lang), "strong")
        for each in lines:
            sign, role = _SIGNS[each.state]
            state = message(f"doctor.state.{each.state}", lang)
            words = said(each, lang)
            if each.state not in ("fine", "lacking"):
                words = f"{state}: {words}"
            first, *rest = wrap(words, width, f"  {sign} ", "    ")
            yield first.replace(sign, palette.paint(sign, role), 1)
            yield from rest


def said(told: Told, lang: Lang) -> str:
    arguments = dict(told.arguments)
    if "extra" in arguments:
        arguments["what"] = message(f"doctor.what.{arguments['extra']}", lang)
    if "status" in arguments:
        arguments["status"] = message(f"status.{arguments['status']}", lang)
    nothing = message("doctor.not_said", lang)
    return message(
        f"doctor.{told.code}",
        lang,
        {key: nothing if value == "" else value for key, value in arguments.items()},
    )


def _json(told: Sequence[Told], lang: Lang) -> str:
    """The lines with their ids and arguments; `version` counts changes of the form."""
    from kiemtin.reporting.safe_json import escaped

    lines = [
        {
            "area": each.area,
            "state": each.state.value,
            "id": f"doctor.{each.code}",
            "text": said(each, lang),
            "arguments": each.arguments,
            "problems": [problem.code for problem in each.problems],
        }
        for each in told
    ]
    return escaped(json.dumps({"version": 1, "lines": lines}, ensure_ascii=False, indent=1)) + "\n"
