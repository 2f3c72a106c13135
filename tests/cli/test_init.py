"""`kiemtin init` and `kiemtin doctor` as a shell meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_init_writes_settings_that_check_takes(kiemtin: Run, tmp_path: Path, draft: Path) -> None:
    done = kiemtin("init", "--outlet", "Báo Nam Sơn", "--medium", "báo in", cwd=draft.parent)

    assert done.returncode == 0
    assert "1 bài: bài.txt" in done.stdout
    assert kiemtin("check", draft.name, cwd=draft.parent).returncode == 0
    assert 'outlet = "Báo Nam Sơn"' in (tmp_path / "kiemtin.toml").read_text("utf-8")


def test_what_was_given_is_not_missed(kiemtin: Run, draft: Path) -> None:
    missed = "Không tin nào ghi loại hình"
    draft.write_text(draft.read_text("utf-8").replace("Loại hình: báo in\n", ""), "utf-8")

    assert missed not in kiemtin("init", "--medium", "báo in", cwd=draft.parent).stdout
    (draft.parent / "kiemtin.toml").unlink()
    assert missed in kiemtin("init", cwd=draft.parent).stdout


def test_init_never_overwrites(kiemtin: Run, tmp_path: Path) -> None:
    (tmp_path / "kiemtin.toml").write_text("strict = true\n")
    done = kiemtin("init")

    assert done.returncode == 2
    assert "kiemtin.toml đã có, không ghi đè" in done.stderr
    assert (tmp_path / "kiemtin.toml").read_text() == "strict = true\n"
    printed = kiemtin("init", "--print")
    assert printed.returncode == 0
    assert printed.stdout.startswith("# Cấu hình của Kiểm tin")


def test_init_says_which_settings_no_longer_hold(kiemtin: Run, tmp_path: Path) -> None:
    (tmp_path / "kiemtin.toml").write_text("strict = true\n")
    (tmp_path / "trong").mkdir()

    assert "kiemtin.toml ở thư mục trên từ nay không dùng" in kiemtin("init", "trong").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["không-có"], "không có thư mục không-có"),
        (["--medium", "thư tay"], "“thư tay” không phải báo in"),
    ],
)
def test_what_init_refuses(kiemtin: Run, arguments: list[str], said: str) -> None:
    done = kiemtin("init", *arguments)

    assert done.returncode == 2
    assert said in done.stderr


def test_doctor_tells_what_is_used(kiemtin: Run, tmp_path: Path) -> None:
    done = kiemtin("doctor", "--as-of", "12/03/2024")

    assert done.returncode == 0
    for area in ("Chương trình", "Định dạng", "Phần cài thêm", "Bộ quy tắc", "Danh bạ", "Bộ nhớ đệm"):
        assert f"{area}\n" in done.stdout
    assert "nội-quy-báo-mẫu" in done.stdout


def test_doctor_ends_with_4_for_what_cannot_be_used(kiemtin: Run, tmp_path: Path) -> None:
    (tmp_path / "kiemtin.toml").write_text('pack = "hỏng.quy"\n')
    done = kiemtin("doctor")

    assert done.returncode == 4
    assert "✗ sai: " in done.stdout
    assert "hỏng.quy" in done.stderr


def test_doctor_speaks_to_machines(kiemtin: Run) -> None:
    told = json.loads(kiemtin("doctor", "--format", "json", "--lang", "en").stdout)

    assert told["version"] == 1
    assert {line["area"] for line in told["lines"]} >= {"program", "packs", "rosters", "cache"}
    assert all(line["id"].startswith("doctor.") for line in told["lines"])


def test_what_is_not_certain_can_be_asked_for(tmp_path: Path) -> None:
    """A medium and a column are asked for again; what was given is not asked."""
    from click.testing import CliRunner

    from kiemtin.adopting.proposing import Given, proposal
    from kiemtin.adopting.surveying import survey
    from kiemtin.checking.settings_file import load
    from kiemtin_cli.init import ask

    (tmp_path / "toi.csv").write_text("STT,Tên tin,Xyz,Mã\n1,Thăm,30,7\n", "utf-8")
    found = survey(tmp_path)
    answers = ["thư tay", "truyền hình", "noi-quy.quy", "-", "chữ gì", "thời lượng (giây)"]
    with CliRunner().isolation(input="\n".join(answers) + "\n"):
        given = ask(found, (), Given(outlet="Đài Nam Sơn"), "vi")
    (tmp_path / "kiemtin.toml").write_text(proposal(found, (), given, "vi"), "utf-8")
    settings = load(tmp_path / "kiemtin.toml").settings

    assert (settings.said.outlet, settings.said.medium) == ("Đài Nam Sơn", "television")
    assert settings.headings == {"ma": "-", "xyz": "thời lượng (giây)"}
    assert settings.pack == str(tmp_path / "noi-quy.quy")


def test_nobody_is_asked_where_nobody_is(kiemtin: Run) -> None:
    done = kiemtin("init", "--ask")

    assert done.returncode == 2
    assert "--ask chỉ hỏi được trên terminal" in done.stderr


def test_what_the_first_quarter_of_an_hour_leaves_behind_is_no_draft(kiemtin: Run, draft: Path) -> None:
    """docs/adopt.md in one folder: afterwards the folder is still checked, and surveyed, as drafts alone."""
    folder = draft.parent
    kiemtin("check", draft.name, "--format", "html", "--output", "bao-cao.html", cwd=folder)
    kiemtin("check", draft.name, "--format", "xlsx", "--output", "bao-cao.xlsx", cwd=folder)
    kiemtin("rules", "new", "tòa-soạn", "--form", "muc.xlsx", cwd=folder)
    kiemtin("officials", "export", "nguoi.xlsx", cwd=folder)

    surveyed = kiemtin("init", cwd=folder)
    assert "không đọc được" not in surveyed.stdout
    assert "1 bài: bài.txt" in surveyed.stdout
    checked = kiemtin("check", ".", cwd=folder)
    assert checked.returncode == 0
    assert "4 tệp do kiemtin ghi ra" in checked.stderr
    made = kiemtin("rules", "new", "tòa-soạn", "--answers", "muc.xlsx", cwd=folder)
    assert 'ghi pack = "nội-quy.quy" vào kiemtin.toml' in made.stdout
