"""An audit on one core: documents a second from JSONL to rows, its stages, and figures from a store.

`KIEMTIN_ARTICLES=FILE.jsonl` measures an archive of your own; `KIEMTIN_PEER=1` measures spaCy's EntityRuler
with 1,000 phrases beside it, where spaCy is installed.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.auditing.examining import Examiner
from kiemtin.auditing.rows import Rows
from kiemtin.auditing.running import Request, Watch, audit
from kiemtin.auditing.settings import Settings
from kiemtin.auditing.summarising import Choice, summarise
from kiemtin.documents.archives.json_lines import JsonLines

ROOT = Path(__file__).parents[2]
PACK = "nội-quy-báo-mẫu"


def made(folder: Path, size: int, **options: float) -> Path:
    spec = importlib.util.spec_from_file_location("make_archive", ROOT / "corpus" / "make_archive.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_archive"] = module
    spec.loader.exec_module(module)
    module.write(folder / "a.jsonl", size, **options)
    return folder / "a.jsonl"


@pytest.mark.parametrize("leaders", [0.1, 1.0], ids=["one in ten names leaders", "all name leaders"])
def test_documents_a_second(benchmark: Callable[..., object], tmp_path: Path, leaders: float) -> None:
    path = Path(os.environ.get("KIEMTIN_ARTICLES") or made(tmp_path, 1000, leaders=leaders))
    records = list(JsonLines(str(path)).records(0))
    examiner = Examiner(Settings(pack=PACK))
    examiner.warm_up()
    gc.collect()
    gc.freeze()

    def work() -> None:
        rows = Rows()
        for record in records:
            examiner.examine(record, "archive", record.number, 1.0, rows)
        for table in rows.tables:
            rows.arrow(table)

    started = time.process_time()
    work()
    rate = len(records) / (time.process_time() - started)
    print(f"\n{path.name}, never seen before: {rate:,.0f} documents/s of CPU")
    if os.environ.get("KIEMTIN_PEER"):
        peer = entity_ruler([record.data for record in records])
        print(f"EntityRuler in the same minute: {peer:,.0f}; ratio {rate / peer:.2f}")
    benchmark(work)


def entity_ruler(lines: list[bytes]) -> float:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("xx")
    titles = ("Bí thư", "Chủ tịch", "Giám đốc", "Ủy viên", "Phó Chủ tịch")
    organs = ("Tỉnh ủy", "UBND tỉnh", "HĐND tỉnh", "Sở")
    phrases = [f"{title} {organ} {n}" for title in titles for organ in organs for n in range(50)]
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "T", "pattern": phrase} for phrase in phrases])
    texts = [json.loads(line).get("text", "") for line in lines if line.rstrip().endswith(b"}")]
    started = time.process_time()
    for text in texts:
        pipeline(text)
    return len(texts) / (time.process_time() - started)


@pytest.mark.parametrize("workers", [1, 2])
def test_workers(tmp_path: Path, workers: int) -> None:
    """Two should be 1.8 times one, on a machine that does nothing else."""
    path = made(tmp_path, 4000, leaders=0.3)
    started = time.perf_counter()
    audit(Request((str(path),), Settings(pack=PACK), workers=workers), tmp_path / "store", Watch())
    print(f"\n{workers} process(es): {4000 / (time.perf_counter() - started):,.0f} documents/s")


def test_figures_of_a_store(benchmark: Callable[..., object], tmp_path: Path) -> None:
    path = made(tmp_path, 2000, leaders=1.0, wrong=1.0)
    audit(Request((str(path),), Settings(pack=PACK)), tmp_path / "store", Watch())
    benchmark(summarise, tmp_path / "store", Choice(findings=500))
