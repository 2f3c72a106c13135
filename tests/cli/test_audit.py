"""From an archive to its reports, as a shell starts it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kho") / "kho.jsonl"
    told = "Đồng chí Trần Văn An thăm xã Hòa Sơn."
    pieces = [
        {"id": f"{number}", "title": f"Tin {number}", "text": told if number % 2 else "Xã vào vụ chè.",
         "published": f"2024-0{1 + number % 3}-05", "outlet": "Báo Nam Sơn" if number % 3 else "Báo Hạ Lâm"}
        for number in range(12)
    ]  # fmt: skip
    lines = [json.dumps(piece, ensure_ascii=False) for piece in pieces]
    path.write_text("\n".join([*lines, "{hỏng"]) + "\n", "utf-8")
    return path


@pytest.fixture
def store(kiemtin: Run, archive: Path, tmp_path: Path) -> Path:
    done = kiemtin(
        "audit", archive, "--store", tmp_path / "kq", "--pack", "nội-quy-báo-mẫu", "--workers", "1"
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "12 tin" in done.stdout
    assert "6 phát hiện" in done.stdout
    assert "1 tin không đọc được" in done.stdout
    return tmp_path / "kq"


def test_an_archive_becomes_reports(kiemtin: Run, store: Path, tmp_path: Path) -> None:
    summary = kiemtin("report", store)
    page = kiemtin("report", store, "--format", "html", "--output", tmp_path / "a.html")
    sheet = kiemtin("report", store, "--format", "xlsx", "--outlet", "Báo Hạ Lâm")
    review = kiemtin("report", store, "--format", "docx", "--lang", "en")
    verified = kiemtin("verify", store)
    itself = kiemtin("compare", store, store)

    assert [done.returncode for done in (summary, page, sheet, review, verified, itself)] == [
        0,
        0,
        0,
        0,
        0,
        3,
    ]
    assert "6 tin có vi phạm đã xác nhận" in " ".join(summary.stdout.split())
    assert "nêu-tên-thiếu-chức-danh" in (tmp_path / "a.html").read_text("utf-8")
    assert (tmp_path / "kiemtin-report.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "kiemtin-report.docx").exists()
    assert "Kho còn nguyên" in verified.stdout
    assert "cùng một lượt" in itself.stderr


def test_a_dry_run_shows_the_plan(kiemtin: Run, archive: Path, tmp_path: Path) -> None:
    options = ("--sample", "4", "--stratify", "outlet", "--dry-run")
    done = kiemtin("audit", archive, "--store", tmp_path / "kq", *options)

    assert done.returncode == 0
    assert "13 tin" in done.stdout
    assert "Báo Nam Sơn: 2 trong 8" in done.stdout
    assert not (tmp_path / "kq").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("audit", "không-có.jsonl", "--store", "kq"), 3, "Không tìm thấy"),
        (("audit", "a.xyz", "--store", "kq"), 3, ".parquet"),
        (("audit", "kho.jsonl"), 2, "--store"),
        (("audit", "kho.jsonl", "--store", "kq", "--stratify", "outlet"), 2, "--sample"),
        (("audit", "kho.jsonl", "--store", "kq", "--sample", "3", "--stratify", "màu"), 2, "màu"),
        (("audit", "kho.jsonl", "--store", "kq", "--engine", "dask"), 2, "--scheduler"),
        (("audit", "kho.jsonl", "--store", "kq", "--pack", "không-có"), 4, "không-có"),
        (("audit", "kho.jsonl", "--store", "kq", "--set", "màu=đỏ"), 2, "màu"),
        (("audit", "kho.jsonl", "--store", "kq", "--profile", "không-có.toml"), 3, "Không tìm thấy"),
        (("report", "kho"), 3, "không phải kho kết quả"),
        (("report", "kho", "--month", "tháng 3"), 2, "2024-03"),
        (("verify", "kho"), 3, "không phải kho kết quả"),
        (("compare", "kho", "kho"), 3, "không phải kho kết quả"),
    ],
)
def test_what_is_wrong_is_told(
    kiemtin: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "kho.jsonl").write_text('{"text": "Tin."}\n', "utf-8")
    done = kiemtin(*arguments)

    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr
