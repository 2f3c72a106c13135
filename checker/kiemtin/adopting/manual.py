"""The pages of docs/, as they ship with the program: what there is, in which language, by which names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kiemtin.documents.keys import plain_key
from kiemtin.foundation.messages import Lang
from kiemtin.foundation.paths import is_file

INSTALLED = "pages"
"""The folder beside the rooms into which a wheel puts docs/ (pyproject.toml)."""


_ATTACHED = frozenset({".json", ".quy", ".php"})


class Page(NamedTuple):
    topic: str
    title: str
    path: Path
    translated: bool
    """Whether it is in the language that was asked for."""


def pages_folder() -> Path | None:
    """Where the pages lie: beside the installed program, else docs/ of the checkout."""
    package = Path(__file__).parents[1]
    for folder in (package / INSTALLED, package.parents[1] / "docs"):
        if is_file(folder / "settings.md"):
            return folder
    return None


def pages(lang: Lang) -> list[Page]:
    """One for each topic, in the order of their names; in the other language where there is no better."""
    folder = pages_folder()
    if folder is None:
        return []
    found = []
    for topic in sorted({path.name.partition(".")[0] for path in folder.glob("*.md")}):
        english, vietnamese = folder / f"{topic}.en.md", folder / f"{topic}.md"
        first, second = (english, vietnamese) if lang == "en" else (vietnamese, english)
        path = first if is_file(first) else second
        title = title_of(path)
        is_english = title.isascii()
        found.append(Page(topic, title, path, is_english == (lang == "en")))
    return found


def attachments() -> dict[str, Path]:
    """Files that pages speak of, by name: schemas, a pack to copy, the plug-in for WordPress."""
    folder = pages_folder()
    if folder is None:
        return {}
    plugin = Path("integrations", "wordpress", "kiemtin-gate.php")
    found = [
        *(path for path in folder.iterdir() if path.suffix in _ATTACHED),
        *(path for path in (folder.parent / plugin,) if path.is_file()),  # of a checkout
    ]
    return {path.name: path for path in sorted(found, key=lambda path: path.name)}


def title_of(path: Path) -> str:
    """The first heading of a page."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# "):
                return line[2:].strip().replace("`", "")
    return path.name


def find(topic: str, among: Sequence[Page]) -> Page | None:
    """By its name, else by words that one title alone has."""
    key = plain_key(topic)
    for page in among:
        if key == plain_key(page.topic):
            return page
    titled = [page for page in among if f" {key} " in f" {_words(page.title)} "]
    return titled[0] if len(titled) == 1 else None


def similar(topic: str, among: Sequence[Page]) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(plain_key(topic), [page.topic for page in among], n=1, cutoff=0.6)
    return close[0] if close else None


def _words(title: str) -> str:
    return "".join(sign if sign.isalnum() else " " for sign in plain_key(title)).replace("  ", " ")
