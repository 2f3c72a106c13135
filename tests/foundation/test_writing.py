"""Files that quote drafts are private, and whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kiemtin.foundation import writing
from kiemtin.foundation.writing import write_private


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_its_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "báo cáo.json"
    write_private(target, b"draft")
    assert (target.read_bytes(), mode_of(target)) == (b"draft", 0o600)
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_open_to_others_is_so_no_longer(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_bytes(b"old")
    target.chmod(0o666)
    write_private(target, b"new")
    assert (target.read_bytes(), mode_of(target)) == (b"new", 0o600)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "report.json", tmp_path / "link.json"
    link.symlink_to(target)
    write_private(link, b"draft")
    assert link.is_symlink() and target.read_bytes() == b"draft"


def test_a_pipe_is_written_to() -> None:
    reading, writing_end = os.pipe()
    write_private(Path(f"/proc/self/fd/{writing_end}"), b"draft")
    os.close(writing_end)
    assert os.read(reading, 100) == b"draft"
    os.close(reading)


def without_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(writing.os, "O_TMPFILE", raising=False)


def as_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    pass


@pytest.mark.parametrize("system", [as_everywhere, without_unnamed_files])
@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, system: object
) -> None:
    assert callable(system)
    system(monkeypatch)
    target = tmp_path / "report.json"
    write_private(target, b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((writing.os, "fsync") if failing == "fsync" else (Path, "replace")), full)
    with pytest.raises(OSError, match="No space"):
        write_private(target, b"after")
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_device_is_told() -> None:
    with pytest.raises(OSError, match="space"):
        write_private(Path("/dev/full"), b"draft")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_private(tmp_path, b"draft")
