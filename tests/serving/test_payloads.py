"""What newsroom systems send becomes the same piece, whichever way it is written."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.documents.exchange.markup import Paragraph, paragraphs
from kiemtin.documents.model import Document, Medium, Zone
from kiemtin.foundation.problems import DocumentError, KiemtinError
from kiemtin.serving.payloads.reading import BadRequestError, read_json


def read(**request: Any) -> Document:
    return read_json(json.dumps(request).encode(), 20, 7.0)


def zones(document: Document) -> list[tuple[str, str]]:
    return [(block.zone.value, block.span.of(document.text)) for block in document.blocks]


PIECE = [
    ("headline", "Họp bàn"),
    ("lead", "Tỉnh họp."),
    ("body", "Một."),
    ("body", "Hai."),
    ("caption", "Ảnh họp"),
]
PAYLOADS: dict[str, dict[str, Any]] = {
    "html": {"html": "<h1>Họp bàn</h1><p>Một.</p>"},
    "ninjs 1": {
        "ninjs": {
            "type": "text", "headline": "Họp bàn", "description_text": "Tỉnh họp.",
            "body_html": "<p>Một.</p><p>Hai.</p>",
            "associations": {"a": {"type": "picture", "description_text": "Ảnh họp"}},
        }
    },
    "ninjs 2": {
        "ninjs": {
            "headlines": [{"role": "main", "value": "Họp bàn"}],
            "descriptions": [{"value": "<p>Tỉnh họp.</p>", "contentType": "text/html"}],
            "bodies": [{"role": "main", "value": "<p>Một.<br>Hai.</p>", "contentType": "text/html"}],
            "associations": [{"type": "picture", "descriptions": [{"value": "Ảnh họp"}]}],
        }
    },
    "superdesk": {
        "superdesk": {
            "type": "text", "headline": "Họp <b>bàn</b>", "abstract": "<p>Tỉnh họp.</p>",
            "body_html": "<p>Một.</p>\n<p>Hai.</p>",
            "associations": {"featuremedia": {"type": "picture", "description_text": "Ảnh họp"}},
        }
    },
    "wordpress": {
        "wordpress": {
            "title": {"raw": "Họp bàn"}, "excerpt": {"raw": "Tỉnh họp."},
            "content": {"raw": "<!-- wp:paragraph --><p>Một.</p><!-- /wp:paragraph --><p>Hai.</p>"
                               "<figure><img src='x'><figcaption>Ảnh họp</figcaption></figure>"},
        }
    },
    "wordpress, classic": {
        "wordpress": {
            "title": "Họp bàn", "excerpt": "Tỉnh họp.",
            "content": "Một.\n\nHai.\n[caption id='1']<img src='x'/> Ảnh họp[/caption]\n[gallery ids='1,2']",
        }
    },
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name != "html"])
def test_every_system_s_item_is_the_same_piece(name: str) -> None:
    assert zones(read(**PAYLOADS[name])) == PIECE


def test_html_has_its_headline() -> None:
    assert zones(read(**PAYLOADS["html"])) == [("headline", "Họp bàn"), ("body", "Một.")]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("a<script>x()</script>b", ["ab"]),
        ("<style>p{}</style><p>Một", ["Một"]),
        ("<p>Một &amp; hai&nbsp;ba</p>", ["Một & hai ba"]),
        ("<ul><li>Một<li>Hai</ul>", ["Một", "Hai"]),
        ("<p>Một <b>hai</b>, <i>ba</i>.</p>", ["Một hai, ba."]),
        ("<svg><script>1</svg>Một</script>x</svg>hai", ["hai"]),
        ("<video src='x'><p>Một</p>", ["Một"]),
        ("<p>Một</p><script>hai<p>ba</p>", ["Một"]),
        ("<iframe src='http://127.0.0.1/'>x</iframe><p>Một</p>", ["Một"]),
        ("<td>Một<td>Hai", ["Một", "Hai"]),
        ("<!-- Một --><p>Hai</p><![CDATA[x]]>", ["Hai"]),
    ],
)
def test_markup_gives_what_is_read(markup: str, found: list[str]) -> None:
    assert [paragraph.text for paragraph in paragraphs(markup)] == found


@given(st.text(alphabet="<>/abp!-[]&;'\" \n", max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_markup_makes_the_reader_fail(markup: str) -> None:
    assert all(isinstance(found, Paragraph) and found.text for found in paragraphs(markup))


def test_a_caption_of_the_classic_editor_is_one() -> None:
    (piece,) = paragraphs("<p class='wp-caption-text'>Ảnh họp</p>")
    assert piece.zone is Zone.CAPTION


LATE, NEXT_DAY = "2026-03-12T19:30:00", datetime(2026, 3, 13, 2, 30)


@pytest.mark.parametrize(
    ("payload", "published"),
    [
        ({"wordpress": {"content": "Một.", "date": LATE}}, datetime(2026, 3, 12, 19, 30)),
        ({"superdesk": {"body_html": "Một.", "publish_schedule": f"{LATE}+00:00"}}, NEXT_DAY),
        (
            {"superdesk": {"body_html": "Một.", "schedule_settings": {"utc_publish_schedule": f"{LATE}Z"}}},
            NEXT_DAY,
        ),
        ({"ninjs": {"body_text": "Một.", "versioncreated": "2026-03-12"}}, date(2026, 3, 12)),
        ({"ninjs": {"body_text": "Một."}}, None),
    ],
)
def test_the_moment_of_publication_is_the_newsroom_s(payload: dict[str, Any], published: object) -> None:
    assert read(**payload).metadata.published == published


def test_what_is_supplied_stands_in_place_of_the_item_s() -> None:
    post = {"title": "T", "content": "Một.", "date": "2026-03-12T19:30:00"}
    told = read(
        wordpress=post, metadata={"loại hình": "báo in", "ngày đăng": "13/03/2026", "trang": 3}
    ).metadata
    assert (told.medium, told.published, told.page) == (Medium.PRINT, date(2026, 3, 13), 3)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "request-not-json"),
        (b"{", "request-not-json"),
        (b"\xff\xfe", "request-not-json"),
        (b'{"text": NaN}', "request-not-json"),
        (b'{"text": "\\ud800"}', "request-not-json"),
        (b'{"metadata": {"page": ' + b"9" * 5000 + b"}}", "request-not-json"),
        (b"[" * 100_000, "request-too-deep"),
        (b'{"ninjs":' + b'{"a":' * 30 + b"1" + b"}" * 31, "request-too-deep"),
        (b"[]", "request-not-object"),
        (b"{}", "request-one-payload"),
        (b'{"text": "a", "html": "b"}', "request-one-payload"),
        (b'{"text": 1}', "request-bad-field"),
        (b'{"ninjs": "x"}', "request-bad-field"),
        (b'{"text": "a", "name": ""}', "request-bad-field"),
        (b'{"text": "a", "desk": "b"}', "request-unknown-field"),
        (b'{"text": "a", "metadata": []}', "request-bad-field"),
        (b'{"text": "a", "metadata": {"trang": true}}', "request-bad-field"),
        (b'{"text": "a", "metadata": {"loai hinnh": "x"}}', "request-unknown-key"),
        (b'{"text": "a", "metadata": {"trang": "ba"}}', "metadata-bad-number"),
        (b'{"text": "a", "metadata": {"published": "31/02/2026"}}', "metadata-bad-date"),
    ],
)
def test_what_is_no_request_is_told(body: bytes, code: str) -> None:
    with pytest.raises(BadRequestError) as told:
        read_json(body, 20, 7.0)
    assert [problem.code for problem in told.value.problems] == [code]


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"text": " "}, "document-empty"),
        ({"html": "<p></p>"}, "document-empty"),
        ({"superdesk": {"type": "composite"}}, "payload-not-a-piece"),
        ({"ninjs": {"type": "picture"}}, "payload-not-a-piece"),
        ({"superdesk": {"headline": ["x"]}}, "payload-not-text"),
        ({"wordpress": {"title": {"raw": 3}}}, "payload-not-text"),
        ({"wordpress": {"title": "T", "content": "M.", "date": "mai"}}, "payload-bad-moment"),
        ({"ninjs": {"bodies": [3]}}, "payload-not-text"),
    ],
)
def test_a_piece_that_cannot_be_read_is_told(request_: dict[str, Any], code: str) -> None:
    with pytest.raises(DocumentError) as told:
        read(**request_)
    assert [problem.code for problem in told.value.problems] == [code]


KEYS = "type headline body_html title content raw associations bodies value date".split()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(["ninjs", "superdesk", "wordpress"]), JSON)
@settings(max_examples=150, deadline=None)
def test_no_item_makes_a_reader_fail(kind: str, item: object) -> None:
    try:
        document = read(**{kind: item})
    except KiemtinError as error:
        assert error.problems
    else:
        assert document.text.strip()
