"""What a run is going to do, written down before it begins: sources, shards, and by what it judges."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.auditing.layout import RunFolder, read_json, write_json
from kiemtin.auditing.settings import Settings


class Limits(NamedTuple):
    """After which one document is given up."""

    seconds: float = 60.0
    megabytes: int = 1024


class Source(NamedTuple):
    """One archive. `base` is the number of its first document in the run."""

    kind: str
    address: str
    told: str
    """The address as it may be stored and printed."""
    records: int
    sha256: str
    size: int
    base: int
    marks: tuple[tuple[int, int], ...] = ()


class Shard(NamedTuple):
    """Records [start, stop) of a source, or of them the `picks` of a sample: (number, weight)."""

    source: int
    start: int
    stop: int
    picks: tuple[tuple[int, float], ...] | None = None


class Plan(NamedTuple):
    settings: Settings
    requested: tuple[str, ...]
    sources: tuple[Source, ...]
    shards: tuple[Shard, ...]
    limits: Limits
    identity: dict[str, Any]
    """What decides the outcome beside the documents: packs, roster, tool (`identity`)."""
    earlier: int | None
    """The run whose outcomes of unchanged documents stand."""
    sample: dict[str, Any] | None
    started: str
    """ISO 8601, UTC."""

    @property
    def documents(self) -> int:
        """How many records are to be looked at."""
        return sum(
            len(shard.picks) if shard.picks is not None else shard.stop - shard.start for shard in self.shards
        )


def write_plan(plan: Plan, run: RunFolder) -> None:
    told = plan._asdict()
    told["settings"] = plan.settings._asdict()
    told["limits"] = plan.limits._asdict()
    told["sources"] = [source._asdict() for source in plan.sources]
    told["shards"] = [list(shard[: 4 if shard.picks is not None else 3]) for shard in plan.shards]
    write_json(run.plan, told)


def read_plan(path: Path) -> Plan:
    told = read_json(path)
    shards = (_shard(*each) for each in told["shards"])
    sources = (
        Source(**{**each, "marks": tuple((number, offset) for number, offset in each["marks"])})
        for each in told["sources"]
    )
    return Plan(
        Settings.from_json(told["settings"]),
        tuple(told["requested"]),
        tuple(sources),
        tuple(shards),
        Limits(**told["limits"]),
        told["identity"],
        told["earlier"],
        told["sample"],
        told["started"],
    )


def _shard(source: int, start: int, stop: int, picks: Sequence[Sequence[float]] | None = None) -> Shard:
    if picks is None:
        return Shard(source, start, stop)
    return Shard(source, start, stop, tuple((int(number), weight) for number, weight in picks))
