from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.foundation.problems import Problem
from kiemtin.language.loading import check_pack, load_rulebook
from kiemtin.language.rulebook import Rulebook
from kiemtin.officials.words.loading import load_vocabulary

PACKS = Path(__file__).parents[2] / "rules" / "kiemtin_rules" / "packs"
EVERYTHING = Path(__file__).with_name("everything.quy")


def marked(problem: Problem) -> str | None:
    """The words that a problem underlines."""
    place = problem.place
    if place.excerpt is None or place.column is None:
        return None
    return place.excerpt[place.column - 1 : place.column - 1 + place.length]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a pack beside the others and gives its path."""

    def written(name: str, source: str) -> Path:
        path = tmp_path / f"{name}.quy"
        path.write_text(source, "utf-8")
        return path

    return written


@pytest.fixture
def load() -> Callable[..., Rulebook]:
    def loaded(pack: Path | str, **options: object) -> Rulebook:
        return load_rulebook(pack, bind_office=load_vocabulary().office_id, context_key=b"test", **options)  # type: ignore[arg-type]

    return loaded


@pytest.fixture
def check() -> Callable[[Path | str], tuple[Problem, ...]]:
    return lambda pack: check_pack(pack, bind_office=load_vocabulary().office_id)
