"""Repairs: what is repaired passes when checked again, and nothing else in the file has changed."""

from __future__ import annotations

import codecs
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.checking.choosing import choice_of
from kiemtin.checking.desk import Chosen, Desk
from kiemtin.checking.repairing import Repaired, Repairing
from kiemtin.judging.findings import Outcome

ROOT = Path(__file__).parents[2]
HEAD = "---\nngày đăng: 12/03/2024\nloại hình: báo in\ntrang: 1\n---\n"
sys.path.insert(0, str(ROOT / "tests" / "evaluation"))
try:
    from generated_lists import Layout, Member, layouts, members, printed
finally:
    sys.path.pop(0)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(Chosen("nội-quy-báo-mẫu"), uses_config=False)


@pytest.fixture(scope="module")
def repairing(desk: Desk) -> Repairing:
    return Repairing(desk, lambda examined: examined)


@pytest.fixture(scope="module")
def ordering(desk: Desk) -> Repairing:
    choice = choice_of(["nêu-sai-thứ-bậc"], [])
    return Repairing(desk, lambda examined: examined._replace(report=choice.of(examined.report)))


def failures(repaired: Repaired) -> list[str]:
    findings = repaired.examined.report.judgement.findings
    return [finding.rule for finding in findings if finding.outcome is Outcome.FAILED]


def skeleton(text: str, people: list[Member]) -> str:
    """The text with `#` for each member and what is said to address him."""
    for member in sorted(people, key=lambda each: -len(each.titles)):
        text = text.replace(f"{member.rank_before}{member.name}", "#").replace(member.name, "#")
        text = text.replace(member.titles, "%")
    return re.sub(r"\b(?:ông|bà) #", "#", text)


@settings(max_examples=60, deadline=None)
@given(members(), layouts(), st.randoms(use_true_random=False))
def test_a_list_in_any_order_is_repaired_and_keeps_how_it_is_printed(
    ordering: Repairing, people: list[Member], layout: Layout, chance: Any
) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    text = HEAD + printed(layout, shuffled)[0]
    repaired = ordering.repair(text.encode(), "bai.txt")
    after = repaired.after.decode()
    if not repaired.made:
        assert after == text
        return
    assert failures(repaired) == []
    assert skeleton(after, people) == skeleton(text, people)
    ranks = [each.rank for each in sorted(people, key=lambda each: after.index(each.name))]
    assert ranks == sorted(ranks)
    assert all(
        re.search(rf"{member.titles}\W+{member.name}|{member.name}\W+{member.titles}", after)
        for member in people
    )


CORPUS = sorted(
    path
    for folder in ("drafts", "findings", "recognition")
    for path in (ROOT / "corpus" / folder).glob("*.[mt][dx]*")
)


@pytest.fixture(scope="module")
def repaired_corpus(repairing: Repairing) -> Iterator[dict[Path, Repaired]]:
    yield {path: repairing.repair(path.read_bytes(), str(path)) for path in CORPUS}


def test_over_the_corpus_repairs_hold_and_bring_nothing_new(
    repairing: Repairing, repaired_corpus: dict[Path, Repaired]
) -> None:
    made = [path for path, repaired in repaired_corpus.items() if repaired.made]
    assert len(made) >= 2
    for path, repaired in repaired_corpus.items():
        again = repairing.repair(repaired.after, str(path))
        assert (again.after, again.made) == (repaired.after, ())
        before = repairing.repair(path.read_bytes(), str(path), lambda *_: False)
        assert len(failures(repaired)) <= len(failures(before)) - len(repaired.made)
        assert set(failures(repaired)) <= set(failures(before))
        assert (repaired.after == path.read_bytes()) == (not repaired.made)


def test_words_of_the_corpus_are_only_moved_or_added(repaired_corpus: dict[Path, Repaired]) -> None:
    for path, repaired in repaired_corpus.items():
        before = re.findall(r"\w+", path.read_text("utf-8"))
        after = re.findall(r"\w+", repaired.after.decode())
        added = [
            word
            for made in repaired.made
            for edit in made.fix.edits
            for word in re.findall(r"\w+", edit.text)
        ]
        assert len(before) <= len(after) <= len(before) + len(added)
        for word in set(before):
            assert after.count(word) >= before.count(word)


LOW, HIGH = "Vũ Minh Đức, Phó Chủ tịch UBND tỉnh", "Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy"
LIST = f"Dự hội nghị có các đồng chí: {LOW}; {{0}}{HIGH}.\n"
RIGHT = f"Dự hội nghị có các đồng chí: {HIGH}; {{0}}{LOW}.\n"


@pytest.mark.parametrize("joined", ["", "và "])
def test_a_list_is_put_in_order(ordering: Repairing, joined: str) -> None:
    repaired = ordering.repair((HEAD + LIST.format(joined)).encode(), "bai.txt")
    assert repaired.after.decode() == HEAD + RIGHT.format(joined)


@pytest.mark.parametrize(
    ("encoded", "ends"),
    [
        (lambda text: text.encode(), "\n"),
        (lambda text: text.replace("\n", "\r\n").encode(), "\r\n"),
        (lambda text: codecs.BOM_UTF8 + text.encode(), "\n"),
        (lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "\n"),
        (lambda text: codecs.BOM_UTF16_BE + text.replace("\n", "\r\n").encode("utf-16-be"), "\r\n"),
        (lambda text: unicodedata.normalize("NFD", text).encode(), "\n"),
    ],
)
def test_the_file_keeps_its_mark_its_ends_of_lines_and_how_letters_are_composed(
    ordering: Repairing, encoded: Any, ends: str
) -> None:
    repaired = ordering.repair(encoded(HEAD + LIST.format("")), "bai.txt")
    assert repaired.after == encoded(HEAD + RIGHT.format(""))
    assert ends in "\r\n"


def test_a_title_is_put_behind_markup_that_closes(repairing: Repairing) -> None:
    text = HEAD + "# Tỉnh Nam Sơn họp\n\nSáng 12/3, đồng chí **Trần Văn An** chủ trì hội nghị.\n"
    repaired = repairing.repair(text.encode(), "bai.md")
    assert (
        "đồng chí **Trần Văn An**, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, chủ trì"
        in repaired.after.decode()
    )


def test_where_markup_stands_between_the_words_nothing_is_moved(ordering: Repairing) -> None:
    text = HEAD + "# Họp\n\n" + LIST.format("").replace("Đức, Phó Chủ tịch", "Đức, **Phó Chủ tịch**")
    text = text.replace("Bình, Phó Bí thư", "Bình, *Phó Bí thư*")
    repaired = ordering.repair(text.encode(), "bai.md")
    assert (repaired.after.decode(), repaired.made) == (text, ())


def test_several_findings_in_one_list_are_repaired_together(repairing: Repairing) -> None:
    text = HEAD + (
        "Tỉnh Nam Sơn họp\n\nDự có các đồng chí: Vũ Minh Đức, Phó Chủ tịch UBND tỉnh; Phạm Văn Cường, "
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy; Trần Văn An, "
        "Bí thư Tỉnh ủy.\n"
    )
    repaired = repairing.repair(text.encode(), "bai.txt")
    assert failures(repaired) == []
    assert len(repaired.made) == 1
    assert re.findall("An,|Bình|Cường|Đức", repaired.after.decode()) == ["An,", "Cường", "Bình", "Đức"]


def test_what_is_not_wanted_is_not_made(repairing: Repairing) -> None:
    text = (HEAD + LIST.format("")).encode()
    assert repairing.repair(text, "bai.txt", lambda *_: False).after == text
