"""The page as a stream: each report is written when it is there, and none of them is kept."""

from __future__ import annotations

from typing import Protocol

from kiemtin.foundation.messages import Lang
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.page.rendering import Examined, Page


class _Style(Protocol):
    @property
    def lang(self) -> Lang: ...


class Stream:
    """What is written next, call by call."""

    def __init__(self, style: _Style) -> None:
        self._page = Page(style.lang)

    def begin(self) -> str:
        return self._page.opening()

    def add(self, examined: Examined) -> str:
        return self._page.section(examined.report, examined.explain)

    def refuse(self, problem: Problem) -> str:
        self._page.refuse(problem)
        return ""

    def end(self, exit_code: int) -> str:
        return self._page.closing()
