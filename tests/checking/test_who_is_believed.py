"""The order in which it is believed what is said about a piece, and that it is told who said it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as word
import pytest

from kiemtin.checking.desk import Desk, chosen_by
from kiemtin.checking.said import BadPairError, of_environment, supplied_by
from kiemtin.documents.model import Document, Medium, Metadata, Source, SourceKind
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import DocumentError, PackError

COMMAND = Source(SourceKind.COMMAND, words="--set")
TEXT = "Sáng 12/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã Hòa Sơn.\n"
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)
PROPERTY = '<property fmtid="{{D5CDD505}}" pid="2" name="{}"><vt:lpwstr>{}</vt:lpwstr></property>'


def docx(*paragraphs: str, properties: Mapping[str, str] | None = None) -> bytes:
    made = word.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    stream = BytesIO()
    made.save(stream)
    if properties is not None:
        told = "".join(PROPERTY.format(key, value) for key, value in properties.items())
        with ZipFile(stream, "a") as package:
            package.writestr("docProps/custom.xml", CUSTOM.format(told))
    return stream.getvalue()


def desk(environment: Mapping[str, str] = {}, *pairs: str, **options: str) -> Desk:
    given = supplied_by(pairs, COMMAND) if pairs else None
    return Desk(chosen_by(environment, given=given), **options)  # type: ignore[arg-type]


def test_each_gives_way_to_those_before_it(tmp_path: Path) -> None:
    """Who says what page it is, from the one believed last to the one believed first."""
    bare = docx(TEXT, TEXT, properties={"Trang": "1"})
    path = tmp_path / "bài.docx"
    path.write_bytes(bare)

    def page(desk: Desk) -> tuple[int | None, SourceKind]:
        metadata = desk.read(str(path)).metadata
        return metadata.page, metadata.sources["page"].kind

    assert page(desk()) == (1, SourceKind.PROPERTIES)
    (tmp_path / "kiemtin.toml").write_text("trang = 2\n")
    assert page(desk()) == (2, SourceKind.SETTINGS)
    (tmp_path / "bài.docx.meta.yaml").write_text("trang: 3\n")
    assert page(desk()) == (3, SourceKind.SIDE_CAR)
    path.write_bytes(docx("Trang: 4", "", TEXT, TEXT, properties={"Trang": "1"}))
    assert page(desk()) == (4, SourceKind.HEAD)
    environment = {"KIEMTIN_SET": "trang=5; loại hình=báo in"}
    assert page(desk(environment)) == (5, SourceKind.ENVIRONMENT)
    assert page(desk(environment, "trang=6")) == (6, SourceKind.COMMAND)
    assert desk(environment, "trang=6").read(str(path)).metadata.medium is Medium.PRINT


def test_a_draft_that_nobody_speaks_of_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text(TEXT)

    assert desk().read(str(path)).metadata == Metadata()


def test_an_hour_joins_the_day_that_another_says(tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text(f"Ngày phát: 12/03/2024\nLoại hình: phát thanh\n\n{TEXT}")
    (tmp_path / "kiemtin.toml").write_text('"giờ phát" = "19h30"\n')
    told = desk().read(str(path)).metadata

    assert told.published == datetime(2024, 3, 12, 19, 30)
    assert (told.sources["published"].kind, told.sources["hour"].kind) == (
        SourceKind.HEAD,
        SourceKind.SETTINGS,
    )
    assert desk({}, "giờ phát=6:00").read(str(path)).metadata.published == datetime(2024, 3, 12, 6, 0)


def test_an_hour_without_any_day_is_told_to_be_in_vain(tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text(TEXT)
    document = desk({}, "giờ đăng=19h30").read(str(path))

    assert document.metadata.published is None
    assert [note.code for note in document.notes] == ["metadata-time-without-date"]


def test_properties_that_cannot_be_read_are_noted() -> None:
    document = read_bytes(docx(TEXT, TEXT, properties={"Ngày đăng": "mai", "Lạ": "1"}), "a.docx")
    assert [note.code for note in document.notes] == ["metadata-property-unread"]

    stream = BytesIO(docx(TEXT, TEXT))
    with ZipFile(stream, "a") as package:
        package.writestr("docProps/custom.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
    document = read_bytes(stream.getvalue(), "a.docx")
    assert [note.code for note in document.notes] == ["metadata-properties-unread"]


RUNDOWN = """Ngày phát: 12/03/2024
2.sự kiện: khởi công
STT,Tên tin,Lời dẫn,Thời lượng,Sự kiện
1,Bí thư Tỉnh ủy thăm xã,Lời dẫn một,1'30,
2,Khởi công đường Hòa Sơn,Lời dẫn hai,40s,
3,Giá lúa,Lời dẫn ba,40s,hội chợ
"""


def bulletin(path: Path, *pairs: str) -> Document:
    return desk({}, *pairs).read(str(path))


@pytest.fixture
def rundown(tmp_path: Path) -> Path:
    path = tmp_path / "bt.csv"
    path.write_text(RUNDOWN)
    return path


@pytest.mark.parametrize("item", ["1", "tin 1", "#1", "mục #1", "thăm xã", "item 1", "# 1"])
def test_one_item_of_a_rundown_is_spoken_of(item: str, rundown: Path) -> None:
    events = [each.metadata.event for each in bulletin(rundown, f"{item}.sự kiện=thăm cơ sở").items]

    assert events == ["thăm cơ sở", "khởi công", "hội chợ"]


def test_what_is_given_for_all_items_stands_before_their_rows(rundown: Path) -> None:
    document = bulletin(rundown, "sự kiện=kỳ họp HĐND", "3.sự kiện=hội nghị", "loại hình=truyền hình")

    assert [item.metadata.event for item in document.items] == ["kỳ họp HĐND", "kỳ họp HĐND", "hội nghị"]
    assert {item.metadata.medium for item in document.items} == {Medium.TELEVISION}
    assert {item.metadata.published for item in document.items} == {date(2024, 3, 12)}


def test_a_side_car_speaks_of_items_behind_their_rows(rundown: Path) -> None:
    Path(f"{rundown}.meta.yaml").write_text("---\n1.sự kiện: thăm\n3.sự kiện: khác\nThời lượng: 30 phút\n")
    document = bulletin(rundown)

    assert [item.metadata.event for item in document.items] == ["thăm", "khởi công", "hội chợ"]
    assert document.items[0].metadata.sources["event"].kind is SourceKind.SIDE_CAR
    assert document.items[1].metadata.sources["event"].kind is SourceKind.HEAD
    assert document.items[2].metadata.sources["event"].kind is SourceKind.CELL
    assert document.metadata.duration == 1800


@pytest.mark.parametrize(
    ("item", "code"),
    [("9", "metadata-no-such-item"), ("#0", "metadata-no-such-item"), ("#99", "metadata-no-such-item"),
     ("không có", "metadata-no-such-item"), ("lời", "metadata-no-such-item")],
)  # fmt: skip
def test_an_item_that_is_not_there_is_told(item: str, code: str, rundown: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        bulletin(rundown, f"{item}.sự kiện=x")

    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_number_that_restarts_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "bt.csv"
    path.write_text("STT,Tên tin,Lời dẫn\n1,Tin một,a\n1,Tin một nữa,b\n")
    with pytest.raises(DocumentError) as caught:
        bulletin(path, "1.sự kiện=x")
    (problem,) = caught.value.problems

    assert problem.code == "metadata-several-items"
    assert problem.arguments["first"] == "#1"
    assert [each.metadata.event for each in bulletin(path, "#2.sự kiện=x").items] == [None, "x"]


def test_a_draft_has_no_items_to_speak_of(tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text(TEXT)
    with pytest.raises(DocumentError) as caught:
        bulletin(path, "1.sự kiện=x")

    assert caught.value.problems[0].code == "metadata-item-of-draft"


@pytest.mark.parametrize(
    ("pair", "reason"),
    [("x", "shape"), ("=x", "shape"), ("trang=", "shape"), ("mediun=x", "unknown"), ("3.mediun=x", "unknown"),
     ("tít=x", "unknown"), ("3.tít=x", "unknown"), ("trang=nhất", "bad_value"), ("3.ngày=mai", "bad_value")],
)  # fmt: skip
def test_a_pair_that_says_nothing_is_refused(pair: str, reason: str) -> None:
    with pytest.raises(BadPairError) as caught:
        supplied_by([pair], COMMAND)

    assert caught.value.reason == reason


def test_the_environment_says_several_things() -> None:
    said = of_environment("loại hình=báo in; trang=2\n3.sự kiện=x;")

    assert (said.medium, said.page, [each.item for each in said.items]) == (Medium.PRINT, 2, ["3"])


def test_variables_choose_where_no_option_does() -> None:
    environment = {"KIEMTIN_PACK": "a", "KIEMTIN_ROSTER": "b:c", "KIEMTIN_EVENTS": "d"}
    chosen = chosen_by(environment)
    assert (chosen.pack, chosen.rosters, chosen.events) == ("a", ("b", "c"), ("d",))
    chosen = chosen_by(environment, "p", None, ("r",), ("e",))
    assert (chosen.pack, chosen.rosters, chosen.events) == ("p", ("r",), ("e",))


# Side-cars


def beside(tmp_path: Path, content: bytes, text: str = TEXT) -> Document:
    path = tmp_path / "bài.txt"
    path.write_text(text)
    (tmp_path / "bài.txt.meta.yaml").write_bytes(content)
    return desk().read(str(path))


def test_a_contradiction_of_head_and_side_car_is_noted(tmp_path: Path) -> None:
    head = f"Loại hình: báo in\nTrang: 1\n\n{TEXT}"
    document = beside(tmp_path, "loại hình: báo điện tử\ntrang: 1\ntít: Tít khác\nmediun: x\n".encode(), head)

    assert document.metadata.medium is Medium.PRINT
    assert [note.code for note in document.notes] == [
        "side-car-key-similar", "side-car-text", "side-car-differs",
    ]  # fmt: skip


HOSTILE = [
    (b"\xff\xfe", "side-car-not-utf8"),
    (b"a\0b", "side-car-not-utf8"),
    (b"- a\n- b\n", "front-matter-syntax"),
    (b"trang: [", "front-matter-syntax"),
    (b"a: &a [*a]\ntrang: *a\n", "front-matter-nested"),
    (b"trang: nhat\n", "metadata-bad-number"),
    (b"trang: 1\ntrang: 2\n", "metadata-key-twice"),
    (b"x: " + b"[" * 5000, "front-matter-nested"),
    (b"a: 1\n" * 300, "front-matter-too-many-keys"),
    (b"a: " + b"x" * 200_000, "front-matter-too-long"),
]


@pytest.mark.parametrize(("content", "code"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_side_car_that_cannot_be_read_is_a_problem_of_its_own(
    content: bytes, code: str, tmp_path: Path
) -> None:
    with pytest.raises(DocumentError) as caught:
        beside(tmp_path, content)

    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].place.path.endswith(".meta.yaml")


def test_an_empty_side_car_says_nothing(tmp_path: Path) -> None:
    assert beside(tmp_path, b"").metadata == Metadata()


# Settings of a file


def test_own_headings_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "bt.csv"
    path.write_text("Mã,Tên VTR,Chữ MC,Dài\nA1,Tin một,Lời của tin,90\n")
    with pytest.raises(DocumentError):
        desk().read(str(path))
    (tmp_path / "kiemtin.toml").write_text(
        '[columns]\n"Mã" = "-"\n"tên vtr" = "tên tin"\n"Chữ MC" = "lời dẫn"\n"Dài" = "thời lượng (giây)"\n'
    )
    document = desk().read(str(path))

    assert document.items[0].metadata.duration == 90
    assert document.notes == ()


def test_each_file_has_the_settings_above_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kiemtin.toml").write_text(f'outlet = "{name}"\npack = "nội-quy-báo-mẫu"\n')
        (tmp_path / name / "x.txt").write_text(TEXT)
    ours = desk()
    paths = [str(tmp_path / name / "x.txt") for name in ("a", "b")]

    assert [ours.read(path).metadata.outlet for path in paths] == ["a", "b"]
    assert ours.bench(paths[0]) is ours.bench(paths[1])  # the same rules and rosters are loaded once
    one = desk(config=str(tmp_path / "a" / "kiemtin.toml"))
    assert [one.read(path).metadata.outlet for path in paths] == ["a", "a"]
    none = Desk(uses_config=False)
    assert [none.read(path).metadata.outlet for path in paths] == [None, None]


def test_bad_settings_are_told_where_a_file_needs_them(tmp_path: Path) -> None:
    (tmp_path / "kiemtin.toml").write_text("pakc = 1\n")
    (tmp_path / "x.txt").write_text(TEXT)
    with pytest.raises(PackError):
        desk().read(str(tmp_path / "x.txt"))


@pytest.mark.parametrize("kind", SourceKind)
def test_every_source_has_its_words(kind: SourceKind) -> None:
    assert message(f"source.{kind.value}", "vi") != message(f"source.{kind.value}", "en")
