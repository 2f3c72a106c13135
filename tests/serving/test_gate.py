"""The gate as a newsroom's system meets it, over HTTP."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from kiemtin.serving.audit import entries, verify

CORPUS = Path(__file__).parents[2] / "corpus"
GOOD = "Tỉnh Nam Sơn bàn việc quý II\n\nSáng nay, tỉnh Nam Sơn bàn việc làm đường liên xã."
BAD = (
    "Tỉnh Nam Sơn bàn việc quý II\n\nDự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; "
    "Trần Văn An, Bí thư Tỉnh ủy."
)
Serve = Callable[..., Any]


def bodies(gate: Any) -> list[dict[str, Any]]:
    return [json.loads(entry.body or "{}") | {"kind": entry.kind} for entry in entries(gate.audit)]


# What is answered


def test_a_clean_piece_is_allowed(gate: Any) -> None:
    told = gate.check().json()
    assert (told["decision"], told["proceed"], told["reason"], told["findings"]) == ("allow", True, None, [])


def test_a_wrong_order_is_denied_with_its_clause(gate: Any) -> None:
    answer = gate.check(BAD)
    told = answer.json()
    assert (told["decision"], told["proceed"]) == ("deny", False)
    assert answer.headers["kiemtin-decision"] == "deny"
    (finding,) = told["findings"]
    assert finding["quoted"] == "Trần Văn An"
    assert finding["citation_vi"].startswith("Điều 4")
    assert "Trần Văn An, Lê Thị Bình" in finding["help_vi"]


def test_the_report_is_that_of_the_command(gate: Any, tmp_path: Path) -> None:
    draft = tmp_path / "bài.txt"
    draft.write_text("---\nngày đăng: 12/03/2024\n---\n" + BAD, "utf-8")
    command = [sys.executable, "-c", "from kiemtin_cli.main import main; main()"]
    done = subprocess.run(
        [*command, "check", "--format", "json", "bài.txt"], cwd=tmp_path, capture_output=True, check=False
    )
    told = gate.client.post("/v1/check", files={"file": ("bài.txt", draft.read_bytes())}).json()
    assert told["report"] == json.loads(done.stdout)
    assert gate.client.post("/v1/check?report=0", json={"text": GOOD}).json()["report"] is None


def test_a_file_comes_as_a_form_or_as_it_is(gate: Any) -> None:
    data = (CORPUS / "drafts" / "hoi-nghi-qua-dai.docx").read_bytes()
    as_form = gate.client.post("/v1/check", files={"file": ("bài.docx", data)}).json()
    as_body = gate.client.post("/v1/check", params={"name": "bài.docx"}, content=data).json()
    assert as_form["decision"] == as_body["decision"] == "deny"
    assert as_form["content"] == as_body["content"]


def test_a_form_may_say_what_the_file_does_not(gate: Any) -> None:
    data = {"metadata": json.dumps({"ngày đăng": "12/03/2024"})}
    told = gate.client.post("/v1/check", files={"file": ("a.txt", GOOD.encode())}, data=data).json()
    assert (told["judged_on"], told["day_given"]) == (["2024-03-12"], False)


def test_what_was_not_read_of_a_file_is_said(gate: Any) -> None:
    """An embedded object of a Word file is met and not read."""
    source = zipfile.ZipFile(CORPUS / "drafts" / "hoi-nghi-qua-dai.docx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                chunk = b'<w:altChunk xmlns:r="' + relations + b'" r:id="rId999"/><w:sectPr'
                data = data.replace(b"<w:sectPr", chunk, 1)
            package.writestr(name, data)
    told = gate.client.post("/v1/check", files={"file": ("a.docx", packed.getvalue())}).json()
    assert [note["vi"] for note in told["unread"]] == [
        note["vi"] for note in told["report"]["documents"][0]["notes"] if note["unread"]
    ]
    assert told["unread"]


def test_a_rundown_is_checked_as_a_bulletin(gate: Any) -> None:
    data = (CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx").read_bytes()
    told = gate.client.post("/v1/check", files={"file": ("b.xlsx", data)}).json()
    assert told["decision"] in ("deny", "confirm")
    assert told["counts"]["items"] > 1


def test_a_piece_without_a_day_is_judged_on_that_of_the_request(gate: Any) -> None:
    told = gate.check().json()
    assert told["day_given"]
    assert len(told["judged_on"][0]) == len("2026-03-12")


def test_a_file_that_cannot_be_read_was_not_checked(gate: Any) -> None:
    told = gate.client.post("/v1/check", files={"file": ("a.docx", b"PK\x03\x04 no package")}).json()
    assert (told["decision"], told["reason"], told["proceed"]) == ("not-checked", "unreadable", True)
    assert told["no_answer"] == "publish"
    assert told["problems"][0]["vi"]


@pytest.mark.parametrize(
    ("options", "status", "code"),
    [
        ({"json": {}}, 422, "bad-request"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 422, "bad-request"),
        ({"content": GOOD.encode()}, 415, "media-type-unknown"),
        ({"content": b"x", "params": {"name": "a.exe"}}, 415, "media-type-unknown"),
        ({"content": b"x", "params": {"name": "/etc/passwd"}}, 415, "media-type-unknown"),
        ({"files": {"other": ("a.txt", b"x")}}, 422, "form-bad"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data; boundary=b"}}, 422, "form-bad"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422, "form-bad"),
        ({"files": {"file": ("a.txt", b"x")}, "data": {"metadata": "["}}, 422, "form-bad"),
        ({"json": {"text": GOOD}, "headers": {"idempotency-key": "x" * 201}}, 422, "idempotency-key-bad"),
        ({"json": {"text": "x" * 300_000}}, 413, "body-too-large"),
        ({"content": iter([b"x" * 150_000] * 2), "params": {"name": "a.txt"}}, 413, "body-too-large"),
        ({"json": {"text": GOOD}, "headers": {"host": "evil.example"}}, 400, "host-not-ours"),
        ({"json": {"text": GOOD}, "headers": {"origin": "https://evil.example"}}, 403, "origin-not-ours"),
        ({"json": {"text": GOOD}, "headers": {"origin": "null"}}, 403, "origin-not-ours"),
        ({"json": {"text": GOOD}, "headers": {"sec-fetch-site": "cross-site"}}, 403, "origin-not-ours"),
    ],
)
def test_what_is_refused_was_not_checked(gate: Any, options: dict[str, Any], status: int, code: str) -> None:
    answer = gate.client.post("/v1/check", **options)
    told = answer.json()
    assert (answer.status_code, told["error"], told["decision"]) == (status, code, "not-checked")
    assert told["vi"]
    assert answer.headers["kiemtin-decision"] == "not-checked"


def test_paths_and_methods_that_are_not_there(gate: Any) -> None:
    assert gate.client.get("/v1/../../etc/passwd").status_code == 404
    assert gate.client.get("/v1/check").status_code == 405
    assert gate.client.get("/v1/check").json()["error"] == "method-not-allowed"


def test_a_name_is_a_label_and_no_path(gate: Any) -> None:
    told = gate.client.post("/v1/check", params={"name": "../../etc/bài.txt"}, content=BAD.encode()).json()
    assert told["report"]["documents"][0]["path"] == "bài.txt"


def test_every_answer_forbids_what_a_browser_might_make_of_it(gate: Any) -> None:
    for answer in (gate.check(), gate.client.get("/v1/health"), gate.client.get("/nowhere")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


# The OpenAPI document


def test_the_document_is_published(gate: Any, golden: Callable[[Path, str], None]) -> None:
    golden(Path(__file__).parents[2] / "docs" / "gate.openapi.json", gate.client.get("/v1/openapi.json").text)


def held_to(document: dict[str, Any], path: str, method: str, answer: Any) -> None:
    """An answer is as the document says for its status."""
    content = document["paths"][path][method]["responses"][str(answer.status_code)]["content"]
    schema = content["application/json"]["schema"]
    jsonschema.validate(answer.json(), {**schema, "components": document["components"]})


def test_answers_are_as_the_document_says(gate: Any) -> None:
    document = gate.client.get("/v1/openapi.json").json()
    bad = gate.check(BAD)
    for answer in (
        gate.check(),
        bad,
        gate.client.post("/v1/check", files={"file": ("a.docx", b"PK")}),
        gate.client.post("/v1/check", json={}),
        gate.client.post("/v1/check", content=b"x"),
    ):
        held_to(document, "/v1/check", "post", answer)
    confirmation = {"id": bad.json()["id"], "name": "Người Trực", "reason": "Theo chỉ đạo"}
    held_to(document, "/v1/confirm", "post", gate.client.post("/v1/confirm", json=confirmation))
    held_to(document, "/v1/confirm", "post", gate.client.post("/v1/confirm", json={}))
    held_to(
        document,
        "/v1/confirm",
        "post",
        gate.client.post("/v1/confirm", json=confirmation | {"id": "chk_none"}),
    )
    for path in ("/v1/health", "/v1/ready", "/v1/audit/head"):
        held_to(document, path, "get", gate.client.get(path))


def test_every_route_is_in_the_document_and_no_other(gate: Any) -> None:
    from kiemtin.serving.http.routes import ROUTES

    document = gate.client.get("/v1/openapi.json").json()
    told = {(path, method.upper()) for path, each in document["paths"].items() for method in each}
    assert told == {(route.path, route.method) for route in ROUTES}
    for path, method in told:
        assert (
            gate.client.request(method, path.replace("{source}", "none")).status_code not in (404, 405)
            or "{" in path
        )


# Tokens and desks


def test_a_gate_with_tokens_answers_nobody_else(serve: Serve, desks: Any) -> None:
    gate = serve(desks.profile)
    assert gate.check().status_code == 401
    assert gate.check(headers={"authorization": "Bearer kt_wrong"}).json()["error"] == "token-refused"
    news, sport, operator = (
        {"authorization": f"Bearer {token}"} for token in (desks.news, desks.sport, desks.operator)
    )
    assert gate.check(BAD, headers=news).json()["decision"] == "deny"
    by_sport = gate.check(BAD, headers=sport).json()
    assert (by_sport["decision"], by_sport["desk"]) == ("confirm", "sport")
    confirmation = {"id": by_sport["id"], "name": "Người Trực", "reason": "Theo chỉ đạo"}
    assert gate.client.post("/v1/confirm", json=confirmation, headers=sport).status_code == 403
    assert gate.client.post("/v1/confirm", json=confirmation, headers=news).status_code == 404
    assert gate.check(headers=operator).status_code == 403
    for path in ("/v1/metrics", "/v1/audit/head"):
        assert gate.client.get(path, headers=news).status_code == 403
        assert gate.client.get(path, headers=operator).status_code == 200
    assert gate.client.post("/v1/reload", headers=news).status_code == 403
    written = (gate.folder / "log").read_text() + str(bodies(gate))
    assert not any(token in written for token in (desks.news, desks.sport, desks.operator))


def test_a_gate_open_to_others_without_tokens_does_not_start(tmp_path: Path) -> None:
    (tmp_path / "kiemtin.toml").write_text("[gate]\nhost = '0.0.0.0'\nport = 0\n", "utf-8")
    command = [sys.executable, "-c", "from kiemtin_cli.main import main; main()", "serve"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert "--new-token" in done.stderr.decode()


# Confirmations


def test_a_named_person_overrides_with_a_reason(serve: Serve, desks: Any) -> None:
    gate = serve(desks.profile)
    news, chief = ({"authorization": f"Bearer {token}"} for token in (desks.news, desks.news_chief))
    denied = gate.check(BAD, headers=news).json()
    confirmation = {"id": denied["id"], "name": "Nguyễn Thị Trực", "reason": "Theo chỉ đạo của tổng biên tập"}
    refused = gate.client.post("/v1/confirm", json=confirmation, headers=news)
    assert (refused.status_code, refused.json()["error"]) == (403, "scope-missing")
    done = gate.client.post("/v1/confirm", json=confirmation, headers=chief).json()
    assert (done["decision"], done["overridden"]) == ("allow", "deny")
    again = gate.check(BAD, headers=news).json()
    assert (again["decision"], again["proceed"], again["override"]["name"]) == (
        "allow",
        True,
        "Nguyễn Thị Trực",
    )
    assert [finding["fingerprint"] for finding in again["findings"]] == [
        f["fingerprint"] for f in denied["findings"]
    ]
    worse = gate.check(BAD.replace("quý II", "quý III"), headers=news).json()
    assert (worse["decision"], worse["override"]) == ("deny", None)
    written = bodies(gate)
    (override,) = [body for body in written if body["kind"] == "override"]
    assert (override["name"], override["reason"], override["decision"]) == (
        confirmation["name"],
        confirmation["reason"],
        "deny",
    )
    assert [body["overridden"] for body in written if body["kind"] == "decision"] == [False, True, False]
    assert gate.stop() == 0
    assert verify(gate.audit, done["audit"]["hash"]).faults == []


@pytest.mark.parametrize(
    "change",
    [{"name": ""}, {"reason": "ok"}, {"name": " \n "}, {"name": "a\x00b"}, {"reason": 3}, {"other": 1}],
)
def test_a_confirmation_without_name_or_reason_is_none(gate: Any, change: dict[str, Any]) -> None:
    confirmation = {"id": "chk_000", "name": "Người Trực", "reason": "Theo chỉ đạo"} | change
    answer = gate.client.post("/v1/confirm", json=confirmation)
    assert (answer.status_code, answer.json()["error"]) == (422, "confirm-bad")


# Idempotency


def test_a_repetition_has_the_first_answer(gate: Any) -> None:
    key = {"idempotency-key": "first"}
    first, second = gate.check(BAD, headers=key).json(), gate.check(BAD, headers=key).json()
    assert (first["replayed"], second["replayed"]) == (False, True)
    assert second == first | {"replayed": True}
    other = gate.check(GOOD, headers=key)
    assert (other.status_code, other.json()["error"]) == (422, "idempotency-key-reused")


def test_many_at_a_time_are_one_check(gate: Any) -> None:
    key = {"idempotency-key": "many"}
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: gate.check(BAD, headers=key).json(), range(8)))
    assert len({answer["id"] for answer in answers}) == 1
    assert sum(not answer["replayed"] for answer in answers) == 1
    assert sum(body.get("id") == answers[0]["id"] for body in bodies(gate)) == 1


@pytest.mark.parametrize("keeps", [False, True])
def test_after_a_restart_text_is_only_known_if_the_profile_keeps_it(serve: Serve, *, keeps: bool) -> None:
    gate = serve("keep_text_hours = 1\n" if keeps else "")
    key = {"idempotency-key": "k"}
    first = gate.check(BAD, headers=key).json()
    gate.stop()
    state = b"".join(path.read_bytes() for path in gate.audit.parent.glob("*"))
    assert ("Trần Văn An".encode() in state) is keeps
    gate = serve()
    second = gate.check(BAD, headers=key).json()
    assert (second["id"], second["decision"], second["replayed"]) == (first["id"], "deny", True)
    assert (second["report"] is not None) is keeps
    assert (second["findings"][0]["quoted"] is not None) is keeps
    assert second["findings"][0]["fingerprint"] == first["findings"][0]["fingerprint"]


def test_files_of_the_state_are_their_owner_s_alone(gate: Any) -> None:
    gate.check()
    assert gate.audit.parent.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in gate.audit.parent.iterdir())


def test_no_text_of_a_draft_is_in_logs_figures_or_audit(gate: Any) -> None:
    marked = BAD.replace("quý II", "quý Zzyzx").replace("Bình", "Qwrtp")
    gate.check(marked)
    gate.client.post("/v1/check", json={"text": marked, "bad-field": "Zzyzx"})
    figures = gate.client.get("/v1/metrics").text
    assert 'kiemtin_decisions_total{decision="deny",desk="default"}' in figures
    gate.wait_until(lambda: gate.events("check"))
    told = (gate.folder / "log").read_text("utf-8") + figures + str(bodies(gate))
    assert "Zzyzx" not in told
    assert "Qwrtp" not in told


# No answer


def test_a_piece_that_hangs_holds_nobody_up(serve: Serve) -> None:
    gate = serve("deadline_seconds = 1.5\nchildren = 2\n", odd=True)
    gate.wait_until(lambda: gate.client.get("/v1/ready").json()["children"] == 2)
    with ThreadPoolExecutor(4) as threads:
        hanging = [threads.submit(gate.check, f"HANGS {number}") for number in range(2)]
        told = [each.result().json() for each in hanging]
    assert {(each["decision"], each["reason"], each["proceed"]) for each in told} == {
        ("not-checked", "timeout", True)
    }
    gate.wait_until(lambda: gate.check().json()["decision"] == "allow")
    assert {line["why"] for line in gate.events("child-ended")} == {"timeout"}
    assert {line["reason"] for line in gate.events("incident")} >= {"timeout"}
    assert {body["reason"] for body in bodies(gate) if body["kind"] == "decision"} >= {"timeout", None}


def test_a_child_that_dies_is_replaced(serve: Serve) -> None:
    gate = serve(odd=True)
    told = gate.check("DIES").json()
    assert (told["decision"], told["reason"]) == ("not-checked", "crashed")
    gate.wait_until(lambda: gate.check().json()["decision"] == "allow")


def test_a_site_may_ask_to_hold(serve: Serve) -> None:
    gate = serve('deadline_seconds = 0.5\nno_answer = "hold"\n', odd=True)
    told = gate.check("HANGS").json()
    assert (told["decision"], told["proceed"], told["no_answer"]) == ("not-checked", False, "hold")


def test_beyond_so_many_in_flight_it_says_when_to_come_again(serve: Serve) -> None:
    gate = serve("[gate.limits]\nin_flight = 2\n", odd=True)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda number: gate.check(f"SLOW {number}\n\nMột."), range(8)))
    statuses = [answer.status_code for answer in answers]
    assert set(statuses) == {200, 503}
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert refused.headers["retry-after"] == "1"
    assert (refused.json()["decision"], refused.json()["no_answer"]) == ("not-checked", "publish")


def test_a_body_that_never_comes_holds_nobody_up(serve: Serve) -> None:
    gate = serve("[gate.limits]\nbody_seconds = 0.5\nhead_seconds = 0.5\n")
    host, port = gate.url.removeprefix("http://").split(":")
    waiting = []
    asked = b"POST /v1/check HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    for head in (asked + b"content-length: 99\r\n\r\n{", b"POST /v1/ch", b""):
        connection = socket.create_connection((host, int(port)), timeout=10)
        connection.sendall(head)
        waiting.append(connection)
    assert gate.check().json()["decision"] == "allow"
    said = [connection.recv(1000) for connection in waiting]
    assert said[0].startswith(b"HTTP/1.1 408")
    assert said[1:] == [b"", b""]
    for connection in waiting:
        connection.close()


def test_idle_connections_hold_nobody_up(gate: Any) -> None:
    host, port = gate.url.removeprefix("http://").split(":")
    idle = [socket.create_connection((host, int(port)), timeout=10) for _ in range(300)]
    assert gate.check().json()["decision"] == "allow"
    for connection in idle:
        connection.close()


# Life


def test_told_to_end_it_answers_first(serve: Serve) -> None:
    gate = serve(odd=True)
    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(gate.check, "SLOW\n\nMột.")
        time.sleep(0.2)
        gate.process.terminate()
        assert running.result().json()["decision"] == "allow"
    assert gate.process.wait(20) == 0
    assert verify(gate.audit).faults == []
    assert [body["kind"] for body in bodies(gate)] == ["started", "decision", "stopped"]
    (last,) = gate.events("audit-head")[-1:]
    assert last["head"] == verify(gate.audit).head


def test_children_end_with_their_parent(serve: Serve) -> None:
    gate = serve("children = 2\n", odd=True)
    gate.wait_until(lambda: gate.client.get("/v1/ready").json()["children"] == 2)
    children = Path(f"/proc/{gate.process.pid}/task/{gate.process.pid}/children").read_text().split()
    with ThreadPoolExecutor(1) as threads:
        hanging = threads.submit(gate.check, "HANGS")
        time.sleep(0.3)
        gate.process.kill()
        gate.process.wait()
        assert isinstance(hanging.exception(), httpx.TransportError)
    gate.wait_until(lambda: not any(is_alive(int(pid)) for pid in children))
    assert len(children) == 2


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_rules_are_reloaded_without_losing_a_request(serve: Serve) -> None:
    gate = serve()
    answers: list[Any] = []
    stopping = threading.Event()

    def ask() -> None:
        while not stopping.is_set():
            answers.append(gate.check(BAD))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    (gate.folder / "kiemtin.toml").write_text(
        "[gate]\nport = 0\nchildren = 1\ndeadline_seconds = 60\n[gate.decisions]\nmust = 'confirm'\n", "utf-8"
    )
    assert gate.client.post("/v1/reload", timeout=60).json() == {"generation": 1}
    gate.check()
    stopping.set()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    decisions = [answer.json()["decision"] for answer in answers]
    assert decisions[0] == "deny"
    assert gate.check(BAD).json()["decision"] == "confirm"
    assert set(decisions) <= {"deny", "confirm"}


def test_what_cannot_be_reloaded_changes_nothing(serve: Serve) -> None:
    gate = serve()
    for profile in ("[gate]\nprt = 1\n", "[gate]\npack = 'no-such-pack'\n", "[gate\n"):
        (gate.folder / "kiemtin.toml").write_text(profile, "utf-8")
        answer = gate.client.post("/v1/reload", timeout=60)
        assert (answer.status_code, answer.json()["error"]) == (409, "reload-refused")
        assert answer.json()["problems"][0]["vi"]
        assert gate.check(BAD).json()["decision"] == "deny"


@pytest.mark.parametrize(
    ("profile", "code"), [("prt = 1", 2), ("pack = 'no-such-pack'", 4), ("port = 1\nhost = '203.0.113.9'", 2)]
)
def test_a_gate_that_cannot_begin_says_why(tmp_path: Path, profile: str, code: int) -> None:
    (tmp_path / "kiemtin.toml").write_text(f"[gate]\n{profile}\n", "utf-8")
    command = [sys.executable, "-c", "from kiemtin_cli.main import main; main()", "serve"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert "Traceback" not in said
    assert "Cần làm" in said
