"""The page of a piece by its site's profile: headline, lead, body, captions, section, moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiemtin.documents.exchange.home_page import address_of
from kiemtin.documents.exchange.site_profiles import Article, Profile, bad, load

_PARAGRAPHS = "p, h2, h3, h4, li, blockquote"
_CONTAINERS = frozenset({"li", "blockquote"})


def fields(data: bytes, page: Any, sites: Sequence[str]) -> dict[str, Any] | None:
    """The fields of a page, as `web_page.fields_of_page` names them; `page` is the parsed one.

    None where no profile has its site, or the profile finds no body there: such a page is read by what pages
    share. Raises DocumentError.
    """
    host, _ = address_of(data, page)
    for profile in (load(site) for site in sites):
        if profile.article is not None and (host in profile.hosts if host else _marked(profile, page)):
            return _read(profile, profile.article, page)
    return None


def _marked(profile: Profile, page: Any) -> bool:
    return bool(profile.marks) and bool(_nodes(profile, page, profile.marks))


def _read(profile: Profile, article: Article, page: Any) -> dict[str, Any] | None:
    if article.drop:
        for node in _nodes(profile, page, article.drop):
            node.decompose()
    captions = list(_words(_nodes(profile, page, article.captions))) if article.captions else []
    found = {"outlet": article.outlet or None, "captions": captions}
    for key, selector in (("title", article.headline), ("lead", article.lead), ("section", article.section)):
        found[key] = next(_words(_nodes(profile, page, selector)), None) if selector else None
    found["published"] = _moment(_nodes(profile, page, article.published)) if article.published else None
    if article.captions:
        for node in _nodes(profile, page, article.captions):
            node.decompose()
    lines: list[str] = []
    for body in _nodes(profile, page, article.body):
        paragraphs = [node for node in body.css(_PARAGRAPHS) if not _holds_paragraphs(node)]
        lines += _words(paragraphs or [body])
    kept = [line for line in dict.fromkeys(lines) if line not in (found["title"], found["lead"])]
    found["text"] = "\n".join(kept)
    return found if kept else None


def _holds_paragraphs(node: Any) -> bool:
    if node.tag not in _CONTAINERS:
        return False
    return any(inner.mem_id != node.mem_id for inner in node.css(_PARAGRAPHS))


def _words(nodes: Sequence[Any]) -> Iterator[str]:
    for node in nodes:
        words = " ".join(node.text().split())
        if words:
            yield words


def _moment(nodes: Sequence[Any]) -> str | None:
    """As the page writes it for machines, else for people."""
    for node in nodes:
        told = (
            node.attributes.get("datetime") or node.attributes.get("content") or " ".join(node.text().split())
        )
        if told:
            return str(told)
    return None


def _nodes(profile: Profile, page: Any, selector: str) -> list[Any]:
    try:
        return list(page.css(selector))
    except Exception:  # the library says no more of a selector that it cannot read
        raise bad(profile.path, selector) from None
