"""What programs of others make of our copies of rundowns."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiemtin.checking.workbench import Workbench
from kiemtin.reporting.workbook.annotating import annotate
from kiemtin.reporting.workbook.composing import compose

from ..conftest import lack
from .conftest import CORPUS, Convert

RUNDOWNS = sorted((CORPUS / "rundowns").iterdir())


def errors(path: Path) -> str:
    validator = Path(sys.executable).with_name("openxml-audit")
    if not validator.exists():
        lack("openxml-audit")
    said = subprocess.run([validator, path], capture_output=True, text=True, check=False, timeout=120).stdout
    return next(line for line in said.splitlines() if line.startswith("Errors:"))


def test_copies_open_with_their_notes_and_break_no_rule(
    convert: Convert, pictures: Callable[[Sequence[Path]], None], tmp_path: Path
) -> None:
    bench = Workbench("nội-quy-đài-mẫu")
    copies = []
    for rundown in RUNDOWNS:
        report = bench.judge(bench.read(str(rundown)))
        source = rundown.read_bytes()
        make = annotate if rundown.suffix == ".xlsx" else compose
        copies.append(tmp_path / f"{rundown.stem}.xlsx")
        copies[-1].write_bytes(make(source, report, "vi"))
        before = errors(rundown) if rundown.suffix == ".xlsx" else "Errors: 0"
        assert errors(copies[-1]) == before

    notes = {
        made.stem: made.read_text("utf-8").count("<office:annotation ") for made in convert(copies, "fods")
    }

    assert notes == {"thoi-su-toi-dung": 0, "thoi-su-toi-sai-thu-tu": 1}
    pictures(copies)
