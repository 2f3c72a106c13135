"""A workbook: its sheets in their order, its styles and shared texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiemtin.documents.limits import SHEETS
from kiemtin.documents.sheets import strings, styles
from kiemtin.documents.sheets.parts import Parts, Relation, attribute, is_on
from kiemtin.documents.sheets.strings import Text
from kiemtin.documents.sheets.styles import Style
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

_USUAL = "xl/workbook.xml"


class Sheet(NamedTuple):
    title: str
    part: str


class Workbook(NamedTuple):
    parts: Parts
    sheets: list[Sheet]
    """The visible ones."""
    styles: list[Style]
    texts: list[Text]
    from_1904: bool


def open_workbook(data: bytes, path: str) -> Workbook:
    """Raises DocumentError for what is no workbook."""
    return workbook_of(Parts(data, path))


def workbook_of(parts: Parts) -> Workbook:
    """Raises DocumentError for what is no workbook."""
    path = parts.path
    name = next((r.target for r in parts.relations("").values() if r.kind == "officeDocument"), _USUAL)
    if name not in parts:
        name = _USUAL
    if name not in parts:
        raise DocumentError(Problem("package-part-missing", FilePlace(path), {"part": _USUAL}))
    relations = parts.relations(name)
    told, from_1904 = _told(parts, name)
    SHEETS.hold(len(told), FilePlace(path))
    sheets = []
    for title, reference in told:
        relation = relations.get(reference)
        if relation is not None and relation.kind == "worksheet" and relation.target in parts:
            sheets.append(Sheet(title, relation.target))
    if not sheets and not told:
        raise DocumentError(Problem("package-damaged", FilePlace(path), {"part": name}))
    return Workbook(
        parts,
        sheets,
        styles.read(parts, _of_kind(relations, "styles")),
        strings.read(parts, _of_kind(relations, "sharedStrings")),
        from_1904,
    )


def _told(parts: Parts, name: str) -> tuple[list[tuple[str, str]], bool]:
    """Title and relation of each visible sheet, and whether days count from 1904."""
    sheets: list[tuple[str, str]] = []
    from_1904 = False

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal from_1904
        if tag == "sheet" and attributes.get("state", "visible") == "visible":
            sheets.append((attributes.get("name", ""), attribute(attributes, "id") or ""))
        elif tag == "workbookPr":
            from_1904 = is_on(attributes.get("date1904", "0"))

    parts.scan(name, start, lambda _: None)
    return sheets, from_1904


def _of_kind(relations: Mapping[str, Relation], kind: str) -> str | None:
    return next((relation.target for relation in relations.values() if relation.kind == kind), None)
