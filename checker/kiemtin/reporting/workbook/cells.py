"""Words as a workbook takes them: text whatever they begin with, on a cell that Excel does not run."""

from __future__ import annotations

import re

from lxml import etree

from kiemtin.reporting.cards import safe_lines
from kiemtin.reporting.opc import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MOST = 32_767
"""Characters that a cell or a note of Excel holds."""
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: str) -> str:
    """Harmless, short enough, and without what Excel would read as the code of a character."""
    return _ESCAPED.sub("_x005F_", safe_lines(text)[: _MOST // 8 * 7])[:_MOST]


def put_text(parent: Element, m: str, text: str) -> None:
    """A `t` with these words as they are."""
    etree.SubElement(parent, m + "t", {_SPACE: "preserve"}).text = cell_text(text)
