"""`--format docx` and `--format html`: copies of the drafts in a folder, one page of all reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import click

from kiemtin.checking.workbench import Examination
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import KiemtinError, Problem


class _Style(NamedTuple):
    lang: Lang
    suggest: bool


class Papers:
    """`output`: the folder of the copies, the file of the page (None: standard output).

    Raises click.UsageError for copies without a folder, KiemtinError for what cannot be written.
    """

    def __init__(self, kind: str, output: str | None, lang: Lang, *, suggest: bool) -> None:
        if kind == "docx" and output is None:
            raise click.UsageError(message("cli.papers.needs_folder", lang))
        self._kind, self._output, self._style = kind, output, _Style(lang, suggest)
        self._taken: set[Path] = set()
        if kind == "html":
            from kiemtin.reporting.page.stream import Stream

            self._stream = Stream(self._style)
            self._pieces = [self._stream.begin()]

    def add(self, examined: Examination) -> None:
        if self._kind == "html":
            self._pieces.append(self._stream.add(examined))
            return
        from kiemtin.reporting.copies import extension_for, render_draft

        content = render_draft(examined, self._style)
        draft = Path(examined.report.document.path)
        stem = "stdin" if str(draft) == "-" else draft.stem.removesuffix(".kiemtin")
        path = self._free(stem, extension_for(examined.report), content)
        _write(path, content)
        sys.stdout.write(f"{path}\n")

    def refuse(self, problem: Problem) -> None:
        if self._kind == "html":
            self._stream.refuse(problem)

    def end(self, exit_code: int) -> None:
        if self._kind == "html":
            page = "".join([*self._pieces, self._stream.end(exit_code)])
            if self._output is None:
                sys.stdout.write(page)
            else:
                _write(Path(self._output), page.encode())

    def _free(self, stem: str, extension: str, content: bytes) -> Path:
        """A file that is not there, or says the same: somebody may have worked on the last copy."""
        assert self._output is not None
        number = 1
        while True:
            name = stem if number == 1 else f"{stem}-{number}"
            path = Path(self._output) / f"{name}.kiemtin{extension}"
            same = path not in self._taken and (not path.exists() or path.read_bytes() == content)
            if same:
                self._taken.add(path)
                return path
            number += 1


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KiemtinError(Problem("paper-not-written", FilePlace(str(path)), {"reason": reason})) from None
