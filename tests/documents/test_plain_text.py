from __future__ import annotations

import hashlib
import re
import textwrap
import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Medium, Metadata, Zone
from kiemtin.documents.old_encodings import converted
from kiemtin.documents.reading import read_bytes, read_document
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import DocumentError
from kiemtin.reporting.places import Places

LONG = "Sáng 12-3, tại xã Mẫu, đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự hội nghị tổng kết và phát biểu."


def read(text: str | bytes, name: str = "bai.txt", overrides: Metadata | None = None) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_bytes(data, name, overrides=overrides)


def told(document: Document) -> list[tuple[Zone, str]]:
    return [(block.zone, block.span.of(document.text)) for block in document.blocks]


def test_text_of_the_document_is_the_content_of_the_file(tmp_path: Path) -> None:
    content = f"Hội nghị tổng kết\r\n\r\n  {LONG}  \r\nHết.\r\n"
    path = tmp_path / "bai.txt"
    path.write_bytes(content.encode())
    document = read_document(path)
    assert document.text == content
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert told(document) == [(Zone.HEADLINE, "Hội nghị tổng kết"), (Zone.BODY, LONG), (Zone.BODY, "Hết.")]
    assert [block.origin.index for block in document.blocks] == [1, 3, 4]
    assert document.source is not None
    assert document.source.inner == (0,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_only_the_mark_is_dropped(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert read(mark + f"Tít\n{LONG}".encode(encoding)).text == f"Tít\n{LONG}"


def test_decomposed_text_is_composed_and_leads_back() -> None:
    source = unicodedata.normalize("NFD", f"Hội nghị\n{LONG}")
    document = read(source)
    assert document.text == unicodedata.normalize("NFC", source)
    name = document.text.index("Trần Văn An")
    assert document.source is not None
    back = [document.source.source_offset(at) for at in (name, name + len("Trần Văn An"))]
    assert unicodedata.normalize("NFC", source[back[0] : back[1]]) == "Trần Văn An"


def test_front_matter_says_what_the_text_does_not() -> None:
    document = read(
        "---\ncơ quan: Báo Mẫu\nloai_hinh: Báo điện tử\nNgày đăng: 12/3/2024\ngiờ đăng: 19h30\n"
        "thời điểm sự kiện: 12/03/2024 08:00\nsự kiện: đại hội\ntrang: 1\nsection: Thời sự\nvị trí: 2\n"
        "thời lượng: 1'30\"\nsố ảnh: 0\ntít: Thăm xã Mẫu: kết quả mới\nsa-pô: Đoàn đã đến thăm.\n---\n"
        "Thân bài.\n"
    )
    assert document.metadata == Metadata(
        outlet="Báo Mẫu",
        medium=Medium.ONLINE,
        published=datetime(2024, 3, 12, 19, 30),
        event_time=datetime(2024, 3, 12, 8),
        event="đại hội",
        page=1,
        section="Thời sự",
        position=2,
        duration=90.0,
        photos=0,
    )
    assert document.items[0].metadata == document.metadata
    assert document.notes == ()
    spoken = [entry for entry in told(document) if entry[0] is not Zone.METADATA]
    assert spoken == [
        (Zone.HEADLINE, "Thăm xã Mẫu: kết quả mới"),
        (Zone.LEAD, "Đoàn đã đến thăm."),
        (Zone.BODY, "Thân bài."),
    ]
    assert document.blocks[0].zone is Zone.METADATA
    assert document.blocks[-1].origin.index == 16


def test_what_yaml_alone_can_say_is_read_too() -> None:
    document = read(
        '---\n"tít": "Họp: bàn # việc"\nsa-pô: >\n  Một câu\n  hai dòng.\ngiờ: 19:00 # tối\n'
        "ngày: 1/2/2024\n---\nBài."
    )
    assert (Zone.HEADLINE, "Họp: bàn # việc") in told(document)
    assert document.metadata.published == datetime(2024, 2, 1, 19)
    lead = [words for zone, words in told(document) if zone is Zone.LEAD]
    assert lead == ["Một câu", "hai dòng."]


def test_an_unknown_key_is_said_with_the_nearest_known_one() -> None:
    document = read("---\nngày dăng: 12/03/2024\nxyz: 1\n---\nBài.")
    assert [(note.code, note.arguments) for note in document.notes] == [
        ("metadata-key-unknown", {"key": "xyz"}),
    ]
    assert document.metadata.published == date(2024, 3, 12)  # keys compare without tones
    similar = read("---\nthời lươngj: 90s\n---\nBài.").notes[0]
    assert similar.code == "metadata-key-similar"
    assert similar.arguments["similar"] == "thời lượng"


def test_overrides_stand_in_place_of_the_file() -> None:
    overrides = Metadata(published=date(2025, 1, 2), medium=Medium.PRINT)
    document = read("---\nngày: 12/03/2024\ntrang: 4\n---\nBài.", overrides=overrides)
    assert document.metadata == Metadata(published=date(2025, 1, 2), medium=Medium.PRINT, page=4)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("trang: ba", "metadata-bad-number", 8),
        ("trang: 0", "metadata-bad-number", 8),
        ("ngày: 31/02/2021", "metadata-bad-date", 7),
        ("ngày: hôm nay", "metadata-bad-date", 7),
        ("giờ: 25:00", "metadata-bad-time", 6),
        ("loại hình: báo tường", "metadata-bad-medium", 12),
        ("thời lượng: 90", "metadata-bad-duration", 13),
        ("số ảnh: -1", "metadata-bad-number", 9),
        ("ngày: '31/02/2021'", "metadata-bad-date", 8),
        ("trang: [1, 2]", "front-matter-nested", 8),
        ("chỉ là một câu", "front-matter-syntax", 1),
        ('tít: "chưa đóng', "front-matter-syntax", 6),
        ("page: 1\ntrang: 2", "metadata-key-twice", 1),
    ],
)
def test_a_bad_entry_is_refused_where_it_stands(line: str, code: str, column: int) -> None:
    with pytest.raises(DocumentError) as caught:
        read(f"---\n{line}\n---\nBài.")
    (problem,) = caught.value.problems
    assert problem.code == code
    if "đóng" not in line:  # an open quote is noticed by YAML only where the text ends
        assert (problem.place.line, problem.place.column) == (2 + line.count("\n"), column)


@pytest.mark.parametrize(
    "head",
    [
        "tags: [thời sự, Mẫu]\nngày: 12/03/2024",
        "tags:\n  - thời sự\n  - Mẫu\nngày: 2024-3-12",
        "author: {tên: An, nhóm: {b: 1}}\nngày: 2024/3/12",
        "ngày: 12/03/2024\nmenu:\n  main:\n    weight: 3",
    ],
)
def test_keys_of_other_programs_may_hold_anything_and_are_noted(head: str) -> None:
    document = read(f"---\n{head}\n---\nBài.")
    assert document.metadata.published == date(2024, 3, 12)
    assert [note.code for note in document.notes] == ["metadata-key-unknown"]


@pytest.mark.parametrize("value", ['"Bến Mẫu" gọi mùa', "[Ảnh] Bến Mẫu", "'Ba' và 'Tư'"])
@pytest.mark.parametrize("beside", ["trang: 1", "tags: [a, b]", "tags:\n- a\n- b"])
def test_a_headline_that_begins_with_quoted_words_is_read_as_it_stands(value: str, beside: str) -> None:
    document = read(f"---\ntít: {value}\n{beside}\n---\nBài.")
    assert (Zone.HEADLINE, value) in told(document)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2024/3/12 20:46:25", datetime(2024, 3, 12, 20, 46, 25)),
        ("2024-03-12T13:46:25.123Z", datetime(2024, 3, 12, 20, 46, 25)),
        ("2024-03-12 20:46:25 +0700", datetime(2024, 3, 12, 20, 46, 25)),
        ("2024-03-12 23:46 +09:00", datetime(2024, 3, 12, 21, 46)),
        ("2024.3.12", date(2024, 3, 12)),
        ("0001-01-01 00:00 +14:00", None),
        ("2024-13-12", None),
    ],
)
def test_dates_as_site_generators_write_them(value: str, moment: date | None) -> None:
    if moment is None:
        with pytest.raises(DocumentError):
            read(f"---\ndate: {value}\n---\nBài.")
    else:
        assert read(f"---\ndate: {value}\n---\nBài.").metadata.published == moment


def test_front_matter_in_toml() -> None:
    document = read(
        '+++\n# của máy\ntitle = "Họp ở \\"xã\\" Mẫu" # tít\ndate = 2024-03-12T19:30:00+07:00\n'
        'tags = [\n "a",\n]\n'
        '"trang" = 2\n[params]\nweight = 3\n+++\nBài.\n'
    )
    assert document.metadata == Metadata(published=datetime(2024, 3, 12, 19, 30), page=2)
    assert [note.arguments["key"] for note in document.notes] == ["tags", "params"]
    assert [words for zone, words in told(document) if zone is not Zone.METADATA] == [
        'Họp ở \\"xã\\" Mẫu',
        "Bài.",
    ]


def test_front_matter_has_its_limits() -> None:
    def codes(head: str) -> list[str]:
        with pytest.raises(DocumentError) as caught:
            read(f"---\n{head}\n---\nBài.")
        return [problem.code for problem in caught.value.problems]

    assert codes("\n".join(f"k{number}: 1" for number in range(201))) == ["front-matter-too-many-keys"]
    assert codes("x: " + "a" * 100_000) == ["front-matter-too-long"]
    many = codes("\n".join(["trang: x"] + ["trang: 1"] * 100))
    assert (len(many), many[-1]) == (21, "document-more-problems")


def test_all_bad_values_are_told_at_once() -> None:
    with pytest.raises(DocumentError) as caught:
        read("---\ntrang: ba\nngày: 31/02/2021\n---\nBài.")
    assert [problem.code for problem in caught.value.problems] == ["metadata-bad-number", "metadata-bad-date"]


def test_front_matter_without_its_end_is_an_error_but_a_line_of_dashes_is_not() -> None:
    with pytest.raises(DocumentError) as caught:
        read("---\nngày: 12/03/2024\nBài.")
    assert caught.value.problems[0].code == "front-matter-unclosed"
    body = "Một bài không có thông tin đầu bài."
    assert (Zone.BODY, body) in told(read(f"---\n{body}"))


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    words = (LONG + " ") * 6
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + 1 + len(word) > 72:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    document = read("Hội nghị tổng kết\n\n" + "\n".join(lines) + "\n\nMột đoạn khác.")
    assert [zone for zone, _ in told(document)] == [Zone.HEADLINE, Zone.BODY, Zone.BODY]
    assert told(document)[1][1].split() == words.split()


WRAPPED = (
    "Dự hội nghị tổng kết mùa vụ ở xã Mẫu có các đồng chí: Vi Văn Độ, Phó Chủ tịch tỉnh; Lương Đình Khải, "
    "Chủ tịch UBND tỉnh Thiên - Hóa; cùng bà con trong xã. Hội nghị nghe báo cáo về nước tưới, rồi bàn việc."
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("width", range(50, 80))
def test_a_wrapped_paragraph_reads_on_and_its_places_are_those_of_the_lines(form: str, width: int) -> None:
    lines = textwrap.wrap(WRAPPED, width, break_on_hyphens=False)
    source = f"Hội nghị tổng kết mùa vụ\n\n{chr(13)}\n  ".replace("\n\r\n  ", "\n") + "\r\n  ".join(lines)
    source = unicodedata.normalize(form, source)  # type: ignore[arg-type]
    document = read(source)
    assert [block.span.of(document.text) for block in document.blocks] == [
        "Hội nghị tổng kết mùa vụ",
        WRAPPED,
    ]
    assert document.source is not None
    at = document.text.index("Lương Đình Khải")
    start, end = document.source.source_offset(at), document.source.source_end(at + len("Lương Đình Khải"))
    assert unicodedata.normalize("NFC", source[start:end]).split() == ["Lương", "Đình", "Khải"]
    place = Places(document).place(Span(at, at + 1))
    assert place.line is not None
    assert unicodedata.normalize(
        "NFC", source.split("\n")[place.line - 1][(place.column or 0) - 1 :]
    ).startswith("Lương")


@given(st.lists(st.sampled_from(WRAPPED.split()), min_size=40, max_size=120), st.integers(40, 90))
def test_every_word_of_a_wrapped_text_is_found_at_its_place(words: list[str], width: int) -> None:
    source = unicodedata.normalize("NFD", textwrap.fill(" ".join(words), width, break_on_hyphens=False))
    document = read(source)
    assert document.source is not None
    for found in re.finditer(r"\S+", document.text):
        start, end = document.source.source_offset(found.start()), document.source.source_end(found.end())
        assert unicodedata.normalize("NFC", source[start:end]) == found.group()


@pytest.mark.parametrize(
    "text",
    [
        "Trần Văn An, Bí thư Tỉnh ủy\nLê Thị Bình, Chủ tịch tỉnh\nPhạm Cường, Trưởng ban",
        "Dự họp có:\n- trần văn an\n- lê thị bình\n- phạm cường",
        "Ruộng bậc thang mùa nước đổ\nMây xuống chân đồi\nCon trâu về ngõ nhỏ\nBóng ai ngồi",
        "Khai mạc hội nghị;\nbáo cáo của xã;\nthảo luận.",
    ],
)
def test_lines_that_their_writer_broke_stay_lines(text: str) -> None:
    assert len(read(text).blocks) == text.count("\n") + 1


def test_lines_of_a_list_stay_paragraphs() -> None:
    names = [
        "Trần Văn An, Bí thư Tỉnh ủy;",
        "Lê Thị Bình, Chủ tịch UBND tỉnh Mẫu;",
        "Phạm Cường.",
        "Hết bài.",
    ]
    assert len(read("\n".join(names)).blocks) == 4


def test_one_odd_word_is_no_text_of_another_encoding() -> None:
    assert read("§aA¨AµA÷").text == "§aA¨AµA÷"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@example("§aA¨ AµA÷ A®§a")
def test_any_text_is_read_or_refused_and_blocks_stand_in_order(text: str) -> None:
    try:
        document = read(text)
    except DocumentError:
        return
    source = text.removeprefix("\ufeff")
    for note in document.notes:
        if note.code == "text-old-encoding":
            source = converted(source, str(note.arguments["encoding"]).lower())
    assert document.text.split() == unicodedata.normalize("NFC", source).split()
    assert document.source is not None
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert block.span.of(document.text).strip() == block.span.of(document.text)
        assert block.origin.index == source.count("\n", 0, document.source.source_offset(block.start)) + 1
        at = block.end


def _yaml_value(line: str) -> str | None:
    import yaml

    try:
        loaded = yaml.load(line, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    return loaded.get("tít") if isinstance(loaded, dict) else None


@given(st.text(alphabet="ab 1:#-\"'[]{},!&*|>%@`.?Ế\t", max_size=12))
@example("! 1")
@example("&a b")
def test_lines_are_read_as_yaml_reads_them(value: str) -> None:
    """Only what YAML refuses may be read otherwise: a colon within the value, no space behind the key."""
    expected = _yaml_value(f"tít: {value}\n")
    if not isinstance(expected, str) or not expected.strip():
        return
    document = read(f"---\ntít: {value}\n---\nBài.")
    headline = [words for zone, words in told(document) if zone is Zone.HEADLINE]
    if not any(quote in value for quote in "\"'"):
        assert headline == [expected.strip()]


@pytest.mark.parametrize(
    ("head", "page"),
    [
        ("trang: 3\nloại hình: báo in\n\n", 3),
        ("\n\nTrang: 3\n\n", 3),
        ("Tít: Hội nghị\nTrang: 3\n\n", 3),
        ("trang: 3\nHội nghị bàn về giá lúa\n", None),
        ("Tít: Hội nghị\n\n", None),
        ("Thời lượng: bao lâu là đủ\n", None),
    ],
)
def test_a_head_of_known_keys_needs_no_dashes(head: str, page: int | None) -> None:
    document = read(f"{head}Sáng nay, xã Hòa Sơn khánh thành trường mầm non.\n")
    assert document.metadata.page == page
    assert (page is None) or all(
        block.zone is Zone.METADATA or "trang" not in document.text[block.start : block.end].lower()
        for block in document.items[0].blocks
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Héi nghÞ x· MÉu\nS¸ng nay, «ng Vi V¨n §é, BÝ th\u00ad TØnh ñy, dù héi nghÞ.\n", "TCVN3"),
        ("Hoäi nghò xaõ Maãu\nSaùng nay, oâng Vi Vaên Ñoä, Bí thö Tænh uûy, döï hoäi nghò.\n", "VNI"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_text_in_old_encodings_is_converted_and_said(written: str, name: str, suffix: str) -> None:
    document = read(written, f"bai.{suffix}")
    assert "ông Vi Văn Độ, Bí thư Tỉnh ủy, dự hội nghị." in document.text
    assert [(note.code, note.arguments) for note in document.notes] == [
        ("text-old-encoding", {"encoding": name})
    ]
    assert document.source is not None
    at = document.text.index("Độ")
    assert document.source.source_offset(at) == min(
        found for found in (written.find("§é"), written.find("Ñoä")) if found >= 0
    )


@pytest.mark.parametrize(
    "text", ["Un été à la forêt, où l’on a goûté le maïs", "10 µm × 20 µm, ±5°, «a» ®", "không dấu"]
)
def test_other_text_is_not_taken_for_an_old_encoding(text: str) -> None:
    document = read(f"{text}\n" * 5)
    assert text in document.text
    assert document.notes == ()
