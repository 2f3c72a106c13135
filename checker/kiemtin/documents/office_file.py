"""Files of other word processors (.doc, .rtf): made a Word file by LibreOffice, where it is installed.

What only bears the name (.doc that is a .docx or a page of HTML, as newsroom systems export it) is read as
what it is. LibreOffice works without a screen, with a profile of its own that trusts no macro, for a limited
time.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kiemtin.documents.model import Document, Metadata, Note, Revisions
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import replace

PATIENCE = 60.0
"""Seconds that one conversion may take."""
_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RTF = re.compile(rb"\s*\{\\rtf")
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta)\b", re.I)


def read(
    data: bytes, path: str, overrides: Metadata | None = None, revisions: Revisions = "accepted"
) -> Document:
    """Raises DocumentError: where LibreOffice is not installed, fails or takes too long."""
    from kiemtin.documents import word

    if data.startswith(b"PK"):
        return word.read(data, path, overrides, revisions)
    if _HTML.match(data):
        from kiemtin.documents.exchange import html_file

        return html_file.read(data, path, overrides)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise DocumentError(Problem("package-encrypted", FilePlace(path)))
    if not (data.startswith(_OLE) and _WORD_STREAM in data) and not _RTF.match(data):
        raise DocumentError(Problem("office-not-a-text", FilePlace(path)))
    if revisions != "accepted":
        raise DocumentError(Problem("office-no-revisions", FilePlace(path)))
    suffix = ".rtf" if _RTF.match(data) else ".doc"
    document = word.read(_converted(data, suffix, path), path, overrides, revisions)
    note = Note("office-converted", {"format": suffix})
    return replace(document, notes=(*document.notes, note))


def office() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    found = next((each for name in _PROGRAMS if (each := shutil.which(name))), None)
    return found or next((each for each in _ELSEWHERE if os.access(each, os.X_OK)), None)


def _converted(data: bytes, suffix: str, path: str) -> bytes:
    program = office()
    if program is None:
        raise DocumentError(Problem("office-missing", FilePlace(path), {"format": suffix}))
    with TemporaryDirectory(prefix="kiemtin-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"draft{suffix}")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source),
        ]  # fmt: skip
        _run(command, path)
        made = Path(folder, "draft.docx")
        if not made.is_file():
            raise DocumentError(Problem("office-failed", FilePlace(path), {"format": suffix}))
        return made.read_bytes()


def _run(command: list[str], path: str) -> None:
    """Ends the program with all that it started when its time is over."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Windows takes no notice
        )
    except OSError:
        raise DocumentError(
            Problem("office-missing", FilePlace(path), {"format": Path(path).suffix})
        ) from None
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        raise DocumentError(Problem("office-too-slow", FilePlace(path), {"seconds": PATIENCE})) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
