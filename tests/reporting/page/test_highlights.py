from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.places import Span
from kiemtin.reporting.page.highlights import KINDS, MOST, Highlights, Mark

TEXT = "Ông Trần Văn An dự lễ."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(*sorted(pair)))


def mark(span: Span, key: str = "m", kind: str = "must") -> Mark:
    return Mark(span, kind, f"c-{key}", key, f"[{key}]")


def test_overlapping_marks_are_cut_at_all_borders() -> None:
    marks = [mark(Span(4, 15), "a", "note"), mark(Span(9, 18), "b")]

    pieces = Highlights(TEXT, marks).pieces(Span(0, len(TEXT)))

    assert [(piece.text, [each.key for each in piece.marks], piece.kind) for piece in pieces] == [
        ("Ông ", [], ""),
        ("Trần ", ["a"], "note"),
        ("Văn An", ["b", "a"], "must"),
        (" dự", ["b"], "must"),
        (" lễ.", [], ""),
    ]
    assert [[each.key for each in piece.begun] for piece in pieces] == [[], ["a"], ["b"], [], []]
    assert [[each.key for each in piece.ended] for piece in pieces] == [[], [], ["a"], ["b"], []]


def test_a_mark_over_two_blocks_goes_on() -> None:
    highlights = Highlights(TEXT, [mark(Span(4, 18))])

    first, second = highlights.pieces(Span(0, 8)), highlights.pieces(Span(9, len(TEXT)))

    assert [piece.text for piece in (*first, *second) if piece.marks] == ["Trần", "Văn An dự"]
    assert [piece.ended for piece in first] == [(), ()]
    assert [each.key for each in second[0].ended] == ["m"]


def test_many_marks_of_one_piece_are_not_all_named() -> None:
    marks = [mark(Span(4, 15), str(number)) for number in range(100)]

    piece = Highlights(TEXT, marks).pieces(Span(0, len(TEXT)))[1]

    assert len(piece.marks) == MOST
    assert len(piece.begun) == 100


@given(
    st.lists(st.tuples(SPANS, st.sampled_from(KINDS)), max_size=8),
    st.integers(0, len(TEXT)),
)
def test_pieces_cover_the_text_and_know_their_marks(found: list[tuple[Span, str]], border: int) -> None:
    marks = [mark(span, str(number), kind) for number, (span, kind) in enumerate(found)]
    highlights = Highlights(TEXT, marks)

    pieces = [*highlights.pieces(Span(0, border)), *highlights.pieces(Span(border, len(TEXT)))]

    assert "".join(piece.text for piece in pieces) == TEXT
    at = 0
    for piece in pieces:
        here = Span(at, at + len(piece.text))
        at = here.end
        expected = {each.key for each in marks if len(each.span) and each.span.overlaps(here)}
        assert expected <= {each.key for each in piece.marks} or len(piece.marks) == MOST
