"""Files that this program wrote and that are no drafts: reports, forms, rosters. They say so themselves.

A workbook and a Word file carry the mark among the keywords of their properties, which Excel and Word keep
when they save; a page of HTML names its maker.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

KEYWORD = "kiemtin:report"
"""What who writes such a file puts among its keywords."""
_PROPERTIES = "docProps/core.xml"
_LARGEST = 100_000
"""Bytes of properties that are looked at."""
_DAMAGED = (BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, zlib.error)
_HEAD = 2_000
"""Bytes of a page among which its maker is named."""
_MAKER = re.compile(rb'<meta\s+name="generator"\s+content="kiemtin\b', re.I)


def is_own(path: Path) -> bool:
    """Whether the file says so; one that cannot be read says nothing."""
    suffix = path.suffix.lower()
    try:
        if suffix in (".html", ".htm"):
            with path.open("rb") as stream:
                return _MAKER.search(stream.read(_HEAD)) is not None
        if suffix in (".xlsx", ".docx"):
            with ZipFile(path) as package, package.open(_PROPERTIES) as stream:
                return f">{KEYWORD}<".encode() in stream.read(_LARGEST)
    except (OSError, *_DAMAGED):
        pass
    return False
