"""The part of a Word file that holds its comments: ours are told by their author, everybody else's stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from kiemtin.reporting.opc import Element, PackageCopy
from kiemtin.reporting.word.marks import without_tail

AUTHOR = "Kiểm tin"
INITIALS = "KT"
BETWEEN = " · "
"""Between the rules and the fingerprint in the last line of a comment."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml"


class Comment(NamedTuple):
    """Paragraphs; the first is in bold, the last is by which the finding is found again."""

    lines: tuple[str, ...]


class Comments:
    """The comments of one copy. `w` is the namespace of its body."""

    def __init__(self, copy: PackageCopy, main: str, w: str) -> None:
        self._copy, self._main, self._w = copy, main, w
        found = copy.related(main, "comments")
        self._part = found[0] if found else f"{main.rpartition('/')[0]}/comments.xml".lstrip("/")
        self._is_new = self._part not in copy
        nsmap = {"w": w[1:-1]}
        self._root: Element = (
            etree.Element(w + "comments", nsmap=nsmap) if self._is_new else copy.root(self._part)
        )
        self._number = 0

    def ours(self) -> dict[str, Element]:
        return {
            each.get(self._w + "id"): each
            for each in self._root.iter(self._w + "comment")
            if each.get(self._w + "author") == AUTHOR
        }

    def answered(self) -> set[str]:
        """Ids of our comments that somebody answered or marked as done: with them goes his word."""
        ours = {self._paragraph(comment): number for number, comment in self.ours().items()}
        ours.pop(None, None)
        everyone = {
            self._paragraph(each): each.get(self._w + "author")
            for each in self._root.iter(self._w + "comment")
        }
        kept: set[str] = set()
        for part in self._copy.related(self._main, "commentsExtended"):
            for each in self._copy.root(part).iter(_W15 + "commentEx"):
                own, parent = each.get(_W15 + "paraId"), each.get(_W15 + "paraIdParent")
                if parent in ours and everyone.get(own) != AUTHOR:
                    kept.add(ours[parent])
                if own in ours and each.get(_W15 + "done") in ("1", "true"):
                    kept.add(ours[own])
        return kept

    def references(self, numbers: Iterable[str]) -> set[str]:
        """The fingerprints that comments end with."""
        ours = self.ours()
        found = set()
        for number in numbers:
            text = "".join(ours[number].itertext(self._w + "t"))
            found.add(text.rpartition(BETWEEN)[2].strip())
        return found

    def remove(self, numbers: set[str], roots: Mapping[str, Element]) -> set[str]:
        """Take comments away, with their markers and what newer parts say of them. Returns which of the
        stories in `roots` had markers."""
        touched: set[str] = set()
        if not numbers:
            return touched
        w = self._w
        for part, root in roots.items():
            markers = [
                each
                for each in root.iter(w + "commentRangeStart", w + "commentRangeEnd", w + "commentReference")
                if each.get(w + "id") in numbers
            ]
            if markers:
                touched.add(part)
            for marker in markers:
                run = marker.getparent()
                without_tail([marker])
                if run.tag == w + "r" and all(child.tag == w + "rPr" for child in run):
                    without_tail([run])
        ours = self.ours()
        paragraphs = {
            each.get(_W14 + "paraId")
            for number in numbers
            for each in ours[number].iter(w + "p")
            if each.get(_W14 + "paraId")
        }
        without_tail([ours[number] for number in sorted(numbers)])
        if paragraphs:
            self._forget(paragraphs)
        self._changed()
        return touched

    def _forget(self, paragraphs: set[str]) -> None:
        durable: set[str | None] = set()
        for kind, tag, key in (
            ("commentsExtended", _W15 + "commentEx", _W15 + "paraId"),
            ("commentsIds", _CID + "commentId", _CID + "paraId"),
        ):
            for part in self._copy.related(self._main, kind):
                root = self._copy.root(part)
                gone = [each for each in root.iter(tag) if each.get(key) in paragraphs]
                durable |= {each.get(_CID + "durableId") for each in gone}
                without_tail(gone)
                self._copy.keep(part, root)
        for part in self._copy.related(self._main, "commentsExtensible"):
            root = self._copy.root(part)
            known = durable - {None}
            without_tail(
                [
                    each
                    for each in root.iter(_CEX + "commentExtensible")
                    if each.get(_CEX + "durableId") in known
                ]
            )
            self._copy.keep(part, root)

    def add(self, comments: Sequence[Comment], day: str | None) -> list[str]:
        """The ids of comments that are new, counted on from the highest there is."""
        w = self._w
        taken = [each.get(w + "id") or "" for each in self._root.iter(w + "comment")]
        first = max((int(each) for each in taken if each.lstrip("-").isdigit()), default=-1) + 1
        numbers = []
        for number, comment in enumerate(comments, start=first):
            element = etree.SubElement(
                self._root, w + "comment", {w + "id": str(number), w + "author": AUTHOR}
            )
            if day is not None:
                element.set(w + "date", day)
            element.set(w + "initials", INITIALS)
            for at, line in enumerate(comment.lines):
                self._write(etree.SubElement(element, w + "p"), line, strong=at == 0)
            numbers.append(str(number))
        if numbers:
            self._changed()
        return numbers

    def _write(self, paragraph: Element, line: str, *, strong: bool) -> None:
        w = self._w
        if strong:
            etree.SubElement(etree.SubElement(paragraph, w + "r"), w + "annotationRef")
        run = etree.SubElement(paragraph, w + "r")
        if strong:
            etree.SubElement(etree.SubElement(run, w + "rPr"), w + "b")
        text = etree.SubElement(run, w + "t", {_SPACE: "preserve"})
        text.text = line

    def _changed(self) -> None:
        self._copy.keep(self._part, self._root)
        if self._is_new:
            self._is_new = False
            base = _STRICT if self._w.startswith("{" + _STRICT) else "http://schemas.openxmlformats.org"
            self._copy.declare(self._part, _TYPE)
            self._copy.relate(self._main, self._part, f"{base}/officeDocument/{_RELATIONS[base]}/comments")

    def _paragraph(self, comment: Element) -> str | None:
        """The id by which newer parts know a comment: of its last paragraph."""
        paragraphs = comment.findall(self._w + "p")
        return paragraphs[-1].get(_W14 + "paraId") if paragraphs else None


_RELATIONS = {_STRICT: "relationships", "http://schemas.openxmlformats.org": "2006/relationships"}
