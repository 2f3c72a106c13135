"""Which items of a run stand for another: the same words again, and earlier versions of one piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiemtin.auditing import schema
from kiemtin.auditing.layout import RunFolder, written_whole

DUPLICATE, EARLIER = "duplicate", "earlier"
_AT_ONCE = 2_000_000
"""Items that are compared with each other at once; more are parted by what they may be equal in."""


def settle(run: RunFolder) -> dict[str, int]:
    """Writes the table `copies` of a run and counts it. The same parts give the same bytes.

    Of items with the same words and the same outlet all but the first are duplicates. Of different texts that
    their archive calls by one name all but the last are earlier versions, by the hour of publication, else
    by the order of the archive.
    """
    import pyarrow as pa
    from pyarrow import parquet

    total = sum(parquet.read_metadata(path).num_rows for path in run.parts("items"))
    found: list[tuple[int, int, str, int, int]] = []
    parts = max(1, -(-total // _AT_ONCE))
    for part in range(parts):
        found += _duplicates(run, part, parts)
    same = {(doc, item) for doc, item, *_ in found}
    for part in range(parts):
        found += _earlier(run, part, parts, same)
    found.sort()
    columns = list(zip(*found, strict=True)) or [()] * len(schema.COPIES)
    described = schema.arrow("copies")
    arrays = [pa.array(column, field.type) for column, field in zip(columns, described, strict=True)]
    with written_whole(run.part("copies", 0)) as beside:
        parquet.write_table(pa.Table.from_arrays(arrays, schema=described), beside, compression="zstd")
    counts = {DUPLICATE: 0, EARLIER: 0}
    for _, _, relation, _, _ in found:
        counts[relation] += 1
    return counts


def _rows(run: RunFolder, columns: list[str]) -> Iterator[dict[str, Any]]:
    from pyarrow import parquet

    for path in run.parts("items"):
        for batch in parquet.ParquetFile(path).iter_batches(columns=[*columns, "state"]):
            named = {name: batch.column(name).to_pylist() for name in batch.schema.names}
            for values in zip(*named.values(), strict=True):
                row = dict(zip(named, values, strict=True))
                if row["state"] == schema.CHECKED:
                    yield row


def _share(name: str, parts: int) -> int:
    return 0 if parts == 1 else int(name[:6], 16) % parts


def _duplicates(run: RunFolder, part: int, parts: int) -> Iterator[tuple[int, int, str, int, int]]:
    first: dict[tuple[str, str | None], tuple[int, int]] = {}
    for row in _rows(run, ["doc", "item", "words", "outlet"]):
        if _share(row["words"], parts) != part:
            continue
        place = row["doc"], row["item"]
        known = first.setdefault((row["words"], row["outlet"]), place)
        if known != place:
            yield (*place, DUPLICATE, *known)


def _earlier(
    run: RunFolder, part: int, parts: int, same: set[tuple[int, int]]
) -> Iterator[tuple[int, int, str, int, int]]:
    from kiemtin.foundation.hashing import blake2b

    versions: dict[tuple[str, str | None], list[tuple[Any, int, int]]] = {}
    for row in _rows(run, ["doc", "item", "piece", "outlet", "published"]):
        if row["piece"] is None or (row["doc"], row["item"]) in same:
            continue
        if parts > 1:
            name = blake2b(row["piece"].encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
            if _share(name, parts) != part:
                continue
        moment = row["published"].isoformat() if row["published"] else ""
        versions.setdefault((row["piece"], row["outlet"]), []).append((moment, row["doc"], row["item"]))
    for several in versions.values():
        if len(several) > 1:
            *before, last = sorted(several)
            for _, doc, item in before:
                yield doc, item, EARLIER, last[1], last[2]
