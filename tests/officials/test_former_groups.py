"""Who is former by the words of the group, and which names such a group holds."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "former"),
    [
        (
            "Dự lễ có các đồng chí nguyên lãnh đạo tỉnh: Trần Văn An, Lê Thị Bình và đại diện các sở.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự lễ có các đồng chí nguyên lãnh đạo Bộ Công an: Thượng tướng Trần Văn An, Trung tướng Lê "
            "Thị Bình.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự có các đồng chí nguyên lãnh đạo tỉnh: Trần Văn An, nguyên Bí thư Tỉnh ủy; Lê Thị Bình, "
            "Chủ tịch Hội "
            "Khuyến học tỉnh; đồng chí Phạm Văn Cường, Phó Chủ tịch UBND tỉnh.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự có các đồng chí nguyên lãnh đạo tỉnh qua các thời kỳ: đồng chí Trần Văn An; đồng chí Lê "
            "Thị Bình. "
            "Đồng chí Phạm Văn Cường, Bí thư Tỉnh ủy, phát biểu.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự có các đồng chí nguyên lãnh đạo tỉnh: Trần Văn An; các đồng chí lãnh đạo tỉnh: Lê Thị "
            "Bình, Chủ "
            "tịch UBND tỉnh.",
            ["Trần Văn An"],
        ),
        ("Dự có các đồng chí lãnh đạo, nguyên lãnh đạo tỉnh: Trần Văn An, Lê Thị Bình.", []),
        (
            "Dự có các đồng chí nguyên lãnh đạo tỉnh, đại diện các sở: Trần Văn An, Lê Thị Bình.",
            [],
        ),
    ],
)
def test_former_by_the_words_of_the_group(recognize, text, former):
    found = recognize(text).mentions
    assert [mention.person for mention in found if mention.former] == former
    assert not any(title.former for mention in found for title in mention.titles if "Hội" in title.text)
