"""The rules of a drafted pack, each with its examples, by what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiemtin.adopting.drafting.examples import (
    HIGH,
    TOP,
    Person,
    beyond,
    day_of,
    headline,
    long_text,
    too_long,
)
from kiemtin.adopting.drafting.questions import TIMED, Answers
from kiemtin.language.writing.printing import quoted

_VISIT = "thăm xã Hòa Sơn"


class Articles:
    """Lines of a pack. Examples are of a day on which the pack is in force."""

    def __init__(self, answers: Answers) -> None:
        self.day = day_of(answers)
        self.dated = f"ngày_đăng = {self.day}"
        self.later = f"{self.day[:6]}{int(self.day[6:]) + 6}"

    def _example(self, kind: str, texts: Sequence[str], data: str, reports: str = "") -> Iterator[str]:
        yield f"    ví dụ {kind} {quoted(texts[0])}"
        yield from (f"      {quoted(text)}" for text in texts[1:])
        if data:
            yield f"      với {data}"
        if reports:
            yield f"      báo {quoted(reports)}"

    def _visits(self, person: tuple[str, str, int] | Person) -> str:
        return f"Đồng chí {person[0]}, {person[1]}, {_VISIT}."

    def naming(self, low: Person) -> Iterator[str]:
        first, second = f"{HIGH[0]}, {HIGH[1]}", f"{low.name}, {low.office}"
        yield 'Khoản 1. "Nêu nhiều lãnh đạo trong một danh sách thì theo thứ bậc từ cao xuống thấp."'
        yield "  quy tắc nêu-sai-thứ-bậc"
        yield "    với mỗi ds trong tin.danh_sách"
        yield "    khi ds.số_lãnh_đạo >= 2"
        yield "    phải ds.lãnh_đạo xếp theo thứ_bậc"
        yield "    sửa xếp lại ds.lãnh_đạo"
        yield from self._example("đạt", [f"Dự hội nghị có các đồng chí: {first}; {second}."], self.dated)
        yield from self._example(
            "lỗi", [f"Dự hội nghị có các đồng chí: {second}; {first}."], self.dated, HIGH[0]
        )
        yield from self._example("ngoài phạm vi", [self._visits(HIGH)], self.dated)
        yield 'Khoản 2. "Lần đầu nêu tên phải kèm chức danh; các lần sau có thể nêu gọn."'
        yield "  quy tắc nêu-tên-thiếu-chức-danh"
        yield "    với mỗi người trong tin.lãnh_đạo"
        yield "    khi người có lần_đầu_ngoài_tít"
        yield "    phải người.lần_đầu_ngoài_tít có chức_danh"
        yield "    sửa thêm người.chức_danh_đầy_đủ"
        yield from self._example("đạt", [self._visits(HIGH)], self.dated)
        yield from self._example("lỗi", [f"Đồng chí {HIGH[0]} {_VISIT}."], self.dated, HIGH[0])
        yield from self._example("ngoài phạm vi", ["Xã Hòa Sơn khánh thành trường mầm non."], self.dated)
        yield "  quy tắc chức-danh-không-còn-hiệu-lực"
        yield "    với mỗi lượt trong tin.lượt_nhắc"
        yield "    khi lượt.chức_danh có trong danh_bạ"
        yield "    phải lượt.chức_danh đúng vào ngày tin.ngày_đăng"
        yield "    sửa thay bằng lượt.chức_danh_đúng"
        yield from self._example("đạt", [self._visits(HIGH)], self.dated)
        yield from self._example(
            "lỗi",
            [f"Đồng chí {HIGH[0]}, Chủ tịch UBND tỉnh Nam Sơn, {_VISIT}."],
            self.dated,
            "Chủ tịch UBND tỉnh Nam Sơn",
        )

    def length(self, answers: Answers) -> Iterator[str]:
        found = too_long(answers)
        excepted = [each.strip() for each in answers.values.get("excepted", "").split(";") if each.strip()]
        yield "  quy tắc tin-quá-dài"
        yield "    khi tin có nhân_vật_chính"
        yield "    phải tin.độ_dài không quá giới_hạn"
        if found is not None:
            person, medium, limit = found
            data = f"{self.dated}, loại_hình = {quoted(medium)}" + (
                ', sự_kiện = "thăm cơ sở"' if excepted else ""
            )
            short = ", thời_lượng = 1 giây" if medium in TIMED else ""
            yield from self._example("đạt", [self._visits(person)], data + short)
            if medium in TIMED:
                yield from self._example(
                    "lỗi", [self._visits(person)], f"{data}, thời_lượng = {beyond(limit)}"
                )
            else:
                yield from self._example("lỗi", [self._visits(person), *long_text(limit)], data)
        yield from self._example("ngoài phạm vi", ["Xã Hòa Sơn khánh thành trường mầm non."], self.dated)
        if excepted:
            yield "  ngoại lệ theo-kế-hoạch-riêng của tin-quá-dài"
            yield f"    khi tin.sự_kiện trong {{{', '.join(map(quoted, excepted))}}}"

    def front_page(self, rank: str) -> Iterator[str]:
        if not rank:
            return
        print_ = 'loại_hình = "báo in"'
        yield 'Khoản 1. "Tin về lãnh đạo chủ chốt đăng ở trang nhất báo in."'
        yield "  quy tắc tin-chủ-chốt-không-ở-trang-nhất"
        yield f"    khi tin.{print_} và tin.bậc <= {rank}"
        yield "    nên tin.trang = 1"
        yield from self._example("đạt", [self._visits(TOP)], f"{self.dated}, {print_}, trang = 1")
        yield from self._example("lỗi", [self._visits(TOP)], f"{self.dated}, {print_}, trang = 3")
        yield from self._example(
            "ngoài phạm vi", ["Xã Hòa Sơn khánh thành trường mầm non."], f"{self.dated}, {print_}, trang = 3"
        )

    def _rows(self, *headlines: str) -> Iterator[str]:
        yield "      | vị_trí | tít |"
        yield from (f"      | {at} | {words} |" for at, words in enumerate(headlines, start=1))
        yield f"      với {self.dated}"

    def bulletins(self, leading: str, low: Person) -> Iterator[str]:
        first = f"{HIGH[1]} {HIGH[0]} {_VISIT}"
        second = f"{low.office} {low.name} dự hội nghị"
        others = ["Hội chợ nông sản khai mạc", "Thời tiết", "Giá lúa trong ngày", "Giải bóng đá học sinh"]
        yield 'Khoản 2. "Tin về lãnh đạo bậc cao ở đầu bản tin; các tin ấy xếp theo thứ bậc."'
        if leading:
            fillers = (others * int(leading))[: int(leading)]
            yield "  quy tắc tin-lãnh-đạo-không-ở-đầu-bản-tin"
            yield "    với mỗi mục trong bản_tin.mục"
            yield "    khi mục.bậc <= 9"
            yield f"    nên mục.vị_trí <= {leading}"
            yield "    ví dụ đạt"
            yield from self._rows(first, *others[:1])
            yield "    ví dụ lỗi"
            yield from self._rows(*fillers, first)
            yield "    ví dụ ngoài phạm vi"
            yield from self._rows(*others[:1])
        yield "  quy tắc bản-tin-sai-thứ-tự"
        yield "    phải bản_tin.mục_lãnh_đạo xếp theo thứ_bậc"
        yield "    sửa xếp lại bản_tin.mục_lãnh_đạo"
        yield "    ví dụ đạt"
        yield from self._rows(first, second)
        yield "    ví dụ lỗi"
        yield from self._rows(second, first)

    def deadline(self, hours: str) -> Iterator[str]:
        online = f'loại_hình = "báo điện tử", thời_điểm_sự_kiện = {self.day} 08:00'
        yield f"  tham số hạn_đăng là {hours}"
        yield "  quy tắc đăng-chậm"
        yield '    khi tin.loại_hình = "báo điện tử"'
        yield "    phải tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện không quá hạn_đăng"
        yield from self._example("đạt", [self._visits(HIGH)], f"{online}, thời_điểm_đăng = {self.day} 08:00")
        yield from self._example(
            "lỗi", [self._visits(HIGH)], f"{online}, thời_điểm_đăng = {self.later} 08:00"
        )
        yield from self._example("ngoài phạm vi", [self._visits(HIGH)], f'{self.dated}, loại_hình = "báo in"')

    def headline(self, most: int) -> Iterator[str]:
        yield "  quy tắc tít-quá-dài"
        yield "    khi tin có tít"
        yield f"    nên tin.tít.số_chữ không quá {most} chữ"
        yield from self._example("đạt", ["Nội dung tin."], f"tít = {quoted(headline(most))}")
        yield from self._example("lỗi", ["Nội dung tin."], f"tít = {quoted(headline(most + 1))}")

    def earliest(self, hour: int) -> Iterator[str]:
        screen = 'loại_hình = "truyền hình"'
        yield "  quy tắc phát-trước-giờ-thời-sự"
        yield f"    khi tin.{screen} và tin.bậc <= 9"
        yield f"    nên tin.giờ_đăng ít nhất {hour} giờ"
        yield from self._example(
            "đạt", [self._visits(HIGH)], f"{screen}, thời_điểm_đăng = {self.day} {hour:02d}:00"
        )
        yield from self._example(
            "lỗi", [self._visits(HIGH)], f"{screen}, thời_điểm_đăng = {self.day} {hour - 1:02d}:59"
        )
        yield from self._example(
            "ngoài phạm vi", [self._visits(HIGH)], f'{self.dated}, loại_hình = "phát thanh"'
        )

    def share(self, percent: str) -> Iterator[str]:
        share = int(percent)
        led, other = f"{HIGH[1]} {HIGH[0]} {_VISIT}", "Hội chợ nông sản khai mạc"
        yield "  quy tắc tin-lãnh-đạo-chiếm-quá-nhiều"
        yield "    khi bản_tin có mục_lãnh_đạo"
        yield "    nên tổng mục.thời_lượng với mỗi mục trong bản_tin.mục_lãnh_đạo"
        yield f"      / tổng mục.thời_lượng với mỗi mục trong bản_tin.mục không quá {share}%"
        for kind, seconds in (("đạt", share), ("lỗi", share + 1)):
            yield f"    ví dụ {kind}"
            yield "      | tít | thời_lượng |"
            yield f"      | {led} | {seconds} giây |"
            if seconds < 100:
                yield f"      | {other} | {100 - seconds} giây |"
            yield f"      với {self.dated}"
