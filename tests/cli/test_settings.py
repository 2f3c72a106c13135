"""kiemtin.toml, the environment and calendars as a shell meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kiemtin_cli.main import chosen_lang, run

Run = Callable[..., "CompletedProcess[str]"]
LATE = (
    "Ngày đăng: 13/03/2024 15:00\n\nBí thư Tỉnh ủy thăm Hợp tác xã Mạ Non\n\n"
    "Chiều 11/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm Hợp tác xã Mạ Non, xã Hòa Sơn.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A newsroom's folder with a draft, a calendar and settings."""
    (tmp_path / "kiemtin.toml").write_text(
        'pack = "qđ-tỉnh-mẫu"\nevents = "lich.csv"\nmedium = "báo điện tử"\nreading-rate = 240\n'
    )
    (tmp_path / "lich.csv").write_text(
        "Ngày,Giờ,Nội dung,Địa điểm,Chủ trì\n"
        "11/3/2024,14h,Thăm Hợp tác xã Mạ Non,xã Hòa Sơn,Trần Văn An\nbậy,8h,Họp,,An\n"
    )
    (tmp_path / "tin.txt").write_text(LATE)
    return tmp_path


def test_a_piece_is_judged_by_what_was_settled_once(kiemtin: Run, desk: Path) -> None:
    done = kiemtin("check", "tin.txt", cwd=desk)

    assert done.returncode == 1
    assert "qđ-tỉnh-mẫu.đăng-chậm" in done.stdout
    assert "Khớp lịch công tác: 11/03/2024 14:00" in done.stdout
    assert done.stderr.count("lich.csv:3: CẢNH BÁO: Không hiểu ngày “bậy”") == 1


def test_show_tells_who_said_each_value(kiemtin: Run, desk: Path) -> None:
    shown = " ".join(kiemtin("show", "tin.txt", "--set", "trang=1", cwd=desk).stdout.split())

    assert "cấu hình: kiemtin.toml" in shown
    assert "loại hình: báo điện tử — cấu hình (kiemtin.toml:3)" in shown
    assert "ngày: 13/03/2024 15:00 — đầu bài, dòng 1" in shown
    assert "thời điểm sự kiện: 11/03/2024 14:00 — lịch công tác (lich.csv:2)" in shown
    assert "trang: 1 — lựa chọn “--set”" in shown
    assert "chưa biết: cơ quan, sự kiện, mục, số ảnh, thời lượng" in shown
    assert "ước đọc 5" in shown


def test_json_tells_it_too(kiemtin: Run, desk: Path) -> None:
    told = json.loads(kiemtin("show", "tin.txt", "--format", "jsonl", cwd=desk).stdout)

    assert told["settings"] == "kiemtin.toml"
    assert told["metadata"]["medium"] == {"value": "online", "source": "settings", "where": "kiemtin.toml:3"}
    assert told["metadata"]["event_time"]["value"] == "2024-03-11T14:00:00"
    assert told["events"][0]["event"]["title"] == "Thăm Hợp tác xã Mạ Non"


def test_no_config_leaves_it_out(kiemtin: Run, desk: Path) -> None:
    done = kiemtin("check", "--no-config", "tin.txt", cwd=desk)

    assert done.returncode == 0
    assert "nội-quy-báo-mẫu" in done.stdout
    assert kiemtin("check", "--no-config", "--config", "x", "tin.txt", cwd=desk).returncode == 2


def test_the_environment_chooses_where_no_option_does(kiemtin: Run, desk: Path) -> None:
    env = {"KIEMTIN_PACK": "nội-quy-báo-mẫu", "KIEMTIN_SET": "loại hình=báo in; trang=1"}
    done = kiemtin("show", "tin.txt", cwd=desk, env=env)
    assert "trang: 1 — biến môi trường “KIEMTIN_SET”" in done.stdout

    assert kiemtin("check", "tin.txt", cwd=desk, env={"KIEMTIN_SET": "trong"}).returncode == 2


def test_bad_settings_end_the_run_with_4(kiemtin: Run, desk: Path) -> None:
    (desk / "kiemtin.toml").write_text('pack = "qđ-tỉnh-mẫu"\nthresold = "nên"\n')
    done = kiemtin("check", "tin.txt", "tin.txt", cwd=desk)

    assert done.returncode == 4
    assert done.stderr.startswith("kiemtin.toml:2:1: LỖI: Không có khóa “thresold”.\n")
    assert "Có phải ý bạn là “threshold”?" in done.stderr
    assert done.stderr.count("LỖI") == 1


def test_an_item_that_is_not_there_is_told(kiemtin: Run, tmp_path: Path) -> None:
    (tmp_path / "bt.csv").write_text("STT,Tên tin,Lời dẫn\n1,Một,Lời\n")
    done = kiemtin("check", "bt.csv", "--set", "7.sự kiện=x", cwd=tmp_path)

    assert done.returncode == 3
    assert 'Không có tin nào là "7"' in done.stderr


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A draft that is too long unless it reports a congress: a failure that is not confirmed."""
    words = "việc " * 900
    (tmp_path / "dài.txt").write_text(
        f"Ngày đăng: 12/03/2024\nLoại hình: báo in\n\nBí thư Tỉnh ủy dự hội nghị\n\n"
        f"Đồng chí Trần Văn An, Bí thư Tỉnh ủy, dự hội nghị. {words}.\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("settled", "options", "code"),
    [
        ("", (), 0),
        ('unconfirmed = "confirm"', (), 0),
        ('unconfirmed = "fail"', (), 1),
        ('unconfirmed = "fail"', ("--no-strict",), 0),
        ("strict = true", (), 1),
        ("strict = true", ("--no-strict",), 0),
        ("", ("--strict",), 1),
    ],
)
def test_what_is_unconfirmed_comes_to_what_was_settled(
    settled: str, options: tuple[str, ...], code: int, doubtful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = doubtful / "kiemtin.toml"
    config.write_text(f'pack = "qđ-tỉnh-mẫu"\n{settled}\n')

    assert run(["check", *options, str(doubtful / "dài.txt")], {}) == code
    assert "chưa xác nhận" in capsys.readouterr().out


def test_the_language_is_settled_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert chosen_lang(["check"], {}) == "vi"
    (tmp_path / "kiemtin.toml").write_text('language = "en"\n')
    assert chosen_lang(["check"], {}) == "en"
    assert chosen_lang(["check", "--no-config"], {}) == "vi"
    assert chosen_lang(["check", "--lang", "vi"], {}) == "vi"
    assert chosen_lang(["check"], {"KIEMTIN_LANG": "vi"}) == "vi"
    (tmp_path / "other.toml").write_text('"ngôn ngữ" = "vi"\n')
    assert chosen_lang(["check", "--config", "other.toml"], {}) == "vi"
    (tmp_path / "kiemtin.toml").write_text("language =")
    assert chosen_lang(["check"], {}) == "vi"
