"""A post as WordPress' REST interface has it, with raw or rendered fields; its shortcodes are no text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiemtin.documents.model import Document, Medium, Metadata, Zone
from kiemtin.serving.payloads.building import document_of, marked_up, moment, refused

_CAPTION = re.compile(r"\[(/?)caption\b[^\]]{0,500}\]")
_SHORTCODE = re.compile(r"\[/?(?:gallery|embed|audio|video|playlist)\b[^\]]{0,1000}\]")


def read(post: Mapping[str, object], name: str, hours: float) -> Document:
    """Title, excerpt if one was written, content. Raises DocumentError for fields of other types."""
    content = _SHORTCODE.sub(" ", _field(post, "content", name))
    content = _CAPTION.sub(lambda found: f"<{found[1]}figcaption>", content)
    if "<p" not in content and "<!-- wp:" not in content:
        content = content.replace("\n", "<br>")  # the classic editor stores paragraphs as lines
    pieces = marked_up("title", Zone.HEADLINE, _field(post, "title", name))
    pieces += marked_up("excerpt", Zone.LEAD, _field(post, "excerpt", name, written=True))
    pieces += marked_up("content", Zone.BODY, content)
    published = moment(post.get("date"), "date", name, hours)
    return document_of(name, pieces, Metadata(medium=Medium.ONLINE, published=published))


def _field(post: Mapping[str, object], key: str, name: str, *, written: bool = False) -> str:
    """Text, or an object with `raw` and `rendered`; `written`: a rendered excerpt is made of the content."""
    value = post.get(key)
    if isinstance(value, dict):
        value = value.get("raw") or ("" if written else value.get("rendered"))
    if value is None:
        return ""
    if not isinstance(value, str):
        raise refused("payload-not-text", name, key=key)
    return value
