"""Draws what the program prints: `python docs/build_pictures.py` writes docs/images; a test compares them."""

from __future__ import annotations

import re
import sys
from contextlib import chdir
from html import escape
from pathlib import Path

from kiemtin.foundation.messages import Lang

ROOT = Path(__file__).resolve().parents[1]
PICTURES: dict[str, tuple[str, Lang]] = {
    f"{what}{ending}.svg": (what, lang)
    for what in ("finding", "people")
    for ending, lang in (("", "vi"), (".en", "en"))
}
PACK, RULE = "nội-quy-báo-mẫu", "qđ-tỉnh-mẫu.nêu-sai-thứ-bậc"
DRAFT = "corpus/drafts/hoi-nghi-sai-thu-tu.txt"
COLOURS = {
    "1;31": "#ff8a80",
    "1;33": "#ffd54f",
    "1;36": "#80deea",
    "1": "#ffffff",
    "2": "#9e9e9e",
    "32": "#a5d6a7",
}
_PIECE = re.compile(r"\x1b\[([0-9;]*)m([^\x1b]*)")
_CHARACTER, _LINE = 7.9, 18


def printed(what: str, lang: Lang) -> list[str]:
    """A finding, or the people of a draft, as a terminal of 100 columns shows them in colour."""
    from kiemtin.checking.desk import Chosen, Desk
    from kiemtin.reporting import shown_document
    from kiemtin.reporting.palette import Palette
    from kiemtin.reporting.text import render_causes
    from kiemtin_cli.rules.try_rule import only

    if what == "people":
        with chdir(ROOT):
            reading = Desk(Chosen(PACK), uses_config=False).recognise(DRAFT)
        return shown_document.render(reading, lang, Palette(colour=True), 100).strip("\n").splitlines()
    with chdir(ROOT):
        report = Desk(Chosen(PACK), uses_config=False).judge(DRAFT)
    shown = render_causes(only(report, RULE), lang, Palette(colour=True), 100)
    return next(part for part in shown.split("\n\n") if "[1]" in part).strip("\n").splitlines()


def picture(name: str) -> str:
    lines = printed(*PICTURES[name])
    height = _LINE * len(lines) + 24
    texts = "".join(
        f'<text x="14" y="{24 + at * _LINE}" xml:space="preserve">{_spans(line)}</text>\n'
        for at, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {100 * _CHARACTER + 28:.0f} {height}" '
        'font-family="DejaVu Sans Mono, Consolas, monospace" font-size="13" fill="#e0e0e0">\n'
        f'<rect width="100%" height="100%" rx="6" fill="#1e1e1e"/>\n{texts}</svg>\n'
    )


def _spans(line: str) -> str:
    """The pieces of a line in their colours."""
    return "".join(
        f'<tspan fill="{COLOURS[code]}">{escape(text)}</tspan>' if code in COLOURS else escape(text)
        for code, text in _PIECE.findall(f"\x1b[0m{line}")
    )


if __name__ == "__main__":
    for name in PICTURES:
        (ROOT / "docs" / "images" / name).write_text(picture(name), "utf-8")
    sys.exit(0)
