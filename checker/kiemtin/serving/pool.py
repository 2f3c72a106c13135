"""Our own children: each checks one piece at a time and is killed, by its id, when a piece passes its time.

A pool of the standard library cannot end a running call: two pieces made to hang would hold it for good.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from kiemtin.foundation.children import command_of
from kiemtin.serving.frames import LENGTHS, framed

Reason = Literal["timeout", "crashed", "busy", "starting", "stopping"]
Wanted = Sequence[tuple[str | None, str | None]]
"""Packs with rosters that a child loads before it is ready."""

PROGRAM = command_of("gate")
LONGEST_ANSWER = 256_000_000


Reply = tuple[dict[str, Any], bytes]


class NoAnswerError(Exception):
    """Nothing came: no child was free in time, or the one that was asked hung or died."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


class RulesInvalidError(Exception):
    """A child cannot load its rules; `problems` are told in both languages."""

    def __init__(self, problems: list[dict[str, Any]]) -> None:
        self.problems = problems
        super().__init__()


class Child:
    """One process of ours."""

    def __init__(self, process: asyncio.subprocess.Process, generation: int) -> None:
        self.process, self.generation = process, generation
        self.is_dead = False

    @classmethod
    async def start(cls, generation: int, program: Sequence[str]) -> Child:
        process = await asyncio.create_subprocess_exec(
            *program,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # a Ctrl-C of the terminal is the parent's
        )  # fmt: skip
        return cls(process, generation)

    async def ask(self, head: Mapping[str, Any], body: bytes = b"") -> tuple[dict[str, Any], bytes]:
        """Raises OSError or EOFError if it is gone."""
        source, target = self.process.stdout, self.process.stdin
        assert source is not None
        assert target is not None
        target.write(framed(head, body))
        await target.drain()
        told, rest = LENGTHS.unpack(await source.readexactly(LENGTHS.size))
        if told + rest > LONGEST_ANSWER:
            raise EOFError
        return json.loads(await source.readexactly(told)), await source.readexactly(rest)

    async def end(self) -> None:
        """Killed by its id and waited for."""
        self.is_dead = True
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


class Pool:
    """Children that are ready, and those that will be."""

    def __init__(
        self,
        size: int,
        wanted: Wanted,
        *,
        start_seconds: float,
        memory_mb: int,
        program: Sequence[str] = PROGRAM,
        on_event: Callable[[str, dict[str, Any]], None] = lambda _name, _told: None,
    ) -> None:
        self.size, self.wanted = size, wanted
        self.start_seconds, self.memory_mb = start_seconds, memory_mb
        self.on_event, self.program = on_event, program
        self.generation = 0
        self.restarts = 0
        self.is_stopping = False
        self._idle: asyncio.Queue[Child] = asyncio.Queue()
        self._children: set[Child] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def ready(self) -> int:
        """Children that can be asked, or are being asked."""
        return sum(not child.is_dead and child.generation == self.generation for child in self._children)

    async def start(self) -> None:
        """The first child says whether the rules are valid. Raises RulesInvalidError."""
        self._put(await self._started(self.generation))
        for _ in range(self.size - 1):
            self._spawn(self._replacement(self.generation))

    async def run(self, head: Mapping[str, Any], body: bytes, seconds: float) -> Reply:
        """A child's answer within `seconds`. Raises NoAnswerError; a child that hung is replaced."""
        deadline = asyncio.get_running_loop().time() + seconds
        child = await self._free(deadline)
        try:
            async with asyncio.timeout_at(deadline):
                answer = await child.ask({**head, "seconds": seconds}, body)
        except TimeoutError:
            self._replace(child, "timeout")
            raise NoAnswerError("timeout") from None
        except (OSError, EOFError, ValueError):
            self._replace(child, "crashed")
            raise NoAnswerError("crashed") from None
        except BaseException:  # whoever asked was cancelled: the answer to come is for nobody
            self._replace(child, "abandoned")
            raise
        self._release(child)
        return answer

    async def reload(self, wanted: Wanted, size: int) -> None:
        """New children with new rules take over; those before finish what they do. Raises RulesInvalidError.

        Where the new rules are not valid everything stays as it was.
        """
        first = await self._started(self.generation + 1, wanted)
        self.generation += 1
        self.wanted, self.size = wanted, size
        before = [child for child in self._children if child.generation < self.generation]
        self._put(first)
        idle: list[Child] = []
        while not self._idle.empty():
            idle.append(self._idle.get_nowait())
        for child in idle:
            if child.generation == self.generation:
                self._idle.put_nowait(child)
            else:
                self._spawn(self._ended(child))
        for _ in range(size - 1):
            self._spawn(self._replacement(self.generation))
        self.on_event("reloaded", {"generation": self.generation, "retired": len(before)})

    async def stop(self) -> None:
        self.is_stopping = True
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(child.end() for child in list(self._children)), return_exceptions=True)
        self._children.clear()

    async def _free(self, deadline: float) -> Child:
        if self.is_stopping:
            raise NoAnswerError("stopping")
        reason: Reason = "busy" if self.ready else "starting"
        try:
            async with asyncio.timeout_at(deadline):
                while True:
                    child = await self._idle.get()
                    if not child.is_dead and child.process.returncode is None:
                        return child
                    if not child.is_dead:  # it died while nobody asked
                        self._replace(child, "crashed")
        except TimeoutError:
            raise NoAnswerError(reason) from None

    def _release(self, child: Child) -> None:
        if child.generation == self.generation and not self.is_stopping:
            self._idle.put_nowait(child)
        else:
            self._spawn(self._ended(child))

    def _replace(self, child: Child, why: str) -> None:
        self.restarts += 1
        self.on_event("child-ended", {"pid": child.process.pid, "why": why})
        child.is_dead = True
        self._spawn(self._ended(child))
        if child.generation == self.generation and not self.is_stopping:
            self._spawn(self._replacement(child.generation))

    async def _ended(self, child: Child) -> None:
        await child.end()
        self._children.discard(child)

    async def _replacement(self, generation: int) -> None:
        """A child for the pool; one that does not start is tried again, ever more slowly."""
        pause = 0.1
        while not self.is_stopping and generation == self.generation:
            try:
                child = await self._started(generation)
            except (RulesInvalidError, OSError, EOFError, TimeoutError, ValueError) as error:
                self.on_event("child-not-started", {"error": type(error).__name__})
                await asyncio.sleep(pause)
                pause = min(pause * 2, 10.0)
                continue
            if generation == self.generation:
                self._put(child)
            else:
                await child.end()
            return

    async def _started(self, generation: int, wanted: Wanted | None = None) -> Child:
        child = await Child.start(generation, self.program)
        try:
            async with asyncio.timeout(self.start_seconds):
                head = {"load": [list(pair) for pair in wanted or self.wanted], "memory_mb": self.memory_mb}
                said, _ = await child.ask(head)
            if not said["ready"]:
                raise RulesInvalidError(said["problems"])
        except BaseException:
            await asyncio.shield(child.end())
            raise
        return child

    def _put(self, child: Child) -> None:
        self._children.add(child)
        self._idle.put_nowait(child)

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
