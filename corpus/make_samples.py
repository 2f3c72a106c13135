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


def packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def of_many_hands() -> dict[str, str]:
    """The parts of a draft as a newsroom hands it round: formatting inside sentences, an editor's insertion,
    deletion and comments with an answer, a link, a field, a footnote, a text box."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word_ml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:r="{office}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
    )
    by = 'w:author="Nguyễn Biên Tập" w:date="2024-03-12T09:00:00Z"'

    def run(text: str, properties: str = "", tag: str = "t") -> str:
        formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r>{formatted}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    def paragraph(*content: str, style: str = "") -> str:
        styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{styled}{''.join(content)}</w:p>"

    def comment(number: int, words: str, paragraph_id: str) -> str:
        told = f'<w:p w14:paraId="{paragraph_id}"><w:r><w:annotationRef/></w:r>{run(words)}</w:p>'
        return f'<w:comment w:id="{number}" {by} w:initials="NBT">{told}</w:comment>'

    comments = (comment(3, "Xem lại tên hội trường.", "00000003"), comment(4, "Đã xem.", "00000004"))
    bold, italic, underlined = "<w:b/>", "<w:i/>", '<w:u w:val="single"/>'
    opened = '<w:commentRangeStart w:id="3"/><w:commentRangeStart w:id="4"/>'
    closed = "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        for number in (3, 4)
    )
    box = (
        '<w:r><w:pict><v:shape id="hop" style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{paragraph(run('Đồng chí Ngô Thị Giang trồng cây tại Đồng Mít.'))}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    body = (
        paragraph(run("---")),
        paragraph(run("Loại hình: báo điện tử")),
        paragraph(run("Ngày đăng: 12/03/2024")),
        paragraph(run("Sự kiện: hội nghị")),
        paragraph(run("---")),
        paragraph(run("Tỉnh Nam Sơn họp giao ban "), run("quý I", italic), style="Title"),
        paragraph(
            run("Sáng 12/3, tại hội trường "), opened, run("Tỉnh ủy, ông "), run("Trần Văn", bold), closed,
            run(" An", "<w:b/><w:i/>"), run(" chủ trì họp giao ban"),
            '<w:r><w:footnoteReference w:id="1"/></w:r>', run("."),
        ),
        paragraph(
            run("Dự họp có các đồng chí: "), run("Vũ Minh Đức", bold), run(", Phó Chủ tịch UBND tỉnh; "),
            run("Lê Thị Bình", bold), run(", Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh; "),
            run("Phạm Văn Cường", bold), run(", Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh."),
        ),
        paragraph(
            run("Cuộc họp nghe báo cáo về "),
            f'<w:del w:id="21" {by}>{run("đường", tag="delText")}</w:del>'
            f'<w:ins w:id="22" {by}>{run("đường liên xã do bà Hoàng Thị Dung trình bày")}</w:ins>',
            run(" và về "), f'<w:hyperlink r:id="rId9">{run("hồ Suối Lạnh", underlined)}</w:hyperlink>',
            run(" trong năm "),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("2024"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>', run("."),
        ),
        paragraph(box),
        "<w:sectPr/>",
    )  # fmt: skip
    separator = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = paragraph("<w:r><w:footnoteRef/></w:r>", run(" Sau đó ông Hồ Văn Nam tiếp dân tại Hà Lâm."))
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    )
    kinds = {"styles": "styles", "comments": "comments", "footnotes": "footnotes"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word_ml}.{kind}+xml"/>'
        for name, kind in {
            "document": "document.main",
            **kinds,
            "commentsExtended": "commentsExtended",
        }.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(kinds.items(), 1)
    )
    extended = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    packages = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'{head}<Types xmlns="{packages}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {spaces}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{packages}/relationships">{relations}'
        f'<Relationship Id="rId8" Type="{extended}" Target="commentsExtended.xml"/>'
        f'<Relationship Id="rId9" Type="{office}/hyperlink" Target="https://nam-son.example/ho" '
        'TargetMode="External"/></Relationships>',
        "word/styles.xml": f"{head}<w:styles {spaces}>{styles}</w:styles>",
        "word/footnotes.xml": f'{head}<w:footnotes {spaces}>{separator}<w:footnote w:id="1">{note}'
        "</w:footnote></w:footnotes>",
        "word/comments.xml": f"{head}<w:comments {spaces}>{''.join(comments)}</w:comments>",
        "word/commentsExtended.xml": f'{head}<w15:commentsEx {spaces}><w15:commentEx w15:paraId="00000003" '
        'w15:done="0"/><w15:commentEx w15:paraId="00000004" w15:paraIdParent="00000003" w15:done="0"/>'
        "</w15:commentsEx>",
    }


def samples() -> dict[str, bytes]:
    """Path below this folder -> bytes."""
    print_day = ("Loại hình: báo in", "Ngày đăng: 13/03/2024", "Trang: 3", "Sự kiện: hội nghị")
    no_page = ("Loại hình: báo in", "Ngày đăng: 19/04/2024", "Sự kiện: khởi công")
    return {
        "drafts/hoi-nghi-qua-dai.docx": with_fixed_times(word(print_day, LONG_DRAFT)),
        "drafts/khoi-cong-khong-so-trang.docx": with_fixed_times(word(no_page, NO_PAGE_DRAFT)),
        "drafts/hop-giao-ban-nhieu-tay.docx": with_fixed_times(packed(of_many_hands())),
        "rundowns/thoi-su-toi-sai-thu-tu.xlsx": with_fixed_times(sheet(RUNDOWN)),
    }


def main() -> None:
    for path, content in samples().items():
        (HERE / path).write_bytes(content)


if __name__ == "__main__":
    main()
