"""iNEWS: stories in NSML as they are, in whatever encoding; a queue in the order of its listing alone."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.inews.nsml import parse
from kiemtin.documents.model import Document, Metadata, Supplied, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.documents.sniffing import suffix_of
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import DocumentError

IDS = [f"0A1B2C3{number}:00F8B8F4:5F3B8E6{number}" for number in range(8)]


def story(number: int, body: str = "", fields: str = "", meta: str = "rate=180", title: str = "") -> str:
    return f"""<nsml version="-//AVID//DTD NSML 1.0//EN">
<head>
<meta {meta}>
<rgroup number=46></rgroup>
<formname>BAN-TIN</formname>
<storyid>{IDS[number].lower()}</storyid>
</head>
<story>
<fields>
<f id=title>{title or f"Tin {number}"}</f>
<f id=audio-time>0</f>
{fields}
</fields>
<body>
{body}
</body>
<aeset>
<ae id=0><ap>]] S3.0 G 0 [[</ap></ae>
</aeset>
</story>
"""


def queue(stories: dict[str, str | bytes], listing: str | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, words in stories.items():
            package.writestr(name, words)
        if listing is not None:
            package.writestr("list.txt", listing)
    return stream.getvalue()


def line(number: int, flags: str = "-rw-------") -> str:
    return f"{flags} 1 user inews 1234 Mar 12 19:0{number} {IDS[number]} TIN {number}\r\n"


def parts(document: Document) -> list[tuple[Zone, str]]:
    return [(block.zone, block.span.of(document.text)) for block in document.blocks]


def headlines(document: Document) -> list[str]:
    return [words for zone, words in parts(document) if zone is Zone.HEADLINE]


BODY = """<p>Đồng chí <em>Trần Văn An</em>, Bí thư &amp; đoàn.</p>
<p></p>
<p><pi>[HÌNH 1]</pi>Câu hai.<a idref=0></a> Hết.</p>
<p><cc>PHỤ ĐỀ</cc></p>"""


def test_a_story_alone_is_an_item() -> None:
    fields = "<f id=page-number>A05</f><f id=total-time>95</f><f id=x-nguon>TTX</f>"
    data = story(1, BODY, fields, 'words=25 rate="180" hold').encode()
    document = read_bytes(data, "a.nsml")
    assert document.kind == "item"
    assert parts(document) == [
        (Zone.HEADLINE, "Tin 1"),
        (Zone.BODY, "Đồng chí Trần Văn An, Bí thư & đoàn."),
        (Zone.BODY, "Câu hai. Hết."),
        (Zone.CUE, "[HÌNH 1]"),
        (Zone.CUE, "PHỤ ĐỀ"),
        (Zone.CUE, "]] S3.0 G 0 [["),
    ]
    assert document.metadata.duration == 95
    assert document.metadata.own_value("x nguon") == "TTX"
    assert document.blocks[2].origin.part == "/nsml/story/body/p[3]"
    assert document.blocks[3].origin.part == "/nsml/story/body/p[3]/pi"
    assert parse(data, "a").flags >= {"hold", "words", "rate"}


@pytest.mark.parametrize(
    "data",
    [
        story(1, BODY).encode(),
        story(1, BODY).encode("utf-8-sig"),
        story(1, BODY).encode("utf-16"),
        story(1, BODY).encode("utf-16-le"),
        ('<?xml version="1.0" encoding="UTF-8"?>\n' + story(1, BODY)).encode("utf-16"),
        ('<?xml version="1.0" encoding="UTF-8"?>\n' + story(1, BODY)).encode("utf-16-be"),
    ],
)
def test_the_encoding_is_that_of_the_bytes_whatever_a_declaration_says(data: bytes) -> None:
    assert suffix_of(data) == ".nsml"
    for name in ("a.nsml", "a.xml"):
        assert "Đồng chí Trần Văn An, Bí thư & đoàn." in read_bytes(data, name).text


def test_messages_of_mos_in_utf_16_under_a_declaration_of_utf_8() -> None:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><mos><roCreate><roID>R</roID><story><storyID>A</storyID>'
        "<storySlug>Tỉnh ủy họp</storySlug></story></roCreate></mos>"
    )
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-8"):
        assert read_bytes(text.encode(encoding), "a.mos").text == "Tỉnh ủy họp"
        assert suffix_of(text.encode(encoding)) == ".xml"


def test_items_of_a_running_order_have_what_is_said_of_the_whole() -> None:
    text = (
        "<mos><roCreate><roID>R</roID><roEdStart>2024-03-12T19:00:00</roEdStart><story><storyID>A</storyID>"
        "<storySlug>Tỉnh ủy họp</storySlug></story></roCreate></mos>"
    )
    (item,) = read_bytes(text.encode(), "a.mos", overrides=Metadata(outlet="Đài A")).items
    assert (str(item.metadata.published), item.metadata.outlet) == ("2024-03-12 19:00:00", "Đài A")


def test_a_queue_has_the_order_of_its_listing() -> None:
    stories = {IDS[number].replace(":", "_"): story(number, f"<p>Lời {number}.</p>") for number in range(4)}
    listing = line(2) + line(0) + line(3, "-f--------") + line(1)
    document = read_bytes(queue(stories, listing), "q.zip", overrides=Metadata(outlet="Đài A"))
    assert document.kind == "bulletin"
    assert headlines(document) == ["Tin 2", "Tin 0", "Tin 1"]
    assert [item.metadata.position for item in document.items] == [1, 2, 3]
    assert {item.metadata.outlet for item in document.items} == {"Đài A"}
    assert [note.code for note in document.notes] == ["inews-story-floated"]
    assert document.blocks[1].origin.part == f"{IDS[2].replace(':', '_')}: /nsml/story/body/p[1]"
    assert suffix_of(queue(stories, listing)) == ".zip"


def test_stories_are_found_by_the_id_in_them_and_a_listing_may_be_names_alone() -> None:
    stories = {f"tin{number}.nsml": story(number) for number in range(3)}
    listing = "\n".join((IDS[1], IDS[0].lower(), IDS[2]))
    assert headlines(read_bytes(queue(stories, listing), "q.zip")) == ["Tin 1", "Tin 0", "Tin 2"]


def test_floated_breaks_missing_and_unlisted_stories_are_told() -> None:
    stories = {
        "a": story(0),
        "b": story(1, meta="rate=180 float"),
        "c": story(2, meta="break", title="Quảng cáo"),
        "d": story(3, meta="hold"),
        "e": story(4),
    }
    listing = "".join(map(line, (0, 1, 2, 3, 5)))
    document = read_bytes(queue(stories, listing), "q.zip")
    assert headlines(document) == ["Tin 0", "Tin 3"]
    notes = {note.code: note for note in document.notes}
    assert set(notes) == {
        "inews-story-floated",
        "inews-story-break",
        "inews-story-held",
        "inews-stories-missing",
        "inews-stories-not-listed",
    }
    assert notes["inews-stories-missing"].arguments["ids"] == IDS[5]
    assert notes["inews-stories-not-listed"].arguments["names"] == "e"
    assert {code for code, note in notes.items() if note.unread} == {
        "inews-stories-missing",
        "inews-stories-not-listed",
    }
    for note in document.notes:
        for lang in ("vi", "en"):
            assert "{" not in message(note.code, lang, note.arguments)  # type: ignore[arg-type]


FIELDS = """<f id=tape-time>30</f><f id=audio-time>0:45</f><f id=runs-time>0</f><f id=x-khoi>Trong tỉnh</f>
<f id=x-trong>1'20"</f><f id=back-time>@68400</f><f id=modify-by>abc</f>"""


def test_the_usual_fields_and_those_of_a_site() -> None:
    data = queue({"a": story(0, fields=FIELDS)})
    (item,) = read_bytes(data, "q.zip").items
    assert item.metadata.duration == 75
    assert item.metadata.hour is not None
    assert item.block is None
    own = Supplied(headings={"x khoi": "khối", "x trong": "thời lượng", "modify by": "-"})
    (item,) = read_bytes(data, "q.zip", overrides=own).items
    assert item.metadata.duration == 80
    assert (item.block, item.metadata.section) == ("Trong tỉnh", "Trong tỉnh")
    assert item.metadata.own_value("modify by") is None


def test_a_time_that_nobody_entered_or_can_read_is_unknown() -> None:
    document = read_bytes(story(0, fields="<f id=total-time>0</f>").encode(), "a.nsml")
    assert document.metadata.duration is None
    document = read_bytes(story(0, fields="<f id=total-time>chưa rõ</f>").encode(), "a.nsml")
    assert document.metadata.duration is None
    assert [note.code for note in document.notes] == ["inews-field-unreadable"]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (queue({"a": story(0), "b": story(1)}), "q.zip", "inews-no-listing"),
        (
            queue({"a": story(0), "b": story(1), "1.txt": line(0) + line(1)}, line(1) + line(0)),
            "q.zip",
            "inews-many-listings",
        ),
        (queue({"a": story(0, meta="float")}), "q.zip", "document-empty"),
        (queue({"a": story(0).encode("cp1258", "replace") + b"\xff"}), "q.zip", "text-not-utf8"),
        (story(0, title="Họp").encode() + b"\xff", "a.nsml", "text-not-utf8"),
        (b"<nsml>", "a.nsml", "document-empty"),
        (b"<nsml><body>" + b"<p>" * 600_001, "a.nsml", "package-too-many-elements"),
        (b"\xff\xfe<\0n\0s\0m\0l\0>", "a.nsml", "text-bad-utf16"),
    ],
)
def test_each_bad_file_has_its_error(data: bytes, name: str, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name)
    assert [problem.code for problem in caught.value.problems] == [code]


WORDS = st.text("aăâêxyĐ .,", min_size=1, max_size=20).map(lambda words: " ".join(words.split())).filter(bool)


@given(
    st.permutations(range(5)),
    st.lists(st.lists(st.one_of(st.just(""), WORDS), max_size=4), min_size=5, max_size=5),
)
def test_any_queue_keeps_its_order_and_its_places(order: list[int], bodies: list[list[str]]) -> None:
    """Every spoken paragraph leads back to its file and to the number of its `p`."""
    stories = {}
    for number, body in enumerate(bodies):
        stories[f"s{number}"] = story(number, "".join(f"<p>{words}</p>\n" for words in body))
    document = read_bytes(queue(stories, "".join(map(line, order))), "q.zip")
    assert headlines(document) == [f"Tin {number}" for number in order]
    for block in document.blocks:
        if "/body/" in block.origin.part:
            member, _, path = block.origin.part.partition(": ")
            at = int(path.rpartition("[")[2].rstrip("]"))
            assert block.span.of(document.text) == bodies[int(member[1:])][at - 1]


@given(st.text("<>/=\"' apfidbody\n&;#", max_size=200))
def test_any_markup_is_read_or_refused(text: str) -> None:
    try:
        read_bytes(f"<nsml><story><fields>{text}".encode(), "a.nsml")
    except DocumentError as error:
        assert error.problems
