"""What the shipped roster itself says of a person is never called wrong, in whatever form it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kiemtin.checking.workbench import Workbench, bundled_roster
from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.dates import Held
from kiemtin.judging.findings import Outcome
from kiemtin.officials.roster import Holding, Official

SHORT = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Thành phố Hồ Chí Minh", "TP.HCM"),
    ("Thành phố Hồ Chí Minh", "TP Hồ Chí Minh"),
    ("Trung ương", "T.Ư"),
    ("Ban Chấp hành Trung ương Đảng", "Trung ương Đảng"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("Tỉnh ủy Quảng Ngãi", "Tỉnh ủy"),
)
FRAMES = (
    "Sáng nay, đồng chí {name}, {title}, dự hội nghị.",
    "Hội nghị ở Thành phố Hồ Chí Minh và tỉnh Quảng Ngãi. {Title} {name} chủ trì.",
)


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench(pack="nội-quy-báo-mẫu", roster=str(bundled_roster("vietnam.json")))


def forms(title: str) -> set[str]:
    found = {title}
    for long, short in SHORT:
        found |= {each.replace(long, short) for each in found}
    return found


def days(official: Official, holding: Holding) -> Iterator[date]:
    """Around its ends and in its middle, those that it surely covers while the person lives."""
    ends = [when for when in (holding.start, holding.end) if when is not None]
    near = {day + timedelta(days=by) for when in ends for day in (when.first, when.last) for by in (-2, 0, 2)}
    for day in sorted(near):
        if holding.on(day) is Held.YES and official.is_dead(day) is not Held.YES:
            yield day


def test_what_the_roster_says_is_not_called_wrong(bench: Workbench) -> None:
    said = 0
    wrong = []
    for official in bench.roster.officials.values():
        for holding in official.holdings:
            for day in days(official, holding) if holding.title else ():
                for title in sorted(forms(holding.title)):
                    for frame in FRAMES:
                        text = frame.format(
                            name=official.name, title=title, Title=title[:1].upper() + title[1:]
                        )
                        document = read_text(
                            f"Hội nghị\n\n{text}", "bai.txt", overrides=Metadata(published=day)
                        )
                        found = bench.judge(document).judgement.findings
                        wrong += [(each.rule, day, text) for each in found if each.outcome is Outcome.FAILED]
                        said += 1
    assert wrong == []
    assert said > 1000
