"""Libraries that come with an extra of the package: what is said where one is missing."""

from __future__ import annotations

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem


def needs(extra: str, module: str, address: str) -> DocumentError:
    """The error of a library that is not installed."""
    return DocumentError(
        Problem("archive-needs-extra", FilePlace(address), {"extra": extra, "module": module})
    )
