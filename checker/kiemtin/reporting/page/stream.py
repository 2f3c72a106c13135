"""The page as a stream: each report is written when it is there, and none of them is kept."""

from __future__ import annotations

from kiemtin.foundation.problems import Problem
from kiemtin.reporting.formats import Examined, Renderer, Style, Told
from kiemtin.reporting.page.rendering import Page


class Stream(Renderer):
    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._page = Page(style.lang)

    def begin(self) -> str:
        return self._page.opening()

    def add(self, examined: Examined) -> str:
        explain = None if isinstance(examined, Told) else examined.explain
        return self._page.section(examined.report, explain)

    def refuse(self, problem: Problem) -> str:
        self._page.refuse(problem)
        return ""

    def end(self, exit_code: int) -> str:
        return self._page.closing()
