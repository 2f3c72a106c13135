"""Items of ninjs, Superdesk and WordPress as JSON: what is read, from which field, and what is refused."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.exchange.markup import paragraphs
from kiemtin.documents.model import Document, Medium, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.documents.sniffing import suffix_of
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import DocumentError
from kiemtin.foundation.text import normalize
from kiemtin.reporting.places import Places

HEADLINE = "Xã Nam Sơn họp dân"
BODY = ["Ông Trần Văn An, Bí thư Đảng ủy xã, dự họp.", "Bà Lê Thị Bình phát biểu."]
CAPTION = "Ông Trần Văn An tại cuộc họp."


def read(item: object, name: str = "a.json") -> Document:
    return read_bytes(json.dumps(item, ensure_ascii=False).encode(), name)


def told(document: Document) -> list[tuple[Zone, str, str, int]]:
    return [
        (block.zone, block.span.of(document.text), block.origin.part, block.origin.index)
        for block in document.blocks
    ]


def picture(**fields: object) -> dict[str, object]:
    return {"type": "picture", **fields}


FLAT = {
    "uri": "urn:x", "type": "text", "headline": HEADLINE, "byline": "Văn Mẫu", "versioncreated":
    "2026-03-12T02:00:00Z", "body_html": f"<p>{BODY[0]}</p><p>{BODY[1]}</p><script>x()</script>",
    "associations": {"a/b": picture(description_text=CAPTION)},
}  # fmt: skip
LISTED = {
    "uri": "urn:x", "headlines": [{"role": "short", "value": "Họp"}, {"role": "main", "value": HEADLINE}],
    "bodies": [{"contenttype": "text/html", "value": "<p>x</p>"},
               {"contenttype": "text/plain", "value": "\n".join(BODY)}],
    "versioncreated": "2026-03-12", "associations": [picture(descriptions=[{"value": CAPTION}])],
}  # fmt: skip
CAMEL = {
    "uri": "urn:x", "headlines": [{"value": HEADLINE}], "versionCreated": "2026-03-12T09:00:00+07:00",
    "bodies": [{"contentType": "text/html", "value": f"<p>{BODY[0]}<p>{BODY[1]}"}],
}  # fmt: skip
SUPERDESK = {
    "_etag": "1", "type": "text", "headline": HEADLINE, "abstract": "<p>Sáng 12/3.</p>", "priority": 1,
    "body_html": f"<p>{BODY[0]}</p><figure><figcaption>{CAPTION}</figcaption></figure><p>{BODY[1]}</p>",
    "firstpublished": "2026-03-12T02:00:00+0000", "associations": {"featuremedia": picture()},
}  # fmt: skip
WORDPRESS = {
    "id": 7, "status": "publish", "date": "2026-03-12T09:00:00",
    "title": {"rendered": "Xã Nam S&#417;n họp dân"},
    "excerpt": {"rendered": "<p>cắt</p>"},
    "content": {"rendered": "".join(f"<p>{line}</p>" for line in BODY)},
}  # fmt: skip

MOMENT = datetime(2026, 3, 12, 9)


@pytest.mark.parametrize(
    ("item", "headline_at", "body_at", "published"),
    [
        (FLAT, "/headline", [("/body_html", 1), ("/body_html", 2)], MOMENT),
        (LISTED, "/headlines/1/value", [("/bodies/1/value", 1), ("/bodies/1/value", 2)], date(2026, 3, 12)),
        (CAMEL, "/headlines/0/value", [("/bodies/0/value", 1), ("/bodies/0/value", 2)], MOMENT),
        (SUPERDESK, "/headline", [("/body_html", 1), ("/body_html", 3)], MOMENT),
        (WORDPRESS, "/title/rendered", [("/content/rendered", 1), ("/content/rendered", 2)], MOMENT),
        ([WORDPRESS], "/title/rendered", [("/content/rendered", 1), ("/content/rendered", 2)], MOMENT),
        ({"_items": [SUPERDESK]}, "/headline", [("/body_html", 1), ("/body_html", 3)], MOMENT),
    ],
)
def test_each_dialect_gives_the_same_piece(
    item: object, headline_at: str, body_at: list[tuple[str, int]], published: object
) -> None:
    document = read(item)
    blocks = told(document)
    assert (Zone.HEADLINE, HEADLINE, headline_at, 1) in blocks
    assert [row for row in blocks if row[0] is Zone.BODY] == [
        (Zone.BODY, line, *at) for line, at in zip(BODY, body_at, strict=True)
    ]
    assert document.metadata.published == published
    assert (document.metadata.outlet, document.metadata.page, document.metadata.section) == (None, None, None)


@pytest.mark.parametrize(
    ("item", "caption_at", "photos"),
    [
        (FLAT, "/associations/a~1b/description_text", 1),
        (LISTED, "/associations/0/descriptions/0/value", 1),
        (SUPERDESK, "/body_html", 1),
    ],
)
def test_captions_of_pictures_are_captions(item: object, caption_at: str, photos: int) -> None:
    document = read(item)
    assert [row[1:3] for row in told(document) if row[0] is Zone.CAPTION] == [(CAPTION, caption_at)]
    assert document.metadata.photos == photos


def test_a_byline_is_never_searched_for_people() -> None:
    assert (Zone.METADATA, "Văn Mẫu", "/byline", 1) in told(read(FLAT))


def test_only_a_written_excerpt_is_a_lead() -> None:
    assert not [row for row in told(read(WORDPRESS)) if row[0] is Zone.LEAD]
    written = WORDPRESS | {"excerpt": {"raw": "Sáng 12/3.", "rendered": "x"}}
    assert (Zone.LEAD, "Sáng 12/3.", "/excerpt/raw", 1) in told(read(written))


def test_a_draft_of_wordpress_has_no_date_and_a_medium() -> None:
    metadata = read(WORDPRESS | {"status": "draft"}).metadata
    assert (metadata.published, metadata.medium) == (None, Medium.ONLINE)


def test_what_is_not_read_is_said() -> None:
    related = read(FLAT | {"associations": {"x": {"type": "text", "headline": "y"}}})
    package = read(SUPERDESK | {"groups": [{"id": "root"}]})
    notes = [*related.notes, *package.notes]
    assert [note.code for note in notes] == ["exchange-related-unread", "exchange-package-unread"]
    assert all(note.unread and message(note.code, "vi", note.arguments) for note in notes)


def test_a_place_is_shown_as_a_field() -> None:
    document = read(FLAT)
    at = document.text.index("Bà Lê")
    assert Places(document).show(Span(at, at + 2), "vi") == "a.json, trường /body_html, đoạn 2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "json-malformed"),
        (b'{"headline": NaN}', "json-malformed"),
        (b'{"headline": "\\ud800"}', "json-malformed"),
        (b'{"uri": ' + b"9" * 5000 + b"}", "json-malformed"),
        (b'{"headline": ' + b"[" * 200_000, "json-too-deep"),
        (b'"text"', "json-unknown-item"),
        (b"[1]", "json-unknown-item"),
        (b'{"features": []}', "json-unknown-item"),
        (b"[]", "exchange-many-items"),
        (b'[{"headline": "a"}, {"headline": "b"}]', "exchange-many-items"),
        (b'{"headline": 5}', "exchange-not-text"),
        (b'{"headline": ["a"]}', "exchange-not-text"),
        (b'{"headlines": "a"}', "exchange-not-list"),
        (b'{"bodies": [1]}', "exchange-not-list"),
        (b'{"bodies": [{"value": {}}]}', "exchange-not-text"),
        (b'{"headline": "a", "versioncreated": "hom qua"}', "exchange-bad-moment"),
        (b'{"headline": "a", "versioncreated": 12}', "exchange-bad-moment"),
        (b'{"title": {"rendered": 1}}', "exchange-not-text"),
        (b'{"_etag": "1", "body_html": []}', "exchange-not-text"),
        (b'{"headline": ""}', "document-empty"),
        (b'{"headline": "", "byline": "A"}', "document-empty"),
        (b'{"body_html": "' + b"<p>" * 1_000_001 + b'"}', "package-too-many-elements"),
        (b"\xff{}", "text-not-utf8"),
    ],
)
def test_a_bad_file_is_refused_with_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "a.json")
    (problem,) = caught.value.problems
    assert problem.code == code
    for lang in ("vi", "en"):
        assert message(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
        assert help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("item", [FLAT, [WORDPRESS], SUPERDESK])
def test_standard_input_is_told_by_its_content(item: object) -> None:
    assert suffix_of(json.dumps(item).encode()) == ".json"


LINE = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20)


@given(st.lists(LINE, min_size=1, max_size=6))
def test_a_place_leads_back_to_its_paragraph(texts: list[str]) -> None:
    """A pointer and a number of a paragraph find the words again."""
    item = {"uri": "x", "headline": HEADLINE, "bodies": [{"value": "\n".join(texts)}]}
    document = read(item)
    found = [block for block in document.blocks if block.origin.part.startswith("/bodies")]
    whole = "\n".join(texts)
    for block in found:
        assert block.origin.part == "/bodies/0/value"
        paragraph = normalize(whole.splitlines()[block.origin.index - 1]).text
        assert block.span.of(document.text) in paragraph


FIELDS = sorted({*FLAT, *LISTED, *SUPERDESK, *WORDPRESS, "value", "raw"})
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(VALUE)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        assert read(value).text
    except DocumentError as error:
        assert error.problems


@pytest.mark.parametrize("opened", ["<a ", '<a b="', "<!--", "<![", "<p class=", "</", "<svg>", "<script>"])
def test_markup_that_never_ends_is_read_in_one_pass(opened: str) -> None:
    """`html.parser` takes the square of the length for most of these, and fails at one."""
    found = paragraphs(f"<p>Họp dân.</p>{opened * 20_000}")
    assert found[0].text == "Họp dân."


@given(st.text(st.sampled_from("<>/!-\"'= apbrscitx&;#1"), max_size=60))
def test_any_markup_is_read(markup: str) -> None:
    assert all(part.text == " ".join(part.text.split()) != "" for part in paragraphs(markup))


def test_the_caption_is_what_has_the_role_of_text_not_who_wrote_it() -> None:
    values = [{"role": "writer", "value": "www.mau.example"}, {"role": "text", "value": CAPTION}]
    item = {**LISTED, "associations": [picture(descriptions=values)]}
    captions = [words for zone, words, *_ in told(read(item)) if zone is Zone.CAPTION]
    assert captions == [CAPTION]
