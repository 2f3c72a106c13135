"""Which lists are ones of protocol, on invented sentences: the list is what stands in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import kiemtin_rules
from kiemtin.foundation.places import Span
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.evidence.protocol import ListKind, list_told

LISTS = yaml.safe_load(
    (Path(kiemtin_rules.__file__).parent / "vocabulary" / "evidence.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dự hội nghị có các đồng chí [Trần Văn An, Bí thư; Lê Thị Bình, Phó Bí thư].", ListKind.PROTOCOL),
        ("[Bí thư Trần Văn An và Phó Bí thư Lê Thị Bình] dự hội nghị.", ListKind.PROTOCOL),
        ("[Bí thư Trần Văn An, Chủ tịch Lê Thị Bình], chủ trì hội nghị.", ListKind.PROTOCOL),
        ("Từ trái qua: [ông An, bà Bình] tại lễ khai mạc.", ListKind.OTHER_ORDER),
        ("[Chủ tịch Lê Thị Bình, Bí thư Trần Văn An] ký nghị quyết liên tịch.", ListKind.OTHER_ORDER),
        ("Tỉnh ủy kỷ luật [ông An, ông Bình].", ListKind.NO_ORDER),
        ("Cử tri hỏi [Chủ tịch Lê Thị Bình và Bí thư Trần Văn An] về con đường.", ListKind.UNSAID),
    ],
)
def test_the_kind_of_a_list(text: str, kind: ListKind) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert list_told(PhrasesTold(LISTS), plain, Span(start, end), None).kind is kind
