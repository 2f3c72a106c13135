"""The head of a pack, and the way to a judge."""

from __future__ import annotations

import pytest

from kiemtin.checking.workbench import Workbench
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


@pytest.fixture(scope="session")
def head() -> str:
    """Before the rules of a pack; its name and more lines are filled in."""
    return HEAD


@pytest.fixture(scope="session")
def bench() -> Workbench:
    load_vocabulary()
    return Workbench("thứ-bậc-địa-phương")
