"""The cache: by content, private, never too large, and only ever a gain of time."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kiemtin.foundation import cache
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import ExitCode


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "cache"
    monkeypatch.setenv("KIEMTIN_CACHE", str(chosen))
    return chosen


def counting(built: list[int]) -> int:
    built.append(1)
    return len(built)


def test_what_was_built_is_not_built_again(folder: Path) -> None:
    built: list[int] = []
    assert [cache.cached("thing", "k", lambda: counting(built)) for _ in range(3)] == [1, 1, 1]
    assert cache.cached("thing", "another", lambda: counting(built)) == 2


def test_switched_off_it_builds_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_CACHE", "off")
    built: list[int] = []
    assert [cache.cached("thing", "k", lambda: counting(built)) for _ in range(2)] == [1, 2]


def only_entry(folder: Path) -> Path:
    cache.cached("thing", "k", lambda: ["first"])
    (entry,) = folder.iterdir()
    return entry


def test_an_entry_is_its_owners_alone(folder: Path) -> None:
    assert stat.S_IMODE(only_entry(folder).stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"not an entry", b"kiemtin cache 2\n", b"cnowhere\nnothing\n."])
def test_a_damaged_entry_is_built_anew(folder: Path, damage: bytes) -> None:
    entry = only_entry(folder)
    entry.write_bytes(damage)
    assert cache.cached("thing", "k", lambda: ["second"]) == ["second"]
    assert cache.cached("thing", "k", lambda: ["third"]) == ["second"]


def test_no_bit_of_an_entry_may_flip(folder: Path) -> None:
    entry = only_entry(folder)
    whole = entry.read_bytes()
    for at in range(len(whole) * 8):
        flipped = bytearray(whole)
        flipped[at // 8] ^= 1 << at % 8
        entry.write_bytes(flipped)
        assert cache.cached("thing", "k", lambda: ["anew"]) == ["anew"], at


def test_an_entry_under_the_name_of_another_is_built_anew(folder: Path) -> None:
    entry = only_entry(folder)
    cache.cached("thing", "another", lambda: ["another"])
    (folder / "thing-another.entry").write_bytes(entry.read_bytes())
    assert cache.cached("thing", "another", lambda: ["right"]) == ["right"]


def forged(entry: Path, payload: bytes) -> bytes:
    return b"kiemtin cache 2\n" + cache._digest(entry.name, "k", payload) + payload


@pytest.mark.parametrize(
    "called",
    [
        b"cos\nsystem\n(S'touch RAN'\ntR.",
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"ckiemtin.foundation.writing\nwrite_private\n(S'RAN'\ntR.",
        b"ckiemtin.foundation.cache\nos.system\n(S'touch RAN'\ntR.",
        b"\x80\x04\x8c\x18kiemtin.foundation.cache\x8c\x09os.system\x93\x8c\x09touch RAN\x85R.",
        b"ckiemtin.foundation.problems\nKiemtinError\n(tR.",
    ],
)
def test_an_entry_with_the_right_digest_still_runs_nothing(
    folder: Path, called: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = only_entry(folder)
    entry.write_bytes(forged(entry, called))
    monkeypatch.chdir(folder.parent)
    assert cache.cached("thing", "k", lambda: ["right"]) == ["right"]
    assert not (folder.parent / "RAN").exists()


def test_an_entry_that_others_may_write_is_not_trusted(folder: Path) -> None:
    entry = only_entry(folder)
    entry.chmod(0o666)
    assert cache.cached("thing", "k", lambda: ["second"]) == ["second"]


def test_a_link_or_a_folder_is_no_entry(folder: Path, tmp_path: Path) -> None:
    entry = only_entry(folder)
    elsewhere = entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(elsewhere)
    assert cache.cached("thing", "k", lambda: ["second"]) == ["second"]
    entry.unlink(missing_ok=True)
    (entry / "inside").mkdir(parents=True)
    assert cache.cached("thing", "k", lambda: ["third"]) == ["third"]


@pytest.mark.parametrize("failing", ["open", "replace", "unlink"])
def test_a_damaged_entry_of_a_cache_that_cannot_be_written_is_built_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    entry = only_entry(folder)
    entry.write_bytes(b"damaged")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    real = os.open
    replaced = {
        "open": (
            os,
            "open",
            lambda path, flags, *mode: real(path, flags, *mode) if not flags & 3 else refuse(),
        ),
        "replace": (Path, "replace", refuse),
        "unlink": (Path, "unlink", refuse),
    }[failing]
    monkeypatch.setattr(*replaced)
    for answer in ("second", "third"):
        assert cache.cached("thing", "k", lambda answer=answer: [answer])[0] in {answer, "second"}


def test_a_full_disk_leaves_nothing(folder: Path) -> None:
    """The limit of a file's size stands for it: writing ends in the middle."""
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "from kiemtin.foundation.cache import cached;"
        "print(len(cached('thing', 'k', lambda: 'x' * 5000)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("5000\n", "")
    assert list(folder.iterdir()) == []


def test_what_a_kill_left_goes_with_the_next_entry(folder: Path) -> None:
    entry = only_entry(folder)
    left, writing = folder / ".thing-x.entry.1.new", folder / ".thing-y.entry.2.new"
    for path in (left, writing):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    cache.cached("thing", "another", lambda: "x")
    assert set(folder.iterdir()) == {entry, folder / "thing-another.entry", writing}


def test_records_days_and_patterns_come_back(folder: Path) -> None:
    built = {"a": (Span(1, 2), date(2024, 3, 12), frozenset({"x"}), re.compile("a+"), ExitCode.FINDINGS)}
    cache.cached("thing", "k", lambda: built)
    assert cache.cached("thing", "k", lambda: {}) == built


def test_a_folder_that_others_may_write_is_not_trusted(folder: Path) -> None:
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    cache.cached("thing", "k", lambda: "first")
    assert cache.cached("thing", "k", lambda: "second") == "second"
    assert list(folder.iterdir()) == []


def test_only_the_newest_entries_of_a_kind_stay(folder: Path) -> None:
    cache.cached("other", "k", lambda: "kept")
    for number in range(cache.KEPT + 5):
        cache.cached("thing", f"{number:03d}", lambda: "x")
    assert len(list(folder.glob("thing-*"))) == cache.KEPT
    assert (folder / f"thing-{cache.KEPT + 4:03d}.entry").exists()
    assert len(list(folder.glob("other-*"))) == 1


def test_keys_tell_where_one_part_ends() -> None:
    assert cache.content_key([b"ab", b"c"]) != cache.content_key([b"a", b"bc"])
