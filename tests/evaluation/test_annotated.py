"""The annotated corpus is well-formed, and its marks are read as its README says."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.messages import Lang
from kiemtin.officials.recognizer import load_recognizer
from kiemtin.reporting.shown_document import Reading, render

from .annotated import CORPUS, AnnotatedText, MarkError, parse_annotated, read_annotated, read_corpus

ROOT = CORPUS.parents[1]
FILES = sorted(CORPUS.glob("*.txt"))
HEAD = "patterns: D-1\ndate: 12/03/2024\n\n"

NUMBERED = {f"D-{n}" for n in range(1, 37) if n != 11} | {"D-11a", "D-11b", "D-11c"}
NAMED = set(
    "abbreviations academic acting appointment army-police assembly-committee broadcast business byline "
    "capital-headline caption-run-in career chain-after chain-before clergy courts cuu dual event-function "
    "foreign former guests-hosts honorifics late locality lower-deputies mass-organisation minority "
    "named-after nested-groups new no-leader obituary old-place on-behalf order-broken rank "
    "same-family separators several-sentences shared-heading shared-title short-mention short-office terms "
    "two-level unicode word-names".split()
)


@pytest.fixture(scope="module")
def corpus() -> list[AnnotatedText]:
    return [read_annotated(path) for path in FILES]


def parse(marked: str) -> AnnotatedText:
    return parse_annotated(HEAD + marked, "t")


def test_marks_are_stripped_and_kept() -> None:
    text = parse(
        "Dự có «[An = Trần Văn An], {<Bí thư Tỉnh ủy}; || các {>2 Phó Thủ tướng}: [Bình], nguyên "
        "{<Chủ tịch | former}; {>Đại tá | rank} [Kim Ha | foreign]» và \\[x\\]."
    )
    assert text.text == (
        "Dự có An, Bí thư Tỉnh ủy; các Phó Thủ tướng: Bình, nguyên Chủ tịch; Đại tá Kim Ha và [x].\n"
    )
    gold = text.gold()
    told = [
        (m["text"], m["person"], m["role"], m["former"], m["foreign"], [t["text"] for t in m["titles"]])
        for m in gold["mentions"]
    ]
    assert told == [
        ("An", "Trần Văn An", "attendee-list", False, False, ["Bí thư Tỉnh ủy"]),
        ("Bình", "Bình", "attendee-list", True, False, ["Phó Thủ tướng", "Chủ tịch"]),
        ("Kim Ha", "Kim Ha", "attendee-list", False, True, ["Phó Thủ tướng", "Đại tá"]),
    ]
    shared = gold["mentions"][1]["titles"][0]
    assert shared["shared"] is True and text.text[shared["start"] : shared["end"]] == "Phó Thủ tướng"
    assert gold["mentions"][2]["titles"][1]["kind"] == "rank"
    (listing,) = text.listings
    assert text.text[listing.start : listing.end].startswith("An, Bí thư")
    assert text.text[listing.start : listing.end].endswith("Kim Ha")
    assert listing.groups == ((0,), (1, 2))


def test_arrows_reach_over_a_name() -> None:
    text = parse("[An] thay [Bình] làm {<<Bí thư | appointed}. {>>Thứ trưởng} của [Dung] là [Em].")
    assert [[text.text[t.start : t.end] for t in name.titles] for name in text.names] == [
        ["Bí thư"],
        [],
        [],
        ["Thứ trưởng"],
    ]


def test_decomposed_texts_keep_their_source() -> None:
    body = unicodedata.normalize("NFD", "{>Bí thư} [Đỗ Thị Hòa] về xã.")
    text = parse_annotated("patterns: nfd\ndate: 1/2/2025\nform: nfd\n\n" + body, "t")
    assert text.text == "Bí thư Đỗ Thị Hòa về xã.\n"
    assert unicodedata.normalize("NFC", text.source) == text.text != text.source
    assert text.text[text.names[0].start : text.names[0].end] == "Đỗ Thị Hòa"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("{>Bí thư} không ai.", "no name"),
        ("{<Bí thư} [An]", "no name"),
        ("{>3 Thứ trưởng} [An], [Bình]", "no name"),
        ("«[An]»", "two members"),
        ("«[An], || [Bình], || »", "two members"),
        ("«[An], [Bình]", "not closed"),
        ("[An], [Bình]»", "without «"),
        ("«[An], «[Bình]»", "inside"),
        ("Sau «một câu dài, rồi mới có [An], [Bình]»", "stand at"),
        ("[An | mayor]", "unknown flag"),
        ("{>Bí thư | old} [An]", "unknown flag"),
        ("[ | foreign]", "without a name"),
        ("{> | former} [An]", "without words"),
        ("[An", "no mark"),
        ("An}", "no mark"),
    ],
)
def test_wrong_marks_are_told(marked: str, told: str) -> None:
    with pytest.raises(MarkError, match=told):
        parse(marked)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "patterns: D-1",
        "patterns: D-1\ndate: 31/02/2024",
        "patterns: D-1\ndate: 1/2/2024\nmood: fine",
        "patterns: D-1\ndate: 1/2/2024\norder: wild",
        "patterns: D-1\ndate: 1/2/2024\nform: nfd",
    ],
)
def test_wrong_headers_are_told(head: str) -> None:
    with pytest.raises(MarkError):
        parse_annotated(f"{head}\n\n[Đỗ An], {{<Bí thư}}", "t")


def test_the_corpus_is_large_and_covers_every_pattern(corpus: list[AnnotatedText]) -> None:
    used = {pattern for text in corpus for pattern in text.patterns}
    assert len(corpus) >= 70
    assert not (NUMBERED | NAMED) - used
    assert not {each for each in used if re.match(r"D-\d", each)} - NUMBERED


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_spans_are_words_of_the_text(path: Path) -> None:
    text = read_annotated(path)
    spans = [(name.start, name.end) for name in text.names]
    assert spans == sorted(set(spans))
    assert bool(spans) is ("no-leader" not in text.patterns)
    for name in text.names:
        for start, end in ((name.start, name.end), *((title.start, title.end) for title in name.titles)):
            words = text.text[start:end]
            assert words == words.strip() != "" and "\n" not in words
            assert not re.search(r"^(?:nguyên|cựu|cố(?! vấn)|tân|khóa|nhiệm kỳ)\b|\(cũ\)|[;.]$", words, re.I)
            if "missing-spaces" not in text.patterns:
                assert not text.text[start - 1 : start].isalnum() and not text.text[end : end + 1].isalnum()
        assert len(name.person.split()) > 1 or "'" in name.person
        titles = sorted((title.start, title.end) for title in name.titles)
        assert all(left[1] <= right[0] for left, right in pairwise(titles))
    assert not re.search(r"[«»{}\[\]|]", text.text)


def test_nobody_of_the_real_roster_is_an_official_here(corpus: list[AnnotatedText]) -> None:
    roster = json.loads(
        (ROOT / "rules" / "kiemtin_rules" / "rosters" / "vietnam.json").read_text(encoding="utf-8")
    )
    real = {person["name"] for person in roster["persons"]}
    assert len(real) > 100
    met = {name.person for text in corpus for name in text.names if "other" not in name.flags}
    assert not real & met


@pytest.mark.skipif("KIEMTIN_FOREIGN_TEXTS" not in os.environ, reason="names a file of other people's texts")
def test_no_sentence_is_taken_from_elsewhere(corpus: list[AnnotatedText]) -> None:
    """KIEMTIN_FOREIGN_TEXTS: JSON lines with a `text` each. Titles are nobody's: they do not count."""
    runs: set[str] = set()
    for text in corpus:
        words = text.text
        for start, end in {(title.start, title.end) for name in text.names for title in name.titles}:
            words = words[:start] + "\0" * (end - start) + words[end:]
        words = re.sub(r"\s+", " ", words)
        runs |= {words[at : at + 60] for at in range(len(words) - 59)}
    for line in Path(os.environ["KIEMTIN_FOREIGN_TEXTS"]).read_text(encoding="utf-8").splitlines():
        other = re.sub(r"\s+", " ", unicodedata.normalize("NFC", json.loads(line)["text"]))
        assert not {run for at in range(len(other) - 59) if (run := other[at : at + 60]) in runs}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_decision_over_the_corpus_can_be_explained(lang: Lang) -> None:
    """`kiemtin show --why` has words for each construction by which a name, a title, a list was found."""
    recognizer = load_recognizer()
    for text in read_corpus():
        document = read_text(text.source, text.id, overrides=Metadata(published=text.day))
        recognition = recognizer.recognize(document)
        shown = render(Reading(document, recognition, [None] * len(recognition.mentions)), lang, why=True)
        titles = sum(len(mention.titles) for mention in recognition.mentions)
        why = {"vi": "nhận ra tên: ", "en": "recognised: "}[lang]
        assert shown.count(why) == len(recognition.mentions)
        assert shown.count("\n      “") == titles
