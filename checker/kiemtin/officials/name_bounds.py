"""Where names begin and end, once it is known what stands around them: initials, particles, run-on words."""

from __future__ import annotations

import re

from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.patterns import PARTICLES, WORD
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.syllables import is_vietnamese

_GOES_ON = re.compile(
    rf"(?: (?:(?:al|el|ul|as|ad|ar|ash|at|az)-|(?:(?:{'|'.join(sorted(PARTICLES))}) ){{1,2}}){WORD})+"
)
_BEHIND_INITIAL = re.compile(rf"\. ?(?P<rest>{WORD}(?: {WORD})*)")
# "(56 tuổi, trú xã An Hòa)": the police's way of naming people.
_PRIVATE = re.compile(
    r" \((?:\d\d tuổi|SN ?\d{4}|sinh năm \d{4}|[Ss]inh ngày [\d/-]+)[,;] ?"
    r"(?:HKTT|[Tt]rú|[Nn]gụ|[Tt]hường trú|[Tt]ạm trú|[Qq]uê|ở )"
)
_NEXT_WORD = re.compile(r" ([^\W_]+)")


def settle_bounds(lexicon: Lexicon, text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a passage with the names' ends set right, without those that are a country's."""
    settled: list[Piece] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, NamePiece):
            before = pieces[index - 1] if index else None
            after = pieces[index + 1] if index + 1 < len(pieces) else None
            title = before if isinstance(before, TitlePiece) and before.end + 1 == piece.start else None
            if piece.text in lexicon.home.get(piece.text.split(" ", 1)[0], ()):
                continue
            if title is not None and _is_country_of(piece, after):
                title.end = piece.end
                continue
            if title is not None:
                _give_country(lexicon, piece, title)
            _take_in(text, piece, after.start if after is not None else len(text))
            _cut(lexicon, text, piece)
            if (
                text.endswith(lexicon.names.accused, 0, max(0, piece.start - 1))
                or text.startswith(" (", piece.end)
                and _PRIVATE.match(text, piece.end)
            ):
                piece.accused = True
        settled.append(piece)
    return settled


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
            name.start += len(country) + 1
            name.text = name.text[len(country) + 1 :]
            title.end = name.start - 1
            title.foreign = True
            return


def _take_in(text: str, name: NamePiece, limit: int) -> None:
    """What still belongs to a name: "V*. Putin*", "Marc E*. Knapper*", "Omar *al-Bashir*"."""
    if len(name.text) == 1 or (name.text[-2] == " " and not is_vietnamese(name.text.split(" ")[:1])):
        match = _BEHIND_INITIAL.match(text, name.end, limit)
    elif text.startswith(" ", name.end) and text[name.end + 1 : name.end + 2].islower():
        match = _GOES_ON.match(text, name.end, limit)
        if match is not None and is_vietnamese(name.text.split(" ")):
            match = None
    else:
        return
    if match is not None:
        name.end = match.end()
        name.text = text[name.start : name.end]


def _cut(lexicon: Lexicon, text: str, name: NamePiece) -> None:
    """Drops the first word of what follows without a full stop: "Vũ Xuân Sáng *Nhà* tôi …"."""
    rest, _, last = name.text.rpartition(" ")
    if not rest or not text.startswith(" ", name.end):
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
        name.end = name.start + len(rest)
        name.text = rest


def part_countries(names: list[NamePiece]) -> None:
    """Gives a country that no list knows back to the title: "Quốc vương Tamria Norodeth Savann".

    Told by the same name standing in the item without it.
    """
    whole = {name.text for name in names if " " in name.text}
    for name in names:
        if not name.before or name.text.count(" ") < 2 or name.before[-1].end + 1 != name.start:
            continue
        first, _, rest = name.text.partition(" ")
        if rest in whole and not is_vietnamese(rest.split(" ")):
            name.before[-1].end = name.start + len(first)
            name.start += len(first) + 1
            name.text = rest


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
                name.text = rest
                name.end = name.start + len(rest)
                break
