"""A draft is read alike however its tones are placed and its letters composed: every text of the corpus."""

from __future__ import annotations

import re
import unicodedata

import pytest

from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.officials.model import Recognition
from kiemtin.officials.recognizer import Recognizer, load_recognizer

from .annotated import AnnotatedText, read_corpus

CORPUS = read_corpus()
_OLD = dict(
    zip(
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        strict=True,
    )
)
_NEW_PLACE = re.compile("|".join(_OLD), re.I)


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return load_recognizer()


def old_places(text: str) -> str:
    """`text` as the older school spells it: uỷ, hoà, thuý."""

    def moved(match: re.Match[str]) -> str:
        pair = match.group()
        old = _OLD[pair.lower()]
        return "".join(c.upper() if p.isupper() else c for c, p in zip(old, pair, strict=True))

    return _NEW_PLACE.sub(moved, text)


def new_places(text: str) -> str:
    for new, old in _OLD.items():
        for cased in (str, str.capitalize, str.upper):
            text = re.sub(rf"(?<![qQ]){cased(old)}(?![^\W\d_])", cased(new), text)
    return text


def what(found: Recognition) -> tuple[object, ...]:
    """All but the printed words."""
    return (
        [
            m._replace(
                name="", person="", titles=tuple(t._replace(text="", organ="", locality="") for t in m.titles)
            )
            for m in found.mentions
        ],
        found.listings,
    )


def read(recognizer: Recognizer, text: AnnotatedText, source: str) -> tuple[str, Recognition]:
    document = read_text(source, text.id, overrides=Metadata(published=text.day))
    return document.text, recognizer.recognize(document)


@pytest.mark.parametrize("text", CORPUS, ids=[text.id for text in CORPUS])
def test_recognition_does_not_depend_on_the_spelling(recognizer: Recognizer, text: AnnotatedText) -> None:
    plain, expected = read(recognizer, text, text.source)
    for spelled in (old_places, new_places):
        printed, found = read(recognizer, text, spelled(text.source))
        assert len(printed) == len(plain)
        assert what(found) == what(expected)
        assert all(mention.name == printed[mention.start : mention.end] for mention in found.mentions)
        assert all(t.text == printed[t.start : t.end] for m in found.mentions for t in m.titles)
    decomposed, found = read(recognizer, text, unicodedata.normalize("NFD", text.source))
    assert decomposed == plain
    assert found == expected
