"""OpenDocument spreadsheets: the same rundown as from .xlsx, repeated cells, hidden and struck-through rows."""

from __future__ import annotations

import io
import zipfile
from datetime import time
from itertools import pairwise
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.limits import COLUMNS
from kiemtin.documents.reading import read_bytes
from kiemtin.documents.sniffing import suffix_of
from kiemtin.foundation.problems import DocumentError

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("number", "datastyle"),
    )
)  # fmt: skip
STYLES = """<office:automatic-styles>
<number:time-style style:name="N1"><number:hours/><number:text>:</number:text><number:minutes/></number:time-style>
<number:time-style style:name="N2"><number:minutes/><number:text>:</number:text><number:seconds/></number:time-style>
<style:style style:name="hm" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="ms" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="msx" style:family="table-cell" style:parent-style-name="ms"/>
<style:style style:name="out" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>"""


def ods(tables: str, **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        package.writestr(zipfile.ZipInfo("mimetype"), kind)
        content = (
            f"<office:document-content {SPACES}>{STYLES}<office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>"
        )
        package.writestr("content.xml", content)
        for name, words in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return stream.getvalue()


def text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def length(value: str, style: str) -> str:
    return (
        f'<table:table-cell office:value-type="time" office:time-value="{value}" table:style-name="{style}">'
        "<text:p>x</text:p></table:table-cell>"
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def table(*rows: str, more: str = "", columns: str = "") -> str:
    return f'<table:table table:name="Sáng"{more}>{columns}{"".join(rows)}</table:table>'


HEAD = row(text("STT"), text("Tên tin"), text("Thời lượng"), text("Giờ"))
LAST = (
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row>'
)


def read(*rows: str, **more: str):
    return read_bytes(ods(table(*rows, LAST, **more)), "a.ods")


def titles(document) -> list[str]:
    return [
        block.span.of(document.text)
        for item in document.items
        for block in item.blocks
        if block.zone == "headline"
    ]


def test_a_rundown_with_lengths_hours_and_the_places_of_its_cells() -> None:
    document = read(
        row(text("Ngày phát: 19h00 ngày 12/03/2024", ' table:number-columns-spanned="4"')),
        HEAD,
        row(text("1"), text("Họp <text:span>xã</text:span><text:s text:c='2'/>An"), length("PT00H01M30S", "msx"),
            length("PT19H05M00S", "hm")),
        row('<table:table-cell office:value-type="float" office:value="2"/>', text("Khánh thành"),
            text("2'05&quot;"), '<table:covered-table-cell/>'),
    )  # fmt: skip
    assert titles(document) == ["Họp xã  An", "Khánh thành"]
    assert [item.number for item in document.items] == ["1", "2"]
    assert [item.metadata.duration for item in document.items] == [90.0, 125.0]
    assert document.items[0].metadata.published.time() == time(19, 5)
    origin = document.items[0].blocks[1].origin
    assert (origin.kind, origin.index, origin.column, origin.part) == ("cell", 3, 2, "Sáng")
    assert suffix_of(ods(table(HEAD))) == ".ods"


def test_hours_and_minutes_are_told_from_minutes_and_seconds_by_the_style_alone() -> None:
    document = read(
        row(text("Thời lượng: 3'30&quot;")),
        HEAD,
        row(text("1"), text("Một"), length("PT01H30M00S", "hm")),
        row(text("2"), text("Hai"), length("PT02H00M00S", "hm")),
    )
    assert [item.metadata.duration for item in document.items] == [90.0, 120.0]
    assert "rundown-durations-reread" in [note.code for note in document.notes]


def test_hidden_rows_columns_and_tables_and_struck_words() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16381"/>'
    )
    hidden = table(HEAD, row(text("1"), text("Ẩn")), more=' table:style-name="off"')
    shown = table(
        HEAD,
        row(
            text("1"),
            text("Còn <text:span text:style-name='T'>cũ</text:span>mới"),
            text("10 giây"),
            text("19:00"),
        ),
        row(text("2"), text("Bỏ", ' table:style-name="out"')),
        row(text("3"), text("<text:span text:style-name='T'>Bỏ nốt</text:span>")),
        row(text("4"), text("Ẩn dòng"), more=' table:visibility="collapse"'),
        row(text("5"), text("Lọc"), more=' table:visibility="filter"'),
        columns=columns,
    )
    document = read_bytes(ods(hidden + shown), "a.ods")
    assert titles(document) == ["Còn mới"]
    codes = [note.code for note in document.notes]
    assert codes.count("rundown-row-struck") == 2
    assert codes.count("rundown-row-hidden") == 2
    (note,) = [note for note in document.notes if note.code == "rundown-hidden-columns"]
    assert note.arguments["columns"] == "D"


def test_notes_and_drawings_in_a_cell_are_no_words_of_it() -> None:
    inner = (
        "Tin<office:annotation><text:p>xem lại</text:p></office:annotation>"
        "<draw:frame xmlns:draw='d'><text:p>hình</text:p></draw:frame> một"
    )
    assert titles(read(HEAD, row(text("1"), text(inner)))) == ["Tin một"]


def test_other_tables_with_a_header_are_told_as_not_read() -> None:
    document = read_bytes(
        ods(table(HEAD, row(text("1"), text("Một"))) + table(HEAD).replace("Sáng", "Tối")), "a.ods"
    )
    (note,) = [note for note in document.notes if note.code == "rundown-other-sheets"]
    assert note.unread
    assert note.arguments["others"] == "Tối"


REPEATED = ' table:number-columns-repeated="{}"'


def test_repeated_cells_stand_in_each_of_their_columns_as_far_as_is_read() -> None:
    document = read(
        HEAD,
        row(text("1"), text("Một"), text("9 giây"), text("19:00"), text("x", REPEATED.format(10_000_000))),
    )
    (note,) = [note for note in document.notes if note.code == "rundown-too-many-columns"]
    assert note.arguments["count"] == 10_000_004 - COLUMNS.most
    assert len(document.text) < 10_000


ROWS_REPEATED = ' table:number-rows-repeated="{}"'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ods(table(HEAD, row(text("1"), text("x"), more=ROWS_REPEATED.format(99_999_999)))), "rundown-too-many-rows"),
        (ods(table(HEAD, row(text("x", REPEATED.format(256)), more=ROWS_REPEATED.format(2000)))),
         "rundown-too-many-cells"),
        (ods("".join(table(row(text("x", REPEATED.format(256)), more=ROWS_REPEATED.format(700))) for _ in range(6))),
         "rundown-too-many-cells"),
        (ods(table(HEAD, row(text("1"), text("x" * 100_001)))), "rundown-cell-too-long"),
        (ods(table(HEAD, row(text("1"), text("x" * 9_000), more=ROWS_REPEATED.format(2_000)))), "rundown-too-long"),
        (ods(table() * 201), "rundown-too-many-sheets"),
        (ods(table()), "document-empty"),
        (ods(table(row(text("a"), text("b")))), "rundown-no-header"),
        (ods(table(HEAD)[:-3]), "package-bad-xml"),
        (ods(table(HEAD), **{"META-INF__manifest_xml": "<m><encryption-data/></m>"}), "package-encrypted"),
        (b"PK\x03\x04", "package-damaged"),
        (b"x", "package-not-zip"),
    ],
)  # fmt: skip
def test_each_bad_file_has_its_error(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "a.ods")
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_text_document_under_the_wrong_name_is_told() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:text/></office:body></office:document-content>",
        )
    with pytest.raises(DocumentError) as caught:
        read_bytes(stream.getvalue(), "a.ods")
    assert caught.value.problems[0].code == "ods-no-tables"


WORDS = (
    st.text("aăâêxyĐ ,.'&<", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda words: any(map(str.isalpha, words)))
)


@given(st.lists(st.tuples(WORDS, st.integers(0, 40), st.integers(1, 5)), min_size=1, max_size=8))
def test_every_block_leads_back_to_the_cell_that_was_written(rows: list[tuple[str, int, int]]) -> None:
    """Empty rows, empty cells and repeats between them do not move a place."""
    written: dict[tuple[int, int], str] = {}
    made = [HEAD]
    at = 1
    for number, (words, gap, repeat) in enumerate(rows, start=1):
        if gap:
            made.append(f"<table:table-row{ROWS_REPEATED.format(gap)}><table:table-cell/></table:table-row>")
            at += gap
        cells = text(str(number)) + text(escape(f"Tin {words}")) + text("9 giây") + text("19:00")
        far = f"<table:table-cell{REPEATED.format(repeat)}/>" + text(escape(words))
        made.append(row(cells, far))
        at += 1
        written |= {(at, 2): f"Tin {words}", (at, 5 + repeat): words}
    document = read(*made)
    assert len(document.items) == len(rows)
    found = {
        (block.origin.index, block.origin.column): block.span.of(document.text)
        for block in document.blocks
        if block.origin.column == 2 or (block.origin.column or 0) > 4
    }
    assert found == written
    assert all(one.end <= other.start for one, other in pairwise(document.blocks))
