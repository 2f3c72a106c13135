"""The pieces, rundowns, print issues and home pages of corpus/press with the truth beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from findings_corpus import AnnotationError, Expectation

FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "press"
PROFILE = FOLDER / "homes" / "site.toml"
_PLACES = {
    "": ("{}.md", "{}.txt"),
    "rundowns": ("{}.csv",),
    "issues": ("{}/trang.csv",),
    "homes": ("{}.html",),
}
"""Folder of each form, and how a file of it is named after its entry."""


@dataclass(frozen=True)
class Sample:
    """One file as its author wrote it, and every mistake in it."""

    id: str
    kind: str
    path: Path
    true: tuple[Expectation, ...]


def read_samples() -> tuple[Sample, ...]:
    """All forms, in the order of their truth. Raises AnnotationError."""
    return tuple(sample for folder in _PLACES for sample in _samples(folder))


def _samples(folder: str) -> Iterator[Sample]:
    place = FOLDER / folder
    told: dict[str, Any] = yaml.safe_load((place / "truth.yaml").read_text("utf-8"))
    known = set()
    for name, entry in told.items():
        paths = [place / shape.format(name) for shape in _PLACES[folder]]
        path = next((each for each in paths if each.is_file()), None)
        if path is None:
            raise AnnotationError(f"{name}: no file")
        known.add(path)
        files = path.parent.iterdir() if folder == "issues" else (path,)
        text = "\n".join(each.read_text("utf-8") for each in files)
        true = tuple(_expected(name, text, each) for each in entry["true"])
        yield Sample(name, entry["kind"], path, true)
    strays = {each for shape in _PLACES[folder] for each in place.glob(shape.format("*"))} - known
    strays = {each for each in strays if each.name != "README.md"}
    if strays:
        raise AnnotationError(f"without truth: {sorted(each.name for each in strays)}")


def _expected(name: str, text: str, entry: Any) -> Expectation:
    quoted = entry["words"]
    words = (quoted,) if isinstance(quoted, str) else tuple(quoted)
    for each in words:
        if each not in text:
            raise AnnotationError(f"{name}: {each!r}")
    return Expectation(entry["rule"], words)
