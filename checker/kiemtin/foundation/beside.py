"""What is built in a thread while other things are loaded: for work that needs Python's lock for nothing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """Begins to build at once; `get` waits for it. A process forked meanwhile builds for itself."""

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self._built: list[T] = []
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._built.append(self._build())

    def get(self) -> T:
        if not self._built:
            self._thread.join()
            if not self._built:
                self._run()
        return self._built[0]
