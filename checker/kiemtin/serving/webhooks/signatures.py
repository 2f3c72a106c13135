"""Who sent a message: Standard Webhooks (https://www.standardwebhooks.com), and two older ways.

Each is verified over the raw bytes, in constant time, with any of the secrets that are valid at the time.
The older ways say neither when nor which message: a message is known again by its signature, for a while.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

TOLERANCE = 300.0
"""Seconds that a message may be old or early, and for which a repetition is known."""
LEGACY_WINDOW = 86_400.0

Headers = Mapping[str, str]
"""By their names in lower case."""


class SignatureRefusedError(Exception):
    """Not signed, signed by another secret, too old, or changed on its way."""


def verify(kind: str, body: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> str:
    """The id of the message by which a repetition is known. Raises SignatureRefusedError."""
    return _VERIFIERS[kind](body, headers, secrets, now)


def window(kind: str) -> float:
    """For how long a message's id is remembered."""
    return 2 * TOLERANCE if kind == "standard" else LEGACY_WINDOW


def _standard(body: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> str:
    from standardwebhooks.webhooks import Webhook

    message, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    given = headers.get("webhook-signature", "")
    if not message or "." in message or len(message) > 256 or not stamp.isascii() or not stamp.isdigit():
        raise SignatureRefusedError
    if abs(now.timestamp() - int(stamp[:15])) > TOLERANCE:
        raise SignatureRefusedError
    try:
        at = datetime.fromtimestamp(int(stamp[:15]), UTC)
        text = body.decode("utf-8")
        expected = [Webhook(secret).sign(message, at, text) for secret in secrets]
    except ValueError:
        raise SignatureRefusedError from None
    found = False
    for each in given.split(" ")[:16]:
        for right in expected:
            found |= hmac.compare_digest(each.encode(), right.encode())
    if not found:
        raise SignatureRefusedError
    return message


def _hex_digest(header: str, prefix: str, algorithm: Callable[..., Any]) -> Callable[..., str]:
    def verifier(body: bytes, headers: Headers, secrets: Sequence[str], _now: datetime) -> str:
        given = headers.get(header, "")
        if not given.startswith(prefix):
            raise SignatureRefusedError
        told = given.removeprefix(prefix).lower().encode()
        found = False
        for secret in secrets:
            right = hmac.new(secret.encode(), body, algorithm).hexdigest().encode()
            found |= hmac.compare_digest(told, right)
        if not found:
            raise SignatureRefusedError
        return told.decode()

    return verifier


_VERIFIERS: Mapping[str, Callable[[bytes, Headers, Sequence[str], datetime], str]] = {
    "standard": _standard,
    "sha256": _hex_digest("x-hub-signature-256", "sha256=", hashlib.sha256),
    "superdesk-sha1": _hex_digest("x-superdesk-signature", "sha1=", hashlib.sha1),
}
