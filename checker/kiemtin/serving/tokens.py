"""Who asks: tokens of desks, of which only hashes are kept."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kiemtin.foundation.writing import write_private
from kiemtin.serving.profile import OPEN_SCOPES, Profile, Scope


class Caller(NamedTuple):
    desk: str
    token: str
    """Name of the token in the profile, never itself."""
    scopes: frozenset[Scope]


def new_token() -> tuple[str, str]:
    """A token of 256 random bits and its hash for the profile.

    What is that long and random needs no slow hash: it cannot be guessed from its digest.
    """
    token = f"kt_{secrets.token_urlsafe(32)}"
    return token, hash_of(token)


def kept_token(path: Path | None) -> tuple[str, str]:
    """The token in a file that its owner alone reads, made where there is none: a page that was open stays
    good when its server starts again. Where nothing can be kept it is new each time."""
    if path is None:
        return new_token()
    try:
        status = path.stat()
        private = sys.platform == "win32" or (status.st_uid == os.getuid() and not status.st_mode & 0o077)
        token = path.read_text("ascii")
        if private and _TOKEN.fullmatch(token):
            return token, hash_of(token)
    except (OSError, ValueError):
        pass
    token, digest = new_token()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, token.encode())
    return token, digest


_TOKEN = re.compile(r"kt_[\w-]{43}", re.ASCII)


def hash_of(token: str) -> str:
    return f"sha256:{hashlib.sha256(token.encode('utf-8', 'surrogatepass')).hexdigest()}"


class Tokens:
    """The tokens of a profile by their hashes; without any, whoever reaches the gate is the default desk."""

    def __init__(self, profile: Profile) -> None:
        self._known = {
            token.hash: (Caller(name, token.name, token.scopes), token.expires)
            for name, desk in profile.gate.desks.items()
            for token in desk.tokens
        }

    @property
    def are_open(self) -> bool:
        """Whether nobody needs one."""
        return not self._known

    def caller(self, authorization: str | None, today: date) -> Caller | None:
        """Who the header `Authorization: Bearer …` says that it is; None if it says nothing valid.

        Found by the digest: how long that takes tells nothing of the token.
        """
        if not self._known:
            return Caller("default", "none", OPEN_SCOPES)
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        caller, expires = self._known.get(hash_of(token.strip()), (None, None))
        if expires is not None and today > expires:
            return None
        return caller
