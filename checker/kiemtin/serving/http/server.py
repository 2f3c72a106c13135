"""The process: one event loop, sockets, signals, connections that do not say what they want."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import h11
import uvicorn
from starlette.routing import BaseRoute
from uvicorn.protocols.http.h11_impl import H11Protocol

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, Problem
from kiemtin.serving.gate import Gate
from kiemtin.serving.http.application import build_app
from kiemtin.serving.pool import PROGRAM, RulesInvalidError
from kiemtin.serving.profile import Profile, ProfileError
from kiemtin.serving.watchers import Log

KEEP_ALIVE = 75
GRACE = 5
"""Seconds for requests in flight when the process is told to end."""
_OWN_FILES = 200
"""Descriptors beside connections: children, databases, deliveries."""


class ServeError(KiemtinError):
    """The gate cannot begin."""

    exit_code = ExitCode.USAGE


class RulesError(KiemtinError):
    """The rules of a desk are not valid."""

    exit_code = ExitCode.PACK_INVALID


def listen(host: str, port: int) -> socket.socket:
    """A bound socket. Raises ServeError.

    Its protocol is said: asyncio sets TCP_NODELAY only on what says that it is TCP, and without it a
    kept-alive request takes 40 ms.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform != "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(2048)  # who else listens there is told by this, not by binding
    except OSError as error:
        told = {"host": host, "port": port, "reason": error.strerror or "?"}
        raise ServeError(Problem("gate-not-bound", FilePlace("kiemtin serve"), told)) from None
    bound.setblocking(False)
    return bound


def is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


def run(
    profile: Profile,
    *,
    log: Log | None = None,
    on_listening: Callable[[str, int], None] = lambda _host, _port: None,
    pages: Callable[[Gate], Sequence[BaseRoute]] = lambda _gate: (),
    program: Sequence[str] = PROGRAM,
) -> int:
    """Serves until it is told to end. Raises KiemtinError if it cannot begin."""
    if not is_loopback(profile.gate.host) and not profile.has_tokens:
        told = {"host": profile.gate.host}
        raise ServeError(Problem("gate-open-to-others", FilePlace(str(profile.path or "kiemtin.toml")), told))
    for holder in (*profile.gate.sources.values(), *profile.gate.webhooks):
        profile.secrets_of(holder)
    bound = listen(profile.gate.host, profile.gate.port)
    with bound:
        try:
            gate = Gate(profile, log=log or Log(), program=program)
        except (OSError, sqlite3.Error) as error:
            told = {"reason": getattr(error, "strerror", None) or str(error)}
            raise ServeError(Problem("gate-state-unusable", FilePlace(str(profile.state)), told)) from None
        return asyncio.run(_serve(gate, bound, on_listening, pages))


async def _serve(
    gate: Gate,
    bound: socket.socket,
    on_listening: Callable[[str, int], None],
    pages: Callable[[Gate], Sequence[BaseRoute]],
) -> int:
    try:
        await gate.start()
    except RulesInvalidError as error:
        await gate.stop()
        raise _as_problems(error) from None
    except (OSError, EOFError, TimeoutError):
        await gate.stop()
        raise ServeError(Problem("gate-child-not-started", FilePlace("kiemtin serve"))) from None
    server = Server(gate, build_app(gate, pages(gate)))
    address = bound.getsockname()
    bound.listen(128)  # who reads that it listens and asks at once is not refused
    gate.log.event("listening", {"host": address[0], "port": address[1], "children": gate.pool.size})
    on_listening(address[0], address[1])
    await server.serve(sockets=[bound])
    return ExitCode.NOTHING_FOUND


def _as_problems(error: RulesInvalidError) -> RulesError:
    place = FilePlace("kiemtin serve")
    return RulesError(
        [
            Problem("gate-rules-invalid", place, {"vi": each["vi"], "place": each["place"]})
            for each in error.problems
        ]
    )


class Server(uvicorn.Server):
    """Ends with 0 when it was told to end and did; reads its profile anew on SIGHUP."""

    def __init__(self, gate: Gate, app: Any) -> None:
        logging.getLogger("uvicorn.error").addHandler(_Handler(gate.log))
        logging.getLogger("uvicorn.error").propagate = False
        limits = gate.profile.gate.limits
        config = uvicorn.Config(
            app,
            http=_protocol(limits.head_seconds, min(limits.connections, _descriptors() - _OWN_FILES)),
            loop="asyncio",
            ws="none",
            lifespan="on",
            log_config=None,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=GRACE,
        )
        super().__init__(config)
        self._gate = gate
        self._tasks: set[asyncio.Task[None]] = set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        if sys.platform == "win32":
            with super().capture_signals():
                yield
            return
        try:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self.handle_exit, number, None)
            loop.add_signal_handler(signal.SIGHUP, self._reload)
        except (ValueError, RuntimeError):  # not the main thread
            yield
            return
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                loop.remove_signal_handler(number)

    def _reload(self) -> None:
        task = asyncio.get_running_loop().create_task(self._reloaded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _reloaded(self) -> None:
        try:
            await self._gate.reload()
        except (ProfileError, RulesInvalidError, OSError, EOFError, TimeoutError) as error:
            self._gate.log.event("reload-refused", {"error": type(error).__name__}, level="error")


def _descriptors() -> int:
    """How many files this process may have open, after asking for as many as it is allowed."""
    if sys.platform == "win32":
        return 10_000
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            soft = hard
    return max(soft, 2 * _OWN_FILES)


def _protocol(head_seconds: float, connections: int) -> type[H11Protocol]:
    class Patience(H11Protocol):
        """A connection has so long for the head of a request; more than so many are not taken."""

        _timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if len(self.connections) > connections:
                transport.abort()
                return
            self._wait_for_head()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is h11.IDLE:
                self._wait_for_head()
            else:
                self._stop_waiting()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_waiting()
            super().connection_lost(exc)

        def _wait_for_head(self) -> None:
            if self._timer is None:
                self._timer = self.loop.call_later(head_seconds, self._give_up)

        def _stop_waiting(self) -> None:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

        def _give_up(self) -> None:
            self._timer = None
            if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
                self.transport.close()

    return Patience


class _Handler(logging.Handler):
    """What the server says goes to the log as an event; its words are of connections, never of bodies."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        said = record.msg.partition("\n")[0][:200] if isinstance(record.msg, str) else "?"
        self._log.event("server", {"said": said, "error": error}, level="warning")
