"""What was changed in a store is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.verifying import verify
from kiemtin.foundation.problems import DocumentError

from .conftest import Made, run_audit


@pytest.fixture(scope="module")
def audited_twice(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs, of which the second found nothing changed."""
    store = tmp_path_factory.mktemp("twice") / "store"
    shutil.copytree(made.store, store)
    run_audit(store, made.archive, workers=1)
    return store


@pytest.fixture
def store(audited_twice: Path, tmp_path: Path) -> Path:
    """One to tamper with."""
    return Path(shutil.copytree(audited_twice, tmp_path / "store"))


def test_a_store_is_whole_and_judged_again_alike(store: Path) -> None:
    done = verify(store, shards=2)

    assert done.differences == ()
    assert (done.runs, done.is_whole) == (2, True)
    assert done.rechecked == 4 * 50


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def replace_part(store: Path) -> None:
    """A findings part of the right shape without its rows, and a manifest that agrees."""
    from pyarrow import parquet

    from kiemtin.auditing.manifests import file_hash

    run = RunFolder(store, 2)
    path = run.part("findings", 0)
    before = file_hash(path)
    parquet.write_table(parquet.read_table(path).slice(0, 0), path)
    edit(run.manifest, before, file_hash(path))


def add_part(store: Path) -> None:
    run = RunFolder(store, 1)
    shutil.copy(run.part("items", 0), run.part("items", 99))


@pytest.mark.parametrize(
    ("tamper", "kinds", "is_whole"),
    [
        (lambda s: RunFolder(s, 1).part("items", 1).write_bytes(b"x"), {"part-changed"}, False),
        (lambda s: RunFolder(s, 1).part("checks", 0).unlink(), {"part-missing"}, False),
        (add_part, {"part-foreign"}, False),
        (lambda s: edit(RunFolder(s, 1).manifest, '"findings": ', '"findings": 1'), {"chain"}, False),
        (lambda s: shutil.rmtree(RunFolder(s, 1).path), {"run-missing", "chain"}, False),
        (replace_part, {"outcome-changed"}, False),
        (lambda s: RunFolder(s, 2).manifest.unlink(), {"unfinished"}, True),
    ],
    ids=["changed", "missing", "foreign", "manifest", "run", "replaced", "unfinished"],
)  # fmt: skip
def test_what_was_changed_is_told(
    store: Path,
    tamper: Callable[[Path], object],
    kinds: set[str],
    is_whole: bool,  # noqa: FBT001
) -> None:
    tamper(store)
    done = verify(store, shards=100 if tamper is replace_part else 0)

    assert {each.kind for each in done.differences} == kinds
    assert done.is_whole is is_whole


def test_a_source_or_a_rule_that_changed_is_told_and_is_no_damage(made: Made, tmp_path: Path) -> None:
    archive, store = tmp_path / "a.jsonl", tmp_path / "store"
    archive.write_text(json.dumps({"text": "Tin."}) + "\n", "utf-8")
    roster = tmp_path / "danh-ba.json"
    roster.write_text('{"name": "Không ai", "persons": [], "memberships": []}', "utf-8")
    from kiemtin.auditing.settings import Settings

    run_audit(store, archive, settings=Settings(roster=str(roster)))
    archive.write_text(json.dumps({"text": "Tin khác."}) + "\n", "utf-8")
    edit(roster, "Không ai", "Không có ai")
    done = verify(store)

    assert {each.kind for each in done.differences} == {"source-changed", "rules-changed"}
    assert done.is_whole
    archive.unlink()
    assert "source-missing" in {each.kind for each in verify(store).differences}


def test_a_folder_that_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as raised:
        verify(tmp_path)

    assert raised.value.problems[0].code == "audit-no-store"
