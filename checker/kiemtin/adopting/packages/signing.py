"""Who made a package: an Ed25519 signature over its hash, in a file beside its manifest.

A publisher keeps a private key (PEM, as OpenSSL writes it) and announces the public one once; newsrooms pin
it with the package and take nothing of another's. `cryptography` does the arithmetic (extra `sign`).
"""

from __future__ import annotations

import base64
import binascii
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kiemtin.adopting.packages.opening import SIGNATURE, Package
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.writing import write_private

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_FORM = re.compile(r"key (ed25519:[A-Za-z0-9+/]{43}=)\nsignature ([A-Za-z0-9+/]{86}==)\n?")
_KIND = "ed25519:"
_LARGEST_KEY = 10_000


def signer_of(package: Package, place: FilePlace, demanded: str = "") -> str:
    """The public key by which it is rightly signed; empty if it is not signed.

    Raises PackError if the signature is wrong, or none or another's where a key is `demanded`, or if
    `cryptography` is not installed.
    """
    if package.signature is None:
        if demanded:
            raise PackError(Problem("package-unsigned", place, {"key": demanded}))
        return ""
    _needs_cryptography(place)
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    said = _FORM.fullmatch(package.signature.decode("ascii", "replace").replace("\r\n", "\n"))
    try:
        if said is None:
            raise InvalidSignature
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(said[1].removeprefix(_KIND)))
        public.verify(base64.b64decode(said[2]), _signed(package))
    except (InvalidSignature, ValueError, binascii.Error):
        raise PackError(Problem("package-bad-signature", place)) from None
    if demanded and said[1] != demanded:
        raise PackError(Problem("package-other-key", place, {"found": said[1], "key": demanded}))
    return said[1]


def sign(package: Package, folder: Path, key: Path) -> str:
    """Writes the signature into the package's folder; the public key. Raises PackError."""
    private = _read(key)
    public = _public(private)
    signature = base64.b64encode(private.sign(_signed(package))).decode()
    _write(folder / SIGNATURE, f"key {public}\nsignature {signature}\n".encode(), secret=False)
    return public


def make_key(path: Path) -> None:
    """A new private key, for its owner's eyes alone. Raises PackError, also where a file is."""
    _needs_cryptography(FilePlace(str(path)))
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    if os.path.lexists(path):
        raise PackError(Problem("key-exists", FilePlace(str(path))))
    made = Ed25519PrivateKey.generate()
    _write(path, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), secret=True)


def _signed(package: Package) -> bytes:
    return f"kiemtin pack signature 1\n{package.sha256}\n".encode()


def _read(key: Path) -> Ed25519PrivateKey:
    place = FilePlace(str(key))
    _needs_cryptography(place)
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        with key.open("rb") as stream:
            found = load_pem_private_key(stream.read(_LARGEST_KEY), password=None)
    except OSError as error:
        raise PackError(Problem("key-unreadable", place, {"reason": error.strerror or ""})) from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise PackError(Problem("key-not-ed25519", place)) from None
    if not isinstance(found, Ed25519PrivateKey):
        raise PackError(Problem("key-not-ed25519", place))
    return found


def _public(private: Ed25519PrivateKey) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return _KIND + base64.b64encode(raw).decode()


def _write(path: Path, content: bytes, *, secret: bool) -> None:
    try:
        if secret:
            write_private(path, content)
        else:
            path.write_bytes(content)
    except OSError as error:
        arguments = {"reason": error.strerror or ""}
        raise PackError(Problem("package-not-written", FilePlace(str(path)), arguments)) from None


def _needs_cryptography(place: FilePlace) -> None:
    try:
        import cryptography  # noqa: F401
    except ImportError:
        raise PackError(Problem("package-needs-sign", place)) from None
