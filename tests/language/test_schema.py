from __future__ import annotations

import re

from kiemtin.language.compiling.inference import UNKNOWN
from kiemtin.language.reading.parsing import lark
from kiemtin.language.terms import types as t
from kiemtin.language.terms.closed_values import CLOSED_VALUES
from kiemtin.language.terms.keywords import KEYWORDS
from kiemtin.language.terms.names import canonical_property, collections, property_names, vietnamese_name
from kiemtin.language.terms.schema import PREDICATES, PROPERTIES, ROOTS
from kiemtin.language.terms.type_words import type_words
from kiemtin.language.terms.units import UNITS, in_base_unit, unit_type

NAME = re.compile(r"[^\W\d_]\w*")


def test_one_name_is_one_property_in_both_languages() -> None:
    for row in PROPERTIES:
        assert NAME.fullmatch(row.vi), row
        assert row.name.isascii(), row
        assert canonical_property(row.vi) == canonical_property(row.name) == row.name
        assert vietnamese_name(row.name) == row.vi


def test_a_name_gives_several_things_everywhere_or_nowhere() -> None:
    """So the printer says `item.leaders are ordered by` without asking for types."""
    for row in PROPERTIES:
        assert (row.name in collections()) == (row.type.element is not None), row


def test_a_property_stands_once() -> None:
    assert len({(row.owner, row.name) for row in PROPERTIES}) == len(PROPERTIES)


def test_roots_are_no_properties() -> None:
    assert not {name for vi, _ in ROOTS.values() for name in (vi,)} & property_names().keys()


def test_everything_has_words() -> None:
    for row in PROPERTIES:
        assert row.vi_doc
        assert row.en_doc
        assert type_words(row.type).vi
        assert type_words(row.owner).en
    for predicate in PREDICATES:
        for subject in predicate.subjects:
            assert type_words(subject).vi
    assert type_words(UNKNOWN).vi


def test_a_predicate_has_keywords_that_say_and_deny_it() -> None:
    for predicate in PREDICATES:
        denied = KEYWORDS[f"NOT_{predicate.name.upper()}"]
        assert predicate.words.vi
        assert predicate.words.en
        assert not {*denied.vi, *denied.en} & {*predicate.words.vi, *predicate.words.en}


def test_predicates_and_units_are_words_of_the_grammar() -> None:
    """With every spelling: so a new row of either needs no change of the grammar."""
    terminals = {terminal.name: terminal.pattern.to_regexp() for terminal in lark().terminals}
    for predicate in PREDICATES:
        for name in (predicate.name.upper(), f"NOT_{predicate.name.upper()}"):
            for form in (*KEYWORDS[name].vi, *KEYWORDS[name].en):
                assert re.fullmatch(terminals[name], form), form
    for unit in UNITS.values():
        for form in (unit.vi, *unit.vi_forms, *unit.en_forms):
            assert re.fullmatch(terminals["UNIT"], form), form


def test_closed_values_belong_to_texts() -> None:
    for name in CLOSED_VALUES:
        assert {row.type for row in PROPERTIES if row.name == name} == {t.TEXT}


def test_units() -> None:
    assert in_base_unit(1.5, "minutes") == in_base_unit(90, "seconds") == 90
    assert in_base_unit(1, "days") == in_base_unit(24, "hours")
    assert in_base_unit(3, None) == 3
    assert unit_type(None) == t.NUMBER
    assert {unit.type for unit in UNITS.values()} == {
        t.SYLLABLES, t.WORDS, t.CHARACTERS, t.DURATION, t.SPEECH_RATE, t.SHARE,
    }  # fmt: skip
