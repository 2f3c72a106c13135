"""What reading costs beyond the file system: `pytest tests/benchmarks --benchmark-enable`."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx

from kiemtin.documents.reading import read_bytes

PARAGRAPH = (
    "Đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự hội nghị tổng kết ở xã Mẫu và phát biểu ý kiến. " * 3
)
PIECE = "\n\n".join(["Hội nghị tổng kết công tác năm", *[PARAGRAPH] * 9])


def test_plain_text_of_three_kilobytes(benchmark: Callable[..., object]) -> None:
    data = PIECE.encode()
    document = benchmark(read_bytes, data, "bai.txt")
    assert len(document.blocks) == 10  # type: ignore[attr-defined]


def test_word_file_of_two_pages(benchmark: Callable[..., object]) -> None:
    draft = docx.Document()
    for paragraph in PIECE.split("\n\n") * 2:
        draft.add_paragraph(paragraph)
    stream = io.BytesIO()
    draft.save(stream)
    document = benchmark(read_bytes, stream.getvalue(), "bai.docx")
    assert len(document.blocks) == 20  # type: ignore[attr-defined]
