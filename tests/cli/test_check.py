"""What `kiemtin check` takes and how it speaks."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiemtin_cli.main import run

SAMPLE = ("--pack", "nội-quy-báo-mẫu")
"""By name, and so with its invented people."""

Kiemtin = Callable[..., Any]
HEAD = "---\nNgày đăng: 12/03/2024\n---\nTỉnh Nam Sơn họp\n\n"
UNTITLED = HEAD + "Đồng chí Trần Văn An chủ trì hội nghị.\n"


def findings(done: Any) -> list[dict[str, Any]]:
    return [
        finding
        for document in json.loads(done.stdout)["documents"]
        for finding in document["findings"]
        if finding["outcome"] == "failed"
    ]


def test_a_decomposed_draft_gives_the_same_findings_in_its_own_columns(
    kiemtin: Kiemtin, tmp_path: Path
) -> None:
    (tmp_path / "nfc.txt").write_text(UNTITLED.replace("Đồng chí", "Chiều nay đồng chí"), "utf-8")
    decomposed = unicodedata.normalize("NFD", UNTITLED.replace("Đồng chí", "Chiều nay đồng chí"))
    (tmp_path / "nfd.txt").write_text(decomposed, "utf-8")

    nfc, nfd = (
        findings(kiemtin("check", *SAMPLE, "--format", "json", name)) for name in ("nfc.txt", "nfd.txt")
    )

    assert [finding["rule"] for finding in nfc] == [finding["rule"] for finding in nfd] != []
    assert nfc[0]["message"] == nfd[0]["message"]
    assert nfc[0]["place"]["text"] == nfd[0]["place"]["text"] == "Trần Văn An"
    assert (nfc[0]["place"]["column"], nfd[0]["place"]["column"]) == (20, 25)


def test_look_alike_letters_hide_nobody(kiemtin: Kiemtin, tmp_path: Path) -> None:
    cyrillic = UNTITLED.replace("Trần Văn An", "Tr\u1ea7n V\u0103n \u0410n")
    (tmp_path / "bai.txt").write_text(cyrillic, "utf-8")

    (finding,) = findings(kiemtin("check", *SAMPLE, "--format", "json", "bai.txt"))

    assert finding["place"]["text"] == "Tr\u1ea7n V\u0103n \u0410n"


@pytest.mark.parametrize("spelling", ["Tỉnh ủy", "Tỉnh uỷ"])
def test_both_places_of_the_tone_are_one_word(kiemtin: Kiemtin, tmp_path: Path, spelling: str) -> None:
    text = HEAD + f"Đồng chí Trần Văn An, Bí thư {spelling}, chủ trì hội nghị.\n"
    (tmp_path / "bai.txt").write_text(text, "utf-8")

    assert kiemtin("check", *SAMPLE, "bai.txt").returncode == 0


def test_a_dash_reads_standard_input(kiemtin: Kiemtin) -> None:
    done = kiemtin("check", *SAMPLE, "-", stdin=UNTITLED.encode())

    assert done.returncode == 1
    assert "[1] LỖI  -:6:1" in done.stdout


def test_a_rundown_on_standard_input_is_known_by_its_content(kiemtin: Kiemtin) -> None:
    data = (Path(__file__).parents[2] / "corpus" / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx").read_bytes()
    done = kiemtin("check", "-", stdin=data)

    assert done.returncode == 1
    assert "ô " in done.stdout


def test_an_empty_standard_input_is_an_unreadable_document(kiemtin: Kiemtin) -> None:
    done = kiemtin("check", *SAMPLE, "-")

    assert done.returncode == 3
    assert "-: LỖI: Tệp không có nội dung nào để kiểm tra." in done.stderr


def test_as_of_wins_over_the_items_own_day_and_is_told(kiemtin: Kiemtin, draft: Path) -> None:
    done = kiemtin("check", *SAMPLE, "--as-of", "05/06/2022", draft)

    assert "xét theo ngày 05/06/2022 do --as-of chọn, không theo ngày của tin" in done.stdout


def test_a_former_secretary_is_judged_by_the_day(kiemtin: Kiemtin, tmp_path: Path) -> None:
    text = "Tỉnh Nam Sơn họp\n\nĐồng chí Dương Văn Phúc, Bí thư Tỉnh ủy, chủ trì hội nghị.\n"
    (tmp_path / "bai.txt").write_text(text, "utf-8")

    then = kiemtin("check", *SAMPLE, "--format", "json", "--as-of", "01/06/2018", "bai.txt")
    later = kiemtin("check", *SAMPLE, "--format", "json", "--as-of", "12/03/2024", "bai.txt")

    assert "qđ-tỉnh-mẫu.chức-danh-không-còn-hiệu-lực" not in [each["rule"] for each in findings(then)]
    assert "qđ-tỉnh-mẫu.chức-danh-không-còn-hiệu-lực" in [each["rule"] for each in findings(later)]


def test_without_a_day_the_report_says_so(kiemtin: Kiemtin, tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text("Tỉnh Nam Sơn họp\n\nHội nghị bàn việc quý II.\n", "utf-8")

    assert "không rõ ngày đăng nên áp dụng quy tắc mới nhất" in kiemtin("check", *SAMPLE, "bai.txt").stdout


def test_the_sample_pack_is_called_a_sample(kiemtin: Kiemtin, draft: Path) -> None:
    shown = kiemtin("check", *SAMPLE, draft).stdout

    assert "Quy tắc: nội-quy-báo-mẫu, " in shown
    assert "Số liệu minh họa: kết quả để thử, chưa phải căn cứ xử lý." in shown


def test_what_the_file_does_not_say_can_be_said_beside(kiemtin: Kiemtin, corpus: Path) -> None:
    sample = corpus / "drafts" / "khoi-cong-khong-so-trang.docx"

    without = kiemtin("check", *SAMPLE, sample).stdout
    with_page = kiemtin("check", *SAMPLE, "--set", "trang=1", sample).stdout

    assert "Thiếu số trang" in without
    assert "Thiếu số trang" not in with_page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("trang", "--set: “trang” không có dạng mục=giá trị."),
        ("trang=", "--set: “trang=” không có dạng mục=giá trị."),
        ("trangg=3", "--set: không có mục “trangg”. Có phải ý bạn là “trang”?"),
        ("trang=ba", "--set: “ba” không đọc được là trang."),
        ("tít=Một tít", "--set: không có mục “tít”."),
    ],
)
def test_a_wrong_datum_is_explained(kiemtin: Kiemtin, draft: Path, given: str, said: str) -> None:
    done = kiemtin("check", *SAMPLE, "--set", given, draft)

    assert done.returncode == 2
    assert said in done.stderr


def test_english_throughout(kiemtin: Kiemtin, tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text(UNTITLED, "utf-8")

    done = kiemtin("check", *SAMPLE, "bai.txt", "missing.txt", env={"KIEMTIN_LANG": "en"})

    assert "[1] ERROR  bai.txt:6:10" in done.stdout
    assert "missing.txt: error: There is no such file." in done.stderr
    assert "Checked 1 file(s): 1 error(s), 0 warning(s), 0 note(s); 1 could not be read." in done.stdout


def test_files_are_only_read(kiemtin: Kiemtin, tmp_path: Path, draft: Path) -> None:
    (tmp_path / "bai.txt").write_text(UNTITLED, "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    kiemtin("check", *SAMPLE, "bai.txt", draft)
    kiemtin("check", *SAMPLE, "--format", "json", "bai.txt")
    kiemtin("show", *SAMPLE, "bai.txt")
    kiemtin("explain", *SAMPLE, "bai.txt")

    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are bytes only elsewhere")
def test_a_file_name_that_is_no_utf8_is_written_out(kiemtin: Kiemtin, tmp_path: Path) -> None:
    name = os.fsdecode(b"b\xe0i.txt")
    (tmp_path / name).write_text(UNTITLED, "utf-8")

    done = kiemtin("check", *SAMPLE, name)

    assert done.returncode == 1
    assert "══ b\\xe0i.txt" in done.stdout


def test_control_characters_of_a_draft_never_reach_the_terminal(kiemtin: Kiemtin, tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text(UNTITLED.replace("chủ trì", "\x1b[31mchủ\x07 trì"), "utf-8")

    shown = kiemtin("check", *SAMPLE, "bai.txt").stdout

    assert "\x1b" not in shown and "\x07" not in shown
    assert "␛[31mchủ␇ trì" in shown


def test_the_same_inputs_give_the_same_bytes(kiemtin: Kiemtin, draft: Path) -> None:
    first, second = (kiemtin("check", *SAMPLE, "--format", "json", draft).stdout for _ in range(2))

    assert first == second


def test_a_plain_check_imports_nothing_heavy(
    draft: Path, cache: Path, tmp_path: Path, kiemtin: Kiemtin
) -> None:
    """After the first run everything compiled comes from the cache."""
    kiemtin("check", *SAMPLE, draft)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import atexit, sys\n"
        "heavy = {'lark', 'pydantic', 'docx', 'lxml', 'openpyxl', 'yaml', 'rich', 'underthesea', 'asyncio'}\n"
        "heavy |= {f'kiemtin.language.{room}' for room in 'reading writing compiling'.split()}\n"
        "atexit.register(lambda: sys.stderr.write(' '.join(sorted(heavy & set(sys.modules)))))\n",
        "utf-8",
    )

    done = kiemtin("check", *SAMPLE, draft, env={"PYTHONPATH": str(tmp_path / "site")})

    assert (done.returncode, done.stderr) == (0, "")


def test_the_same_process_may_run_twice(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is kept between runs: the second, in English, knows nothing of the first."""
    assert run(["check", str(draft)], {}) == 0
    vietnamese = capsys.readouterr().out
    assert run(["check", "--lang", "en", str(draft)], {}) == 0
    english = capsys.readouterr().out
    assert run(["check", str(draft)], {}) == 0

    assert capsys.readouterr().out == vietnamese != english
