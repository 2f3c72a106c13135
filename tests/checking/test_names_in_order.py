"""Names in order: what is sure is placed, everything else stays open with its reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.checking.names_in_order import MOST, Ordered, Why, in_order
from kiemtin.checking.names_told import line_of, record, rows, text
from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.messages import Lang
from kiemtin.officials.rosters.facts import Holding, Official, make_roster

DAY = date(2024, 3, 12)
SECRETARY, CHAIR = "province-party-secretary", "province-government-chair"


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench("qđ-tỉnh-mẫu")


def held(
    office: str, title: str, place: str = "Nam Sơn", start: str = "2020-01-01", end: str | None = "2030-01-01"
) -> Holding:
    return Holding(
        office, title, locality=place, start=PartialDate.parse(start),
        end=PartialDate.parse(end) if end else None, source="Báo Nam Sơn",
    )  # fmt: skip


@pytest.fixture(scope="module")
def own() -> Workbench:
    """Two people of one name, two provinces, one whose end is not known, one who died."""
    made = Workbench("qđ-tỉnh-mẫu")
    people = [
        Official("a", "Đào Văn Tùng", holdings=(held(SECRETARY, "Bí thư Tỉnh ủy"),)),
        Official("b", "Đào Văn Tùng", holdings=(held(CHAIR, "Chủ tịch UBND tỉnh", "Tây Hà"),)),
        Official("c", "Kiều Thị Mận", holdings=(held(SECRETARY, "Bí thư Tỉnh ủy", "Tây Hà"),)),
        Official("d", "Thạch Văn Ngọ", holdings=(held(CHAIR, "Chủ tịch UBND tỉnh", end=None),)),
        Official(
            "e",
            "Lò Văn Pả",
            holdings=(held(SECRETARY, "Bí thư Tỉnh ủy"),),
            died=PartialDate.parse("2023-05-01"),
        ),
    ]
    vars(made)["roster"] = make_roster("Mẫu", people)
    return made


def names(found: Ordered) -> list[str]:
    return [each.official.name for each in found.placed]


def left(found: Ordered) -> dict[str, Why]:
    return {each.written: each.why for each in found.left}


@pytest.mark.parametrize(
    "written",
    [
        "Lê Thị Bình, Trần Văn An",
        "1. Lê Thị Bình\r\n2. Trần Văn An\r\n",
        "- đ/c Lê Thị Bình;\n- Đồng chí Trần Văn An.",
        "Lê Thị Bình, Phó Bí thư Tỉnh ủy và Trần Văn An – Bí thư Tỉnh ủy",
        "Bí thư Tỉnh ủy Trần Văn An; bà Lê Thị Bình",
        "Bí thư Tỉnh ủy: Trần Văn An\nLê Thị Bình\nTrần Văn An",
        "Le\u0302 Thi\u0323 Bi\u0300nh, Tra\u0302\u0300n Va\u0306n An",
    ],
)
def test_names_are_read_as_people_write_them(bench: Workbench, written: str) -> None:
    found = in_order(written, DAY, bench)
    assert [line_of(each) for each in found.placed] == [
        "Trần Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy",
        "Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh",
    ]
    assert found.left == ()


def test_titles_are_those_of_the_day(bench: Workbench) -> None:
    (then,) = in_order("Trần Văn An", date(2018, 1, 5), bench).placed
    assert then.titles == ("Chủ tịch UBND tỉnh",)


def test_equal_ranks_stay_as_written_and_the_unranked_stand_last(bench: Workbench) -> None:
    found = in_order("Cao Xuân Thành, Phạm Văn Cường, Lê Thị Bình", DAY, bench)
    assert names(found) == ["Phạm Văn Cường", "Lê Thị Bình", "Cao Xuân Thành"]
    assert found.placed[-1].rank is None
    assert "Cùng bậc 10" in text(found, "Mẫu", "vi")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Nguyễn Văn Không", Why.UNKNOWN),
        ("Trần Văn Ân", Why.NEAR),
        ("Bí thư Tỉnh ủy Nguyễn Văn Không", Why.UNKNOWN),
        ("Chủ tịch UBND tỉnh", Why.OFFICE_ALONE),
        ("=1+1", Why.UNKNOWN),
    ],
)
def test_who_is_not_known_stays_open(bench: Workbench, written: str, why: Why) -> None:
    found = in_order(written, DAY, bench)
    assert (found.placed, left(found)) == ((), {written: why})


def test_another_of_that_name_is_nobody_of_the_roster(bench: Workbench) -> None:
    assert left(in_order("Cao Xuân Thành, Bí thư Tỉnh ủy", DAY, bench)) == {"Cao Xuân Thành": Why.OTHER}


def test_namesakes_are_told_apart_by_what_is_written_alone(own: Workbench) -> None:
    assert left(in_order("Đào Văn Tùng", DAY, own)) == {"Đào Văn Tùng": Why.NAMESAKES}
    (chosen,) = in_order("Đào Văn Tùng, Chủ tịch UBND tỉnh", DAY, own).placed
    assert chosen.official.id == "b"


def test_what_is_not_sure_on_the_day_is_not_filled_in(own: Workbench) -> None:
    found = in_order("Thạch Văn Ngọ; Lò Văn Pả", DAY, own)
    assert left(found) == {"Thạch Văn Ngọ": Why.NOTHING_SURE, "Lò Văn Pả": Why.DEAD}
    assert "chưa rõ: Chủ tịch UBND tỉnh" in text(found, "Mẫu", "vi")


def test_leaders_of_two_places_have_no_order_between_them(own: Workbench) -> None:
    found = in_order("Kiều Thị Mận\nĐào Văn Tùng, Bí thư Tỉnh ủy", DAY, own)
    assert names(found) == ["Kiều Thị Mận", "Đào Văn Tùng"]
    assert found.places == ("Tây Hà", "Nam Sơn")
    assert "several places" in text(found, "Mẫu", "en")


def test_on_a_day_of_which_nothing_is_known_nobody_is_placed(bench: Workbench) -> None:
    found = in_order("Lê Thị Bình, Trần Văn An", date(1990, 1, 1), bench)
    assert found.placed == ()
    assert "Chưa có ai chắc chắn" in text(found, "Mẫu", "vi")


def test_every_title_has_its_source(bench: Workbench) -> None:
    (told,) = record(in_order("Trần Văn An", DAY, bench), "Mẫu", "vi")["placed"]
    assert len(told["sources"]) == 2
    assert all("nguồn: Danh bạ mẫu" in line for line in told["sources"])


def test_more_names_than_are_looked_up_are_told(bench: Workbench) -> None:
    found = in_order("\n".join(f"Người {n}" for n in range(MOST + 3)), DAY, bench)
    assert (len(found.left), found.left_out) == (MOST, 3)
    assert "Còn 3 tên khác" in text(found, "Mẫu", "vi")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Trần Văn An", "Lê Thị Bình", "Nguyễn Văn Không", "A\u202eb", "x" * 200, "🙂 An"]),
        max_size=6,
    ),
    st.sampled_from([", ", "\n", "; ", " và "]),
)
def test_every_name_is_told_once_and_harmlessly(bench: Workbench, written: list[str], between: str) -> None:
    found = in_order(between.join(written), DAY, bench)
    known = {each for each in written if each in ("Trần Văn An", "Lê Thị Bình")}
    assert set(names(found)) == known
    assert len(found.left) == sum(each not in known for each in written)
    assert len(rows(found, "vi")) == len(found.placed) + len(found.left)
    languages: tuple[Lang, ...] = ("vi", "en")
    for lang in languages:
        assert all(line.isprintable() for line in text(found, "Mẫu", lang).splitlines())
