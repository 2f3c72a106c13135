"""Suggested edits as tracked changes: what goes is struck through, what comes has the old formatting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import NamedTuple

from kiemtin.documents.word_paragraphs import Paragraph, Segment
from kiemtin.reporting.cards import safe_lines
from kiemtin.reporting.opc import Element
from kiemtin.reporting.word.pieces import Pieces, can_be_cut

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLAIN = frozenset(("rPr", "t", "tab", "br", "cr", "noBreakHyphen", "lastRenderedPageBreak"))
"""What a run may hold whose words are struck through; pictures, notes and fields stay."""
_TWIN = 8
"""So many letters in common with what is moved from elsewhere keep that one's formatting."""
_LARGEST = 4_000_000


class Signed(NamedTuple):
    """Who suggests and when; `day` is None where the time of checking is not to be told."""

    author: str
    day: str | None

    def attributes(self, w: str) -> dict[str, str]:
        given = {w + "author": self.author}
        return given if self.day is None else {**given, w + "date": self.day}


class Change(NamedTuple):
    """Replace `[start, end)` of the text of a paragraph by `text`."""

    paragraph: Paragraph
    start: int
    end: int
    text: str


class Look(NamedTuple):
    """Words with the properties of the run that they stand in."""

    text: str
    properties: Element | None


class Plain:
    """Which words can be struck through and be taken back again."""

    def __init__(self) -> None:
        self._fields: dict[int, frozenset[int]] = {}
        self._plain: dict[int, bool] = {}

    def allows(self, change: Change) -> bool:
        """Whether all that is touched are plain runs of the paragraph itself: no link, field, note, formula,
        nobody's insertion, no letters of an old encoding."""
        inside = _touched(change)
        if not inside:
            return False
        fields = self._in_fields(change.paragraph)
        return not any(id(segment[0]) in fields for segment in inside) and all(
            self._is_plain(change.paragraph, segment) for segment in inside
        )

    def _is_plain(self, paragraph: Paragraph, segment: Segment) -> bool:
        run, element, start, end = segment
        key = id(element)
        if key not in self._plain:
            self._plain[key] = (
                can_be_cut([segment])
                and run.getparent().tag.endswith("}p")
                and all(str(child.tag).rpartition("}")[2] in _PLAIN for child in run)
                and (not element.tag.endswith("}t") or element.text == paragraph.text[start:end])
            )
        return self._plain[key]

    def _in_fields(self, paragraph: Paragraph) -> frozenset[int]:
        """Runs that are part of a field (a date, an old link); all, if one is not closed in the paragraph."""
        key = id(paragraph)
        if key not in self._fields:
            found: list[int] = []
            runs = list(paragraph.element)
            open_ = 0
            for run in runs:
                for child in run:
                    if str(child.tag).endswith("}fldChar"):
                        kind = child.get(child.tag[: child.tag.index("}") + 1] + "fldCharType")
                        open_ += (kind == "begin") - (kind == "end")
                if open_:
                    found.append(id(run))
            self._fields[key] = frozenset(map(id, runs) if open_ else found)
        return self._fields[key]


def _touched(change: Change) -> Sequence[Segment]:
    """The segments that are struck through, or the one that something is inserted behind."""
    segments = change.paragraph.segments
    first = max(0, bisect_right(segments, change.start, key=_start) - 1)
    last = bisect_left(segments, change.end, key=_start)
    if change.start == change.end and first and segments[first][2] == change.start:
        first -= 1
    return segments[first : max(last, first + 1)]


def _start(segment: Segment) -> int:
    return segment[2]


class Revisions:
    """Writes tracked changes into one story; ids go on from `number`."""

    def __init__(self, w: str, signed: Signed, number: int) -> None:
        self._w, self._signed, self._number = w, signed, number

    def write(self, changes: Sequence[Change], pieces: Mapping[int, Pieces]) -> list[Element | None]:
        """What each change put in, if anything. `pieces`, by the id of a paragraph, are cut there."""
        looks = [
            [
                Look(change.paragraph.text[piece.start : piece.end], _properties(piece.run))
                for piece in pieces[id(change.paragraph)].within(change.start, change.end)
            ]
            for change in changes
        ]
        made = []
        for number, change in enumerate(changes):
            donors = [moved for at, moved in enumerate(looks) if at != number]
            made.append(self._write(change, pieces[id(change.paragraph)], looks[number], donors))
        return made

    def _write(
        self, change: Change, pieces: Pieces, own: Sequence[Look], donors: Sequence[Sequence[Look]]
    ) -> Element | None:
        struck = pieces.within(change.start, change.end)
        for piece in struck:
            self._strike(piece.run)
        if not change.text:
            return None
        neighbour = struck[-1] if struck else pieces.covering(change.start, change.start)[0]
        usual = own[0].properties if own else self._beside(change, pieces, neighbour.run)
        put = self._revision(neighbour.run, "ins")
        for look in dressed(safe_lines(change.text), donors, usual):
            put.append(self._run(put, look))
        outer = neighbour.run.getparent() if struck else neighbour.run
        if neighbour.start >= change.end and not struck:
            outer.addprevious(put)
        else:
            outer.addnext(put)
        return put

    def _beside(self, change: Change, pieces: Pieces, run: Element) -> Element | None:
        """The look of what is inserted behind `run`: a title behind a name in bold is plain as the words that
        follow; whatever else goes on as before."""
        following = pieces.covering(change.start, change.start + 1)[0]
        if (
            not change.text[:1].isalnum()
            and following.start == change.start
            and following.run.getparent() is run.getparent()
            and all(str(child.tag).rpartition("}")[2] in _PLAIN for child in following.run)
        ):
            return _properties(following.run)
        return _properties(run)

    def _strike(self, run: Element) -> None:
        deletion = self._revision(run, "del")
        run.addprevious(deletion)
        run.tail = None
        deletion.append(run)
        for text in run.findall(self._w + "t"):
            text.tag = self._w + "delText"
            text.set(_SPACE, "preserve")

    def _revision(self, near: Element, kind: str) -> Element:
        self._number += 1
        attributes = {self._w + "id": str(self._number), **self._signed.attributes(self._w)}
        return near.makeelement(self._w + kind, attributes)

    def _run(self, near: Element, look: Look) -> Element:
        run = near.makeelement(self._w + "r")
        if look.properties is not None:
            run.append(deepcopy(look.properties))
        for number, line in enumerate(look.text.split("\n")):
            if number:
                run.append(run.makeelement(self._w + "br"))
            text = run.makeelement(self._w + "t", {_SPACE: "preserve"})
            text.text = line
            run.append(text)
        return run


def dressed(text: str, donors: Sequence[Sequence[Look]], usual: Element | None) -> list[Look]:
    """`text` in the formatting of the words that it was moved from as far as it was, else in the usual."""
    best: tuple[int, int, int, Sequence[Look]] | None = None
    for donor in donors:
        words = "".join(look.text for look in donor)
        if min(len(words), len(text)) < _TWIN or len(text) * len(words) > _LARGEST:
            continue
        match = SequenceMatcher(None, text, words, autojunk=False).find_longest_match()
        if match.size >= _TWIN and (best is None or match.size > best[2]):
            best = (match.a, match.b, match.size, donor)
    if best is None:
        return [Look(text, usual)] if text else []
    start, there, size, donor = best
    found = _part(donor, there, there + size)
    # A first letter that changed its case goes with its word.
    word = start
    while word > 0 and text[word - 1].isalpha():
        word -= 1
    found[0] = Look(text[word:start] + found[0].text, found[0].properties)
    return [*dressed(text[:word], donors, usual), *found, *dressed(text[start + size :], donors, usual)]


def _part(looks: Sequence[Look], start: int, end: int) -> list[Look]:
    found, at = [], 0
    for look in looks:
        words = look.text[max(0, start - at) : max(0, end - at)]
        if words:
            found.append(Look(words, look.properties))
        at += len(look.text)
    return found


def _properties(run: Element) -> Element | None:
    return run[0] if len(run) and run[0].tag.endswith("}rPr") else None
