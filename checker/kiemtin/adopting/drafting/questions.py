"""What is asked before a pack is written: each question with its key, and which packs it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from kiemtin.documents.keys import plain_key

Kind = Literal["province", "newsroom"]


class Question(NamedTuple):
    """`vi` is what the question is called in forms and files, as is `key`; the message `ask.<key>` explains
    it. An empty default leaves out what it would write."""

    key: str
    vi: str
    default: str
    newsroom_default: str
    kinds: tuple[Kind, ...]


_BOTH: tuple[Kind, ...] = ("province", "newsroom")
QUESTIONS: Sequence[Question] = (
    Question("name", "tên bộ", "quy-định-tỉnh", "nội-quy", _BOTH),
    Question("title", "tên văn bản", "Quy định về thông tin hoạt động của lãnh đạo tỉnh",
             "Nội quy của tòa soạn về thông tin hoạt động của lãnh đạo", _BOTH),
    Question("number", "số hiệu", "", "", ("province",)),
    Question("issuer", "ban hành", "Ban Thường vụ Tỉnh ủy", "", _BOTH),
    Question("in_force", "hiệu lực từ", "", "", _BOTH),
    Question("source", "nguồn đối chiếu", "", "", _BOTH),
    Question("refines", "cụ thể hóa", "", "qđ-tỉnh-mẫu", ("newsroom",)),
    Question("front_page", "trang nhất đến bậc", "5", "", ("province",)),
    Question("leading_items", "số tin đầu", "3", "", ("province",)),
    Question("deadline", "hạn đăng", "24 giờ", "", _BOTH),
    Question("excepted", "sự kiện ngoại lệ", "đại hội; kỳ họp HĐND", "", ("province",)),
    Question("headline", "tít dài nhất", "", "", ("newsroom",)),
    Question("earliest", "giờ phát sớm nhất", "", "", ("newsroom",)),
    Question("share", "tỉ lệ tin lãnh đạo", "", "", ("newsroom",)),
)  # fmt: skip
OF_KEY: Mapping[str, Question] = {
    plain_key(name): question for question in QUESTIONS for name in (question.key, question.vi)
}
MEDIA = ("báo in", "báo điện tử", "phát thanh", "truyền hình")
TIMED = MEDIA[2:]
"""Media whose length is time."""
USUAL_LIMITS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("bậc 1..5", ("1000 chữ", "1200 chữ", "180 giây", "180 giây")),
    ("bậc 6..9", ("700 chữ", "900 chữ", "120 giây", "120 giây")),
    ("còn lại", ("400 chữ", "500 chữ", "60 giây", "90 giây")),
)
"""Illustrations, which the pack says."""


class Answers(NamedTuple):
    """Answers as they were checked: `values` by key, all of them; `limits` have a cell for each of `media`,
    `-` where there is no limit, an empty one where nothing is said; `order` has a rank with its offices."""

    kind: Kind
    values: Mapping[str, str]
    media: tuple[str, ...]
    limits: tuple[tuple[str, tuple[str, ...]], ...]
    order: tuple[tuple[int, tuple[str, ...]], ...]


def questions(kind: Kind) -> list[Question]:
    return [each for each in QUESTIONS if kind in each.kinds]


def default(question: Question, kind: Kind) -> str:
    return question.default if kind == "province" else question.newsroom_default
