"""What `kiemtin doctor` says of an installation."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kiemtin.adopting import extras as parts
from kiemtin.adopting.health import State, Told, examine
from kiemtin.checking.desk import Chosen, Desk
from kiemtin.foundation.messages import catalogue

ROOT = Path(__file__).parents[2]
NONE = Chosen()
TODAY = date(2026, 12, 1)
PACK = (
    'văn bản {name}\n  tên "Thử"\n  hiệu lực từ 01/01/2021{more}\n  tình trạng minh họa\n\nĐiều 1. "Một."\n'
)


def lines(area: str, chosen: Chosen = NONE, today: date = TODAY) -> list[Told]:
    return [each for each in examine(Desk(chosen, uses_config=False), today) if each.area == area]


def test_the_extras_are_those_of_the_project() -> None:
    """Each with its words, each distribution with its module."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {
        name: {requirement.partition(">")[0] for requirement in requirements}
        for name, requirements in project["optional-dependencies"].items()
    }

    assert {name: set(parts_) for name, parts_ in parts.EXTRAS.items()} == declared
    assert {f"doctor.what.{name}" for name in declared} <= catalogue().keys()


def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "EXTRAS", {"serve": {"click": "click", "nowhere": "no_such_module"}})
    told, office = lines("extras")

    assert (told.state, told.code) == (State.LACKING, "extra_lacking")
    assert told.arguments["lacking"] == "nowhere"
    assert office.code in {"office", "office_lacking"}
    assert str(told.arguments["there"]).startswith("click ")


@pytest.mark.parametrize(
    ("more", "code", "state"),
    [
        ("", "pack_never_reviewed", State.FINE),
        ("\n  rà soát đến 01/01/2027", "pack_part", State.FINE),
        ("\n  rà soát đến 30/11/2026", "pack_unreviewed", State.DOUBTFUL),
        (" đến 30/11/2026", "pack_ended", State.DOUBTFUL),
    ],
)
def test_a_pack_is_as_old_as_its_last_review(tmp_path: Path, more: str, code: str, state: State) -> None:
    path = tmp_path / "thử.quy"
    path.write_text(PACK.format(name="thử", more=more))
    whole, part = lines("packs", Chosen(pack=str(path)))

    assert (whole.code, whole.arguments["pack"]) == ("pack", "thử")
    assert (part.code, part.state) == (code, state)


def test_what_cannot_be_used_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "hỏng.quy").write_text("văn bản\n")
    (tmp_path / "hỏng.csv").write_text("a\n")
    chosen = Chosen(
        str(tmp_path / "hỏng.quy"), None, (str(tmp_path / "hỏng.csv"),), (str(tmp_path / "không.ics"),)
    )

    for area, code in (("packs", "pack_wrong"), ("rosters", "roster_wrong"), ("calendars", "calendar_wrong")):
        (told,) = lines(area, chosen)
        assert (told.state, told.code) == (State.WRONG, code)
        assert told.problems


@pytest.mark.parametrize(("today", "code"), [(date(2021, 2, 1), "roster"), (date(2021, 12, 1), "roster_old")])
def test_a_roster_is_as_old_as_its_newest_fact(tmp_path: Path, today: date, code: str) -> None:
    path = tmp_path / "người.csv"
    path.write_text("Họ tên,Chức danh,Từ ngày,Nguồn\nTrần Văn An,Bí thư Tỉnh ủy,01/01/2021,báo\n")
    (told,) = lines("rosters", Chosen(rosters=(str(path),)), today)

    assert told.code == code
    assert told.arguments["people"] == 1
    assert told.arguments["days"] == (today - date(2021, 1, 1)).days


def test_the_cache_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_CACHE", "off")
    assert [each.code for each in lines("cache")] == ["cache_off"]
    monkeypatch.setenv("KIEMTIN_CACHE", str(tmp_path))
    tmp_path.chmod(0o700)
    (tmp_path / "other-1.entry").write_bytes(b"x" * 500_000)
    (told,) = lines("cache", today=date.today())
    assert told.code == "cache"
    assert float(str(told.arguments["size"])) >= 0.5
    assert told.arguments["newest"] == 0


def test_a_fact_of_a_year_is_as_old_as_its_first_day(tmp_path: Path) -> None:
    path = tmp_path / "người.csv"
    path.write_text("Họ tên,Chức danh,Từ ngày,Đến ngày\nTrần Văn An,Bí thư Tỉnh ủy,01/01/2021,2026\n")
    (told,) = lines("rosters", Chosen(rosters=(str(path),)), date(2026, 6, 1))

    assert (told.arguments["last"], told.code) == ("01/01/2026", "roster_old")


def test_shipped_packs_are_not_the_reader_s_to_change() -> None:
    codes = {each.code for each in lines("packs", today=date(2020, 1, 1))}

    assert codes == {"pack_default", "pack_shipped"}
    assert "pack_unreviewed_shipped" in {each.code for each in lines("packs", today=date(2040, 1, 1))}
