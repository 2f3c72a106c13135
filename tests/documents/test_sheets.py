"""The own pass over workbooks: what Excel opens is read; openpyxl is the second, independent reader."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.documents import limits
from kiemtin.documents.model import Document
from kiemtin.documents.reading import read_bytes
from kiemtin.documents.sheets.number_formats import Kind, kind_of, moment_of, seconds_of, shown
from kiemtin.documents.sheets.strings import unescape
from kiemtin.documents.sheets.workbook import open_workbook
from kiemtin.documents.sheets.worksheet import Worksheet
from kiemtin.foundation.problems import DocumentError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

HEAD = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>STT</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Tên tin</t></is></c>'
    '<c r="C1" t="inlineStr"><is><t>Thời lượng</t></is></c></row>'
)
FIRST = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Họp ở xã Mẫu</t></is></c></row>'
Members = dict[str, str | bytes]


def workbook(
    rows: str = HEAD + FIRST,
    after: str = "",
    styles: str | None = None,
    strings: str | None = None,
    main: str = MAIN,
    kinds: str = KINDS,
    properties: str = "",
) -> Members:
    """The parts of a small workbook as Excel writes them."""
    links = f'<Relationship Id="rId1" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/>'
    members: Members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" '
        f'Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}">{properties}'
        '<sheets><sheet name="Tối" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>",
    }
    if styles is not None:
        members["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
        links += f'<Relationship Id="rId2" Type="{kinds}/styles" Target="styles.xml"/>'
    if strings is not None:
        members["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
        links += f'<Relationship Id="rId3" Type="{kinds}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    members["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{LINKS}">{links}</Relationships>'
    return members


Zip = Callable[[Mapping[str, str | bytes]], bytes]


@pytest.fixture
def read(zip_of: Zip) -> Callable[[Members], Document]:
    return lambda members: read_bytes(zip_of(members), "a.xlsx")


def refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "a.xlsx")
    return caught.value.problems[0].code


def row(*cells: str) -> str:
    return HEAD + f'<row r="2"><c r="A2"><v>1</v></c>{"".join(cells)}</row>'


def text_cell(reference: str, text: str, kind: str = "inlineStr") -> str:
    inside = f"<is><t>{text}</t></is>" if kind == "inlineStr" else f"<v>{text}</v>"
    return f'<c r="{reference}" t="{kind}">{inside}</c>'


def test_what_excel_opens_is_read(read: Callable[[Members], Document], zip_of: Zip) -> None:
    plain = read(workbook())
    strict = workbook(main=STRICT, kinds="http://purl.oclc.org/ooxml/officeDocument/relationships")
    backslashes = {name.replace("/", "\\"): text for name, text in workbook().items()}
    capitals = {name.upper() if name.startswith("xl") else name: text for name, text in workbook().items()}
    prefixed = workbook()
    sheet = str(prefixed["xl/worksheets/sheet1.xml"])
    sheet = sheet.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:").replace("xmlns=", "xmlns:x=")
    prefixed["xl/worksheets/sheet1.xml"] = sheet
    without_links = workbook()
    del without_links["_rels/.rels"]
    odd_names = workbook()
    odd_names["xl/worksheets/bảng.dat"] = odd_names.pop("xl/worksheets/sheet1.xml")
    links = str(odd_names["xl/_rels/workbook.xml.rels"])
    odd_names["xl/_rels/workbook.xml.rels"] = links.replace("sheet1.xml", "bảng.dat")
    odd_styles = workbook(styles='<fonts><font><strike val="x"/></font></fonts><fills><fill/></fills>'
                          '<cellXfs><xf numFmtId="a" fontId="99999999999"/></cellXfs>')  # fmt: skip
    without_references = workbook(
        HEAD.replace(' r="A1"', "").replace(' r="B1"', "") + FIRST.replace(' r="A2"', "")
    )
    for members in (
        strict, backslashes, capitals, prefixed, without_links, odd_names, odd_styles, without_references,
    ):  # fmt: skip
        document = read(members)
        assert document.text == plain.text
        assert [block.origin for block in document.blocks] == [block.origin for block in plain.blocks]


def test_a_doctype_is_refused_whatever_the_part_is_called(zip_of: Zip) -> None:
    members = workbook()
    members["xl/worksheets/sheet1.dat"] = (
        '<!DOCTYPE d [<!ENTITY a "Trần Văn An">]>' + str(members.pop("xl/worksheets/sheet1.xml"))
    ).replace("Họp", "&a;")
    links = str(members["xl/_rels/workbook.xml.rels"])
    members["xl/_rels/workbook.xml.rels"] = links.replace("sheet1.xml", "sheet1.dat")
    assert refused(zip_of(members)) == "package-doctype"


def test_stored_results_of_formulas(read: Callable[[Members], Document], zip_of: Zip) -> None:
    empty = read(workbook(row(text_cell("B2", "Họp"), '<c r="C2" t="str"><f>IF(1,"")</f><v/></c>')))
    assert (len(empty.items), empty.notes) == (1, ())
    unused = read(workbook(row(text_cell("B2", "Họp"), '<c r="F2"><f>A2*2</f></c>')))
    assert [(n.code, n.arguments) for n in unused.notes] == [
        ("rundown-formulas-unused", {"count": 1, "cell": "F2"})
    ]
    missing = workbook(row(text_cell("B2", "Họp"), '<c r="C2"><f>A2*2</f><v></v></c>'))
    assert refused(zip_of(missing)) == "rundown-formula-uncached"
    total = HEAD + FIRST + f'<row r="3">{text_cell("A3", "Cộng")}<c r="C3"><f>SUM(C2:C2)</f></c></row>'
    assert [n.code for n in read(workbook(total)).notes] == [
        "rundown-total-skipped",
        "rundown-formulas-unused",
    ]


TIMES = (
    '<numFmts><numFmt numFmtId="164" formatCode="{}"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
)


@pytest.mark.parametrize("form", ["h:mm", "[h]:mm", "hh:mm;@", "[$-42A]h:mm"])
def test_minutes_beyond_24_typed_into_a_column_of_hours(
    form: str, read: Callable[[Members], Document]
) -> None:
    """25:30 is stored as a day and an hour and a half: 25'30", however Excel shows it."""
    minutes = [90, 120, 1530, 180]
    rows = HEAD + "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c>{text_cell(f"B{n}", "Tin")}'
        f'<c r="C{n}" s="1"><v>{length / 1440!r}</v></c></row>'
        for n, length in enumerate(minutes, start=2)
    )
    document = read(workbook(rows, styles=TIMES.format(form)))
    assert [item.metadata.duration for item in document.items] == minutes
    assert [note.code for note in document.notes] == ["rundown-durations-reread"]


def test_texts_of_cells(read: Callable[[Members], Document]) -> None:
    strings = (
        "<si><t>Ông Lương Đình Khải,_x000D_\nBí thư Tỉnh ủy</t></si>"
        "<si><r><t>Họp </t></r><r><rPr><strike/></rPr><t>Phó </t></r><r><rPr><b/></rPr><t>Bí thư</t></r>"
        '<rPh sb="0" eb="1"><t>đọc</t></rPh></si><si><r><rPr><strike val="0"/></rPr><t>Thăm xã</t></r></si>'
    )
    rows = HEAD + "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c>{text_cell(f"B{n}", str(n - 2), "s")}</row>'
        for n in range(2, 6)
    )
    document = read(workbook(rows, strings=strings))
    assert document.text.split("\n")[3:] == [
        "2", "Ông Lương Đình Khải, Bí thư Tỉnh ủy", "3", "Họp Bí thư", "4", "Thăm xã", "5"
    ]  # fmt: skip
    assert [note.code for note in document.notes] == ["rundown-row-without-text"]


@pytest.mark.parametrize(
    ("written", "text"),
    [("_x000D_\n", "\n"), ("_x005F_x000D_", "_x000D_"), ("a_x0000_b", "ab"), ("_xD83D__xDE00_", "😀"),
     ("_xD83D_", "\ufffd"), ("e_x0301_", "é"), ("_x00g0_", "_x00g0_"), ("a\r\nb\rc", "a\nb\nc")],
)  # fmt: skip
def test_escapes_of_cells(written: str, text: str) -> None:
    assert unescape(written) == text


@pytest.mark.parametrize(
    ("code", "kind"),
    [("General", Kind.NUMBER), ("0.00", Kind.NUMBER), ('0" h"', Kind.NUMBER), ("#,##0 [$đ-42A]", Kind.NUMBER),
     ("[Red]0", Kind.NUMBER), ("dd/mm/yyyy", Kind.DAY), ("d-mmm", Kind.DAY), ("mmm-yy", Kind.DAY),
     ("dd/mm/yyyy hh:mm", Kind.MOMENT), ("h:mm AM/PM", Kind.MINUTES), ("[h]:mm", Kind.MINUTES),
     ("[mm]", Kind.MINUTES), ("mm:ss", Kind.SECONDS), ("[mm]:ss", Kind.SECONDS), ("mm:ss.0", Kind.SECONDS),
     ('h"giờ"mm"s"', Kind.MINUTES), ("[ss]", Kind.SECONDS), ("\\d0", Kind.NUMBER), ("m/d", Kind.DAY)],
)  # fmt: skip
def test_what_a_number_is_by_its_format(code: str, kind: Kind) -> None:
    assert kind_of(code) is kind


@given(st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(9999, 12, 31)), st.booleans())
def test_days_are_those_that_openpyxl_stores(moment: dt.datetime, from_1904: bool) -> None:  # noqa: FBT001
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

    moment = moment.replace(microsecond=0)
    if from_1904 and moment.year < 1904:
        moment = moment.replace(year=1904)
    serial = to_excel(moment, CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900)
    assert moment_of(float(serial), from_1904=from_1904) == moment


@given(st.integers(0, 10**6))
def test_lengths_come_back_from_fractions_of_a_day(seconds: int) -> None:
    assert seconds_of(seconds / 86_400) == seconds
    assert shown(seconds / 86_400, Kind.SECONDS).endswith(f":{seconds % 60:02d}")


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.booleans(),
    st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1)).map(lambda d: d.replace(microsecond=0)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=5), min_size=1, max_size=5))
def test_the_second_reader_sees_the_same_cells(rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in rows:
        sheet.append([f"'{cell}" if isinstance(cell, str) else cell for cell in cells])
    stream = io.BytesIO()
    book.save(stream)
    own = open_workbook(stream.getvalue(), "a.xlsx")
    ours = Worksheet(own, own.sheets[0]).cells
    theirs = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).worksheets[0]
    for number, told in enumerate(theirs.iter_rows(values_only=True), start=1):
        for column, value in enumerate(told):
            cell = ours.get(number, {}).get(column)
            if value is None or (isinstance(value, str) and not unescape(value).strip()):
                assert cell is None
                continue
            assert cell is not None
            if isinstance(value, dt.datetime):
                assert cell.moment == value
            elif isinstance(value, bool):
                assert cell.text == str(value).upper()
            elif isinstance(value, str):
                assert cell.text == unescape(value).strip()
            else:
                assert cell.number == value


def test_hidden_sheets_rows_and_sheets_of_charts(read: Callable[[Members], Document]) -> None:
    rows = HEAD + FIRST + FIRST.replace('"2"', '"3" hidden="true"').replace("2", "3")
    members = workbook(rows)
    book = str(members["xl/workbook.xml"])
    members["xl/workbook.xml"] = book.replace(
        "<sheets>",
        '<sheets><sheet name="Cũ" state="veryHidden" r:id="rId1"/><sheet name="Hình" r:id="rId9"/>',
    )
    document = read(members)
    assert len(document.items) == 1
    assert [note.code for note in document.notes] == ["rundown-row-hidden"]
    assert {block.origin.part for block in document.blocks} == {"Tối"}


def test_a_hidden_column_is_read_and_told(read: Callable[[Members], Document]) -> None:
    members = workbook(HEAD + FIRST)
    sheet = str(members["xl/worksheets/sheet1.xml"])
    columns = '<col min="2" max="2" hidden="1"/><col min="7" max="9" hidden="true"/><col min="x" hidden="1"/>'
    members["xl/worksheets/sheet1.xml"] = sheet.replace("<sheetData>", f"<cols>{columns}</cols><sheetData>")
    document = read(members)
    assert [(note.code, dict(note.arguments)) for note in document.notes] == [
        ("rundown-hidden-columns", {"columns": "B"})
    ]
    assert "Họp ở xã Mẫu" in document.text


def test_days_from_1904(read: Callable[[Members], Document]) -> None:
    rows = HEAD.replace("Thời lượng", "Ngày phát") + FIRST.replace(
        "</row>", '<c r="C2" s="1"><v>43900</v></c></row>'
    )
    styles = "<cellXfs><xf/><xf numFmtId='14'/></cellXfs>"
    document = read(workbook(rows, styles=styles, properties='<workbookPr date1904="1"/>'))
    assert document.items[0].metadata.published == dt.date(2024, 3, 11)


# Bounds


def test_ten_million_cells_are_refused_before_the_work(zip_of: Zip) -> None:
    rows = "<row>" + "<c/>" * 2_000_000 + "</row>"
    assert refused(zip_of(workbook(HEAD + FIRST + rows))) in (
        "package-too-many-elements",
        "package-too-dense",
    )


def test_more_rows_cells_and_merges_than_a_rundown_has(zip_of: Zip, monkeypatch: pytest.MonkeyPatch) -> None:
    many = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, limits.ROWS.most + 5))
    assert refused(zip_of(workbook(HEAD + many))) == "rundown-too-many-rows"
    wide = "".join(f'<row r="{n}">{"<c><v>1</v></c>" * 256}</row>' for n in range(2, 900))
    assert refused(zip_of(workbook(HEAD + wide))) == "rundown-too-many-cells"
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(limits.MERGES.most + 1))
    assert refused(zip_of(workbook(after=f"<mergeCells>{merges}</mergeCells>"))) == "rundown-too-many-merges"
    long = text_cell("B2", "a" * (limits.CELL_CHARACTERS.most + 1))
    assert refused(zip_of(workbook(row(long)))) == "rundown-cell-too-long"
    shared = "".join(f"<row>{text_cell('', '0', 's') * 200}</row>" for _ in range(2))
    heavy = workbook(HEAD + shared, strings=f"<si><t>{'a' * 90_000}</t></si>")
    assert refused(zip_of(heavy)) == "rundown-too-long"


def test_merges_over_the_whole_sheet_cost_nothing(read: Callable[[Members], Document]) -> None:
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 2_000 + '<mergeCell ref="C1:C1048576"/>' * 2_000
    document = read(workbook(after=f'<mergeCells>{merges}<mergeCell ref="x"/></mergeCells>'))
    assert len(document.items) == 1


def test_a_sheet_of_data_beside_the_rundown_is_passed_over(read: Callable[[Members], Document]) -> None:
    members = workbook()
    data = "".join(f"<row><c><v>{n}</v></c></row>" for n in range(20_000))
    members["xl/worksheets/sheet2.xml"] = f"<worksheet><sheetData>{data}</sheetData></worksheet>"
    links = str(members["xl/_rels/workbook.xml.rels"])
    members["xl/_rels/workbook.xml.rels"] = links.replace(
        "</Relationships>",
        f'<Relationship Id="rId8" Type="{KINDS}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    )
    book = str(members["xl/workbook.xml"])
    members["xl/workbook.xml"] = book.replace("<sheets>", '<sheets><sheet name="Số liệu" r:id="rId8"/>')
    assert read(members).notes == ()


def test_cells_beyond_the_last_column_are_said(read: Callable[[Members], Document]) -> None:
    document = read(workbook(row(text_cell("B2", "Họp"), text_cell("IW2", "xa"), '<c r="IX2" s="4"/>')))
    assert [(n.code, n.arguments) for n in document.notes] == [
        ("rundown-too-many-columns", {"count": 1, "limit": 256})
    ]


def test_numbers_and_names_without_measure(read: Callable[[Members], Document], zip_of: Zip) -> None:
    for value in ("9" * 500, "1e400", "nan", "-1", "1e308"):
        document = read(workbook(row(text_cell("B2", "Họp"), f'<c r="C2"><v>{value}</v></c>')))
        assert document.items[0].metadata.duration is None
        assert len(document.notes) == 1
    rows = HEAD + FIRST.replace('r="2"', f'r="{"9" * 5000}"')
    assert len(read(workbook(rows)).items) == 1


def test_an_altered_workbook_is_refused_or_read(zip_of: Zip) -> None:
    data = zip_of(workbook(styles=TIMES.format("h:mm"), strings="<si><t>a</t></si>"))
    for length in range(0, len(data), 23):
        refused(data[:length])
    outcomes = set()
    for at in range(0, len(data), 7):
        altered = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            outcomes.add(len(read_bytes(altered, "a.xlsx").items))
        except DocumentError:
            outcomes.add(0)
    assert outcomes == {0, 1}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_altered_xml_is_refused_or_read(data: st.DataObject) -> None:
    members = workbook(styles=TIMES.format("h:mm"), strings="<si><t>a</t></si>")
    name = data.draw(st.sampled_from(sorted(members)))
    text = str(members[name])
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(
        st.sampled_from(["<", ">", '"', "/", "&", "<c>", "</row>", "<row r='-1'>", "9" * 30, " r='A1'"])
    )
    members[name] = text[:at] + put + text[at + data.draw(st.integers(0, 9)) :]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for member, content in members.items():
            package.writestr(member, content)
    try:
        assert read_bytes(stream.getvalue(), "a.xlsx").kind == "bulletin"
    except DocumentError as error:
        assert error.problems
