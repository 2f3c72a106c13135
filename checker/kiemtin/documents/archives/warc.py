"""WARC (`.warc`, `.warc.gz`, `.warc.zst`): the pages that a crawl was answered with."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO, Any

from kiemtin.documents.archives.addresses import BLOCK, damaged, hashed, opened, told
from kiemtin.documents.archives.records import Record, Scanned, too_large
from kiemtin.documents.extras import needs
from kiemtin.documents.limits import RECORD_BYTES
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem

_PAGES = ("text/html", "application/xhtml+xml")


class Warc:
    kind = "warc"

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self) -> Scanned:
        digest, size = hashed(self.address)
        count, last = 0, 0
        with opened(self.address) as stream, damaged(self.address, lambda: str(count + 1)):
            for page in self._pages(stream):
                count, last = count + 1, page.stream_pos
            count += _is_cut_off(stream, last)
        return Scanned(count, digest, size)

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]:
        """Answers with a page of HTML and status 200; other records of the crawl are none.

        Of an archive that is cut off the last record is a problem, for what stood there is not known.
        """
        number, last = 0, 0
        with opened(self.address) as stream, damaged(self.address, lambda: str(number + 1)):
            for page in self._pages(stream):
                last = page.stream_pos
                if number >= start:
                    url = page.headers.get("WARC-Target-URI", "").strip("<>")
                    data = page.reader.read(RECORD_BYTES.most + 1)
                    if len(data) > RECORD_BYTES.most:
                        yield too_large(told(self.address), number, url)
                    else:
                        yield Record(number, url, data, "html", url)
                number += 1
            if _is_cut_off(stream, last):
                place = FilePlace(f"{told(self.address)}: {number + 1}")
                problem = Problem("archive-damaged", place, {"reason": "cut off"})
                yield Record(number, "", b"", "", problem=problem)

    def _pages(self, stream: Any) -> Iterator[Any]:
        try:
            from fastwarc.warc import ArchiveIterator, WarcRecordType
        except ImportError:
            raise needs("archive", "fastwarc", told(self.address)) from None
        wanted = WarcRecordType.response | WarcRecordType.resource
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True):
            headers = record.http_headers
            if headers is None:
                kind = record.headers.get("Content-Type", "")
            elif headers.status_code not in (None, 200):
                continue
            else:
                kind = record.http_content_type or ""
            if kind.partition(";")[0].strip().lower() in _PAGES:
                yield record


def _is_cut_off(stream: IO[bytes], last: int) -> bool:
    """Whether the archive ends in the middle of a record: `last` is where its last page begins.

    A member of gzip has its end; an uncompressed record is as long as its head says. Of other packings it is
    not known.
    """
    stream.seek(last)
    head = stream.read(2)
    stream.seek(last)
    if head == _GZIP:
        return _ends_in_a_member(stream)
    return head == b"WA" and _ends_in_a_record(stream)


_GZIP = b"\x1f\x8b"


def _ends_in_a_member(stream: IO[bytes]) -> bool:
    unpacked = zlib.decompressobj(wbits=31)
    begun = False
    while data := stream.read(BLOCK):
        while data:
            begun = True
            try:
                unpacked.decompress(data, BLOCK)
                while unpacked.unconsumed_tail:
                    unpacked.decompress(unpacked.unconsumed_tail, BLOCK)
            except zlib.error:
                return False  # damaged, which the reader tells
            if not unpacked.eof:
                break
            data, begun = unpacked.unused_data, False
            unpacked = zlib.decompressobj(wbits=31)
    return begun


def _ends_in_a_record(stream: IO[bytes]) -> bool:
    from fastwarc.warc import ArchiveIterator

    for record in ArchiveIterator(stream, parse_http=False):
        if record.reader.consume() < record.content_length:
            return True
    return False
