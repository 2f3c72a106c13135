"""The routes as one table, from which the application and its OpenAPI document are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from kiemtin.serving.http import handlers, shapes
from kiemtin.serving.profile import Scope

if TYPE_CHECKING:
    from kiemtin.serving.gate import Gate

Handler = Callable[["Gate", Request], Awaitable[Response]]


class Route(NamedTuple):
    """`scope` None: asked without a token, or with proof of its own."""

    method: str
    path: str
    handler: Handler
    scope: Scope | None
    summary: str
    answers: Mapping[int, type[BaseModel] | str]
    """By status, a shape or a media type."""
    takes: type[BaseModel] | None = None


_REFUSED: Mapping[int, type[BaseModel]] = dict.fromkeys((400, 401, 403, 408, 413, 422, 503), shapes.Refusal)
_ASKED: Mapping[int, type[BaseModel]] = dict.fromkeys((401, 403), shapes.Refusal)

ROUTES = (
    Route(
        "POST", "/v1/check", handlers.check, "check", "Check a piece before publication",
        {200: shapes.CheckAnswer, 415: shapes.Refusal, **_REFUSED}, shapes.CheckRequest,
    ),
    Route(
        "POST", "/v1/confirm", handlers.confirm, "confirm", "A named person overrides a decision",
        {200: shapes.ConfirmAnswer, 404: shapes.Refusal, **_REFUSED}, shapes.ConfirmRequest,
    ),
    Route(
        "POST", "/v1/hooks/{source}", handlers.receive, None, "A signed message of another system",
        {200: shapes.CheckAnswer, 404: shapes.Refusal, **_REFUSED},
    ),
    Route("GET", "/v1/audit/head", handlers.audit_head, "audit", "The newest entry of the audit log",
          {200: shapes.AuditHead, 503: shapes.Refusal, **_ASKED}),
    Route("POST", "/v1/reload", handlers.reload, "reload", "Read profile, packs and rosters anew",
          {200: shapes.Reloaded, 409: shapes.Refusal, **_ASKED}),
    Route("GET", "/v1/health", handlers.health, None, "Whether the process lives", {200: shapes.Health}),
    Route("GET", "/v1/ready", handlers.ready, None, "Whether a check would be answered",
          {200: shapes.Readiness, 503: shapes.Readiness}),
    Route("GET", "/v1/metrics", handlers.metrics, "metrics", "Figures for Prometheus",
          {200: "text/plain; version=0.0.4", **_ASKED}),
    Route("GET", "/v1/openapi.json", handlers.openapi, None, "This document", {200: "application/json"}),
)  # fmt: skip
