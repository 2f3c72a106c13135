"""The pages of docs/ as a small site: `make site`, or `python docs/build_site.py FOLDER`.

No script, nothing from elsewhere: a folder that opens from a disk. Pages stay plain Markdown,
which is also read in the repository; links between them become links between pages.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

import jinja2
from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path(__file__).resolve().parent
LANGS = ("vi", "en")
WORDS = {
    "vi": {"name": "Tiếng Việt", "pages": "Các trang", "home": "Tài liệu Kiểm tin"},
    "en": {"name": "English", "pages": "Pages", "home": "Documentation of Kiểm tin"},
}
GROUPS: tuple[tuple[dict[str, str], tuple[str, ...]], ...] = (
    ({"vi": "Bắt đầu", "en": "Start"}, ("adopt", "editor", "author", "auditor", "administrator")),
    ({"vi": "Soát bài", "en": "Checking"}, ("settings", "reports", "waivers", "machines", "roster")),
    ({"vi": "Viết quy tắc", "en": "Writing rules"}, ("language", "packs", "rules-site")),
    ({"vi": "Trước khi đăng", "en": "Before publication"}, ("gate", "integrations", "security-gate")),
    ({"vi": "Kho đã đăng", "en": "Archives"}, ("audit", "store", "scale")),
    ({"vi": "Khác", "en": "More"}, ()),
)
"""Topics in the order of the menu; those that no group names stand in the last."""
COPIED = (".svg", ".json", ".quy", ".png")


class Page(NamedTuple):
    topic: str
    lang: str
    source: Path
    title: str
    body: str = ""

    @property
    def target(self) -> str:
        return f"{self.source.name.removesuffix('.md')}.html"


def build(folder: Path) -> list[Path]:
    """Writes the site into a folder, which is made; what else lies there stays. The same pages give the same
    bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [_page(path) for path in sorted(DOCS.glob("*.md"))]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(DOCS / "site"),
        autoescape=True,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template("page.html")
    written = []
    for page in (*pages, *(_home(lang, pages) for lang in LANGS)):
        page = page._replace(body=jinja2.utils.markupsafe.Markup(page.body))
        other = next((each for each in pages if each.topic == page.topic and each.lang != page.lang), None)
        if page.topic == "index":
            other = _home("en" if page.lang == "vi" else "vi", pages)
        text = template.render(
            page=page,
            other=other,
            groups=_groups(page.lang, pages),
            words=WORDS,
            home={"vi": "index.html", "en": "index.en.html"},
        )
        written.append(folder / page.target)
        written[-1].write_text(text, "utf-8", newline="\n")
    for path in sorted(DOCS.rglob("*")):
        if path.suffix in COPIED:
            target = folder / path.relative_to(DOCS)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
            written.append(target)
    shutil.copyfile(DOCS / "site" / "site.css", folder / "site.css")
    return [*written, folder / "site.css"]


def _page(path: Path) -> Page:
    topic, _, rest = path.name.partition(".")
    source = path.read_text("utf-8")
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(re.sub(r"<!--.*?-->\n?", "", source, flags=re.S))
    title = _with_anchors(tokens)
    for token in tokens:
        for child in token.children or ():
            _lead_on(child)
    lang = "en" if rest.startswith("en") or title.isascii() else "vi"
    return Page(topic, lang, path, title, markdown.renderer.render(tokens, markdown.options, {}))


def _with_anchors(tokens: Sequence[Token]) -> str:
    """Gives headings the anchors that repositories give them, and returns the first heading."""
    title = ""
    seen: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        words = "".join(child.content for child in tokens[at + 1].children or ())
        title = title or words
        slug = re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")
        seen[slug] = seen.get(slug, -1) + 1
        token.attrSet("id", f"{slug}-{seen[slug]}" if seen[slug] else slug)
    return title


def _lead_on(token: Token) -> None:
    """A link to a page leads to its file here; one out of docs/ says where it lies instead."""
    target = token.attrGet("href") if token.type == "link_open" else None
    if not isinstance(target, str) or re.match(r"[a-z]+:", target):
        return
    path, mark, anchor = unquote(target).partition("#")
    if path.startswith("../") or path.endswith(".py"):
        token.attrs = {"title": path.removeprefix("../")}
    elif path.endswith(".md"):
        token.attrs = {"href": f"{quote(path.removesuffix('.md'))}.html{mark}{quote(anchor)}"}


def _home(lang: str, pages: Sequence[Page]) -> Page:
    """The first page: the groups with their pages."""
    name = "index.md" if lang == "vi" else "index.en.md"
    parts = [f"<h1>{WORDS[lang]['home']}</h1>"]
    for group in _groups(lang, pages):
        items = "".join(
            f'<li><a href="{page.target}">{jinja2.utils.markupsafe.escape(page.title)}</a></li>'
            for page in group["pages"]
        )
        parts.append(f"<h2>{group['title']}</h2>\n<ul>{items}</ul>")
    return Page("index", lang, DOCS / name, WORDS[lang]["home"], "\n".join(parts))


def _groups(lang: str, pages: Sequence[Page]) -> list[dict[str, Any]]:
    """The menu: each topic once, in the language if there is such a page."""
    named = {topic for _, topics in GROUPS for topic in topics}
    found = []
    for titles, topics in GROUPS:
        wanted = topics or tuple(dict.fromkeys(page.topic for page in pages if page.topic not in named))
        found.append({"title": titles[lang], "pages": list(_best(lang, wanted, pages))})
    return found


def _best(lang: str, topics: Sequence[str], pages: Sequence[Page]) -> Iterator[Page]:
    for topic in topics:
        alike = [page for page in pages if page.topic == topic]
        if alike:
            yield next((page for page in alike if page.lang == lang), alike[0])


if __name__ == "__main__":
    made = build(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
    print(f"{len(made)} files in {made[0].parent}")
