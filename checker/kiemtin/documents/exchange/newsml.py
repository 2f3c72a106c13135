"""NewsML-G2 of IPTC (https://iptc.org/std/NewsML-G2): a news item, alone or the only one of a message.

Published is what is embargoed until, else when this version was made. Text stands inline as NITF, as XHTML or
plain; pictures have captions alone. The standard has no place for outlet, medium, page or section: they stay
unknown. Packages (lists of items that stand elsewhere) hold no text.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.documents.exchange import nitf
from kiemtin.documents.exchange.pieces import Piece, Reading, Source, first_moment, lines, marked_up
from kiemtin.documents.exchange.xml_tree import Element, children, find, name_of, words
from kiemtin.documents.model import Metadata, Note, Zone

_WITHDRAWN = ("stat:canceled", "stat:withheld")
_PICTURES = ("picture", "graphic", "video")


def read(root: Element, source: Source) -> Reading:
    """Raises DocumentError where there is no item, or more than one."""
    items = list(_items(root))
    if not items:
        raise source.refused("newsml-no-item")
    if len(items) > 1:
        raise source.refused("exchange-many-items", n=len(items))
    return _read_item(*items[0], source)


def _items(root: Element) -> Iterator[tuple[Element, str]]:
    if name_of(root) == "newsItem":
        yield root, "/newsItem"
    for child, name, place in children(root, f"/{name_of(root)}"):
        if name == "itemSet":
            for inner, inner_name, inner_place in children(child, place):
                if inner_name == "newsItem":
                    yield inner, inner_place


def _read_item(item: Element, path: str, source: Source) -> Reading:
    meta, content = find(item, "itemMeta"), find(item, "contentMeta")
    kind = _code(find(meta, "itemClass"))
    is_picture = kind.rpartition(":")[2] in _PICTURES
    pieces = []
    if content is not None:
        for child, name, place in children(content, f"{path}/contentMeta"):
            if name == "headline":
                pieces.append(Piece(place, Zone.HEADLINE, words(child)))
            elif name in ("by", "dateline", "creditline"):
                pieces.append(Piece(place, Zone.METADATA, words(child)))
            elif name == "description":
                role = (child.get("role") or "").rpartition(":")[2]
                zone = Zone.CAPTION if is_picture or role == "caption" else Zone.LEAD
                pieces.append(Piece(place, zone, words(child)))
    body, photos = _content(find(item, "contentSet"), f"{path}/contentSet", source)
    headline = next((piece for piece in pieces if piece.zone is Zone.HEADLINE), None)
    if headline is not None:  # the same headline stands in the text's own head
        body = [each for each in body if each.zone is not Zone.HEADLINE or not each.text.strip()]
    stated = [
        (words(find(meta, name)) or None, f"{path}/itemMeta/{name}")
        for name in ("embargoed", "versionCreated")
    ]
    published = first_moment(source, stated)
    notes = []
    if _code(find(meta, "pubStatus")) in _WITHDRAWN:
        notes.append(Note("exchange-withdrawn", unread=True))
    return Reading([*pieces, *body], Metadata(published=published, photos=photos or None), notes)


def _content(content: Element | None, path: str, source: Source) -> tuple[list[Piece], int]:
    """The text of the first form of content that holds one, and the number of pictures beside it."""
    if content is None:
        return [], 0
    forms = list(children(content, path))
    photos = int(any((child.get("contenttype") or "").startswith("image/") for child, _, _ in forms))
    for child, name, place in forms:
        kind = child.get("contenttype") or ""
        if name == "inlineXML":
            root = next((inner for inner, _, _ in children(child, place)), None)
            if root is not None and name_of(root) == "nitf":
                return list(nitf.read(root, source, f"{place}/nitf").pieces), photos
            if root is not None and name_of(root) == "html":
                return marked_up(source, place, Zone.BODY, _markup(root)), photos
        elif name == "inlineData":
            told = "".join(child.itertext())
            if "html" in kind:
                return marked_up(source, place, Zone.BODY, told), photos
            return lines(place, Zone.BODY, told), photos
    return [], photos


def _markup(root: Element) -> str:
    from lxml import etree

    body = find(root, "body")
    told: str = etree.tostring(body if body is not None else root, encoding="unicode", method="html")
    return told


def _code(element: Element | None) -> str:
    return "" if element is None else element.get("qcode") or ""
