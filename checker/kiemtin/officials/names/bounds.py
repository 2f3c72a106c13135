"""Where names begin and end, once it is known what stands around them: initials, particles, run-on words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kiemtin.foundation.text import strip_tones
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import PARTICLES, WORD, Form, any_of
from kiemtin.officials.words.syllables import is_vietnamese

_BEHIND_YEAR: Final = Form(r" năm \d{4} ")
_ARABIC: Final = ("al", "el", "ul", "as", "ad", "ar", "ash", "at", "az")
_PARTICLES_BEGIN: Final = frozenset(word[:2] for word in (*PARTICLES, *_ARABIC))
_NEXT_WORD: Final = Form(r" ([^\W_]+)")


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """Particles in small letters and the names behind them: " al-Bashir", " von der Leyen"."""
    particles = any_of(PARTICLES)
    return re.compile(rf"(?: (?:(?:{any_of(_ARABIC)})-|(?:(?:{particles}) ){{1,2}}){WORD})+")


def settle_bounds(lexicon: Lexicon, text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a passage with the names' ends set right, without those that are a country's."""
    settled: list[Piece] = []
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if isinstance(piece, TitlePiece):
            settled.append(piece)
            if text.startswith(" năm ", piece.end):
                settled.extend(
                    _behind_year(lexicon, text, piece, pieces[index + 1] if index < last else None)
                )
            continue
        after = pieces[index + 1] if index < last else None
        before = settled[-1] if settled else None
        if piece.text in lexicon.home.get(piece.text.partition(" ")[0], ()):
            continue
        if isinstance(before, TitlePiece) and before.end + 1 == piece.start:
            if _is_country_of(piece, after):
                before.extend(piece.end)
                continue
            _give_country(lexicon, piece, before)
            _take_surname(lexicon, text, piece, before)
        _settle_end(lexicon, text, piece, after.start if after is not None else len(text))
        piece.accused = _is_private(lexicon, text, piece)
        piece.delegate = text[piece.end + 1 : piece.end + 2] == "(" and text.startswith(
            lexicon.names.delegations, piece.end
        )
        settled.append(piece)
    return settled


def _take_surname(lexicon: Lexicon, text: str, name: NamePiece, title: TitlePiece) -> None:
    """Gives a name the misspelt surname that was read as its title's last word: "Trưởng Ban *Đẵng* Thị Nga".

    No name begins with "Thị" or "Văn"; the word is a slip of the tones for one of the commonest surnames.
    """
    first = name.text.partition(" ")[0]
    if first not in lexicon.names.middle:
        return
    begin = text.rfind(" ", title.start, title.end) + 1
    word = text[begin : title.end]
    if begin - 1 < title.start + len(title.head.text) or not word[:1].isupper() or word in lexicon.surnames:
        return
    if strip_tones(word.lower()) in lexicon.names.alike:
        title.extend(begin - 1)
        name.begin_at(text, begin)


def _settle_end(lexicon: Lexicon, text: str, name: NamePiece, limit: int) -> None:
    """Takes in what still belongs to a name, or drops what does not."""
    following = text[name.end : name.end + 1]
    if following == ".":
        _take_initial(lexicon, text, name, limit)
    elif following == " " and text[name.end + 1 : name.end + 2].islower():
        _take_particles(text, name, limit)
    rest = name.text.rfind(" ")
    if rest > 0 and name.text[rest + 1 :] in lexicon.names.agencies:
        name.keep_first(rest)  # "Yoav Gallant *Reuters*"
    elif text[name.end : name.end + 1] == " ":
        _cut(lexicon, text, name)


def _is_private(lexicon: Lexicon, text: str, name: NamePiece) -> bool:
    """Whether the text says of a name that a suspect bears it, or gives his age and home."""
    if text.startswith(" (", name.end) and lexicon.names.told_privately.match(text, name.end) is not None:
        return True
    at = name.start - 1
    if at < 1:
        return False
    low = max(0, at - 8)
    space = text.rfind(" ", low, at)
    if space < 0 and low > 0:  # a longer word than any of these
        return False
    last = text[space + 1 : at]
    return last in lexicon.names.accused_last and text.endswith(lexicon.names.accused, 0, at)


def _behind_year(lexicon: Lexicon, text: str, title: TitlePiece, after: Piece | None) -> Iterator[NamePiece]:
    """A foreigner's name behind a title and its year: "Chủ tịch G20 năm 2024 *Luiz Inácio Lula da Silva*"."""
    match = _BEHIND_YEAR.match(text, title.end)
    run = lexicon.run.match(text, match.end()) if match is not None else None
    if run is None or (after is not None and after.start < run.end()):
        return
    name = run.group()
    words = name.split(" ")
    if len(words) > 1 and not is_vietnamese(words[:1]) and words[0] not in lexicon.foreign:
        yield NamePiece(run.start(), run.end(), name, sure=True)


def _is_country_of(name: NamePiece, after: Piece | None) -> bool:
    """One word between a title and a known name: "Thủ tướng *Cananda* Justin Trudeau"."""
    return (
        isinstance(after, NamePiece)
        and after.start == name.end + 1
        and not after.honorific
        and " " not in name.text
    )


def _give_country(lexicon: Lexicon, name: NamePiece, title: TitlePiece) -> None:
    """Gives the country back to the title: "… (Nhân đại) *Trung Quốc* Trương Đức Giang"."""
    for country in lexicon.foreign.get(name.text.split(" ", 1)[0], ()):
        if " " in country and name.text.startswith(f"{country} "):
            name.drop_first(len(country) + 1)
            title.extend_abroad(name.start - 1)
            return


def _take_initial(lexicon: Lexicon, text: str, name: NamePiece, limit: int) -> None:
    """ "V*. Putin*", "Marc E*. Knapper*"."""
    if len(name.text) > 1 and (name.text[-2] != " " or is_vietnamese(name.text.split(" ")[:1])):
        return
    at = name.end + (2 if text.startswith(" ", name.end + 1) else 1)
    match = lexicon.run.match(text, at, limit)
    if match is not None:
        name.extend(text, match.end())


def _take_particles(text: str, name: NamePiece, limit: int) -> None:
    """ "Omar *al-Bashir*"."""
    if text[name.end + 1 : name.end + 3] not in _PARTICLES_BEGIN:
        return
    match = _goes_on().match(text, name.end, limit)
    if match is not None and not is_vietnamese(name.text.split(" ")):
        name.extend(text, match.end())


def _cut(lexicon: Lexicon, text: str, name: NamePiece) -> None:
    """Drops the first word of what follows without a full stop: "Vũ Xuân Sáng *Nhà* tôi …"."""
    rest, _, last = name.text.rpartition(" ")
    if not rest:
        return
    if last not in lexicon.names.run_on_first and last not in lexicon.openers:
        return
    match = _NEXT_WORD.match(text, name.end)
    if match is None:
        return
    following = match.group(1)
    begins = (
        f"{last} {following}" in lexicon.names.run_on
        or (last in lexicon.openers and following.isdigit())
        or (last in lexicon.trailers and following[0].islower())
    )
    if begins and (" " in rest or not is_vietnamese([rest])):
        name.keep_first(len(rest))


def part_countries(names: list[NamePiece]) -> None:
    """Gives a country that no list knows back to the title: "Quốc vương Tamria Norodeth Savann".

    Told by the same name standing in the item without it.
    """
    whole = {name.text for name in names if " " in name.text and name.text[0].isupper()}
    for name in names:
        if not name.before or name.text.count(" ") < 2 or name.before[-1].end + 1 != name.start:
            continue
        first, _, rest = name.text.partition(" ")
        if rest in whole and not is_vietnamese(rest.split(" ")):
            name.before[-1].extend(name.start + len(first))
            name.drop_first(len(first) + 1)


def part_followers(names: list[NamePiece]) -> None:
    """Cuts words off that stand behind a name but once, where the item has the name without them.

    "Bộ trưởng Trần Tuấn Anh *Thành Nam*": the reporter's name at the end.
    """
    counts: dict[str, int] = {}
    for name in names:
        counts[name.text] = counts.get(name.text, 0) + 1
    for name in names:
        words = name.text.split(" ")
        if len(words) < 4 or name.after or counts[name.text] > 1 or not is_vietnamese(words):
            continue
        for dropped in (1, 2):
            rest = " ".join(words[:-dropped])
            if rest.count(" ") > 1 and counts.get(rest, 0) > 2 - dropped:
                name.keep_first(len(rest))
                break
