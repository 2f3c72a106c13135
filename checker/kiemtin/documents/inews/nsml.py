"""One story of iNEWS in NSML: its fields, its flags, and its paragraphs with their paths.

NSML is no XML (attributes without quotes, flags without values), so it is read tag by tag. Its encoding is
the site's: UTF-8, or UTF-16 whatever a declaration says; another one is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from kiemtin.documents.decoding import declared, decode
from kiemtin.documents.exchange.markup import Tag, tokens
from kiemtin.documents.exchange.pieces import Piece
from kiemtin.documents.limits import ELEMENTS
from kiemtin.documents.model import Zone
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.text import normalize

_STARTS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?<nsml\b", re.I)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_CUES = frozenset({"pi", "cc"})
"""Instructions for presenters and captions for the deaf: read by nobody aloud."""
_ROOT = "/nsml/story"


class Field(NamedTuple):
    name: str
    words: str
    place: str


class Story(NamedTuple):
    id: str
    fields: Sequence[Field]
    """Those with anything in them."""
    flags: frozenset[str]
    """Of `meta`: `float`, `break`, `hold`."""
    body: Sequence[Piece]


def is_nsml(data: bytes) -> bool:
    return _STARTS.match(data[:2000].replace(b"\0", b"")) is not None


def parse(data: bytes, path: str) -> Story:
    """Raises DocumentError for what is no text or has too many tags."""
    text = normalize(decode(declared(data, path), path)).text
    ELEMENTS.hold(text.count("<"), FilePlace(path))
    reading = _Reading()
    for token in tokens(text):
        if isinstance(token, str):
            reading.words(token)
        elif token.ends:
            reading.end(token.name)
        else:
            reading.start(token)
    reading.close()
    return Story(reading.id, reading.fields, frozenset(reading.flags), reading.body)


class _Reading:
    def __init__(self) -> None:
        self.id = ""
        self.fields: list[Field] = []
        self.flags: set[str] = set()
        self.body: list[Piece] = []
        self._part = ""
        self._field: str | None = None
        self._counts: dict[str, int] = {}
        self._words: list[str] = []
        self._cue: list[str] | None = None
        self._cues: list[Piece] = []
        self._place = ""

    def start(self, tag: Tag) -> None:
        name = tag.name
        if name == "meta":
            self.flags |= {key.lower() for key, *_ in _ATTRIBUTE.findall(tag.rest)}
        elif name in ("fields", "body", "aeset", "storyid"):
            self.close()
            self._part = name
        elif name in ("f", "string") and self._part == "fields":
            self.close()
            told = {key.lower(): "".join(value) for key, *value in _ATTRIBUTE.findall(tag.rest)}
            self._field = told.get("id") or told.get("name") or ""
            self._place = self._at("fields", "f")
        elif (name == "p" and self._part == "body") or (name == "ap" and self._part == "aeset"):
            self.close()
            self._place = self._at(self._part, name)
        elif name in _CUES and self._part == "body":
            self._cue = []

    def end(self, name: str) -> None:
        if name in _CUES and self._cue is not None:
            self._cues.append(Piece(f"{self._place or _ROOT}/{name}", Zone.CUE, unescape("".join(self._cue))))
            self._cue = None
        elif name in ("f", "string", "p", "ap", "fields", "body", "aeset", "storyid"):
            self.close()
            if name in ("fields", "body", "aeset", "storyid"):
                self._part = ""

    def words(self, text: str) -> None:
        if self._cue is not None:
            self._cue.append(text)
        elif self._part:
            self._words.append(text)

    def close(self) -> None:
        """Keep what stands between the last tags that matter."""
        if self._cue is not None:
            self.end("pi")
        words = " ".join(unescape("".join(self._words)).split())
        if self._part == "storyid" and words:
            self.id = words
        elif self._part == "fields" and self._field is not None and words:
            self.fields.append(Field(self._field, words, self._place))
        elif words and self._part in ("body", "aeset"):
            zone = Zone.BODY if self._part == "body" else Zone.CUE
            self.body.append(Piece(self._place or f"{_ROOT}/{self._part}", zone, words))
        self.body += self._cues
        self._words, self._cues, self._field, self._place = [], [], None, ""

    def _at(self, part: str, name: str) -> str:
        number = self._counts[part] = self._counts.get(part, 0) + 1
        return f"{_ROOT}/{part}/{name}[{number}]"
