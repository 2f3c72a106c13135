"""One message, one attempt: POST to the address that was looked at; no redirect is followed, no body read."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from kiemtin.serving.webhooks.addresses import AddressRefusedError, resolve

SECONDS = 15.0
Outcome = Literal["delivered", "again", "gone", "refused-address"]


class Attempt(NamedTuple):
    outcome: Outcome
    status: int | None = None
    retry_after: float | None = None


def signed(secrets: Sequence[str], message: str, payload: str, now: datetime) -> dict[str, str]:
    """Headers of a message, with a signature for each secret that is valid."""
    from standardwebhooks.webhooks import Webhook

    now = now.astimezone(UTC)
    return {
        "content-type": "application/json",
        "user-agent": "kiemtin",
        "webhook-id": message,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(message, now, payload) for secret in secrets),
    }


def post(url: str, headers: Mapping[str, str], payload: str, networks: Sequence[str]) -> Attempt:
    """Blocks for at most some multiple of `SECONDS`; raises nothing."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        address = resolve(host, port, networks)
    except AddressRefusedError:
        return Attempt("refused-address")
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    try:
        plain = socket.create_connection((address, port), timeout=SECONDS)
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        else:
            connection.sock = plain
        path = parts.path or "/"
        connection.request(
            "POST", f"{path}?{parts.query}" if parts.query else path, payload.encode(), dict(headers)
        )
        response = connection.getresponse()
        return _attempt(response.status, response.getheader("Retry-After"))
    except (OSError, http.client.HTTPException, ValueError):
        return Attempt("again")
    finally:
        connection.close()


def _attempt(status: int, retry_after: str | None) -> Attempt:
    if 200 <= status < 300:
        return Attempt("delivered", status)
    if status == 410:
        return Attempt("gone", status)
    wait = (
        float(retry_after) if status in (429, 503) and (retry_after or "").isdigit() and retry_after else None
    )
    return Attempt("again", status, wait)
