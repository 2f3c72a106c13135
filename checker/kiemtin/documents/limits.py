"""How much one draft or rundown may hold, in one table. Each bound is held *before* the work that it bounds.

A draft or a rundown comes near none of them; what goes beyond one is refused with a message of its own. The
bounds of packs, rosters and evaluation are in `foundation.limits`.
"""

from __future__ import annotations

from kiemtin.foundation.limits import Limit

__all__ = ["Limit"]

_MB = 1_000_000

# Files
TEXT_BYTES = Limit("document-too-large", 20 * _MB, _MB)
"""Of a .txt, .md or .csv: some 6,000 pages."""
PACKAGE_BYTES = Limit("document-too-large", 200 * _MB, _MB)
"""Of a .docx or .xlsx: its pictures are not read but count here."""

RECORD_BYTES = Limit("archive-record-too-large", 20 * _MB, _MB)
"""Of one record of an archive, before it is parsed."""

# Text
CHARACTERS = Limit("document-too-long", 1 * _MB, _MB)
"""Of one document as it is read: some 300 pages. Recognising and judging cost time for each."""
LINES = Limit("text-too-many-lines", 100_000)
MARKDOWN_LINES = Limit("text-too-many-lines", 50_000)
"""A line of Markdown may open a list, a table, a quotation: each costs several times a line of text."""
SIGNS = Limit("text-too-many-signs", 5_000)
"""Signs of markup in one paragraph of Markdown, which stay text in one that has more: a note, no refusal."""

# Packages
MEMBERS = Limit("package-too-many-parts", 5_000)
UNPACKED_BYTES = Limit("package-too-large", 60 * _MB, _MB)
"""Of all parts that are read: several thousand pages."""
RATIO = Limit("package-too-dense", 300)
"""Unpacked to packed size of a part beyond `RATIO_FROM` bytes; word processors reach some 50."""
RATIO_FROM = 5 * _MB
ELEMENTS = Limit("package-too-many-elements", 600_000)
"""Of one XML part, and their attributes: a page of Word has some 500."""

PAGES = Limit("pdf-too-many-pages", 300)

EMBEDDED = Limit("word-embedded-document", 20)
"""Documents inside a document that are read; of more the note stays that they are not."""

# What is said beside the text
KEYS = Limit("front-matter-too-many-keys", 200)
KEY_BYTES = Limit("front-matter-too-long", 100_000)
"""Characters of front matter."""

# What is told
PROBLEMS = Limit("document-more-problems", 20)
"""Problems of one file that are told; the last says that there are more."""
EXCERPT = 200
"""Characters of a line that a problem keeps around its place."""

# Sheets
ROWS = Limit("rundown-too-many-rows", 5_000)
COLUMNS = Limit("rundown-too-many-columns", 256)
"""What stands further right is not read, which is said."""
CELLS = Limit("rundown-too-many-cells", 200_000)
"""Filled cells of one sheet."""
ARTICLES = Limit("plan-too-many-articles", 500)
"""That a page plan names: each is a file of its own."""
MERGES = Limit("rundown-too-many-merges", 5_000)
SHEETS = Limit("rundown-too-many-sheets", 200)
CELL_CHARACTERS = Limit("rundown-cell-too-long", 100_000)
"""A cell of Excel holds 32,767."""
SHEET_CHARACTERS = Limit("rundown-too-long", 10 * _MB, _MB)
"""A few shared texts may stand in very many cells."""
