"""Pieces of a text, titles and names, before they are joined to mentions."""

from __future__ import annotations

from kiemtin.officials.model import Construction, TitleKind
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.heads import Head, HeadWord


class TitlePiece:
    """One title as it stands: `start` behind its markers (nguyên, cựu, cố, tân), `end` before its term."""

    __slots__ = (
        "acting", "business", "end", "foreign", "former", "head", "kind", "misspelt", "newly", "plural",
        "reach", "several", "start", "verb",
    )  # fmt: skip
    is_name = False
    sure = True

    def __init__(self, start: int, end: int, head: HeadWord) -> None:
        self.start = start
        self.end = end
        self.reach = 0
        """Where the places and organs end that hold the title's own, told behind commas; 0 if none is."""
        self.head = head
        self.kind: TitleKind = head.kind
        self.former = False
        self.acting = False
        self.newly = False
        self.plural = False
        """Heads several names: "các đồng chí Ủy viên …: A; B"."""
        self.several = False
        """"các" stands right before it."""
        self.foreign: bool | None = None
        """True: a foreign country's, False: said to be Vietnam's, None: not said."""
        self.business = False
        """Of a company, a church, a club: makes no official."""
        self.misspelt = 0
        """Where its head ends, if that is misspelt: `head` is the right one. 0 if it is not."""
        self.verb = ""
        """`appointed`, `ended`, `career`: what the verb before says of it."""

    def take_verb(self, verb: str) -> None:
        """What a verb, a decision or a life says of it."""
        self.verb = verb

    def mark_former(self) -> None:
        self.former = True

    def mark_misspelt(self, head_end: int) -> None:
        self.misspelt = head_end

    def mark_acting(self, start: int) -> None:
        """ "Quyền", "Q." before it; it begins at `start`."""
        self.acting = True
        self.start = start

    def head_several(self, *, told: bool = False) -> None:
        """It heads several names; `told`: by "các"."""
        self.plural = True
        self.several = self.several or told

    def extend(self, end: int) -> None:
        """Its words end there."""
        self.end = end

    def extend_abroad(self, end: int) -> None:
        """It ends with the country whose it is."""
        self.end = end
        self.foreign = True

    def hold_to(self, reach: int) -> None:
        """What holds its organ or its place is told as far as `reach`."""
        self.reach = reach


class NamePiece:
    """One name as it stands."""

    __slots__ = (
        "accused",
        "after",
        "before",
        "construction",
        "delegate",
        "end",
        "former",
        "fronted",
        "held",
        "honorific",
        "key",
        "linked",
        "listed",
        "nobodys",
        "profession",
        "receives",
        "shared",
        "start",
        "sure",
        "text",
        "told",
    )  # fmt: skip
    is_name = True
    reach = 0

    def __init__(self, start: int, end: int, text: str, honorific: str = "", *, sure: bool = False) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.honorific = honorific
        self.sure = sure
        """A title or an honorific says that it is a person."""
        self.accused = False
        """Said to be a suspect, a defendant."""
        self.former = False
        """One of a group that the text calls former: "các đồng chí nguyên lãnh đạo tỉnh: A, B"."""
        self.delegate = False
        """A bracket tells of which delegation of the National Assembly: "(Đoàn Nam Sơn)"."""
        self.linked = False
        """Follows the name before it in one list."""
        self.before: list[TitlePiece] = []
        self.after: list[TitlePiece] = []
        self.shared: list[TitlePiece] = []
        self.construction: Construction | None = None
        """By which it was found, for those who ask; nothing is decided by it."""
        self.nobodys = False
        """A street's, a school's, who took the picture: nobody of whom the text speaks."""
        self.profession = False
        """A word of a profession stands before it: only an office of its own makes an official of it."""
        self.fronted = False
        """Behind the comma of a title that begins its clause: "Giám đốc Sở Y tế, *Trần Văn An* cho biết"."""
        self.listed = False
        """Told by its place in a list alone."""
        self.receives = False
        """A decision gives it, or takes from it, the titles behind it."""
        self.told = False
        """The sentence makes an official of it, without a title."""
        self.key = ""
        """The name folded, once it is final."""
        self.held: tuple[TitlePiece, ...] = ()
        """All its titles, once they are joined."""

    @property
    def titles(self) -> tuple[TitlePiece, ...]:
        return (*self.before, *self.after, *self.shared)

    def hold_before(self, titles: list[TitlePiece]) -> None:
        """These titles stand before it and are its own."""
        self.before = titles

    def hold_behind(self, title: TitlePiece) -> None:
        """This title goes on those behind it."""
        self.after.append(title)

    def hold_instead(self, title: TitlePiece) -> None:
        """Of the titles behind it, this one stands for the last."""
        self.after[-1] = title

    def share(self, titles: list[TitlePiece]) -> None:
        """It holds these titles together with others."""
        self.shared = titles

    def share_also(self, title: TitlePiece) -> None:
        self.shared = [*self.shared, title]

    def extend(self, text: str, end: int) -> None:
        """It ends farther in `text`."""
        self.end = end
        self.text = text[self.start : end]

    def begin_at(self, text: str, start: int) -> None:
        """It begins earlier in `text`."""
        self.start = start
        self.text = text[start : self.end]

    def keep_first(self, size: int) -> None:
        """Only its first `size` characters are the name."""
        self.end = self.start + size
        self.text = self.text[:size]

    def drop_first(self, size: int) -> None:
        """Its first `size` characters are no part of the name."""
        self.start += size
        self.text = self.text[size:]

    def find(self, construction: Construction | None) -> None:
        """It is surely a person's name; `construction` says why, None leaves that as it was."""
        self.sure = True
        self.nobodys = False
        if construction is not None:
            self.construction = construction

    def find_official(self, construction: Construction) -> None:
        """The sentence makes an official of it, whatever title stands there."""
        self.find(construction)
        self.told = True

    def address(self, honorific: str) -> None:
        """An honorific stands before it, if none was read with it."""
        if not self.honorific:
            self.honorific = honorific
            self.sure = True

    def follow(self, before: NamePiece, *, same_address: bool) -> None:
        """It goes on the list of the name `before`; `same_address`: the honorific there holds for both."""
        self.linked = True
        if same_address and not self.honorific:
            self.honorific = before.honorific

    def receive(self, titles: list[TitlePiece]) -> None:
        """A decision gives it these titles, or takes them."""
        self.after = titles
        self.receives = True
        self.find(Construction.GIVEN_TO)

    def settle(self) -> None:
        """The name is final, and no more titles are joined to it."""
        self.key = fold_name(self.text)
        self.held = self.titles


Piece = TitlePiece | NamePiece


class Passage:
    """A stretch of text while it is read: `text[start:stop]`, the heads in it, the pieces found so far."""

    __slots__ = ("heads", "misspelt", "pieces", "start", "stop", "text")

    def __init__(self, text: str, start: int, stop: int, heads: list[Head]) -> None:
        self.text = text
        self.start = start
        self.stop = stop
        self.heads = heads
        self.pieces: list[Piece] = []
        self.misspelt: set[int] = set()
        """Where heads begin that are misspelt."""

    def add_misspelt(self, index: int, head: Head) -> None:
        """Puts a misspelt head at its place in the row, for those that begin inside it."""
        end = index
        while end < len(self.heads) and self.heads[end][0] < head[1]:
            end += 1
        self.heads[index:end] = [head]
        self.misspelt.add(head[0])

    def exchange(self, index: int, head: Head) -> None:
        """At `heads[index]` stands this misspelt one."""
        self.heads[index] = head
        self.misspelt.add(head[0])

    def is_surname(self, index: int, at: int) -> bool:
        """Whether `heads[index]` is there, stands at `at` and is a surname."""
        return index < len(self.heads) and self.heads[index][0] == at and self.heads[index][2].is_surname
