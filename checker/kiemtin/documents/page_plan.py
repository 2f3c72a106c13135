"""A print issue: a table of articles with their pages, each article read from its file, as one bulletin.

An article's text, and what it says of itself, come from its file; where it stands comes from the table, which
is believed first. Only files below the table's folder are read. An article that cannot be read stays an item
with what the table says of it, and a note that it was not checked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from kiemtin.documents.limits import ARTICLES, CHARACTERS
from kiemtin.documents.model import FIELDS, Block, Document, Item, Metadata, Note, Source, SourceKind
from kiemtin.foundation.messages import Phrase, message
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import DocumentError
from kiemtin.foundation.records import replace

Read = Callable[[Path], Document]
_WEAKER = frozenset(
    {SourceKind.SIDE_CAR, SourceKind.CALENDAR, SourceKind.SETTINGS, SourceKind.PROPERTIES, SourceKind.ORDER}
)
"""Who is believed less than the head of the article itself."""


class _Article(NamedTuple):
    path: str
    document: Document


def is_plan(document: Document) -> bool:
    return any(item.file for item in document.items)


def unfilled(plan: Document) -> Document:
    """A page plan of which nothing but the table is at hand: what its articles say is not checked."""
    count = sum(item.file is not None for item in plan.items)
    return replace(plan, notes=(*plan.notes, Note("plan-files-not-at-hand", {"count": count}, unread=True)))


def filled(plan: Document, folder: Path, read: Read, known: tuple[str, ...]) -> Document:
    """The issue of a plan whose files stand below `folder`; `known` are the extensions of what can be read.

    Raises DocumentError if the articles are too many or too long together.
    """
    named = [item for item in plan.items if item.file]
    ARTICLES.hold(len(named), FilePlace(plan.path))
    issue = _Issue(plan)
    seen: dict[Path, int] = {}
    for number, item in enumerate(plan.items, start=1):
        if not item.file:
            issue.add(item)
            continue
        arguments = {"file": item.file[:200], "page": item.metadata.page or "?"}
        path = _found(folder, item.file, known)
        if isinstance(path, str):
            issue.add(item, Note(path, arguments, unread=True))
        elif path in seen:
            issue.notes.append(Note("plan-article-again", {**arguments, "number": seen[path]}))
        else:
            seen[path] = number
            issue.add(item, _read(path, read, arguments))
    return issue.document()


def _read(path: Path, read: Read, arguments: Mapping[str, object]) -> _Article | Note:
    try:
        document = read(path)
    except DocumentError as error:
        problem = error.problems[0]
        said = [message(problem.code, lang, problem.arguments) for lang in ("vi", "en")]
        return Note("plan-file-unreadable", {**arguments, "reason": Phrase(*said)}, unread=True)
    if document.kind != "item":
        return Note("plan-file-is-bulletin", arguments, unread=True)
    return _Article(str(path), document)


def _found(folder: Path, name: str, known: tuple[str, ...]) -> Path | str:
    """The file of a name below the folder, which may lack its extension; else the code of what is wrong."""
    written = name.replace("\\", "/")
    if "\0" in name or written.startswith("/") or ":" in written or ".." in written.split("/"):
        return "plan-file-outside"
    try:
        found = [path for form in ("NFC", "NFD") if (path := folder / normalize(form, written)).is_file()]
        if not found:
            found = [
                path
                for form in ("NFC", "NFD")
                for ending in known
                if (path := folder / f"{normalize(form, written)}{ending}").is_file()
            ]
        real = list(dict.fromkeys(path.resolve() for path in found))
        if not real:
            return "plan-file-missing"
        if not real[0].is_relative_to(folder.resolve()):
            return "plan-file-outside"
    except (OSError, ValueError, RuntimeError):
        return "plan-file-missing"
    return found[0] if len(real) == 1 else "plan-file-several"


class _Issue:
    """Joins the texts of the articles; nothing of the table's own text is kept but of rows without one."""

    def __init__(self, plan: Document) -> None:
        self.notes: list[Note] = []
        self._plan = plan
        self._texts: list[str] = []
        self._items: list[Item] = []
        self._length = 0

    def add(self, item: Item, text: _Article | Note | None = None) -> None:
        placed = replace(item.metadata, sources=_in_cells(item, self._plan))
        if isinstance(text, _Article):
            (article,) = text.document.items
            metadata = _together(article.metadata, placed, self._length)
            self.notes += [_moved(note, self._length) for note in text.document.notes]
            blocks = self._blocks(text.document.text, article.blocks, 0, text.path)
        else:
            metadata = placed
            if text is not None:
                self.notes.append(replace(text, span=Span(self._length, self._length + len(item.span))))
            blocks = self._blocks(item.span.of(self._plan.text), item.blocks, item.span.start, "")
        self._items.append(replace(item, blocks=blocks, metadata=metadata))

    def _blocks(self, text: str, blocks: Sequence[Block], start: int, file: str) -> tuple[Block, ...]:
        """The blocks of a text that began at `start`, behind all that is there already."""
        by = self._length - start
        self._texts.append(text)
        self._length += len(text) + 1
        CHARACTERS.hold(self._length, FilePlace(self._plan.path))
        return tuple(
            Block(block.zone, block.start + by, block.end + by, replace(block.origin, file=file))
            for block in blocks
        )

    def document(self) -> Document:
        # Spans of the table's notes lead into a text that is no more.
        notes = [replace(note, span=None) for note in self._plan.notes]
        return replace(
            self._plan,
            text="\n".join(self._texts),
            items=tuple(self._items),
            notes=(*notes, *self.notes),
        )


def _moved(note: Note, by: int) -> Note:
    return note if note.span is None else replace(note, span=Span(note.span.start + by, note.span.end + by))


def _in_cells(item: Item, plan: Document) -> dict[str, Source]:
    """Who said each value, with the cell as a place: the text of the table is not kept."""
    found = {}
    for field, source in item.metadata.sources.items():
        block = next((each for each in item.blocks if source.span == each.span), None)
        if block is not None:
            words = block.span.of(plan.text)
            place = FilePlace(plan.path, block.origin.index, block.origin.column, max(1, len(words)), words)
            source = replace(source, span=None, place=place)
        found[field] = source
    return found


def _together(article: Metadata, placed: Metadata, by: int) -> Metadata:
    """What the row says, then what the article says, then what is believed less than it."""
    sources = {
        field: replace(source, span=Span(source.span.start + by, source.span.end + by))
        if source.span is not None
        else source
        for field, source in article.sources.items()
    }
    weaker = {field for field, source in placed.sources.items() if source.kind in _WEAKER}
    return (replace(article, sources=sources).overridden(_of(placed, weaker, kept=False))).completed(
        _of(placed, weaker, kept=True)
    )


def _of(metadata: Metadata, fields: Collection[str], *, kept: bool) -> Metadata:
    """The metadata with nothing but those fields, or with nothing in them."""
    dropped = {field: None for field in FIELDS if (field in fields) is not kept}
    sources = {field: source for field, source in metadata.sources.items() if (field in fields) is kept}
    return replace(metadata, **dropped, own=() if kept else metadata.own, sources=sources)
