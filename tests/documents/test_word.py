from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from datetime import date

import docx
import pytest

from kiemtin.documents.model import Document, Zone
from kiemtin.documents.packages import Package
from kiemtin.documents.reading import read_bytes
from kiemtin.documents.word import MAIN_PART
from kiemtin.documents.word_paragraphs import paragraphs
from kiemtin.foundation.problems import DocumentError
from kiemtin.foundation.text import normalize
from kiemtin.officials.recognizer import load_recognizer

Build = Callable[..., bytes]
Xml = Callable[..., str]


def read(data: bytes) -> Document:
    return read_bytes(data, "bai.docx")


def told(document: Document) -> list[tuple[Zone, str]]:
    return [(block.zone, block.span.of(document.text)) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [words for _, words in told(document)]


def test_tracked_insertions_are_in_and_deletions_out(word: Build) -> None:
    document = read(
        word(
            '<w:p><w:ins w:id="1"><w:r><w:t xml:space="preserve">Bí thư Tỉnh ủy </w:t></w:r></w:ins>'
            '<w:del w:id="2"><w:r><w:delText>ông </w:delText></w:r></w:del>'
            "<w:r><w:t>Trần Văn An dự họp.</w:t></w:r></w:p>"
        )
    )
    assert document.text == "Bí thư Tỉnh ủy Trần Văn An dự họp."
    assert [note.code for note in document.notes] == ["word-has-revisions"]


def test_content_controls_smart_tags_and_links_keep_their_text(word: Build, p: Xml) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    document = read(
        word(
            f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{p('Khối.')}</w:sdtContent></w:sdt>"
            f"<w:p><w:sdt><w:sdtContent>{run.format('một ')}</w:sdtContent></w:sdt>"
            f"<w:smartTag>{run.format('hai ')}</w:smartTag><w:hyperlink>{run.format('ba ')}</w:hyperlink>"
            f'<w:fldSimple w:instr="DATE">{run.format("bốn ")}</w:fldSimple>'
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'
            f"<w:customXml>{run.format('năm.')}</w:customXml></w:p>"
        )
    )
    assert texts(document) == ["Khối.", "một hai ba bốn năm."]
    assert document.notes == ()


def test_a_moved_paragraph_stands_where_it_was_moved_to(word: Build, p: Xml) -> None:
    moved = "<w:r><w:t>Đoạn được chuyển.</w:t></w:r>"
    document = read(
        word(
            '<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr>'
            f'<w:moveFrom w:id="2">{moved}</w:moveFrom></w:p>{p("Đoạn đứng yên.")}'
            '<w:p><w:pPr><w:rPr><w:moveTo w:id="3"/></w:rPr></w:pPr>'
            f'<w:moveTo w:id="4">{moved}</w:moveTo></w:p>'
        )
    )
    assert texts(document) == ["Đoạn đứng yên.", "Đoạn được chuyển."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(word: Build, p: Xml) -> None:
    document = read(
        word(
            '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
            '<w:r><w:t xml:space="preserve">Đồng chí </w:t></w:r></w:p>'
            f"{p('Trần Văn An dự.')}{p('Hết.')}"
        )
    )
    assert texts(document) == ["Đồng chí Trần Văn An dự.", "Hết."]
    assert [block.origin.index for block in document.blocks] == [1, 2]


def test_a_text_box_is_read_once_and_behind_its_paragraph(word: Build, p: Xml) -> None:
    box = f"<w:txbxContent>{p('Trong khung.')}</w:txbxContent>"
    document = read(
        word(
            "<w:p><w:r><w:t>Trước khung, </w:t></w:r><w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            f"</mc:AlternateContent></w:r><w:r><w:t>sau khung.</w:t></w:r></w:p>{p('Đoạn cuối.')}"
        )
    )
    assert texts(document) == ["Trước khung, sau khung.", "Trong khung.", "Đoạn cuối."]


def test_tables_are_read_by_rows_without_deleted_ones(word: Build, p: Xml) -> None:
    def row(*cells: str, properties: str = "") -> str:
        return f"<w:tr>{properties}{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    deleted = row("mất", "rồi", properties='<w:trPr><w:del w:id="1"/></w:trPr>')
    document = read(
        word(f"{p('Đầu.')}<w:tbl>{row('a.', 'b.')}{deleted}{row('c.', 'd.')}</w:tbl>{p('Cuối.')}")
    )
    assert texts(document) == ["Đầu.", "a.", "b.", "c.", "d.", "Cuối."]


def table_of(p: Xml, *rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_row_of_a_table_of_people_is_a_line_of_a_list(word: Build, p: Xml) -> None:
    people = (("1", "Vi Văn Độ", "Bí thư"), ("2", "Lê Thị Na", "Chủ tịch"))
    document = read(
        word(
            p("Dự có các đồng chí:")
            + table_of(p, ("STT", "Họ tên", "Chức vụ"), *people)
            + table_of(p, ("Chủ tịch UBND tỉnh", "Vi Văn Độ"), ("Bí thư", "Lê Thị Na"))
            + p("Hết.")
        )
    )
    assert document.text == (
        "Dự có các đồng chí:\nSTT. Họ tên, Chức vụ\n1. Vi Văn Độ, Bí thư\n2. Lê Thị Na, Chủ tịch\n"
        "Chủ tịch UBND tỉnh Vi Văn Độ\nBí thư Lê Thị Na\nHết."
    )
    zones = {words: zone for zone, words in told(document)}
    assert (zones["Họ tên"], zones["Lê Thị Na"]) == (Zone.METADATA, Zone.BODY)
    assert [block.origin.index for block in document.blocks] == list(range(1, 16))


def test_people_in_a_table_have_their_titles_and_are_one_list(word: Build, p: Xml) -> None:
    recognizer = load_recognizer()
    rows = (
        ("Vi Văn Độ", "Phó Chủ tịch UBND tỉnh"),
        ("Lương Đình Khải", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"),
    )
    found = recognizer.recognize(read(word(p("Dự hội nghị có các đồng chí:") + table_of(p, *rows))))
    assert [(mention.name, [title.text for title in mention.titles]) for mention in found.mentions] == [
        ("Vi Văn Độ", ["Phó Chủ tịch UBND tỉnh"]),
        ("Lương Đình Khải", ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]),
    ]
    assert [len(listing.mentions) for listing in found.listings] == [2]


def test_a_soft_return_inside_a_sentence_is_a_space_and_in_a_list_it_is_not(word: Build) -> None:
    def broken(*lines: str) -> str:
        runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in lines)
        return read(word(f"<w:p>{runs}</w:p>")).text

    assert broken("Sáng nay, ông Vi Văn", "Độ, Bí thư", "Tỉnh ủy, dự; bà Mạc Na,", "Phó Chủ tịch, dự.") == (
        "Sáng nay, ông Vi Văn Độ, Bí thư Tỉnh ủy, dự; bà Mạc Na, Phó Chủ tịch, dự."
    )
    names = ("Đỗ Văn Ếch, Bí thư", "Ân Thị Na, Chủ tịch", "Lê Văn Tư, Trưởng ban.")
    assert broken(*names) == "\n".join(names)
    assert broken("Dự có:", "Vi Văn Độ.") == "Dự có:\nVi Văn Độ."


def test_what_nobody_sees_is_no_text(word: Build, p: Xml) -> None:
    run = '<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>'
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin, separate, end = (char.format(kind) for kind in ("begin", "separate", "end"))
    inner = (
        f"{begin}<w:r><w:instrText>DOCPROPERTY</w:instrText></w:r>{separate}{run.format('', 'LOAI-A')}{end}"
    )
    field = (
        f"{begin}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{separate}{run.format('', 'Vi Văn Độ')}{end}"
    )
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    document = read(
        word(
            prompt.format(p("Bấm để nhập tít"))
            + f"<w:p>{run.format('', 'Ông ')}{field}{prompt.format(run.format('', 'nhập tên'))}"
            + run.format("<w:rPr><w:vanish/></w:rPr>", " (ẩn)")
            + run.format('<w:rPr><w:vanish w:val="0"/></w:rPr>', " dự.")
            + "</w:p>"
        )
    )
    assert document.text == "Ông Vi Văn Độ dự."
    assert [note.code for note in document.notes] == ["word-hidden-text"]


def test_what_is_met_and_not_read_is_noted(word: Build, p: Xml) -> None:
    graphic = (
        '<w:p><w:r><w:drawing><x xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/{0}"><d:{1}/></x>'
        "</w:drawing></w:r></w:p>"
    )
    document = read(
        word(
            p("Bài.")
            + "<w:altChunk/>"
            + graphic.format("diagram", "relIds")
            + graphic.format("chart", "chart")
            + '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'
            + "</w:object></w:r></w:p>"
        )
    )
    assert [note.code for note in document.notes] == [
        "word-chart",
        "word-diagram",
        "word-embedded-document",
        "word-object",
    ]


@pytest.mark.parametrize(("kind", "code"), [("diagram", ["word-diagram"]), ("picture", [])])
def test_a_drawing_says_what_it_is(word: Build, p: Xml, kind: str, code: list[str]) -> None:
    main = "http://schemas.openxmlformats.org/drawingml/2006"
    drawing = f'<w:drawing><a:graphicData xmlns:a="{main}/main" uri="{main}/{kind}"/></w:drawing>'
    document = read(word(f"{p('Bài.')}<w:p><w:r>{drawing}</w:r></w:p>"))
    assert [note.code for note in document.notes] == code


def test_parts_are_found_by_relations_and_separators_of_footnotes_are_none(
    zip_of: Build, part: Xml, p: Xml
) -> None:
    kinds = {"styles": "styles2.xml", "footnotes": "/word/notes7.xml", "header": "head.xml"}
    relations = "".join(f'<r Type="http://x/{kind}" Target="{target}"/>' for kind, target in kinds.items())
    notes = "".join(
        f'<w:footnote w:type="{kind}">{p(kind)}</w:footnote>'
        for kind in ("separator", "continuationSeparator", "continuationNotice")
    )
    document = read(
        zip_of(
            {
                "_rels/.rels": '<R><r Type="http://x/officeDocument" Target="/word/document2.xml"/></R>',
                "word/_rels/document2.xml.rels": f"<R>{relations}</R>",
                "word/document2.xml": part(p("Câu mở.") + p("Tít bài.", "a3")),
                "word/styles2.xml": part(
                    '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>', "styles", False
                ),
                "word/notes7.xml": part(
                    notes + f"<w:footnote>{p('Chú thích.')}</w:footnote>", "footnotes", False
                ),
                "word/head.xml": part(p("Báo Mẫu"), "hdr", False),
            }
        )
    )
    assert told(document) == [
        (Zone.BODY, "Câu mở."),
        (Zone.HEADLINE, "Tít bài."),
        (Zone.BODY, "Chú thích."),
        (Zone.METADATA, "Báo Mẫu"),
    ]


@pytest.mark.parametrize(
    ("font", "written", "meant"),
    [
        (".VnTime", "Héi nghÞ x· BÕn Väng, L\u00ad¬ng §×nh", "Hội nghị xã Bến Vọng, Lương Đình"),
        (".VnTimeH", "héi nghÞ", "HỘI NGHỊ"),
        ("VNI-Times", "Hoäi nghò xaõ Beán Voïng, Löông Ñình aên", "Hội nghị xã Bến Vọng, Lương Đình ăn"),
        ("Times New Roman", "café", "café"),
    ],
)
def test_fonts_of_old_encodings_are_converted(word: Build, font: str, written: str, meant: str) -> None:
    run = f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>{written}</w:t></w:r>'
    document = read(word(f"<w:p>{run}<w:r><w:t>. Hết.</w:t></w:r></w:p>"))
    assert document.text == f"{meant}. Hết."
    assert [note.code for note in document.notes] == (["word-old-encoding"] if font[0] in ".V" else [])


def test_front_matter_above_a_line_that_word_drew(word: Build, p: Xml) -> None:
    border = "<w:p><w:pPr><w:pBdr><w:bottom/></w:pBdr></w:pPr><w:r><w:t>trang: 2</w:t></w:r></w:p>"
    document = read(word(p("ngày: 12/03/2024") + border + p("Thân bài.")))
    assert (document.metadata.published, document.metadata.page) == (date(2024, 3, 12), 2)
    assert read(word(p("ngày: 12/03/2024") + p("trang: 2") + p("Thân bài."))).metadata.page is None


def test_styles_without_an_end_do_not_cost_the_square_of_their_number(word: Build, p: Xml) -> None:
    with pytest.raises(DocumentError):
        read(word(p("Bài.", "x9"), styles="<w:style " * 200_000 + "<"))


def test_footnotes_and_headers_are_parts_of_their_own(word: Build, part: Xml, p: Xml) -> None:
    document = read(
        word(
            p("Thân bài."),
            footnotes=part(f'<w:footnote w:id="1">{p("Chú ở chân trang.")}</w:footnote>', "footnotes", False),
            header1=part(p("Báo Mẫu"), "hdr", False),
        )
    )
    assert [(b.origin.part, b.origin.index, b.zone) for b in document.blocks] == [
        ("document", 1, Zone.BODY),
        ("footnotes", 1, Zone.BODY),
        ("header1", 1, Zone.METADATA),
    ]
    assert document.text == "Thân bài.\nChú ở chân trang.\nBáo Mẫu"


def test_tabs_breaks_and_hyphens_become_characters(word: Build) -> None:
    document = read(
        word(
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d.</w:t></w:r></w:p>"
        )
    )
    assert document.text == "a\tb c-d."


def test_styles_give_zones_by_id_and_by_name(word: Build, p: Xml, part: Xml) -> None:
    styles = part(
        '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Tít"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="Sa-pô"/></w:style>'
        '<w:style w:customStyle="1" w:styleId="a3"><w:name w:val="Chú thích ảnh"/></w:style>',
        "styles",
        False,
    )
    body = (
        p("Tít bài", "a1") + p("Câu mở.", "a2") + p("Thân.", "Normal") + p("Ở xã.", "a3") + p("X", "Caption")
    )
    zones = [zone for zone, _ in told(read(word(body, styles=styles)))]
    assert zones == [Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION, Zone.CAPTION]


def test_only_the_first_heading_is_the_headline(word: Build, p: Xml) -> None:
    body = p("Mở đầu.", "") + p("Tít", "Heading1") + p("Thân.", "") + p("Tít phụ", "Heading1")
    assert [zone for zone, _ in told(read(word(body)))] == [Zone.BODY, Zone.HEADLINE, Zone.BODY, Zone.BODY]
    with_title = p("Tít", "Title") + p("Tít phụ", "Heading1") + p("Thân.", "Heading2")
    assert [zone for zone, _ in told(read(word(with_title)))] == [Zone.HEADLINE, Zone.BODY, Zone.BODY]


def test_front_matter_may_open_the_paragraphs(word: Build, p: Xml) -> None:
    lines = ["---", "ngày: 12/03/2024", "tít: Họp ở xã Mẫu", "—", "Thân bài."]
    document = read(word("".join(map(p, lines))))
    assert document.metadata.published == date(2024, 3, 12)
    assert told(document)[2:4] == [(Zone.METADATA, "tít: "), (Zone.HEADLINE, "Họp ở xã Mẫu")]
    assert told(document)[-1] == (Zone.BODY, "Thân bài.")
    with pytest.raises(DocumentError) as caught:
        read(word("".join(map(p, ["---", "trang: ba", "---", "Thân."]))))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("metadata-bad-number", 2, 8)


def test_a_first_table_of_our_keys_is_metadata(word: Build, p: Xml) -> None:
    def table(*rows: tuple[str, str]) -> str:
        cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    document = read(
        word(table(("Ngày đăng:", "12/03/2024"), ("Trang", "2"), ("Tít", "Họp xã"), ("lạ", "x")) + p("Bài."))
    )
    assert (document.metadata.published, document.metadata.page) == (date(2024, 3, 12), 2)
    assert (Zone.HEADLINE, "Họp xã") in told(document)
    assert [note.code for note in document.notes] == ["metadata-key-unknown"]
    ordinary = read(word(table(("Tên", "Chức danh"), ("An", "Bí thư")) + p("Bài.")))
    assert (Zone.BODY, "Bí thư") in told(ordinary)


def test_a_line_behind_a_picture_is_its_caption(word: Build, p: Xml) -> None:
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    body = p("Tít bài") + p("Thân bài.") + picture + p("Quang cảnh hội nghị.") + p("Đoạn sau.")
    zones = [zone for zone, _ in told(read(word(body)))]
    assert zones == [Zone.HEADLINE, Zone.BODY, Zone.CAPTION, Zone.BODY]


def test_a_place_in_the_text_leads_to_its_run(word: Build) -> None:
    """The way a writer of comments goes: origin, offset in the paragraph, raw offset, run."""
    name = unicodedata.normalize("NFD", "Nguyễn Thị Bưởi")
    data = word(
        "<w:p><w:r><w:t>Tít bài</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'> Đồng chí </w:t></w:r>"
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r>"
        "<w:r><w:t xml:space='preserve'> dự.</w:t></w:r></w:p>"
    )
    document = read(data)
    at = document.text.index("Bưởi")
    block = next(block for block in document.blocks if block.start <= at < block.end)
    found = list(paragraphs(Package(data, "bai.docx").xml(MAIN_PART)))
    paragraph = found[block.origin.index - 1]
    raw = normalize(paragraph.text).source_offset(at - block.start)
    run, text_element, start, end = next(s for s in paragraph.segments if s[2] <= raw < s[3])
    assert text_element.text == name
    assert unicodedata.normalize("NFC", name[raw - start :]) == "Bưởi"
    assert run.find("{*}rPr/{*}b") is not None
    assert (start, end) == (10, 10 + len(name))
    assert [s[2] for s in paragraph.segments[1:]] == [s[3] for s in paragraph.segments[:-1]]


def test_the_walk_is_the_same_on_elements_of_lxml(word: Build, p: Xml) -> None:
    from lxml import etree

    data = word(p("Một.") + "<!-- lời ghi -->" + p("Hai."))
    package = Package(data, "bai.docx")
    ours = [(found.text, found.style) for found in paragraphs(package.xml(MAIN_PART))]
    theirs = [(found.text, found.style) for found in paragraphs(etree.fromstring(package.read(MAIN_PART)))]
    assert ours == theirs == [("Một.", None), ("Hai.", None)]


def test_a_strict_document_is_read(word: Build, p: Xml, zip_of: Build, part: Xml) -> None:
    strict = part(p("Thân bài.")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(zip_of({"word/document.xml": strict})).text == "Thân bài."


def test_the_main_part_may_have_another_name(zip_of: Build, part: Xml, p: Xml) -> None:
    relations = '<R><r Type="http://x/officeDocument" Target="/word/document2.xml"/></R>'
    assert read(zip_of({"_rels/.rels": relations, "word/document2.xml": part(p("Bài."))})).text == "Bài."


def test_what_python_docx_writes_is_read() -> None:
    draft = docx.Document()
    draft.add_paragraph("Hội nghị tổng kết", style="Title")
    draft.add_paragraph("Đồng chí Trần Văn An dự.")
    draft.sections[0].header.paragraphs[0].text = "Báo Mẫu"
    draft.add_table(1, 2).cell(0, 1).text = "Ô bên phải."
    stream = io.BytesIO()
    draft.save(stream)
    assert told(read(stream.getvalue())) == [
        (Zone.HEADLINE, "Hội nghị tổng kết"),
        (Zone.BODY, "Đồng chí Trần Văn An dự."),
        (Zone.BODY, "Ô bên phải."),
        (Zone.METADATA, "Báo Mẫu"),
    ]
