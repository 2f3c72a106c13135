"""MOS: messages replayed into a running order, as a naive reference does; lengths and texts of stories."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.exchange.pieces import Source
from kiemtin.documents.exchange.xml_tree import parse
from kiemtin.documents.model import Zone
from kiemtin.documents.mos.running_order import apply, begin
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError


def message(number: int | None, change: str) -> str:
    told = "" if number is None else f"<messageID>{number}</messageID>"
    return f"<mos><mosID>a</mosID>{told}{change}</mos>"


def story(name: str, inner: str = "") -> str:
    return f"<story><storyID>{name}</storyID><storySlug>Tin {name}</storySlug>{inner}</story>"


def create(*names: str) -> str:
    stories = "".join(map(story, names))
    return (
        "<roCreate><roID>R</roID><roSlug>Thời sự 19h</roSlug><roEdStart>2024-03-12T19:00:00</roEdStart>"
        f"{stories}</roCreate>"
    )


def ids(*names: str) -> str:
    return "".join(f"<storyID>{name}</storyID>" for name in names)


def action(operation: str, target: str, source: str) -> str:
    return (
        f'<roElementAction operation="{operation}"><roID>R</roID><element_target><storyID>{target}</storyID>'
        f"</element_target><element_source>{source}</element_source></roElementAction>"
    )


def read(*messages: str, name: str = "a.xml"):
    return read_bytes("".join(messages).encode(), name)


def slugs(document) -> list[str]:
    return [item.blocks[0].span.of(document.text).removeprefix("Tin ") for item in document.items]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (f"<roStoryMove><roID>R</roID>{ids('C', 'A')}</roStoryMove>", "CAB"),
        (f"<roStoryMove><roID>R</roID>{ids('A', '')}</roStoryMove>", "BCA"),
        (f"<roStoryMoveMultiple><roID>R</roID>{ids('B', 'C', 'A')}</roStoryMoveMultiple>", "BCA"),
        (f"<roStorySwap><roID>R</roID>{ids('A', 'C')}</roStorySwap>", "CBA"),
        (f"<roStoryDelete><roID>R</roID>{ids('A', 'B')}</roStoryDelete>", "C"),
        (f"<roStoryAppend><roID>R</roID>{story('D')}</roStoryAppend>", "ABCD"),
        (f"<roStoryInsert><roID>R</roID>{ids('B')}{story('D')}{story('E')}</roStoryInsert>", "ADEBC"),
        (f"<roStoryReplace><roID>R</roID>{ids('B')}{story('D')}{story('E')}</roStoryReplace>", "ADEC"),
        (action("INSERT", "B", story("D")), "ADBC"),
        (action("INSERT", "", story("D")), "ABCD"),
        (action("REPLACE", "B", story("D")), "ADC"),
        (action("MOVE", "A", ids("C", "B")), "CBA"),
        (action("DELETE", "", ids("B")), "AC"),
        (action("SWAP", "", ids("B", "C")), "ACB"),
        (create("X", "Y").replace("roCreate", "roReplace"), "XY"),
        (f"<roStoryMove><roID>KHÁC</roID>{ids('C', 'A')}</roStoryMove>", "ABC"),
        ("<roReadyToAir><roID>R</roID></roReadyToAir>", "ABC"),
    ],
)
def test_each_message_changes_the_order(change: str, left: str) -> None:
    assert "".join(slugs(read(message(1, create("A", "B", "C")), message(2, change)))) == left


def test_messages_go_by_their_numbers_and_the_last_is_told() -> None:
    move = message(2, f"<roStoryMove><roID>R</roID>{ids('C', 'A')}</roStoryMove>")
    delete = message(3, f"<roStoryDelete><roID>R</roID>{ids('C')}</roStoryDelete>")
    document = read(delete, message(1, create("A", "B", "C")), move)
    assert slugs(document) == ["A", "B"]
    (note, *_) = document.notes
    assert (note.code, note.arguments["number"], note.arguments["kind"]) == (
        "mos-last-message",
        "3",
        "roStoryDelete",
    )


def test_what_is_not_there_is_told() -> None:
    document = read(
        message(1, create("A")), message(2, f"<roStoryDelete><roID>R</roID>{ids('Z')}</roStoryDelete>")
    )
    assert slugs(document) == ["A"]
    unknown = next(note for note in document.notes if note.code == "mos-unknown-id")
    assert unknown.unread
    assert unknown.arguments["ids"] == "Z"


BODY = """<roStorySend><roID>R</roID><storyID>A</storyID><storyBody><p>Đồng chí <em>Trần Văn An</em>, Bí thư Tỉnh ủy.</p>
<pi>Hình 1</pi><storyPresenter>Lê Na</storyPresenter><storyItem><itemID>1</itemID></storyItem><p>Câu hai.</p></storyBody>
<mosExternalMetadata><mosPayload><TextTime>50</TextTime><MediaTime>30.5</MediaTime></mosPayload></mosExternalMetadata></roStorySend>"""


def test_a_story_has_the_text_that_was_sent_for_it() -> None:
    document = read(message(1, create("A", "B")), message(2, BODY))
    item = document.items[0]
    assert [(block.zone, block.span.of(document.text)) for block in item.blocks] == [
        (Zone.HEADLINE, "Tin A"),
        (Zone.BODY, "Đồng chí Trần Văn An, Bí thư Tỉnh ủy."),
        (Zone.CUE, "Hình 1"),
        (Zone.CUE, "Lê Na"),
        (Zone.BODY, "Câu hai."),
    ]
    assert item.metadata.duration == 80.5
    assert document.items[1].metadata.duration is None
    assert document.metadata.programme == "Thời sự 19h"
    anew = create("B", "A").replace("roCreate", "roReplace")
    again = read(message(1, create("A", "B")), message(2, BODY), message(3, anew))
    assert "Trần Văn An" in again.text


@pytest.mark.parametrize(
    ("inner", "seconds"),
    [
        ("<item><itemID>1</itemID><itemEdDur>1500</itemEdDur><objTB>25</objTB></item>", 60),
        ("<item><itemID>1</itemID><itemEdDur>0</itemEdDur><objTB>0</objTB></item>", None),
        ("<item><itemID>1</itemID><itemEdDur>1500</itemEdDur></item>", None),
        (
            "<mosExternalMetadata><mosPayload><StoryDuration>95</StoryDuration></mosPayload></mosExternalMetadata>",
            95,
        ),
        ("<mosExternalMetadata><mosPayload><TextTime>x</TextTime></mosPayload></mosExternalMetadata>", None),
    ],
)
def test_lengths_are_those_that_are_stated(inner: str, seconds: float | None) -> None:
    told = create("A").replace("</storySlug>", f"</storySlug>{inner}")
    assert read(message(1, told)).items[0].metadata.duration == seconds


def test_a_zip_of_messages_is_one_running_order() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("2.xml", message(2, f"<roStoryMove><roID>R</roID>{ids('B', 'A')}</roStoryMove>"))
        package.writestr("1.xml", message(1, create("A", "B")))
        package.writestr("ghi-chu.txt", "không phải thông điệp")
    assert slugs(read_bytes(stream.getvalue(), "ro.zip")) == ["B", "A"]


def test_one_story_alone_is_checked_too() -> None:
    assert "Trần Văn An" in read(message(7, BODY)).text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (message(1, f"<roStoryDelete><roID>R</roID>{ids('A')}</roStoryDelete>"), "mos-no-running-order"),
        (message(1, "<heartbeat/>"), "mos-no-running-order"),
        ("<mos><roCreate>", "xml-malformed"),
        (message(1, "<roCreate><roID>R</roID></roCreate>"), "document-empty"),
        (message(1, create("A").replace("2024-03-12T19:00:00", "tối nay")), "exchange-bad-moment"),
    ],
)
def test_what_is_wrong_is_told(data: str, code: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(data)
    assert raised.value.problems[0].code == code


# A naive running order: a list of names, changed as the protocol's words say.

NAMES = "ABCDEF"
MOVES = st.tuples(
    st.sampled_from(["move", "swap", "delete", "insert", "replace"]),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)


def naive(rows: list[str], kind: str, one: str, other: str) -> list[str]:
    if kind == "move":
        if one not in rows or other not in rows or one == other:
            return rows
        left = [row for row in rows if row != one]
        at = left.index(other)
        return [*left[:at], one, *left[at:]]
    if kind == "swap":
        if one not in rows or other not in rows:
            return rows
        pair = {one: other, other: one}
        return [pair.get(row, row) for row in rows]
    if kind == "delete":
        return [row for row in rows if row != one]
    if other not in rows or one in rows:
        return rows
    at = rows.index(other)
    return [*rows[:at], one, *rows[at + (kind == "replace") :]]


@given(st.lists(MOVES, max_size=12))
def test_replaying_equals_a_naive_reference(moves: list[tuple[str, str, str]]) -> None:
    source = Source("a.xml")

    def change(text: str):
        return next(iter(parse(text.encode(), source)))

    order = begin(change(f"<mos>{create(*NAMES[:4])}</mos>"))
    rows = list(NAMES[:4])
    for kind, one, other in moves:
        if kind in ("insert", "replace") and one in rows:
            continue
        if kind == "move" and one == other:
            continue
        told = {
            "move": f"<roStoryMove>{ids(one, other)}</roStoryMove>",
            "swap": f"<roStorySwap>{ids(one, other)}</roStorySwap>",
            "delete": f"<roStoryDelete>{ids(one)}</roStoryDelete>",
            "insert": f"<roStoryInsert>{ids(other)}{story(one)}</roStoryInsert>",
            "replace": f"<roStoryReplace>{ids(other)}{story(one)}</roStoryReplace>",
        }[kind]
        order = apply(order, change(f"<mos>{told}</mos>"))
        rows = naive(rows, kind, one, other)
    assert [row.id for row in order.stories] == rows
