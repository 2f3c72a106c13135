"""Everything is dated: which version of rules, tables and parameters answers on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Item, Metadata
from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import FilePlace
from kiemtin.judging.judge import Judge
from kiemtin.language.compiling.spellings import with_spellings
from kiemtin.language.rulebook import BoundParameter, BoundRule, Citation, Rulebook
from kiemtin.language.syntax import Attribute, Comparison, Name, ParameterValue, Quantity
from kiemtin.language.terms import types as t
from kiemtin.officials.model import Recognition
from kiemtin.officials.roster import Roster
from kiemtin.officials.words.vocabulary import Vocabulary

CITATION = Citation("gói", None, None, (), None, None)
FIRST = date(2020, 1, 1)
days = st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))
validities = st.builds(
    lambda start, length: Validity(start, None if length is None else start + timedelta(days=length)),
    days,
    st.one_of(st.none(), st.integers(0, 15)),
)


@given(
    layers=st.lists(validities, min_size=1, max_size=4),
    rule_in_force=validities,
    own=st.one_of(st.none(), days),
    as_of=st.one_of(st.none(), days),
)
def test_the_first_version_in_force_on_the_day_answers(
    vocabulary: Vocabulary,
    layers: list[Validity],
    rule_in_force: Validity,
    own: date | None,
    as_of: date | None,
) -> None:
    values = tuple(
        (CITATION, ParameterValue(Quantity(number, type=t.NUMBER), validity))
        for number, validity in enumerate(layers)
    )
    limit = Name("hạn", type=t.NUMBER)
    page = Attribute(Name("item", type=t.ITEM), "page", type=t.NUMBER)
    rule = BoundRule(
        "gói.một", "một", CITATION, FilePlace("gói"), "must", (), None,
        Comparison("<", page, limit, type=t.TRUTH), (), (), None, (), rule_in_force, None,
    )  # fmt: skip
    rulebook = Rulebook("gói", (), (rule,), {}, {"hạn": BoundParameter("hạn", values)}, (), (), "khóa")
    metadata = Metadata(page=99, published=own)
    document = Document("bài", "item", "", (Item((), metadata),), metadata)
    judgement = Judge(with_spellings(rulebook), Roster("không", {}, {}), vocabulary).judge(
        document, Recognition(), as_of
    )
    (finding,) = judgement.findings

    day = as_of or own
    assert (judgement.judged_on, judgement.assumed) == ((day,), as_of is not None)
    newest = max(validity.start for validity in (*layers, rule_in_force) if validity.start)
    law_day = day or newest
    if not rule_in_force.covers(law_day):
        assert finding.outcome.value == "not-run"
        return
    answering = next((number for number, validity in enumerate(layers) if validity.covers(law_day)), None)
    if answering is None:
        assert finding.message == "judging.out-of-scope.no-limit"
    else:
        assert (finding.required or [""])[0].startswith(f"dưới {answering} (tham số hạn")


PROVINCE = """văn bản qđ-tỉnh
  hiệu lực từ 01/01/2020
  tình trạng minh họa

Điều 1. "Trang của tỉnh."

  quy tắc trang
    phải tin.trang <= 4
"""
NEWSROOM = """văn bản nội-quy
  hiệu lực từ 01/01/2022
  cụ thể hóa qđ-tỉnh
  tình trạng minh họa

Điều 9. "Trang của tòa soạn."

  quy tắc trang-của-ta thay qđ-tỉnh.trang
    hiệu lực từ 01/01/2022 đến 31/12/2022
    phải tin.trang <= 2
"""


@pytest.fixture(scope="module")
def layered(
    rulebook_of: Callable[..., Any],
    roster: Roster,
    vocabulary: Vocabulary,
    tmp_path_factory: pytest.TempPathFactory,
) -> Judge:
    folder = tmp_path_factory.mktemp("layers")
    rulebook_of(PROVINCE, "qđ-tỉnh", folder)
    return Judge(rulebook_of(NEWSROOM, "nội-quy", folder), roster, vocabulary)


@pytest.mark.parametrize(
    ("day", "province", "newsroom"),
    [
        ("01/06/2021", "passed", "not-run"),
        ("01/06/2022", "not-run", "failed"),
        ("01/06/2023", "passed", "not-run"),
    ],
)
def test_an_override_takes_the_place_of_a_rule_while_it_is_in_force(
    layered: Judge, check: Any, day: str, province: str, newsroom: str
) -> None:
    judged = check(layered, f"---\nngày: {day}\ntrang: 3\n---\nTrời đẹp.")
    told = {finding.rule: finding for finding in judged.findings}
    assert len(told) == len(judged.findings) == 2
    assert told["qđ-tỉnh.trang"].outcome.value == province
    assert told["nội-quy.trang-của-ta"].outcome.value == newsroom
    assert [citation.pack for citation in told["nội-quy.trang-của-ta"].overrides] == ["qđ-tỉnh"]
    steps = [(step.kind, step.label) for step in told["qđ-tỉnh.trang"].exceptions]
    assert steps == ([("override", "trang-của-ta")] if province == "not-run" else [])
