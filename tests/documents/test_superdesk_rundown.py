"""Rundowns of Superdesk: items in the order of their references, each text with the pointer of its field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import DocumentError

HEAD = {
    "_id": "r", "show": "s", "title": "Thời sự 19h", "airtime_date": "2024-03-12", "airtime_time": "19:00",
    "planned_duration": 900,
}  # fmt: skip
ONE = {
    "_id": "a", "item_type": "PRLG", "title": "Tỉnh ủy họp", "planned_duration": 95, "duration": 90,
    "show_part": "Trong tỉnh", "content": "<p>Ông Trần Văn An, Bí thư.</p><p>Câu hai.</p>",
    "subitems": [
        {"qcode": "CG", "enabled": True, "technical_info": "máy 1", "content": "<p>Trần Văn An, Bí thư</p>"},
        {"qcode": "VO", "enabled": False, "content": "<p>Không phát</p>"},
    ],
    "last_sentence": "Hết.",
}  # fmt: skip
TWO = {"_id": "b", "item_type": "AACC", "title": "Khánh thành cầu", "planned_duration": 0, "duration": 0}


def read(value: Any) -> Document:
    return read_bytes(json.dumps(value).encode(), "r.json")


def rundown(*names: str, **more: Any) -> dict[str, Any]:
    return {**HEAD, "items": [{"_id": name} for name in names], **more}


def titles(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.zone is Zone.HEADLINE]


def test_the_order_is_that_of_the_references() -> None:
    value: dict[str, Any] = {"rundown": rundown("b", "a"), "rundown_items": [ONE, TWO]}
    value["rundown"]["items"][1]["start_time"] = "19:05:30"
    document = read(value)
    assert document.kind == "bulletin"
    assert titles(document) == ["Khánh thành cầu", "Tỉnh ủy họp"]
    assert (document.metadata.programme, document.metadata.duration) == ("Thời sự 19h", 900)
    two, one = document.items
    assert str(two.metadata.published) == "2024-03-12 19:00:00"
    assert str(one.metadata.published) == "2024-03-12 19:05:30"
    assert [timing.seconds for timing in one.timings] == [90, 95]
    assert (one.metadata.duration, one.metadata.position) == (90, 2)
    assert (two.metadata.duration, two.timings) == (None, ())
    assert (one.block, one.metadata.section, two.block) == ("Trong tỉnh", "Trong tỉnh", None)
    assert [(b.zone, b.span.of(document.text), b.origin.part, b.origin.index) for b in one.blocks] == [
        (Zone.HEADLINE, "Tỉnh ủy họp", "/rundown_items/0/title", 1),
        (Zone.BODY, "Ông Trần Văn An, Bí thư.", "/rundown_items/0/content", 1),
        (Zone.BODY, "Câu hai.", "/rundown_items/0/content", 2),
        (Zone.CUE, "Hết.", "/rundown_items/0/last_sentence", 1),
        (Zone.GRAPHIC, "Trần Văn An, Bí thư", "/rundown_items/0/subitems/0/content", 1),
        (Zone.CUE, "máy 1", "/rundown_items/0/subitems/0/technical_info", 1),
    ]


@pytest.mark.parametrize(
    "value",
    [
        {**HEAD, "items": [TWO, ONE]},
        {"_items": [{**HEAD, "items": [TWO, ONE]}]},
        {"rundown": rundown("b", "a"), "items": [ONE, TWO]},
        {"rundown": rundown("b", "a"), "_items": [ONE, TWO]},
        rundown("b", "a", rundown_items=[ONE, TWO]),
    ],
)
def test_items_may_stand_in_it_or_beside_it(value: Any) -> None:
    assert titles(read(value)) == ["Khánh thành cầu", "Tỉnh ủy họp"]


def test_what_the_index_keeps_is_read_where_there_is_nothing_else() -> None:
    data = [
        {"_id": "a", "key": "title", "value": "Tỉnh ủy họp"},
        {"_id": "a", "key": "content", "value": "<p>Lời.</p>"},
        {"_id": "b", "key": "title", "value": "Khánh thành cầu"},
    ]
    document = read(rundown("b", "a", items_data=data))
    assert titles(document) == ["Khánh thành cầu", "Tỉnh ủy họp"]
    assert [(note.code, note.unread) for note in document.notes] == [("superdesk-from-index", True)]
    assert document.blocks[-1].origin.part == "/items_data/0"


def test_dropped_missing_and_unlisted_items_are_told() -> None:
    items = [ONE, {**TWO, "status": "Skipped"}, {**TWO, "_id": "d", "title": "Ngoài bản tin"}]
    document = read({"rundown": rundown("a", "b", "c"), "rundown_items": items})
    assert titles(document) == ["Tỉnh ủy họp"]
    notes = {note.code: note for note in document.notes}
    assert set(notes) == {"superdesk-item-dropped", "superdesk-items-missing", "superdesk-items-not-listed"}
    assert notes["superdesk-items-missing"].arguments["ids"] == "c"
    assert notes["superdesk-items-not-listed"].arguments["ids"] == "d"
    assert {code for code, note in notes.items() if note.unread} == set(notes) - {"superdesk-item-dropped"}
    for note in document.notes:
        for lang in ("vi", "en"):
            assert "{" not in message(note.code, lang, note.arguments)


def test_an_hour_that_is_none_is_unknown_and_told() -> None:
    value: dict[str, Any] = {"rundown": rundown("a"), "rundown_items": [ONE]}
    value["rundown"]["items"][0]["start_time"] = "tối"
    (note,) = read(value).notes
    assert note.code == "superdesk-bad-time"
    assert note.arguments == {"place": "/rundown/items/0/start_time", "value": "tối"}


def test_without_a_day_nothing_is_said_of_when() -> None:
    document = read({**HEAD, "airtime_date": "", "items": [ONE]})
    assert document.items[0].metadata.published is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"rundown": HEAD, "rundown_items": [ONE, TWO]}, "superdesk-order-unknown"),
        ({**HEAD, "items": "a"}, "exchange-not-list"),
        ({**HEAD, "items": ["a"]}, "exchange-not-list"),
        ({**HEAD, "items": [{**ONE, "content": 3}]}, "exchange-not-text"),
        ({**HEAD, "items": [{**ONE, "subitems": {}}]}, "exchange-not-list"),
        ({**HEAD, "items": [{**ONE, "duration": "90"}]}, "superdesk-bad-length"),
        ({**HEAD, "items": [{**ONE, "duration": True}]}, "superdesk-bad-length"),
        ({**HEAD, "items": [{**ONE, "planned_duration": -1}]}, "superdesk-bad-length"),
        ({**HEAD, "items": [{**ONE, "planned_duration": 1e12}]}, "superdesk-bad-length"),
        ({**HEAD, "airtime_date": "31/02", "items": [ONE]}, "exchange-bad-moment"),
        ({**HEAD, "airtime_time": "25:00", "items": [ONE]}, "exchange-bad-moment"),
        ({**HEAD, "items": []}, "document-empty"),
        (rundown("a", "b"), "document-empty"),
        ({**HEAD, "items": [{**TWO, "title": "", "content": ""}]}, "document-empty"),
        (
            {**HEAD, "items": [{**TWO, "title": str(n)} | {"_id": n} for n in range(5_001)]},
            "rundown-too-many-rows",
        ),
    ],
)
def test_each_bad_file_has_its_error(value: Any, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(value)
    (problem,) = caught.value.problems
    assert problem.code == code
    for lang in ("vi", "en"):
        assert message(problem.code, lang, problem.arguments)
        assert help_for(problem.code, lang, problem.arguments)


WORDS = st.text("aăâêxyĐ .,", min_size=1, max_size=15).map(lambda words: " ".join(words.split())).filter(bool)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_every_text_leads_back_to_its_field(items: list[tuple[str, str]], random: Any) -> None:
    told = [
        {"_id": str(at), "item_type": "X", "title": f"Tin {at} {title}", "content": f"<p>{words}</p>"}
        for at, (title, words) in enumerate(items)
    ]
    order = [str(at) for at in range(len(items))]
    random.shuffle(order)
    value = {"rundown": rundown(*order), "rundown_items": told}
    document = read(value)
    assert [title.split()[1] for title in titles(document)] == order
    for block in document.blocks:
        found: Any = value
        for key in block.origin.part.strip("/").split("/"):
            found = found[int(key)] if isinstance(found, list) else found[key]
        assert block.span.of(document.text) == found.removeprefix("<p>").removesuffix("</p>")


def test_the_length_of_an_item_is_shown_with_its_field() -> None:
    from kiemtin.officials.model import Recognition
    from kiemtin.reporting.shown_document import Reading, json_line, render

    reading = Reading(read({**HEAD, "items": [ONE]}), Recognition((), ()), [])
    assert "thực tế 1'30\" (trường /items/0/duration)" in " ".join(render(reading, "vi", width=500).split())
    assert json.loads(json_line(reading, why=False))["items"][0]["durations"] == [
        {"kind": "actual", "seconds": 90.0, "part": "/items/0/duration"},
        {"kind": "planned", "seconds": 95.0, "part": "/items/0/planned_duration"},
    ]
