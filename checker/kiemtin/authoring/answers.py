"""What is answered about a pack: places are spans of what was typed, in code points."""

from __future__ import annotations

from typing import NamedTuple

from kiemtin.foundation.places import Span


class Edit(NamedTuple):
    """In a file, what is to stand at a place."""

    path: str
    span: Span
    text: str


class Lens(NamedTuple):
    """Something to run, shown above a place. `number`: of an example, from 1; 0 for all of the rule."""

    span: Span
    title: str
    rule: str
    number: int


class Remark(NamedTuple):
    """Something to be seen at a place of what was typed."""

    span: Span
    code: str
    said: str
