"""Order of precedence: what is accepted, and that what is moved is the least."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating import ordering
from kiemtin.judging.evaluating.ordering import Entry
from kiemtin.judging.judge import Judge

Person = tuple[int | None, bool]
people = st.lists(st.tuples(st.one_of(st.none(), st.integers(1, 4)), st.booleans()), max_size=7)
holders = st.lists(st.integers(1, 5), max_size=8)


def entries(persons: Sequence[Person]) -> tuple[Entry, ...]:
    return tuple(
        Entry(rank, former, f"P{at}", Span(at, at + 1), None) for at, (rank, former) in enumerate(persons)
    )


def is_accepted(persons: Sequence[Person]) -> bool:
    """The definition, read off the style notes: everyone in the order of ranks, a former leader behind the
    holders of the same rank, or, of an office above all that are held, behind the highest; or the holders in
    order, and the former in order in one block such that whoever
    stands behind the block ranks below everyone in it."""
    placed = [(rank, former) for rank, former in persons if rank is not None]
    if placed == sorted(placed):
        return True
    ranks = [rank for rank, former in placed if not former]
    interleaved = [(max(rank, min(ranks, default=0)), former, rank) for rank, former in placed]
    if interleaved == sorted(interleaved):
        return True
    if ranks != sorted(ranks):
        return False
    at = [index for index, (_, former) in enumerate(placed) if former]
    block = [placed[index][0] for index in at]
    behind = [rank for rank, _ in placed[at[-1] + 1 :]] if at else []
    return (
        at == list(range(at[0], at[0] + len(at)))
        and block == sorted(block)
        and all(rank > max(block) for rank in behind)
    )


def resolve(persons: Sequence[Person]) -> ordering.Disorder | None:
    made = entries(persons)
    placed = [(entry.rank, entry.former) for entry in made if entry.rank is not None]
    return None if ordering._accepted(placed) else ordering._resolve(made)


@given(people)
def test_accepted_is_what_the_notes_accept(persons: list[Person]) -> None:
    assert (resolve(persons) is None) == is_accepted(persons)


@given(people)
def test_the_new_order_is_accepted_and_only_the_moved_have_moved(persons: list[Person]) -> None:
    disorder = resolve(persons)
    if disorder is None:
        return
    assert sorted(disorder.order) == list(range(len(persons)))
    assert is_accepted([persons[at] for at in disorder.order])
    moved = {move.entry for move in disorder.moves}
    assert moved
    stayed = [at for at in disorder.order if at not in moved]
    assert stayed == sorted(stayed)


@given(holders)
def test_of_holders_the_fewest_possible_are_moved(ranks: list[int]) -> None:
    disorder = resolve([(rank, False) for rank in ranks])
    least = next(
        len(ranks) - size
        for size in range(len(ranks), -1, -1)
        if any(all(a <= b for a, b in pairwise(kept)) for kept in combinations(ranks, size))
    )
    assert (len(disorder.moves) if disorder else 0) == least


@given(holders)
def test_each_move_names_somebody_who_stays_and_is_passed(ranks: list[int]) -> None:
    disorder = resolve([(rank, False) for rank in ranks])
    if disorder is None:
        return
    moved = {move.entry for move in disorder.moves}
    position = {entry: at for at, entry in enumerate(disorder.order)}
    for move in disorder.moves:
        assert move.neighbour not in moved
        if move.forward:
            assert move.neighbour < move.entry and position[move.entry] < position[move.neighbour]
            assert ranks[move.entry] < ranks[move.neighbour]
        else:
            assert position[move.neighbour] < position[move.entry]


def test_of_two_the_higher_is_out_of_place() -> None:
    disorder = resolve([(2, False), (1, False)])
    assert disorder is not None
    assert disorder.moves == (ordering.Move(entry=1, neighbour=0, forward=True),)


@pytest.mark.parametrize(
    ("persons", "accepted"),
    [
        ([(1, False), (1, True), (2, False), (2, True)], True),
        ([(1, False), (2, False), (1, True), (2, True)], True),
        ([(1, True), (3, False), (4, True)], True),
        ([(3, False), (1, True), (2, True), (3, True), (5, False)], True),
        ([(1, False), (1, True), (2, False), (3, False), (2, True)], False),
        ([(2, True), (1, False)], False),
        ([(1, True), (1, False)], False),
        ([(1, False), (2, True), (1, True)], False),
        ([(2, False), (2, False)], True),
        ([(2, False), (None, False), (1, False)], False),
        ([(None, False), (1, False), (None, True), (1, False)], True),
        ([], True),
    ],
)
def test_layouts_of_the_press(persons: list[Person], accepted: bool) -> None:  # noqa: FBT001
    assert (resolve(persons) is None) == accepted


def test_a_mixture_is_told_as_one() -> None:
    disorder = resolve([(1, False), (1, True), (2, False), (3, False), (2, True)])
    assert disorder is not None and disorder.mixed and len(disorder.moves) == 1


def test_long_lists_are_sorted_quickly() -> None:
    disorder = resolve([(rank % 97, False) for rank in range(3000)])
    assert disorder is not None and is_accepted([(disorder.entries[at].rank, False) for at in disorder.order])


# In a text

RULES = """
  quy tắc nêu-sai-thứ-bậc
    với mỗi ds trong tin.danh_sách
    phải    ds.lãnh_đạo xếp theo thứ_bậc
    sửa     xếp lại ds.lãnh_đạo
"""
TITLES = {
    "Bí thư Tỉnh ủy": 1, "Phó Bí thư Tỉnh ủy": 2, "Chủ tịch UBND tỉnh": 3, "Phó Chủ tịch HĐND tỉnh": 6,
    "Giám đốc Sở Tài chính": 9,
}  # fmt: skip
NAMES = ["Lê Thị Bưởi", "Phan Văn Cam", "Hoàng Thị Đào", "Ngô Văn Hồng", "Vũ Thị Mận", "Đỗ Văn Na"]


@pytest.fixture(scope="module")
def judge(judge_of: Callable[[str], Judge]) -> Judge:
    return judge_of(RULES)


def applied(text: str, edits: Sequence[Any]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


STYLES: list[tuple[str, str, str, str]] = [
    ("Dự hội nghị có các đồng chí: ", "{name}, {title}", "; ", "."),
    ("Dự hội nghị có các đồng chí: ", "{name}, {title}", "; ", " và đại diện các sở, ngành."),
    ("Dự hội nghị có ", "đồng chí {name}, {title}", "; ", "."),
    ("Dự hội nghị có các đồng chí: ", "{name} - {title}", "; ", "."),
    ("Dự hội nghị có các ông, bà: ", "{name} ({title})", "; ", "."),
    ("Dự hội nghị có ", "{title} {name}", ", ", "."),
]


@pytest.mark.parametrize("style", STYLES)
@given(data=st.data())
def test_the_edits_give_a_text_that_passes(
    judge: Judge, check: Any, style: tuple[str, ...], data: Any
) -> None:
    lead, entry, separator, end = style
    titles = data.draw(st.lists(st.sampled_from(sorted(TITLES)), min_size=2, max_size=5))
    last = data.draw(st.sampled_from([separator, " và "])) if ";" not in separator else separator
    told = [entry.format(name=name, title=title) for name, title in zip(NAMES, titles, strict=False)]
    text = lead + separator.join(told[:-1]) + last + told[-1] + end
    judged = check(judge, text)
    ranks = [TITLES[title] for title in titles]
    if ranks == sorted(ranks):
        assert not judged.failed, text
        return
    assert judged.failed, text
    fix = judged.failed[0].fix
    assert fix is not None and fix.edits
    repaired = applied(text, fix.edits)
    assert not check(judge, repaired).failed, repaired
    # Whole entries moved: the separators, the heading and the end stand where they stood.
    order = sorted(range(len(ranks)), key=lambda at: ranks[at])
    assert sorted(repaired) == sorted(text)
    assert repaired.startswith(lead) and repaired.endswith(end)
    assert [ranks[at] for at in order] == [
        TITLES[next(t for n, t in zip(NAMES, titles, strict=False) if n == name)]
        for name in sorted(NAMES[: len(titles)], key=repaired.index)
    ]


def test_a_sentence_still_begins_with_a_capital(judge: Judge, check: Any) -> None:
    text = "Đồng chí Lê Thị Bưởi, Phó Bí thư Tỉnh ủy; đồng chí Phan Văn Cam, Bí thư Tỉnh ủy, dự hội nghị."
    judged = check(judge, text)
    (finding,) = judged.failed
    assert finding.fix is not None
    assert applied(text, finding.fix.edits) == (
        "Đồng chí Phan Văn Cam, Bí thư Tỉnh ủy; đồng chí Lê Thị Bưởi, Phó Bí thư Tỉnh ủy, dự hội nghị."
    )


def test_groups_are_judged_each_for_itself(judge: Judge, check: Any) -> None:
    text = (
        "Dự hội nghị có các đồng chí: Lê Thị Bưởi, Chủ tịch UBND tỉnh; về phía tỉnh có các đồng chí: "
        "Phan Văn Cam, Bí thư Tỉnh ủy; Hoàng Thị Đào, Phó Bí thư Tỉnh ủy."
    )
    assert not check(judge, text).failed


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        ("Trả lời Phó Bí thư Tỉnh ủy Vũ Văn Lâu, Bí thư Tỉnh ủy Lê Thị Bưởi cho rằng dự án chậm.", False),
        ("Phó Bí thư Tỉnh ủy Vũ Văn Lâu và Bí thư Tỉnh ủy Lê Thị Bưởi dự hội nghị.", True),
    ],
)
def test_two_names_in_two_clauses_are_no_list(judge: Judge, check: Any, text: str, fails: bool) -> None:  # noqa: FBT001
    assert bool(check(judge, text).failed) == fails


def test_under_one_title_the_order_is_free(judge: Judge, check: Any) -> None:
    text = "Dự hội nghị có các Phó Chủ tịch UBND tỉnh: Vũ Văn Lâu, Trần Văn An, Lê Thị Bưởi."
    assert not check(judge, f"---\nngày: 01/08/2023\n---\n{text}").failed


@pytest.mark.parametrize("order", list(permutations(["Lê Thị Bưởi", "Phan Văn Cam", "Hoàng Thị Đào"])))
def test_equal_ranks_stand_in_any_order(judge: Judge, check: Any, order: tuple[str, ...]) -> None:
    told = "; ".join(f"{name}, Phó Chủ tịch UBND tỉnh" for name in order)
    assert check(judge, f"Dự hội nghị có các đồng chí: {told}.").outcomes == ["passed"]


@pytest.mark.parametrize(
    "guest",
    [
        "nguyên Bí thư Tỉnh ủy Vũ Văn Lâu; ",
        "Quyền Chủ tịch UBND tỉnh Vũ Văn Lâu; ",
        "Vũ Văn Lâu, Giám đốc Công ty Nam Sơn; ",
    ],
)
def test_whom_print_places_either_way_is_not_out_of_place(judge: Judge, check: Any, guest: str) -> None:
    text = f"Dự hội nghị có: Bí thư Tỉnh ủy Lê Thị Bưởi; {guest}Phó Bí thư Tỉnh ủy Phan Văn Cam."
    assert not check(judge, text).failed


@pytest.mark.parametrize(
    ("first", "second", "fails"),
    [
        (
            "Phó Chủ tịch UBND tỉnh, nguyên Bí thư Huyện ủy Lê Thị Bưởi",
            "Phó Bí thư Tỉnh ủy Phan Văn Cam",
            True,
        ),
        (
            "Phó Bí thư Tỉnh ủy, nguyên Giám đốc Sở Tài chính Lê Thị Bưởi",
            "Chủ tịch UBND tỉnh Phan Văn Cam",
            False,
        ),
        (
            "Chủ tịch UBND tỉnh Lê Thị Bưởi",
            "Phó Bí thư Tỉnh ủy Phan Văn Cam, nguyên Giám đốc Sở Tài chính",
            True,
        ),
    ],
)
def test_who_serves_is_ranked_by_the_office_held_beside_a_former_one(
    judge: Judge,
    check: Any,
    first: str,
    second: str,
    fails: bool,  # noqa: FBT001
) -> None:
    assert bool(check(judge, f"Dự hội nghị có: {first}; {second}.").failed) == fails


@pytest.mark.parametrize(
    ("titles", "fails"),
    [
        ("Phó Chủ tịch UBND tỉnh, Quyền Giám đốc Sở Tài chính", True),
        ("Phó Chủ tịch UBND tỉnh, Quyền Chủ tịch UBND tỉnh", False),
        ("Quyền Giám đốc Sở Tài chính", False),
    ],
)
def test_who_acts_in_no_higher_office_is_ranked_by_what_he_holds_besides(
    judge: Judge,
    check: Any,
    titles: str,
    fails: bool,  # noqa: FBT001
) -> None:
    text = f"Dự hội nghị có: {titles} Vũ Văn Lâu; Phó Bí thư Tỉnh ủy Phan Văn Cam."
    assert bool(check(judge, text).failed) == fails
