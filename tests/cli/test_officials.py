"""`kiemtin officials …`, and who is in the roster that a check uses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiemtin.foundation.problems import ExitCode

TABLE = "họ tên,chức danh,đơn vị,từ,đến,nguồn\nTrần Văn An,Bí thư Tỉnh ủy,Nam Sơn,15/10/2020,,Báo Nam Sơn\n"
DRAFT = "Ngày đăng: 12/03/2024\n\nTỉnh Nam Sơn họp\n\nĐồng chí Phạm Văn Cường kể chuyện được mùa.\n"


def test_what_a_table_knows_is_told(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "danh-ba.csv").write_text(TABLE, "utf-8")
    done = kiemtin("officials", "check", "danh-ba.csv")
    assert done.returncode == ExitCode.NOTHING_FOUND
    assert "1 người, 1 chức danh; 1 chưa rõ ngày thôi giữ" in done.stdout


def test_all_that_is_wrong_is_told_without_a_traceback(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    wrong = '{"persons": [{"name": "Trần Văn An"}], "memberships": [{"person_id": "b"}]}'
    (tmp_path / "danh-ba.json").write_text(wrong, "utf-8")
    (tmp_path / "bai.txt").write_text(DRAFT, "utf-8")
    checked = kiemtin("officials", "check", "danh-ba.json")
    used = kiemtin("check", "--roster", "danh-ba.json", "bai.txt")
    for done in (checked, used):
        assert done.returncode == ExitCode.PACK_INVALID
        assert "persons 1" in done.stderr
        assert "memberships 1" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_table_serves_as_the_roster_of_a_check(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "danh-ba.csv").write_text(TABLE, "utf-8")
    (tmp_path / "bai.txt").write_text(DRAFT, "utf-8")
    assert kiemtin("check", "--roster", "danh-ba.csv", "bai.txt").returncode == ExitCode.NOTHING_FOUND


@pytest.mark.parametrize(
    ("options", "official"),
    [([], None), (["--pack", "qđ-234"], None), (["--pack", "qđ-tỉnh-mẫu"], "pham-van-cuong")],
)
def test_invented_people_come_with_a_sample_pack_asked_for_by_name(
    kiemtin: Callable[..., Any], tmp_path: Path, options: list[str], official: str | None
) -> None:
    (tmp_path / "bai.txt").write_text(DRAFT, "utf-8")
    shown = kiemtin("show", "--format", "jsonl", *options, "bai.txt").stdout
    assert ("pham-van-cuong" in shown) is (official is not None)


def saved(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return name


def test_who_held_what_is_shown_with_its_source(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    roster = saved(tmp_path, "danh-ba.csv", TABLE)
    options = ["--roster", roster, "--as-of", "16/10/2020"]
    shown = kiemtin("officials", "show", "--office", "Bí thư Tỉnh ủy", *options)
    assert "Trần Văn An · Bí thư Tỉnh ủy (Nam Sơn) · 15/10/2020 – ? [chưa rõ]" in shown.stdout
    assert "nguồn: Báo Nam Sơn" in shown.stdout
    line = kiemtin("officials", "show", *options, "--format", "jsonl").stdout
    assert json.loads(line)["held"] == "unknown"
    assert kiemtin("officials", "show", "--person", "Vũ", *options).stdout.endswith("không có gì như vậy.\n")


def test_people_are_found_by_part_of_their_name(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    roster = saved(tmp_path, "danh-ba.csv", TABLE)
    assert "Trần Văn An\n  Bí thư" in kiemtin("officials", "find", "tran", "an", "--roster", roster).stdout
    near = kiemtin("officials", "find", "Trần Văm An", "--roster", roster, "--lang", "en").stdout
    assert near.startswith("Nobody of that name; nearly so:\nTrần Văn An")
    table = kiemtin("officials", "find", "an", "--roster", roster, "--format", "csv").stdout
    assert table.startswith("person,id,title,")


def test_drafts_that_name_somebody_who_changed(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    roster = saved(tmp_path, "danh-ba.csv", TABLE)
    (tmp_path / "bai").mkdir()
    saved(
        tmp_path,
        "bai/a.txt",
        "Đồng chí Trần Văn An, Bí thư Tỉnh ủy Nam Sơn, chủ trì. Đồng chí Trần Văn An nói.\n",
    )
    saved(tmp_path, "bai/b.txt", "Làng tôi mở hội.\n")
    done = kiemtin("officials", "since", "01/10/2020", "bai", "--roster", roster)
    assert "15/10/2020  nhận     Trần Văn An · Bí thư Tỉnh ủy (Nam Sơn)" in done.stdout
    assert "1 tệp nêu tên người có thay đổi:\nbai/a.txt: Trần Văn An (2)\n" in done.stdout
    later = kiemtin("officials", "since", "16/10/2020", "bai", "--roster", roster).stdout
    assert later == "0 thay đổi từ 16/10/2020, của 0 người.\nKhông tệp nào nêu tên họ.\n"


def test_a_sheet_is_seen_before_it_is_written(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    sheet = saved(
        tmp_path,
        "nguoi.csv",
        TABLE.replace("nguồn\n", "nguồn,thứ tự\n", 1).replace("Báo Nam Sơn\n", "Báo Nam Sơn,1\n"),
    )
    taking = ["officials", "import", sheet, "--into", "danh-ba.json", "--order", "thu-tu.quy"]
    seen = kiemtin(*taking)
    assert "+ thêm chức danh · Trần Văn An · Bí thư Tỉnh ủy (Nam Sơn)" in seen.stdout
    assert "Chưa ghi gì" in seen.stdout
    assert not list(tmp_path.glob("danh-ba.json")) + list(tmp_path.glob("*.quy"))
    assert kiemtin(*taking, "--write").returncode == ExitCode.NOTHING_FOUND
    assert kiemtin("rules", "check", "thu-tu.quy").returncode == ExitCode.NOTHING_FOUND
    assert kiemtin(*taking).stdout == "Không có gì khác.\n"
    exported = kiemtin("officials", "export", "ra.xlsx", "--roster", "danh-ba.json", "--pack", "thu-tu.quy")
    assert exported.returncode == ExitCode.NOTHING_FOUND
    assert kiemtin("officials", "diff", "danh-ba.json", "ra.xlsx").returncode == ExitCode.NOTHING_FOUND
    back = kiemtin("officials", "import", "ra.xlsx", "--into", "danh-ba.json", "--order", "thu-tu.quy")
    assert back.stdout == "Không có gì khác.\n"
    assert kiemtin("officials", "export", "ra.xlsx").returncode == ExitCode.USAGE


def test_a_wrong_sheet_changes_nothing(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    roster = saved(tmp_path, "danh-ba.json", '{"persons": [], "memberships": []}')
    sheet = saved(tmp_path, "nguoi.csv", TABLE.replace("15/10/2020", "45/10/2020"))
    done = kiemtin("officials", "import", sheet, "--into", roster, "--write")
    assert done.returncode == ExitCode.PACK_INVALID
    assert "45/10/2020" in done.stderr
    assert (tmp_path / roster).read_text("utf-8") == '{"persons": [], "memberships": []}'
    assert kiemtin("officials", "import", sheet, "--into", "danh-ba.csv").returncode == ExitCode.USAGE


@pytest.mark.parametrize(("day", "is_told"), [("12/03/2024", True), ("12/01/2021", False)])
def test_a_roster_older_than_the_item_is_told(
    kiemtin: Callable[..., Any],
    tmp_path: Path,
    day: str,
    is_told: bool,  # noqa: FBT001
) -> None:
    roster = saved(tmp_path, "danh-ba.csv", TABLE)
    draft = saved(tmp_path, "bai.txt", DRAFT.replace("12/03/2024", day))
    done = kiemtin("check", "--roster", roster, draft)
    assert ("“danh-ba” chỉ biết đến 15/10/2020; bài ngày 12/03/2024" in done.stdout) is is_told
    assert done.returncode == ExitCode.NOTHING_FOUND


COMMUNE = "ngày đăng: {day}\n\nDự lễ có các đồng chí: {names}.\n"
HEAD_LAST = "Trần Văn Mẫu, Chủ tịch UBND xã Hòa Sơn; Lê Thị Mẫu, Bí thư Đảng ủy xã Hòa Sơn"
HEAD_FIRST = "Lê Thị Mẫu, Bí thư Đảng ủy xã Hòa Sơn; Trần Văn Mẫu, Chủ tịch UBND xã Hòa Sơn"
COUNCIL = "Trần Văn Mẫu, Chủ tịch HĐND đặc khu Hòa Sơn; Lê Thị Mẫu, Chủ tịch UBND đặc khu Hòa Sơn"


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (HEAD_LAST, ExitCode.FINDINGS),
        (HEAD_FIRST, ExitCode.NOTHING_FOUND),
        (COUNCIL, ExitCode.NOTHING_FOUND),
        ("; ".join(reversed(COUNCIL.split("; "))), ExitCode.NOTHING_FOUND),
    ],
)
@pytest.mark.parametrize("day", ["12/03/2024", "12/08/2025"])
def test_lists_of_communes_have_an_order(
    kiemtin: Callable[..., Any], tmp_path: Path, names: str, code: ExitCode, day: str
) -> None:
    draft = saved(tmp_path, "bai.txt", COMMUNE.format(day=day, names=names))
    done = kiemtin("check", draft)
    assert done.returncode == code
    assert ("phải đứng trước" in done.stdout or "đứng trước" in done.stdout) is (code is ExitCode.FINDINGS)


def test_the_order_of_a_sheet_is_checked_with_it(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    ordered = TABLE.replace("nguồn\n", "nguồn,thứ tự\n", 1).replace("Báo Nam Sơn\n", "Báo Nam Sơn,đầu\n")
    sheet = saved(tmp_path, "nguoi.csv", ordered)
    checked = kiemtin("officials", "check", sheet)
    assert checked.returncode == ExitCode.PACK_INVALID
    assert "thứ tự “đầu” không phải là số" in checked.stderr
    draft = saved(tmp_path, "bai.txt", DRAFT)
    assert kiemtin("check", "--roster", sheet, draft).returncode == ExitCode.NOTHING_FOUND
