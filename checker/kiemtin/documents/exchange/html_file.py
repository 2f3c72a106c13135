"""A page or a fragment of HTML (.html, .htm) as one item: what an editor saves, exports or pastes.

The home page of a site whose profile is given is a bulletin. Any other page is read as the archives' pages
are (extra `web`): what it says of itself, then its article. A fragment, as editors of newsroom systems write
it, is read paragraph by paragraph.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from kiemtin.documents.decoding import decode
from kiemtin.documents.exchange.markup import paragraphs
from kiemtin.documents.exchange.pieces import Piece, Reading, Source, document_of
from kiemtin.documents.limits import ELEMENTS
from kiemtin.documents.model import Document, Medium, Metadata, Note, Supplied, Zone
from kiemtin.documents.moments import read_iso
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace

_PAGE = re.compile(rb"<\s*(?:html|head|meta|!doctype)\b", re.I)


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """Raises DocumentError."""
    source = Source(path, overrides, sha256(data).hexdigest())
    ELEMENTS.hold(data.count(b"<"), FilePlace(path))
    if _PAGE.search(data[:5000]):
        sites = overrides.sites if isinstance(overrides, Supplied) else ()
        if sites:
            from kiemtin.documents.exchange import home_page

            home = home_page.read(data, source, sites)
            if home is not None:
                return home
        from kiemtin.documents.exchange.web_page import fields_of_page

        reading = _of_page(fields_of_page(data, path))
        if any(piece.zone is Zone.BODY for piece in reading.pieces):
            return document_of(source, reading, "element")
    found = [Piece("/html", part.zone, part.text) for part in paragraphs(decode(data, path))]
    return document_of(source, Reading(found, Metadata()), "element")


def _of_page(fields: dict[str, Any]) -> Reading:
    """A page of the web is of the medium `online`, whatever it says."""
    pieces = [Piece("title", Zone.HEADLINE, fields.get("title") or "")]
    pieces.append(Piece("lead", Zone.LEAD, fields.get("lead") or ""))
    pieces += [Piece("article", Zone.BODY, line) for line in (fields.get("text") or "").splitlines()]
    pieces += [Piece("figcaption", Zone.CAPTION, words) for words in fields.get("captions") or ()]
    published, notes = _published(fields.get("published"))
    metadata = Metadata(
        outlet=fields.get("outlet"), medium=Medium.ONLINE, published=published, section=fields.get("section")
    )
    return Reading(pieces, metadata, notes)


def _published(told: str | None) -> tuple[datetime | date | None, list[Note]]:
    """A moment that cannot be read is unknown, and told."""
    if not told:
        return None, []
    try:
        return read_iso(told.strip()), []
    except ValueError:
        return None, [Note("html-bad-moment", {"value": told[:40]})]
