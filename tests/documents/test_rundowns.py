"""Six shapes of rundowns, each in what newsrooms do to them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from kiemtin.documents.columns import _HEADINGS, ROLE_OF_HEADING, read_header
from kiemtin.documents.keys import plain_key
from kiemtin.documents.model import Document, Medium, Metadata, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError

Rows = list[list[object]]

PIECES = [
    ("Họp ở xã Mẫu", "Đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự họp.", 90),
    ("Thăm trường học", "Đồng chí Lê Thị Bình, Chủ tịch UBND tỉnh Mẫu, thăm trường.", 45),
    ("Mùa vụ mới", "Bà con xã Mẫu xuống giống.", 135),
]


def television() -> Rows:
    rows: Rows = [["STT", "Tên tin", "Lời dẫn", "Thời lượng", "Ghi chú"]]
    return rows + [
        [n, title, text, f"{s // 60}:{s % 60:02}", ""] for n, (title, text, s) in enumerate(PIECES, 1)
    ]


def with_metadata() -> Rows:
    above: Rows = [
        ["ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH MẪU"],
        ["Bản tin: Thời sự 19h", "", "Loại hình:", "truyền hình"],
        ["Ngày", "12/03/2024", "", "Thời lượng: 5 phút"],
        [],
    ]
    return above + television()


def with_sections() -> Rows:
    head, first, *rest = television()
    return [head, ["TRONG TỈNH"], first, ["TRONG NƯỚC"], *([1, *row[1:]] for row in rest)]


def english() -> Rows:
    rows: Rows = [["No.", "Slug", "Script", "Dur", "Remarks"]]
    return rows + [
        [n, title, text, f"00:{s // 60:02}:{s % 60:02}", ""] for n, (title, text, s) in enumerate(PIECES, 1)
    ]


def page_plan() -> Rows:
    rows: Rows = [["Tít", "Nội dung", "Trang", "Vị trí", "Mục", "Ghi chú"]]
    return rows + [[title, text, n, 1, "Thời sự", ""] for n, (title, text, _) in enumerate(PIECES, 1)]


def planned_and_actual() -> Rows:
    rows: Rows = [["TT", "Tin, bài", "Nội dung", "TL dự kiến (phút)", "TL thực (giây)", "Tình trạng"]]
    return rows + [[n, title, text, 1, s, ""] for n, (title, text, s) in enumerate(PIECES, 1)]


SHAPES = [television, with_metadata, with_sections, english, page_plan, planned_and_actual]
TIMED = [shape for shape in SHAPES if shape is not page_plan]
shapes = pytest.mark.parametrize("shape", SHAPES)


def xlsx(rows: Rows, change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bản tin"
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def delimited(rows: Rows, delimiter: str, encoding: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def read_xlsx(
    rows: Rows, change: Callable[..., None] | None = None, overrides: Metadata | None = None
) -> Document:
    return read_bytes(xlsx(rows, change), "bantin.xlsx", overrides=overrides)


def titles(document: Document) -> list[str]:
    return [
        block.span.of(document.text)
        for item in document.items
        for block in item.blocks
        if block.zone is Zone.HEADLINE
    ]


def seconds(document: Document) -> list[float | None]:
    return [item.metadata.duration for item in document.items]


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def header_of(rows: Rows) -> int:
    return next(
        i
        for i, row in enumerate(rows)
        if len(row) > 4 and str(row[1]) in ("Tên tin", "Slug", "Nội dung", "Tin, bài")
    )


def check_clean(document: Document, rows: Rows) -> None:
    assert document.kind == "bulletin"
    assert titles(document) == [title for title, _, _ in PIECES]
    said = [[b.span.of(document.text) for b in item.blocks if b.zone is Zone.BODY] for item in document.items]
    assert said == [[text] for _, text, _ in PIECES]
    assert codes(document) == []
    filled = [str(cell) for row in rows for cell in row if str(cell).strip()]
    assert document.text == "\n".join(filled)
    for block in document.blocks:
        cell = rows[block.origin.index - 1][(block.origin.column or 0) - 1]
        assert block.span.of(document.text) == str(cell)


@shapes
def test_a_clean_sheet(shape: Callable[[], Rows]) -> None:
    document = read_xlsx(shape())
    check_clean(document, shape())
    assert seconds(document) == ([None] * 3 if shape is page_plan else [90, 45, 135])
    assert {block.origin.part for block in document.blocks} == {"Bản tin"}


@shapes
@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "utf-16"), ("|", "utf-8")],
)
def test_a_clean_delimited_file(shape: Callable[[], Rows], delimiter: str, encoding: str) -> None:
    document = read_bytes(delimited(shape(), delimiter, encoding), "bantin.csv")
    check_clean(document, shape())
    assert seconds(document) == ([None] * 3 if shape is page_plan else [90, 45, 135])


@shapes
@pytest.mark.parametrize("how", ["hidden", "struck", "noted", "floated"])
def test_a_dropped_row_is_no_item_and_is_said(shape: Callable[[], Rows], how: str) -> None:
    rows = shape()
    index = next(i for i, row in enumerate(rows) if PIECES[0][0] in row)
    column = rows[index].index(PIECES[0][0])
    if how in ("noted", "floated"):
        rows[index][-1] = {"noted": "Bỏ, chuyển sang sáng mai", "floated": "FLOATED"}[how]

    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        if how == "hidden":
            sheet.row_dimensions[index + 1].hidden = True
        elif how == "struck":
            sheet.cell(index + 1, column + 1).font = Font(strike=True)

    document = read_xlsx(rows, change)
    assert titles(document) == [title for title, _, _ in PIECES[1:]]
    (note,) = document.notes
    assert note.code == {"hidden": "rundown-row-hidden", "struck": "rundown-row-struck"}.get(
        how, "rundown-row-dropped"
    )
    assert note.arguments == {"row": index + 1, "title": PIECES[0][0]}
    assert note.span is not None
    assert PIECES[0][0] in note.span.of(document.text)
    if shape is not page_plan:
        assert [item.metadata.position for item in document.items] == [1, 2]


def as_clock(rows: Rows, values: Sequence[int]) -> Rows:
    """Durations typed as m:ss into cells that took them for hours and minutes."""
    header = header_of(rows)
    column = next(
        i for i, name in enumerate(rows[header]) if str(name).startswith(("Thời lượng", "Dur", "TL dự"))
    )
    given = iter(values)
    for row in rows[header + 1 :]:
        if len(row) > column:
            value = next(given)
            row[column] = dt.time(value // 60, value % 60)
            if str(rows[header][column + 1]).startswith("TL thực"):
                row[column + 1] = ""
    return rows


def format_times(number_format: str) -> Callable[[openpyxl.worksheet.worksheet.Worksheet], None]:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, dt.time):
                    cell.number_format = number_format

    return change


@pytest.mark.parametrize("shape", TIMED)
def test_minutes_typed_as_hours_are_reread_where_the_sum_shows_it(shape: Callable[[], Rows]) -> None:
    rows = as_clock(shape(), [165, 145, 135])
    document = read_xlsx(rows, format_times("h:mm"))
    assert seconds(document) == [165, 145, 135]
    assert codes(document) == ["rundown-durations-reread"]
    assert document.notes[0].arguments == {"count": 3}


def test_the_stated_length_of_the_bulletin_decides_what_hours_mean() -> None:
    five_minutes = read_xlsx(as_clock(with_metadata(), [90, 45, 135]), format_times("h:mm"))
    assert (seconds(five_minutes), codes(five_minutes)) == ([90, 45, 135], ["rundown-durations-reread"])
    rows = as_clock(with_metadata(), [90, 45, 135])
    rows[2][3] = "Thời lượng: 5 giờ"
    hours = read_xlsx(rows, format_times("h:mm"))
    assert (seconds(hours), codes(hours)) == ([5400, 2700, 8100], [])


def test_hours_that_may_be_minutes_are_not_guessed() -> None:
    document = read_xlsx(as_clock(television(), [90, 45, 135]), format_times("h:mm"))
    assert (seconds(document), codes(document)) == ([None] * 3, ["rundown-durations-doubtful"])


def test_formats_with_seconds_are_believed() -> None:
    rows = television()
    for row, value in zip(
        rows[1:], (dt.time(0, 1, 30), dt.timedelta(minutes=90, seconds=5), 0.0009), strict=True
    ):
        row[3] = value

    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for row, form in ((2, "mm:ss"), (3, "[mm]:ss"), (4, "mm:ss")):
            sheet.cell(row, 4).number_format = form

    document = read_xlsx(rows, change)
    assert codes(document) == []
    assert seconds(document)[:2] == [90, 5405]
    assert seconds(document)[2] == pytest.approx(77.76, abs=0.01)


@pytest.mark.parametrize("shape", [television, with_metadata, with_sections, english])
def test_durations_as_text_and_those_that_are_none(shape: Callable[[], Rows]) -> None:
    rows = shape()
    written = iter(["1'30\"", "theo băng", 97])
    column = 3
    for row in rows[header_of(rows) + 1 :]:
        if len(row) > column:
            row[column] = next(written)
    document = read_xlsx(rows)
    assert seconds(document) == [90, None, None]
    assert codes(document) == ["rundown-duration-unreadable", "rundown-duration-without-unit"]
    assert document.notes[0].span is not None
    assert document.notes[0].span.of(document.text) == "theo băng"


def test_metadata_above_the_header_holds_for_every_item() -> None:
    document = read_xlsx(with_metadata())
    assert document.metadata == Metadata(
        medium=Medium.TELEVISION, published=dt.date(2024, 3, 12), duration=300, programme="Thời sự 19h"
    )
    for item in document.items:
        told = item.metadata
        assert (told.medium, told.day, told.programme) == (
            Medium.TELEVISION,
            dt.date(2024, 3, 12),
            "Thời sự 19h",
        )
    overridden = read_xlsx(with_metadata(), overrides=Metadata(published=dt.date(2025, 1, 1)))
    assert {item.metadata.day for item in overridden.items} == {dt.date(2025, 1, 1)}


def test_dates_and_hours_of_cells() -> None:
    rows: Rows = [
        ["Ngày", dt.datetime(2024, 3, 12)],
        ["STT", "Tên tin", "Giờ phát", "Ngày phát"],
        [1, "Họp ở xã", dt.time(19, 5), None],
        [2, "Thăm trường", None, dt.datetime(2024, 3, 13)],
    ]
    document = read_xlsx(rows)
    assert [item.metadata.published for item in document.items] == [
        dt.datetime(2024, 3, 12, 19, 5),
        dt.date(2024, 3, 13),
    ]


def test_merged_rows_are_sections_and_a_cell_merged_down_holds_for_its_rows() -> None:
    rows: Rows = [
        ["Tít", "Nội dung", "Trang", "Mục"],
        ["PHẦN MỘT", "", "", ""],
        ["Họp", "a", 1, ""],
        ["Thăm", "b", "", "Xã"],
    ]
    rows[1] = ["PHẦN MỘT"]

    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.merge_cells("A2:D2")
        sheet.merge_cells("C3:C4")

    document = read_xlsx(rows, change)
    assert titles(document) == ["Họp", "Thăm"]
    assert [item.metadata.section for item in document.items] == ["PHẦN MỘT", "Xã"]
    assert [item.metadata.page for item in document.items] == [1, 1]


def test_sections_number_and_position_of_rows_that_restart() -> None:
    document = read_xlsx(with_sections())
    assert [(i.metadata.section, i.number, i.metadata.position) for i in document.items] == [
        ("TRONG TỈNH", "1", 1),
        ("TRONG NƯỚC", "1", 2),
        ("TRONG NƯỚC", "1", 3),
    ]


def test_a_lead_is_a_lead_where_there_is_text_beside_it() -> None:
    document = read_xlsx(
        [["STT", "Tên tin", "Lời dẫn", "Nội dung", "Kỹ thuật"], [1, "Họp", "Mời quý vị", "Tin.", "VTR 3"]]
    )
    assert [block.zone for block in document.blocks] == [
        Zone.METADATA,
        Zone.HEADLINE,
        Zone.LEAD,
        Zone.BODY,
        Zone.CUE,
    ]


def test_struck_words_within_a_cell_are_left_out() -> None:
    struck = TextBlock(InlineFont(strike=True), "Phó ")
    rows: Rows = [["STT", "Tên tin"], [1, CellRichText("Đồng chí ", struck, "Bí thư thăm xã")], [2, "Họp"]]
    document = read_xlsx(rows)
    assert titles(document) == ["Đồng chí Bí thư thăm xã", "Họp"]


def test_totals_empty_rows_and_unknown_columns_are_said() -> None:
    document = read_xlsx(
        [
            ["STT", "Tên tin", "TL", "Quay phim"],
            [1, "Họp", "1:30", "Văn"],
            [2, None, "1:00"],
            ["Tổng cộng", None, "2:30"],
        ]
    )
    assert codes(document) == ["rundown-column-unknown", "rundown-row-without-text", "rundown-total-skipped"]
    assert document.notes[0].arguments == {"heading": "Quay phim"}


@pytest.mark.parametrize(
    "note", ["bỏ phỏng vấn cuối tin", "cắt còn 1 phút", "hình bỏ phông", "ưu tiên", "skip intro"]
)
def test_a_note_about_a_part_does_not_drop_the_row(note: str) -> None:
    rows = television()
    rows[1][-1] = note
    assert len(read_xlsx(rows).items) == 3


def test_the_first_visible_sheet_with_a_header_is_read() -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        book = sheet.parent
        assert book is not None
        book.create_sheet("Bìa", 0)["A1"] = "Lịch phát sóng"
        hidden = book.create_sheet("Cũ", 0)
        hidden.append(["STT", "Tên tin"])
        hidden.append([1, "Tin cũ"])
        hidden.sheet_state = "hidden"
        second = book.create_sheet("Sáng")
        second.append(["STT", "Tên tin"])
        second.append([1, "Tin sáng"])

    document = read_xlsx(television(), change)
    assert len(document.items) == 3
    assert [(n.code, n.arguments) for n in document.notes] == [
        ("rundown-other-sheets", {"sheet": "Bản tin", "others": "Sáng"})
    ]


def test_a_bad_cell_is_named_as_the_sheet_names_it() -> None:
    with pytest.raises(DocumentError) as caught:
        read_xlsx([["STT", "Tên tin", "Ngày phát"], [1, "Họp", "31/02/2021"]])
    (problem,) = caught.value.problems
    assert problem.arguments == {"key": "Ngày phát", "value": "31/02/2021"}
    assert (problem.place.line, problem.place.column, problem.place.excerpt) == (2, 3, "31/02/2021")


def refused(rows: Rows, change: Callable[..., None] | None = None) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        read_xlsx(rows, change)
    return [problem.code for problem in caught.value.problems]


def test_sheets_that_cannot_be_read() -> None:
    assert refused([]) == ["document-empty"]
    assert refused([["a", "b"], ["c", "d"]]) == ["rundown-no-header"]
    assert refused([["STT", "Tên tin"]]) == ["rundown-no-items"]
    assert refused([["STT", "Tên tin", "TL"], [1, "Họp", "=A2*60"]]) == ["rundown-formula-uncached"]
    assert (
        refused([["STT", "Tên tin", "Trang"], [1, "Họp", "ba"], [2, "Thăm", "0"]])
        == ["metadata-bad-number"] * 2
    )

    def hide(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    assert refused([["STT", "Tên tin"], [1, "Họp"]], hide) == ["rundown-no-items"]


def test_a_stray_cell_at_the_far_end_costs_nothing() -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["XFD1048576"].font = Font(bold=True)

    assert len(read_xlsx(television(), change).items) == 3


def test_a_cell_may_hold_lines_and_delimiters(tmp_path: Path) -> None:
    document = read_bytes('STT;Tên tin;Nội dung\r\n1;Họp;"a; b.\r\nC ""d"""\r\n'.encode(), "a.csv")
    assert document.items[0].blocks[2].span.of(document.text) == 'a; b.\nC "d"'


def test_a_broken_csv_names_its_line() -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes('STT,Tên tin\n1,Họp\n2,"Thăm" xã\n'.encode(), "a.csv")
    assert caught.value.problems[0].place.line == 3


def test_headings_do_not_collide_and_keep_their_units() -> None:
    for role, headings in _HEADINGS.items():
        for heading in headings:
            assert ROLE_OF_HEADING[plain_key(heading)] == role
            assert read_header([heading.upper(), "x"]).of_role == {role: 0}
    columns = read_header(["THỜI LƯỢNG (GIÂY)", "TL thực [phút]", "Tên tin:"])
    assert columns.units == {"duration": "seconds", "actual": "minutes"}
    assert columns.of_role["headline"] == 2
