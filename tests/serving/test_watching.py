"""A watched folder: reports beside drafts, nothing twice, nothing left out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiemtin.serving.watching import CLAIM_SECONDS, STATE, ReportNotWrittenError, Watcher

PACK = """văn bản nội-quy-thử
  tên          "Nội quy thử"
  ban hành     "Báo thử"
  hiệu lực     từ 01/01/2020
  tình trạng   minh họa "mẫu"

Điều 1. "Độ dài."

  quy tắc ngắn
    phải tin.số_chữ dưới 2 chữ
"""


class Desk:
    """A folder with a watcher that counts what it checks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checked: list[str] = []
        self.watcher = self.new()

    def new(self, rules: str = "rules") -> Watcher:
        return Watcher(self.folder, self._check, lambda _: rules)

    def _check(self, path: Path) -> str:
        self.checked.append(path.name)
        return f"report of {path.name}\n"

    def put(self, name: str, text: str = "Một.") -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, "utf-8")
        return path

    def looks(self, times: int = 3, watcher: Watcher | None = None) -> list[str]:
        """What is checked by so many looks."""
        self.checked.clear()
        watcher = watcher or self.watcher
        watcher.notice_all()
        for _ in range(times):
            watcher.look()
        return list(self.checked)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_report_stands_beside_the_draft_for_its_owner_alone(desk: Desk) -> None:
    draft = desk.put("bài.txt")
    before = draft.stat()
    assert desk.looks() == ["bài.txt"]
    report = desk.folder / "bài.txt.kiemtin.txt"
    assert report.read_text("utf-8") == "report of bài.txt\n"
    assert report.stat().st_mode & 0o777 == 0o600
    assert draft.stat().st_mtime_ns == before.st_mtime_ns
    assert draft.read_text("utf-8") == "Một."


@pytest.mark.parametrize(
    "name",
    [
        "~$bài.docx",
        ".~lock.bài.docx#",
        ".bài.txt",
        "bài.pdf.part",
        "bài.tmp",
        "a.txt.kiemtin.txt",
        ".git/a.txt",
    ],
)
def test_what_is_no_draft_is_passed_over(desk: Desk, name: str) -> None:
    desk.put(name)
    assert desk.looks() == []


def test_links_are_not_followed(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "a.txt"
    secret.write_text("x")
    (desk.folder / "link.txt").symlink_to(secret)
    assert desk.looks() == []


def test_a_file_that_grows_is_waited_for(desk: Desk) -> None:
    draft = desk.put("bài.txt", "M")
    assert desk.looks(1) == []
    draft.write_text("Một", "utf-8")
    assert desk.looks(1) == []
    assert desk.looks(1) == ["bài.txt"]


def test_an_empty_file_is_no_draft_yet(desk: Desk) -> None:
    draft = desk.put("bài.txt", "")
    assert desk.looks() == []
    assert not desk.watcher.is_waiting
    draft.write_text("Một", "utf-8")
    assert desk.looks() == ["bài.txt"]


def test_saving_the_same_again_is_free_and_a_change_is_not(desk: Desk) -> None:
    draft = desk.put("bài.txt")
    desk.looks()
    os.utime(draft, ns=(1, 1))
    assert desk.looks() == []
    draft.write_text("Hai.", "utf-8")
    assert desk.looks() == ["bài.txt"]


def test_a_restart_does_what_is_left_and_no_more(desk: Desk) -> None:
    for name in ("a.txt", "b.txt", "c/d.txt"):
        desk.put(name)
    assert desk.looks() == ["a.txt", "b.txt", "d.txt"]
    (desk.folder / "b.txt.kiemtin.txt").unlink()
    assert desk.looks(watcher=desk.new()) == ["b.txt"]
    assert desk.looks(watcher=desk.new("other rules")) == ["a.txt", "b.txt", "d.txt"]


def test_a_claim_is_one_watcher_s_until_it_is_too_old(desk: Desk) -> None:
    desk.put("bài.txt")
    desk.looks()
    (mark,) = (desk.folder / STATE).glob("*.done")
    mark.unlink()
    claim = mark.with_suffix(".claim")
    claim.touch()
    assert desk.looks() == []
    old = time.time() - CLAIM_SECONDS - 1
    os.utime(claim, (old, old))
    assert desk.looks() == ["bài.txt"]
    assert not claim.exists()


def test_a_link_in_place_of_the_report_is_replaced_not_followed(desk: Desk) -> None:
    desk.put("bài.txt")
    target = desk.put("other.tmp", "kept")
    (desk.folder / "bài.txt.kiemtin.txt").symlink_to(target)
    desk.looks()
    assert target.read_text("utf-8") == "kept"
    assert not (desk.folder / "bài.txt.kiemtin.txt").is_symlink()


def test_a_draft_that_goes_is_forgotten(desk: Desk) -> None:
    draft = desk.put("bài.txt")
    desk.looks(1)
    draft.unlink()
    assert desk.looks() == []
    assert not desk.watcher.is_waiting


def test_a_folder_that_cannot_be_written_to_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put("bài.txt")

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.open", full)
    desk.looks(1)
    with pytest.raises(ReportNotWrittenError):
        desk.looks(1)


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from kiemtin_cli.main import main; main()", "watch", *map(str, arguments)]


def test_the_command_checks_what_comes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tin\n\nMột.", "utf-8")
    (tmp_path / "b.docx").write_bytes(b"none")
    process = subprocess.Popen(command(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        wait_for(tmp_path / "a.txt.kiemtin.html")
        wait_for(tmp_path / "b.docx.kiemtin.html")
        (tmp_path / "c.md").write_text("# Tin\n\nHai.", "utf-8")
        wait_for(tmp_path / "c.md.kiemtin.html")
    finally:
        process.kill()
        process.communicate()
    assert "<!DOCTYPE html>" in (tmp_path / "a.txt.kiemtin.html").read_text("utf-8")
    assert "Cần làm" in (tmp_path / "b.docx.kiemtin.html").read_text("utf-8")


def once(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(folder, "--once", "--format", "text", *options), capture_output=True, text=True, check=False
    )


def test_what_the_newsroom_settled_holds_for_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tin\n\nMột.", "utf-8")
    (tmp_path / "noi-quy.quy").write_text(PACK, "utf-8")
    (tmp_path / "kiemtin.toml").write_text('pack = "noi-quy.quy"\nmedium = "báo in"\n', "utf-8")
    assert "a.txt" in once(tmp_path).stdout
    report = tmp_path / "a.txt.kiemtin.txt"
    assert "nội-quy-thử" in report.read_text("utf-8")
    assert "a.txt" not in once(tmp_path).stdout  # nothing changed
    (tmp_path / "noi-quy.quy").write_text(PACK.replace("dưới 2", "dưới 1"), "utf-8")
    assert "a.txt" in once(tmp_path).stdout
    assert "1 lỗi" in report.read_text("utf-8")


def test_settings_that_are_wrong_are_told_in_the_report_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tin\n\nMột.", "utf-8")
    (tmp_path / "kiemtin.toml").write_text('pac = "noi-quy.quy"\n', "utf-8")
    done = once(tmp_path)
    assert "kiemtin.toml" in done.stderr
    assert "kiemtin.toml" in (tmp_path / "a.txt.kiemtin.txt").read_text("utf-8")
    (tmp_path / "kiemtin.toml").unlink()
    assert "a.txt" in once(tmp_path).stdout


def test_a_waiver_makes_the_report_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tin\n\nMột.", "utf-8")
    (tmp_path / "noi-quy.quy").write_text(PACK.replace("dưới 2", "dưới 1"), "utf-8")
    (tmp_path / "kiemtin.toml").write_text('pack = "noi-quy.quy"\n', "utf-8")
    once(tmp_path, "--format", "json")
    told = json.loads((tmp_path / "a.txt.kiemtin.json").read_text("utf-8"))
    (finding,) = (each for each in told["documents"][0]["findings"] if each["outcome"] == "failed")
    once(tmp_path)
    report = tmp_path / "a.txt.kiemtin.txt"
    assert "1 lỗi" in report.read_text("utf-8")
    waiver = (
        f'rule = "ngắn"\nfingerprint = "{finding["fingerprint"]}"\nreason = "thử"\nperson = "Người thử"\n'
    )
    (tmp_path / "kiemtin-waivers.toml").write_text(f"[[waiver]]\n{waiver}expires = 2999-01-01\n", "utf-8")
    once(tmp_path)
    assert "0 lỗi" in report.read_text("utf-8")


def wait_for(path: Path) -> None:
    end = time.monotonic() + 40
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} never came"
        time.sleep(0.05)


def test_a_folder_that_is_none_is_a_usage_error(tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path / "none"), capture_output=True, check=False)
    assert done.returncode == 2
