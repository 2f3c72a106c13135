"""A page of HTML: headline, lead, body and dates by the marks that news pages share.

What the page says of itself (`og:…`, `article:…`, `<time>`) comes first; the body is what `<article>` holds,
else what trafilatura takes for the main text, where it is installed.
"""

from __future__ import annotations

import re
from typing import Any

from kiemtin.documents.extras import needs

_UTF8 = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_META = {
    "og:title": "title",
    "og:description": "description",
    "description": "description",
    "article:published_time": "published",
    "og:site_name": "outlet",
    "article:section": "section",
    "og:url": "url",
}
_BODY = (
    "article",
    "[itemprop=articleBody]",
    ".detail-content",
    ".article-content",
    ".content-detail",
    "main",
)
_NOISE = "script, style, nav, header, footer, aside, form, noscript, button, iframe"


def _parser(data: str | bytes, address: str) -> Any:
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise needs("web", "selectolax", address) from None
    return LexborHTMLParser(data)


def page_of(data: bytes, address: str) -> Any:
    """The parsed page. Raises DocumentError if the library is missing."""
    return _parser(_decoded(data), address)


def fields_of_page(data: bytes, address: str) -> dict[str, Any]:
    """The fields of a page, by our usual keys. Raises DocumentError if the library is missing."""
    text = _decoded(data)
    page = _parser(text, address)
    found: dict[str, Any] = {}
    for meta in page.css("meta[content]"):
        name = meta.attributes.get("property") or meta.attributes.get("name") or ""
        field = _META.get(name.lower())
        value = (meta.attributes.get("content") or "").strip()
        if field and value:
            found.setdefault(field, value)
    heading = page.css_first("h1")
    if heading is not None and heading.text(strip=True):
        found["title"] = " ".join(heading.text().split())
    if "published" not in found:
        moment = page.css_first("time[datetime]")
        if moment is not None:
            found["published"] = moment.attributes.get("datetime")
    for noise in page.css(_NOISE):
        noise.decompose()
    captions = [" ".join(each.text().split()) for each in page.css("figcaption")]
    for caption in page.css("figure"):
        caption.decompose()
    lead = found.pop("description", None)
    found["text"] = _body(page, text, found.get("title"))
    if lead and isinstance(found["text"], str) and not found["text"].startswith(lead[:60]):
        found["lead"] = lead
    found["captions"] = [each for each in captions if each]
    return found


def _body(page: Any, source: str, headline: str | None) -> str:
    for selector in _BODY:
        node = page.css_first(selector)
        if node is None:
            continue
        lines = [" ".join(each.text().split()) for each in node.css("p, h2, h3, li")]
        lines = [line for line in lines if line and line != headline]
        if sum(map(len, lines)) > 100:
            return "\n".join(lines)
    try:
        import trafilatura
    except ImportError:
        lines = [" ".join(each.text().split()) for each in page.css("p")]
        return "\n".join(line for line in lines if line)
    return trafilatura.extract(source, include_comments=False, include_tables=False) or ""


def text_of_markup(markup: str) -> str:
    """The paragraphs of a piece of HTML, a line each."""
    page = _parser(re.sub(r"<br\s*/?>|</(?:p|div|li|h[1-6])>", "\\g<0>\n", markup), "HTML")
    for noise in page.css(_NOISE):
        noise.decompose()
    node = page.body
    return node.text() if node is not None else ""


def _decoded(data: bytes) -> str:
    match = _UTF8.search(data[:2048])
    name = match[1].decode("ascii", "replace") if match else "utf-8"
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return data.decode("utf-8", "replace")
