"""The ASGI application: names and origins it answers to, tokens and scopes, refusals in both languages.

`pages` are further routes, such as a page for editors and its files; they stand behind the same guard of
names and origins, and ask for no token of their own.
"""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute
from starlette.routing import Route as StarletteRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiemtin.foundation.messages import message
from kiemtin.serving.asking import RefusedError
from kiemtin.serving.gate import Gate
from kiemtin.serving.http.openapi import document
from kiemtin.serving.http.routes import ROUTES, Route
from kiemtin.serving.profile import Scope as TokenScope

_OWN = frozenset({"localhost", "127.0.0.1", "::1"})
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
)
"""Of every answer that does not say otherwise."""


def build_app(gate: Gate, pages: Sequence[BaseRoute] = (), *, starts: bool = True) -> ASGIApp:
    """`starts`: the gate lives as long as the application."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        if starts:
            await gate.stop()

    routes: list[BaseRoute] = [
        StarletteRoute(route.path, _endpoint(gate, route), methods=[route.method]) for route in ROUTES
    ]
    app = Starlette(
        routes=[*routes, *pages],
        lifespan=lifespan,
        exception_handlers={HTTPException: _http_error, Exception: _failure(gate)},
    )
    app.state.openapi = document
    return Guard(app, gate)


def _endpoint(gate: Gate, route: Route) -> Callable[[Request], Awaitable[Response]]:
    return answered(gate, route.path, route.scope, lambda request: route.handler(gate, request))


def answered(
    gate: Gate,
    path: str,
    needed: TokenScope | None,
    handler: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """A handler behind its scope (None: asked without a token), whose refusals are answers."""

    async def endpoint(request: Request) -> Response:
        try:
            _authorise(gate, needed, request)
            response = await handler(request)
        except RefusedError as refused:
            response = refusal(refused, _policy(gate, request))
        gate.metrics.requests.labels(path, response.status_code).inc()
        return response

    return endpoint


def _authorise(gate: Gate, needed: TokenScope | None, request: Request) -> None:
    if needed is None:
        return
    caller = gate.tokens.caller(request.headers.get("authorization"), gate.now().date())
    if caller is None:
        raise RefusedError(401, "token-refused", {"www-authenticate": "Bearer"})
    request.state.caller = caller
    if needed not in caller.scopes and not (needed == "confirm" and "override" in caller.scopes):
        raise RefusedError(403, "scope-missing", scope=needed)


def _policy(gate: Gate, request: Request) -> str | None:
    caller = getattr(request.state, "caller", None)
    if caller is None:
        return None
    desk = caller.desk if caller.desk in gate.profile.gate.desks else "default"
    return gate.profile.desk(desk).no_answer


def refusal(refused: RefusedError, no_answer: str | None = None) -> Response:
    arguments = {key: value for key, value in refused.arguments.items() if key != "problems"}
    told: dict[str, Any] = {
        "decision": "not-checked",
        "error": refused.code,
        "vi": message(refused.code, "vi", arguments),
        "en": message(refused.code, "en", arguments),
        "no_answer": no_answer,
        "problems": refused.arguments.get("problems", []),
    }
    return JSONResponse(told, refused.status, headers={"kiemtin-decision": "not-checked", **refused.headers})


async def _http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = "method-not-allowed" if error.status_code == 405 else "path-not-known"
    return refusal(RefusedError(error.status_code, code, dict(error.headers or {})))


def _failure(gate: Gate) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def failed(_: Request, error: Exception) -> Response:
        import traceback

        last = traceback.extract_tb(error.__traceback__)[-1:]
        where = f"{last[0].filename.rpartition('/')[2]}:{last[0].lineno}" if last else "?"
        gate.log.event("failed", {"error": type(error).__name__, "where": where}, level="error")
        return refusal(RefusedError(500, "gate-failed"))

    return failed


class Guard:
    """Answers only to its own names, so that no page of elsewhere reaches a gate on loopback through a name
    that it lets point there, nor through the browser of somebody who may."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app, self._gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}

        async def with_headers(sent: Message) -> None:
            if sent["type"] == "http.response.start":
                known = {name.lower() for name, _ in sent["headers"]}
                sent["headers"] = [*sent["headers"], *(pair for pair in _HEADERS if pair[0] not in known)]
            await send(sent)

        host = headers.get(b"host", "")
        if not self._is_ours(host):
            await refusal(RefusedError(400, "host-not-ours"))(scope, receive, with_headers)
            return
        origin = headers.get(b"origin")
        site = headers.get(b"sec-fetch-site", "none")
        if (origin is not None and origin.partition("//")[2] != host) or site not in ("none", "same-origin"):
            await refusal(RefusedError(403, "origin-not-ours"))(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)

    def _is_ours(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        name = name.strip("[]").lower()
        gate = self._gate.profile.gate
        if name in _OWN or name == gate.host or name in gate.hosts:
            return True
        # Bound to all addresses: asked by an address there is no name to be misled by.
        return gate.host in ("0.0.0.0", "::") and _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
