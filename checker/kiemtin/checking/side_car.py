"""What a program says about a piece in a file of its own beside it: `bài.docx.meta.yaml`.

Its lines are those of a draft's head, without the dashes: `ngày đăng: 12/03/2024`, and for one item of a
rundown `3.sự kiện: khởi công`. It stands behind what the piece itself says, for the editor sees that and
not this file; where both say something else, it is noted.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kiemtin.documents import front_matter
from kiemtin.documents.limits import KEY_BYTES
from kiemtin.documents.metadata_fields import written_key
from kiemtin.documents.model import FIELDS, Document, ItemSaid, Metadata, Note, Source, SourceKind
from kiemtin.documents.reading import shown
from kiemtin.documents.said_items import part_key
from kiemtin.foundation.paths import is_file
from kiemtin.foundation.places import FilePlace, LineIndex, Span
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

ENDING = ".meta.yaml"


class SideCar(NamedTuple):
    path: str
    metadata: Metadata
    items: tuple[ItemSaid, ...]
    notes: tuple[Note, ...]


def side_car_of(path: Path) -> SideCar | None:
    """What stands beside the file, if anything does. Raises DocumentError if it cannot be read."""
    beside = path.with_name(path.name + ENDING)
    if not is_file(beside):
        return None
    name = shown(beside)
    try:
        with beside.open("rb") as stream:
            data = stream.read(4 * KEY_BYTES.most + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        arguments = {"reason": error.strerror or type(error).__name__}
        raise DocumentError(Problem("side-car-unreadable", FilePlace(name), arguments)) from None
    except UnicodeDecodeError:
        raise DocumentError(Problem("side-car-not-utf8", FilePlace(name))) from None
    if "\0" in text:
        raise DocumentError(Problem("side-car-not-utf8", FilePlace(name)))
    return _read(normalize(text).text, name)


def _read(text: str, name: str) -> SideCar:
    lines = LineIndex(text)

    def place(span: Span) -> FilePlace:
        return lines.place(name, span)

    def source(span: Span) -> Source:
        return Source(SourceKind.SIDE_CAR, None, place(span))

    start = 0
    opening = text.lstrip()
    if opening.startswith("---\n"):  # as many programs begin YAML
        start = len(text) - len(opening) + 4
    entries = front_matter.entries(text, (start, len(text), len(text)), place)
    of_all = []
    items: list[ItemSaid] = []
    notes: list[Note] = []
    for entry in entries:
        item, bare = part_key(entry[0])
        if item is None:
            of_all.append(entry)
            continue
        said, zones, found = front_matter.read([(bare, *entry[1:])], place, source)
        items.append(ItemSaid(item, said, source(entry[1])))
        notes += found
    metadata, zones, found = front_matter.read(of_all, place, source)
    notes += found
    told = [Note("side-car-text", {"path": name}) for _ in list(zones)[:1]]
    return SideCar(name, metadata, tuple(items), (*(_elsewhere(note, name) for note in notes), *told))


def _elsewhere(note: Note, name: str) -> Note:
    """A note that speaks of the side-car, whose places are none of the piece's."""
    if note.code == "metadata-key-unknown":
        return Note("side-car-key-unknown", {**note.arguments, "path": name})
    if note.code == "metadata-key-similar":
        return Note("side-car-key-similar", {**note.arguments, "path": name})
    return Note(note.code, note.arguments)


def contradictions(document: Document, beside: SideCar) -> list[Note]:
    """A note for each value that the piece itself gives otherwise."""
    known = document.metadata
    return [
        Note(
            "side-car-differs",
            {"key": written_key(field), "path": beside.path},
            known.sources[field].span,
        )
        for field in FIELDS
        if field in known.sources
        and known.sources[field].kind is SourceKind.HEAD
        and getattr(beside.metadata, field) not in (None, getattr(known, field))
    ]
