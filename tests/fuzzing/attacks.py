"""What hostile people and broken disks give: seeded, so that a case can be run again."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from exchange_samples import EXCHANGED, PROFILE

CORPUS = Path(__file__).parents[2] / "corpus"
PACKS = Path(__file__).parents[2] / "rules" / "kiemtin_rules" / "packs"
SAMPLES = sorted(path for folder in ("drafts", "rundowns") for path in (CORPUS / folder).iterdir())
BUNDLED = sorted(PACKS.glob("*.quy"))
BITS = (
    "Đồng chí Trần Văn An", ", Bí thư Tỉnh ủy", "; ", " và ", "các đồng chí: ", "nguyên ", "\n\n", "\n", "|",
    "---\n", "“", "”", '"', "(", "[", "*", "#", "<", "&", "a\u0301", "\u0301" * 40, "\u202e", "\x1b[31m",
    "\ud800", "\x00", "\ufeff", "\u200b", "trang: ", "9" * 30, "1e308", "0001-01-01", "31/12/9999", " " * 300,
    "|-|\n", "> ", "1. ", "Kim Jong Un", "Tổng thống ", "với mỗi x trong tin.lượt_nhắc", "phải ", "mọi ",
    "quy tắc q\n", 'Điều 1. "a"\n',
)  # fmt: skip


def text(random: Random) -> str:
    """Pieces of drafts, markup and packs in any order, a few of them very often."""
    chosen = [random.choice(BITS) for _ in range(random.randint(1, 30))]
    return "".join(bit * random.choice((1, 1, 1, 2, 50, 400)) for bit in chosen)


def damaged(random: Random, content: bytes) -> bytes:
    """Truncated, bits flipped, a piece doubled, gone or replaced."""
    if not content:
        return content
    data = bytearray(content)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(data) or 1)
        end = min(len(data), at + random.choice((1, 2, 8, 64, 1024)))
        way = random.randrange(5)
        if way == 0:
            del data[at:]
        elif way == 1 and data:
            data[min(at, len(data) - 1)] ^= 1 << random.randrange(8)
        elif way == 2:
            data[at:at] = data[at:end] * random.choice((1, 3, 100))
        elif way == 3:
            del data[at:end]
        else:
            data[at:end] = text(random).encode("utf-8", "replace")[:200]
    return bytes(data)


def damaged_part(random: Random, content: bytes) -> bytes:
    """A package one of whose parts is damaged inside, so that the zip around it is whole."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = random.choice(names)
        for name in names:
            data = old.read(name)
            new.writestr(name, damaged(random, data) if name == hit else data)
    return out.getvalue()


def document(random: Random) -> tuple[bytes, str]:
    """Bytes and a name, of any format that is read."""
    if random.random() < 0.5:
        suffix = random.choice((".txt", ".md", ".csv", ".tsv"))
        return text(random).encode("utf-8", "surrogatepass"), f"a{suffix}"
    sample = random.choice(SAMPLES)
    content = sample.read_bytes()
    if content.startswith(b"PK") and random.random() < 0.7:
        return damaged_part(random, content), sample.name
    return damaged(random, content), sample.name


def exchanged(random: Random) -> tuple[bytes, str]:
    """A file of an exchange format, whose elements or values are odd, or damaged as bytes."""
    name, content = random.choice(EXCHANGED)
    if content.startswith(b"PK"):
        return (damaged_part if random.random() < 0.7 else damaged)(random, content), name
    if random.random() < 0.6 and not name.endswith(".pdf"):
        if name.endswith(".json"):
            return json.dumps(_odd(random, json.loads(content))).encode(), name
        return _rearranged(random, content), name
    return damaged(random, content), name


def page_and_profile(random: Random) -> tuple[bytes, bytes]:
    """A page of a site with the site's profile: one of them is odd, or both."""
    page = next(content for name, content in EXCHANGED if name == "a.html")
    hit = random.randrange(3)
    return (_rearranged(random, page) if hit else page), (damaged(random, PROFILE) if hit != 1 else PROFILE)


_TAGS = re.compile(rb"<[^>]*>")


def _rearranged(random: Random, content: bytes) -> bytes:
    """Tags gone, doubled, in each other's place or very often; an attribute or a text that is odd."""
    for _ in range(random.randint(1, 5)):
        found = list(_TAGS.finditer(content))
        if not found:
            return content
        one, other = random.choice(found), random.choice(found)
        start, end = one.span()
        way = random.randrange(5)
        if way == 0:
            piece = b""
        elif way == 1:
            piece = one[0] * random.choice((2, 30, 3000))
        elif way == 2:
            piece = other[0]
        elif way == 3:
            piece = re.sub(rb"([\"'])[^\"']*\1", lambda _: b'"%b"' % _quoted(random), one[0], count=1)
        else:
            piece = one[0] + _quoted(random)
        content = content[:start] + piece + content[end:]
    return content


def _quoted(random: Random) -> bytes:
    odd = (
        "",
        "0",
        "-1",
        "9" * 400,
        "1e308",
        "NaN",
        "2024-13-45",
        "20240312T9999",
        "PT9999999H",
        text(random),
    )
    return random.choice((*odd, text(random)))[:2000].encode("utf-8", "replace").replace(b"<", b"&lt;")


def _odd(random: Random, item: object) -> object:
    """The same JSON with an odd value in the place of one of its values."""
    if isinstance(item, dict) and item and random.random() < 0.8:
        key = random.choice(list(item))
        return {**item, key: _odd(random, item[key])}
    if isinstance(item, list) and item and random.random() < 0.8:
        at = random.randrange(len(item))
        return [*item[:at], _odd(random, item[at]), *item[at + 1 :]]
    return value(random)


def pack(random: Random) -> bytes:
    if random.random() < 0.3:
        head = 'văn bản a\n  tên "a"\n  hiệu lực từ 01/01/2020\n  tình trạng minh họa "x"\n\nĐiều 1. "a"\n\n'
        return (head + text(random)).encode("utf-8", "surrogatepass")
    return damaged(random, random.choice(BUNDLED).read_bytes())


def value(random: Random, depth: int = 0) -> object:
    """Any JSON."""
    kinds = [None, True, 0, -1.5, 10**30, "", text(random)[:40], "2020-01-01", "9999-12", "general-secretary"]
    if depth < 3 and random.random() < 0.3:
        return random.choice(([value(random, depth + 1)], {"id": value(random, depth + 1)}))
    return random.choice(kinds)


def roster(random: Random) -> bytes:
    """A roster with an odd value somewhere, or damaged as bytes."""
    people = [{"id": f"p{n}", "name": f"Trần Văn {chr(65 + n)}"} for n in range(4)]
    keys = (
        "post_id",
        "role",
        "organ",
        "area",
        "start_date",
        "end_date",
        "seen_date",
        "source",
        "acting",
        "weak",
    )
    usual = {"role": "Bí thư Tỉnh ủy", "start_date": "2020", "source": "x"}
    rows = [{"person_id": f"p{n % 4}", **usual, random.choice(keys): value(random)} for n in range(6)]
    told = {"persons": people, "memberships": rows, "complete": []}
    target = random.choice((told, *people, *rows))
    target[random.choice((*target, "complete", "other_names", "death_date", "name"))] = value(random)  # type: ignore[index]
    content = json.dumps(told).encode()
    return damaged(random, content) if random.random() < 0.3 else content
