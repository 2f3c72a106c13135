"""A pack of 200 rules: from its source, and from the cache (figures, not verdicts)."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiemtin.authoring.packs import doubts
from kiemtin.language.loading import load_rulebook
from kiemtin.language.writing.formatting import format_pack

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

HEAD = """văn bản lớn
  hiệu lực   từ 01/07/2021
  tình trạng minh họa
"""
RULE = """
Điều {n}. "Điều số {n}."

  quy tắc nêu-sai-thứ-bậc-{n}
    với mỗi      ds trong tin.danh_sách
    khi          ds.số_lãnh_đạo >= 2 và tin.trang trong 1..{n}
    phải         ds.lãnh_đạo xếp theo thứ_bậc và tin.độ_dài không quá {n} phút
    trừ khi      tin.sự_kiện trong {{"đại hội", "kỳ họp HĐND"}} (đại hội)
    sửa          xếp lại ds.lãnh_đạo
    ví dụ đạt    "Dự hội nghị có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Tỉnh ủy."
                 với ngày_đăng = 12/03/2024, trang = 1
    ví dụ lỗi    "Dự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy."
                 với ngày_đăng = 12/03/2024, trang = 1
                 báo "Trần Văn An"
    ví dụ ngoài phạm vi "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, chủ trì hội nghị."
"""


@pytest.fixture
def large_pack(tmp_path: Path) -> Path:
    path = tmp_path / "lớn.quy"
    path.write_text(HEAD + "".join(RULE.format(n=n) for n in range(1, 201)), "utf-8")
    return path


def _load(path: Path) -> int:
    return len(load_rulebook(path, bind_office=lambda words: words, context_key=b"").rules)


def test_from_source(benchmark: BenchmarkFixture, large_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_CACHE", "off")

    assert benchmark(_load, large_pack) == 200


def test_from_the_cache(
    benchmark: BenchmarkFixture, large_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_CACHE", str(tmp_path / "cache"))
    _load(large_pack)

    assert benchmark(_load, large_pack) == 200


def test_layout(benchmark: BenchmarkFixture, large_pack: Path) -> None:
    source = large_pack.read_text("utf-8")

    assert benchmark(format_pack, source, "lớn.quy").startswith("văn bản lớn")


@pytest.mark.parametrize("written", ["1..{n}\n", "1..{n} (\n"], ids=["whole", "broken"])
def test_as_it_is_typed(benchmark: BenchmarkFixture, large_pack: Path, written: str) -> None:
    """What an editor waits for after a key in the middle of the pack: every round another text."""
    source = large_pack.read_text("utf-8")
    numbers = count(1000)

    def key() -> int:
        typed = source.replace("1..100\n", written.format(n=next(numbers)))
        assert typed != source
        return len(doubts(typed, large_pack, lambda words: words, "vi"))

    key()
    assert benchmark(key) > 0
