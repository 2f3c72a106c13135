"""The JSON report as a stream: an object a line, for programs that read while the run goes on."""

from __future__ import annotations

from kiemtin.foundation.problems import Problem
from kiemtin.reporting import json_model as model
from kiemtin.reporting.formats import Examined, Renderer
from kiemtin.reporting.json_report import document_of, problem_of, said, tool


class Stream(Renderer):
    """First a line of the tool, then a line for each document and problem as it comes, last the exit code."""

    def begin(self) -> str:
        return self._line(model.Line(version=model.VERSION, tool=tool()))

    def add(self, examined: Examined) -> str:
        return self._line(model.Line(document=document_of(examined.report)))

    def refuse(self, problem: Problem) -> str:
        return self._line(model.Line(problem=problem_of(problem)))

    def end(self, exit_code: int) -> str:
        return self._line(model.Line(exit_code=int(exit_code)))

    def _line(self, told: model.Line) -> str:
        return said(told, self.style) + "\n"
