"""A JSON file (.json): an item of ninjs, Superdesk or WordPress, or a rundown of Superdesk, by its fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kiemtin.documents.decoding import decode
from kiemtin.documents.exchange.pieces import Reading, Source, document_of
from kiemtin.documents.model import Document, Metadata
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

_SUPERDESK = frozenset(
    "_etag unique_name family_id anpa_category fields_meta schedule_settings task _current_version".split()
)
_NINJS = frozenset(
    "headline headlines body_text body_html body_xhtml bodies description_text description_html "
    "description_xhtml descriptions".split()
)


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """The one item of a JSON file. Raises DocumentError."""
    source = Source(path, overrides, sha256(data).hexdigest())
    item = parse(decode(data, path), source)
    from kiemtin.documents.exchange import superdesk_rundown

    answered = item.get("_items") if isinstance(item, dict) else None
    alone = answered[0] if isinstance(answered, list) and len(answered) == 1 else item
    if superdesk_rundown.is_rundown(alone):
        return superdesk_rundown.read(alone, source)
    for wrapper in ("_items", "items"):  # an answer of Superdesk's or an agency's interface
        if isinstance(item, dict) and isinstance(item.get(wrapper), list) and "uri" not in item:
            item = item[wrapper]
    if isinstance(item, list):
        if len(item) != 1:
            raise source.refused("exchange-many-items", n=len(item))
        item = item[0]
    if not isinstance(item, dict):
        raise source.refused("json-unknown-item")
    return document_of(source, read_item(item, source), "field")


def read_item(item: Mapping[str, object], source: Source) -> Reading:
    """The reading of one item by its own format. Raises DocumentError for one of none that is known."""
    if any(isinstance(item.get(key), dict) for key in ("title", "content")):
        from kiemtin.documents.exchange import wordpress

        return wordpress.read(item, source)
    if _SUPERDESK & item.keys():
        from kiemtin.documents.exchange import superdesk

        return superdesk.read(item, source)
    if _NINJS & item.keys():
        from kiemtin.documents.exchange import ninjs

        return ninjs.read(item, source)
    raise source.refused("json-unknown-item")


def parse(text: str, source: Source) -> Any:
    """The value of a JSON text without lone surrogates. Raises DocumentError with the line of an error."""
    try:
        value = json.loads(text, parse_constant=_no_constant)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a pair is no text
    except RecursionError:
        raise source.refused("json-too-deep") from None
    except json.JSONDecodeError as error:
        place = FilePlace(source.path, error.lineno, error.colno)
        raise DocumentError(Problem("json-malformed", place)) from None
    except ValueError:
        raise source.refused("json-malformed") from None
    return value


def _no_constant(name: str) -> object:
    raise ValueError(name)
