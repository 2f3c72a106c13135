"""What each row of a rundown is, and what each part of its cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from kiemtin.documents.columns import find_header
from kiemtin.documents.model import Document, Metadata, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError

Rows = Sequence[Sequence[str]]
HEAD = ["STT", "Tên tin", "Nội dung", "Thời lượng", "Ghi chú"]


def read(rows: Rows, encoding: str = "utf-8", overrides: Metadata | None = None) -> Document:
    quoted = ("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return read_bytes("\n".join(quoted).encode(encoding), "a.csv", overrides=overrides)


def told(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            item.number,
            item.block,
            next(b for b in item.blocks if b.zone is Zone.HEADLINE).span.of(document.text),
        )
        for item in document.items
    ]


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


@pytest.mark.parametrize(
    "heading",
    [
        ["TRONG TỈNH", "", "", "", ""],
        ["TRONG TỈNH", "", "", "5:00", ""],
        ["", "TRONG TỈNH", "", "", ""],
        ["I", "TRONG TỈNH", "", "", ""],
        ["I.", "TRONG TỈNH", "", "5:00", ""],
        ["A", "TRONG TỈNH", "", "", ""],
        ["", "I. TRONG TỈNH:", "", "", ""],
        ["I. TRONG TỈNH", "", "", "", ""],
        ["", "", "TRONG TỈNH", "", ""],
    ],
)
def test_a_heading_of_a_block_is_no_item(heading: list[str]) -> None:
    document = read([HEAD, heading, ["1", "Họp", "Tin.", "1:30", ""], ["2", "Thăm", "Tin.", "1:00", ""],
                     ["II", "Thế giới", "", "", ""], ["1", "Tin xa", "Tin.", "0:30", ""]])  # fmt: skip
    assert told(document) == [
        ("1", "TRONG TỈNH", "Họp"),
        ("2", "TRONG TỈNH", "Thăm"),
        ("1", "Thế giới", "Tin xa"),
    ]
    assert codes(document) == []
    assert [item.metadata.position for item in document.items] == [1, 2, 3]


@pytest.mark.parametrize(
    "name", ["Tin trong tỉnh", "Trong nước, thế giới", "Khối tin quốc tế", "Thể thao và thời tiết"]
)
def test_the_usual_names_of_blocks_need_no_capitals(name: str) -> None:
    document = read([HEAD, ["", name, "", "", ""], ["1", "Họp", "Tin.", "1:30", ""]])
    assert told(document) == [("1", name, "Họp")]


def test_roman_numbers_throughout_number_items() -> None:
    document = read([HEAD, ["I", "Họp", "", "1:30", ""], ["II", "Thăm", "", "1:00", ""]])
    assert told(document) == [("I", None, "Họp"), ("II", None, "Thăm")]


def test_a_block_of_its_own_column_comes_first() -> None:
    document = read([["STT", "Khối", "Tên tin", "TL"], ["TRONG TỈNH", "", "", ""], ["1", "", "Họp", "1:00"],
                     ["2", "Thế giới", "Tin xa", "1:00"]])  # fmt: skip
    assert told(document) == [("1", "TRONG TỈNH", "Họp"), ("2", "Thế giới", "Tin xa")]
    assert [item.metadata.section for item in document.items] == ["TRONG TỈNH", "Thế giới"]


@pytest.mark.parametrize(
    "total",
    [
        ["Cộng", "", "", "2:30", ""],
        ["", "Tổng cộng:", "", "2:30", ""],
        ["", "Cộng khối I", "", "2:30", ""],
        ["", "TỔNG THỜI LƯỢNG BẢN TIN", "", "2:30", ""],
        ["Tổng số: 2 tin", "", "", "2:30", ""],
        ["", "Tổng cộng (cả dẫn) 15 phút 30 giây", "", "", ""],
        ["", "", "", "2:30", "Tổng"],
        ["", "Total running time", "", "2:30", ""],
    ],
)
def test_a_total_is_no_item_wherever_it_stands(total: list[str]) -> None:
    rows = [HEAD, ["1", "Họp", "Tin.", "1:30", ""], total, ["2", "Thăm", "Tin.", "1:00", ""]]
    document = read(rows)
    assert [item.number for item in document.items] == ["1", "2"]
    assert codes(document) == ["rundown-total-skipped"]
    assert document.notes[0].arguments["row"] == 3


@pytest.mark.parametrize(
    "title", ["Tổng Bí thư thăm tỉnh Mẫu", "Cộng đồng xã Mẫu", "Tổng kết năm học", "Tổng duyệt"]
)
def test_a_title_that_begins_like_a_total_is_an_item(title: str) -> None:
    assert told(read([HEAD[1:], [title, "", "1:00", ""], ["Họp", "", "1:00", ""]])) == [
        (None, None, title),
        (None, None, "Họp"),
    ]


def test_what_may_be_a_heading_or_an_item_is_said() -> None:
    document = read([HEAD, ["1", "Họp", "Tin.", "1:30", ""], ["", "Thăm trường", "", "", ""], list(HEAD)])
    assert [item.number for item in document.items] == ["1", None]
    assert codes(document) == ["rundown-row-without-number", "rundown-header-repeated"]


@pytest.mark.parametrize(
    ("heading", "mark"), [("Float", "x"), ("Bỏ", "TRUE"), ("Tình trạng", "Hủy"), ("Skip", "✓")]
)
def test_rows_that_are_ticked_off_do_not_count(heading: str, mark: str) -> None:
    document = read([[*HEAD, heading], ["1", "Họp", "", "1:30", "", mark], ["2", "Thăm", "", "1:00", "", ""]])
    assert told(document) == [("2", None, "Thăm")]
    assert codes(document) == ["rundown-row-dropped"]


HEADS_OVER_TWO = [
    [["STT", "Tên tin", "Thời lượng", "", "Ghi chú"], ["", "", "Dự kiến", "Thực", ""]],
    [["STT", "Tên tin", "Thời lượng", "", "Ghi chú"], ["", "", "Kế hoạch", "Thực tế", ""]],
    [["TT", "Tin bài", "TL", "TL", ""], ["", "", "dự kiến", "thực", ""]],
    [["STT", "Tên tin", "Duration", "", ""], ["", "", "Planned", "Actual", "Notes"]],
]


@pytest.mark.parametrize("head", HEADS_OVER_TWO)
def test_headings_over_two_rows(head: Rows) -> None:
    document = read(
        [["Bản tin: Sáng"], *head, ["1", "Họp", "1:30", "1:25", ""], ["2", "Thăm", "1:00", "", ""]]
    )
    assert codes(document) == []
    assert [item.metadata.duration for item in document.items] == [85, 60]
    assert [[(t.kind, t.seconds, t.origin.column) for t in item.timings] for item in document.items] == [
        [("actual", 85, 4), ("planned", 90, 3)],
        [("planned", 60, 3)],
    ]


def test_a_unit_below_its_heading() -> None:
    document = read([["STT", "Tên tin", "Thời lượng"], ["", "", "(giây)"], ["1", "Họp", "90"]])
    assert [item.metadata.duration for item in document.items] == [90]


def test_an_item_is_no_second_row_of_headings() -> None:
    found = find_header([["STT", "Tên tin"], ["1", "Tin"], ["", "Nội dung"]])
    assert found is not None and (found.first, found.last) == (0, 0)


SCRIPT = """PTV: Kính chào quý vị.
[VTR 1]
Sáng nay, ông Trần Văn An,
Bí thư Tỉnh ủy Mẫu, dự họp.
CG: Trần Văn An - Bí thư Tỉnh ủy Mẫu
Hình: toàn cảnh xã
(Nhạc hiệu)
Tin khác."""


def test_a_script_has_what_is_read_and_what_stands_on_the_screen() -> None:
    document = read(
        [["STT", "Tên tin", "Nội dung", "CG"], ["1", "Họp", SCRIPT, "Lê Thị Bình\nChủ tịch UBND tỉnh"]]
    )
    parts = [(block.zone, block.span.of(document.text)) for block in document.items[0].blocks]
    assert parts == [
        (Zone.METADATA, "1"),
        (Zone.HEADLINE, "Họp"),
        (Zone.METADATA, "PTV: "),
        (Zone.BODY, "Kính chào quý vị."),
        (Zone.CUE, "[VTR 1]"),
        (Zone.BODY, "Sáng nay, ông Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự họp."),
        (Zone.METADATA, "CG: "),
        (Zone.GRAPHIC, "Trần Văn An - Bí thư Tỉnh ủy Mẫu"),
        (Zone.CUE, "Hình: toàn cảnh xã\n(Nhạc hiệu)"),
        (Zone.BODY, "Tin khác."),
        (Zone.GRAPHIC, "Lê Thị Bình\nChủ tịch UBND tỉnh"),
    ]


def test_a_hostile_cell_costs_its_length() -> None:
    for text in ("[" * 90_000, "CG" * 40_000 + ":", "(VTR" + " " * 90_000, "Hình: " * 15_000, ",\n" * 40_000):
        assert len(read([HEAD, ["1", "Họp", text, "", ""]]).items) == 1
    for title in ("Tổng " + "1" * 70, "Tổng " + "tin " * 18 + "x", "tổng" + " " * 70 + "x", "trong tinh" * 6):
        assert len(read([HEAD, ["", title, "a", "", ""]]).items) == 1


def test_a_day_without_a_year_is_of_the_bulletins_year_or_unknown() -> None:
    rows = [["STT", "Tên tin", "Ngày phát"], ["1", "Họp", "11/9"]]
    unknown = read(rows)
    assert unknown.items[0].metadata.published is None
    assert [(note.code, note.arguments) for note in unknown.notes] == [
        ("metadata-date-without-year", {"key": "Ngày phát", "value": "11/9"})
    ]
    for known in (
        read([["Ngày: 12/9/2023", ""], *rows]),
        read(rows, overrides=Metadata(published=dt.date(2023, 9, 12))),
    ):
        assert known.notes == ()
    assert read([["Ngày: 12/9/2023", ""], *rows]).items[0].metadata.day == dt.date(2023, 9, 11)
    above = read([["Ngày: 12/9", ""], *rows])
    assert (above.metadata.published, codes(above)) == (None, ["metadata-date-without-year"] * 2)


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1258", "Windows-1258"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")]
)
def test_an_encoding_that_the_headings_prove(encoding: str, name: str) -> None:
    import unicodedata

    rows = [["STT", "Tên tin", "Lời dẫn", "Thời lượng"], ["1", "Họp ở xã Mẫu", "Bí thư Tỉnh ủy dự.", "1:30"]]
    text = "\r\n".join(";".join(row) for row in rows)
    if encoding == "cp1258":
        text = cp1258(text)
    document = read_bytes(text.encode(encoding), "a.csv")
    assert told(document) == [("1", None, "Họp ở xã Mẫu")]
    assert unicodedata.is_normalized("NFC", document.text)
    assert [(note.code, note.arguments) for note in document.notes] == [
        ("rundown-encoding-told", {"encoding": name})
    ]


def cp1258(text: str) -> str:
    """As Windows writes it: tones are marks of their own, the other letters are whole."""
    import unicodedata

    found = []
    for letter in text:
        try:
            letter.encode("cp1258")
            found.append(letter)
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", letter)
            tones = [m for m in marks[1:] if m in "\u0300\u0301\u0303\u0309\u0323"]
            others = [m for m in marks[1:] if m not in tones]
            found.append(unicodedata.normalize("NFC", "".join([marks[0], *others])) + "".join(tones))
    return "".join(found)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1258"])
def test_an_eight_bit_file_that_proves_nothing_is_refused(encoding: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes("No;Slug;Text\n1;H\u00f3p;V\u00f3t\n".encode(encoding), "a.csv")
    assert caught.value.problems[0].code == "text-not-utf8"


def test_rows_are_counted_as_a_spreadsheet_shows_them() -> None:
    lines = 'sep=;\nBản tin: Tối;\n\nSTT;Tên tin;Ngày phát\n1;"Họp\nở xã";\n2;Thăm;31/02/2021\n'
    with pytest.raises(DocumentError) as caught:
        read_bytes(lines.encode("utf-8-sig"), "a.csv")
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.column) == (5, 3)
    document = read_bytes(lines.replace("31/02", "28/02").replace("Thăm", "").encode(), "a.csv")
    assert [(note.code, note.arguments["row"]) for note in document.notes] == [
        ("rundown-row-without-text", 5)
    ]


def test_a_table_without_measure_is_refused_or_read_in_part() -> None:
    head = "STT;Tên tin\n"
    with pytest.raises(DocumentError) as caught:
        read_bytes((head + "1;" * 300_000).encode(), "a.csv")
    assert caught.value.problems[0].code == "rundown-too-many-cells"
    wide = read_bytes((head + "1;Họp" + ";" * 300 + "xa\n").encode(), "a.csv")
    assert [(note.code, note.arguments) for note in wide.notes] == [
        ("rundown-too-many-columns", {"count": 1, "limit": 256})
    ]
    keys = ";".join(f"ngày{n}: 1" for n in range(20_000))
    assert len(read_bytes((keys + "\n" + head + "1;Họp\n").encode(), "a.csv").items) == 1
