"""Of which time a sentence speaks, on invented sentences in a piece of 12 March 2024."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

import kiemtin_rules
from kiemtin.foundation.places import Span
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.evidence.time_told import Standing, Time, sentence_of, time_told

DAY = date(2024, 3, 12)
LISTS = yaml.safe_load(
    (Path(kiemtin_rules.__file__).parent / "vocabulary" / "evidence.yaml").read_text("utf-8")
)


def told(text: str, standing: Standing = Standing.ELSEWHERE) -> tuple[Time, date | None]:
    """Of `[title]` with `{name}`, marked so in the text."""
    title = Span(text.index("["), text.index("]") - 1)
    name_at = text.index("{")
    plain = text.replace("[", "").replace("]", "").replace("{", "").replace("}", "")
    shift = 2 if name_at > title.end else 0
    name = Span(name_at - shift, text.index("}") - 1 - shift)
    if shift == 0:
        title = Span(title.start - 2, title.end - 2)
    found = time_told(PhrasesTold(LISTS), plain, title, name, DAY, standing)
    return found.time, found.day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Sáng nay, [Bí thư Tỉnh ủy] {Trần Văn An} thăm xã Hòa Sơn.", Time.PRESENT),
        ("Sáng 12/3, [Bí thư Tỉnh ủy] {Trần Văn An} về xã Hòa Sơn.", Time.PRESENT),
        ("Ngày 11-3-2024, [Bí thư Tỉnh ủy] {Trần Văn An} về xã.", Time.PRESENT),
        ("[Bí thư Tỉnh ủy] {Trần Văn An} phát biểu tại hội nghị.", Time.PRESENT),
        ("Chiều nay, ông {Trần Văn An}, [Bí thư Tỉnh ủy], về xã.", Time.PRESENT),
        ("Trên cương vị [Chủ tịch UBND tỉnh], ông {Trần Văn An} đã có vi phạm.", Time.PAST),
        ("Trong thời gian giữ cương vị [Giám đốc Sở], ông {Trần Văn An} ký giấy phép.", Time.PAST),
        ("Sau khi HĐND tỉnh miễn nhiệm [Chủ tịch UBND tỉnh] {Trần Văn An}, dân bàn tán.", Time.PAST),
        ("[Chủ tịch UBND tỉnh] {Trần Văn An} (ảnh năm 2019).", Time.PAST),
        ("Vào tháng 6/2022, [Chủ tịch UBND tỉnh] {Trần Văn An} ký quyết định.", Time.PAST),
        ("Gia đình báo tin [Bí thư Tỉnh ủy] {Trần Văn An} từ trần.", Time.PAST),
        ("Người dân nhớ [Bí thư Tỉnh ủy] {Trần Văn An} như một người thân.", Time.UNSAID),
        ("[Bí thư Tỉnh ủy] {Trần Văn An} yêu cầu làm tốt từng bước.", Time.PRESENT),
    ],
)
def test_the_time_of_a_sentence(text: str, time: Time) -> None:
    assert told(text)[0] is time


def test_a_date_moves_the_day_on_which_the_title_is_judged() -> None:
    text = "Ngày 1/9/2020, [Chủ tịch UBND tỉnh] {Trần Văn An} đã ký quyết định ấy."
    assert told(text) == (Time.THEN, date(2020, 9, 1))


def test_a_date_without_a_year_is_the_last_one_that_was() -> None:
    assert told("Trước đó, ngày 14/11, [Bí thư] {Trần Văn An} ký.") == (Time.THEN, date(2023, 11, 14))


def test_a_term_is_no_time() -> None:
    text = "[Ủy viên Ban Chấp hành Đảng bộ tỉnh nhiệm kỳ 2015-2020] {Trần Văn An} dự hội nghị."
    assert told(text)[0] is Time.PRESENT


def test_whoever_attends_does_so_as_what_he_is() -> None:
    text = "Dự lễ viếng có [Bí thư Tỉnh ủy] {Trần Văn An}."
    assert told(text, Standing.LISTED)[0] is Time.PRESENT
    assert told(text)[0] is Time.PAST


def test_a_headline_speaks_of_the_day_of_its_piece() -> None:
    assert told("[Bí thư Tỉnh ủy] {Trần Văn An} và câu chuyện hạt lúa", Standing.OPENING)[0] is Time.PRESENT


def test_sentences_go_on_over_abbreviations_and_dates() -> None:
    text = "Mưa to. Ngày 12.3, tại TP. Nam Sơn, ông A dự lễ. Trời tạnh."
    start, end = sentence_of(text, text.index("ông A"), text.index("ông A") + 5)
    assert text[start:end].strip() == "Ngày 12.3, tại TP. Nam Sơn, ông A dự lễ"
