"""Measures how misspelt titles are found: one slip is put into each title of corpus/findings in turn.

    python tests/evaluation/evaluate_misspelt_titles.py

A slip drops a letter, changes a tone, or leaves out the second word. Fails (1) if fewer are found than the
floors below say, if another title than the one meant is asked for too often, or any where there is no slip.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator

from findings_corpus import ROSTER, read_pieces

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.officials.model import Title
from kiemtin.officials.recognizer import load_recognizer

FLOORS = {"letter": 0.88, "tone": 0.84, "word": 0.55}
"""Of the slips of each kind: for how many the title that was there is asked about."""
OWN = frozenset({"138-hai-tieu-de-sai-go"})
"""Pieces whose author left a word out."""
MOST_WRONG = 0.1
"""Of all that are asked about: another title than the one that was there."""
_MARKS = "\u0300\u0301\u0303\u0309\u0323"


def main() -> int:
    recognizer, chance = load_recognizer(ROSTER), random.Random(3)
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong = clean = 0

    def near_titles(text: str) -> list[Title]:
        found = recognizer.recognize(_document(text)).mentions
        return [title for mention in found for title in mention.titles if title.meant]

    for piece in read_pieces():
        text = unicodedata.normalize("NFC", piece.text)
        if piece.id in OWN:
            continue
        clean += len(near_titles(text))
        for title in _titles(recognizer.recognize(_document(text)).mentions):
            for kind in FLOORS:
                slip = _slip(chance, kind, title.text)
                if slip == title.text:
                    continue
                made[kind] += 1
                found = near_titles(f"{text[: title.start]}{slip}{text[title.end :]}")
                meant = any(each.meant.lower() == title.text.lower() for each in found)
                right[kind] += meant
                wrong += bool(found) and not meant
    for kind, floor in FLOORS.items():
        share = right[kind] / made[kind]
        print(f"misspelt titles, {kind:<7}{right[kind]} of {made[kind]} ({share:.2f}; at least {floor})")
    asked = wrong + sum(right.values())
    print(f"another title asked for: {wrong} of {asked}; in pieces without a slip: {clean}")
    fallen = any(right[kind] < floor * made[kind] for kind, floor in FLOORS.items())
    return int(fallen or clean > 0 or wrong > MOST_WRONG * asked)


def _titles(mentions: tuple[object, ...]) -> Iterator[Title]:
    seen: set[int] = set()
    for mention in mentions:
        for title in mention.titles:  # type: ignore[attr-defined]
            if title.office and not title.shared and title.start not in seen:
                seen.add(title.start)
                yield title


def _slip(chance: random.Random, kind: str, title: str) -> str:
    words = title.split(" ")
    if kind == "word":
        return title if len(words) < 3 else " ".join([words[0], *words[2:]])
    at = chance.randrange(min(2, len(words)))
    word = words[at]
    if kind == "letter":
        if len(word) > 1:
            cut = chance.randrange(1, len(word))
            words[at] = word[:cut] + word[cut + 1 :]
    else:
        words[at] = _other_tone(chance, word)
    return " ".join(words)


def _other_tone(chance: random.Random, word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    tones = [mark for mark in apart if mark in _MARKS]
    if not tones:
        return word
    other = chance.choice([mark for mark in ("", *_MARKS) if mark != tones[0]])
    return unicodedata.normalize("NFC", apart.replace(tones[0], other, 1))


def _document(text: str) -> Document:
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            blocks.append(Block(Zone.BODY, at, at + len(line), Origin("line", number)))
        at += len(line) + 1
    return Document("piece.txt", "item", text, (Item(tuple(blocks), Metadata()),), Metadata())


if __name__ == "__main__":
    sys.exit(main())
