"""What holds of every text, however odd: spans are right, nothing is lost, nothing fails."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.officials.pieces import Passage
from kiemtin.officials.reading import passages
from kiemtin.officials.reading.passages import find_pieces
from kiemtin.officials.reading.title_reader import TitleReader
from kiemtin.officials.recognizer import load_recognizer
from kiemtin.officials.scanning.scanning import Heads
from kiemtin.officials.words.heads import Head
from kiemtin.officials.words.loading import load_lexicon, load_vocabulary

PIECES = (
    "đồng chí", "ông", "bà", "Trần Văn An", "Lê Thị Bình", "Y Ngọc", "A Pớt", "Bí thư Tỉnh ủy",
    "Chủ tịch HĐND tỉnh",
    "Ủy viên Bộ Chính trị", "nguyên", "quyền", "Quyền", "các", "và", "cùng", ",", ";", ":", " - ",
    "(", ")", ".", "\n",
    "Tổng thống Mỹ", "Donald Trump", "BÍ THƯ TỈNH ỦY", "TRẦN VĂN AN", "giữ chức", "khóa XIV",
    "thăm", "Về phía tỉnh có",
    "Thủ tướng", "Đại tướng", "TS.", "TP.HCM", "T.Ư", "\u00a0", "“", "”", "12", "An", "Cảnh",
)  # fmt: skip


def check(recognition, text):
    spans = [(mention.start, mention.end) for mention in recognition.mentions]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    for mention in recognition.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.name
        starts = [title.start for title in mention.titles]
        assert starts == sorted(starts)
        for title in mention.titles:
            assert 0 <= title.start < title.end <= len(text)
            assert text[title.start : title.end] == title.text
            assert title.end <= mention.start or mention.end <= title.start
    for listing in recognition.listings:
        assert len(listing.mentions) >= 2
        assert len(listing.groups) == len(listing.mentions)
        assert list(listing.mentions) == list(range(listing.mentions[0], listing.mentions[-1] + 1))
        assert max(listing.groups) + 1 == len(listing.headings)
        for index in listing.mentions:
            assert listing.start <= recognition.mentions[index].start
            assert recognition.mentions[index].end <= listing.end


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_of_a_text_of_pieces(recognizer, document, pieces):
    text = " ".join(pieces)
    check(recognizer.recognize(document(text)), text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_spans_of_any_text(recognizer, document, text):
    text = text.replace("\r", " ")
    check(recognizer.recognize(document(text)), text)


@pytest.mark.parametrize(
    "unit",
    [
        ", ",
        "A ",
        "đồng chí ",
        "Nguyễn ",
        "Chủ tịch ",
        "Bí thư (",
        "Ủy viên Bộ Chính trị, ",
        "NGUYỄN ",
        "(",
        "các đồng chí: ",
    ],
)
def test_a_long_hostile_text_is_read(recognizer, document, unit):
    text = unit * (100_000 // len(unit))
    check(recognizer.recognize(document(text)), text)


def test_nothing_at_all(recognize):
    assert recognize("").mentions == ()


def test_the_same_text_gives_the_same_recognition(recognizer, document):
    text = "Bí thư Tỉnh ủy Trần Văn An và ông Lê Văn Sáu, Giám đốc Sở Y tế, dự; ông Sáu phát biểu."
    once = recognizer.recognize(document(text))
    assert recognizer.recognize(document(text)) == once
    assert load_recognizer().recognize(document(text)).mentions[0].titles == once.mentions[0].titles


def test_a_recognizer_for_archives_finds_the_same(document):
    text = document("Đ/c TRẦN VĂN AN, BÍ THƯ TỈNH UỶ; tân Chủ tịch UBND tỉnh Lê Thị Hoà và ông Hoà.")
    found = load_recognizer().recognize(text)
    assert len(found.mentions) == 3
    assert load_recognizer(for_archive=True).recognize(text) == found


def test_a_recognition_can_be_sent_to_another_process(recognize):
    found = recognize("Dự có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Chủ tịch HĐND tỉnh.")
    assert pickle.loads(pickle.dumps(found)) == found


class Watched(list[Head]):
    """Heads that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, index):
        self.looks += 1
        return super().__getitem__(index)

    def __iter__(self):
        for head in super().__iter__():
            self.looks += 1
            yield head


@pytest.mark.skipif(
    not passages.__file__.endswith(".py"),
    reason="compiled code does not ask a list for its items",
)
@pytest.mark.parametrize(
    "unit", ["Chủ tịch ", "Bộ trưởng Bộ ", "Trần Văn An, Bí thư Tỉnh ủy; ", "đồng chí Lê "]
)
def test_reading_looks_as_often_at_each_title_of_a_long_text_as_of_a_short_one(unit):
    lexicon = load_lexicon(load_vocabulary())
    scanner, titles = Heads(lexicon.heads), TitleReader(lexicon, frozenset())

    def looks(times: int) -> float:
        text, heads, *_ = scanner.find(unit * times)
        watched = Watched(heads)
        find_pieces(titles, Passage(text, 0, len(text), watched))
        return watched.looks / times

    assert looks(2000) < 1.1 * looks(200)
