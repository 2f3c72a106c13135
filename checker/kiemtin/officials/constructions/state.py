"""What is known, and what still open, of a text whose titles are being joined to names."""

from __future__ import annotations

from kiemtin.officials.model import Construction
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.lexicon import Lexicon


class ChainState:
    """One text, read up to the piece before the one that is being placed.

    Open is one of two at most: titles that wait for their name (`pending`), or the name behind which a
    chain of titles may begin or go on (`open_name`).
    """

    __slots__ = (
        "addressed", "by_comma", "by_heading", "lexicon", "names", "open_name", "pending",
        "previous", "shared", "text", "words",
    )  # fmt: skip

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.lexicon = lexicon
        self.words = lexicon.joining
        self.text = text
        self.names: list[NamePiece] = []
        self.previous: Piece | None = None
        self.pending: list[TitlePiece] = []
        self.open_name: NamePiece | None = None
        self.shared: list[TitlePiece] = []
        """What the names of the list that is being read hold together."""
        self.by_heading = False
        """The shared titles stand before a colon, not right before the first name."""
        self.addressed = False
        """The first name under such a heading has an honorific: "các Phó Thủ tướng: đồng chí A"."""
        self.by_comma = False
        """Commas part the names under a heading."""

    @property
    def end(self) -> int:
        """Where the previous piece ends."""
        return 0 if self.previous is None else self.previous.reach or self.previous.end

    def await_name(self, title: TitlePiece) -> None:
        """Begins a chain of titles whose name is still to come."""
        self.open_name, self.pending = None, [title]

    def open_behind(self, name: NamePiece) -> None:
        """Titles that follow go on the chain behind `name`."""
        self.open_name, self.pending = name, []

    def close(self) -> None:
        """Nothing that follows goes on what was open."""
        self.open_name, self.pending = None, []

    def head_list(self, titles: list[TitlePiece]) -> None:
        """Begins a list under a heading: "các Phó Thủ tướng: …"."""
        for title in titles:
            title.head_several()
        self.shared, self.by_heading, self.by_comma = titles, True, False

    def begin_list(self, title: TitlePiece) -> None:
        """Begins a list at the title right before its first name: "các Phó Thủ tướng A, B"."""
        self.shared, self.by_heading = [title], False

    def share_with(self, name: NamePiece, construction: Construction) -> None:
        """Gives a name what the list shares."""
        name.share(self.shared)
        name.find(construction)

    def end_list(self) -> None:
        """The names that follow share nothing with those before."""
        self.shared, self.by_heading = [], False


def latest_person(names: list[NamePiece], end: int | None = None) -> NamePiece | None:
    """The last name that is surely a person's, of the eight before `end`."""
    end = len(names) if end is None else end
    for at in range(end - 1, max(-1, end - 9), -1):
        name = names[at]
        if name.sure or name.before or name.after:
            return name
    return None
