"""Writes the reference tables of docs/language.md and docs/language.en.md from the language itself.

    python docs/build_language.py

Between `<!-- begin NAME -->` and `<!-- end NAME -->` everything is written by this script; a test compares.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import Problem
from kiemtin.language.loading import check_pack
from kiemtin.language.reading.error_examples import ERROR_EXAMPLES, HEAD, ErrorExample
from kiemtin.language.reading.parsing import tokens
from kiemtin.language.terms import types as t
from kiemtin.language.terms.closed_values import CLOSED_VALUES
from kiemtin.language.terms.keywords import DIVISIONS, KEYWORDS, OTHERWISE
from kiemtin.language.terms.schema import PREDICATES, PROPERTIES, ROOTS, Property
from kiemtin.language.terms.type_words import any_of, type_words
from kiemtin.language.terms.types import Type
from kiemtin.language.terms.units import UNITS
from kiemtin.language.writing.formatting import format_pack
from kiemtin.officials.words.loading import load_vocabulary

Lang = Literal["vi", "en"]

HERE = Path(__file__).parent
PAGES: dict[Lang, Path] = {"vi": HERE / "language.md", "en": HERE / "language.en.md"}
EVERY_KEYWORD = HERE.parent / "tests" / "language" / "everything.quy"

LOOPS: dict[Type, tuple[str, str]] = {
    t.ITEM: ("tin", ""),
    t.BULLETIN: ("bản_tin", ""),
    t.BLOCK: ("khối", "với mỗi khối trong bản_tin.các_khối"),
    t.LISTING: ("ds", "với mỗi ds trong tin.danh_sách"),
    t.GROUP: ("nhóm", "với mỗi ds trong tin.danh_sách\nvới mỗi nhóm trong ds.nhóm"),
    t.OFFICIAL: ("người", "với mỗi người trong tin.lãnh_đạo"),
    t.MENTION: ("lượt", "với mỗi lượt trong tin.lượt_nhắc"),
    t.TITLE: ("cd", "với mỗi lượt trong tin.lượt_nhắc\nvới mỗi cd trong lượt.chức_danh"),
    t.ORGAN_ROW: ("dãy", "với mỗi dãy trong tin.dãy_cơ_quan"),
    t.ORGAN: ("tên", "với mỗi tên trong tin.tên_có_thời_hạn"),
    t.PASSAGE: ("đoạn", "với mỗi đoạn trong tin.đoạn"),
}
"""How a rule takes one of each kind: the variable and the lines that bind it."""

_TESTS: dict[Type, str] = {
    t.TRUTH: "{0}",
    t.NUMBER: "{0} <= 3",
    t.SYLLABLES: "{0} <= 12 chữ",
    t.WORDS: "{0} <= 300 từ",
    t.DURATION: "{0} <= 3 phút",
    t.LENGTH: "{0} không quá 700 chữ",
    t.DATE: "{0} >= 01/07/2021",
    t.MOMENT: "{0} <= 12/03/2024 08:30",
    t.RANK: "{0} <= 5",
}

PREDICATE_EXAMPLES: dict[str, str] = {
    "has": "tin có nhân_vật_chính",
    "ordered_by": "ds.lãnh_đạo xếp theo thứ_bậc",
    "within": "lượt nằm trong tin.tít",
    "in_roster": "lượt.chức_danh có trong danh_bạ",
    "held_on": "lượt.chức_danh đúng vào ngày tin.ngày_đăng",
    "consistent": "tin viết nhất quán",
    "contains": 'đoạn không chứa {"ngài", "quan chức"}',
    "starts_with": 'đoạn bắt đầu bằng "Ảnh:"',
    "ends_with": 'đoạn kết thúc bằng {"Ảnh: CTV", "TTXVN"}',
    "before": "a đứng trước b",
    "after": "a đứng sau b",
    "right_after": "a đứng liền sau b",
    "first_in": "lượt đứng đầu tin.lượt_nhắc",
    "last_in": "cd đứng cuối lượt.chức_danh",
}


def property_example(row: Property) -> str:
    """A requirement that asks for a property."""
    owner = LOOPS[row.owner][0]
    if row.name == "published_time":
        return f"{owner}.{row.vi} ít nhất 18 giờ"
    if row.name in CLOSED_VALUES:
        return f'{owner}.{row.vi} = "{CLOSED_VALUES[row.name][0][0]}"'
    if row.type in _TESTS:
        return _TESTS[row.type].format(f"{owner}.{row.vi}")
    return f"{owner} có {row.vi}"


def rule_around(requirement: str) -> str:
    """A whole pack with one rule that requires this, with the loops for the names it begins with."""
    owner = re.match(r"\w+", requirement)
    loops = next((lines for name, lines in LOOPS.values() if owner and name == owner.group()), "")
    if owner and owner.group() == "a":
        loops = "với mỗi a trong tin.lượt_nhắc\nvới mỗi b trong tin.lượt_nhắc"
    return f"{HEAD}quy tắc thử\n{loops}\nphải {requirement}\n"


def keywords_table(lang: Lang) -> Iterator[str]:
    yield _row("Tiếng Việt", "English", "Ví dụ") if lang == "vi" else _row("English", "Vietnamese", "Example")
    yield "| --- | --- | --- |"
    lines = _first_lines(lang)
    for name, keyword in {**KEYWORDS, **DIVISIONS}.items():
        both = (" / ".join(f"`{w}`" for w in keyword.vi), " / ".join(f"`{w}`" for w in keyword.en))
        shown = both if lang == "vi" else both[::-1]
        yield _row(*shown, f"`{lines[name]}`")
    otherwise = (" / ".join(f"`{w}`" for w in OTHERWISE.vi), " / ".join(f"`{w}`" for w in OTHERWISE.en))
    cell = ("| còn lại | 3 phút |", "| all others | 3 minutes |")[lang == "en"]
    yield _row(*(otherwise if lang == "vi" else otherwise[::-1]), f"`{cell}`")


def _first_lines(lang: Lang) -> dict[str, str]:
    """For each keyword the first line of a pack with all keywords in which it stands."""
    source = format_pack(EVERY_KEYWORD.read_text("utf-8"), EVERY_KEYWORD.name, lang)
    found: dict[str, str] = {}
    for token in tokens(source):
        start, end = source.rfind("\n", 0, token.start_pos) + 1, source.find("\n", token.start_pos)
        found.setdefault(token.type, re.sub(r"\s+", " ", source[start:end].split("  #")[0]).strip())
    return found


def properties_tables(lang: Lang) -> Iterator[str]:
    for owner, (variable, loops) in LOOPS.items():
        title = type_words(owner)[lang == "en"]
        yield f"#### {title[0].upper()}{title[1:]} (`{variable}`)"
        yield ""
        if loops:
            taken = " → ".join(f"`{line}`" for line in loops.split("\n"))
            yield f"{'Lấy ra' if lang == 'vi' else 'Taken by'}: {taken}"
            yield ""
        if lang == "vi":
            yield _row("Viết", "English", "Là", "Nghĩa", "Ví dụ")
        else:
            yield _row("Write", "Vietnamese", "Is", "Meaning", "Example")
        yield "| --- | --- | --- | --- | --- |"
        for row in PROPERTIES:
            if row.owner == owner:
                kind = type_words(row.type)[lang == "en"]
                names = (f"`{row.vi}`", f"`{row.name}`")
                doc = row.vi_doc if lang == "vi" else row.en_doc
                yield _row(*(names if lang == "vi" else names[::-1]), kind, doc, f"`{property_example(row)}`")
        yield ""


def predicates_table(lang: Lang) -> Iterator[str]:
    if lang == "vi":
        yield _row("Viết", "English", "Nói về", "Đúng khi", "Ví dụ")
    else:
        yield _row("Write", "Vietnamese", "Said of", "True when", "Example")
    yield "| --- | --- | --- | --- | --- |"
    for row in PREDICATES:
        names = (f"`{row.words.vi[0]}`", f"`{row.words.en[0]}`")
        subjects = any_of(row.subjects)[lang == "en"] if row.subjects else "…"
        doc = row.vi_doc if lang == "vi" else row.en_doc
        example = f"`{PREDICATE_EXAMPLES[row.name]}`"
        yield _row(*(names if lang == "vi" else names[::-1]), subjects, doc, example)


def units_table(lang: Lang) -> Iterator[str]:
    yield (
        _row("Tiếng Việt", "English", "Đo", "Ví dụ")
        if lang == "vi"
        else _row("English", "Vietnamese", "Measures", "Example")
    )
    yield "| --- | --- | --- | --- |"
    for unit in UNITS.values():
        forms = (", ".join((unit.vi, *unit.vi_forms)), ", ".join(unit.en_forms))
        yield _row(*(forms if lang == "vi" else forms[::-1]), type_words(unit.type)[lang == "en"],
                   f"`{_amount(unit.vi)}`")  # fmt: skip


def _amount(unit: str) -> str:
    return f"3{unit}" if unit == "%" else f"3 {unit}"


def values_table(lang: Lang) -> Iterator[str]:
    yield (
        _row("Thuộc tính", "Giá trị", "English") if lang == "vi" else _row("Property", "Values", "Vietnamese")
    )
    yield "| --- | --- | --- |"
    for name, values in CLOSED_VALUES.items():
        vi, en = (", ".join(f'"{pair[at]}"' for pair in values) for at in (0, 1))
        prop = next(row for row in PROPERTIES if row.name == name)
        yield _row(f"`{prop.vi}`", vi, en) if lang == "vi" else _row(f"`{prop.name}`", en, vi)


def roots_table(lang: Lang) -> Iterator[str]:
    yield _row("Viết", "English", "Là") if lang == "vi" else _row("Write", "Vietnamese", "Is")
    yield "| --- | --- | --- |"
    for name, (vi, type_) in ROOTS.items():
        names = (f"`{vi}`", f"`{name}`")
        yield _row(*(names if lang == "vi" else names[::-1]), type_words(type_)[lang == "en"])


def errors_list(lang: Lang) -> Iterator[str]:
    """Every problem once, as the first of its examples shows it."""
    shown: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        for example in ERROR_EXAMPLES:
            if example.code in shown or len(example.source) > 400:
                continue
            shown.add(example.code)
            problem = problem_of(example, Path(folder))
            said, helped = (
                message(problem.code, lang, problem.arguments),
                help_for(problem.code, lang, problem.arguments),
            )
            warning = (" *(nhắc)*", " *(warning)*")[lang == "en"] if problem.warning else ""
            yield f"**{said}**{warning} {helped} `{example.code}`"
            yield ""
            yield "```text"
            yield example.source.strip().replace("\x1b", "␛") or "(trống)"
            yield "```"
            yield ""


def problem_of(example: ErrorExample, folder: Path) -> Problem:
    for name, source in example.beside.items():
        (folder / f"{name}.quy").write_text(source, "utf-8")
    path = folder / "vi-du.quy"
    path.write_text(example.pack, "utf-8")
    found = check_pack(path, bind_office=load_vocabulary().office_id)
    return next(problem for problem in found if problem.code == example.code)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


SECTIONS: dict[str, Callable[[Lang], Iterator[str]]] = {
    "keywords": keywords_table,
    "roots": roots_table,
    "properties": properties_tables,
    "predicates": predicates_table,
    "units": units_table,
    "values": values_table,
    "errors": errors_list,
}


def build(page: str, lang: Lang) -> str:
    """The page with its generated sections written anew."""
    for name, lines in SECTIONS.items():
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
        before, rest = page.split(begin)
        _, after = rest.split(end)
        page = before + begin + "\n".join(lines(lang)).rstrip() + "\n" + end + after
    return page


def main() -> None:
    for lang, path in PAGES.items():
        path.write_text(build(path.read_text("utf-8"), lang), "utf-8")


if __name__ == "__main__":
    main()
