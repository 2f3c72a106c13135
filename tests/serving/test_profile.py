"""A profile is held to its keys, types and bounds; what is wrong is told with its line."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import PackError
from kiemtin.serving.decisions import decide, grave, of_finding
from kiemtin.serving.profile import Decisions, ProfileError, load_profile
from kiemtin.serving.tokens import Tokens, hash_of, new_token


def profile_of(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    path = tmp_path / "kiemtin.toml"
    path.write_text(text, "utf-8")
    return load_profile(path)


HASH = "sha256:" + "0" * 64
TOKEN = f"[[gate.desks.DESK.tokens]]\nname = 'x'\nhash = '{HASH}'\n"
WEBHOOK = "[[gate.webhooks]]\nname = 'a'\nsecrets = ['env:X']\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[gate]\ndeadline = 3", "gate-unknown-key-similar", 2),
        ("[gate]\nzzz = 3", "gate-unknown-key", 2),
        ("[gate]\nport = '80'", "gate-bad-value", 2),
        ("[gate]\nport = 70000", "gate-bad-value", 2),
        ("[gate]\nno_answer = 'block'", "gate-bad-value", 2),
        ("[gate]\n\n[gate.decisions]\nmust = 'reject'", "gate-bad-value", 4),
        ("[gate.decisions]\nshoud = 'deny'", "gate-unknown-key-similar", 2),
        ("[gate.limits]\nbody_bytes = 1", "gate-bad-value", 2),
        ("[gate.desks.'Thời sự']\n", "gate-bad-value", None),
        ("[[gate.desks.a.tokens]]\nname = 'x'\nhash = 'kt_secret'", "gate-bad-value", 3),
        ("[[gate.desks.a.tokens]]\nname = 'x'", "gate-missing-key", None),
        (f"[[gate.desks.a.tokens]]\nname = 'x'\nhash = '{HASH}'\nscope = []", "gate-unknown-key-similar", 4),
        (TOKEN.replace("DESK", "a") + TOKEN.replace("DESK", "b"), "gate-token-twice", None),
        ("[gate.sources.cms]\nkind = 'standard'\nsecrets = ['plain']", "gate-bad-value", 3),
        ("[gate.sources.cms]\nkind = 'standard'\nsecrets = ['env:X']\ndesk = 'nobody'", "gate-no-desk", None),
        (WEBHOOK + "url = 'ftp://x'", "gate-bad-value", 4),
        (WEBHOOK + "url = 'http://u:p@x/'", "gate-bad-value", 4),
        (WEBHOOK + "url = 'http://x'\nallow = ['10.0.0.0/33']", "gate-bad-value", 5),
        ("[gate\n", "gate-profile-not-toml", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, text: str, code: str, line: int | None) -> None:
    with pytest.raises(ProfileError) as told:
        profile_of(tmp_path, text)
    (problem,) = told.value.problems
    assert problem.code == code
    if line is not None:
        assert problem.place.line == line
    assert message(problem.code, "vi", problem.arguments)


def test_a_value_that_may_be_a_secret_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as told:
        profile_of(tmp_path, "[[gate.desks.a.tokens]]\nname = 'x'\nhash = 'kt_very-secret'")
    assert "very-secret" not in str([problem.arguments for problem in told.value.problems])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProfileError):
        load_profile(tmp_path / "none.toml")


def test_other_settings_are_not_the_gate_s(tmp_path: Path) -> None:
    assert profile_of(tmp_path, "medium = 'báo in'\n").gate.port == 8377


def test_a_desk_takes_from_the_gate_what_it_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.quy").write_text("", "utf-8")
    profile = profile_of(
        tmp_path,
        "[gate]\npack = 'a.quy'\nno_answer = 'hold'\n[gate.desks.news]\nroster = 'vn'\n"
        "[gate.desks.sport]\npack = 'nội-quy-báo-mẫu'\nno_answer = 'publish'\n",
    )
    news, sport = profile.desk("news"), profile.desk("sport")
    assert (news.pack, news.roster, news.no_answer) == (str(tmp_path / "a.quy"), "vn", "hold")
    assert (sport.pack, sport.no_answer, sport.decisions) == ("nội-quy-báo-mẫu", "publish", Decisions())


def test_secrets_come_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_TEST_SECRET", "one")
    (tmp_path / "two").write_text("two\n", "utf-8")
    text = "[gate.sources.a]\nkind = 'sha256'\nsecrets = ['env:KIEMTIN_TEST_SECRET', 'file:two']"
    profile = profile_of(tmp_path, text)
    assert profile.secrets_of(profile.gate.sources["a"]) == ["one", "two"]
    monkeypatch.delenv("KIEMTIN_TEST_SECRET")
    with pytest.raises(ProfileError):
        profile.secrets_of(profile.gate.sources["a"])


def test_tokens_are_known_by_their_hash_until_they_expire(tmp_path: Path) -> None:
    token, hash_ = new_token()
    profile = profile_of(
        tmp_path,
        f"[[gate.desks.a.tokens]]\nname = 'x'\nhash = '{hash_}'\nscopes = ['check']\nexpires = 2026-12-31",
    )
    tokens = Tokens(profile)
    caller = tokens.caller(f"Bearer {token}", date(2026, 12, 31))
    assert caller is not None
    assert (caller.desk, caller.token, caller.scopes) == ("a", "x", {"check"})
    for header in (
        None,
        "",
        "Bearer",
        f"Basic {token}",
        "Bearer kt_x",
        f"Bearer {hash_}",
        token,
        "Bearer \udcff",
    ):
        assert tokens.caller(header, date(2026, 12, 31)) is None
    assert tokens.caller(f"Bearer {token}", date(2027, 1, 1)) is None
    assert token not in (tmp_path / "kiemtin.toml").read_text("utf-8")
    assert hash_of(token) == hash_


def finding(severity: str, *, confirmed: bool = True, fingerprint: str = "f") -> dict[str, object]:
    return {"severity": severity, "confirmed": confirmed, "fingerprint": fingerprint}


@pytest.mark.parametrize(
    ("findings", "open_rules", "decision"),
    [
        ([], 0, "allow"),
        ([], 3, "allow"),
        ([finding("note")], 0, "allow"),
        ([finding("note"), finding("should")], 0, "confirm"),
        ([finding("should"), finding("must")], 0, "deny"),
        ([finding("must", confirmed=False)], 0, "confirm"),
        ([finding("note", confirmed=False)], 0, "allow"),
    ],
)
def test_the_gravest_finding_decides(
    findings: list[dict[str, object]], open_rules: int, decision: str
) -> None:
    assert decide(findings, open_rules, Decisions()) == decision


def test_a_profile_may_hold_what_could_not_be_checked() -> None:
    strict = Decisions(not_checkable="confirm", unconfirmed="deny")
    assert decide([], 1, strict) == "confirm"
    assert of_finding(finding("must", confirmed=False), strict) == "deny"
    assert of_finding(finding("should", confirmed=False), strict) == "confirm"
    assert grave([finding("note", fingerprint="a"), finding("must", fingerprint="b")], strict) == ["b"]


def test_a_gate_without_rules_of_its_own_has_those_of_the_newsroom(tmp_path: Path) -> None:
    told = 'pack = "noi-quy.quy"\nroster = ["a.csv", "có sẵn"]\n[gate.desks.web]\npack = "web.quy"\n'
    for name in ("noi-quy.quy", "web.quy", "a.csv"):
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "kiemtin.toml").write_text(told, "utf-8")
    profile = load_profile(tmp_path / "kiemtin.toml")
    default, web = profile.desk("default"), profile.desk("web")
    assert (default.pack, web.pack) == (str(tmp_path / "noi-quy.quy"), str(tmp_path / "web.quy"))
    assert default.roster == os.pathsep.join([str(tmp_path / "a.csv"), "có sẵn"])


def test_settings_for_every_program_that_are_wrong_are_told(tmp_path: Path) -> None:
    (tmp_path / "kiemtin.toml").write_text('pac = "noi-quy.quy"\n', "utf-8")
    with pytest.raises(PackError) as raised:
        load_profile(tmp_path / "kiemtin.toml")
    assert raised.value.problems[0].code == "settings-key-similar"
