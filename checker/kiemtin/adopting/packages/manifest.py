"""`kiemtin-pack.toml`: what a package is called, its version, which pack and rosters it brings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from typing import Any, NamedTuple

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.text import normalize

FILE_NAME = "kiemtin-pack.toml"
_NAME = re.compile(r"[^\W_][\w.-]{0,80}")
_VERSION = re.compile(r"[0-9A-Za-z][\w.+-]{0,40}")
_KEYS = ("name", "version", "pack", "rosters", "about")


class Manifest(NamedTuple):
    name: str
    version: str
    pack: str
    """The file that newsrooms use or refine, told from the package's folder."""
    rosters: tuple[str, ...] = ()
    about: str = ""


def read(content: bytes, files: Collection[str], place: FilePlace) -> Manifest:
    """Raises PackError with all that is wrong; `files` are those of the package."""
    try:
        table: dict[str, Any] = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise PackError(Problem("manifest-unreadable", place, {"reason": str(error)[:200]})) from None
    problems = [
        Problem("manifest-key-unknown", place, {"key": key, "known": ", ".join(_KEYS)})
        for key in table
        if key not in _KEYS
    ]
    found: dict[str, str] = {}
    for key, form in (("name", _NAME), ("version", _VERSION), ("pack", None), ("about", None)):
        value = table.get(key, "" if key == "about" else None)
        if not isinstance(value, str) or (form is not None and not form.fullmatch(normalize(value).text)):
            problems.append(Problem("manifest-bad-value", place, {"key": key}))
        else:
            found[key] = normalize(value).text
    rosters = table.get("rosters", [])
    if not isinstance(rosters, list) or not all(isinstance(each, str) for each in rosters):
        problems.append(Problem("manifest-bad-value", place, {"key": "rosters"}))
        rosters = []
    rosters = [normalize(each).text for each in rosters]
    known = {normalize(name).text for name in files}
    problems += [
        Problem("manifest-no-file", place, {"file": name})
        for name in filter(None, (found.get("pack"), *rosters))
        if name not in known
    ]
    if problems:
        raise PackError(problems)
    return Manifest(found["name"], found["version"], found["pack"], tuple(rosters), found["about"])
