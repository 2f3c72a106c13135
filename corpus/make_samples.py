"""Makes the Word and Excel samples of this folder: python corpus/make_samples.py

The bytes are the same in every run: archives are written anew with one fixed time and no author.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
EPOCH = datetime(2024, 1, 1, tzinfo=UTC)

PARAGRAPH = (
    "Các đại biểu đã nghe báo cáo về thu ngân sách, xây dựng đường liên xã, việc làm cho lao động trẻ và "
    "kế hoạch trồng rừng của từng huyện; nhiều ý kiến đề nghị giao việc kèm thời hạn, nêu rõ người chịu "
    "trách nhiệm và công khai tiến độ hằng tháng trên trang thông tin của huyện để người dân theo dõi."
)
LONG_DRAFT = (
    "Tỉnh ủy Nam Sơn họp bàn việc quý II",
    "Ngày 12/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, chủ trì hội nghị bàn việc quý II. Cùng dự có đồng "
    "chí Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy.",
    *[PARAGRAPH] * 16,
)
NO_PAGE_DRAFT = (
    "Tổng Bí thư Phạm Thị Dung dự lễ khởi công cầu Đồng Mít",
    "Sáng 18/4, đồng chí Phạm Thị Dung, Tổng Bí thư, dự lễ khởi công cầu Đồng Mít, tỉnh Nam Sơn. "
    "Cầu dài 240 m, nối hai xã bên sông.",
    "Cùng dự có đồng chí Trần Văn An, Bí thư Tỉnh ủy. Cầu hoàn thành trong 18 tháng.",
)
COLUMNS = ("STT", "Tên tin", "Nội dung", "Thời lượng", "Ngày phát", "Giờ phát", "Loại hình")
STORIES = (
    ("Nông dân Đồng Mít vào vụ chè xuân", "Bà con huyện Đồng Mít bắt đầu hái lứa chè xuân đầu tiên.", "2:10"),
    ("Phó Chủ tịch UBND tỉnh Vũ Minh Đức họp về đường liên xã",
     "Chiều nay, đồng chí Vũ Minh Đức, Phó Chủ tịch UBND tỉnh, họp với các huyện về đường liên xã.", "0:50"),
    ("Bí thư Tỉnh ủy Trần Văn An thăm công trường hồ Suối Lạnh",
     "Sáng nay, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm công trường hồ chứa nước Suối Lạnh.", "1:20"),
    ("Giá chè tươi tăng nhẹ", "Giá chè tươi tại vườn hôm nay tăng nhẹ so với tuần trước.", "1:30"),
)  # fmt: skip
RUNDOWN = (
    COLUMNS,
    *((str(number), *story, "12/03/2024", "19:00", "truyền hình") for number, story in enumerate(STORIES, 1)),
)


def word(front_matter: tuple[str, ...], paragraphs: tuple[str, ...]) -> bytes:
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", EPOCH, EPOCH
    for line in ("---", *front_matter, "---"):
        document.add_paragraph(line)
    document.add_paragraph(paragraphs[0], style="Title")
    for paragraph in paragraphs[1:]:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def sheet(rows: tuple[tuple[str, ...], ...]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.creator, book.properties.created = "", EPOCH.replace(tzinfo=None)
    table = book.worksheets[0]
    table.title = "Thời sự tối"
    for row in rows:
        table.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_fixed_times(package: bytes) -> bytes:
    """The same archive, every entry of one time; openpyxl stamps the hour of saving, which goes too."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _without_hour(content)
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(entry, content)
    return made.getvalue()


def _without_hour(core: bytes) -> bytes:
    import re

    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2024-01-01T00:00:00Z", core)


def samples() -> dict[str, bytes]:
    """Path below this folder -> bytes."""
    print_day = ("Loại hình: báo in", "Ngày đăng: 13/03/2024", "Trang: 3", "Sự kiện: hội nghị")
    no_page = ("Loại hình: báo in", "Ngày đăng: 19/04/2024", "Sự kiện: khởi công")
    return {
        "drafts/hoi-nghi-qua-dai.docx": with_fixed_times(word(print_day, LONG_DRAFT)),
        "drafts/khoi-cong-khong-so-trang.docx": with_fixed_times(word(no_page, NO_PAGE_DRAFT)),
        "rundowns/thoi-su-toi-sai-thu-tu.xlsx": with_fixed_times(sheet(RUNDOWN)),
    }


def main() -> None:
    for path, content in samples().items():
        (HERE / path).write_bytes(content)


if __name__ == "__main__":
    main()
