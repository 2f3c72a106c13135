"""Where archives lie: local paths, and any address that fsspec knows (`s3://…`, `sftp://…`, `https://…`)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from kiemtin.documents.extras import needs
from kiemtin.documents.reading import shown
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

BLOCK = 1 << 20


def is_remote(address: str) -> bool:
    return "://" in address


def told(address: str) -> str:
    """An address as it may be printed and stored: without the password that may stand in it."""
    if not is_remote(address):
        return shown(Path(address))
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path.partition('?')[0]}"


def file_system(address: str) -> tuple[Any, str]:
    """The file system of a remote address, and the path in it. Raises DocumentError."""
    try:
        import fsspec
    except ImportError:
        raise needs("archive", "fsspec", told(address)) from None
    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        raise unreadable(address, error) from None
    return system, str(path)


@contextmanager
def opened(address: str) -> Iterator[IO[bytes]]:
    """The bytes of a local or remote file. Raises DocumentError if it cannot be opened."""
    stream: IO[bytes]
    try:
        if is_remote(address):
            system, path = file_system(address)
            stream = cast("IO[bytes]", system.open(path, "rb"))
        else:
            stream = Path(address).open("rb", buffering=BLOCK)  # noqa: SIM115
    except OSError as error:
        raise unreadable(address, error) from None
    with stream:
        yield stream


def unreadable(address: str, error: Exception) -> DocumentError:
    place = FilePlace(told(address))
    if isinstance(error, FileNotFoundError):
        return DocumentError(Problem("document-not-found", place))
    if isinstance(error, PermissionError):
        return DocumentError(Problem("document-no-permission", place))
    reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"[:200]
    return DocumentError(Problem("document-not-readable", place, {"reason": reason}))


class Hashing(io.RawIOBase):
    """A stream that hashes what is read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._digest, self.size = stream, sha256(b""), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._digest.update(data)
        self.size += len(data)
        return len(data)

    def rest(self) -> None:
        """Hash what nobody read."""
        while self.read(BLOCK):
            pass

    def hexdigest(self) -> str:
        return self._digest.hexdigest()


def hashed(address: str) -> tuple[str, int]:
    """SHA-256 and size of a file."""
    with opened(address) as stream:
        hashing = Hashing(stream)
        hashing.rest()
        return hashing.hexdigest(), hashing.size


def unpacked(stream: IO[bytes], address: str) -> IO[bytes]:
    """The lines of a file that may be packed (`.gz`, `.zst`), by its name. Raises DocumentError."""
    name = address.lower()
    if name.endswith(".gz"):
        import zlib

        frames = _Frames(stream, lambda: zlib.decompressobj(wbits=31), 16_384)
        return cast("IO[bytes]", io.BufferedReader(frames, BLOCK))
    if name.endswith((".zst", ".zstd")):
        try:
            import zstandard
        except ImportError:
            raise needs("archive", "zstandard", told(address)) from None
        frames = _Frames(stream, zstandard.ZstdDecompressor(max_window_size=1 << 31).decompressobj, 2048)
        return cast("IO[bytes]", io.BufferedReader(frames, BLOCK))
    return stream


class _Frames(io.RawIOBase):
    """Packed data, frame after frame: unpacked as far as it goes, then it is told that the end is missing.

    `piece` packed bytes are unpacked at once: so few that what becomes of them, however well they are packed,
    is some 64 MB at most.
    """

    def __init__(self, stream: IO[bytes], unpacker: Callable[[], Any], piece: int) -> None:
        self._stream, self._unpacker, self._piece = stream, unpacker, piece
        self._frame: Any = None
        self._packed = self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            if self._frame is not None and self._frame.eof:
                self._packed, self._frame = self._frame.unused_data + self._packed, None
            if not self._packed:
                self._packed = self._stream.read(self._piece)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("the last frame is not whole")
                return 0
            if self._frame is None:
                self._frame = self._unpacker()
            piece, self._packed = self._packed, b""
            self._ready = self._frame.decompress(piece)
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


@contextmanager
def damaged(address: str, at: Callable[[], str]) -> Iterator[None]:
    """What the libraries raise over a file that is cut off or no such archive becomes a DocumentError."""
    try:
        yield
    except (DocumentError, GeneratorExit):
        raise
    except MemoryError:
        raise
    except Exception as error:
        place = FilePlace(f"{told(address)}: {at()}".removesuffix(": "))
        reason = f"{type(error).__name__}: {error}"[:200]
        raise DocumentError(Problem("archive-damaged", place, {"reason": reason})) from None
