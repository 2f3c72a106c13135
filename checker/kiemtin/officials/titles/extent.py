"""Reading one title: a head and what follows it, as far as a title goes.

Titles are not listed, they are read: after the head come the organ's words (capitalised, abbreviated, or
known lower-case ones) until a word that cannot belong to a title. Where a name follows without a separator,
the words of both run together and are told apart by `names.split_name`.
"""

from __future__ import annotations

from typing import Final

from kiemtin.officials.titles import organ_grammar as grammar
from kiemtin.officials.titles.organ_grammar import Word
from kiemtin.officials.titles.tails import DOTTED, is_initial
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import PARTICLES, UPPER, Form

__all__ = ["Word", "begins_sentence", "read_rest", "trim"]

_SEAM: Final = Form(rf"([{UPPER}]{{3,}})([{UPPER}][a-zà-ỹ]+)$")
_SENTENCE_GOES_ON: Final = Form(r" ([^\W_A-ZÀ-Ỹ]\w*)")


def read_rest(
    lexicon: Lexicon, head: str, tail: str, *, abroad: bool = False, closed: bool = False
) -> list[Word]:
    """Words of a tail that may belong to the title before it (or to a name right behind it).

    `head`: what begins the title, in small letters. `abroad`: it goes with "tại" and a country, as an
    ambassador does. `closed`: the title is somebody's whom the text names before, so that the separator
    behind the tail ends it.
    """
    return _Rest(lexicon, head, tail, abroad=abroad, closed=closed).read()


class _Rest:
    """A tail while it is read: `words` hold what was taken of `pieces` before `index`."""

    __slots__ = (
        "abroad", "closed", "ended", "head", "index", "lexicon", "pieces", "rows", "starts", "tail", "words",
    )  # fmt: skip

    def __init__(self, lexicon: Lexicon, head: str, tail: str, *, abroad: bool, closed: bool) -> None:
        self.lexicon = lexicon
        self.head = head
        self.tail = tail
        self.pieces, self.starts = _pieces(tail)
        self.abroad = abroad
        self.closed = closed
        self.rows = "," in tail
        self.words: list[Word] = []
        self.index = 0
        self.ended = False
        """A dot stood behind the word taken last."""

    def read(self) -> list[Word]:
        count = len(self.pieces)
        while self.index < count and not self.ended and self._takes_next():
            pass
        return self.words

    def _takes_next(self) -> bool:
        piece = self.pieces[self.index]
        if not piece and self.index + 1 < len(self.pieces):
            self.index += 1  # two spaces, over which the tail goes on
            return True
        if not piece or piece in self.lexicon.extent.terms:
            return False
        if piece.rstrip(",") in self.lexicon.fixed and self._fixed(piece.rstrip(",")):
            return True
        if piece == "về" and self._about_fixed():
            return True
        first = piece[0]
        if first.isupper():
            if self.rows and self._row_of_portfolios():
                return True
            self._take()
            self._grow()
            self._nations()
            return True
        if first.isdigit():
            return self._number(piece)
        if first in "-–(":
            return self._sign(piece)
        if piece in PARTICLES and self._begins_family_name():
            return False
        return self._first_of(piece) or self._particle(piece) or self._lower(piece) or self._bridge()

    def _take(self, count: int = 1) -> None:
        """Takes the next pieces as words."""
        for index in range(self.index, self.index + count):
            piece, start = self.pieces[index], self.starts[index]
            bare = piece if piece in DOTTED or is_initial(self.pieces, index) else piece.rstrip(".")
            if bare:
                self.words.append(Word(bare, start, start + len(bare)))
            self.ended = bare != piece
        self.index += count

    def _fixed(self, piece: str) -> bool:
        """ "Kinh tế - Ngân sách": the name of an organ that holds a comma, a dash or "và"."""
        start = self.starts[self.index]
        phrase = grammar.phrase_at(self.lexicon.fixed[piece], self.tail, start)
        if phrase is None:
            return False
        end = start + len(phrase)
        self.words.append(Word(phrase, start, end))
        while self.index < len(self.pieces) and self.starts[self.index] < end:
            self.index += 1
        self.ended = self.tail[end : end + 1] not in {" ", "-", "–"}
        return True

    def _row_of_portfolios(self) -> bool:
        """ "Thương mại, Công nghiệp và Năng lượng": what a ministry abroad is of."""
        row = self.lexicon.abroad.portfolios.match(self.tail, self.starts[self.index])
        if row is None:
            return False
        self.words.append(Word(row.group(), row.start(), row.end()))
        while self.index < len(self.pieces) and self.starts[self.index] < row.end():
            self.index += 1
        self.ended = self.tail[row.end() : row.end() + 1] == "."
        return True

    def _first_of(self, piece: str) -> bool:
        """ "Thống đốc *cuối cùng* của Verania"."""
        words = self.lexicon.abroad
        if piece not in words.firsts_begun or self.words:
            return False
        if f"{piece} {grammar.following(self.pieces, self.index)}" not in words.firsts:
            return False
        if grammar.following(self.pieces, self.index + 1) != "của" or not grammar.is_capital(
            self.pieces, self.index + 3
        ):
            return False
        self._take(2)
        return True

    def _about_fixed(self) -> bool:
        """ "Ban Chỉ đạo … *về* phòng, chống dịch": what it is of goes over a comma."""
        following = self.index + 1
        if following == len(self.pieces):
            return False
        phrases = self.lexicon.fixed.get(self.pieces[following].rstrip(","))
        if phrases is None or not grammar.phrase_at(phrases, self.tail, self.starts[following]):
            return False
        before = " ".join([self.head, *(word.text for word in self.words)])
        if self.lexicon.extent.about.search(before) is None:
            return False
        self._take()
        return True

    def _grow(self) -> None:
        """Takes what goes on with the organ's word taken last: "Cảnh *sát điều tra tội phạm về ma túy*"."""
        grown = self.words[-1].text.lower()
        while self.index < len(self.pieces) and not self.ended:
            grown = f"{grown} {self.pieces[self.index].rstrip('.').lower()}"
            if grown not in self.lexicon.organ_phrases:
                return
            self._take()

    def _nations(self) -> None:
        """ "Kyushu-Việt *Nam*": one word with the part before it, and no part of a name."""
        first = self.words[-1]
        if "-" not in first.text or self.ended or not grammar.is_capital(self.pieces, self.index):
            return
        if (
            f"{first.text.rsplit('-', 1)[-1]} {self.pieces[self.index].rstrip('.')}"
            in self.lexicon.extent.nations
        ):
            self._take()
            last = self.words.pop()
            self.words[-1] = Word(self.tail[first.start : last.end], first.start, last.end)

    def _number(self, piece: str) -> bool:
        """ "Quân khu 5", "APEC 2017", "Ban Chỉ đạo 389 quốc gia"; no date and no amount."""
        if not grammar.is_number(self.lexicon, self.head, self.words, piece.rstrip(".")):
            return False
        self._take()
        return True

    def _sign(self, piece: str) -> bool:
        """A dash or a bracket inside the name of an organ: "Tài chính - Kế hoạch", "Tổ quốc (MTTQ) …"."""
        if not self.words and piece[0] != "(":
            return False
        if piece in {"-", "–"}:
            if not grammar.goes_on_after_dash(self.lexicon, self.words, self.pieces, self.index + 1):
                return False
            if not grammar.joins_nations(self.lexicon, self.words, self.pieces, self.index + 1):
                self._take()
                return True
            # One word, no part of which is a name: "Á - Âu".
            first = self.words.pop()
            self._take(2)
            del self.words[-2]
            last = self.words.pop()
            self.words.append(Word(self.tail[first.start : last.end], first.start, last.end))
            return True
        if piece[0] == "(" and grammar.abbreviates(self.lexicon, self.head, self.words, piece):
            self._take()
            return True
        return False

    def _begins_family_name(self) -> bool:
        """ "Chủ tịch Ủy ban châu Âu *von der* Lindt", where no given name stands before."""
        before = self.words[-1].text if self.words else ""
        if before[:1].isupper() and before.split(" ", 1)[0] not in self.lexicon.foreign:
            return False
        following = grammar.following(self.pieces, self.index)
        return following[:1].isupper() or following in PARTICLES

    def _particle(self, piece: str) -> bool:
        """ "Ursula *von der* Leyen": joins the words on both sides to one."""
        words, pieces = self.words, self.pieces
        if piece not in PARTICLES or not words or not words[-1].text[0].isupper():
            return False
        size = 1
        while self.index + size < len(pieces) and pieces[self.index + size] in PARTICLES:
            size += 1
        if not grammar.is_capital(pieces, self.index + size):
            return False
        first = words.pop()
        self.index += size
        self._take()
        last = words.pop()
        words.append(Word(self.tail[first.start : last.end], first.start, last.end))
        return True

    def _lower(self, piece: str) -> bool:
        """A lower-case word that is known to stand in titles."""
        bare = piece.rstrip(".")
        if not bare:
            return False
        known = (
            (self.abroad and bare == "tại")
            or (bare == "báo" and self._names_paper())
            or grammar.is_own_noun(self.lexicon, self.head, self.words, bare)
            or grammar.belongs(self.lexicon, bare, self.pieces, self.index, self.words)
        )
        if not known and not grammar.is_of_event(
            self.lexicon, self.head, self.words, self.pieces, self.index
        ):
            return False
        self._take()
        if f"{bare} {grammar.following(self.pieces, self.index - 1)}" in self.lexicon.organ_phrases:
            self._grow()
        return True

    def _names_paper(self) -> bool:
        """ "Tổng Biên tập *báo* Nam Sơn", but "Chủ tịch *báo* Thủ tướng"."""
        before = self.words[-1].text if self.words else self.head
        if len(self.words) > 1:
            before = f"{self.words[-2].text} {before}"
        return grammar.is_capital(self.pieces, self.index + 1) and before.endswith(
            self.lexicon.extent.before_papers
        )

    def _bridge(self) -> bool:
        """Words that no list foresees, where no verb is among them."""
        over = grammar.bridge(self.lexicon, self.words, self.pieces, self.index, closed=self.closed)
        if not over:
            return False
        self._take(over)
        return True


def _pieces(tail: str) -> tuple[list[str], list[int]]:
    """The words of a tail and where they stand.

    A dash behind a word is one of its own: "chất lượng- Bộ"; letters and a name without a space are two:
    "Bộ GTVTLê".
    """
    pieces: list[str] = []
    starts: list[int] = []
    at = 1
    for piece in tail[1:].split(" "):
        if piece.isalpha() and (piece.isupper() or piece[1:].islower()):
            pieces.append(piece)
            starts.append(at)
            at += len(piece) + 1
            continue
        bare = piece.rstrip("-–")
        seam = None if bare[:2].islower() else _SEAM.match(bare)
        if seam is not None:
            pieces += [seam[1], seam[2]]
            starts += [at, at + len(seam[1])]
            at += len(piece) + 1
            continue
        pieces.append(bare or piece)
        starts.append(at)
        if bare and bare != piece:
            pieces.append(piece[len(bare) :])
            starts.append(at + len(bare))
        at += len(piece) + 1
    return pieces, starts


def begins_sentence(lexicon: Lexicon, text: str, word: Word) -> bool:
    """Whether the last word of a run belongs to what follows: "… Nguyễn Văn An Phát biểu tại …"."""
    if word.text not in lexicon.trailers_first:
        return False
    match = _SENTENCE_GOES_ON.match(text, word.end)
    if match is None:
        return False
    return word.text in lexicon.trailers or f"{word.text} {match.group(1)}" in lexicon.trailers


def trim(lexicon: Lexicon, words: list[Word]) -> None:
    """Drops what cannot end a title: "và", "của", "phụ trách", a dash."""
    while words:
        last = words[-1].text
        if last in lexicon.extent.hanging or last in "-–":
            words.pop()
        elif len(words) > 1 and f"{words[-2].text} {last}" in lexicon.extent.hanging:
            del words[-2:]
        else:
            return
