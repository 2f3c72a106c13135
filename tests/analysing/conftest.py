"""Packs out of a few rules, and the way to a judge of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.judging.judge import Judge
from kiemtin.officials.words.loading import load_vocabulary

HEAD = """văn bản {name}
  tên          "Quy định thử"
  hiệu lực     từ 01/01/2020
  dùng         thứ-bậc-địa-phương
  thứ bậc      theo thứ-bậc-địa-phương
  tình trạng   minh họa "mẫu"
{more}
Điều 1. "Lời."
"""
MakeJudge = Callable[..., Judge]


@pytest.fixture(scope="session")
def head() -> str:
    """Before the rules of a pack; its name and more lines are filled in."""
    return HEAD


@pytest.fixture(scope="session")
def bench() -> Workbench:
    load_vocabulary()
    return Workbench("thứ-bậc-địa-phương")


@pytest.fixture
def make_judge(bench: Workbench, tmp_path: Path) -> MakeJudge:
    def make(rules: str, name: str = "thử", more: str = "") -> Judge:
        path = tmp_path / f"{name}.quy"
        path.write_text(HEAD.format(name=name, more=more) + rules, encoding="utf-8")
        bench._judges.pop(str(path), None)
        return bench.judge_of(str(path))

    return make
