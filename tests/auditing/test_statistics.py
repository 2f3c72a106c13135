from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.auditing.sampling import allotted
from kiemtin.auditing.statistics import alpha, kappa, share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (1, 100, 0.0018, 0.0545),
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I
        (15, 148, 0.0624, 0.1605),
    ],
)  # fmt: skip
def test_wilson(hits: int, of: int, low: float, high: float) -> None:
    found = share(hits, of)

    assert found.value == hits / of
    assert (found.low, found.high) == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


def test_nothing_counted_is_no_rate() -> None:
    assert share(0, 0)[2:] == (None, None, None)


@given(st.integers(1, 10_000), st.data())
def test_the_share_lies_in_its_interval(of: int, data: st.DataObject) -> None:
    found = share(data.draw(st.integers(0, of)), of)

    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_kappa() -> None:
    """The textbook's: 50 applications, both yes 20, both no 15, only one yes 5 and 10."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15

    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([]) is None
    assert kappa([("y", "y")] * 3) is None


def test_alpha() -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, gaps."""
    observers = (
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    units = list(zip(*([None if v == "." else v for v in line.split()] for line in observers), strict=True))

    assert alpha(units) == pytest.approx(0.743, abs=5e-4)
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert alpha([("a", None)]) is None


@given(
    st.dictionaries(
        st.text("abc", min_size=1, max_size=3).map(lambda word: (word,)), st.integers(1, 500), min_size=1
    ),
    st.integers(1, 800),
)
def test_a_sample_is_shared_among_strata(sizes: dict[tuple[str, ...], int], size: int) -> None:
    shares = allotted(sizes, size)

    assert sum(shares.values()) == min(size, sum(sizes.values()))
    assert all(0 <= shares[stratum] <= sizes[stratum] for stratum in sizes)
    if size >= len(sizes):
        assert all(shares.values())
