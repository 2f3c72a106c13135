"""A seeded sample: so many items, drawn within strata, each with the weight of those it stands for."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Any, NamedTuple

from kiemtin.auditing.plan import Shard, Source
from kiemtin.auditing.settings import Settings
from kiemtin.documents.archives.documents import read_record
from kiemtin.documents.archives.finding import archive
from kiemtin.documents.model import Metadata
from kiemtin.foundation.hashing import blake2b
from kiemtin.foundation.problems import DocumentError

STRATA = ("outlet", "medium", "section", "programme", "month", "source")
_NOT_SAID = "?"


class Sampling(NamedTuple):
    size: int
    seed: int
    strata: tuple[str, ...] = ()


def sampled(
    sources: Sequence[Source], settings: Settings, sampling: Sampling
) -> tuple[list[Shard], dict[str, Any]]:
    """The shards of the sample, and its frame: strata with their sizes, so that estimates can be weighted.

    An item's lot depends on the seed and on its own place, not on the order of reading. Every stratum gets
    at least one item, as far as the size allows; the rest is shared by their sizes.
    """
    kept: dict[tuple[str, ...], list[tuple[int, int, int]]] = {}
    sizes: dict[tuple[str, ...], int] = {}
    profile, given = settings.load_profile(), settings.metadata
    for at, source in enumerate(sources):
        try:
            for record in archive(source.kind, source.address).records(0, source.marks):
                stratum: tuple[str, ...] = ()
                if sampling.strata:
                    try:
                        piece = read_record(record, source.told, profile, given)
                        metadata = piece.document.items[0].metadata.overridden(None)
                        stratum = _stratum(metadata, piece.document.metadata, source, sampling.strata)
                    except DocumentError:
                        stratum = (_NOT_SAID,) * len(sampling.strata)
                sizes[stratum] = sizes.get(stratum, 0) + 1
                lots = kept.setdefault(stratum, [])
                lot = (-_lot(sampling.seed, source.told, record.number), at, record.number)
                if len(lots) < sampling.size:
                    heapq.heappush(lots, lot)
                elif lot > lots[0]:
                    heapq.heapreplace(lots, lot)
        except DocumentError:
            continue  # what is damaged is told by a full run
    shares = allotted(sizes, sampling.size)
    picks: dict[int, list[tuple[int, float]]] = {}
    for stratum, lots in sorted(kept.items()):
        weight = sizes[stratum] / shares[stratum] if shares[stratum] else 0.0
        for _, source_at, number in sorted(lots, reverse=True)[: shares[stratum]]:
            picks.setdefault(source_at, []).append((number, weight))
    frame = {
        "size": sampling.size,
        "seed": sampling.seed,
        "stratify": list(sampling.strata),
        "strata": [
            {"stratum": list(stratum), "items": sizes[stratum], "sampled": shares[stratum]}
            for stratum in sorted(sizes)
        ],
    }
    return list(_shards(picks)), frame


def _shards(picks: dict[int, list[tuple[int, float]]]) -> list[Shard]:
    found = []
    for source, chosen in sorted(picks.items()):
        chosen.sort()
        for at in range(0, len(chosen), 50):
            group = chosen[at : at + 50]
            found.append(Shard(source, group[0][0], group[-1][0] + 1, tuple(group)))
    return found


def allotted(sizes: dict[tuple[str, ...], int], size: int) -> dict[tuple[str, ...], int]:
    """How many of each stratum: one each first, largest strata first; the rest by largest remainder."""
    order = sorted(sizes, key=lambda stratum: (-sizes[stratum], stratum))
    shares = dict.fromkeys(order, 0)
    for stratum in order[:size]:
        shares[stratum] = 1
    left = min(size, sum(sizes.values())) - sum(shares.values())
    room = {stratum: sizes[stratum] - shares[stratum] for stratum in order}
    total = sum(room.values())
    if left > 0 and total:
        exact = {stratum: left * room[stratum] / total for stratum in order}
        for stratum in order:
            shares[stratum] += int(exact[stratum])
        left -= sum(int(value) for value in exact.values())
        for stratum in sorted(order, key=lambda each: (int(exact[each]) - exact[each], each)):
            if left > 0 and shares[stratum] < sizes[stratum]:
                shares[stratum] += 1
                left -= 1
    return shares


def _stratum(own: Metadata, whole: Metadata, source: Source, strata: Sequence[str]) -> tuple[str, ...]:
    found = []
    for name in strata:
        if name == "source":
            found.append(source.told)
        elif name == "month":
            day = own.day or whole.day
            found.append(f"{day.year:04}-{day.month:02}" if day else _NOT_SAID)
        else:
            value = getattr(own, name) or getattr(whole, name)
            found.append(str(value) if value is not None else _NOT_SAID)
    return tuple(found)


def _lot(seed: int, source: str, number: int) -> int:
    text = f"{seed}\n{source}\n{number}".encode("utf-8", "surrogateescape")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")
