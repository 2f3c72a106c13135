"""Commands of the documentation: what is shown in blocks is run, what is named in a sentence exists."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import click
import pytest

from kiemtin_cli.main import run
from kiemtin_cli.program import program

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FOREVER = ("serve", "watch", "page", "lsp")
"""Commands that do not end by themselves: tests/serving runs them."""
ELSEWHERE = ("--engine", "kiemtin-gate")
"""What needs another machine, or a gate that ran: tests/integrations/cluster, tests/serving."""
FENCE = re.compile(r"^ *```")
COMMAND = re.compile(r"^(?:\.venv/bin/)?kiemtin\s")
INLINE = re.compile(r"`kiemtin ([a-z][^`]*)`")


class Shown(NamedTuple):
    page: str
    line: int
    words: tuple[str, ...]


def shown(page: Path) -> Iterator[Shown]:
    """The commands of a page's blocks, in their order."""
    fenced = False
    for number, line in enumerate(page.read_text("utf-8").splitlines(), start=1):
        if FENCE.match(line):
            fenced = not fenced
        elif (fenced or line.startswith("    ")) and COMMAND.match(line.strip()):
            yield Shown(page.name, number, tuple(shlex.split(line.strip(), comments=True)[1:]))


BLOCKS = {page: [*shown(page)] for page in PAGES}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that pages speak of."""
    for name in ("bai.docx", "draft.docx"):
        shutil.copy(CORPUS / "drafts" / "hoi-nghi-qua-dai.docx", tmp_path / name)
    for name in ("ban-tin.xlsx", "rundown.xlsx"):
        shutil.copy(CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx", tmp_path / name)
    for name in ("kho-2024", "archive"):
        (tmp_path / name).mkdir()
        shutil.copy(CORPUS / "drafts" / "hoi-nghi-sai-thu-tu.txt", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_pack(desk: Path, page: Path) -> None:
    """What the page on the language has its reader write; a page that makes it by a command has none yet."""
    for name in ("nội-quy", "newsroom"):
        if page.name.startswith("language"):
            text = (CORPUS.parent / "docs" / "noi-quy-dai-du.quy").read_text("utf-8")
            (desk / f"{name}.quy").write_text(
                text.replace("văn bản nội-quy-đầy-đủ", f"văn bản {name}"), "utf-8"
            )
    manifest = 'name = "nam-son"\nversion = "1"\npack = "tỉnh.quy"\n'
    pack = 'văn bản tỉnh\n  tên "Tỉnh"\n  hiệu lực từ 01/01/2024\n  tình trạng minh họa\n'
    (desk / "nam-son").mkdir()
    with ZipFile(desk / "nam-son.zip", "w") as archive:
        for name, content in (("kiemtin-pack.toml", manifest), ("tỉnh.quy", pack)):
            archive.writestr(name, content)
            (desk / "nam-son" / name).write_text(content, "utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if BLOCKS[page]], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_one_after_the_other(
    page: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_pack(desk, page)
    for each in BLOCKS[page]:
        if each.words[0] in FOREVER or any(word in " ".join(each.words) for word in ELSEWHERE):
            check_names(each.words)
            continue
        code = run(each.words, os.environ)
        told = capsys.readouterr()
        assert code in (0, 1), f"{page.name}:{each.line}: {each.words}\n{told.out[-800:]}\n{told.err[-2000:]}"


def test_the_pages_show_commands() -> None:
    assert sum(map(len, BLOCKS.values())) > 80


def check_names(words: tuple[str, ...]) -> None:
    """Commands and options exist; other words are arguments or stand for some."""
    command: click.Command | None = program("vi")
    left = list(words)
    while left and isinstance(command, click.Group) and re.fullmatch(r"[a-z]+", left[0]):
        command = command.get_command(click.Context(command), left.pop(0))
        assert command is not None, words
    assert command is not None
    known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    for word in left:
        if re.match(r"--?[a-z]", word):
            assert word.partition("=")[0] in known, (words, word)


FENCED = re.compile(r"^```.*?^```", re.M | re.S)
NAMED = [
    (page, words)
    for page in PAGES
    for words in sorted(set(INLINE.findall(FENCED.sub("", page.read_text("utf-8")))))
]


@pytest.mark.parametrize(("page", "words"), NAMED, ids=[f"{page.name}: {words}" for page, words in NAMED])
def test_what_a_sentence_names_exists(page: Path, words: str) -> None:
    """`kiemtin rules check | test` names one after the other; `kiemtin officials export, import` as well."""
    first, *others = re.split(r"\s*[|,]\s*(?=[a-z-]+(?:\s*[|,]|$|\s))", words)
    plain = re.sub(r"[\"“”'…\[\]]", " ", first).split()
    check_names(tuple(plain))
    group = [word for word in plain[:-1] if re.fullmatch("[a-z]+", word)]
    for other in others:
        if re.fullmatch("[a-z]+", other.split()[0]) and group:
            check_names((*group, *other.split()))
