"""Pages of a site and records of archives beside plain parsing: `pytest tests/benchmarks --benchmark-enable`.

Figures to compare stand in one group: what parsing alone costs is the floor of what a reader can cost.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from selectolax.lexbor import LexborHTMLParser

from kiemtin.documents.archives.documents import read_record
from kiemtin.documents.archives.finding import archive
from kiemtin.documents.model import Supplied
from kiemtin.documents.reading import read_bytes

RECORDS = 500
LINE = "Đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự hội nghị tổng kết ở xã Mẫu và phát biểu ý kiến thứ"
PROFILE = """host = "mau.example"
[article]
headline = "h1.title"
lead = ".sapo"
body = "div.content"
captions = "figcaption"
published = "time"
"""
_MENU = "".join(f'<li class="m{n}"><a href="/x/{n}"><span>Mục {n}</span></a></li>' for n in range(150))
_BESIDE = "".join(f'<div class="card"><a href="/t/{n}"><h3>Tin bên {n}</h3></a></div>' for n in range(60))
_BODY = "".join(f"<p>{LINE} <b>{n}</b>.</p>" for n in range(20))
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://mau.example/1">
<script>{"var a = 1;" * 3000}</script></head><body><nav><ul>{_MENU}</ul></nav>
<h1 class="title">Tỉnh ủy họp</h1><time>12/03/2024 08:30</time><p class="sapo">Sáng 12/3, Tỉnh ủy họp.</p>
<div class="content">{_BODY}<figure>
<figcaption>Quang cảnh</figcaption></figure></div><aside>{_BESIDE}</aside>
<footer>{_MENU}</footer></body></html>
""".encode()
ROWS = [
    {
        "id": str(n),
        "title": f"Hội nghị thứ {n}",
        "text": "\n".join(f"{LINE} {n}-{at}." * 3 for at in range(9)),
        "published": "2024-03-12 08:30",
        "outlet": "Báo Mẫu",
    }
    for n in range(RECORDS)
]


@pytest.mark.benchmark(group="page of 50 kB")
def test_page_by_its_sites_profile(benchmark: Callable[..., object], tmp_path: Path) -> None:
    path = tmp_path / "mau.toml"
    path.write_text(PROFILE, "utf-8")
    document = benchmark(read_bytes, PAGE, "a.html", overrides=Supplied(sites=(str(path),)))
    assert len(document.blocks) == 23  # type: ignore[attr-defined]


@pytest.mark.benchmark(group="page of 50 kB")
def test_page_parsed_alone(benchmark: Callable[..., object]) -> None:
    assert benchmark(LexborHTMLParser, PAGE)


def _written(folder: Path, kind: str) -> str:
    path = folder / f"a.{kind}"
    if kind == "jsonl":
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), "utf-8")
    else:
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    return str(path)


@pytest.mark.benchmark(group="500 records")
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_documents_of_an_archive(benchmark: Callable[..., object], tmp_path: Path, kind: str) -> None:
    address = _written(tmp_path, kind)

    def documents() -> int:
        return sum(1 for record in archive(kind, address).records(0) if read_record(record, address).document)

    assert benchmark(documents) == RECORDS


@pytest.mark.benchmark(group="500 records")
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_records_parsed_alone(benchmark: Callable[..., object], tmp_path: Path, kind: str) -> None:
    address = _written(tmp_path, kind)

    def parsed() -> int:
        if kind == "parquet":
            return len(pq.read_table(address).to_pylist())
        with Path(address).open("rb") as stream:
            return sum(1 for line in stream if json.loads(line))

    assert benchmark(parsed) == RECORDS
