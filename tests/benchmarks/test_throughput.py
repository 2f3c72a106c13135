"""Articles a second on one core: recognition alone, and reading, recognition and judging together.

Measured over our own annotated texts; `KIEMTIN_ARTICLES=FILE.jsonl` (one object with `text` a line) measures
an archive of your own instead. The figure is characters a second as much as articles: both are printed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document
from kiemtin.documents.plain_text import read
from kiemtin.officials import recognizer as recognizer_module
from kiemtin.officials.recognizer import Recognizer
from kiemtin.officials.words.loading import load_vocabulary

ROOT = Path(__file__).parent.parent.parent
sys.path.append(str(ROOT / "tests" / "evaluation"))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    chosen = os.environ.get("KIEMTIN_ARTICLES")
    if chosen:
        with Path(chosen).open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    from annotated import read_corpus

    return [text.text for text in read_corpus()]


def rate(label: str, texts: list[str], work: Callable[[], None]) -> None:
    started = time.process_time()
    work()
    spent = time.process_time() - started
    size = sum(len(text.encode()) for text in texts)
    print(
        f"\n{label}: {len(texts) / spent:,.0f} articles/s of {size / len(texts) / 1000:.1f} KB, "
        f"or {size / spent / 3400:,.0f} of 3.4 KB; {size / spent / 1e6:.1f} MB/s"
    )


@pytest.mark.parametrize("kind", ["all", "leadership", "no leader"])
def test_recognition(benchmark: Callable[..., object], texts: list[str], kind: str) -> None:
    """`leadership`: three mentions with titles and more, in 2 to 5.5 KB; `no leader`: no mention."""
    recognizer = Recognizer(load_vocabulary(), Workbench("nội-quy-báo-mẫu").roster, for_archive=True)
    chosen = []
    for text in texts:
        mentions = recognizer.recognize(read(text.encode(), "bai.txt")).mentions
        titled = sum(bool(mention.titles) and not mention.foreign for mention in mentions)
        leadership = titled > 2 and 2000 < len(text.encode()) < 5500
        if kind == "all" or (leadership if kind == "leadership" else not mentions):
            chosen.append(text)
    if not chosen:
        pytest.skip(f"no such text: {kind}")
    documents = [read(text.encode(), "bai.txt") for text in chosen]

    def work() -> None:
        for document in documents:
            recognizer.recognize(document)

    benchmark(work)
    compiled = "" if recognizer_module.__file__.endswith(".py") else ", compiled"
    rate(f"recognition of {kind}{compiled}", chosen, work)


def test_reading_recognition_and_judging(benchmark: Callable[..., object], texts: list[str]) -> None:
    bench = Workbench("nội-quy-báo-mẫu")
    sources = [text.encode() for text in texts]

    def check(source: bytes) -> Document:
        document = read(source, "bai.txt")
        bench.judge(document)
        return document

    def work() -> None:
        for source in sources:
            check(source)

    benchmark(work)
    rate("reading, recognition and judging with the sample pack", texts, work)
