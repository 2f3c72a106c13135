"""JSON Lines (`.jsonl`, `.ndjson`; plain, `.gz`, `.zst`): one object a line, which is one document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, cast

from kiemtin.documents.archives.addresses import BLOCK, Hashing, damaged, opened, told, unpacked
from kiemtin.documents.archives.records import Record, Scanned, too_large
from kiemtin.documents.limits import RECORD_BYTES

EVERY = 1024
"""So many lines lie between two marks."""


class JsonLines:
    kind = "jsonl"

    def __init__(self, address: str) -> None:
        self.address = address

    @property
    def is_packed(self) -> bool:
        return not self.address.lower().endswith((".jsonl", ".ndjson"))

    def scan(self) -> Scanned:
        """Counts lines. Raises DocumentError for what cannot be unpacked to its end."""
        count = offset = 0
        marks: list[tuple[int, int]] = []
        with opened(self.address) as stream, damaged(self.address, lambda: str(count + 1)):
            hashing = Hashing(stream)
            lines = unpacked(cast("IO[bytes]", io.BufferedReader(hashing, BLOCK)), self.address)
            unfinished = False
            while block := lines.read(BLOCK):
                at = -1
                newlines = block.count(b"\n")
                if not self.is_packed and count // EVERY != (count + newlines) // EVERY:
                    number = count
                    while (at := block.find(b"\n", at + 1)) >= 0:
                        number += 1
                        if number % EVERY == 0:
                            marks.append((number, offset + at + 1))
                count += newlines
                offset += len(block)
                unfinished = not block.endswith(b"\n")
            hashing.rest()
        return Scanned(count + unfinished, hashing.hexdigest(), hashing.size, tuple(marks))

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]:
        """Lines without anything on them are no records. Raises DocumentError."""
        number = 0
        with opened(self.address) as stream, damaged(self.address, lambda: str(number + 1)):
            for mark, offset in reversed(marks):
                if mark <= start:
                    stream.seek(offset)
                    number = mark
                    break
            lines = unpacked(stream, self.address)
            most = RECORD_BYTES.most + 1
            while line := lines.readline(most):
                if len(line) == most and not line.endswith(b"\n"):
                    while (rest := lines.readline(BLOCK)) and not rest.endswith(b"\n"):
                        pass
                    if number >= start:
                        yield too_large(told(self.address), number, str(number + 1))
                elif number >= start and not line.isspace():
                    yield Record(number, str(number + 1), line, "json")
                number += 1
