"""Who asks: tokens of desks, of which only hashes are kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import NamedTuple

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
