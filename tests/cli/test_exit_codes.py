"""Every exit code through the real process, one by one, and which one wins."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.main import READER_GONE

Kiemtin = Callable[..., Any]
SAMPLE = ("--pack", "nội-quy-báo-mẫu")
"""By name, and so with its invented people."""
PROGRAM = Path(sys.executable).with_name("kiemtin")
PROGRAM_FAILS = """
import kiemtin.documents.reading as reading

read = reading.read_document

def read_document(path, **options):
    if path.name == "fails.txt":
        raise RuntimeError("no luck")
    return read(path, **options)

reading.read_document = read_document
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A draft that names a leader without a title."""
    path = tmp_path / "thieu-chuc-danh.txt"
    path.write_text(
        "---\nNgày đăng: 12/03/2024\n---\nTỉnh Nam Sơn họp\n\nĐồng chí Trần Văn An chủ trì hội nghị.\n",
        "utf-8",
    )
    return path


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A printed piece about a national leader that does not stand on the front page: `nên`, no `phải`."""
    path = tmp_path / "trang-ba.txt"
    path.write_text(
        "---\nNgày đăng: 12/03/2024\nLoại hình: báo in\nTrang: 3\nSự kiện: thăm\n---\nThăm Nam Sơn\n\n"
        "Đồng chí Phạm Thị Dung, Tổng Bí thư, thăm tỉnh Nam Sơn.\n",
        "utf-8",
    )
    return path


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04 not a package")
    return path


@pytest.fixture
def bad_pack(tmp_path: Path) -> Path:
    path = tmp_path / "hong.quy"
    path.write_text('văn bản hỏng\n  tên "Hỏng"\n\nĐiều 1. "Một"\n\n  quy tắc x\n    phải phải\n', "utf-8")
    return path


@pytest.fixture
def failing(tmp_path: Path) -> dict[str, str]:
    """An environment in which reading `fails.txt` runs into an error of the program."""
    folder = tmp_path / "broken-tool"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(PROGRAM_FAILS, "utf-8")
    (tmp_path / "fails.txt").write_text("Tít\n\nThân.\n", "utf-8")
    return {"PYTHONPATH": str(folder)}


def test_0_nothing_found(kiemtin: Kiemtin, draft: Path) -> None:
    done = kiemtin("check", *SAMPLE, draft)

    assert (done.returncode, done.stderr) == (ExitCode.NOTHING_FOUND, "")
    assert "Không thấy chỗ nào phải sửa." in done.stdout


def test_1_findings(kiemtin: Kiemtin, faulty: Path) -> None:
    done = kiemtin("check", *SAMPLE, faulty)

    assert (done.returncode, done.stderr) == (ExitCode.FINDINGS, "")
    assert "“Trần Văn An” được nêu mà không kèm chức danh" in done.stdout


@pytest.mark.parametrize(("threshold", "code"), [("phải", 0), ("nên", 1), ("lưu-ý", 1), ("should", 1)])
def test_the_threshold_decides_but_everything_is_shown(
    kiemtin: Kiemtin, warned: Path, threshold: str, code: int
) -> None:
    done = kiemtin("check", *SAMPLE, "--threshold", threshold, warned)

    assert done.returncode == code
    assert "[1] CẢNH BÁO" in done.stdout


def test_2_usage(kiemtin: Kiemtin) -> None:
    assert kiemtin("check").returncode == ExitCode.USAGE


def test_3_a_document_cannot_be_read(kiemtin: Kiemtin, unreadable: Path) -> None:
    done = kiemtin("check", *SAMPLE, unreadable)

    assert done.returncode == ExitCode.DOCUMENT_UNREADABLE
    assert done.stderr.startswith(f"{unreadable}: LỖI: ")
    assert "Cần làm: " in done.stderr
    assert "Traceback" not in done.stderr


def test_3_the_other_files_are_still_checked(
    kiemtin: Kiemtin, unreadable: Path, faulty: Path, draft: Path
) -> None:
    done = kiemtin("check", *SAMPLE, unreadable, faulty, "khong-co.txt", draft)

    assert done.returncode == ExitCode.DOCUMENT_UNREADABLE
    assert f"══ {faulty}" in done.stdout and f"══ {draft}" in done.stdout
    assert "khong-co.txt: LỖI: Không tìm thấy tệp." in done.stderr
    assert done.stdout.endswith(
        "Đã soát 2 tệp: 1 lỗi, 0 cảnh báo, 0 lưu ý, 2 quy tắc CHƯA KIỂM ĐƯỢC; 2 tệp không đọc được.\n"
    )


def test_3_a_folder_without_a_document(kiemtin: Kiemtin, tmp_path: Path) -> None:
    done = kiemtin("check", *SAMPLE, tmp_path)

    assert done.returncode == ExitCode.DOCUMENT_UNREADABLE
    assert "Ở đây không có tệp nào để kiểm tra." in done.stderr


def test_4_a_pack_is_not_valid(kiemtin: Kiemtin, bad_pack: Path, draft: Path) -> None:
    done = kiemtin("check", "--pack", bad_pack, draft)

    assert done.returncode == ExitCode.PACK_INVALID
    assert f"{bad_pack}:7:" in done.stderr
    assert done.stdout == ""


def test_4_a_pack_is_not_there(kiemtin: Kiemtin, draft: Path) -> None:
    done = kiemtin("check", "--pack", "khong-co", draft)

    assert done.returncode == ExitCode.PACK_INVALID
    assert "khong-co" in done.stderr


def test_4_a_roster_is_not_valid(kiemtin: Kiemtin, tmp_path: Path, draft: Path) -> None:
    roster = tmp_path / "danh-ba.json"
    roster.write_text("{", "utf-8")

    done = kiemtin("check", "--roster", roster, draft)

    assert done.returncode == ExitCode.PACK_INVALID
    assert str(roster) in done.stderr


def test_4_examples_that_do_not_hold(kiemtin: Kiemtin, tmp_path: Path) -> None:
    pack = tmp_path / "sai-vi-du.quy"
    frame = kiemtin("rules", "new", "x").stdout
    pack.write_text(frame.replace('báo "Trần Văn An"', 'báo "Lê Thị Bình"'), "utf-8")

    done = kiemtin("rules", "test", pack)

    assert done.returncode == ExitCode.PACK_INVALID
    assert f"{pack}:" in done.stderr


def test_5_the_tool_failed(kiemtin: Kiemtin, failing: dict[str, str], draft: Path) -> None:
    done = kiemtin("check", *SAMPLE, "fails.txt", draft, env=failing)

    assert done.returncode == ExitCode.TOOL_FAILED
    assert "fails.txt: LỖI: Kiểm tin bị lỗi ở đây" in done.stderr
    assert "RuntimeError: no luck" in done.stderr
    assert "Traceback" not in done.stderr
    assert f"══ {draft}" in done.stdout


def test_5_shows_everything_to_those_who_mend_it(kiemtin: Kiemtin, failing: dict[str, str]) -> None:
    done = kiemtin("check", *SAMPLE, "fails.txt", env={**failing, "KIEMTIN_DEBUG": "1"})

    assert "Traceback" in done.stderr and "RuntimeError: no luck" in done.stderr


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["faulty"], 1),
        (["draft", "faulty"], 1),
        (["faulty", "unreadable"], 3),
        (["unreadable", "faulty"], 3),
        (["fails", "unreadable", "faulty"], 5),
        (["faulty", "unreadable", "fails"], 5),
    ],
)
def test_of_several_the_largest_wins(
    kiemtin: Kiemtin, failing: dict[str, str], request: pytest.FixtureRequest, names: list[str], code: int
) -> None:
    files = ["fails.txt" if name == "fails" else request.getfixturevalue(name) for name in names]

    assert kiemtin("check", *SAMPLE, *files, env=failing).returncode == code


@pytest.mark.parametrize("format_", ["json", "text"])
def test_4_wins_over_3(kiemtin: Kiemtin, unreadable: Path, draft: Path, bad_pack: Path, format_: str) -> None:
    done = kiemtin("check", "--format", format_, "--pack", bad_pack, unreadable, draft)

    assert done.returncode == ExitCode.PACK_INVALID


def test_the_json_report_carries_problems_and_the_exit_code(
    kiemtin: Kiemtin, unreadable: Path, faulty: Path
) -> None:
    done = kiemtin("check", *SAMPLE, "--format", "json", unreadable, faulty)
    told = json.loads(done.stdout)

    assert done.returncode == told["exit_code"] == ExitCode.DOCUMENT_UNREADABLE
    assert [document["path"] for document in told["documents"]] == [str(faulty)]
    assert [problem["path"] for problem in told["problems"]] == [str(unreadable)]


def test_show_ends_with_3_after_showing_the_others(
    kiemtin: Kiemtin, unreadable: Path, draft: Path, faulty: Path
) -> None:
    done = kiemtin("show", *SAMPLE, "--format", "jsonl", draft, unreadable, faulty)

    assert done.returncode == ExitCode.DOCUMENT_UNREADABLE
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == [str(draft), str(faulty)]
    assert str(unreadable) in done.stderr


def test_a_reader_that_goes_away_is_no_failure_of_ours(tmp_path: Path, draft: Path, cache: Path) -> None:
    with subprocess.Popen(
        [PROGRAM, "show", *[draft] * 50],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={"KIEMTIN_CACHE": str(cache)},
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == READER_GONE
