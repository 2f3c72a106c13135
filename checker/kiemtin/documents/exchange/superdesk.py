"""An item as Superdesk stores and exports it: HTML fields, pictures as associations.

Published is the schedule or embargo, else when it was first published. Priority and urgency are values of
the newsroom's work, no placement; page and section have no field.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiemtin.documents.exchange.pieces import (
    Reading,
    Source,
    first_moment,
    lines,
    marked_up,
    pointer,
    text_of,
)
from kiemtin.documents.model import Metadata, Note, Zone

_PICTURES = ("picture", "graphic", "video")


def read(item: Mapping[str, object], source: Source) -> Reading:
    """Raises DocumentError for fields of other types."""
    kind = item.get("type", "text")
    pieces = []
    for key, zone in (
        ("headline", Zone.HEADLINE),
        ("byline", Zone.METADATA),
        ("abstract", Zone.LEAD),
        ("body_html", Zone.BODY),
        ("body_footer", Zone.BODY),
    ):
        value = text_of(source, item, key)
        plain = kind == "preformatted" and "<" not in value
        place = pointer(key)
        pieces += lines(place, zone, value) if plain else marked_up(source, place, zone, value)
    if kind in _PICTURES:
        pieces += marked_up(
            source, "/description_text", Zone.CAPTION, text_of(source, item, "description_text")
        )
    photos = 0
    associations = item.get("associations")
    for key, entry in associations.items() if isinstance(associations, dict) else ():
        if isinstance(entry, dict) and entry.get("type") in _PICTURES:
            photos += entry.get("type") == "picture"
            caption = text_of(source, entry, "description_text", "associations", key)
            place = pointer("associations", key, "description_text")
            pieces += marked_up(source, place, Zone.CAPTION, caption)
    schedule = item.get("schedule_settings")
    schedule = schedule if isinstance(schedule, dict) else {}
    published = first_moment(
        source,
        [
            (schedule.get("utc_publish_schedule"), "/schedule_settings/utc_publish_schedule"),
            (schedule.get("utc_embargo"), "/schedule_settings/utc_embargo"),
            *((item.get(key), pointer(key)) for key in ("publish_schedule", "embargoed", "firstpublished")),
        ],
    )
    notes = [Note("exchange-package-unread", unread=True)] if item.get("groups") else []
    return Reading(pieces, Metadata(published=published, photos=photos or None), notes)
