"""Archives: every format gives the same pieces, from any start; what is damaged hides nothing else."""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.documents.archives.documents import Piece, read_record
from kiemtin.documents.archives.finding import archive, find, kind_of
from kiemtin.documents.archives.json_lines import JsonLines
from kiemtin.documents.archives.profiles import load_profile
from kiemtin.documents.archives.records import Record
from kiemtin.documents.model import Medium, Zone
from kiemtin.foundation.problems import DocumentError

PIECES: list[dict[str, Any]] = [
    {
        "id": f"bài-{number}",
        "title": f"Xã Hòa Sơn vào vụ chè thứ {number}",
        "text": f"Bà con hái {number} tấn chè.\nGiá chè tăng nhẹ so với tuần trước ở xã Hòa Sơn.",
        "published": f"2024-03-{number + 1:02} 08:30",
        "outlet": "Báo Nam Sơn",
        "medium": "báo in",
    }
    for number in range(9)
]


def lines(pieces: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(piece, ensure_ascii=False).encode() + b"\n" for piece in pieces)


def warc_record(url: str, status: str, body: bytes) -> bytes:
    """As ISO 28500 has it, packed alone."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://namson.example/{url}\r\nWARC-Date: 2024-03-12T01:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-{len(url):012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def page_of(piece: dict[str, Any]) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in piece["text"].split("\n"))
    return (
        '<html><head><meta charset="utf-8">'
        f'<meta property="og:site_name" content="{piece["outlet"]}">'
        f'<meta property="article:published_time" content="{piece["published"]}"></head><body>'
        f"<nav>Trang chủ</nav><h1>{piece['title']}</h1><article>{paragraphs}"
        "<p>Ảnh và tin của bạn đọc gửi về tòa soạn qua bưu điện.</p></article></body></html>"
    ).encode()


def made(folder: Path, name: str) -> str:
    """The pieces in the format of the name."""
    path = folder / name
    if name.endswith(".jsonl"):
        path.write_bytes(lines(PIECES))
    elif name.endswith(".gz") and "warc" not in name:
        path.write_bytes(gzip.compress(lines(PIECES)))
    elif name.endswith(".zst"):
        half = zstandard.compress(lines(PIECES[:4])) + zstandard.compress(lines(PIECES[4:]))
        path.write_bytes(half)
    elif name.endswith(".parquet"):
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(PIECES), path, row_group_size=4)
    elif name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as package:
            for number, piece in enumerate(PIECES):
                day, outlet = piece["published"][:10], piece["outlet"]
                head = f"---\nNgày đăng: {day}\nCơ quan: {outlet}\nLoại hình: báo in\n---\n"
                package.writestr(f"{number}.txt", f"{head}{piece['title']}\n\n{piece['text']}\n")
            package.writestr("~$0.docx", b"x")
            package.writestr("anh.jpg", b"x")
    else:
        pages = [
            warc_record(f"{number}.html", "200 OK", page_of(piece)) for number, piece in enumerate(PIECES)
        ]
        missing = warc_record("mat", "404 Not Found", b"<p>404</p>")
        path.write_bytes(missing.join([b"", *pages]))
    return str(path)


FORMATS = ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.zip", "a.warc.gz")


def read_all(address: str, start: int = 0) -> list[Piece]:
    (found,) = find([address])
    reader = archive(found.kind, found.address)
    return [read_record(record, found.address) for record in reader.records(start, reader.scan().marks)]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_gives_the_same_pieces(tmp_path: Path, name: str) -> None:
    pieces = read_all(made(tmp_path, name))

    assert len(pieces) == len(PIECES)
    for piece, told in zip(pieces, PIECES, strict=True):
        item = piece.document.items[0]
        of_zone: dict[Zone, list[str]] = {}
        for block in item.blocks:
            of_zone.setdefault(block.zone, []).append(block.span.of(piece.document.text))
        assert of_zone[Zone.HEADLINE] == [told["title"]]
        assert of_zone[Zone.BODY][:2] == told["text"].split("\n")
        assert item.metadata.day is not None
        assert item.metadata.day.isoformat() == told["published"][:10]
        assert item.metadata.outlet == told["outlet"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("start", [0, 1, 4, 5, 8, 9])
def test_reading_may_begin_anywhere(tmp_path: Path, name: str, start: int) -> None:
    (found,) = find([made(tmp_path, name)])
    reader = archive(found.kind, found.address)
    every = list(reader.records(0))

    assert reader.scan().records == len(every)
    assert list(reader.records(start)) == every[start:]


@settings(max_examples=40, deadline=None)
@given(sizes=st.lists(st.integers(0, 60), min_size=1, max_size=3000), start=st.integers(0, 3000))
def test_marks_lead_to_the_same_lines(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], start: int
) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_bytes(b"\n".join(b"x" * size for size in sizes))
    reader = JsonLines(str(path))
    scanned = reader.scan()

    expected = [(number, size) for number, size in enumerate(sizes) if size and number >= start]
    assert [(r.number, len(r.data.rstrip(b"\n"))) for r in reader.records(start, scanned.marks)] == expected


def test_many_lines_have_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "x"}\n' * 5000)
    reader = JsonLines(str(path))
    scanned = reader.scan()

    assert [number for number, _ in scanned.marks] == [1024, 2048, 3072, 4096]
    assert next(reader.records(4100, scanned.marks)).number == 4100


def test_an_address_of_fsspec_is_read_like_a_path() -> None:
    import fsspec

    with fsspec.open("memory://kho/a.jsonl.gz", "wb") as stream:
        stream.write(gzip.compress(lines(PIECES)))

    assert len(read_all("memory://kho/a.jsonl.gz")) == len(PIECES)
    assert [found.address for found in find(["memory://kho"])] == ["memory:///kho/a.jsonl.gz"]


def code_of(read: Callable[[], object]) -> str:
    with pytest.raises(DocumentError) as raised:
        read()
    return raised.value.problems[0].code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"title": "x"', "archive-bad-json"),
        (b"[1, 2]", "archive-no-object"),
        (b"17", "archive-no-object"),
        (b'{"title": "\xff\xfe\xff"}', "archive-not-utf8"),
        (b"[" * 100_000, "archive-bad-json"),
        (b'{"title": "", "text": "   "}', "document-empty"),
        (b'{"text": {"inner": "x"}}', "document-empty"),
        (b"{}", "document-empty"),
    ],
)
def test_a_bad_line_is_told(line: bytes, code: str) -> None:
    assert code_of(lambda: read_record(Record(3, "4", line, "json"), "a.jsonl")) == code


def test_a_line_that_is_too_long_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiemtin.documents.archives import json_lines
    from kiemtin.documents.limits import Limit

    monkeypatch.setattr(json_lines, "RECORD_BYTES", Limit("archive-record-too-large", 100))
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 5000 + b'"}\n' + b'{"text": "x"}\n')
    first, second = JsonLines(str(path)).records(0)

    assert first.problem is not None
    assert first.problem.code == "archive-record-too-large"
    assert second.problem is None


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.zip", "a.warc.gz", "a.warc"])
def test_an_archive_that_is_cut_off_is_damaged(tmp_path: Path, name: str) -> None:
    path = Path(made(tmp_path, name))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])

    assert code_of(lambda: read_all(str(path))) == "archive-damaged"


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_what_stands_before_the_cut_is_read(tmp_path: Path, name: str) -> None:
    path = Path(made(tmp_path, name))
    whole = path.read_bytes()
    assert all(record.problem is None for record in archive("warc", str(path)).records(0))
    for end in (len(whole) - 3, len(whole) // 2):
        path.write_bytes(whole[:end])
        reader = archive("warc", str(path))
        records = list(reader.records(0))
        assert [record.problem is not None for record in records] == [False] * (len(records) - 1) + [True]
        assert reader.scan().records == len(records)


def test_a_damaged_member_hides_no_other(tmp_path: Path) -> None:
    path = Path(made(tmp_path, "a.zip"))
    data = bytearray(path.read_bytes())
    at = data.index("tấn chè".encode())
    data[at] ^= 0xFF
    path.write_bytes(data)
    records = list(archive("zip", str(path)).records(0))

    assert sum(record.problem is not None for record in records) == 1
    assert len(records) == len(PIECES)


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("pyarrow", "a.parquet", "archive"),
        ("fastwarc.warc", "a.warc.gz", "archive"),
        ("zstandard", "a.jsonl.zst", "archive"),
        ("selectolax.lexbor", "a.warc.gz", "web"),
    ],
)
def test_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    address = made(tmp_path, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(DocumentError) as raised:
        read_all(address)

    (problem,) = raised.value.problems
    assert (problem.code, problem.arguments["extra"]) == ("archive-needs-extra", extra)


def test_a_profile_names_the_keys_of_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "kho.toml"
    path.write_text(
        '[keys]\ntext = ["noi_dung"]\nheadline = "tieu_de"\npublished = "meta.luc"\n'
        '[fixed]\noutlet = "Đài Nam Sơn"\nmedium = "truyền hình"\n',
        "utf-8",
    )
    told = {"noi_dung": "Một.\nHai.", "tieu_de": "Tít", "meta": {"luc": "12/03/2024"}, "text": "khác"}
    line = json.dumps(told)
    piece = read_record(Record(0, "1", line.encode(), "json"), "a.jsonl", load_profile(path))
    metadata = piece.document.items[0].metadata

    assert piece.document.text == "Tít\nMột.\nHai."
    assert (metadata.outlet, metadata.medium) == ("Đài Nam Sơn", Medium.TELEVISION)
    assert str(metadata.day) == "2024-03-12"


@pytest.mark.parametrize(
    "written",
    [
        "[keys\n",
        '[keys]\nmàu = "x"\n',
        "[keys]\ntext = 7\n",
        '[fixed]\nmedium = "báo tường"\n',
        '[fixed]\ntext = "x"\n',
    ],
)
def test_a_bad_profile_is_told(tmp_path: Path, written: str) -> None:
    path = tmp_path / "kho.toml"
    path.write_text(written, "utf-8")

    assert code_of(lambda: load_profile(path)) == "archive-bad-profile"


def test_what_cannot_be_read_counts_as_not_given() -> None:
    url = "https://www.tin.example/a"
    line = json.dumps({"text": "Một.", "published": "hôm qua", "page": "bìa", "url": url})
    piece = read_record(Record(0, "1", line.encode(), "json"), "a.jsonl")
    metadata = piece.document.items[0].metadata

    assert (metadata.published, metadata.page, metadata.outlet) == (None, None, "tin.example")
    assert [note.arguments["field"] for note in piece.document.notes] == ["published", "page"]
    assert piece.id == "https://www.tin.example/a"


def test_markup_in_a_field_is_read_as_paragraphs() -> None:
    line = json.dumps({"text": "<p>Một &amp; hai.</p><p>Ba.<br>Bốn.</p><script>x()</script>"})

    assert read_record(Record(0, "1", line.encode(), "json"), "a").document.text == "Một & hai.\nBa.\nBốn."


def test_text_is_composed() -> None:
    line = json.dumps({"title": "Hòa Sơn", "text": "Bà con ở xã Hòa Sơn."})

    assert (
        read_record(Record(0, "1", line.encode(), "json"), "a").document.text
        == "Hòa Sơn\nBà con ở xã Hòa Sơn."
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.JSONL", "jsonl"), ("a.ndjson.gz", "jsonl"), ("a.json", "file"), ("a.warc", "warc"),
        ("s3://b/a.parquet?x=1", "parquet"),        ("a.docx", "file"), ("a.html", "file"), ("a.jpg", None),
    ],
)  # fmt: skip
def test_the_name_tells_the_kind(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def test_a_folder_holds_archives_and_single_documents(tmp_path: Path) -> None:
    made(tmp_path, "b.jsonl")
    (tmp_path / "a.txt").write_text("Tin", "utf-8")
    (tmp_path / ".hidden.txt").write_text("Tin", "utf-8")
    (tmp_path / "anh.jpg").write_bytes(b"x")

    assert [(each.kind, Path(each.address).name) for each in find([str(tmp_path)])] == [
        ("file", "a.txt"),
        ("jsonl", "b.jsonl"),
    ]
    assert code_of(lambda: list(find([str(tmp_path / "không-có.jsonl")]))) == "document-not-found"
    assert code_of(lambda: list(find([str(tmp_path / "*.parquet")]))) == "document-none-found"
    assert code_of(lambda: list(find([str(tmp_path / "anh.jpg")]))) == "document-unknown-format"


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "x/a.jsonl.gz", "a.warc", "a.parquet"])
def test_an_archive_inside_a_zip_is_told_and_hides_no_other(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, lines(PIECES))
        package.writestr("z.txt", "Xã Hòa Sơn vào vụ chè.")
    reader = archive("zip", str(path))
    inner, other = reader.records(0)
    assert (inner.problem.code if inner.problem else "") == "archive-in-archive"
    assert "Hòa Sơn" in read_record(other, str(path)).document.text
    assert reader.scan().records == 2
