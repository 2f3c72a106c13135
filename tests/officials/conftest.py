"""What the tests of recognition share: one recognizer with the sample roster, and documents of one
paragraph."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import kiemtin_rules
from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.officials.model import Recognition
from kiemtin.officials.recognizer import Recognizer, load_recognizer

Recognize = Callable[..., Recognition]
SAMPLE = Path(kiemtin_rules.__file__).parent / "rosters" / "sample.json"


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    return load_recognizer(SAMPLE)


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """A document of one item; every line of the text is a block of `zone`."""

    def build(text: str, zone: Zone = Zone.BODY, day: date | None = date(2024, 5, 6)) -> Document:
        blocks, at = [], 0
        for number, line in enumerate(text.split("\n"), 1):
            if line:
                blocks.append(Block(zone, at, at + len(line), Origin("line", number)))
            at += len(line) + 1
        metadata = Metadata(published=day)
        return Document("draft.txt", "item", text, (Item(tuple(blocks), metadata),), metadata)

    return build


@pytest.fixture(scope="session")
def recognize(recognizer: Recognizer, document: Callable[..., Document]) -> Recognize:
    def run(text: str, zone: Zone = Zone.BODY, day: date | None = date(2024, 5, 6)) -> Recognition:
        return recognizer.recognize(document(text, zone, day))

    return run
