"""A copy of a Word draft in which comments stand on the words that they speak of.

Only the parts that hold the text and the comments are written anew; every other part is the draft's.
Comments of an earlier run are replaced, but for those that somebody answered or marked as done, and those on
a change of ours that is still to be accepted or rejected. What others commented and changed stays in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from kiemtin.accepting.standing import State
from kiemtin.documents.word_parts import main_part
from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.cards import Card, about, cards, safe, summary
from kiemtin.reporting.opc import Element, PackageCopy, hold
from kiemtin.reporting.report import Report
from kiemtin.reporting.word.comments import AUTHOR, Comment, Comments
from kiemtin.reporting.word.revisions import Signed
from kiemtin.reporting.word.story import Story, parts_of_text, story_of
from kiemtin.reporting.word.writer import Writer

MOST_WORDS = 200
"""Of a place that a comment quotes, since it cannot stand on it."""


def annotate(
    source: bytes, report: Report, lang: Lang, *, suggest: bool = False, checked: datetime | None = None
) -> bytes:
    """The copy of the draft in `source`, from which `report` was made.

    `suggest`: safe repairs as tracked changes. `checked` is what comments tell as their time, if given.
    Raises DocumentError for a package that cannot be read, DraftChangedError if it is another draft.
    """
    hold(source, report.document.sha256)
    copy = PackageCopy(source, report.document.path)
    main = main_part(copy.package)
    names = parts_of_text(copy.package, main)
    roots = {part: copy.root(name) for part, name in names.items()}
    story = story_of(report.document, copy.package, main, roots)
    return annotated(copy, main, names, roots, story, report, lang, suggest=suggest, checked=checked)


def annotated(
    copy: PackageCopy,
    main: str,
    names: Mapping[str, str],
    roots: Mapping[str, Element],
    story: Story,
    report: Report,
    lang: Lang,
    *,
    suggest: bool,
    checked: datetime | None,
) -> bytes:
    """As `annotate`, of a package whose parts of text are read: `story` leads into them."""
    body = roots["document"]
    w = body.tag[: body.tag.index("}") + 1]
    day = checked.strftime("%Y-%m-%dT%H:%M:%SZ") if checked else None
    comments = Comments(copy, main, w)
    ours = set(comments.ours())
    kept = comments.answered() | on_changes(roots.values(), w, ours)
    known = comments.references(kept)
    touched = comments.remove(ours - kept, roots)
    told = cards(report, lang)
    waived = [card for card in told if card.state is State.WAIVED]
    found = [
        card for card in told if card.state is not State.WAIVED and card.finding.fingerprint not in known
    ]
    writer = Writer(roots, w, story, report, found)
    tracked = writer.suggest(Signed(AUTHOR, day)) if suggest else frozenset[int]()
    notes = [Comment(_overview(report, waived, lang))]
    for number, card in enumerate(found):
        lines = _lines(card, report, lang, on_words=writer.stands_on_words(card), tracked=number in tracked)
        notes.append(Comment(tuple(lines)))
    writer.mark(comments.add(notes, day))
    for part in sorted({"document", *touched, *writer.touched}):
        copy.keep(names[part], roots[part])
    return copy.bytes()


def on_changes(roots: Iterable[Element], w: str, ours: set[str]) -> set[str]:
    """Our comments whose words hold a tracked change of ours that nobody has decided on."""
    found: set[str] = set()
    for root in roots:
        open_: set[str] = set()
        for element in root.iter(w + "commentRangeStart", w + "commentRangeEnd", w + "ins", w + "del"):
            number = element.get(w + "id")
            if element.tag == w + "commentRangeStart":
                open_ |= {number} & ours
            elif element.tag == w + "commentRangeEnd":
                open_.discard(number)
            elif element.get(w + "author") == AUTHOR:
                found |= open_
    return found


def _overview(report: Report, waived: Iterable[Card], lang: Lang) -> tuple[str, ...]:
    """What is waived is told here alone: on its words there is nothing to do."""
    first, *rest = summary(report, lang)
    accepted = []
    for card in waived:
        why = " ".join(row.text for row in card.rows if row.name == "state")
        where = f"{card.where}: " if card.where else ""
        accepted.append(f"[{card.number}] {card.label}: {where}{card.said} {why}")
    return (f"{AUTHOR}: {first}", *rest, *accepted, *about(report, lang))


def _lines(card: Card, report: Report, lang: Lang, *, on_words: bool, tracked: bool) -> Iterator[str]:
    yield f"[{card.number}] {card.label}: {card.said}"
    text = report.document.text
    if card.place is not None and not on_words:
        yield f"{card.where}: {_quoted(card.place.of(text), lang)}"
    for said, span in card.related:
        yield f"{_quoted(span.of(text), lang)}: {said}"
    for row in card.rows:
        yield f"{row.label}: {row.text}"
    if tracked:
        yield message("paper.tracked", lang)
    yield f"{message('finding.rule', lang)}: {safe(card.reference)}"


def _quoted(words: str, lang: Lang) -> str:
    return message("quoted", lang, {"words": " ".join(safe(words).split())[:MOST_WORDS]})
