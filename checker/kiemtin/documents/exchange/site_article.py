"""The page of a piece by its site's profile: headline, lead, body, captions, section, moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiemtin.documents.exchange.home_page import address_of
from kiemtin.documents.exchange.site_profiles import Article, Profile, bad, load

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
"""Elements inside a line; any other begins and ends one."""
_UNSHOWN = frozenset("script style noscript template -comment".split())


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
    said = (found["title"], found["lead"])
    kept = [line for body in _outermost(_nodes(profile, page, article.body)) for line in lines_of(body)]
    kept = [line for line in kept if line not in said]
    found["text"] = "\n".join(kept)
    return found if kept else None


def _outermost(nodes: Sequence[Any]) -> list[Any]:
    """Those that are in no other of them: `nodes` stand in the order of the page."""
    kept: list[Any] = []
    seen: set[int] = set()
    for node in nodes:
        above = node.parent
        while above is not None and above.mem_id not in seen:
            above = above.parent
        if above is None:
            kept.append(node)
            seen.add(node.mem_id)
    return kept


def lines_of(body: Any) -> list[str]:
    """All that is shown in an element, a line as a reader sees it: whether in paragraphs, boxes, cells of a
    table, between breaks or loose."""
    found: list[list[str]] = [[]]
    above: list[tuple[Any, bool]] = [(body.iter(include_text=True), True)]
    while above:
        inner, is_line = above[-1]
        node = next(inner, None)
        if node is None:
            above.pop()
            if is_line:
                found.append([])
        elif node.tag == "-text":
            found[-1].append(node.text())
        elif node.tag not in _UNSHOWN:
            begins_line = node.tag not in _INLINE
            if begins_line:
                found.append([])
            above.append((node.iter(include_text=True), begins_line))
    lines = (" ".join("".join(line).split()) for line in found)
    return [line for line in lines if line]


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
