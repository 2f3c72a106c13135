"""Where things lie in a store, and how they come there whole: written beside, flushed, renamed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiemtin.foundation.paths import exists

_RUN = re.compile(r"run=(\d{4,})")


class RunFolder:
    """The files of one run."""

    def __init__(self, store: Path, number: int) -> None:
        self.store, self.number = store, number
        self.name = f"run={number:04}"
        self.path = store / "runs" / self.name
        self.plan = self.path / "plan.json"
        self.manifest = self.path / "manifest.json"

    def part(self, table: str, shard: int) -> Path:
        return self.store / table / self.name / f"part-{shard:06}.parquet"

    def parts(self, table: str) -> list[Path]:
        return sorted((self.store / table / self.name).glob("part-*.parquet"))

    def marker(self, shard: int) -> Path:
        """Says that a shard is done, with the hashes of its parts; written last."""
        return self.path / "shards" / f"{shard:06}.json"

    def given_up(self, shard: int) -> Path:
        """Documents of a shard that are not tried again, a line each."""
        return self.path / "given-up" / f"{shard:06}.jsonl"

    def files(self, source: int) -> Path:
        """The list of a folder's files."""
        return self.path / f"files-{source:04}.txt"

    @property
    def is_planned(self) -> bool:
        return exists(self.plan)

    @property
    def is_finished(self) -> bool:
        return exists(self.manifest)

    def done(self) -> set[int]:
        """The shards that need not run again."""
        return {int(path.stem) for path in (self.path / "shards").glob("*.json")}


def runs(store: Path) -> list[RunFolder]:
    """The runs of a store, oldest first."""
    found = (_RUN.fullmatch(path.name) for path in (store / "runs").glob("run=*"))
    return [RunFolder(store, number) for number in sorted(int(match[1]) for match in found if match)]


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A name to write to; what is written there takes the place of `path` when it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield beside
        with beside.open("rb+") as stream:
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_json(path: Path, value: Any) -> None:
    """The same value gives the same bytes."""
    with written_whole(path) as beside:
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        beside.write_text(text, encoding="utf-8", newline="\n")


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def sweep(store: Path) -> None:
    """Take away what a run that was killed left half written."""
    for path in store.rglob(".*.tmp"):
        path.unlink(missing_ok=True)
