"""What authors of packs do on the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLE = ("--pack", "nội-quy-báo-mẫu")
"""By name, and so with its invented people."""

Kiemtin = Callable[..., Any]


@pytest.fixture
def pack(kiemtin: Kiemtin, tmp_path: Path) -> Path:
    path = tmp_path / "mới.quy"
    assert kiemtin("rules", "new", "nêu thiếu chức danh", "--output", path).returncode == 0
    return path


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("modality", ["must", "nên", "lưu-ý"])
def test_the_frame_of_a_new_rule_is_valid_and_its_examples_hold(
    kiemtin: Kiemtin, tmp_path: Path, lang: str, modality: str
) -> None:
    path = tmp_path / "mới.quy"
    path.write_text(kiemtin("rules", "new", "thử", "--modality", modality, "--lang", lang).stdout, "utf-8")

    assert kiemtin("rules", "check", path).returncode == 0
    tested = kiemtin("rules", "test", path)
    assert (tested.returncode, tested.stderr) == (0, "")
    assert "3/3 ví dụ cho kết quả đúng" in tested.stdout
    assert "mới.quy: giữ nguyên" in kiemtin("rules", "fmt", "--check", path).stdout


def test_a_new_rule_never_replaces_a_file(kiemtin: Kiemtin, pack: Path) -> None:
    before = pack.read_bytes()

    done = kiemtin("rules", "new", "khác", "--output", pack)

    assert done.returncode == 2
    assert "đã có, không ghi đè" in done.stderr
    assert pack.read_bytes() == before


@pytest.mark.parametrize("name", ["nội-quy-báo-mẫu", "nội-quy-đài-mẫu"])
def test_the_bundled_packs_are_valid_and_their_examples_hold(kiemtin: Kiemtin, name: str) -> None:
    assert kiemtin("rules", "check", name).returncode == 0
    tested = kiemtin("rules", "test", name)

    assert (tested.returncode, tested.stderr) == (0, "")
    counted = re.search(r"(\d+)/(\d+) ví dụ", tested.stdout)
    assert counted and counted[1] == counted[2] != "0"


def test_formatting_prints_and_writes_nothing_by_default(kiemtin: Kiemtin, pack: Path) -> None:
    source = pack.read_text("utf-8").replace("    phải         lượt", "  phải lượt")
    pack.write_text(source, "utf-8")

    done = kiemtin("rules", "fmt", pack)

    assert "    phải         lượt có chức_danh" in done.stdout
    assert pack.read_text("utf-8") == source


def test_formatting_asks_then_writes_then_keeps(kiemtin: Kiemtin, pack: Path) -> None:
    formatted = pack.read_text("utf-8")
    pack.write_text(formatted.replace("    phải         lượt", "  phải lượt"), "utf-8")
    pack.chmod(0o640)

    asked = kiemtin("rules", "fmt", "--check", pack)
    assert (asked.returncode, asked.stdout) == (1, f"{pack}: cần trình bày lại\n")
    written = kiemtin("rules", "fmt", "--write", pack)
    assert (written.returncode, written.stdout) == (0, f"{pack}: đã trình bày lại\n")
    assert pack.read_text("utf-8") == formatted
    assert pack.stat().st_mode & 0o777 == 0o640
    stamp = pack.stat().st_mtime_ns
    kept = kiemtin("rules", "fmt", "--write", pack)
    assert (kept.returncode, kept.stdout) == (0, f"{pack}: giữ nguyên\n")
    assert pack.stat().st_mtime_ns == stamp
    assert [path.name for path in pack.parent.iterdir() if path.suffix != ".quy"] == []


def test_formatting_leaves_a_pack_with_errors_alone(kiemtin: Kiemtin, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.quy"
    source = "văn bản hỏng\n  quy tắc x\n    phải tin.bậc <\n"
    path.write_text(source, "utf-8")

    done = kiemtin("rules", "fmt", "--write", path)

    assert done.returncode == 4
    assert f"{path}:" in done.stderr and "LỖI: " in done.stderr
    assert path.read_text("utf-8") == source


def test_keywords_go_to_english_and_back(kiemtin: Kiemtin, pack: Path) -> None:
    source = pack.read_text("utf-8")

    kiemtin("rules", "fmt", "--write", "--keywords", "en", pack)
    assert "  rule nêu-thiếu-chức-danh" in pack.read_text("utf-8")
    kiemtin("rules", "fmt", "--write", "--keywords", "vi", pack)

    assert pack.read_text("utf-8") == source


def test_an_error_of_a_pack_is_shown_with_its_line(kiemtin: Kiemtin, pack: Path) -> None:
    pack.write_text(pack.read_text("utf-8").replace("lượt có chức_danh", "lượt có chức_danhh"), "utf-8")

    done = kiemtin("rules", "check", pack)

    assert done.returncode == 4
    place = re.search(rf"{re.escape(str(pack))}:(\d+):(\d+): LỖI: ", done.stderr)
    assert place
    line = pack.read_text("utf-8").splitlines()[int(place[1]) - 1]
    assert line[int(place[2]) - 1 :].startswith("chức_danhh") or "chức_danhh" in line
    assert "chức_danh" in done.stderr and "^" in done.stderr


def test_the_structure_of_a_pack_ends_with_the_ledger(kiemtin: Kiemtin) -> None:
    shown = kiemtin("rules", "show", "qđ-tỉnh-mẫu").stdout

    assert "Điều 4. “" in shown
    assert "    quy tắc nêu-sai-thứ-bậc (phải)" in shown
    assert "└─ ngoại lệ đại-hội-kỳ-họp theo Điều 6, Khoản 2, qđ-tỉnh-mẫu (minh họa)" in shown
    assert "không kiểm bằng máy: " in shown
    ledger = re.search(r"(\d+) điều, khoản: (\d+) máy kiểm, (\d+) cần người xem, (\d+) chưa ghi", shown)
    assert ledger
    total, *parts = map(int, ledger.groups())
    assert total == sum(parts)


def test_a_rule_is_read_aloud_with_its_clause(kiemtin: Kiemtin) -> None:
    shown = kiemtin("rules", "explain", "nội-quy-báo-mẫu", "tin-quá-dài").stdout

    assert shown.startswith("qđ-tỉnh-mẫu.tin-quá-dài\n")
    assert "Điều 6, Khoản 1" in shown
    assert "  quy tắc tin-quá-dài\n    khi          tin có nhân_vật_chính\n" in shown
    assert "quy tắc" not in shown.partition("quy tắc tin-quá-dài")[2]


@pytest.mark.parametrize("command", [["explain", "nội-quy-báo-mẫu", "không-có"],
                                     ["try", "không-có", "a.txt"]])  # fmt: skip
def test_an_unknown_rule_is_told_with_those_that_are_there(kiemtin: Kiemtin, command: list[str]) -> None:
    done = kiemtin("rules", *command)

    assert done.returncode == 2
    assert "không có quy tắc “không-có”; có: " in done.stderr and "tin-quá-dài" in done.stderr


@pytest.mark.parametrize("rule", [["nêu-sai-thứ-bậc"], ["qđ-tỉnh-mẫu.nêu-sai-thứ-bậc"],
                                  ["nêu-sai-thứ-bậc", "--pack", "nội-quy-đài-mẫu"]])  # fmt: skip
def test_a_rule_is_tried_on_many_files(kiemtin: Kiemtin, corpus: Path, rule: list[str]) -> None:
    files = sorted((corpus / "drafts").iterdir())

    done = kiemtin("rules", "try", *rule, *files, "khong-co.txt")

    assert done.returncode == 3
    assert "hoi-nghi-sai-thu-tu.txt:11:30" in done.stdout
    assert "nêu-tên-thiếu-chức-danh" not in done.stdout
    assert f"bắt được 2 chỗ trong {len(files)} tệp" in done.stdout
    assert "khong-co.txt: LỖI: " in done.stderr


class TestExplain:
    """`kiemtin explain`."""

    SAMPLE = Path("drafts") / "hoi-nghi-sai-thu-tu.txt"

    def test_a_finding_by_its_number(self, kiemtin: Kiemtin, corpus: Path) -> None:
        shown = kiemtin("explain", *SAMPLE, "--finding", "2", self.SAMPLE, cwd=corpus).stdout

        assert shown.startswith("qđ-tỉnh-mẫu.nêu-sai-thứ-bậc: không đạt [dòng 11, cột 30; Điều 4, Khoản 1")
        assert "Vũ Minh Đức: bậc 11" in shown
        assert "chức danh đã in “Phó Chủ tịch UBND tỉnh”: bậc 11" in shown

    @pytest.mark.parametrize("name", ["đăng-chậm", "qđ-tỉnh-mẫu.đăng-chậm", "đa\u0306ng-cha\u0323\u0302m"])
    def test_a_rule_that_passed_by_its_name(self, kiemtin: Kiemtin, corpus: Path, name: str) -> None:
        shown = kiemtin("explain", *SAMPLE, "--finding", name, self.SAMPLE, cwd=corpus).stdout

        assert shown.startswith("qđ-tỉnh-mẫu.đăng-chậm: đạt")

    def test_without_a_choice_every_finding(self, kiemtin: Kiemtin, corpus: Path) -> None:
        shown = kiemtin("explain", *SAMPLE, self.SAMPLE, cwd=corpus).stdout

        assert shown.count(": không đạt [") >= 2

    def test_nothing_to_explain(self, kiemtin: Kiemtin, corpus: Path) -> None:
        done = kiemtin("explain", *SAMPLE, "drafts/hoi-nghi-dung.txt", cwd=corpus)

        assert (done.returncode, done.stdout) == (
            0,
            "drafts/hoi-nghi-dung.txt: không có phát hiện nào để giải thích.\n",
        )

    def test_a_number_that_is_not_there(self, kiemtin: Kiemtin, corpus: Path) -> None:
        done = kiemtin("explain", *SAMPLE, "--finding", "9", self.SAMPLE, cwd=corpus)

        assert done.returncode == 2
        assert "không có phát hiện số 9" in done.stderr

    def test_a_rule_about_bulletins(self, kiemtin: Kiemtin, corpus: Path) -> None:
        done = kiemtin("explain", "rundowns/thoi-su-toi-sai-thu-tu.xlsx", cwd=corpus)

        assert done.stdout.startswith("qđ-tỉnh-mẫu.bản-tin-sai-thứ-tự: không đạt")


def test_the_long_example_of_the_documentation_is_a_pack_whose_examples_hold(kiemtin: Kiemtin) -> None:
    book = Path(__file__).parents[2] / "docs" / "noi-quy-dai-du.quy"

    assert kiemtin("rules", "check", book).stdout.endswith(": không có lỗi, 0 cảnh báo\n")
    tested = kiemtin("rules", "test", book)
    assert (tested.returncode, tested.stderr) == (0, "")
    assert kiemtin("rules", "fmt", "--check", book).returncode == 0


def test_a_clause_for_internal_circulation_is_told_by_its_number(kiemtin: Kiemtin, tmp_path: Path) -> None:
    pack = tmp_path / "q.quy"
    pack.write_text(
        "văn bản q\n  hiệu lực từ 01/01/2020\n  tình trạng minh họa\n"
        'Điều 7. "Lời kín." lưu hành nội bộ\n  quy tắc trang\n    phải tin.trang = 1\n',
        "utf-8",
    )
    draft = tmp_path / "bai.txt"
    draft.write_text("---\ntrang: 5\nngày đăng: 01/02/2024\n---\nTrời đẹp.\n", "utf-8")

    for form in ("text", "json", "sarif", "csv"):
        shut = kiemtin("check", "--pack", pack, "--format", form, draft)
        assert "Lời kín" not in shut.stdout
    assert "Điều 7" in kiemtin("check", "--pack", pack, draft).stdout
    assert "Lời kín." in kiemtin("check", "--pack", pack, "--internal", draft).stdout


def test_without_a_pack_the_newsrooms_own_is_tested(kiemtin: Kiemtin, tmp_path: Path) -> None:
    (tmp_path / "nhà.quy").write_text("văn bản nhà\n  tình trạng minh họa\n", "utf-8")
    (tmp_path / "kiemtin.toml").write_text('pack = "nhà.quy"\n', "utf-8")

    assert "nhà.quy" in kiemtin("rules", "check", cwd=tmp_path).stdout
    assert "nhà.quy" in kiemtin("rules", "test", cwd=tmp_path).stdout
    (tmp_path / "kiemtin.toml").unlink()
    assert "qđ-tỉnh-mẫu" in kiemtin("rules", "check", cwd=tmp_path).stdout
