"""OpenDocument texts: paragraphs with their numbers, a head, what is no text left out."""

from __future__ import annotations

import io
import zipfile

import pytest

from kiemtin.documents.model import Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def odt(body: str, kind: str = "text", **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = f"<office:document-content {SPACES}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
        package.writestr("content.xml", content)
        for name, words in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return stream.getvalue()


BODY = """<text:tracked-changes><text:changed-region><text:deletion><text:p>Đã xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>ngày đăng: 12/03/2024</text:p><text:p>loại hình: báo in</text:p>
<text:h text:outline-level="1">Bí thư Tỉnh ủy thăm<text:s text:c="2"/>xã</text:h>
<text:p>Đồng chí <text:span>Trần Văn <text:span>An</text:span></text:span>,<text:line-break/>Bí thư Tỉnh ủy<office:annotation><text:p>sửa lại</text:p></office:annotation>, thăm xã.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú giải.</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>Một việc.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Trong ô.</text:p></table:table-cell></table:table-row></table:table>"""


def test_paragraphs_are_read_as_a_text_file_s_are() -> None:
    document = read_bytes(odt(BODY), "bai.odt")
    (item,) = document.items
    shown = [
        (block.zone, block.span.of(document.text)) for block in item.blocks if block.zone is not Zone.METADATA
    ]
    assert shown == [
        (Zone.HEADLINE, "Bí thư Tỉnh ủy thăm xã"),
        (Zone.BODY, "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã."),
        (Zone.BODY, "Chú giải."),
        (Zone.BODY, "Một việc."),
        (Zone.BODY, "Trong ô."),
    ]
    assert str(document.metadata.published) == "2024-03-12"
    origins = [
        (block.origin.kind, block.origin.index) for block in item.blocks if block.zone is not Zone.METADATA
    ]
    assert origins == [("paragraph", number) for number in range(3, 8)]
    assert [note.code for note in document.notes] == ["odt-changes-accepted"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "package-damaged"),
        (b"none", "package-not-zip"),
        (odt("<text:p>a</text:p>", kind="spreadsheet"), "odt-no-text"),
        (odt("<text:p>a"), "package-bad-xml"),
        (
            odt("<text:p>a</text:p>", **{"META-INF__manifest_xml": "<m><encryption-data/></m>"}),
            "package-encrypted",
        ),
        (odt(""), "document-empty"),
        (odt("<text:p/>" * 610_000), "package-too-many-elements"),
    ],
)
def test_what_is_wrong_is_told(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read_bytes(data, "bai.odt")
    assert raised.value.problems[0].code == code


def test_a_deep_one_ends() -> None:
    body = "<text:section>" * 900 + "<text:p>Một.</text:p>" + "</text:section>" * 900
    with pytest.raises(DocumentError):
        read_bytes(odt(body), "bai.odt")
