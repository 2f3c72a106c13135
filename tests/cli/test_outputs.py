"""Where reports go: `--format`, `--output`, `--quiet`, and what is refused."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kiemtin = Callable[..., Any]
SAMPLE = ("--pack", "nội-quy-báo-mẫu")


@pytest.fixture
def wrong(corpus: Path) -> Path:
    return corpus / "drafts" / "hoi-nghi-sai-thu-tu.txt"


def test_several_formats_each_into_its_file(kiemtin: Kiemtin, tmp_path: Path, wrong: Path) -> None:
    done = kiemtin(
        "check", *SAMPLE, wrong, "--format", "text", "--format", "json=a.json", "--format", "text=sub/b.txt"
    )

    assert done.returncode == 1
    assert "[2] LỖI" in done.stdout
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["exit_code"] == 1
    assert (tmp_path / "sub" / "b.txt").read_text("utf-8") == done.stdout
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("-o", "x.json", "--format", "json"), "x.json"),
        (("--output", "báo cáo/", "--format", "json"), "báo cáo/kiemtin.json"),
        (("--output", "b", "--format", "json", "--format", "text"), "b/kiemtin.json"),
        (("--format", "JSON=c/"), "c/kiemtin.json"),
    ],
)
def test_one_output(
    kiemtin: Kiemtin, tmp_path: Path, wrong: Path, arguments: tuple[str, ...], file: str
) -> None:
    done = kiemtin("check", *SAMPLE, wrong, *arguments)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert json.loads((tmp_path / file).read_text("utf-8"))["version"] >= 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "text", "--format", "json"), "text, json cùng ra màn hình một lúc"),
        (("--format", "text=x", "--format", "json=./x"), "hai báo cáo cùng ghi vào"),
        (("--format", "json=bai.txt"), "bai.txt là bản thảo"),
        (("--output", "bai.txt"), "bai.txt là bản thảo"),
        (("--format", "json=x", "--output", "y"), "--output y không dùng đến"),
        (("--format", "json="), "“json=” không có trong các giá trị được nhận: text"),
        (("--select", "Điều 99"), "không có quy tắc hay điều khoản “Điều 99”; có các quy tắc nêu-sai"),
        (("--ignore", "nêu-sai-thứ-tự"), "không có quy tắc hay điều khoản “nêu-sai-thứ-tự”"),
    ],
)
def test_what_cannot_be_is_refused_and_writes_nothing(
    kiemtin: Kiemtin, tmp_path: Path, wrong: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "bai.txt").write_bytes(wrong.read_bytes())

    done = kiemtin("check", *SAMPLE, "bai.txt", *arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["bai.txt"]
    assert (tmp_path / "bai.txt").read_bytes() == wrong.read_bytes()


def test_a_place_that_cannot_be_written_is_a_problem(kiemtin: Kiemtin, tmp_path: Path, wrong: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")

    done = kiemtin("check", *SAMPLE, wrong, "--format", "json=file/report.json")

    assert done.returncode == 5
    assert "file/report.json: LỖI: Không ghi được báo cáo: " in done.stderr
    assert "Traceback" not in done.stderr


def test_quiet_prints_what_is_to_be_changed_and_nothing_else(
    kiemtin: Kiemtin, wrong: Path, draft: Path
) -> None:
    clean = kiemtin("check", *SAMPLE, "-q", draft)
    both = kiemtin("check", *SAMPLE, "--quiet", draft, wrong)

    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "")
    assert both.stdout.startswith("[1] LỖI")
    assert "══" not in both.stdout
    assert "Đã soát" not in both.stdout


def test_left_out_rules_do_not_count_and_are_told(kiemtin: Kiemtin, wrong: Path) -> None:
    done = kiemtin("check", *SAMPLE, wrong, "--ignore", "Điều 4")

    assert done.returncode == 0
    assert "Không kiểm 3 quy tắc (--select, --ignore): " in done.stdout
    assert "[1]" not in done.stdout


def test_selected_rules_alone_count(kiemtin: Kiemtin, wrong: Path) -> None:
    done = kiemtin("check", *SAMPLE, wrong, "--select", "nêu-sai-thứ-bậc", "--format", "json")

    (document,) = json.loads(done.stdout)["documents"]
    assert {each["rule"] for each in document["findings"]} == {"qđ-tỉnh-mẫu.nêu-sai-thứ-bậc"}
