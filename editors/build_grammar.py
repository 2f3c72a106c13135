"""Writes the grammar for highlighting .quy from the keywords: `python editors/build_grammar.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kiemtin.language.terms.keywords import KEYWORDS

TARGET = Path(__file__).parent / "vscode" / "syntaxes" / "quy.tmLanguage.json"


CLAUSES = "Chương|Mục|Điều|Khoản|Điểm|Chapter|Section|Article|Clause|Point"


def grammar() -> dict[str, Any]:
    phrases = sorted(
        {phrase for word in KEYWORDS.values() for phrase in (*word.vi, *word.en) if phrase[0].isalpha()},
        key=lambda phrase: (-len(phrase), phrase),
    )
    keywords = "|".join(phrase.replace(" ", "\\s+") for phrase in phrases)
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "Quy",
        "scopeName": "source.quy",
        "fileTypes": ["quy"],
        "patterns": [
            {"name": "comment.line.number-sign.quy", "match": "#.*$"},
            {
                "name": "string.quoted.double.quy",
                "begin": '"',
                "end": '"(?!")|$',
                "patterns": [{"match": '""'}],
            },
            {"name": "string.quoted.other.quy", "begin": "“", "end": "”|$"},
            {
                "name": "markup.heading.quy",
                "match": f"^\\s*(?i:{CLAUSES})\\s+[\\w.]+",
            },
            {"name": "constant.numeric.date.quy", "match": "\\b\\d{1,2}/\\d{1,2}/\\d{4}\\b"},
            {"name": "constant.numeric.quy", "match": "(?<![\\w-])\\d+(?:[.,]\\d+)*%?"},
            {"name": "variable.other.property.quy", "match": "(?<=\\.)[^\\W\\d]\\w*"},
            {"name": "keyword.control.quy", "match": f"(?<![\\w-])(?i:{keywords})(?![\\w-])"},
            {"name": "entity.name.function.quy", "match": "[^\\W\\d]\\w*(?:-\\w+)+"},
        ],
    }


def written() -> str:
    return json.dumps(grammar(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), "utf-8")
