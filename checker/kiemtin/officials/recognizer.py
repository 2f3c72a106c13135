"""Recognition of officials in a document: mentions with titles, and lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kiemtin.documents.model import Document, Item, Zone
from kiemtin.officials.constructions.chains import Joiner
from kiemtin.officials.lists.listings import find_listings
from kiemtin.officials.model import Mention, Recognition
from kiemtin.officials.names.bounds import part_countries, part_followers, settle_bounds
from kiemtin.officials.people.families import family_names
from kiemtin.officials.people.later_mentions import (
    bare_names,
    called_names,
    person_meant,
    short_beside,
    titled_names,
)
from kiemtin.officials.people.mentions import MentionMaker
from kiemtin.officials.people.namesakes import Namesakes
from kiemtin.officials.people.near import NearNames
from kiemtin.officials.people.private import PrivateNames
from kiemtin.officials.people.resolution import Person, persons_of, short_forms
from kiemtin.officials.people.unproven import Unproven
from kiemtin.officials.pieces import NamePiece, Passage, Piece
from kiemtin.officials.reading.passages import find_pieces
from kiemtin.officials.reading.title_reader import TitleReader
from kiemtin.officials.roster import Roster, load_roster
from kiemtin.officials.scanning.scanning import Heads, Scan
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.loading import load_lexicon, load_vocabulary
from kiemtin.officials.words.vocabulary import Vocabulary

_CELLS: Final = frozenset({", ", ". "})
"""What is read between the cells of a row that tells of a person."""
_SEARCHED: Final = frozenset({Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION, Zone.GRAPHIC})


class Recognizer:
    """Recognises officials by the grammar of titles and a roster, if given. One serves all documents."""

    def __init__(
        self, vocabulary: Vocabulary, roster: Roster | None = None, *, for_archive: bool = False
    ) -> None:
        """`for_archive` prepares for thousands of documents: 0.1 s and 20 MB more, then less for each."""
        self.vocabulary = vocabulary
        self.roster = roster
        self._lexicon: Lexicon = load_lexicon(vocabulary)
        self._heads = Heads(self._lexicon.heads, for_archive=for_archive)
        self._joiner = Joiner(self._lexicon)
        self._titles = TitleReader(self._lexicon, frozenset(roster.by_name) if roster else frozenset())
        self._private = PrivateNames(vocabulary.words)
        self._near = NearNames(self._lexicon, roster, vocabulary, self._private)
        self._mentions = MentionMaker(vocabulary, self._lexicon)
        self._unproven = Unproven(vocabulary, self._private)
        self._namesakes = (
            Namesakes(vocabulary, roster, self._lexicon.names.low_offices, self._mentions.office)
            if roster is not None
            else None
        )

    def recognize(self, document: Document) -> Recognition:
        """All mentions and lists of a document, in the order of its text; spans are offsets of its text.

        Searched are headlines, leads, bodies, captions and words on the screen. Names are resolved item
        by item, on its date.
        """
        scan = self._heads.find(document.text)
        if scan.untidy:
            from kiemtin.officials.scanning.tidying import tidied, tidy_document, untidied  # few texts are

            tidy = tidied(self._lexicon, document.text)
            if tidy is not None:
                document_read = tidy_document(document, tidy)
                found = self._recognize(document_read, self._heads.find(document_read.text))
                return untidied(found, document.text, tidy)
        return self._recognize(document, scan)

    def _recognize(self, document: Document, scan: Scan) -> Recognition:
        if all(head[2].is_surname for head in scan.heads) and self.roster is None:
            return Recognition()
        if scan.shouted or scan.surnames:
            from kiemtin.officials.scanning.capitals import usual_case, usual_names  # few texts shout

            usual = usual_names(scan.text, scan.surnames)
            if scan.shouted:
                usual = usual_case(self._lexicon, usual, sorted([*scan.shouted, *scan.surnames]))
            if usual != scan.text:
                scan = self._heads.find_level(usual)
        text = scan.text
        starts = [head[0] for head in scan.heads]
        mentions: list[Mention] = []
        for item in document.items:
            mentions.extend(self._item(document, item, scan, starts))
        return Recognition(tuple(mentions), find_listings(self._lexicon, text, mentions))

    def _item(self, document: Document, item: Item, scan: Scan, starts: list[int]) -> Sequence[Mention]:
        text, heads = scan.text, scan.heads
        names: list[NamePiece] = []
        read: list[Piece] = []
        for start, stop in _regions(item, text):
            within = heads[bisect_left(starts, start) : bisect_left(starts, stop)]
            pieces = find_pieces(self._titles, Passage(text, start, stop, within))
            pieces = settle_bounds(self._lexicon, text, pieces)
            read.extend(pieces)
            names.extend(self._joiner.join(text, pieces))
        if not names:
            return []
        part_countries(names)
        part_followers(names)
        for name in names:
            name.settle()
        private = self._private.part(text, names)
        day = item.metadata.day or document.metadata.day
        persons = persons_of(self._lexicon, self.roster, names, day)
        if not persons:
            return []
        if self._namesakes is not None:
            self._namesakes.part(text, names, persons, day)
            self._unproven.part(text, names, persons)
            if not persons:
                return []
        self._near.correct(names, persons, text)
        blocks = [block.start for block in item.blocks]
        forms = short_forms(persons.values())
        called = {form: meant for form, meant in forms.items() if form not in private} if private else forms
        last: dict[str, Person] = {}
        found: list[Mention] = []
        for name in (
            *names,
            *titled_names(self._lexicon, text, read, names, forms),
            *bare_names(self._lexicon, text, item, names, persons.values(), capitals=bool(scan.surnames)),
            *family_names(self._lexicon, text, item, names, persons.values()),
            *short_beside(self._lexicon, text, names, forms),
            *called_names(self._lexicon, text, item, scan.callings, names, called),
        ):
            meant = person_meant(name, persons, forms, last, self._lexicon.names.sexes)
            if meant is None:
                continue
            person, start, end = meant
            last[person.name.rsplit(" ", 1)[-1]] = person
            zone = item.blocks[max(0, bisect_right(blocks, start) - 1)].zone
            found.append(self._mentions.mention(document.text, name, person, start, end, zone, day))
        found.sort(key=lambda mention: mention.start)
        return self._mentions.chains.in_province(
            [
                mention
                for before, mention in zip([None, *found], found, strict=False)
                if before is None or before.end <= mention.start
            ]
        )


def _regions(item: Item, text: str) -> Iterator[tuple[int, int]]:
    """Runs of searched blocks with no words between them."""
    start = stop = -1
    for block in item.blocks:
        if block.zone not in _SEARCHED:
            continue
        between = text[stop : block.start] if start >= 0 else ""
        if start >= 0 and (not between or between.isspace() or between in _CELLS):
            stop = block.end
            continue
        if start >= 0:
            yield start, stop
        start, stop = block.start, block.end
    if start >= 0:
        yield start, stop


def load_recognizer(roster_path: Path | None = None, *, for_archive: bool = False) -> Recognizer:
    """The recognizer of the shipped vocabulary, with the roster at `roster_path` if given."""
    roster = load_roster(roster_path) if roster_path is not None else None
    return Recognizer(load_vocabulary(), roster, for_archive=for_archive)
