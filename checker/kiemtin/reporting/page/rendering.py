"""The page of several reports: one file, no script, nothing from elsewhere; words are never markup.

Jinja2 escapes all that comes from drafts, packs and rosters, and `cards.safe` has made visible what acts on a
page unseen: control characters and those that turn the direction of writing. The policy in its head
allows the page's own style sheet by its hash and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import Finding
from kiemtin.judging.telling.explanation import Explanation
from kiemtin.reporting.cards import safe
from kiemtin.reporting.page.views import View, view
from kiemtin.reporting.report import Report

if TYPE_CHECKING:
    from jinja2 import Environment

TOLD_ZONES = frozenset({"caption", "graphic", "cue"})
"""Zones that are named on the page; the others show by their look."""


class Examined(Protocol):
    """A report that can be asked why."""

    @property
    def report(self) -> Report: ...

    def explain(self, finding: Finding) -> Explanation: ...


def render(examined: Iterable[Examined], lang: Lang, problems: Iterable[Problem] = ()) -> str:
    """The whole page, with the reasoning of each finding folded beneath it."""
    page = Page(lang)
    pieces = [page.opening()]
    pieces += [page.section(each.report, each.explain) for each in examined]
    for problem in problems:
        page.refuse(problem)
    return "".join([*pieces, page.closing()])


class _Total(NamedTuple):
    key: str
    path: str
    said: str


class Page:
    """Written report by report; of those written it keeps a line for the end."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._totals: list[_Total] = []
        self._refused: list[str] = []
        self._warned: list[str] = []
        self._environment = _environment()

    def opening(self) -> str:
        from base64 import b64encode
        from hashlib import sha256

        from kiemtin import __version__

        style = _file("page.css")
        digest = b64encode(sha256(style.encode()).digest()).decode()
        return self._write(
            "opening.html", style=_trusted(style), style_hash=f"sha256-{digest}", version=__version__
        )

    def section(self, report: Report, explain: Callable[[Finding], Explanation] | None = None) -> str:
        """One report; its findings with their reasoning if `explain` is given."""
        shown: View = view(report, explain, self._lang, f"r{len(self._totals) + 1}")
        self._totals.append(_Total(shown.key, shown.path, shown.summary[0] if shown.summary else ""))
        return self._write("report.html", view=shown, told_zones=TOLD_ZONES)

    def refuse(self, problem: Problem) -> None:
        said = message(problem.code, self._lang, problem.arguments)
        told = self._warned if problem.warning else self._refused
        help_ = help_for(problem.code, self._lang, problem.arguments)
        todo = f" {message('paper.todo', self._lang)}: {help_}" if help_ else ""
        told.append(safe(f"{problem.place}: {said}{todo}"))

    def closing(self) -> str:
        return self._write("closing.html", totals=self._totals, refused=self._refused, warned=self._warned)

    def _write(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(lang=self._lang, say=self._say, **values)

    def _say(self, message_id: str, **arguments: object) -> str:
        return safe(message(message_id, self._lang, arguments))


@cache
def _file(name: str) -> str:
    return resources.files("kiemtin.reporting.page").joinpath("templates", name).read_text("utf-8")


def _trusted(text: str) -> object:
    """Our own style sheet, which is not to be escaped."""
    from markupsafe import Markup

    return Markup(text)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
