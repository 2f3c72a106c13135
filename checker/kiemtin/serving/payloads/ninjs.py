"""ninjs of IPTC (https://iptc.org/std/ninjs), 1.x and from 2.0 on: a text with its pictures' captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiemtin.documents.model import Document, Metadata, Zone
from kiemtin.serving.payloads.building import Piece, document_of, lines, marked_up, moment, refused, text_of

Fields = Mapping[str, object]


def read(item: Fields, name: str, hours: float) -> Document:
    """Raises DocumentError for what is no text item, and for fields of other types."""
    kind = item.get("type", "text")
    if kind not in ("text", None):
        raise refused("payload-not-a-piece", name, kind=str(kind)[:40])
    pieces = [*_field(item, "headline", "headlines", Zone.HEADLINE, name)][:1]
    pieces += _field(item, "description", "descriptions", Zone.LEAD, name)
    pieces += _field(item, "body", "bodies", Zone.BODY, name)
    pieces += _captions(item.get("associations"), name)
    published = moment(item.get("embargoed") or item.get("versioncreated"), "versioncreated", name, hours)
    return document_of(name, pieces, Metadata(published=published))


def _field(item: Fields, one: str, many: str, zone: Zone, name: str) -> Iterator[Piece]:
    """1.x has `body_text`, `body_html` …; from 2.0 on `bodies` is a list of values with content types."""
    listed = item.get(many)
    if isinstance(listed, list) and listed:
        first = next((each for each in listed if _is_main(each)), listed[0])
        if not isinstance(first, dict):
            raise refused("payload-not-text", name, key=many)
        is_markup = "html" in str(first.get("contentType") or first.get("contenttype") or "")
        value = text_of(first, "value", name)
        yield from (marked_up if is_markup else lines)(many, zone, value)
        return
    for key, is_markup in (
        (f"{one}_html", True),
        (f"{one}_xhtml", True),
        (f"{one}_text", False),
        (one, False),
    ):
        value = text_of(item, key, name)
        if value:
            yield from (marked_up if is_markup else lines)(key, zone, value)
            return


def _is_main(entry: object) -> bool:
    return isinstance(entry, dict) and entry.get("role") in (None, "main", "body", "headline")


def _captions(associations: object, name: str) -> Iterator[Piece]:
    entries: list[tuple[str, object]] = []
    if isinstance(associations, dict):
        entries = [(f"associations.{key}", value) for key, value in associations.items()]
    elif isinstance(associations, list):
        entries = [(f"associations.{number}", value) for number, value in enumerate(associations, 1)]
    for field, entry in entries:
        if isinstance(entry, dict) and entry.get("type") in ("picture", "graphic", "video"):
            for piece in _field(entry, "description", "descriptions", Zone.CAPTION, name):
                yield Piece(field, Zone.CAPTION, piece.text)
