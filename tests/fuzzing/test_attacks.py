"""A handful of the attacks of `make fuzz`, chosen by Hypothesis, and a few kills: more by hand and in CI."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from fuzz import Fuzzer, kill_over_the_cache


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory: pytest.TempPathFactory) -> Fuzzer:
    return Fuzzer(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("kind", ["document", "exchanged", "site", "pack", "roster", "entry"])
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**9))
def test_an_attack_ends_with_an_answer(fuzzer: Fuzzer, kind: str, seed: int) -> None:
    assert fuzzer.run(kind, seed) is None


def test_kills_change_no_answer_and_leave_nothing(tmp_path: Path) -> None:
    assert kill_over_the_cache(4, tmp_path, seed=1) is None
