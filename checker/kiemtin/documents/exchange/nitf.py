"""NITF 3.x of IPTC (https://iptc.org/std/NITF): the one standard of news with a place for page and section.

Publication is what `pubdata` says, else the date of release or of issue. Sub-headings belong to the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from kiemtin.documents.exchange.pieces import Piece, Reading, Source, moment
from kiemtin.documents.exchange.xml_tree import Element, children, find, words
from kiemtin.documents.model import Medium, Metadata, Zone

_MEDIA = {
    "print": Medium.PRINT, "web": Medium.ONLINE, "audio": Medium.RADIO, "video": Medium.TELEVISION,
}  # fmt: skip
_HEAD = {
    "hl1": Zone.HEADLINE, "hl2": Zone.LEAD, "abstract": Zone.LEAD, "byline": Zone.METADATA,
    "dateline": Zone.METADATA, "distributor": Zone.METADATA, "note": Zone.METADATA,
}  # fmt: skip
_BODY = {
    "p": Zone.BODY, "hl2": Zone.BODY, "li": Zone.BODY, "td": Zone.BODY, "th": Zone.BODY, "dt": Zone.BODY,
    "dd": Zone.BODY, "credit": Zone.BODY, "media-caption": Zone.CAPTION, "media-producer": Zone.METADATA,
    "caption": Zone.CAPTION, "pre": Zone.BODY,
}  # fmt: skip
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_DEEPEST = 100


def read(root: Element, source: Source, path: str = "/nitf") -> Reading:
    """Raises DocumentError for a date that is none."""
    body = find(root, "body")
    pieces = list(_pieces(find(body, "body.head"), f"{path}/body/body.head", _HEAD))
    pieces += _pieces(find(body, "body.content"), f"{path}/body/body.content", _BODY)
    pieces += _pieces(
        find(body, "body.end"),
        f"{path}/body/body.end",
        dict.fromkeys(("tagline", "bibliography"), Zone.METADATA),
    )
    if not any(piece.zone is Zone.HEADLINE for piece in pieces):
        title = words(find(root, "head", "title"))
        pieces.insert(0, Piece(f"{path}/head/title", Zone.HEADLINE, title))
    return Reading(pieces, _metadata(root, source, path))


def _pieces(element: Element | None, path: str, zones: dict[str, Zone], depth: int = 0) -> Iterator[Piece]:
    """The paragraphs below an element: what `zones` names is one, anything else is looked into."""
    if element is None or depth > _DEEPEST:
        return
    for child, name, place in children(element, path):
        zone = zones.get(name)
        if zone is None:
            yield from _pieces(child, place, zones, depth + 1)
        else:
            inner = [paragraph for paragraph, inside, _ in children(child, "") if inside == "p"]
            for paragraph in inner or [child]:
                yield Piece(place, zone, words(paragraph))


def _metadata(root: Element, source: Source, path: str) -> Metadata:
    head = find(root, "head")
    pubdata = find(head, "pubdata")
    given = dict(pubdata.attrib) if pubdata is not None else {}
    docdata = find(head, "docdata")
    stated = [
        (given.get("date.publication"), f"{path}/head/pubdata/@date.publication"),
        *(
            (_norm(find(docdata, name)), f"{path}/head/docdata/{name}/@norm")
            for name in ("date.release", "date.issue")
        ),
    ]
    published = next((_moment(source, value, place) for value, place in stated if value), None)
    page = given.get("position.sequence", "")
    return Metadata(
        outlet=given.get("name") or None,
        medium=_MEDIA.get(given.get("type", "")),
        published=published,
        page=int(page) if page.isdecimal() and len(page) < 5 else None,
        section=given.get("position.section") or None,
    )


def _norm(element: Element | None) -> str | None:
    return None if element is None else element.get("norm")


def _moment(source: Source, value: str, place: str) -> datetime | date | None:
    """ISO 8601 in its compact form (20240312T083000Z), or the usual one."""
    compact = _COMPACT.fullmatch(value.strip())
    if compact is None:
        return moment(source, value.strip(), place)
    year, month, day, hour, minute, second, zone = compact.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return moment(source, f"{year}-{month}-{day}{clock}", place)
