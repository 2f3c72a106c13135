"""The pages of the site of packs: no script, nothing from elsewhere; words are never markup."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.cards import safe
from kiemtin.reporting.pack_site.model import Site

if TYPE_CHECKING:
    from jinja2 import Environment


def render(site: Site, lang: Lang) -> Iterator[tuple[str, str]]:
    """Addresses within the site and the pages there, the front page first."""
    yield "site.css", _file("site.css")
    yield "index.html", _page("index.html", lang, site=site, root="")
    for pack in site.packs:
        yield pack.address, _page("pack.html", lang, site=site, pack=pack, root="")
        for clause in pack.clauses:
            for rule in clause.rules:
                yield rule.address, _page("rule.html", lang, site=site, pack=pack, rule=rule, root="../")


def _page(template: str, lang: Lang, **values: object) -> str:
    from kiemtin import __version__

    def say(message_id: str, **arguments: object) -> str:
        return safe(message(message_id, lang, arguments))

    made: str = (
        _environment().get_template(template).render(lang=lang, say=say, version=__version__, **values)
    )
    return made


@cache
def _file(name: str) -> str:
    return resources.files("kiemtin.reporting.pack_site").joinpath("templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
