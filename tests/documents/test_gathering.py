from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from kiemtin.documents.gathering import PassedOver, gather
from kiemtin.documents.own_files import KEYWORD
from kiemtin.foundation.problems import DocumentError


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Một bài.", encoding="utf-8")


def names(folder: Path, found: list[str]) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in found]


def test_a_folder_stands_for_its_documents_in_a_stable_order(tmp_path: Path) -> None:
    make(
        tmp_path, "b.txt", "a.docx", "~$a.docx", ".an.txt", "anh.jpg", "sáng/2.md", "sáng/1.csv", ".git/x.txt"
    )
    (tmp_path / "vòng").symlink_to(tmp_path, target_is_directory=True)
    found = gather([str(tmp_path)])
    assert names(tmp_path, found.files) == ["a.docx", "b.txt", "sáng/1.csv", "sáng/2.md"]
    assert found.passed_over == {PassedOver.LOCK: 1, PassedOver.HIDDEN: 1, PassedOver.FORMAT: 1}


def test_a_pattern_and_what_is_named_stand_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt", "c.md", "x/d.txt", "[1].txt")
    found = gather([str(tmp_path / "b.txt"), str(tmp_path / "*.txt"), str(tmp_path / "**/d.*"), "-"])
    assert names(tmp_path, found.files[:-1]) == ["b.txt", "[1].txt", "a.txt", "x/d.txt"]
    assert found.files[-1] == "-"
    assert gather([str(tmp_path / "[1].txt"), "thiếu.txt"]).files == [str(tmp_path / "[1].txt"), "thiếu.txt"]


def test_an_ignore_file_holds_below_its_folder(tmp_path: Path) -> None:
    make(
        tmp_path,
        "a.txt",
        "cũ.txt",
        "cũ-giữ.txt",
        "nháp/b.txt",
        "x/nháp/c.txt",
        "x/e.txt",
        "x/cũ.txt",
        "y/e.txt",
    )
    lines = "# nháp\ncũ*\n!cũ-giữ.txt\nnháp/\n/x/e.txt\n"
    (tmp_path / ".kiemtinignore").write_text(lines, encoding="utf-8")
    found = gather([str(tmp_path)])
    assert names(tmp_path, found.files) == ["a.txt", "cũ-giữ.txt", "y/e.txt"]
    assert found.passed_over == {PassedOver.IGNORED: 3}


@pytest.mark.parametrize("argument", ["trống", "trống/*.txt"])
def test_a_folder_without_a_document_is_said(argument: str, tmp_path: Path) -> None:
    make(tmp_path, "trống/~$a.docx")
    with pytest.raises(DocumentError) as caught:
        gather([str(tmp_path / argument)])
    assert [problem.code for problem in caught.value.problems] == ["document-none-found"]


def test_a_file_that_says_it_is_ours_is_no_draft(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "hỏng.xlsx", "trang.html")
    (tmp_path / "báo-cáo.html").write_text('<html><head><meta name="generator" content="kiemtin 1">', "utf-8")
    for name, words in (("ta.xlsx", KEYWORD), ("người.docx", "hội nghị"), ("trống.docx", None)):
        with ZipFile(tmp_path / name, "w") as package:
            if words is not None:
                package.writestr("docProps/core.xml", f"<p><k>{words}</k></p>")
    found = gather([str(tmp_path), str(tmp_path / "*.xlsx")])
    assert names(tmp_path, found.files) == ["a.txt", "hỏng.xlsx", "người.docx", "trang.html", "trống.docx"]
    assert found.passed_over == {PassedOver.REPORT: 3}
    assert gather([str(tmp_path / "ta.xlsx")]).files == [str(tmp_path / "ta.xlsx")]
