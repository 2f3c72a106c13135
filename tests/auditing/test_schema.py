from __future__ import annotations

import re
from pathlib import Path

from kiemtin.auditing import schema

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text("utf-8")


def test_the_page_of_the_store_names_every_column() -> None:
    tables = {**schema.TABLES, "rules": schema.RULES, "copies": schema.COPIES}
    for table, columns in tables.items():
        section = re.split(rf"^## {table}: .*$", PAGE, flags=re.M)[1].split("\n## ")[0]
        named = set(re.findall(r"`(\w+)`", section))
        assert set(columns) <= named, (table, set(columns) - named)


def test_the_page_says_the_version() -> None:
    assert f"Schema version {schema.VERSION}" in PAGE
