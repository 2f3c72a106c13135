"""The table of constructions: each has words, gives what its example says, and leaves others alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.messages import message
from kiemtin.officials import model
from kiemtin.officials.constructions.chains import Joiner
from kiemtin.officials.constructions.table import ROWS
from kiemtin.officials.recognizer import load_recognizer
from kiemtin.officials.words.loading import load_lexicon, load_vocabulary
from kiemtin.reporting import shown_constructions
from kiemtin.reporting.shown_document import Reading, render

OFFICIALS = Path(model.__file__).parent
FLAGS = ("former", "acting", "shared", "appointed", "career")
NUMBERED = [pytest.param(at, row, id=f"{at}-{row.id.value}") for at, row in enumerate(ROWS)]
PLACED = [param for param in NUMBERED if not param.values[1].told_in]
LANGUAGES = ("vi", "en")


def told(recognition):
    """Of each mention the person, the titles and what is said of them."""
    return tuple(
        mention.person + (": " + "; ".join(map(title_told, mention.titles)) if mention.titles else "")
        for mention in recognition.mentions
    )


def title_told(title):
    flags = [flag for flag in FLAGS if getattr(title, flag)]
    return title.text + (f" [{', '.join(flags)}]" if flags else "")


@pytest.fixture(scope="module")
def recognize(document):
    """Recognition by all rows, or by those given; no roster knows the invented people."""
    recognizer = load_recognizer()
    lexicon = load_lexicon(load_vocabulary())

    def run(text, rows=ROWS):
        recognizer._joiner = Joiner(lexicon, rows)
        return recognizer.recognize(document(text))

    return run


@pytest.mark.parametrize(("at", "row"), NUMBERED)
def test_an_example_gives_what_it_says(recognize, at, row):
    found = recognize(row.example.text)
    assert told(found) == row.example.gives
    if row.told_in:
        assert row.id in {mention.pattern for mention in found.mentions}


@pytest.mark.parametrize(("at", "row"), PLACED)
def test_without_its_row_an_example_gives_something_else(recognize, at, row):
    others = [other for number, other in enumerate(ROWS) if number != at]
    found = recognize(row.example.text, others)
    patterns = [mention.pattern for mention in found.mentions]
    with_row = recognize(row.example.text)
    assert (told(found), patterns) != (
        told(with_row),
        [mention.pattern for mention in with_row.mentions],
    )


@pytest.mark.parametrize(("at", "row"), NUMBERED)
def test_it_leaves_alone_what_only_looks_like_it(recognize, at, row):
    assert row.not_in
    others = [other for number, other in enumerate(ROWS) if number != at]
    for other in row.not_in:
        found = recognize(other.text)
        assert told(found) == other.gives
        assert recognize(other.text, others) == found
        if row.told_in:
            assert row.id not in {mention.pattern for mention in found.mentions}


def test_each_construction_has_a_row_and_words():
    assert {row.id for row in ROWS} == set(model.Construction)
    ids = [f"show.by.{one.value}" for one in (*model.Construction, *model.Opening)]
    ids += [f"show.title-by.{one.value}" for one in model.Position]
    for name in ids:
        vietnamese, english = (message(name, lang) for lang in LANGUAGES)
        assert vietnamese and english and vietnamese != english


@pytest.mark.parametrize(("at", "row"), NUMBERED)
def test_a_row_has_a_function_and_its_place_or_the_module_that_tells_it(at, row):
    placed = row.title is not None or row.name is not None
    assert placed == bool(row.when) == (not row.told_in)
    assert not row.told_in or (OFFICIALS / f"{row.told_in}.py").is_file()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("at", "row"), NUMBERED)
def test_show_why_speaks_of_every_construction(recognize, at, row, lang):
    found = recognize(row.example.text)
    read = read_text(row.example.text)
    reading = Reading(read, found, [None] * len(found.mentions))
    shown = " ".join(render(reading, lang, width=400, why=True).split())
    for mention in found.mentions:
        assert message(f"show.by.{mention.pattern.value}", lang) in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_is_printed_with_words_and_examples(lang):
    lines = list(shown_constructions.constructions(lang))
    for one in model.Construction:
        assert f"### `{one.value}`: {message(f'show.by.{one.value}', lang)}" in lines
    assert sum("→" in line for line in lines) == sum(1 + len(row.not_in) for row in ROWS)
