"""What the templates show, in words and links: they decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kiemtin.accepting.standing import State
from kiemtin.documents.durations import show_duration
from kiemtin.documents.model import Item, Zone
from kiemtin.foundation.messages import Lang, message
from kiemtin.judging.findings import Finding
from kiemtin.judging.telling.explanation import Explanation
from kiemtin.reporting import phrases
from kiemtin.reporting.cards import Card, about, cards, drafted, not_checked, notes, safe, safe_lines, summary
from kiemtin.reporting.order import wanted_places
from kiemtin.reporting.page.highlights import Highlights, Mark, Piece
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report, headline_of

Explain = Callable[[Finding], Explanation]
MOST_TREES = 100
"""So many findings are explained on the page; each of them is decided once more for that."""
_HEADLINE = 90


class Step(NamedTuple):
    """A step of reasoning with what it rests on; `beside`: where it was read, by which clause."""

    said: str
    beside: str
    below: tuple[Step, ...]


class Told(NamedTuple):
    """A card with its links."""

    card: Card
    key: str
    mark: str
    """The mark it leads back to; empty if it has no place."""
    quote: str
    tree: Step | None
    related: tuple[tuple[str, str, str], ...]
    """(words, what is said of them, the mark)."""
    about: tuple[tuple[str, str], ...] = ()
    """The rules and the addresses of their pages, where those are known."""


class Paragraph(NamedTuple):
    zone: str
    pieces: tuple[Piece, ...]


class Row(NamedTuple):
    """An item of a bulletin in its order."""

    number: str
    headline: str
    key: str
    block: str
    move: str
    """Where it should stand, in words; empty where it does stand right."""
    arrow: str
    planned: float | None
    actual: float | None
    """Shares of the longest, 0 to 100."""
    duration: str
    cards: tuple[Told, ...]


class Section(NamedTuple):
    """One item with its text."""

    key: str
    title: str
    """Empty where the document is one item."""
    paragraphs: tuple[Paragraph, ...]


class View(NamedTuple):
    """One report. All keys begin with that of the report, so that several stand on one page."""

    key: str
    path: str
    heading: tuple[str, ...]
    summary: tuple[str, ...]
    cards: tuple[Told, ...]
    without_tree: int
    rows: tuple[Row, ...]
    sections: tuple[Section, ...]
    not_checked: tuple[str, ...]
    notes: tuple[str, ...]
    drafted: tuple[str, ...] = ()
    """What draft rules find."""


def view(report: Report, explain: Explain | None, lang: Lang, key: str) -> View:
    return _Viewer(report, explain, lang, key).view()


class _Viewer:
    def __init__(self, report: Report, explain: Explain | None, lang: Lang, key: str) -> None:
        self.report, self.document, self.explain = report, report.document, explain
        self.lang, self.key = lang, key
        self.places = Places(report.document)

    def view(self) -> View:
        told = tuple(self.told(number, card) for number, card in enumerate(cards(self.report, self.lang), 1))
        open_ = not_checked(self.report, self.lang)
        return View(
            self.key,
            safe(self.document.path),
            tuple(about(self.report, self.lang)),
            tuple(summary(self.report, self.lang)[: -len(open_) or None]),
            told,
            sum(each.tree is None for each in told) if self.explain else 0,
            tuple(self.rows(told)) if self.document.kind == "bulletin" else (),
            tuple(self.sections(told)),
            tuple(open_),
            tuple(notes(self.report, self.lang)),
            tuple(safe(line) for line in drafted(self.report, self.places, self.lang)),
        )

    def told(self, number: int, card: Card) -> Told:
        text = self.document.text
        key = f"{self.key}-c{number}"
        mark = f"{self.key}-m{number}"
        tree = None
        if self.explain is not None and number <= MOST_TREES:
            tree = self.step(self.explain(card.finding))
        related = tuple(
            (safe(span.of(text)), said, f"{mark}-{at}") for at, (said, span) in enumerate(card.related)
        )
        quote = safe(card.place.of(text)) if card.place else ""
        return Told(card, key, mark if card.place else "", quote, tree, related, self.about(card))

    def about(self, card: Card) -> tuple[tuple[str, str], ...]:
        site = self.report.rules_site
        if site is None:
            return ()
        from kiemtin.reporting.pack_site.model import page_of_rule

        rules = dict.fromkeys(each.rule for each in card.findings)
        return tuple((rule, page_of_rule(site, rule)) for rule in rules)

    def step(self, explanation: Explanation) -> Step:
        said = safe(message(explanation.message, self.lang, explanation.arguments))
        beside = [self.places.within_file(span, self.lang) for span in explanation.places]
        if explanation.citation is not None:
            beside.append(phrases.source(explanation.citation, self.lang))
        return Step(said, safe("; ".join(beside)), tuple(map(self.step, explanation.children)))

    # The text.

    def marks(self, told: Sequence[Told]) -> Iterator[Mark]:
        for each in told:
            card = each.card
            label = f"[{card.number}]"
            if card.place is not None:
                kind = card.severity if card.state is State.NEW else "related"
                yield Mark(card.place, kind, each.key, each.mark, label)
            for (_, _, mark), (_, span) in zip(each.related, card.related, strict=True):
                yield Mark(span, "related", each.key, mark, f"({card.number})")

    def sections(self, told: Sequence[Told]) -> Iterator[Section]:
        highlights = Highlights(self.document.text, list(self.marks(told)))
        blocks = sorted(self.document.blocks, key=lambda block: (block.start, block.end))
        cut = {(block.start, block.end): highlights.pieces(block.span) for block in blocks}
        for index, item in enumerate(self.document.items):
            title = ""
            if self.document.kind == "bulletin":
                title = safe(message("page.item", self.lang, {"number": item.number or index + 1}))
            paragraphs = []
            for block in item.blocks:
                pieces = cut[block.start, block.end]
                if title and block.zone is Zone.METADATA and not any(piece.marks for piece in pieces):
                    continue  # the table above says it
                cleaned = tuple(piece._replace(text=safe_lines(piece.text)) for piece in pieces)
                paragraphs.append(Paragraph(block.zone, cleaned))
            yield Section(f"{self.key}-i{index + 1}", title, tuple(paragraphs))

    # A bulletin.

    def others(self, card: Card) -> set[int]:
        """The items that a card speaks of beside its own."""
        spans = [span for _, span in card.related]
        if card.place is not None:
            spans.append(card.place)
        found = {block[1] for block in map(self.places.block_at, [span.start for span in spans]) if block}
        return found - {card.finding.item}

    def headline(self, index: int) -> str:
        words = " ".join(headline_of(self.document, index).split())
        return safe(words if len(words) <= _HEADLINE else words[:_HEADLINE].rpartition(" ")[0] + "…")

    def rows(self, told: Sequence[Told]) -> Iterator[Row]:
        wanted = wanted_places(self.report)
        by_item: dict[int, list[Told]] = {}
        for each in told:
            by_item.setdefault(each.card.finding.item, []).append(each)
            for index in self.others(each.card):
                by_item.setdefault(index, []).append(each)
        longest = max(
            (seconds(item, kind) or 0 for item in self.document.items for kind in _KINDS), default=0
        )
        for index, item in enumerate(self.document.items):
            move, arrow = "", ""
            if index in wanted:
                neighbour = self.document.items[wanted[index]].number or str(wanted[index] + 1)
                arrow = "up" if wanted[index] < index else "down"
                move = message(f"page.move.{arrow}", self.lang, {"number": safe(neighbour)})
            planned, actual = (seconds(item, kind) for kind in _KINDS)
            length = item.metadata.duration
            yield Row(
                safe(item.number or str(index + 1)),
                self.headline(index),
                f"{self.key}-i{index + 1}",
                safe(item.block or ""),
                move,
                arrow,
                _share(planned, longest),
                _share(actual, longest),
                "" if length is None else show_duration(length),
                tuple(by_item.get(index, ())),
            )


_KINDS = ("planned", "actual")


def seconds(item: Item, kind: str) -> float | None:
    return next((each.seconds for each in item.timings if each.kind == kind), None)


def _share(value: float | None, longest: float) -> float | None:
    return None if value is None or not longest else round(100 * value / longest, 1)
