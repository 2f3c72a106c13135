"""Writes the table of constructions into docs/architecture.md. A test compares the page with it."""

from __future__ import annotations

from pathlib import Path

from kiemtin.reporting.shown_constructions import constructions

PAGE = Path(__file__).with_name("architecture.md")
BEGIN, END = "<!-- begin constructions -->\n", "<!-- end constructions -->"


def build(page: str) -> str:
    """The page with the table written anew."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + "\n".join(constructions("en")).rstrip() + "\n" + END + after


def main() -> None:
    PAGE.write_text(build(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
