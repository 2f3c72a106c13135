"""What each route does: reads the request, asks the gate, tells its answer."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kiemtin import __version__
from kiemtin.serving.answers import Answer
from kiemtin.serving.asking import Ask, RefusedError
from kiemtin.serving.briefs import problems
from kiemtin.serving.gate import Gate
from kiemtin.serving.http import shapes
from kiemtin.serving.http.bodies import read_ask, read_body
from kiemtin.serving.payloads.reading import BadRequestError, parse
from kiemtin.serving.pool import RulesInvalidError
from kiemtin.serving.profile import ProfileError
from kiemtin.serving.tokens import Caller
from kiemtin.serving.webhooks.signatures import SignatureRefusedError, verify
from kiemtin.serving.writer import WriteFailedError


async def check(gate: Gate, request: Request) -> Response:
    ask = await read_ask(request, gate.profile.gate.limits)
    return _told(await gate.check(request.state.caller, ask))


async def confirm(gate: Gate, request: Request) -> Response:
    body = await read_body(request, gate.profile.gate.limits)
    try:
        wanted = shapes.ConfirmRequest.model_validate(parse(body, 2))
    except (BadRequestError, ValidationError):
        raise RefusedError(422, "confirm-bad") from None
    name, reason = " ".join(wanted.name.split()), " ".join(wanted.reason.split())
    if len(name) < 2 or len(reason) < 3 or not (name + reason).isprintable():
        raise RefusedError(422, "confirm-bad")
    return JSONResponse(await gate.confirm(request.state.caller, wanted.id, name, reason))


async def receive(gate: Gate, request: Request) -> Response:
    """The signature is over the raw bytes; a message that came before is answered as it was."""
    name = request.path_params["source"]
    source = gate.profile.gate.sources.get(name)
    if source is None:
        raise RefusedError(404, "source-not-known")
    body = await read_body(request, gate.profile.gate.limits)
    try:
        secrets = gate.profile.secrets_of(source)
        message = verify(source.kind, body, dict(request.headers), secrets, gate.now())
    except (SignatureRefusedError, ProfileError):
        gate.log.event("signature-refused", {"source": name}, level="warning")
        raise RefusedError(401, "signature-refused") from None
    kind = "json" if source.payload == "request" else source.payload
    caller = Caller(source.desk, f"source:{name}", frozenset({"check"}))
    key = f"source:{name}:{message}"
    return _told(await gate.check(caller, Ask(kind, body, with_report=False, key=key, source=name)))


async def audit_head(gate: Gate, _: Request) -> Response:
    try:
        number, hash_ = await gate.audit_head()
    except WriteFailedError:
        raise RefusedError(503, "gate-not-written", {"retry-after": "5"}) from None
    return JSONResponse({"number": number, "hash": hash_})


async def reload(gate: Gate, _: Request) -> Response:
    try:
        await gate.reload()
    except RulesInvalidError as error:
        raise RefusedError(409, "reload-refused", problems=error.problems) from None
    except ProfileError as error:
        raise RefusedError(409, "reload-refused", problems=problems(error.problems)) from None
    return JSONResponse({"generation": gate.pool.generation})


async def health(_gate: Gate, _request: Request) -> Response:
    return JSONResponse({"status": "ok", "version": __version__})


async def ready(gate: Gate, _: Request) -> Response:
    told: dict[str, Any] = {"ready": gate.is_ready, "children": gate.pool.ready}
    return JSONResponse(told, 200 if gate.is_ready else 503)


async def metrics(gate: Gate, _: Request) -> Response:
    return Response(await gate.figures(), media_type="text/plain; version=0.0.4")


async def openapi(_gate: Gate, request: Request) -> Response:
    return Response(request.app.state.openapi(), media_type="application/json")


def _told(answer: Answer) -> Response:
    return Response(answer.body, media_type="application/json", headers={"kiemtin-decision": answer.verdict})
