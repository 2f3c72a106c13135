"""Parquet: one row a document, read by batches of row groups."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from kiemtin.documents.archives.addresses import damaged, hashed, opened, told
from kiemtin.documents.archives.records import Record, Scanned, too_large
from kiemtin.documents.extras import needs
from kiemtin.documents.limits import RECORD_BYTES

_BATCH = 128


class Parquet:
    kind = "parquet"

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self) -> Scanned:
        digest, size = hashed(self.address)
        with opened(self.address) as stream, damaged(self.address, str):
            count = self._file(stream).metadata.num_rows
        return Scanned(count, digest, size)

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]:
        """Rows from `start` on; row groups before it are not read."""
        number = start
        with opened(self.address) as stream, damaged(self.address, lambda: str(number + 1)):
            file = self._file(stream)
            first = 0
            groups: list[int] = []
            for group in range(file.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                if groups or first + rows > start:
                    groups.append(group)
                else:
                    first += rows
            number = first
            for batch in file.iter_batches(batch_size=_BATCH, row_groups=groups, columns=_plain(file)):
                if number + batch.num_rows <= start:
                    number += batch.num_rows
                    continue
                for row in batch.to_pylist():
                    if number >= start:
                        yield _record(self.address, number, row)
                    number += 1

    def _file(self, stream: IO[bytes]) -> Any:
        try:
            from pyarrow import parquet
        except ImportError:
            raise needs("archive", "pyarrow", told(self.address)) from None
        return parquet.ParquetFile(stream)


def _plain(file: Any) -> list[str]:
    """Columns that may say something of a piece: no bytes."""
    import pyarrow as pa

    return [field.name for field in file.schema_arrow if not pa.types.is_binary(field.type)]


def _record(address: str, number: int, row: dict[str, Any]) -> Record:
    told_fields = {key: value for key, value in row.items() if value is not None}
    data = json.dumps(told_fields, ensure_ascii=False, sort_keys=True, default=str).encode(
        "utf-8", "surrogatepass"
    )
    if len(data) > RECORD_BYTES.most:
        return too_large(told(address), number, str(number + 1))
    return Record(number, str(number + 1), data, "row", value=told_fields)
