"""What judging one document may cost: every rule ends, and none takes the time of the others."""

from __future__ import annotations

from _thread import _local

from kiemtin.foundation.limits import STEPS, STEPS_IN_ALL


class TooCostlyError(Exception):
    """A rule has used up what it may cost."""


class Budget(_local):
    """Counted in steps: an element that a loop or an aggregate goes through is one, a failure that is told
    `FAILURE`. One for each thread, for a judge may judge several documents at once."""

    FAILURE = 100

    def __init__(self) -> None:
        self._left, self._left_in_all = STEPS.most, STEPS_IN_ALL.most

    def begin_document(self) -> None:
        self._left_in_all = STEPS_IN_ALL.most
        self.begin_rule()

    def begin_rule(self) -> None:
        """A rule begins, for one item or the bulletin. What is used up for the document stays so."""
        self._left = min(STEPS.most, self._left_in_all)

    def spend(self, steps: int) -> None:
        """Raises TooCostlyError if nothing is left."""
        self._left -= steps
        self._left_in_all -= steps
        if self._left < 0:
            raise TooCostlyError
