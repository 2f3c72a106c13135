"""A request's body, whole: within its size and its time, as JSON, as a file, or as a form with a file."""

from __future__ import annotations

import asyncio
from pathlib import PurePosixPath
from typing import Any

from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from kiemtin.documents.reading import EXTENSIONS
from kiemtin.serving.asking import Ask, RefusedError
from kiemtin.serving.payloads.reading import BadRequestError, parse
from kiemtin.serving.profile import Limits


async def read_body(request: Request, limits: Limits) -> bytes:
    """Raises RefusedError: 413 beyond the size, 408 if it does not come."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length[:20]) > limits.body_bytes:
        raise RefusedError(413, "body-too-large", {"connection": "close"}, limit=limits.body_bytes)
    chunks: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for chunk in request.stream():
                size += len(chunk)
                if size > limits.body_bytes:
                    raise RefusedError(
                        413, "body-too-large", {"connection": "close"}, limit=limits.body_bytes
                    )
                chunks.append(chunk)
    except TimeoutError:
        raise RefusedError(408, "body-too-slow", {"connection": "close"}) from None
    except ClientDisconnect:
        raise RefusedError(400, "body-broken-off", {"connection": "close"}) from None
    return b"".join(chunks)


async def read_ask(request: Request, limits: Limits) -> Ask:
    """What is to be checked. Raises RefusedError."""
    body = await read_body(request, limits)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    with_report = request.query_params.get("report", "1") not in ("0", "false", "no")
    key = request.headers.get("idempotency-key")
    if key is not None and not (0 < len(key) <= 200 and key.isascii() and key.isprintable()):
        raise RefusedError(422, "idempotency-key-bad")
    if kind == "application/json":
        return Ask("json", body, with_report=with_report, key=key)
    if kind == "multipart/form-data":
        name, content, metadata = await _form(request, body, limits)
        return Ask("file", content, file_name(name), metadata, with_report, key)
    if "name" in request.query_params:
        return Ask("file", body, file_name(request.query_params["name"]), {}, with_report, key)
    raise RefusedError(415, "media-type-unknown", known=", ".join(EXTENSIONS))


def file_name(given: str) -> str:
    """The last part of a name: a label and a format, never a path of ours. Raises RefusedError."""
    name = PurePosixPath(given.replace("\\", "/")).name
    name = "".join(sign for sign in name if sign.isprintable())[-200:]
    if PurePosixPath(name).suffix.lower() not in EXTENSIONS:
        raise RefusedError(415, "media-type-unknown", known=", ".join(EXTENSIONS))
    return name


async def _form(request: Request, body: bytes, limits: Limits) -> tuple[str, bytes, dict[str, Any]]:
    """A form with one file `file`, and JSON in `metadata` if it is there. Nothing of it goes to disk."""

    async def stream() -> Any:
        yield body

    parser = MultiPartParser(request.headers, stream(), max_files=1, max_fields=2)
    parser.spool_max_size = limits.body_bytes + 1
    try:
        form = await parser.parse()
    except (MultiPartException, ValueError, KeyError):
        raise RefusedError(422, "form-bad") from None
    file, told = form.get("file"), form.get("metadata", "{}")
    if file is None or isinstance(file, str) or not isinstance(told, str):
        raise RefusedError(422, "form-bad")
    try:
        metadata = parse(told.encode("utf-8", "surrogatepass"), 2)
    except BadRequestError:
        raise RefusedError(422, "form-bad") from None
    if not isinstance(metadata, dict):
        raise RefusedError(422, "form-bad")
    return file.filename or "", await file.read(), metadata
