"""Whole processes: what an editor waits for, against a bare `import click` in the same run.

`make bench` prints both; the figure to quote is the ratio of the medians. With proselint on the PATH
its run over the same text is measured too.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

KIEMTIN = Path(sys.executable).with_name("kiemtin")
PARAGRAPH = (
    "Sáng 12/3, tại hội trường tỉnh Nam Sơn, đồng chí Trần Văn An, Bí thư Tỉnh ủy, chủ trì hội nghị đánh giá "
    "kết quả ba tháng đầu năm. Cùng dự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Phạm Văn Cường, "
    "Phó Chủ tịch UBND tỉnh. Các đại biểu nghe báo cáo về thu ngân sách, xây dựng đường liên xã và việc làm."
)


@pytest.fixture(scope="module")
def two_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file of about two pages (some 900 chữ)."""
    import docx

    document = docx.Document()
    document.add_paragraph("Tỉnh Nam Sơn đánh giá kết quả ba tháng đầu năm")
    for _ in range(14):
        document.add_paragraph(PARAGRAPH)
    path = tmp_path_factory.mktemp("start") / "bai.docx"
    document.save(str(path))
    return path


def run(*command: str | Path) -> int:
    return subprocess.run([str(part) for part in command], capture_output=True, check=False).returncode


def test_check_of_a_two_page_docx(benchmark: BenchmarkFixture, two_pages: Path) -> None:
    assert run(KIEMTIN, "check", two_pages) in (0, 1)  # fills the cache
    benchmark.pedantic(run, (KIEMTIN, "check", two_pages), rounds=15)


def test_bare_import_of_click(benchmark: BenchmarkFixture) -> None:
    assert benchmark.pedantic(run, (sys.executable, "-c", "import click"), rounds=15) == 0


@pytest.mark.skipif(shutil.which("proselint") is None, reason="proselint is not installed beside")
def test_proselint_on_the_same_text(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    text = tmp_path / "bai.txt"
    text.write_text("\n\n".join([PARAGRAPH] * 14), "utf-8")
    assert benchmark.pedantic(run, ("proselint", "check", text), rounds=5) in (0, 1)
