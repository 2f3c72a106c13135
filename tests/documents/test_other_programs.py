"""Old Word, RTF and PDF files: read where they can be, refused in words where not."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument

from kiemtin.documents import office_file
from kiemtin.documents.model import Zone
from kiemtin.documents.reading import read_bytes, read_document
from kiemtin.foundation.problems import DocumentError

from .pdf_samples import pdf

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
RTF = b"{\\rtf1\\ansi Hoi nghi\\par}"


def word(*paragraphs: str) -> bytes:
    made, stream = WordDocument(), BytesIO()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(stream)
    return stream.getvalue()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Puts a program in the place of LibreOffice; `lines` is what it does, by Python."""

    def put(lines: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir(exist_ok=True)
        program.write_text(
            f"#!{sys.executable}\nimport shutil, sys, time\nfolder = sys.argv[-2]\n{lines}\n", "utf-8"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    return put


def refused(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name)
    return caught.value.problems[0].code


@pytest.mark.parametrize(("data", "name"), [(OLD, "a.doc"), (RTF, "a.rtf"), (RTF, "a.doc")])
def test_a_file_of_another_program_is_read_through_libreoffice(
    tmp_path: Path, office, data: bytes, name: str
) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "made.docx").write_bytes(word("Hội nghị", "Đồng chí Trần Văn An chủ trì."))
    office(f"shutil.copy({str(tmp_path / 'made.docx')!r}, folder + '/draft.docx')")
    document = read_bytes(data, name)
    assert "Đồng chí Trần Văn An chủ trì." in document.text
    assert "office-converted" in [note.code for note in document.notes]
    assert document.path == name


def test_libreoffice_that_is_not_there_fails_or_hangs_is_told(
    office, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    with monkeypatch.context() as without:
        without.setattr(office_file, "office", lambda: None)
        assert refused(OLD, "a.doc") == "office-missing"
    office("sys.exit(1)")
    assert refused(OLD, "a.doc") == "office-failed"
    office("open(folder + '/draft.docx', 'wb').write(b'no package')")
    assert refused(OLD, "a.doc") == "package-not-zip"
    monkeypatch.setattr(office_file, "PATIENCE", 0.3)
    office("time.sleep(60)")
    assert refused(OLD, "a.doc") == "office-too-slow"


def test_nothing_is_left_behind(tmp_path: Path, office, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    office("sys.exit(1)")
    refused(OLD, "a.doc")
    assert list(folder.iterdir()) == []


def test_what_only_bears_the_name_is_read_as_what_it_is() -> None:
    assert "Hội nghị" in read_bytes(word("Hội nghị"), "a.doc").text
    page = "<html><body><p>Đồng chí Trần Văn An chủ trì.</p></body></html>".encode()
    assert "Trần Văn An" in read_bytes(page, "a.doc").text
    assert refused(b"Hoi nghi", "a.doc") == "office-not-a-text"


def test_the_text_of_a_pdf_has_its_pages() -> None:
    document = read_bytes(
        pdf("Hoi nghi tinh\nSang nay, doan cong tac den tham xa.", "Het trang hai."), "a.pdf"
    )
    assert [block.origin.part for block in document.items[0].blocks] == ["page1", "page1", "page2"]
    assert document.items[0].blocks[0].zone is Zone.HEADLINE
    assert [note.code for note in document.notes] == ["pdf-order"]


def with_page(drawn: str) -> bytes:
    """A first page with text, a second that draws something in another way."""
    whole = pdf("Hoi nghi tinh.", "x")
    old, new = b"BT /F1 12 Tf 14 TL 50 800 Td (x) Tj T* ET", drawn.encode()
    assert len(new) <= len(old)
    return whole.replace(old, new.ljust(len(old)))


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ("q 500 0 0 800 0 0 cm /I Do Q", ["2"]),
        ("0 0 10 10 re f", ["2"]),
        ("", []),
        ("/P BDC q Q EMC", []),
    ],
)
def test_a_page_that_is_a_picture_among_pages_with_text_is_not_read(drawn: str, told: list[str]) -> None:
    notes = read_bytes(with_page(drawn), "a.pdf").notes
    pages = [note.arguments["pages"] for note in notes if note.code == "pdf-page-is-picture" and note.unread]
    assert pages == told


def test_a_pdf_that_was_read_by_guessing_says_so_and_nothing_else_is_written(
    capfd: pytest.CaptureFixture[str],
) -> None:
    lost = pdf("Hoi nghi tinh.").replace(b"/Contents 5 0 R", b"/Contents [5 0 R 9 0 R]")
    notes = read_bytes(lost, "a.pdf").notes
    assert [(note.code, note.unread) for note in notes] == [("pdf-order", False), ("pdf-mended", True)]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("where", ["opened", "read"])
def test_a_locked_pdf_is_refused_where_its_cipher_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    import pypdf
    from pypdf.errors import DependencyError

    def missing(*_: object, **__: object) -> str:
        raise DependencyError("AES")

    if where == "opened":
        monkeypatch.setattr(pypdf.PdfReader, "is_encrypted", property(missing))
    else:
        monkeypatch.setattr(pypdf.PageObject, "extract_text", missing)
    assert refused(pdf("Hoi nghi"), "a.pdf") == "pdf-encrypted"


def test_pdf_files_without_text_or_behind_a_password_are_refused() -> None:
    from pypdf import PdfReader, PdfWriter

    assert refused(pdf("", ""), "a.pdf") == "pdf-without-text"
    writer, stream = PdfWriter(), BytesIO()
    for page in PdfReader(BytesIO(pdf("Hoi nghi"))).pages:
        writer.add_page(page)
    writer.encrypt("bi-mat", algorithm="RC4-128")
    writer.write(stream)
    assert refused(stream.getvalue(), "a.pdf") == "pdf-encrypted"
    whole = pdf("Hoi nghi")
    for end in range(0, len(whole), 40):
        try:
            read_bytes(whole[:end] or b"%PDF-", "a.pdf")
        except DocumentError as error:
            assert error.problems[0].code in {"pdf-damaged", "pdf-without-text"}


def test_standard_input_is_known_by_its_content(tmp_path: Path) -> None:
    from kiemtin.documents.sniffing import suffix_of

    assert suffix_of(pdf("Hoi nghi")) == ".pdf"
    assert suffix_of(RTF) == ".rtf"
    assert suffix_of(OLD) == ".doc"
    path = tmp_path / "bai.pdf"
    path.write_bytes(pdf("Hoi nghi tinh Nam Son."))
    assert read_document(path).text.startswith("Hoi nghi")
