"""A saved home page as a bulletin: what stands in the slots of its site's profile, in the page's order.

An item counts in the first slot that has it. Where it stands is told by the saved bytes alone; when the page
was saved, and what its script would have changed, is not in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from kiemtin.documents.exchange.bulletins import Listed, bulletin_of
from kiemtin.documents.exchange.pieces import Piece, Source
from kiemtin.documents.exchange.site_profiles import Profile, Slot, bad, load
from kiemtin.documents.exchange.web_page import page_of
from kiemtin.documents.limits import ROWS
from kiemtin.documents.metadata_fields import build_metadata
from kiemtin.documents.model import Document, Medium, Metadata, Note, Zone
from kiemtin.documents.moments import read_iso
from kiemtin.foundation.places import FilePlace

SLOT, IN_SLOT, ADDRESS = "ô trang chủ", "thứ tự trong ô", "địa chỉ"
"""Keys under which packs may ask for what no field has a place for."""
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_ADDRESSES = (
    ("link[rel=canonical]", "href"),
    ("meta[property='og:url']", "content"),
)
_ZONES = {"headline": Zone.HEADLINE, "lead": Zone.LEAD, "caption": Zone.CAPTION}
_DEEPEST = 500


def read(data: bytes, source: Source, sites: Sequence[str]) -> Document | None:
    """The bulletin of a page that is the home page of one of the sites; None if it is of none.

    Raises DocumentError.
    """
    profiles = [load(site) for site in sites]
    page = page_of(data, source.path)
    host, path = _address(data, page)
    for profile in profiles:
        if _is_home(profile, page, host, path):
            return _bulletin(profile, page, source)
    return None


def _address(data: bytes, page: Any) -> tuple[str, str]:
    """Host and path of the page, as it or who saved it says; empty if neither does."""
    told = _SAVED_FROM.search(data[:2000])
    addresses = [told[1].decode("ascii", "replace")] if told else []
    for selector, attribute in _ADDRESSES:
        node = page.css_first(selector)
        addresses += [node.attributes.get(attribute) or ""] if node is not None else []
    for address in addresses:
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            continue
        if parts.hostname:
            return parts.hostname.lower().removeprefix("www."), parts.path or "/"
    return "", ""


def _is_home(profile: Profile, page: Any, host: str, path: str) -> bool:
    if host and profile.hosts:
        if host not in profile.hosts or path not in profile.home:
            return False
        return not profile.marks or bool(_found(profile, page, profile.marks))
    return bool(profile.marks) and bool(_found(profile, page, profile.marks))


def _bulletin(profile: Profile, page: Any, source: Source) -> Document:
    paths = _Paths()
    listed: list[Listed] = []
    notes: list[Note] = []
    seen: set[int] = set()
    for slot in profile.slots:
        count = 0
        for node in _found(profile, page, slot.items):
            if node.mem_id in seen:
                continue
            seen.add(node.mem_id)
            item = _item(profile, slot, node, count + 1, paths, notes)
            if item is not None:
                count += 1
                listed.append(item)
                ROWS.hold(len(listed), FilePlace(source.path))
        if not count:
            notes.append(Note("home-slot-empty", {"slot": slot.name}, unread=True))
    if not listed:
        raise source.refused("home-no-items", profile=profile.path)
    head = Metadata(medium=Medium.ONLINE)
    return bulletin_of(source, listed, head, notes, "element")


def _item(
    profile: Profile, slot: Slot, node: Any, number: int, paths: _Paths, notes: list[Note]
) -> Listed | None:
    pieces: list[Piece] = []
    values: dict[str, object] = {}
    address = ""
    for part, selector in slot.parts:
        for found in _found(profile, node, selector)[: None if part == "caption" else 1]:
            words = " ".join(found.text().split())
            if part in _ZONES:
                pieces.append(Piece(paths.of(found), _ZONES[part], words))
            elif part == "time":
                values["published"] = _moment(found, notes)
            else:
                values[part] = words or None
            if part == "headline":
                address = _link(found) or _link(node)
    if not any(piece.text for piece in pieces if piece.zone is Zone.HEADLINE):
        return None
    own = [(SLOT, slot.name), (IN_SLOT, str(number)), *([(ADDRESS, address)] if address else [])]
    return Listed(pieces, build_metadata(values, None, tuple(own)), None, slot.name)


def _link(node: Any) -> str:
    """Where a headline leads: itself, what is in it, or what it is in."""
    inner = node if node.tag == "a" else node.css_first("a[href]")
    above = node.parent
    for each in (inner, above if above is not None and above.tag == "a" else None):
        if each is not None and each.attributes.get("href"):
            return str(each.attributes["href"])[:500]
    return ""


def _moment(node: Any, notes: list[Note]) -> object:
    told = (node.attributes.get("datetime") or node.text()).strip()
    try:
        return read_iso(told)
    except ValueError:
        notes.append(Note("html-bad-moment", {"value": told[:40]}))
        return None


def _found(profile: Profile, node: Any, selector: str) -> list[Any]:
    from selectolax.lexbor import SelectolaxError

    try:
        return list(node.css(selector))
    except (SelectolaxError, ValueError):
        raise bad(profile.path, selector) from None


class _Paths:
    """Paths of elements; the children of each element are counted once."""

    def __init__(self) -> None:
        self._names: dict[int, dict[int, str]] = {}

    def of(self, node: Any) -> str:
        """`/html/body/div[2]/h3`: numbered where an element is not the first of its name."""
        names: list[str] = []
        while node is not None and node.parent is not None and len(names) < _DEEPEST:
            names.append(self._children(node.parent).get(node.mem_id, node.tag or ""))
            node = node.parent
        return "/" + "/".join(reversed(names))

    def _children(self, parent: Any) -> dict[int, str]:
        known = self._names.get(parent.mem_id)
        if known is None:
            counts: dict[str, int] = {}
            known = self._names[parent.mem_id] = {}
            for child in parent.iter(include_text=False):
                counts[child.tag] = counts.get(child.tag, 0) + 1
                known[child.mem_id] = (
                    child.tag if counts[child.tag] == 1 else f"{child.tag}[{counts[child.tag]}]"
                )
        return known
