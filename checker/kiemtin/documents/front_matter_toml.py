"""Front matter in TOML (`+++`): its plain entries, as strings that our own types read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import FIELD_OF_KEY
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import DocumentError, Problem

_LINE = re.compile(
    r"[ \t]*(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[^\W\d][\w .-]*?)[ \t]*=[ \t]*(?P<value>[^\r\n]*)\r?(?:\n|\Z)"
)
_TABLE = re.compile(r"[ \t]*\[\[?(?P<name>[^\[\]\n]+)\]\]?[^\n]*(?:\n|\Z)")
_OUTSIDE = re.compile(r"[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
_STRING = re.compile(r"\"(?P<basic>(?:[^\"\\\n]|\\.)*)\"|'(?P<literal>[^'\n]*)'")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_ESCAPES = {"n": " ", "t": " ", "r": " ", "b": "", "f": ""}
_LINES = re.compile(r"[^\n]*(?:\n|\Z)")


def toml_entries(
    text: str, start: int, end: int, place: Callable[[Span], FilePlace]
) -> Iterator[tuple[str, Span, str, Span]]:
    """Keys and values with their spans; of a table, an array, a group the key alone. Raises DocumentError."""
    at = start
    inside = False
    while at < end:
        outside = _OUTSIDE.match(text, at, end)
        table = _TABLE.match(text, at, end)
        if outside is not None and outside.end() > at:
            at = outside.end()
            continue
        if table is not None:
            span = Span(table.start("name"), table.end("name"))
            yield table["name"].strip(), span, "", span
            inside = True
            at = table.end()
            continue
        line = _LINE.match(text, at, end)
        if line is None:
            raise DocumentError(Problem("front-matter-syntax", place(Span(at, at + 1))))
        key = line["key"].strip("\"'")
        key_span = Span(line.start("key"), line.end("key"))
        value = line["value"]
        at = line.end()
        closing = {"[": "]", "{": "}"}.get(value[:1]) or (value[:3] if value[:3] in ('"""', "'''") else "")
        if closing:
            if plain_key(key) in FIELD_OF_KEY and not inside:
                span = Span(line.start("value"), line.end("value"))
                raise DocumentError(Problem("front-matter-nested", place(span)))
            shut = text.find(closing, line.start("value") + len(closing), end)
            rest = _LINES.match(text, shut, end) if shut >= 0 else None
            at = rest.end() if rest is not None else end
            yield key, key_span, "", key_span
            continue
        if inside:
            continue
        string = _STRING.match(value)
        if string is None:
            value = value.partition("#")[0].rstrip()
            yield key, key_span, value, Span(line.start("value"), line.start("value") + len(value))
            continue
        group = "basic" if string["basic"] is not None else "literal"
        words = string[group]
        from_ = line.start("value") + string.start(group)
        span = Span(from_, from_ + len(words))
        yield key, key_span, _ESCAPE.sub(_meant, words) if group == "basic" else words, span


def _meant(escape: re.Match[str]) -> str:
    sign = escape[1]
    return chr(int(sign[1:], 16)) if len(sign) == 5 else _ESCAPES.get(sign, sign)
