"""Help and command lines that cannot be understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import kiemtin_cli
from kiemtin.foundation.messages import Lang
from kiemtin_cli.main import chosen_lang
from kiemtin_cli.officials import MODULES as OFFICIALS
from kiemtin_cli.packs import MODULES as PACKS
from kiemtin_cli.program import COMMANDS, program
from kiemtin_cli.rules import MODULES as RULES

PATHS = [
    [],
    *([name] for name in COMMANDS),
    *(["rules", name] for name in RULES),
    *(["officials", name] for name in OFFICIALS),
    *(["packs", name] for name in PACKS),
]
VIETNAMESE = re.compile("[ăâđêôơưạảãàáệịọụỳễ]", re.I)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_vietnamese(path: list[str]) -> None:
    result = CliRunner().invoke(program("vi"), [*path, "--help"])

    assert result.exit_code == 0
    assert result.output.startswith("Cách dùng: ")
    assert "Lựa chọn:" in result.output
    assert not re.search(r"Options|Usage|Commands|Show this", result.output)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_english_if_asked(path: list[str]) -> None:
    result = CliRunner().invoke(program("en"), [*path, "--help"])

    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")
    words = re.sub(r"Kiểm tin|nội-quy-\S+|nêu-sai-thứ-bậc", "", result.output)
    assert not VIETNAMESE.search(words)


def test_every_command_is_one_of_the_programs() -> None:
    """A sub-command is a module with `command`."""
    folder = Path(kiemtin_cli.__file__).parent
    modules = {
        ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in folder.rglob("*.py")
        if re.search(r"^def command\(", path.read_text("utf-8"), re.M)
    }

    assert modules == {f"kiemtin_cli.{name}" for name in COMMANDS} | {
        *RULES.values(),
        *OFFICIALS.values(),
        *PACKS.values(),
    }


def test_the_exit_codes_stand_in_the_help(kiemtin: Callable[..., Any]) -> None:
    shown = kiemtin("--help").stdout

    assert [int(code) for code in re.findall(r"^  (\d)  ", shown, re.M)] == [0, 1, 2, 3, 4, 5]


def test_version(kiemtin: Callable[..., Any]) -> None:
    assert kiemtin("--version").stdout == f"kiemtin {version('kiemtin')}\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "vi"),
        (["check", "--lang", "en"], {}, "en"),
        (["--lang=en", "check"], {}, "en"),
        (["check"], {"KIEMTIN_LANG": "en"}, "en"),
        (["check", "--lang", "vi"], {"KIEMTIN_LANG": "en"}, "vi"),
        (["check", "--", "--lang", "en"], {}, "vi"),
        (["check"], {"KIEMTIN_LANG": "en_GB.UTF-8"}, "en"),
        (["check", "--lang"], {}, "vi"),
    ],
)
def test_the_language_is_known_before_anything_is_said(
    arguments: list[str], environment: dict[str, str], lang: Lang
) -> None:
    assert chosen_lang(arguments, environment) == lang


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "không có lệnh “chek”. Có phải ý bạn là check?"),
        (["rules", "tets"], "không có lệnh “tets”. Có phải ý bạn là test?"),
        (["check"], "còn thiếu TỆP."),
        (["check", "--frmat", "json", "a.txt"], "không có lựa chọn --frmat. Có phải ý bạn là --format?"),
        (["check", "--format", "xml", "a.txt"], "--format: “xml” không có trong các giá trị được nhận: text"),
        (["check", "--format"], "lựa chọn --format cần một giá trị theo sau."),
        (["show", "--why=1", "a.txt"], "lựa chọn --why không nhận giá trị."),
        (["check", "--as-of", "30/2/2024", "a.txt"], "--as-of: “30/2/2024” không phải là ngày; viết như"),
        (["check", "--as-of", "03/15/2024", "a.txt"], "--as-of: “03/15/2024” không phải là ngày"),
        (["check", "--threshold", "lỗi", "a.txt"], "--threshold: “lỗi” không có trong các giá trị được nhận"),
        (["check", "--lang", "fr", "a.txt"], "--lang: “fr” không có trong các giá trị được nhận: vi, en."),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_explained_and_ends_with_2(
    kiemtin: Callable[..., Any], arguments: list[str], said: str
) -> None:
    done = kiemtin(*arguments)

    assert done.returncode == 2
    assert f"Câu lệnh chưa đúng: {said}" in done.stderr
    assert "--help" in done.stderr
    assert done.stdout == ""


def test_a_wrong_command_line_is_explained_in_english(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin("check", "--lang", "en")

    assert done.stderr == (
        "Usage: kiemtin check [OPTIONS] FILE…\nThe command line is wrong: FILE is missing.\n"
        "For help: kiemtin check --help\n"
    )


def test_without_a_command_the_help_is_shown_as_an_error(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin()

    assert done.returncode == 2
    assert done.stderr.startswith("Cách dùng: kiemtin")


@pytest.mark.parametrize("word", ["phải", "pha\u0309i", "PHẢI", "must"])
def test_words_of_options_are_known_however_they_are_composed(word: str) -> None:
    option = next(param for param in _command("check").params if param.name == "threshold")

    assert option.type.convert(word, option, None) == "must"


@pytest.mark.parametrize("word", ["lưu ý", "lưu-ý", "lưu_ý", "note"])
def test_a_word_of_two_syllables_needs_no_quotes(word: str) -> None:
    option = next(param for param in _command("check").params if param.name == "threshold")

    assert option.type.convert(word, option, None) == "note"


def _command(name: str) -> click.Command:
    group = program("vi")
    command = group.get_command(click.Context(group), name)
    assert command is not None
    return command


LONG = "x" * 400


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", LONG],
        ["check", "--pack", LONG, "bai.txt"],
        ["check", "--roster", LONG, "bai.txt"],
        ["check", "--events", LONG, "bai.txt"],
        ["check", "--config", LONG, "bai.txt"],
        ["check", "--waivers", LONG, "bai.txt"],
        ["check", "--baseline", LONG, "bai.txt"],
        ["check", "-o", f"{LONG}/a.txt", "bai.txt"],
        ["explain", LONG],
        ["fix", LONG],
        ["show", LONG],
        ["rules", "check", LONG],
        ["rules", "test", f"{LONG}.quy"],
        ["officials", "find", "--roster", LONG, "An"],
        ["watch", LONG],
        ["report", LONG],
        ["compare", LONG, LONG],
        ["verify", LONG],
        ["audit", LONG, "--store", "kho"],
        ["serve", "--profile", LONG],
    ],
    ids=lambda arguments: " ".join(arguments).replace(LONG, "…"),
)
def test_a_name_that_no_file_can_have_is_told_as_one_that_is_not_there(
    kiemtin: Callable[..., Any], tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "bai.txt").write_text("Tin\n\nMột câu.", "utf-8")
    done = kiemtin(*arguments, cwd=tmp_path)
    assert LONG[:60] in (done.stderr + done.stdout).replace("\n", "")
    assert "bị lỗi ở đây" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
