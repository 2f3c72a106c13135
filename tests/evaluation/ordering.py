"""Does the order rule see what it must: through the real recogniser, judge and sample pack.

Two neighbours of a right list change places. If the order rule objects to the annotation of the changed text
(as if recognition were perfect), it must object to the changed text itself. To a right list it must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from annotated import AnnotatedText, GoldListing, GoldName, GoldTitle, extent

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document, Metadata, Zone
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.places import Span
from kiemtin.judging.findings import Outcome
from kiemtin.judging.fingerprints import Fingerprints
from kiemtin.officials.model import Listing, Mention, Recognition, Title, TitleKind
from kiemtin.officials.people.chain_offices import ChainOffices

PACK = "qđ-tỉnh-mẫu"
RULE = "nêu-sai-thứ-bậc"

_LINK = re.compile(r"\s*[;,]?\s+(?:(?:và|cùng) )?(?:(?:các |hai )?(?:đồng chí|đ/c|ông|bà|Ông|Bà) )*")


class Swap(NamedTuple):
    """Two neighbours, by name, and the text in which they have changed places."""

    first: str
    second: str
    changed: AnnotatedText
    listing: int


class OrderRule:
    """The sample pack's rule on the order of a list."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.judge = bench.judge_of(PACK)
        self.rules = [rule for rule in self.judge.rules if rule.rule.id.endswith(RULE)]
        self.chains = ChainOffices(bench.vocabulary, bench.vocabulary.resolve)
        if len(self.rules) != 1:
            raise SystemExit(f"the pack {PACK} has {len(self.rules)} rules named {RULE}")

    def read(self, text: AnnotatedText) -> Document:
        return read_text(text.source, text.id, overrides=Metadata(published=text.day))

    def objections(self, document: Document, recognition: Recognition) -> list[Span]:
        """Where the rule says that someone stands in the wrong place."""
        facts = self.judge.facts(document, recognition)
        findings = self.judge.judge_rule(self.rules[0], facts, Fingerprints(document))
        return [each.place for each in findings if each.outcome is Outcome.FAILED and each.place]

    def annotated(self, text: AnnotatedText) -> Recognition:
        """What perfect recognition would hand to the judge."""
        mentions = self.chains.in_province([self._mention(text, name) for name in text.names])
        listings = []
        for listing in text.listings:
            numbers = [number for number, group in enumerate(listing.groups) for _ in group]
            listings.append(Listing(listing.mentions, listing.start, listing.end, groups=tuple(numbers)))
        return Recognition(tuple(mentions), tuple(listings))

    def _mention(self, text: AnnotatedText, name: GoldName) -> Mention:
        foreign = "foreign" in name.flags
        titles = [
            self._title(text, name, title, foreign)
            for title in sorted(name.titles, key=lambda each: each.start)
        ]
        if not foreign:
            self.chains.complete(titles)
        officials = self.bench.roster.find(name.person)
        return Mention(
            name.start,
            name.end,
            text.text[name.start : name.end],
            name.person,
            Zone.BODY,
            tuple(titles),
            former="former" in name.flags or any(title.former for title in titles),
            acting=any(title.acting for title in titles),
            foreign=foreign,
            historical="historical" in name.flags,
            official=officials[0].id if len(officials) == 1 and not foreign else None,
        )

    def _title(self, text: AnnotatedText, name: GoldName, title: GoldTitle, foreign: bool) -> Title:  # noqa: FBT001
        words = text.text[title.start : title.end]
        known = self.bench.vocabulary.resolve(words) if title.kind == "office" and not foreign else None
        place = "before" if title.start < name.start else "after"
        return Title(
            title.start,
            title.end,
            words,
            TitleKind(title.kind),
            known.office if known else None,
            known.organ if known else None,
            known.locality if known else None,
            pattern="shared" if "shared" in title.flags else place,
            **dict.fromkeys(title.flags, True),  # type: ignore[arg-type]
        )


def within(spans: list[Span], listing: GoldListing) -> bool:
    """Whether an objection falls into the list."""
    return any(span.start < listing.end and listing.start < span.end for span in spans)


def swaps(text: AnnotatedText) -> Iterator[Swap]:
    """Each pair of neighbours of one group that can change places word for word."""
    for number, listing in enumerate(text.listings):
        for group in listing.groups:
            for left, right in pairwise(group):
                first, second = text.names[left], text.names[right]
                between = text.text[extent(first)[1] : extent(second)[0]]
                if _LINK.fullmatch(between) and not _bound(first) and not _bound(second):
                    changed = _exchanged(text, left, right)
                    yield Swap(first.person, second.person, changed, number)


def _bound(name: GoldName) -> bool:
    """Whether a word that is in no span (nguyên, quyền) goes with the name and would stay behind."""
    start = extent(name)[0]
    return any("former" in title.flags and title.start == start for title in name.titles)


def _exchanged(text: AnnotatedText, left: int, right: int) -> AnnotatedText:
    (a, b), (c, d) = extent(text.names[left]), extent(text.names[right])
    whole = text.text
    changed = whole[:a] + whole[c:d] + whole[b:c] + whole[a:b] + whole[d:]

    def moved(offset: int, *, ends: bool) -> int:
        inside = (a < offset <= b, b < offset <= c, c < offset <= d) if ends else (
            a <= offset < b, b <= offset < c, c <= offset < d
        )  # fmt: skip
        shift = (d - b, (d - c) - (b - a), a - c)
        return offset + sum(by for here, by in zip(inside, shift, strict=True) if here)

    def title_moved(title: GoldTitle) -> GoldTitle:
        return replace(title, start=moved(title.start, ends=False), end=moved(title.end, ends=True))

    names = [
        replace(
            name,
            start=moved(name.start, ends=False),
            end=moved(name.end, ends=True),
            titles=[title_moved(title) for title in name.titles],
        )
        for name in text.names
    ]
    names[left], names[right] = names[right], names[left]
    return replace(text, source=changed, text=changed, names=tuple(names))
