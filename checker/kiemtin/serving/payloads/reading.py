"""A request's body becomes a Document. It runs in a child: what is sent may be made to hang."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import (
    FIELD_OF_KEY,
    HEADLINE,
    LEAD,
    bad_value_code,
    build_metadata,
    read_value,
    similar_key,
)
from kiemtin.documents.model import Document, Item, Metadata
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import KiemtinError, Problem
from kiemtin.foundation.records import replace
from kiemtin.serving.payloads.building import Piece, document_of

PAYLOADS = ("text", "html", "ninjs", "superdesk", "wordpress")
"""One of these fields holds what is to be checked."""
_FIELDS = frozenset({*PAYLOADS, "metadata", "name"})


class BadRequestError(KiemtinError):
    """The request is not one: malformed, unknown fields. (What it carries may be unreadable besides.)"""


def read_json(body: bytes, depth: int, hours: float) -> Document:
    """Raises BadRequestError for a request that is none, DocumentError for a piece that cannot be read."""
    request = parse(body, depth)
    if not isinstance(request, dict):
        raise _bad("request-not-object")
    for field in request:
        if field not in _FIELDS:
            raise _bad("request-unknown-field", field=str(field)[:80], known=", ".join(sorted(_FIELDS)))
    chosen = [field for field in PAYLOADS if field in request]
    if len(chosen) != 1:
        raise _bad("request-one-payload", known=", ".join(PAYLOADS), n=len(chosen))
    name = request.get("name", chosen[0])
    if not isinstance(name, str) or not 0 < len(name) <= 300:
        raise _bad("request-bad-field", field="name")
    supplied = read_metadata(request.get("metadata", {}))
    payload = request[chosen[0]]
    document = _read(chosen[0], payload, name, hours)
    return with_metadata(document, supplied)


def read_payload(kind: str, body: bytes, depth: int, hours: float) -> Document:
    """A body that is the item itself, as webhooks send it. Raises as `read_json`."""
    if kind in ("text", "html"):
        try:
            return _read(kind, body.decode("utf-8-sig"), kind, hours)
        except UnicodeDecodeError:
            raise _bad("request-not-json") from None
    return _read(kind, parse(body, depth), kind, hours)


def _read(kind: str, payload: object, name: str, hours: float) -> Document:
    if kind in ("text", "html"):
        if not isinstance(payload, str):
            raise _bad("request-bad-field", field=kind)
        if kind == "text":
            from kiemtin.documents import plain_text

            return plain_text.read_text(payload, name)
        from kiemtin.documents.exchange.markup import paragraphs

        found = paragraphs(payload)
        return document_of(name, [Piece("html", part.zone, part.text) for part in found], Metadata())
    if not isinstance(payload, dict):
        raise _bad("request-bad-field", field=kind)
    from kiemtin.serving.payloads import ninjs, superdesk, wordpress

    readers: Mapping[str, Callable[[dict[str, object], str, float], Document]] = {
        "ninjs": ninjs.read,
        "superdesk": superdesk.read,
        "wordpress": wordpress.read,
    }
    return readers[kind](payload, name, hours)


def parse(body: bytes, depth: int) -> Any:
    """JSON of at most `depth` levels, in UTF-8, without lone surrogates. Raises BadRequestError."""
    try:
        text = body.decode("utf-8")
        value = json.loads(text, parse_constant=_no_constant)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a pair is no text
    except RecursionError:
        raise _bad("request-too-deep", limit=depth) from None
    except ValueError:
        raise _bad("request-not-json") from None
    if _depth(value, depth) > depth:
        raise _bad("request-too-deep", limit=depth)
    return value


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _depth(value: object, most: int) -> int:
    """Levels of lists and objects, counted to `most` + 1 at the most."""
    level = [value]
    for depth in range(most + 1):
        inner: list[object] = []
        for each in level:
            if isinstance(each, dict):
                inner += each.values()
            elif isinstance(each, list):
                inner += each
        if not inner:
            return depth
        level = inner
    return most + 1


def read_metadata(given: object) -> Metadata:
    """The keys and values of front matter, but for headline and lead. Raises BadRequestError."""
    if not isinstance(given, dict):
        raise _bad("request-bad-field", field="metadata")
    values: dict[str, object] = {}
    for key, value in given.items():
        field = FIELD_OF_KEY.get(plain_key(key)) or (key if key in Metadata._fields else None)
        if field is None or field in (HEADLINE, LEAD):
            raise _bad("request-unknown-key", key=key[:80], similar=similar_key(key) or "–")
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise _bad("request-bad-field", field=f"metadata.{key[:80]}")
        if field == "duration" and isinstance(value, (int, float)):
            value = f"{value:g} giây"
        try:
            values[field] = read_value(field, str(value))
        except ValueError:
            raise BadRequestError(
                Problem(bad_value_code(field), FilePlace("metadata"), {"key": key, "value": value})
            ) from None
    return build_metadata(values)


def with_metadata(document: Document, supplied: Metadata) -> Document:
    """The document with what is supplied in place of its own, of the whole and of a single item."""
    if document.kind == "bulletin":
        return replace(document, metadata=document.metadata.overridden(supplied))
    (item,) = document.items
    told = item.metadata.overridden(supplied)
    changed = Item(item.blocks, told, item.number, item.block, item.timings)
    return replace(document, items=(changed,), metadata=told)


def _bad(code: str, **arguments: object) -> BadRequestError:
    return BadRequestError(Problem(code, FilePlace("request"), arguments))
