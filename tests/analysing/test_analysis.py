"""Each kind of claim is found with an item that the engine judges so; nothing is claimed of sound rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.analysing.analysis import analyse
from kiemtin.analysing.boundaries import boundary_examples
from kiemtin.analysing.changing import changes
from kiemtin.analysing.claims import Claim
from kiemtin.analysing.probing import Prober
from kiemtin.analysing.witnessing import judged
from kiemtin.checking.workbench import Workbench
from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge

MakeJudge = Callable[..., Judge]
FAULTY = Path(__file__).with_name("faulty.quy")
EXPECTED = {
    ("conflict", "dài-tối-thiểu", "dài-tối-đa"),
    ("conflict", "dài-tối-thiểu", "dài-tối-đa-thừa"),
    ("never-applies", "không-bao-giờ"),
    ("never-holds", "luôn-sai"),
    ("never-fails", "trang-thừa"),
    ("swallowed", "bị-nuốt"),
    ("exception-never-applies", "bị-nuốt"),
    ("shadowed", "dài-tối-đa-thừa", "dài-tối-đa"),
    ("gap", "ảnh-nhiều"),
    ("overlap", "ảnh-nhiều"),
}


def named(claim: Claim) -> tuple[str, ...]:
    return claim.kind, *(rule.rpartition(".")[2] for rule in claim.rules)


def test_every_fault_is_found_and_no_other(bench: Workbench) -> None:
    analysis = analyse(bench.judge_of(str(FAULTY)), bench.recognizer.recognize)
    assert {named(claim) for claim in analysis.claims} == EXPECTED
    assert all(claim.certainty == "shown" and claim.witnesses for claim in analysis.claims)
    assert not analysis.skipped


def test_witnesses_are_judged_as_claimed(bench: Workbench) -> None:
    judge = bench.judge_of(str(FAULTY))
    prober = Prober(judge, bench.recognizer.recognize)
    for claim in analyse(judge, bench.recognizer.recognize).claims:
        for witness in claim.witnesses:
            again = judged(prober, witness.example, claim.rules)
            assert again == witness.findings
        if claim.kind == "conflict":
            failed = [{f.rule for f in w.findings if f.outcome is Outcome.FAILED} for w in claim.witnesses]
            assert failed[0] and failed[1] and failed[0] != failed[1]


def test_shipped_samples_have_no_claims() -> None:
    for pack in ("nội-quy-báo-mẫu", "nội-quy-đài-mẫu", "qđ-tỉnh-mẫu"):
        bench = Workbench(pack)
        analysis = analyse(bench.judge_of(pack), bench.recognizer.recognize, bench.judge_of("qđ-tỉnh-mẫu"))
        assert analysis.claims == ()
        assert {each.reason for each in analysis.skipped} <= {"opaque", "bulletin"}


def test_after_the_time_what_was_not_looked_at_is_said(bench: Workbench) -> None:
    analysis = analyse(bench.judge_of(str(FAULTY)), bench.recognizer.recognize, seconds=-1)
    assert not analysis.claims
    assert {each.reason for each in analysis.skipped} == {"time"}
    assert {rule for each in analysis.skipped for rule in each.rules} == {
        rule.rule.id for rule in bench.judge_of(str(FAULTY)).rules
    }


def test_a_rank_that_no_office_has_makes_a_claim_only_possible(
    bench: Workbench, make_judge: MakeJudge
) -> None:
    rules = """
  quy tắc ít
    khi  tin.bậc = 998
    phải tin.số_ảnh <= 3
  quy tắc nhiều
    khi  tin.bậc = 998
    phải tin.số_ảnh >= 5
"""
    claims = analyse(make_judge(rules), bench.recognizer.recognize).claims
    assert [(claim.kind, claim.certainty) for claim in claims] == [("conflict", "possible")]


def test_a_rule_looser_than_the_one_it_takes_the_place_of(bench: Workbench, make_judge: MakeJudge) -> None:
    base = make_judge("  quy tắc gốc\n    phải tin.số_ảnh <= 3\n", "nền")
    own = "  quy tắc riêng thay nền.gốc\n    phải tin.số_ảnh <= {}\n"
    looser = make_judge(own.format(4), "lỏng", "  cụ thể hóa nền")
    stricter = make_judge(own.format(2), "chặt", "  cụ thể hóa nền")
    found = analyse(looser, bench.recognizer.recognize, base).claims
    assert [named(claim) for claim in found] == [("looser", "riêng", "gốc")]
    outcomes = [[each.outcome for each in witness.findings] for witness in found[0].witnesses]
    assert outcomes == [[Outcome.FAILED], [Outcome.PASSED]]
    assert analyse(stricter, bench.recognizer.recognize, base).claims == ()


@pytest.mark.parametrize(
    ("old", "new", "turns"),
    [
        ("phải tin.số_ảnh <= 3", "phải tin.số_ảnh <= 3", []),
        ("phải tin.số_ảnh <= 3", "phải tin.số_ảnh < 4", ["reworded"]),
        ("phải tin.số_ảnh <= 3", "phải tin.số_ảnh <= 2", ["stricter"]),
        ("phải tin.số_ảnh <= 3", "nên tin.số_ảnh <= 5", ["modality", "looser"]),
        ("khi tin.trang = 1 phải tin.số_ảnh <= 3", "khi tin.trang = 2 phải tin.số_ảnh <= 3",
         ["looser", "scope", "stricter"]),
        ("phải tin chứa \"a\"", "phải tin chứa \"b\"", ["unknown"]),
    ],
)  # fmt: skip
def test_what_changes_between_two_versions(
    old: str, new: str, turns: list[str], bench: Workbench, make_judge: MakeJudge
) -> None:
    recognize = bench.recognizer.recognize
    judges = [make_judge(f"  quy tắc một\n    {said}\n", name) for said, name in ((old, "cũ"), (new, "mới"))]
    found = changes(*(Prober(judge, recognize) for judge in judges))
    assert sorted(each.turn for each in found) == sorted(turns)
    for each in found:
        if each.turn in {"stricter", "looser"}:
            assert each.before is not None and each.after is not None
            assert each.before.example == each.after.example
            assert [f.outcome for f in each.before.findings] != [f.outcome for f in each.after.findings]


def test_examples_lie_on_both_sides_of_a_limit(bench: Workbench, make_judge: MakeJudge) -> None:
    judge = make_judge("  quy tắc một\n    khi tin.trang = 1\n    phải tin.số_ảnh <= 3\n")
    found = boundary_examples(judge, bench.recognizer.recognize, "thử.một")
    assert found is not None
    assert [(each.kind, dict(each.data)["photos"].value) for each in found] == [("pass", 3), ("fail", 4)]
    opaque = make_judge('  quy tắc một\n    phải tin chứa "a"\n')
    assert boundary_examples(opaque, bench.recognizer.recognize, "thử.một") is None
