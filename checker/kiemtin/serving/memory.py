"""Answers that may be asked for again, whole and in memory, at most so many and so large."""

from __future__ import annotations

from collections import OrderedDict

from kiemtin.serving.answers import Answer

MOST_ANSWERS = 2000
MOST_BYTES = 64_000_000


class Remembered:
    """The newest answers by desk and key; the oldest go first."""

    def __init__(self, answers: int = MOST_ANSWERS, size: int = MOST_BYTES) -> None:
        self._most, self._most_bytes = answers, size
        self._kept: OrderedDict[tuple[str, str], tuple[Answer, float]] = OrderedDict()
        self._bytes = 0

    def get(self, place: tuple[str, str], now: float) -> Answer | None:
        answer, expires = self._kept.get(place, (None, 0.0))
        return answer if answer is not None and expires > now else None

    def put(self, place: tuple[str, str], answer: Answer, expires: float) -> None:
        before = self._kept.pop(place, None)
        if before is not None:
            self._bytes -= len(before[0].body)
        self._kept[place] = (answer, expires)
        self._bytes += len(answer.body)
        while self._kept and (len(self._kept) > self._most or self._bytes > self._most_bytes):
            _, (oldest, _) = self._kept.popitem(last=False)
            self._bytes -= len(oldest.body)
