"""Whether something lies at a path: at a name that no file can have, nothing does.

`Path.exists` and its like raise OSError for a name that is too long.
"""

from __future__ import annotations

import os


def is_file(path: str | os.PathLike[str]) -> bool:
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | os.PathLike[str]) -> bool:
    return os.path.isdir(path)  # noqa: PTH112


def exists(path: str | os.PathLike[str]) -> bool:
    return os.path.exists(path)  # noqa: PTH110
