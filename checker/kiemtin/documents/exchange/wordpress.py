"""A post as WordPress' REST interface has it, with raw or rendered fields; its shortcodes are no text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiemtin.documents.exchange.pieces import Reading, Source, marked_up, moment, pointer, text_of
from kiemtin.documents.model import Medium, Metadata, Zone

_CAPTION = re.compile(r"\[(/?)caption\b[^\]]{0,500}\]")
_SHORTCODE = re.compile(r"\[/?(?:gallery|embed|audio|video|playlist)\b[^\]]{0,1000}\]")
_UNDATED = ("draft", "pending", "auto-draft")
"""A draft's date is that of its last change."""


def read(post: Mapping[str, object], source: Source) -> Reading:
    """Title, excerpt if one was written, content. Raises DocumentError for fields of other types."""
    title, title_at = _field(post, "title", source)
    excerpt, excerpt_at = _field(post, "excerpt", source, written=True)
    content, content_at = _field(post, "content", source)
    content = _SHORTCODE.sub(" ", content)
    content = _CAPTION.sub(lambda found: f"<{found[1]}figcaption>", content)
    if "<p" not in content and "<!-- wp:" not in content:
        content = content.replace("\n", "<br>")  # the classic editor stores paragraphs as lines
    pieces = marked_up(source, title_at, Zone.HEADLINE, title)
    pieces += marked_up(source, excerpt_at, Zone.LEAD, excerpt)
    pieces += marked_up(source, content_at, Zone.BODY, content)
    published = None if post.get("status") in _UNDATED else moment(source, post.get("date"), "/date")
    return Reading(pieces, Metadata(medium=Medium.ONLINE, published=published))


def _field(post: Mapping[str, object], key: str, source: Source, *, written: bool = False) -> tuple[str, str]:
    """A field's HTML and its pointer: text, or `raw`, else `rendered`.

    `written`: a rendered excerpt may be cut from the content, so that it does not count.
    """
    value = post.get(key)
    if not isinstance(value, dict):
        return text_of(source, post, key), pointer(key)
    for form in ("raw",) if written else ("raw", "rendered"):
        if text := text_of(source, value, form, key):
            return text, pointer(key, form)
    return "", pointer(key)
