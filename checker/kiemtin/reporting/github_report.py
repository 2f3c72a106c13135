"""Annotations and a summary for the checks of a code host: workflow commands, a line each."""

from __future__ import annotations

import os

from kiemtin.accepting.standing import State
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.formats import Examined, Renderer, Style
from kiemtin.reporting.report import Totals, tally
from kiemtin.reporting.rows import Row, rows_of
from kiemtin.reporting.text import counted

_LEVELS = {"must": "error", "should": "warning", "note": "notice"}
_MOST = 10
"""Of each level so many are shown in a step; the rest stand in the summary."""
_MOST_ROWS = 200


class Stream(Renderer):
    """`::error file=…,line=…,col=…,title=…::message`; the table of all findings goes where
    `GITHUB_STEP_SUMMARY` says."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._totals = Totals()
        self._shown = dict.fromkeys(_LEVELS.values(), 0)
        self._table: list[str] = []

    def add(self, examined: Examined) -> str:
        self._totals.add(tally(examined.report))
        told = ""
        for row in rows_of(examined.report, self.style.lang):
            if row.state is not State.NEW:
                continue
            if len(self._table) < _MOST_ROWS:
                self._table.append(_table_row(row))
            level = _LEVELS[row.finding.modality] if row.finding.confirmed else "notice"
            self._shown[level] += 1
            if self._shown[level] <= _MOST:
                told += _command(level, examined.report.document.path, row)
        return told

    def refuse(self, problem: Problem) -> str:
        self._totals.refuse(problem)
        place = problem.place
        said = message(problem.code, self.style.lang, problem.arguments)
        level = "warning" if problem.warning else "error"
        line = f",line={place.line}" if place.line else ""
        return f"::{level} file={_property(place.path)}{line}::{_data(said)}\n"

    def end(self, exit_code: int) -> str:
        totals = self._totals
        said = message(
            "report.total",
            self.style.lang,
            {
                "files": totals.files,
                "severities": counted(totals.severities, totals, self.style.lang),
                "unreadable": totals.refused,
            },
        )
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            head = " | ".join(
                message(f"column.{name}", self.style.lang) for name in ("place", "message", "clause")
            )
            rows = [f"| {head} |", "| --- | --- | --- |", *self._table] if self._table else []
            with open(summary, "a", encoding="utf-8") as stream:  # noqa: PTH123
                stream.write("\n".join([f"## Kiểm tin\n\n{_cell(said)}\n", *rows]) + "\n")
        return f"::notice::{_data(said)}\n"


def _command(level: str, path: str, row: Row) -> str:
    place = row.place
    where = f",line={place.line},col={place.column}" if place and place.line else ""
    title = _property(f"{row.finding.rule} ({row.clause})")
    said = row.message if place and place.line else f"{row.where}: {row.message}"
    return f"::{level} file={_property(path)}{where},title={title}::{_data(f'{said} {row.help}'.strip())}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _table_row(row: Row) -> str:
    return f"| {_cell(row.where)} | {_cell(row.message)} | {_cell(row.clause)} |"


def _cell(text: str) -> str:
    """Words of a Markdown table: nothing in them is markup."""
    said = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+!|~" else sign for sign in said)
