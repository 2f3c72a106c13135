"""An archive of ours, audited once: with what is true of it."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.plan import Limits
from kiemtin.auditing.running import Request, Watch, audit
from kiemtin.auditing.settings import Settings

ROOT = Path(__file__).parents[2]
PACK = "nội-quy-báo-mẫu"
SIZE = 240


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_archive", ROOT / "corpus" / "make_archive.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_archive"] = module
    spec.loader.exec_module(module)
    return module


class Made(NamedTuple):
    archive: Path
    truth: list[dict[str, Any]]
    store: Path


Audit = Callable[..., RunFolder]


def run_audit(store: Path, *sources: Path | str, **options: Any) -> RunFolder:
    """One run with the sample pack."""
    settings = options.pop("settings", Settings(pack=PACK))
    options.setdefault("workers", 2)
    options.setdefault("limits", Limits(30.0, 1024))
    request = Request(tuple(map(str, sources)), settings, **options)
    return audit(request, store, Watch()).run


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "a.jsonl"
    generator().write(path, SIZE, seed=11, leaders=0.6, wrong=0.5, copies=0.03, broken=0.01, characters=700)
    return path


@pytest.fixture(scope="session")
def made(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Read only: tests that write take a copy."""
    store = tmp_path_factory.mktemp("stores") / "store"
    run_audit(store, archive)
    truth_path = archive.with_name(f"{archive.name}.truth.jsonl")
    truth = [json.loads(line) for line in truth_path.read_text("utf-8").splitlines()]
    return Made(archive, truth, store)


def rows(store: Path, table: str, run: int = 1) -> list[dict[str, Any]]:
    """All rows of a table, in the order of the store."""
    from pyarrow import parquet

    return [
        row for path in RunFolder(store, run).parts(table) for row in parquet.read_table(path).to_pylist()
    ]


def bytes_of(store: Path, run: int = 1) -> dict[str, bytes]:
    """What must be the same however a run went: parts and markers."""
    folder = RunFolder(store, run)
    paths = [path for path in store.rglob(f"{folder.name}/**/*") if path.is_file()]
    kept = [path for path in paths if path.name not in ("plan.json", "manifest.json")]
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in kept}
