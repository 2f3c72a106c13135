from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import etree

from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace
from kiemtin.reporting.report import Report
from kiemtin.reporting.word.annotating import annotate

from .conftest import Copy, W

CopyOf = Callable[..., Copy]
Judge = Callable[..., Report]
TITLES = ", Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy,"
TOUCHED = {"word/document.xml", "word/comments.xml"}


def test_comments_stand_on_exactly_the_words(copy_of: CopyOf, sample: bytes) -> None:
    ours = [each for each in copy_of(sample).comments() if each.author == "Kiểm tin"]

    assert [each.on for each in ours] == ["Tỉnh Nam Sơn họp giao ban quý I", "Trần Văn An", "Vũ Minh Đức"]
    assert ours[1].lines[0] == "[1] LỖI: “Trần Văn An” được nêu mà không kèm chức danh"
    assert "Căn cứ: Điều 4, Khoản 2, qđ-tỉnh-mẫu (minh họa): “Lần đầu nêu tên" in ours[1].lines[1]
    assert ours[1].lines[-1].startswith("Quy tắc: qđ-tỉnh-mẫu.nêu-tên-thiếu-chức-danh · ")


def test_the_first_comment_says_what_could_not_be_checked(copy_of: CopyOf, sample: bytes) -> None:
    overview = copy_of(sample).comments()[2].lines

    assert overview[0] == "Kiểm tin: 2 lỗi, 0 cảnh báo, 0 lưu ý, 1 quy tắc CHƯA KIỂM ĐƯỢC."
    assert any("Thiếu giờ đăng: chưa kiểm được đăng-chậm" in line for line in overview)
    assert any("Số liệu minh họa" in line for line in overview)


def test_splitting_keeps_text_and_formatting(copy_of: CopyOf, sample: bytes) -> None:
    assert copy_of(sample).looks() == Copy(sample).looks()


@pytest.mark.parametrize("suggest", [False, True])
def test_other_parts_are_the_same_byte_by_byte(copy_of: CopyOf, sample: bytes, suggest: object) -> None:
    before, after = Copy(sample), copy_of(sample, suggest=suggest)

    assert [*after.parts] == [*before.parts]
    assert {name for name in before.parts if before.parts[name] != after.parts[name]} == TOUCHED


def test_comments_and_changes_of_others_stay(copy_of: CopyOf, sample: bytes) -> None:
    before, after = Copy(sample), copy_of(sample, suggest=True)

    assert after.comments()[:2] == before.comments()
    assert [each.on for each in before.comments()] == ["Tỉnh ủy, ông Trần Văn"] * 2
    assert after.changes("Nguyễn Biên Tập") == before.changes("Nguyễn Biên Tập") != []


def test_suggestions_are_tracked_with_the_formatting_of_what_moves(copy_of: CopyOf, sample: bytes) -> None:
    copy = copy_of(sample, suggest=True)

    assert copy.changes() == [
        ("ins", TITLES),
        ("del", "Vũ Minh Đức"),
        ("del", ", Phó Chủ tịch UBND tỉnh; "),
        ("ins", "; Vũ Minh Đức, Phó Chủ tịch UBND tỉnh"),
    ]
    looks = copy.looks()
    assert looks[4:6] == [(" An", ("b", "i")), (looks[5][0], ())]  # the title is not bold as the name is
    assert looks[5][0].startswith(TITLES)
    assert looks[-5:-2] == [
        (", Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; ", ()),
        ("Vũ Minh Đức", ("b",)),
        (looks[-3][0], ()),
    ]
    assert "thay đổi được theo dõi" in copy.comments()[3].lines[-2]


def test_accepting_the_suggestions_leaves_nothing_to_change(judge: Judge, sample: bytes) -> None:
    copy = annotate(sample, judge(sample), "vi", suggest=True)

    assert [each.rule for each in judge(copy).judgement.findings if each.outcome == "failed"] == []


def test_rejecting_the_suggestions_gives_the_draft_back(copy_of: CopyOf, sample: bytes) -> None:
    copy = copy_of(sample, suggest=True)
    for each in [*copy.body.iter(W + "ins", W + "del")]:
        if each.get(W + "author") != "Kiểm tin":
            continue
        if each.tag == W + "ins":
            each.getparent().remove(each)
            continue
        for text in each.iter(W + "delText"):
            text.tag = W + "t"
        for run in list(each):
            each.addprevious(run)
        each.getparent().remove(each)

    assert copy.looks() == Copy(sample).looks()


def test_run_again_on_the_copy_ours_are_replaced(judge: Judge, sample: bytes) -> None:
    once = annotate(sample, judge(sample), "vi")
    twice = annotate(once, judge(once), "vi")

    assert Copy(twice).comments() == Copy(once).comments()
    assert twice == once


def test_an_undecided_suggestion_keeps_its_comment(judge: Judge, sample: bytes) -> None:
    once = annotate(sample, judge(sample), "vi", suggest=True)
    twice = Copy(annotate(once, judge(once), "vi", suggest=True))

    assert twice.changes() == Copy(once).changes()
    assert [each.lines[0] for each in twice.comments() if each.lines[0].startswith("[")] == [
        each.lines[0] for each in Copy(once).comments() if each.lines[0].startswith("[")
    ]


def with_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, changed.get(name, source.read(name)))
    return stream.getvalue()


def test_a_comment_of_ours_that_was_answered_stays_and_is_not_doubled(judge: Judge, sample: bytes) -> None:
    once = annotate(sample, judge(sample), "vi")
    parts = Copy(once).parts
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    root = etree.fromstring(parts["word/comments.xml"])
    ours = [each for each in root if each.get(W + "author") == "Kiểm tin"][1]
    ours.findall(W + "p")[-1].set(f"{{{w14}}}paraId", "00000077")
    answer = etree.SubElement(root, W + "comment", {W + "id": "99", W + "author": "Nguyễn Biên Tập"})
    etree.SubElement(answer, W + "p", {f"{{{w14}}}paraId": "00000078"})
    extended = parts["word/commentsExtended.xml"].replace(
        b"</w15:commentsEx>",
        b'<w15:commentEx w15:paraId="00000078" w15:paraIdParent="00000077" w15:done="0"/></w15:commentsEx>',
    )
    answered = with_parts(
        once, {"word/comments.xml": etree.tostring(root), "word/commentsExtended.xml": extended}
    )

    again = Copy(annotate(answered, judge(answered), "vi"))

    heads = [each.lines[0] for each in again.comments() if each.lines]
    assert sum(head.startswith("[1] LỖI: “Trần Văn An”") for head in heads) == 1
    assert sum(head.startswith("[2] LỖI") for head in heads) == 1
    assert [each.on for each in again.comments() if each.lines and "[1]" in each.lines[0]] == ["Trần Văn An"]


def test_the_time_of_checking_is_given_or_not_told(copy_of: CopyOf, judge: Judge, sample: bytes) -> None:
    assert b"w:date=" not in copy_of(sample).parts["word/comments.xml"].split(b'w:author="Ki')[1]
    noon = datetime(2024, 3, 12, 12, tzinfo=UTC)
    assert b'w:date="2024-03-12T12:00:00Z"' in copy_of(sample, checked=noon).parts["word/comments.xml"]
    assert annotate(sample, judge(sample), "vi") == annotate(sample, judge(sample), "vi")


def test_another_file_than_the_one_judged_is_refused(judge: Judge, sample: bytes) -> None:
    with pytest.raises(ValueError, match="not the file"):
        annotate(sample + b"\0", judge(sample), "vi")


def at(report: Report, words: str) -> Report:
    """The report with its first failure at other words."""
    start = report.document.text.index(words)
    first = next(each for each in report.judgement.findings if each.outcome == "failed")
    moved = replace(first, place=Span(start, start + len(words)), related=(), fix=None)
    return report._replace(judgement=replace(report.judgement, findings=(moved,)))


@pytest.mark.parametrize(
    ("words", "on", "quoted"),
    [
        ("liên xã do bà Hoàng", "liên xã do bà Hoàng", False),  # in another's insertion
        ("Suối", "Suối", False),  # in a link
        ("2024.", "2024.", False),  # over the end of a field
        ("và về hồ", "và về hồ", False),  # over the beginning of a link
        ("Hồ Văn Nam", "", True),  # in a footnote: on its sign
        (
            "Ngô Thị Giang",
            "Đồng chí Ngô Thị Giang trồng cây tại Đồng Mít.",
            True,
        ),  # in a text box: on what carries it
        ("An chủ trì họp giao ban.\nDự họp", "An chủ trì họp giao ban.Dự họp", False),  # over two paragraphs
    ],
)
def test_places_in_all_sorts_of_text(
    judge: Judge, sample: bytes, words: str, on: str, quoted: object
) -> None:
    report = at(judge(sample), words)
    copy = Copy(annotate(sample, report, "vi"))
    comment = copy.comments()[-1]

    assert comment.on == on
    assert (f"“{words}”" in "".join(comment.lines)) is quoted
    assert copy.looks() == Copy(sample).looks()
    assert copy.changes("Nguyễn Biên Tập") == Copy(sample).changes("Nguyễn Biên Tập")


def test_control_characters_and_markup_stay_words(judge: Judge, sample: bytes) -> None:
    report = judge(sample)
    first = next(each for each in report.judgement.findings if each.outcome == "failed")
    words = type(first.words)({"name": "</w:t>\x1b[31m\x00\u202e\ufffe&=1+1"})
    bad = replace(first, message="judging.failed.no-title", words=words)
    told = Copy(annotate(sample, report._replace(judgement=replace(report.judgement, findings=(bad,))), "vi"))

    said = told.comments()[-1].lines[0]
    assert "</w:t>\u241b[31m\u2400\ufffd\ufffd&=1+1" in said


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_summary_says_it_when_nothing_is_found(judge: Judge, lang: Any) -> None:
    clean = judge(
        b"Gi\xc3\xa1 ch\xc3\xa8 t\xc4\x83ng nh\xe1\xba\xb9\n\nGi\xc3\xa1 ch\xc3\xa8 t\xc4\x83ng.", "b.txt"
    )
    from kiemtin.reporting.word.composing import compose

    made = compose(clean, lang)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    said = Copy(made).comments()

    assert len(said) == 1
    assert said[0].on == "Giá chè tăng nhẹ"
    assert len(said[0].lines) >= 2
