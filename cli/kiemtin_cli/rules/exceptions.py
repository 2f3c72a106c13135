"""`kiemtin rules exceptions`: what displaces each rule, over all layers, with dates and places."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.parameters import PackName, format_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.analysing.exceptions import Tree
    from kiemtin.foundation.dates import Validity


def command(lang: Lang) -> Command:
    def run(*, pack: str, output_format: str) -> int:
        from kiemtin.analysing.exceptions import displaced, trees
        from kiemtin.checking.workbench import Workbench

        found = displaced(trees(Workbench(pack).rulebook(pack)))
        if output_format == "json":
            told = {"version": 1, "rules": [_data(tree, lang) for tree in found]}
            sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        else:
            for tree in found:
                sys.stdout.write("\n".join(visible(line) for line in _lines(tree, lang)) + "\n")
        return ExitCode.NOTHING_FOUND

    params: list[click.Parameter] = [
        click.Argument(["pack"], metavar=message("cli.meta.pack", lang), type=PackName()),
        format_option(lang, "text", "json"),
    ]
    return Command("rules.exceptions", lang, run, params)


def _place(place: FilePlace) -> str:
    """As terminals make it a link: `file:line:column`."""
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part is not None)


def _lines(tree: Tree, lang: Lang) -> Iterator[str]:
    from kiemtin.reporting import phrases
    from kiemtin.reporting.outline import validity_phrase

    yield f"{tree.rule}  {_place(tree.place)}"
    period = "; ".join(validity_phrase(each, lang) for each in tree.periods)
    yield f"  ├─ {message('analysis.tree.period', lang, {'period': period})}"
    for at, branch in enumerate(tree.branches):
        told = {
            "label": branch.label,
            "source": phrases.source(branch.citation, lang),
            "period": validity_phrase(branch.validity, lang),
        }
        sign = "└─" if at == len(tree.branches) - 1 else "├─"
        where = f"  {_place(branch.place)}" if branch.place is not None else ""
        yield f"  {sign} {message(f'analysis.tree.{branch.kind}', lang, told)}{where}"


def _data(tree: Tree, lang: Lang) -> dict[str, object]:
    from kiemtin.reporting import phrases

    def period(validity: Validity) -> dict[str, str | None]:
        days = {"from": validity.start, "until": validity.end}
        return {name: day.isoformat() if day is not None else None for name, day in days.items()}

    return {
        "rule": tree.rule,
        "place": _place(tree.place),
        "in_force": [period(each) for each in tree.periods],
        "branches": [
            {
                "kind": each.kind,
                "label": each.label or None,
                "source": phrases.source(each.citation, lang),
                "in_force": period(each.validity),
                "place": _place(each.place) if each.place is not None else None,
            }
            for each in tree.branches
        ],
    }
