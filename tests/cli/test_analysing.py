"""`kiemtin rules analyse`, `diff`, `new-examples`, `exceptions`, `coverage`, and `try --against`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiemtin_cli.main import run as run_in

FAULTY = Path(__file__).parents[1] / "analysing" / "faulty.quy"
HEAD = "---\nngày đăng: 12/03/2024\nloại hình: báo in\n---\n"
DRAFT = f"{HEAD}Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã Hòa Sơn.\n"


def run(arguments: list[str]) -> int:
    return run_in(arguments, {})


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "bài.md"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_analysis_is_told_and_written_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "analyse", str(FAULTY)]) == 1
    told = capsys.readouterr().out
    assert "[chắc chắn] faulty.dài-tối-thiểu và faulty.dài-tối-đa: có tin không cách nào đạt cả hai." in told
    assert 'loại_hình = "báo in", số_chữ = 1000 chữ' in told
    assert run(["rules", "analyse", str(FAULTY), "--format", "json", "--lang", "en"]) == 1
    pack = json.loads(capsys.readouterr().out)["packs"][0]
    assert (pack["rules"], pack["analysed"], len(pack["claims"])) == (8, 8, 10)
    assert all(claim["certainty"] == "shown" and claim["witnesses"] for claim in pack["claims"])


def test_a_sound_pack_names_what_was_not_analysed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "analyse", "nội-quy-báo-mẫu"]) == 0
    told = capsys.readouterr().out
    assert "qđ-tỉnh-mẫu.nêu-sai-thứ-bậc: không phân tích được, vì nói về “tin.danh_sách”." in told
    assert "0 nhận xét" in told


def test_what_a_newsroom_changes(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    assert run(["rules", "diff", "qđ-tỉnh-mẫu", "nội-quy-báo-mẫu", "--corpus", draft]) == 1
    told = capsys.readouterr().out
    assert "tin-quá-dài chặt hơn" in told
    assert "Trong 1 tệp: 0 lỗi mới, 0 lỗi không còn." in told
    assert run(["rules", "diff", "qđ-tỉnh-mẫu", "qđ-tỉnh-mẫu"]) == 0
    assert capsys.readouterr().out == "Hai bộ cho cùng kết quả.\n"


def test_boundary_examples_hold_in_the_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new-examples", "phát-trước-giờ-thời-sự", "--pack", "nội-quy-đài-mẫu"]) == 0
    told = capsys.readouterr().out
    assert "thời_điểm_đăng = " in told and "18:00" in told and "17:59" in told
    assert run(["rules", "new-examples", "nêu-sai-thứ-bậc"]) == 0
    assert "không phân tích được" in capsys.readouterr().out


def test_exceptions_with_their_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "exceptions", "nội-quy-báo-mẫu"]) == 0
    told = capsys.readouterr().out
    assert "trừ ra: “đại-hội-kỳ-họp”" in told and "qđ-tỉnh-mẫu.quy:86:" in told
    assert run(["rules", "exceptions", "nội-quy-báo-mẫu", "--format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert rules[0]["branches"][0]["kind"] == "exception"


def test_an_unreached_rule_says_so(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    assert run(["rules", "coverage", "nội-quy-báo-mẫu", draft]) == 0
    told = capsys.readouterr().out.split("qđ-tỉnh-mẫu.")
    late = next(part for part in told if part.startswith("đăng-chậm"))
    length = next(part for part in told if part.startswith("tin-quá-dài"))
    assert "sổ trắng" in late
    assert "ngoại lệ “đại-hội-kỳ-họp”: 0 lần" in length and "sổ trắng" not in length


def test_reach_is_written_as_json(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    assert run(["rules", "coverage", "nội-quy-báo-mẫu", draft, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    rules = {each["rule"].partition(".")[2]: each for each in told["rules"]}
    assert told["version"] == 1 and told["files_read"] == 1
    assert rules["đăng-chậm"]["files"]["reached"] == 0
    assert rules["đăng-chậm"]["examples"]["reached"] > 0
    length = rules["tin-quá-dài"]["files"]
    assert (length["items"], length["reached"], length["outcomes"]["passed"]) == (1, 1, 1)
    assert length["exceptions"][0] == {"label": "đại-hội-kỳ-họp", "times": 0}
    assert run(["rules", "coverage", "nội-quy-báo-mẫu", "--format", "json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert alone["files_read"] == 0 and all(each["files"] is None for each in alone["rules"])


def test_trying_takes_the_settings_and_another_version(
    capsys: pytest.CaptureFixture[str], draft: str
) -> None:
    Path(draft).with_name("kiemtin.toml").write_text('pack = "qđ-tỉnh-mẫu"\n', encoding="utf-8")
    assert run(["rules", "try", "tin-quá-dài", draft, "--against", "nội-quy-báo-mẫu"]) == 0
    told = capsys.readouterr().out
    assert "qđ-tỉnh-mẫu.tin-quá-dài" in told
    assert "Trong 1 tệp: 0 lỗi mới, 0 lỗi không còn." in told
