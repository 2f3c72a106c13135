"""The questions of docs/store.md are answered by DuckDB, and as our own report answers them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiemtin.auditing.running import Request, Watch, audit
from kiemtin.auditing.settings import Settings
from kiemtin.auditing.summarising import summarise

duckdb = pytest.importorskip("duckdb")
ROOT = Path(__file__).parents[3]
BLOCKS = re.findall(r"^```sql\n(.*?)^```", (ROOT / "docs" / "store.md").read_text("utf-8"), re.S | re.M)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sql")
    archive = folder / "a.jsonl"
    program = [sys.executable, ROOT / "corpus" / "make_archive.py"]
    subprocess.run([*program, "300", archive, "--leaders", "0.6", "--wrong", "0.5"], check=True)
    for _ in range(2):
        audit(Request((str(archive),), Settings(pack="nội-quy-báo-mẫu")), folder / "store", Watch())
    return folder / "store"


@pytest.fixture
def base(store: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(store)
    with duckdb.connect() as connection:
        connection.execute(BLOCKS[0])
        yield connection


@pytest.mark.parametrize("number", range(1, 11))
def test_a_question_is_answered(base: Any, number: int) -> None:
    assert base.execute(BLOCKS[number]).fetchall() or number == 9


def test_the_answers_are_those_of_the_report(base: Any, store: Path) -> None:
    figures = summarise(store)
    outlets = {row[0]: row[1:3] for row in base.execute(BLOCKS[2]).fetchall()}
    rules = {row[0]: row[1] for row in base.execute(BLOCKS[3]).fetchall()}

    assert outlets == {group.key: (group.checkable, group.wrong) for group in figures.groups["outlet"]}
    assert rules == {rule.rule: rule.decided for rule in figures.rules if rule.decided}
