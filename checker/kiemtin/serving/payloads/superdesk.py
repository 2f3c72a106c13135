"""An item as Superdesk stores it and hands it to validation: HTML fields, pictures as associations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiemtin.documents.model import Document, Metadata, Zone
from kiemtin.serving.payloads.building import Piece, document_of, lines, marked_up, moment, refused, text_of


def read(item: Mapping[str, object], name: str, hours: float) -> Document:
    """Raises DocumentError for packages and pictures, and for fields of other types."""
    kind = item.get("type", "text")
    if kind not in ("text", "preformatted"):
        raise refused("payload-not-a-piece", name, kind=str(kind)[:40])
    pieces = marked_up("headline", Zone.HEADLINE, text_of(item, "headline", name))
    pieces += marked_up("abstract", Zone.LEAD, text_of(item, "abstract", name))
    body = text_of(item, "body_html", name)
    pieces += (lines if kind == "preformatted" and "<" not in body else marked_up)(
        "body_html", Zone.BODY, body
    )
    pieces += marked_up("body_footer", Zone.BODY, text_of(item, "body_footer", name))
    pieces += _captions(item.get("associations"), name)
    schedule = item.get("schedule_settings")
    schedule = schedule if isinstance(schedule, dict) else {}
    due = schedule.get("utc_publish_schedule") or item.get("publish_schedule") or item.get("embargoed")
    return document_of(name, pieces, Metadata(published=moment(due, "publish_schedule", name, hours)))


def _captions(associations: object, name: str) -> Iterator[Piece]:
    if not isinstance(associations, dict):
        return
    for key, entry in associations.items():
        if isinstance(entry, dict) and entry.get("type") in ("picture", "graphic", "video"):
            yield from marked_up(
                f"associations.{key}", Zone.CAPTION, text_of(entry, "description_text", name)
            )
