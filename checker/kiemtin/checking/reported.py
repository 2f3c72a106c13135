"""Findings looked up in a JSON report: which draft they are of, and whether that is still the draft that was
checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.foundation.paths import is_file
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem


class Reported(NamedTuple):
    """A document of a report: where its file is now, the pack it was judged by, its digest then."""

    path: Path
    pack: str
    sha256: str
    fingerprints: tuple[str, ...]
    """Of the findings with the number or fingerprint asked for; all, if none was."""


def is_report(path: str) -> bool:
    return Path(path).suffix.lower() in {".json", ".jsonl"}


def find(report: str, wanted: str | None) -> Reported:
    """The first document of a report that has the finding. Raises DocumentError for what is no report, lacks
    it, or
    whose draft is there no more."""
    documents = _documents(report)
    for document in documents:
        found = tuple(
            finding["fingerprint"]
            for finding in document.get("findings", ())
            if finding["outcome"] == "failed"
            and wanted in (None, str(finding.get("number")), finding["fingerprint"])
        )
        if found:
            return Reported(_file(report, document), _pack(document), document.get("sha256", ""), found)
    told = {"wanted": wanted or "", "n": len(documents)}
    raise DocumentError(Problem("report-without-finding", FilePlace(report), told))


def _documents(report: str) -> list[dict[str, Any]]:
    try:
        text = Path(report).read_text("utf-8")
        if Path(report).suffix.lower() == ".jsonl":
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
            documents = [line["document"] for line in lines if "document" in line]
        else:
            documents = json.loads(text)["documents"]
        if not all(isinstance(each["path"], str) and isinstance(each["packs"], list) for each in documents):
            raise ValueError("documents")
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
        raise DocumentError(Problem("report-unreadable", FilePlace(report), {"reason": reason})) from None
    return documents


def _file(report: str, document: dict[str, Any]) -> Path:
    """As the run named it, else from the folder of the report on."""
    path = Path(document["path"])
    for found in (path, Path(report).parent / path, Path(report).parent / path.name):
        if is_file(found):
            return found
    raise DocumentError(Problem("document-not-found", FilePlace(str(path))))


def _pack(document: dict[str, Any]) -> str:
    packs = document["packs"]
    return str(packs[0]["name"]) if packs else ""
