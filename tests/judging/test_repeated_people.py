"""A person who is named very often costs each time what he cost the first time."""

from __future__ import annotations

from typing import Any

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents import plain_text
from kiemtin.judging.facts.people import MentionFacts

LIST = "Dự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n\n"


def test_ranks_are_asked_for_as_often_as_people_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Workbench(None)
    asked = 0
    ranks = MentionFacts.title_ranks

    def counted(self: MentionFacts, **options: Any) -> list[int]:
        nonlocal asked
        asked += 1
        return ranks(self, **options)

    monkeypatch.setattr(MentionFacts, "title_ranks", counted)
    found = []
    for times in (20, 80):
        asked = 0
        report = bench.examine(plain_text.read_text("Tin\n\n" + LIST * times, "bai.txt")).report
        assert len({finding.fingerprint for finding in report.judgement.findings}) > times
        found.append(asked)
    assert found[1] <= 4.5 * found[0], found
