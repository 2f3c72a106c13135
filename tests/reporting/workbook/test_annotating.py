from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.records import replace
from kiemtin.reporting.report import Report
from kiemtin.reporting.workbook.annotating import annotate
from kiemtin.reporting.workbook.composing import compose

CORPUS = Path(__file__).parents[3] / "corpus" / "rundowns"
SAMPLE = CORPUS / "thoi-su-toi-sai-thu-tu.xlsx"
SHEET = "Thời sự tối"


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench("nội-quy-đài-mẫu")


def judge(bench: Workbench, data: bytes, name: str = "bản-tin.xlsx") -> Report:
    return bench.judge(read_bytes(data, name))


def comments(data: bytes, sheet: str = SHEET) -> dict[str, str]:
    found = sheet_of(data, sheet)
    return {
        cell.coordinate: f"{cell.comment.author}: {cell.comment.text}"
        for row in found.iter_rows()
        for cell in row
        if cell.comment
    }


def sheet_of(data: bytes, title: str) -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(data))[title]
    assert isinstance(found, Worksheet)
    return found


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def table(data: bytes) -> list[list[object]]:
    return [[value for value in row if value] for row in sheet_of(data, "Kiểm tin").values]


def test_a_note_stands_on_the_cell(bench: Workbench) -> None:
    copy = annotate(SAMPLE.read_bytes(), judge(bench, SAMPLE.read_bytes()), "vi")

    found = comments(copy)
    assert [*found] == ["B4"]
    assert found["B4"].startswith("Kiểm tin: [1] LỖI: Tin 3 về “Trần Văn An” (bậc 9) đứng sau tin 2")
    assert "Căn cứ: Điều 7, Khoản 2" in found["B4"]
    assert found["B4"].splitlines()[-1].startswith("Quy tắc: qđ-tỉnh-mẫu.bản-tin-sai-thứ-tự · ")


def test_a_sheet_of_ours_has_the_required_order(bench: Workbench) -> None:
    copy = annotate(SAMPLE.read_bytes(), judge(bench, SAMPLE.read_bytes()), "vi")

    rows = table(copy)
    at = rows.index(["Theo quy định", "Hiện là", "Mở đầu bằng", "Thời lượng"])
    assert [row[:2] for row in rows[at + 1 : at + 5]] == [["1", "1"], ["↑ 2", "3"], ["↓ 3", "2"], ["4", "4"]]
    assert any("Số liệu minh họa" in str(row[0]) for row in rows if row)
    link = next(cell for row in sheet_of(copy, "Kiểm tin").iter_rows() for cell in row if cell.hyperlink)
    assert link.hyperlink.location == f"'{SHEET}'!B4"


def test_the_rundown_itself_is_not_moved(bench: Workbench) -> None:
    before = SAMPLE.read_bytes()
    after = annotate(before, judge(bench, before), "vi")

    assert [*sheet_of(after, SHEET).values] == [*sheet_of(before, SHEET).values]
    old, new = parts(before), parts(after)
    assert {name for name in old if old[name] != new[name]} == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    }


def test_run_again_on_the_copy_ours_are_replaced(bench: Workbench) -> None:
    once = annotate(SAMPLE.read_bytes(), judge(bench, SAMPLE.read_bytes()), "vi")
    report = judge(bench, once)

    assert [note.code for note in report.notes] == []
    assert annotate(once, report, "vi") == once


def test_notes_of_others_stay_and_ours_goes_beside(bench: Workbench) -> None:
    book = openpyxl.load_workbook(SAMPLE)
    sheet = book[SHEET]
    sheet["B4"].comment = Comment("Hỏi lại kíp quay.", "Nguyễn Biên Tập")
    sheet["C2"].comment = Comment("Cắt bớt.", "Nguyễn Biên Tập")
    stream = io.BytesIO()
    book.save(stream)
    draft = stream.getvalue()

    once = annotate(draft, judge(bench, draft), "vi")
    found = comments(once)

    assert found["B4"] == "Nguyễn Biên Tập: Hỏi lại kíp quay."
    assert found["C2"] == "Nguyễn Biên Tập: Cắt bớt."
    assert found["C4"].startswith("Kiểm tin: [1]")
    assert comments(annotate(once, judge(bench, once), "vi")) == found


def test_a_csv_gets_a_workbook_of_its_own(bench: Workbench) -> None:
    source = SAMPLE.with_name("thoi-su-toi-dung.csv").read_bytes()
    report = judge(bench, source, "bản-tin.csv")

    made = compose(source, report, "vi")

    assert made == compose(source, report, "vi")
    assert sheet_of(made, "Sheet1")["B2"].value == "Bí thư Tỉnh ủy Trần Văn An thăm công trường hồ Suối Lạnh"
    assert ["0 lỗi, 0 cảnh báo, 0 lưu ý."] in table(made)


MOS = """<mos><roCreate><roID>R</roID><roSlug>Thời sự</roSlug><story><storyID>A</storyID>
<storySlug>Bí thư Tỉnh ủy Trần Văn An thăm xã</storySlug>
<p>Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã.</p></story></roCreate></mos>"""


def test_a_running_order_gets_a_row_for_each_paragraph(bench: Workbench) -> None:
    made = compose(MOS.encode(), judge(bench, MOS.encode(), "bản-tin.xml"), "vi")

    sheet = sheet_of(made, "Sheet1")
    assert [sheet["A1"].value, sheet["B1"].value] == ["1", "Bí thư Tỉnh ủy Trần Văn An thăm xã"]
    assert sheet["B2"].value == "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã."


EVIL = (
    "STT,Tên tin,Nội dung,Thời lượng,Ngày phát,Loại hình\n"
    '1,"=HYPERLINK(""http://x"";""y"")","+1+cmd|\' /C calc\'!A0 \x1b[31m \u202e _x000D_ </t>",'
    "0:50,12/03/2024,truyền hình\n"
    '2,"@SUM(1+1)","-2+3 đồng chí Trần Văn An, Bí thư Tỉnh ủy, dự.",0:50,12/03/2024,truyền hình\n'
)


def test_formulas_control_and_markup_stay_words(bench: Workbench) -> None:
    made = compose(EVIL.encode(), judge(bench, EVIL.encode(), "b.csv"), "vi")

    cells = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(made))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert any(cell.value == '=HYPERLINK("http://x";"y")' for cell in cells)
    said = next(str(cell.value) for cell in cells if str(cell.value).startswith("+1"))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert b"_x005F_x000D_" in b"".join(parts(made).values())
    assert not any(b"<f>" in part for part in parts(made).values())


def test_another_file_than_the_one_judged_is_refused(bench: Workbench) -> None:
    report = judge(bench, SAMPLE.read_bytes())

    with pytest.raises(ValueError, match="not the file"):
        annotate(SAMPLE.read_bytes() + b"\0", report, "vi")
    moved = report._replace(document=replace(report.document, sha256=""))
    assert annotate(SAMPLE.read_bytes(), moved, "vi")
