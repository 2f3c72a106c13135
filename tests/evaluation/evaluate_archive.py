"""Measures the whole chain over an archive of corpus/make_archive.py: what was put in, and what is found.

    python tests/evaluation/evaluate_archive.py [SIZE]

Fails (1) if a violation that was put in is not found, confirmed, or if anything else is.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

from kiemtin.auditing.examining import Examiner
from kiemtin.auditing.rows import Rows
from kiemtin.auditing.settings import Settings
from kiemtin.documents.archives.records import Record

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = {"doc": 0, "rule": 3, "confirmed": 5}
"""Of a row of findings."""


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_archive", ROOT / "corpus" / "make_archive.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_archive"] = module
    spec.loader.exec_module(module)
    return module


def main() -> int:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    examiner, rows = Examiner(Settings(pack="nội-quy-báo-mẫu")), Rows()
    truth: set[tuple[int, str]] = set()
    for number, made in enumerate(generator().make(size, seed=23, leaders=0.6, wrong=0.5, characters=700)):
        truth |= {(number, each["rule"]) for each in made.truth if "rule" in each}
        if made.fields is not None:
            data = json.dumps(made.fields, ensure_ascii=False).encode()
            examiner.examine(Record(number, str(number + 1), data, "json"), "archive", number, 1.0, rows)
    found = {
        (row[COLUMNS["doc"]], row[COLUMNS["rule"]].rpartition(".")[2])
        for row in rows.tables["findings"]
        if row[COLUMNS["confirmed"]]
    }
    print(f"{size} pieces\n{'put in':32}{'all':>6}{'found':>7}{'false':>7}")
    for rule in sorted({rule for _, rule in truth | found}):
        wanted, got = ({doc for doc, each in pairs if each == rule} for pairs in (truth, found))
        print(f"{rule:32}{len(wanted):6}{len(wanted & got):7}{len(got - wanted):7}")
    return 0 if truth == found else 1


if __name__ == "__main__":
    raise SystemExit(main())
