"""The cache: by content, private, never too large, and only ever a gain of time."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.foundation import cache


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


@pytest.mark.parametrize("damage", [b"", b"not a pickle", b"cnowhere\nnothing\n."])
def test_a_damaged_entry_is_built_anew(folder: Path, damage: bytes) -> None:
    cache.cached("thing", "k", lambda: "first")
    (entry,) = folder.iterdir()
    entry.write_bytes(damage)
    assert cache.cached("thing", "k", lambda: "second") == "second"
    assert cache.cached("thing", "k", lambda: "third") == "second"


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
    assert (folder / f"thing-{cache.KEPT + 4:03d}.pickle").exists()
    assert len(list(folder.glob("other-*"))) == 1


def test_keys_tell_where_one_part_ends() -> None:
    assert cache.content_key([b"ab", b"c"]) != cache.content_key([b"a", b"bc"])
