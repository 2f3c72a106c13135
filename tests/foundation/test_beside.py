"""What is built beside is built once, and what goes wrong there is told to whoever asks for it."""

from __future__ import annotations

import pytest

from kiemtin.foundation.beside import Beside


def test_it_is_built_once() -> None:
    built: list[int] = []
    beside = Beside(lambda: built.append(1) or "thing")
    assert (beside.get(), beside.get(), built) == ("thing", "thing", [1])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_failure_is_raised_where_it_is_asked_for() -> None:
    beside = Beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        beside.get()
