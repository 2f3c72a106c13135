"""The table of constructions in Markdown: for `kiemtin show --constructions` and docs/architecture.md."""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.foundation.messages import Lang, message
from kiemtin.officials.constructions.table import ROWS, Told
from kiemtin.officials.model import Construction


def constructions(lang: Lang) -> Iterator[str]:
    """The lines: each construction with its id and words, the examples of its forms, and its limits."""
    for construction in Construction:
        yield f"### `{construction.value}`: {message(f'show.by.{construction.value}', lang)}"
        yield ""
        for row in ROWS:
            if row.id is construction:
                yield f"- {_told(row.example, 'show.construction.example', lang)}"
                for other in row.not_in:
                    yield f"  - {_told(other, 'show.construction.not_in', lang)}"
        yield ""


def _told(told: Told, word: str, lang: Lang) -> str:
    text = told.text.replace("\n", " ⏎ ")
    gives = " | ".join(told.gives) or message("show.construction.nothing", lang)
    return f"{message(word, lang)}: “{text}” → {gives}"
