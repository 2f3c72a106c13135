"""Where a kiemtin.toml is: nothing else, for every start asks."""

from __future__ import annotations

import os

FILE_NAME = "kiemtin.toml"


def nearest(folder: str) -> str | None:
    """The path of the kiemtin.toml in a folder ("" is the working folder) or in the nearest one above it.

    One in the working folder or below is told from there.
    """
    here = os.path.abspath("")  # noqa: PTH100 - a path as text costs a third of a Path
    at = os.path.abspath(folder)  # noqa: PTH100
    while True:
        found = os.path.join(at, FILE_NAME)  # noqa: PTH118
        if os.path.isfile(found):  # noqa: PTH113
            return found.removeprefix(here + os.sep) if at.startswith(here) else found
        above = os.path.dirname(at)  # noqa: PTH120
        if above == at:
            return None
        at = above
