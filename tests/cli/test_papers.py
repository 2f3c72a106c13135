"""Copies for Word and pages, as an editor asks for them."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

PACK = ("--pack", "nội-quy-báo-mẫu")
TRACKED = "drafts/hop-giao-ban-nhieu-tay.docx"
Run = Callable[..., Any]


def word_parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_copies_go_into_a_folder_and_the_drafts_stay(kiemtin: Run, corpus: Path, tmp_path: Path) -> None:
    word, text = corpus / TRACKED, corpus / "drafts/hoi-nghi-sai-thu-tu.txt"
    rundown = corpus / "rundowns/thoi-su-toi-sai-thu-tu.xlsx"
    before = [path.read_bytes() for path in (word, text, rundown)]

    done = kiemtin(
        "check", *PACK, "--format", "docx", "--suggest", "--output", "bản-sao", word, text, rundown
    )

    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "bản-sao/hop-giao-ban-nhieu-tay.kiemtin.docx",
        "bản-sao/hoi-nghi-sai-thu-tu.kiemtin.docx",
        "bản-sao/thoi-su-toi-sai-thu-tu.kiemtin.xlsx",
    ]
    copies = [tmp_path / line for line in done.stdout.splitlines()]
    assert all(copy.stat().st_size > 1000 for copy in copies)
    assert {stat.S_IMODE(copy.stat().st_mode) for copy in copies} == {0o600}
    assert 'w:author="Kiểm tin"' in word_parts(copies[0])["word/document.xml"]
    assert [path.read_bytes() for path in (word, text, rundown)] == before


@pytest.mark.parametrize(
    ("where", "first", "second"),
    [
        (("--format", "docx", "--output", "ra"), "ra/bài.kiemtin.docx", "ra/bài-2.kiemtin.docx"),
        (("--format", "docx=ra/a.docx"), "ra/a.docx", "ra/a-2.docx"),
    ],
)
def test_a_copy_that_somebody_worked_on_is_not_written_over(
    kiemtin: Run, draft: Path, tmp_path: Path, where: tuple[str, ...], first: str, second: str
) -> None:
    assert kiemtin("check", *PACK, *where, draft).stdout == f"{first}\n"
    assert kiemtin("check", *PACK, *where, draft).stdout == f"{first}\n"
    (tmp_path / first).write_bytes(b"mine")

    other = kiemtin("check", *PACK, *where, draft)

    assert other.stdout == f"{second}\n"
    assert (tmp_path / first).read_bytes() == b"mine"


def test_a_copy_of_a_rundown_is_a_workbook_whatever_was_asked(
    kiemtin: Run, corpus: Path, tmp_path: Path
) -> None:
    rundown = corpus / "rundowns/thoi-su-toi-sai-thu-tu.xlsx"

    done = kiemtin("check", "--pack", "nội-quy-đài-mẫu", "--format", "docx=ra.docx", rundown)

    assert done.stdout == "ra.xlsx\n"
    assert "Kiểm tin" in openpyxl.load_workbook(tmp_path / "ra.xlsx").sheetnames


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_copy_that_cannot_be_compared_is_told(kiemtin: Run, draft: Path, tmp_path: Path) -> None:
    there = tmp_path / "ra/bài.kiemtin.docx"
    there.parent.mkdir()
    there.write_bytes(b"mine")
    there.chmod(0)

    done = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)

    assert done.returncode == 5
    assert "bài.kiemtin.docx: LỖI: Không ghi được báo cáo: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_in_the_copys_place_is_told(kiemtin: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "ra/bài.kiemtin.docx").mkdir(parents=True)

    done = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)

    assert done.returncode == 5
    assert "bài.kiemtin.docx: LỖI: Không ghi được báo cáo: " in done.stderr
    assert "Traceback" not in done.stderr


def test_one_page_of_all_files_also_of_those_that_cannot_be_read(
    kiemtin: Run, draft: Path, tmp_path: Path
) -> None:
    done = kiemtin("check", *PACK, "--format", "html=trang.html", draft, "không-có.txt")

    page = (tmp_path / "trang.html").read_text("utf-8")
    assert done.returncode == 3
    assert done.stdout == ""
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert page.count('<article class="report"') == 1
    assert "không-có.txt" in page
    assert stat.S_IMODE((tmp_path / "trang.html").stat().st_mode) == 0o600
    assert kiemtin("check", *PACK, "--format", "html", draft).stdout.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--format", "docx"), "--output THƯ-MỤC"), (("--suggest",), "--suggest chỉ dùng với dạng docx")],
)
def test_what_does_not_go_together_is_refused(
    kiemtin: Run, draft: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = kiemtin("check", *arguments, draft)

    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_what_cannot_be_written_is_told(kiemtin: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("a file")

    done = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", draft)

    assert done.returncode == 5
    assert "Không ghi được báo cáo" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_workbook_whose_notes_cannot_be_read_gets_no_copy_and_others_do(
    kiemtin: Run, corpus: Path, tmp_path: Path, draft: Path
) -> None:
    book = openpyxl.load_workbook(corpus / "rundowns/thoi-su-toi-sai-thu-tu.xlsx")
    book.worksheets[0]["B2"].comment = Comment("Hỏi lại.", "Nguyễn Biên Tập")
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<xml><br></xml>" if name.endswith(".vml") else old.read(name))

    done = kiemtin("check", *PACK, "--format", "docx", "--output", "ra", "b.xlsx", draft)

    assert done.returncode == 3
    assert "b.xlsx: LỖI: không chép được bài: phần xl/" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == "ra/bài.kiemtin.docx\n"


def test_fix_writes_repairs_of_a_word_draft_into_a_copy_beside_it(
    kiemtin: Run, corpus: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "tin.docx"
    draft.write_bytes((corpus / TRACKED).read_bytes())

    shown = kiemtin("fix", *PACK, "tin.docx")
    assert shown.returncode == 1
    assert shown.stderr == "tin.docx: 2 chỗ sửa được, chưa ghi; ghi bằng --write.\n"
    assert len(shown.stdout.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["tin.docx"]

    done = kiemtin("fix", *PACK, "--write", "tin.docx")

    assert done.returncode == 1
    assert done.stdout == f"{shown.stdout}Bản sao có theo dõi thay đổi: tin.kiemtin.docx\n"
    assert draft.read_bytes() == (corpus / TRACKED).read_bytes()
    body = word_parts(tmp_path / "tin.kiemtin.docx")["word/document.xml"]
    assert body.count('w:author="Kiểm tin"') >= 1
    again = kiemtin("fix", *PACK, "--write", "tin.kiemtin.docx")
    assert again.stderr == "tin.kiemtin.docx: không có chỗ nào sửa được chắc chắn.\n"
    (tmp_path / "tin.kiemtin.docx").write_bytes(b"mine")
    assert "tin-2.kiemtin.docx" in kiemtin("fix", *PACK, "--write", "tin.docx").stdout
    assert (tmp_path / "tin.kiemtin.docx").read_bytes() == b"mine"


def test_what_is_waived_has_no_comment_of_its_own(kiemtin: Run, corpus: Path, tmp_path: Path) -> None:
    reported = kiemtin("check", *PACK, "--format", "json", corpus / TRACKED).stdout
    finding = json.loads(reported)["documents"][0]["findings"][0]
    fingerprint = finding["fingerprint"]
    (tmp_path / "bỏ-qua.toml").write_text(
        f'[[waiver]]\nrule = "{finding["rule"]}"\nfingerprint = "{fingerprint}"\nexpires = 2099-01-01\n'
        'reason = "Đã hỏi Ban."\nperson = "Nguyễn Biên Tập"\n',
        "utf-8",
    )
    plain = kiemtin("check", *PACK, "--format", "docx=a.docx", corpus / TRACKED)
    waived = kiemtin("check", *PACK, "--waivers", "bỏ-qua.toml", "--format", "docx=b.docx", corpus / TRACKED)

    before, after = (word_parts(tmp_path / name)["word/comments.xml"] for name in ("a.docx", "b.docx"))
    assert (plain.stderr, waived.stderr) == ("", "")
    assert after.count("<w:comment ") == before.count("<w:comment ") - 1
    assert f"· {fingerprint}" not in after
    assert "(được bỏ qua)" in after
    assert "Bỏ qua vì: Đã hỏi Ban. — Nguyễn Biên Tập" in after
    kiemtin("check", *PACK, "--waivers", "bỏ-qua.toml", "--format", "html=c.html", corpus / TRACKED)
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "<dt>Tình trạng</dt><dd>Bỏ qua vì: Đã hỏi Ban. — Nguyễn Biên Tập" in page
    assert "(được bỏ qua)" in page
