"""The rooms joined for one run of a command: each part is loaded when first needed and then kept."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from kiemtin.documents.model import Document
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

STDIN = "-"


def read(path: str) -> Document:
    """The document in a file; `-` is text on standard input. Raises DocumentError."""
    if path != STDIN:
        from kiemtin.documents.reading import read_document

        return read_document(Path(path))
    from kiemtin.documents import plain_text

    if sys.stdin.isatty():
        raise DocumentError(Problem("document-stdin-terminal", FilePlace(STDIN)))
    data = sys.stdin.buffer.read()
    if not data:
        raise DocumentError(Problem("document-empty", FilePlace(STDIN)))
    return plain_text.read(data, STDIN)


class Workbench:
    """Rules, rosters and recognition as the command line chose them."""

    def __init__(self, pack: str | None, as_of: date | None, roster: str | None) -> None:
        self.pack, self.as_of, self.roster = pack, as_of, roster
