"""Cuts the runs of a text at the borders of all that is told, once; then writes changes and marks into it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiemtin.documents.model import Zone
from kiemtin.foundation.places import Span
from kiemtin.judging.findings import Edit, SuggestedFix
from kiemtin.reporting.cards import Card
from kiemtin.reporting.opc import Element
from kiemtin.reporting.report import Report
from kiemtin.reporting.word import marks
from kiemtin.reporting.word.pieces import Pieces, cut
from kiemtin.reporting.word.revisions import Change, Plain, Revisions, Signed
from kiemtin.reporting.word.story import Line, Story, Stretch


class _Target(NamedTuple):
    """From before one element to behind another."""

    first: Element
    last: Element


class Writer:
    """`touched` are the parts, as origins call them, into which it wrote."""

    def __init__(
        self, roots: Mapping[str, Element], w: str, story: Story, report: Report, found: Sequence[Card]
    ) -> None:
        self._roots, self._w, self._story, self._report, self._cards = roots, w, story, report, found
        self._references: dict[tuple[str, str], Element] | None = None
        self._lines: dict[int, Line] = {}
        self._pieces: dict[int, Pieces] = {}
        self._inserted: dict[tuple[int, int], Element] = {}
        """By paragraph and offset, what was put in there."""
        self.touched: set[str] = set()

    # Suggestions.

    def suggest(self, signed: Signed) -> frozenset[int]:
        """Write the repairs that are beyond doubt; returns the indexes of the cards whose repair that is."""
        plans, told = self._planned()
        self._cut(plans)
        revisions = Revisions(self._w, signed, self._highest_id())
        for changes in plans:
            for change, put in zip(changes, revisions.write(changes, self._pieces), strict=True):
                if put is not None:
                    self._inserted[id(change.paragraph), change.end] = put
        return told

    def _planned(self) -> tuple[list[list[Change]], frozenset[int]]:
        """Suggestions that can be tracked as a whole and touch nothing of one before."""
        taken: list[tuple[int, int]] = []
        done: set[tuple[Edit, ...]] = set()
        plans: list[list[Change]] = []
        told: set[int] = set()
        plain = Plain()
        for index, card in enumerate(self._cards):
            fix = next((each.fix for each in card.findings if each.confirmed and _is_sure(each.fix)), None)
            if fix is None:
                continue
            if fix.edits not in done:
                if any(_meets(edit, taken) for edit in fix.edits):
                    continue
                changes = [self._change(edit) for edit in fix.edits]
                whole = [change for change in changes if change is not None and plain.allows(change)]
                if len(whole) < len(fix.edits):
                    continue
                for edit in fix.edits:
                    insort(taken, (edit.span.start, edit.span.end))
                done.add(fix.edits)
                plans.append(whole)
            told.add(index)
        return plans, frozenset(told)

    def _change(self, edit: Edit) -> Change | None:
        """None where the words are not of one paragraph of the body, or not as they were read."""
        stretches = self._story.stretches(edit.span)
        if len(stretches) != 1 or stretches[0].line.normalized is None:
            return None
        line, start, end = stretches[0]
        if line.part != "document" or marks.carrier(line.paragraph.element) is not None:
            return None
        self._lines[id(line.paragraph)] = line
        return Change(line.paragraph, start, end, edit.text)

    def _highest_id(self) -> int:
        name = self._w + "id"
        numbers = (each.get(name) for root in self._roots.values() for each in root.iter("*"))
        return max((int(number) for number in numbers if number and number.isdigit()), default=0)

    def _cut(self, plans: Sequence[Sequence[Change]]) -> None:
        """Cut each paragraph at the borders of every place and every change in it."""
        borders: dict[int, set[int]] = {}
        for card in self._cards:
            for stretch in self._story.stretches(card.place) if card.place else ():
                if self._elsewhere(stretch) is None:
                    key = id(stretch.line.paragraph)
                    self._lines[key] = stretch.line
                    borders.setdefault(key, set()).update((stretch.start, stretch.end))
        for change in (change for changes in plans for change in changes):
            borders.setdefault(id(change.paragraph), set()).update((change.start, change.end))
        for key, offsets in borders.items():
            self._pieces[key] = cut(self._lines[key].paragraph, sorted(offsets))
            self.touched.add(self._lines[key].part)

    # Marks.

    def mark(self, numbers: Sequence[str]) -> None:
        """Hang comments of these ids into the text: the first over all, then one for each card."""
        if not self._pieces:
            self._cut(())
        into = marks.Marks(self._w)
        for number, span in zip(numbers, self._places(), strict=True):
            target = self._target(span)
            if target is not None:
                into.around(target.first, target.last, number)

    def _places(self) -> Iterator[Span]:
        yield self._opening(0)
        for card in self._cards:
            yield card.place or self._opening(max(0, card.finding.item))

    def _opening(self, item: int) -> Span:
        """The headline of an item, else its first words."""
        blocks = [each for each in self._report.document.items[item].blocks if each.zone is not Zone.METADATA]
        blocks.sort(key=lambda block: block.zone is not Zone.HEADLINE)
        return blocks[0].span if blocks else Span(0, 0)

    def _target(self, span: Span) -> _Target | None:
        """None if the file has no words at all to hang something on."""
        ends = [each for each in map(self._ends, self._story.stretches(span)) if each is not None]
        return _Target(ends[0].first, ends[-1].last) if ends else None

    def _ends(self, stretch: Stretch) -> _Target | None:
        elsewhere = self._elsewhere(stretch)
        if elsewhere is not None:
            self.touched.add("document")
            return _Target(elsewhere, elsewhere)
        key = id(stretch.line.paragraph)
        if key not in self._pieces:
            self._pieces[key] = cut(stretch.line.paragraph, ())
        covering = self._pieces[key].covering(stretch.start, stretch.end)
        if not covering:
            return None
        self.touched.add(stretch.line.part)
        last = self._inserted.get((key, covering[-1].end), covering[-1].run)
        return _Target(covering[0].run, last)

    def stands_on_words(self, card: Card) -> bool:
        """Whether the comment on a place stands on exactly its words."""
        return card.place is None or all(
            stretch.line.normalized is not None and self._elsewhere(stretch) is None
            for stretch in self._story.stretches(card.place)
        )

    def _elsewhere(self, stretch: Stretch) -> Element | None:
        """What stands for a paragraph that takes no comments: its note's sign, the run of its text box."""
        element = stretch.line.paragraph.element
        boxed = marks.carrier(element)
        if boxed is not None:
            return boxed
        note = marks.note_of(element) if stretch.line.part != "document" else None
        if note is None:
            return None
        if self._references is None:
            self._references = marks.note_references(self._roots["document"], self._w)
        return self._references.get(note)


def _is_sure(fix: SuggestedFix | None) -> bool:
    return fix is not None and fix.safe and bool(fix.edits)


def _meets(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether an edit touches one of those, which are sorted and lie apart."""
    at = bisect_left(taken, (edit.span.start, edit.span.end))
    before = at > 0 and taken[at - 1][1] >= edit.span.start
    return before or (at < len(taken) and taken[at][0] <= edit.span.end)
