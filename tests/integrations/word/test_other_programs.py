"""Old Word, RTF and PDF files that LibreOffice made are read with the words of the draft they came from."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kiemtin.documents.office_file import office
from kiemtin.documents.reading import read_document

DRAFT = """Hội nghị tỉnh Nam Sơn bàn việc chống hạn

Sáng 12/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, chủ trì hội nghị bàn việc chống hạn ở các xã phía tây.

Dự có các đồng chí: Phạm Văn Cường, Chủ tịch UBND tỉnh; Lê Thị Bình, Phó Bí thư Tỉnh ủy.
"""


@pytest.mark.parametrize("suffix", ["doc", "rtf", "pdf"])
def test_the_words_are_those_of_the_draft(tmp_path: Path, suffix: str) -> None:
    program = office()
    assert program is not None
    draft = tmp_path / "bai.txt"
    draft.write_text(DRAFT, "utf-8")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--infilter=Text (encoded):UTF8",
         "--convert-to", suffix, "--outdir", str(tmp_path), str(draft)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    read = read_document(tmp_path / f"bai.{suffix}")
    assert read.text.split() == DRAFT.split()
    assert read.items[0].blocks[0].span.of(read.text).startswith("Hội nghị tỉnh Nam Sơn")
