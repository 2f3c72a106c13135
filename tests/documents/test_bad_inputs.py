"""Files that cannot be read: each is refused with its code, in both languages, and with what to do."""

from __future__ import annotations

import ast
import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin import documents
from kiemtin.documents import limits
from kiemtin.documents.reading import read_bytes, read_document
from kiemtin.foundation.messages import bulletins, exchange, help_for, message
from kiemtin.foundation.messages.documents import MESSAGES
from kiemtin.foundation.problems import DocumentError, Problem

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = '<!DOCTYPE d [<!ENTITY a "{}">]><d>&a;</d>'


def problems_of(data: bytes, name: str) -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name)
    for problem in caught.value.problems:
        check_spoken(problem)
    return caught.value.problems


def check_spoken(problem: Problem) -> None:
    for lang in ("vi", "en"):
        assert "{" not in message(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
        assert help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "document-empty"),
        (b" \r\n\t", "a.txt", "document-empty"),
        (b"\xef\xbb\xbf", "a.txt", "document-empty"),
        ("---\nngày: 12/03/2024\n---\n".encode(), "a.md", "document-empty"),
        ("Hội nghị".encode("utf-16-le"), "a.txt", "text-not-utf8"),
        (b"Hoi nghi\0", "a.txt", "text-has-nul"),
        (b"\xff\xfeA\0\x00\xd8B\0", "a.txt", "text-bad-utf16"),
        (b"\xff\xfeA", "a.txt", "text-bad-utf16"),
        (b"\xed\xa0\x80", "a.txt", "text-not-utf8"),
        (b"PK\x03\x04rest", "a.txt", "text-is-zip"),
        (OLE + b"x", "a.md", "text-is-old-office"),
        (b"%PDF-1.7", "a.txt", "text-is-pdf"),
        (b"{\\rtf1 x}", "a.csv", "text-is-rtf"),
        (b"x", "a.pages", "document-unknown-format"),
        (b"x", "a.pdf", "pdf-damaged"),
        (b"%PDF-1.7", "a.pdf", "pdf-damaged"),
        (b"x", "a", "document-unknown-format"),
        (b"x", "a.doc", "office-not-a-text"),
        (b"x", "a.rtf", "office-not-a-text"),
        (b"Mot bai", "a.docx", "package-not-zip"),
        (OLE + b"WordDocument", "a.docx", "package-is-old-office"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "package-encrypted"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "package-encrypted"),
        (b"PK\x03\x04", "a.docx", "package-damaged"),
        (b"a,b\n1,2\n", "a.csv", "rundown-no-header"),
        (b"x", "a.csv", "rundown-no-header"),
        ("STT,Tên tin\n".encode(), "a.csv", "rundown-no-items"),
        ('STT,Tên tin\n1,"hỏng'.encode(), "a.csv", "rundown-csv-broken"),
        ("STT,Tên tin\n".encode() + b"1,x\n" * 5001, "a.csv", "rundown-too-many-rows"),
        ("STT,Tên tin,Trang\n1,x,ba\n".encode(), "a.csv", "metadata-bad-number"),
        ("STT,Tên tin,Ngày\n1,x,31/02/2021\n".encode(), "a.csv", "metadata-bad-date"),
        ("Ngày: 31/02/2021\nSTT,Tên tin\n1,x\n".encode(), "a.csv", "metadata-bad-date"),
    ],
)  # fmt: skip
def test_each_bad_file_has_its_error(data: bytes, name: str, code: str) -> None:
    assert [problem.code for problem in problems_of(data, name)] == [code]


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1", "cp1252"])
def test_an_eight_bit_file_is_refused_at_its_first_such_byte(encoding: str) -> None:
    (problem,) = problems_of("Hop\nBan \u00e9".encode(encoding), "a.txt")
    assert problem.code == "text-not-utf8"
    assert (problem.place.line, problem.place.column) == (2, 5)
    assert problem.arguments == {"bytes": "0xE9", "offset": 8}


def test_a_place_behind_a_utf8_mark_counts_the_mark_in_bytes_only() -> None:
    (problem,) = problems_of(b"\xef\xbb\xbfab\xff", "a.txt")
    assert (problem.place.line, problem.place.column, problem.arguments["offset"]) == (1, 3, 5)


def test_a_text_beyond_the_limit_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)  # a hole on the disk: no byte of it is written
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert problem.code == "document-too-large"
    assert problem.arguments == {"limit": 20}
    check_spoken(problem)


def test_missing_files_folders_and_locked_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "folder").mkdir()
    cases = {"a.txt": "document-not-found", "b.txt": "document-is-folder", "folder": "document-is-folder",
             "a.txt/b.txt": "document-not-found", "a\0.txt": "document-not-found"}  # fmt: skip
    for name, code in cases.items():
        with pytest.raises(DocumentError) as caught:
            read_document(tmp_path / name)
        assert [problem.code for problem in caught.value.problems] == [code], name
        check_spoken(caught.value.problems[0])

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path / "c.txt")
    assert caught.value.problems[0].code == "document-no-permission"


def test_a_name_that_is_not_utf8_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe0i.txt"))
    path.write_text("Một bài.", encoding="utf-8")
    assert read_document(path).path.encode().endswith(b"b\\xe0i.txt")


def test_a_doctype_is_refused_in_every_encoding_and_part(
    word: Callable[..., bytes], zip_of: Callable[..., bytes]
) -> None:
    for encoding in ("utf-8", "utf-16"):
        part = f'<?xml version="1.0" encoding="{encoding}"?>' + DOCTYPE.format("x")
        (problem,) = problems_of(zip_of({"word/document.xml": part.encode(encoding)}), "a.docx")
        assert problem.code == "package-doctype"
        (problem,) = problems_of(word("", footnotes=part.encode(encoding)), "a.docx")
        assert problem.arguments == {"part": "word/footnotes.xml"}
        sheet = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": part.encode(encoding)}
        (problem,) = problems_of(zip_of(sheet), "a.xlsx")
        assert problem.code == "package-doctype"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"<w", "package-bad-xml"),
        (b"<a>&#xD800;</a>", "package-bad-xml"),
        (b"<a>\0</a>", "package-bad-xml"),
        (b'<?xml version="1.0" encoding="x-none"?><a/>', "package-bad-xml"),
        (b"<a/>", "document-empty"),
        (b" " * 20_000_000 + b"<a/>", "package-too-dense"),
        (b"<a>" + b"<b/>" * 1_000_001 + b"</a>", "package-too-many-elements"),
    ],
)
def test_each_bad_part_has_its_error(document: bytes, code: str, zip_of: Callable[..., bytes]) -> None:
    data = zip_of({"word/document.xml": document})
    assert [problem.code for problem in problems_of(data, "a.docx")] == [code]


def test_a_package_without_its_main_part(zip_of: Callable[..., bytes]) -> None:
    assert problems_of(zip_of({"a.xml": "<a/>"}), "a.docx")[0].code == "package-part-missing"
    assert problems_of(zip_of({"a.xml": "<a/>"}), "a.xlsx")[0].code == "package-part-missing"
    empty = {"xl/workbook.xml": "<workbook/>"}
    assert problems_of(zip_of(empty), "a.xlsx")[0].code == "package-damaged"


def test_a_package_of_too_many_members(zip_of: Callable[..., bytes]) -> None:
    data = zip_of({f"{number}.xml": "" for number in range(5001)})
    assert problems_of(data, "a.docx")[0].code == "package-too-many-parts"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_that_unpacks_whole_before_its_size_is_known_is_refused(method: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        package.writestr("word/document.xml", b" " * 100_000)
    assert problems_of(stream.getvalue(), "a.docx")[0].code == "package-odd-compression"


def test_a_truncated_or_altered_package_is_refused_or_read(
    word: Callable[..., bytes], p: Callable[..., str]
) -> None:
    data = word(p("Đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự họp.") * 40)
    for length in range(0, len(data), 37):
        problems_of(data[:length], "a.docx")
    for at in range(0, len(data), 5):
        altered = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            read_bytes(altered, "a.docx")
        except DocumentError as error:
            check_spoken(error.problems[0])


def test_a_package_that_claims_less_than_it_unpacks_is_stopped_while_it_unpacks() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 70_000_000)
    data = stream.getvalue()
    size = (70_000_000).to_bytes(4, "little")
    assert data.count(size) == 2
    lying = data.replace(size, (1000).to_bytes(4, "little"))
    assert problems_of(data, "a.docx")[0].code == "package-too-dense"
    assert problems_of(lying, "a.docx")[0].code in ("package-too-dense", "package-damaged")


def test_an_encrypted_member_is_refused(word: Callable[..., bytes], p: Callable[..., str]) -> None:
    data = bytearray(word(p("x")))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    data[data.rindex(b"PK\x03\x04") + 6] |= 1
    assert problems_of(bytes(data), "a.docx")[0].code == "package-encrypted"


def test_every_code_of_the_readers_has_its_messages_and_no_message_is_dead() -> None:
    kind = re.compile(
        r"(?:archive|document|text|package|front-matter|metadata|rundown|word|office|pdf)-[a-z0-9]+(?:-[a-z0-9]+)*"
    )
    codes = set()
    for path in Path(documents.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and kind.fullmatch(node.value):
                codes.add(node.value)
    assert codes == {message_id for message_id in MESSAGES if not message_id.endswith(".help")}
    assert all(message_id.removesuffix(".help") in codes for message_id in MESSAGES)


def test_the_messages_of_bulletins_and_exchange_are_those_that_are_used() -> None:
    messages = {**bulletins.MESSAGES, **exchange.MESSAGES}
    codes = {
        node.value
        for path in Path(documents.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in messages
    }
    assert codes == {message_id for message_id in messages if not message_id.endswith(".help")}
    assert all(message_id.removesuffix(".help") in codes for message_id in messages)


def test_the_limits_that_are_told_are_those_that_hold() -> None:
    assert limits.TEXT_BYTES.most == 20_000_000
    assert [p.code for p in problems_of(b"x" * 20_000_001, "a.txt")] == ["document-too-large"]
    assert [p.code for p in problems_of(b"x" * 20_000_000, "a.txt")] == ["document-too-long"]
    assert len(read_bytes(b"x" * 1_000_000, "a.txt").text) == 1_000_000


def test_what_is_nested_without_end_is_refused(word: Callable[..., bytes]) -> None:
    deep = word("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000)
    assert problems_of(deep, "a.docx")[0].code == "package-bad-xml"
    nested = "---\ntrang: " + "[" * 20_000 + "]" * 20_000 + "\n---\nBài."
    assert problems_of(nested.encode(), "a.txt")[0].code == "front-matter-nested"


def test_a_sheet_with_a_style_it_does_not_have_is_read_as_excel_does() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["STT", "Tên tin"])
    book.active.append([1, "Họp"])
    stream = io.BytesIO()
    book.save(stream)
    altered = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="A1"', b'r="A1" s="99"'))
    assert len(read_bytes(altered.getvalue(), "a.xlsx").items) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * 200_000 + "b",
        "---\ntít: a" + " " * 200_000 + "b\n---\nBài.",
        "---\n" + "a " * 100_000 + "\n---\nBài.",
        "![" * 100_000,
        "a\n" * 100_000,
        "Ảnh: " * 40_000,
        "*" * 200_000,
        "|-" * 100_000,
        "> " * 100_000,
        "a" + "\u0301" * 100_000,
    ],
)
def test_a_hostile_line_costs_no_more_than_its_length(text: str) -> None:
    """A square of a hundred thousand steps would not end within any patience: finishing is the proof."""
    for name in ("a.md", "a.txt"):
        try:
            assert read_bytes(text.encode(), name).text
        except DocumentError as error:
            check_spoken(error.problems[0])


def test_the_file_beside_an_open_one_is_named_as_such() -> None:
    assert problems_of(b"\x05" * 162, "~$bai.docx")[0].code == "document-is-lock"
