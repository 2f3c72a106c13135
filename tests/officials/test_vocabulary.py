"""The table of offices: names to ids, organs, places, levels, deputies, days on which a name is right."""

from __future__ import annotations

from datetime import date

import pytest

from kiemtin.officials.words.loading import load_vocabulary


@pytest.fixture(scope="module")
def vocabulary():
    return load_vocabulary()


@pytest.mark.parametrize(
    ("phrase", "office", "organ", "locality"),
    [
        ("Tổng Bí thư", "general-secretary", None, None),
        ("Phó Thủ tướng Chính phủ", "deputy-prime-minister", None, None),
        ("Phó thủ tướng", "deputy-prime-minister", None, None),
        ("Bí thư TƯ Đảng", "secretariat-member", None, None),
        ("Ủy viên BCH T.Ư Đảng", "central-committee-member", None, None),
        ("Bộ trưởng Công an", "ministry-minister", "ministry/public-security", None),
        ("Bộ trưởng Bộ VH-TT&DL", "ministry-minister", "ministry/culture-sports-tourism", None),
        ("Thứ trưởng Bộ GD&ĐT", "ministry-deputy-minister", "ministry/education", None),
        ("Bí thư Tỉnh ủy Nam Sơn", "province-party-secretary", None, "nam sơn"),
        ("Chủ tịch UBND tỉnh Nam Sơn", "province-government-chair", None, "nam sơn"),
        ("Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh", "province-government-chair", None, "hồ chí minh"),
        ("Chủ tịch UBND TP Ba Đồi", "district-government-chair", None, "ba đồi"),
        ("Phó Chủ tịch UBND huyện Ba Đồi", "district-government-vice-chair", None, "ba đồi"),
        ("Giám đốc Sở Xây dựng", "department-director", "department/construction", None),
        (
            "Chủ nhiệm Ủy ban Đối ngoại của Quốc hội",
            "national-assembly-committee-chair",
            "na-committee/foreign-relations",
            None,
        ),
        ("Người bán hàng", None, None, None),
        ("", None, None, None),
    ],
)
def test_what_a_title_means(vocabulary, phrase, office, organ, locality):
    found = vocabulary.resolve(phrase)
    assert (found.office if found else None) == office
    if found:
        assert (found.organ, found.locality) == (organ, locality)


def test_every_deputy_has_a_head_that_exists(vocabulary):
    offices = vocabulary.offices
    assert all(office.head in offices for office in offices.values() if office.head is not None)


def test_every_name_of_an_office_leads_back_to_it(vocabulary):
    wrong = [
        (office.id, name, vocabulary.office_id(name))
        for office in vocabulary.offices.values()
        for name in office.names
        if vocabulary.office_id(name) != office.id
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("phrase", "day", "right"),
    [
        ("Trưởng Ban Tuyên giáo Trung ương", date(2025, 1, 31), True),
        ("Trưởng Ban Tuyên giáo Trung ương", date(2025, 2, 1), False),
        ("Trưởng Ban Tuyên giáo và Dân vận Trung ương", date(2025, 1, 31), False),
        ("Trưởng Ban Tuyên giáo và Dân vận Trung ương", date(2025, 2, 1), True),
        ("Bộ trưởng Bộ Kế hoạch và Đầu tư", date(2025, 2, 28), True),
        ("Bộ trưởng Bộ Kế hoạch và Đầu tư", date(2025, 3, 1), False),
        ("Bí thư Huyện ủy", date(2025, 6, 30), True),
        ("Bí thư Huyện ủy", date(2025, 7, 1), False),
    ],
)
def test_names_are_right_on_their_days(vocabulary, phrase, day, right):
    assert vocabulary.resolve(phrase).validity.covers(day) is right
