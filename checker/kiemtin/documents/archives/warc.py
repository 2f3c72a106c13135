"""WARC (`.warc`, `.warc.gz`, `.warc.zst`): the pages that a crawl was answered with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiemtin.documents.archives.addresses import damaged, hashed, opened, told
from kiemtin.documents.archives.records import Record, Scanned, too_large
from kiemtin.documents.extras import needs
from kiemtin.documents.limits import RECORD_BYTES

_PAGES = ("text/html", "application/xhtml+xml")


class Warc:
    kind = "warc"

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self) -> Scanned:
        digest, size = hashed(self.address)
        count = 0
        with opened(self.address) as stream, damaged(self.address, lambda: str(count + 1)):
            for _ in self._pages(stream):
                count += 1
        return Scanned(count, digest, size)

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]:
        """Answers with a page of HTML and status 200; other records of the crawl are none."""
        number = 0
        with opened(self.address) as stream, damaged(self.address, lambda: str(number + 1)):
            for page in self._pages(stream):
                if number >= start:
                    url = page.headers.get("WARC-Target-URI", "").strip("<>")
                    data = page.reader.read(RECORD_BYTES.most + 1)
                    if len(data) > RECORD_BYTES.most:
                        yield too_large(told(self.address), number, url)
                    else:
                        yield Record(number, url, data, "html", url)
                number += 1

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
