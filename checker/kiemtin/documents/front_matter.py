"""Front matter: what is said about a piece between two lines `---` (YAML) or `+++` (TOML) at its beginning.

Every scalar is a string that our own types read: YAML would make 90 of `1:30`. Lines `key: value`,
which is nearly always all there is, are read here; anything with YAML's own signs goes to PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import TYPE_CHECKING

from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import KEY_BYTES, KEYS, PROBLEMS
from kiemtin.documents.metadata_fields import (
    FIELD_OF_KEY,
    HEADLINE,
    LEAD,
    bad_value_code,
    build_metadata,
    read_value,
    similar_key,
)
from kiemtin.documents.model import Metadata, Note, Source, SourceKind, Zone
from kiemtin.documents.moments import YearMissingError
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import DocumentError, Problem

if TYPE_CHECKING:
    import yaml


Entry = tuple[str, Span, str, Span]
"""Key and value as strings, each with its span in the document's text."""
Place = Callable[[Span], FilePlace]

_OPENING = re.compile(r"\s*---[ \t]*\r?\n")
_OPENING_WORD = re.compile(r"\s*(?:-{2,}|[–—]-?)[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M)
_CLOSING_WORD = re.compile(r"^(?:-{2,}|[–—]-?)[ \t]*$", re.M)
# Without a lazy part: a line of a million spaces must not cost their square.
_LINE = re.compile(r"(?P<key>[^\W\d][\w \t-]*):[ \t]*(?P<value>[^\r\n]*)\r?(?:\n|\Z)")
_OUTSIDE = re.compile(r"[ \t]*\r?\n|#[^\n]*(?:\n|\Z)")
_NEEDS_YAML = re.compile(r"[\[\]{}\"'|>&*!%@`,?#]|-[ \t]|.*[ \t]#")
_EMPTY = re.compile(r"[ \t]*\r?(?:\n|\Z)")
_TOML = re.compile(r"\s*\+\+\+[ \t]*\r?\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*\r?$", re.M)
_ODD = re.compile(r"(?:\"[^\"]*\"|'[^']*'|\[[^\[\]]*\])[ \t]*[^\s#].*")
"""What YAML refuses and writers mean as it stands: `tít: "Bến Vọng" gọi mùa`."""
_CONTINUED = re.compile(r"[ \t]+\S|-[ \t]")

Region = tuple[int, int, int]
"""Where the entries start and end, and where the piece itself starts."""


def find(text: str, place: Place, *, from_word: bool = False, borders: Container[int] = ()) -> Region | None:
    """The front matter of `text`, if it starts with any. Word makes dashes of `---`; those count too, and
    so do lines of known keys without any. `borders` are offsets where it drew a line in place of the dashes.

    Raises DocumentError if it is never closed although what follows looks like front matter.
    """
    opening = (_OPENING_WORD if from_word else _OPENING).match(text)
    if opening is None:
        return _toml(text) or _without_dashes(text, borders)
    closing = (_CLOSING_WORD if from_word else _CLOSING).search(text, opening.end())
    if closing is None:
        line = _LINE.match(text, opening.end())
        if line and plain_key(line["key"]) in FIELD_OF_KEY:
            at = text.index("-" if "-" in opening.group() else opening.group().strip())
            raise DocumentError(Problem("front-matter-unclosed", place(Span(at, opening.end()))))
        return None
    after = closing.end() + (1 if text[closing.end() : closing.end() + 1] == "\n" else 0)
    return opening.end(), closing.start(), after


def _toml(text: str) -> Region | None:
    opening = _TOML.match(text)
    closing = _TOML_END.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    after = closing.end() + (1 if text[closing.end() : closing.end() + 1] == "\n" else 0)
    return opening.end(), closing.start(), after


def _without_dashes(text: str, borders: Container[int] = ()) -> Region | None:
    """Lines `key: value` of known keys at the very beginning, with an empty line behind them.

    At least one key must say something beside the text: "Tít: …" alone labels a paragraph.
    """
    start = at = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    beside = False
    while (line := _LINE.match(text, at)) is not None:
        field = FIELD_OF_KEY.get(plain_key(line["key"]))
        if field is None:
            break
        beside = beside or field not in (HEADLINE, LEAD)
        at = line.end()
        if at - 1 in borders:
            return (start, at, at) if beside else None
    return (start, at, at) if beside and _EMPTY.match(text, at) else None


def entries(text: str, region: Region, place: Place) -> list[Entry]:
    """The keys and values of a region. Raises DocumentError for what is neither lines nor YAML nor TOML."""
    start, end, _ = region
    KEY_BYTES.hold(end - start, place(Span(start, start + 1)))
    if _TOML.match(text):
        from kiemtin.documents.front_matter_toml import toml_entries

        found = list(toml_entries(text, start, end, place))
    else:
        found = _read_lines(text, start, end, place)
    KEYS.hold(len(found), place(Span(start, start + 1)))
    return found


def _read_lines(text: str, start: int, end: int, place: Place) -> list[Entry]:
    found = _lines_of(text, start, end)
    if found is not None:
        return found
    try:
        return list(_yaml_entries(text[start:end], start, place))
    except DocumentError:
        found = _lines_of(text, start, end, lenient=True)
        if found is None:
            raise
        return found


def _lines_of(text: str, start: int, end: int, *, lenient: bool = False) -> list[Entry] | None:
    """Lines `key: value`; None if any of them needs YAML, or, `lenient`, if YAML was right to refuse them."""
    found: list[Entry] = []
    at = start
    odd = False
    while at < end:
        line = _LINE.match(text, at, end)
        if line is None:
            outside = _OUTSIDE.match(text, at, end)
            if (outside is None or outside.end() == at) and lenient and _CONTINUED.match(text, at, end):
                outside = _REST.match(text, at, end)
            if outside is None or outside.end() == at:
                return None
            at = outside.end()
            continue
        key, value = line["key"].rstrip(), line["value"].rstrip()
        at_odds = _ODD.fullmatch(value) is not None
        odd = odd or at_odds
        continued = _CONTINUED.match(text, line.end(), end) is not None
        if continued or (not at_odds and _NEEDS_YAML.match(value)):
            if not lenient or plain_key(key) in FIELD_OF_KEY:
                return None
            value = ""
        value_span = Span(line.start("value"), line.start("value") + len(value))
        found.append((key, Span(line.start(), line.start() + len(key)), value, value_span))
        at = line.end()
    return found if odd or not lenient else None


_REST = re.compile(r"[^\n]*(?:\n|\Z)")


def _yaml_entries(source: str, offset: int, place: Place) -> Iterator[Entry]:
    import yaml

    def span_of(node: yaml.Node) -> Span:
        return Span(offset + node.start_mark.index, offset + node.end_mark.index)

    try:
        root = yaml.compose(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = offset + (mark.index if mark else 0)
        raise DocumentError(Problem("front-matter-syntax", place(Span(at, at + 1)))) from None
    except yaml.reader.ReaderError as error:
        at = offset + error.position
        raise DocumentError(Problem("front-matter-syntax", place(Span(at, at + 1)))) from None
    except RecursionError:
        raise DocumentError(Problem("front-matter-nested", place(Span(offset, offset + 1)))) from None
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise DocumentError(Problem("front-matter-syntax", place(span_of(root))))
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            raise DocumentError(Problem("front-matter-nested", place(span_of(value))))
        if isinstance(value, yaml.ScalarNode):
            yield key.value, span_of(key), value.value, _inside(source, span_of(value), offset, value)
        elif plain_key(key.value) in FIELD_OF_KEY:
            raise DocumentError(Problem("front-matter-nested", place(span_of(value))))
        else:  # tags, categories: of other programs, and noted as such
            yield key.value, span_of(key), "", span_of(key)


def _inside(source: str, span: Span, offset: int, scalar: yaml.ScalarNode) -> Span:
    """The span of a scalar without its quotes, its block sign, its tag or anchor."""
    start, end = span.start - offset, span.end - offset
    if scalar.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif scalar.style in ("|", ">"):
        start = source.index("\n", start) + 1
    elif source[start : start + 1] in ("!", "&") and scalar.value in source[start:end]:
        start = source.rindex(scalar.value, start, end)
    inner = source[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(offset + start, offset + max(start, start + len(inner.strip())))


def in_head(span: Span) -> Source:
    return Source(SourceKind.HEAD, span)


def read(
    found: Iterable[Entry], place: Place, source: Callable[[Span], Source] = in_head
) -> tuple[Metadata, dict[Zone, Span], list[Note]]:
    """Metadata, the spans of headline and lead if given, and notes about keys that are not known.

    `source` says where a value stands whose key and value have that span. Raises DocumentError with every
    bad value.
    """
    values: dict[str, object] = {}
    sources: dict[str, Source] = {}
    zones: dict[Zone, Span] = {}
    notes: list[Note] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    own: list[tuple[str, str]] = []
    for key, key_span, value, value_span in found:
        if len(problems) == PROBLEMS.most:
            problems.append(PROBLEMS.problem(place(key_span)))
            break
        field = FIELD_OF_KEY.get(plain_key(key))
        if field is None:
            notes.append(_unknown(key, key_span))
            if value.strip():
                own.append((key, " ".join(value.split())))
        elif field in seen:
            problems.append(Problem("metadata-key-twice", place(key_span), {"key": key}))
        elif field in (HEADLINE, LEAD):
            if value.strip():
                zones[Zone(field)] = value_span
        else:
            try:
                values[field] = read_value(field, value)
                sources[field] = source(Span(key_span.start, max(key_span.end, value_span.end)))
            except YearMissingError:
                notes.append(Note("metadata-date-without-year", {"key": key, "value": value}, value_span))
            except ValueError:
                where = value_span if len(value_span) else key_span
                problems.append(Problem(bad_value_code(field), place(where), {"key": key, "value": value}))
        if field is not None:
            seen.add(field)
    if problems:
        raise DocumentError(problems)
    return build_metadata(values, sources, tuple(own)), zones, notes


def _unknown(key: str, span: Span) -> Note:
    similar = similar_key(key)
    if similar is None:
        return Note("metadata-key-unknown", {"key": key}, span)
    return Note("metadata-key-similar", {"key": key, "similar": similar}, span)
