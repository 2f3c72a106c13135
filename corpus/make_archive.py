"""Writes an archive of any size, with invented people of the invented province Nam Sơn and known violations:

    python corpus/make_archive.py 10000 /tmp/archive.jsonl --seed 7

Beside it stands the truth, `<name>.truth.jsonl`: for each violation put in the number of the document, the
rule and the words that a finding must touch; which documents repeat or replace another or cannot be read.
The same arguments give the same bytes. Needs only Python (Parquet: pyarrow).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)
OUTLETS = (
    ("Báo Nam Sơn", "báo in"),
    ("namson.example", "báo điện tử"),
    ("Báo Hạ Lâm", "báo in"),
    ("tin-nui.example", "báo điện tử"),
    ("Thời báo Tây Bình", "báo điện tử"),
)
SECTIONS = ("Chính trị", "Kinh tế", "Văn hóa - Xã hội", "Nông thôn mới", "Quốc phòng - An ninh", "Giáo dục")
LEADERS = (  # in order of precedence: (rank, name, full titles, former title or none)
    (9, "Trần Văn An", "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh Nam Sơn"),
    (10, "Lê Thị Bình", "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh", None),
    (10, "Phạm Văn Cường", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", None),
    (11, "Hoàng Thị Dung", "Phó Chủ tịch Thường trực UBND tỉnh", None),
    (11, "Vũ Minh Đức", "Phó Chủ tịch UBND tỉnh", None),
    (11, "A Pớt Khánh", "Phó Chủ tịch HĐND tỉnh", None),
)  # fmt: skip
RULES = {
    "swap": "nêu-sai-thứ-bậc",
    "drop-title": "nêu-tên-thiếu-chức-danh",
    "former-title": "chức-danh-không-còn-hiệu-lực",
    "too-long": "tin-quá-dài",
    "late": "đăng-chậm",
}
COMMUNES = (
    "Hòa Sơn",
    "Đồng Mít",
    "Ba Đồi",
    "Suối Lạnh",
    "Nà Lúa",
    "Bản Chiềng",
    "Thạch Bích",
    "Cửa Khe",
    "Vân Lộc",
)
CROPS = ("chè xuân", "lúa nếp", "cam sành", "quế", "sắn", "ngô lai", "mía tím", "dâu tằm", "hồi")
THINGS = (
    "đường liên xã", "hồ chứa nước", "trường mầm non", "chợ trung tâm", "cầu treo", "trạm y tế",
    "nhà văn hóa", "tuyến kè", "vườn ươm",
)  # fmt: skip
FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Quang", "Thu", "Xuân", "Hữu", "Thanh")
GIVEN = (
    "Anh",
    "Bảo",
    "Châu",
    "Duyên",
    "Giang",
    "Hải",
    "Khoa",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quý",
    "Sen",
    "Tú",
)
SENTENCES = (
    "Bà con {place} bước vào vụ {crop} với {n} héc-ta, nhiều hơn năm trước {m} phần trăm.",
    "Theo người dân, giá {crop} tại vườn dao động từ {n} đến {n2} nghìn đồng mỗi cân.",
    "Đoạn {thing} dài {n} mét qua {place} đã làm xong phần nền, còn chờ trải mặt.",
    "{person} kể nhà có {m} sào đất, mấy năm nay chuyển sang trồng {crop}.",
    "Trời mưa to trong {m} ngày khiến nước suối dâng, học sinh ở {place} phải nghỉ học.",
    "Anh em trong xóm góp công sửa {thing}, mỗi hộ một buổi, ai có xe thì chở vật liệu.",
    "Lớp học có {m} em, phần lớn ở xa, cuối tuần mới về nhà.",
    "Chị {given} bán hàng ở chợ phiên từ sáng sớm, ngày đắt khách được vài trăm nghìn đồng.",
    "Vụ này {place} gieo {n} héc-ta, sâu bệnh ít, lúa trổ đều.",
    "Đội bóng của {place} thắng {m} - 0 trong trận mở màn giải làng.",
    "Hơn {n} người xem đứng kín hai bên sân từ lúc chưa sáng rõ.",
    "{person}, {n} tuổi, là người giữ nghề đan lát lâu nhất trong bản.",
    "Sau cơn lũ, {thing} hư hỏng nặng, người dân tạm đi vòng qua đường mòn.",
    "Xe khách chạy tuyến này mỗi ngày {m} chuyến, ngày lễ thì tăng gấp đôi.",
)
HEADLINES = (
    "{place} vào vụ {crop}", "Làm xong {thing} ở {place}", "Chuyện người trồng {crop}", "Chợ phiên {place}",
    "Giá {crop} tăng nhẹ", "Một ngày ở {place}", "Sửa lại {thing} sau lũ",
)  # fmt: skip
ACTIVITIES = (
    ("thăm {thing} ở xã {place}", "đến thăm công trường {thing} tại xã {place}"),
    ("họp về vụ {crop}", "chủ trì cuộc họp bàn việc tiêu thụ {crop}"),
    ("gặp mặt nông dân {place}", "gặp mặt các hộ trồng {crop} của xã {place}"),
    ("kiểm tra {thing}", "kiểm tra tiến độ {thing} qua xã {place}"),
)


class Violation(NamedTuple):
    kind: str
    words: str


class Piece(NamedTuple):
    fields: dict[str, Any]
    violations: tuple[Violation, ...]


class Maker:
    """Makes one piece after the other; `leaders` is the share of those that name leaders."""

    def __init__(self, seed: int, leaders: float, wrong: float, characters: int) -> None:
        self._random = random.Random(seed)
        self._leaders, self._wrong, self._characters = leaders, wrong, characters

    def piece(self, number: int) -> Piece:
        pick = self._random
        outlet, medium = pick.choice(OUTLETS)
        day = FIRST + timedelta(days=pick.randrange((LAST - FIRST).days + 1))
        led = pick.random() < self._leaders
        fields: dict[str, Any] = {
            "id": f"{number:09}",
            "outlet": outlet,
            "medium": medium,
            "published": f"{day.isoformat()} {pick.randrange(14, 24):02}:{pick.randrange(60):02}",
            "section": pick.choice(SECTIONS),
        }
        if medium == "báo in":
            fields["page"] = pick.randrange(1, 9)
        if not led:
            place, crop, thing = self._things()
            fields["title"] = pick.choice(HEADLINES).format(place=place, crop=crop, thing=thing)
            fields["text"] = "\n\n".join(self._paragraphs(self._characters))
            return Piece(fields, ())
        return self._of_leaders(fields, day)

    def _of_leaders(self, fields: dict[str, Any], day: date) -> Piece:
        pick = self._random
        place, crop, thing = self._things()
        said = {"place": place, "crop": crop, "thing": thing}
        fields["event"] = "thăm cơ sở"
        short, long = (each.format(**said) for each in pick.choice(ACTIVITIES))
        people = sorted(pick.sample(LEADERS, pick.randrange(2, 5)))
        head, rest = people[0], people[1:]
        kind = self._kind(fields, head, rest) if pick.random() < self._wrong else None
        violations: list[Violation] = []
        titles = head[2]
        if kind == "former-title":
            titles = cast("str", head[3])
            violations.append(Violation(kind, titles))
        named = f"đồng chí {head[1]}, {titles}," if kind != "drop-title" else f"đồng chí {head[1]}"
        if kind == "drop-title":
            violations.append(Violation(kind, head[1]))
        elif kind == "swap":
            rest = sorted(rest, reverse=True)
            violations.append(Violation(kind, rest[-1][1]))
        listed = "; ".join(f"{name}, {their}" for _, name, their, _ in rest)
        lead = f"Ngày {day.day}/{day.month}, {named} {long}."
        also = f"Cùng dự có các đồng chí: {listed}." if len(rest) > 1 else f"Cùng dự có đồng chí {listed}."
        fields["title"] = f"Lãnh đạo tỉnh {short}"
        length = 900
        if kind == "too-long":
            length = 9000
            violations.append(Violation(kind, ""))
        fields["text"] = "\n\n".join([lead, also, *self._paragraphs(length)])
        if fields["medium"] == "báo điện tử":
            before = 3 if kind == "late" else 0
            fields["event_time"] = f"{(day - timedelta(days=before)).isoformat()} 08:00"
            if kind == "late":
                violations.append(Violation(kind, ""))
        return Piece(fields, tuple(violations))

    def _kind(self, fields: dict[str, Any], head: tuple[Any, ...], rest: list[tuple[Any, ...]]) -> str | None:
        """A violation that this piece can have."""
        kinds = ["drop-title", "too-long"]
        if len({rank for rank, *_ in rest}) > 1:
            kinds.append("swap")
        if head[3] is not None:
            kinds.append("former-title")
        if fields["medium"] == "báo điện tử":
            kinds.append("late")
        return self._random.choice(kinds)

    def _things(self) -> tuple[str, str, str]:
        pick = self._random
        return pick.choice(COMMUNES), pick.choice(CROPS), pick.choice(THINGS)

    def _paragraphs(self, characters: int) -> Iterator[str]:
        pick = self._random
        left = characters
        while left > 0:
            told = []
            for _ in range(pick.randrange(2, 5)):
                place, crop, thing = self._things()
                low = pick.randrange(2, 90)
                told.append(
                    pick.choice(SENTENCES).format(
                        place=place, crop=crop, thing=thing, n=low, n2=low + 7, m=pick.randrange(2, 9),
                        given=pick.choice(GIVEN),
                        person=f"{pick.choice(FAMILY)} {pick.choice(MIDDLE)} {pick.choice(GIVEN)}",
                    )
                )  # fmt: skip
            paragraph = " ".join(told)
            left -= len(paragraph)
            yield paragraph


class Made(NamedTuple):
    """One line of the archive, and what is true of it."""

    fields: dict[str, Any] | None
    """None: a line that cannot be read."""
    truth: tuple[dict[str, Any], ...]


def make(
    size: int,
    seed: int = 7,
    leaders: float = 0.3,
    wrong: float = 0.2,
    copies: float = 0.01,
    broken: float = 0.001,
    characters: int = 1600,
) -> Iterator[Made]:
    """`copies` is the share of lines that repeat an earlier one, and of those that replace one."""
    maker = Maker(seed, leaders, wrong, characters)
    pick = random.Random(f"copies of {seed}")
    recent: list[tuple[int, Piece]] = []
    for number in range(size):
        lot = pick.random()
        if lot < broken:
            yield Made(None, ({"doc": number, "kind": "unreadable"},))
            continue
        if recent and lot < broken + copies:
            of, piece = pick.choice(recent)
            fields = {**piece.fields, "id": f"{number:09}"}
            truth: list[dict[str, Any]] = [{"doc": number, "kind": "duplicate", "of": of}]
        elif recent and lot < broken + 2 * copies:
            at = pick.randrange(len(recent))
            of, piece = recent.pop(at)
            text = (
                piece.fields["text"] + f"\n\nBài đăng lần hai, thêm một ảnh của xã {pick.choice(COMMUNES)}."
            )
            fields = {**piece.fields, "text": text}
            truth = [{"doc": of, "kind": "earlier", "of": number}]
        else:
            piece = maker.piece(number)
            fields, truth = piece.fields, []
            recent.append((number, piece))
            if len(recent) > 200:
                recent.pop(0)
        truth += [
            {"doc": number, "kind": each.kind, "rule": RULES[each.kind], "words": each.words}
            for each in piece.violations
        ]
        yield Made(fields, tuple(truth))


def write(path: Path, size: int, **options: Any) -> None:
    """The archive in the format of its name (`.jsonl`, `.jsonl.gz`, `.parquet`), and its truth beside it."""
    truth_path = path.with_name(f"{path.name}.truth.jsonl")
    with truth_path.open("w", encoding="utf-8", newline="\n") as truth:
        lines = _told(make(size, **options), truth)
        if path.suffix == ".parquet":
            _write_parquet(path, lines)
        elif path.suffix == ".gz":
            with path.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as stream:
                _write_lines(cast("IO[bytes]", stream), lines)
        else:
            with path.open("wb") as stream:
                _write_lines(stream, lines)


def _told(made: Iterator[Made], truth: IO[str]) -> Iterator[dict[str, Any] | None]:
    for each in made:
        for line in each.truth:
            truth.write(json.dumps(line, ensure_ascii=False) + "\n")
        yield each.fields


def _write_lines(stream: IO[bytes], lines: Iterator[dict[str, Any] | None]) -> None:
    for fields in lines:
        text = '{"title": "Dòng hỏng' if fields is None else json.dumps(fields, ensure_ascii=False)
        stream.write(text.encode() + b"\n")


def _write_parquet(path: Path, lines: Iterator[dict[str, Any] | None]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    names = ("id", "outlet", "medium", "published", "section", "title", "text", "event", "event_time", "page")
    described = pa.schema([(name, pa.int32() if name == "page" else pa.string()) for name in names])
    with parquet.ParquetWriter(path, described, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for fields in lines:
            rows.append(fields or {})
            if len(rows) == 5000:
                writer.write_table(pa.Table.from_pylist(rows, described))
                rows = []
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, described))


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes an archive with known violations.")
    parser.add_argument("size", type=int, help="pieces")
    parser.add_argument("path", type=Path, help=".jsonl, .jsonl.gz or .parquet")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--leaders", type=float, default=0.3, help="share of pieces that name leaders")
    parser.add_argument("--wrong", type=float, default=0.2, help="share of those with a violation")
    parser.add_argument("--characters", type=int, default=1600, help="of a piece without leaders")
    options = parser.parse_args()
    write(
        options.path,
        options.size,
        seed=options.seed,
        leaders=options.leaders,
        wrong=options.wrong,
        characters=options.characters,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
