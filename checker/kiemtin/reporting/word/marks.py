"""Where comments hang: markers around the runs of a place, one level below the paragraph where need be."""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.reporting.opc import Element

_HOLDERS = frozenset(
    ("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
"""Elements that may hold markers of comments beside runs."""
_NOT_CUT = frozenset(("p", "sdtContent"))
"""Elements that may hold the sign of a comment: nobody deletes it by a link, a field, a revision."""
_TEXT_BOX = "txbxContent"


class Marks:
    """Puts markers into one story; those at one place follow each other in the order of asking."""

    def __init__(self, w: str) -> None:
        self._w = w
        self._last: dict[object, Element] = {}

    def around(self, first: Element, last: Element, number: str) -> None:
        """A comment from before the element `first` to behind `last`: runs, or what holds them."""
        before, behind = held(first), held(last)
        start = before.makeelement(self._w + "commentRangeStart", {self._w + "id": number})
        before.addprevious(start)
        end = self._add(behind, self._w + "commentRangeEnd", number)
        outer = end
        while _name(outer.getparent()) not in _NOT_CUT:
            outer = outer.getparent()
        run = outer.makeelement(self._w + "r")
        reference = run.makeelement(self._w + "commentReference", {self._w + "id": number})
        run.append(reference)
        self._behind(outer).addnext(run)
        self._last[behind if outer is end else outer] = run

    def _add(self, behind: Element, tag: str, number: str) -> Element:
        element = behind.makeelement(tag, {self._w + "id": number})
        self._behind(behind).addnext(element)
        self._last[behind] = element
        return element

    def _behind(self, element: Element) -> Element:
        """The last of what was put behind an element, or itself."""
        return self._last.get(element, element)


def held(node: Element) -> Element:
    """The nearest of `node` and what it stands in that may have a marker beside it."""
    while _name(node.getparent()) not in _HOLDERS:
        node = node.getparent()
    return node


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def carrier(node: Element) -> Element | None:
    """The run of the page's own text that carries the (outermost) text box of `node`; None outside of any.

    Word and others take no comments in text boxes.
    """
    boxed, run = False, None
    for outer in node.iterancestors():
        name = _name(outer)
        if name == _TEXT_BOX:
            boxed = True
        elif boxed and name == "r":
            run = outer
    return run if boxed else None


def note_references(root: Element, w: str) -> dict[tuple[str, str], Element]:
    """Runs that refer to footnotes and endnotes, by kind and id: notes take no comments everywhere."""
    found: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        for reference in root.iter(f"{w}{kind}Reference"):
            found.setdefault((kind, reference.get(w + "id")), reference.getparent())
    return found


def note_of(node: Element) -> tuple[str, str] | None:
    """Kind and id of the footnote or endnote that holds `node`."""
    for outer in node.iterancestors():
        name = _name(outer)
        if name in ("footnote", "endnote"):
            return name, outer.get(outer.tag[: outer.tag.index("}") + 1] + "id")
    return None


def without_tail(elements: Iterable[Element]) -> None:
    """Remove elements from their parents; what stands behind them stays."""
    for element in elements:
        parent = element.getparent()
        if parent is None:
            continue
        tail = element.tail
        if tail:
            previous = element.getprevious()
            if previous is not None:
                previous.tail = (previous.tail or "") + tail
            else:
                parent.text = (parent.text or "") + tail
        parent.remove(element)
