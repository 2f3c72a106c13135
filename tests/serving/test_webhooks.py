"""Messages both ways: who sent them, where they may go, and that none is lost."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from kiemtin.serving.profile import Gate, Profile
from kiemtin.serving.profile import Webhook as Told
from kiemtin.serving.state import State
from kiemtin.serving.webhooks.addresses import AddressRefusedError, is_allowed, resolve
from kiemtin.serving.webhooks.delivering import GIVEN_UP_AFTER, Deliverer, pause
from kiemtin.serving.webhooks.sending import Attempt, post, signed
from kiemtin.serving.webhooks.signatures import SignatureRefusedError, verify
from kiemtin.serving.writer import Writer

NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)
SECRET, OLD, OTHER = ("whsec_" + letter * 32 for letter in "abc")
BODY = '{"text":"Một."}'.encode()


def standard(
    body: bytes = BODY, secret: str = SECRET, at: datetime = NOW, message: str = "msg_1"
) -> dict[str, str]:
    return signed([secret], message, body.decode(), at)


def test_a_signed_message_is_known_by_its_id() -> None:
    assert verify("standard", BODY, standard(), [SECRET], NOW) == "msg_1"
    assert verify("standard", BODY, standard(secret=OLD), [SECRET, OLD], NOW) == "msg_1"
    Webhook(SECRET).sign("msg_1", NOW, BODY.decode())


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (BODY + b" ", standard()),
        (BODY, standard(secret=OTHER)),
        (BODY, standard(at=NOW - timedelta(minutes=6))),
        (BODY, standard(at=NOW + timedelta(minutes=6))),
        (BODY, standard() | {"webhook-id": "msg_2"}),
        (BODY, standard() | {"webhook-timestamp": str(int(NOW.timestamp()) + 1)}),
        (BODY, standard() | {"webhook-timestamp": "٣"}),
        (BODY, standard() | {"webhook-timestamp": "9" * 400}),
        (BODY, standard(message="a.b")),
        (BODY, standard() | {"webhook-signature": "v1,"}),
        (BODY, standard() | {"webhook-signature": ""}),
        (BODY, {}),
        (b"\xff", standard()),
    ],
)
def test_whatever_was_changed_is_refused(body: bytes, headers: dict[str, str]) -> None:
    with pytest.raises(SignatureRefusedError):
        verify("standard", body, headers, [SECRET], NOW)


@pytest.mark.parametrize(
    ("kind", "header", "prefix", "algorithm"),
    [
        ("superdesk-sha1", "x-superdesk-signature", "sha1=", hashlib.sha1),
        ("sha256", "x-hub-signature-256", "sha256=", hashlib.sha256),
    ],
)
def test_older_ways_are_known_by_their_signature(kind: str, header: str, prefix: str, algorithm: Any) -> None:
    right = hmac.new(b"secret", BODY, algorithm).hexdigest()
    assert verify(kind, BODY, {header: prefix + right}, ["new", "secret"], NOW) == right
    changed = (right, prefix, "", prefix + "0" * len(right))
    for body, given in ((BODY + b" ", prefix + right), *((BODY, each) for each in changed)):
        with pytest.raises(SignatureRefusedError):
            verify(kind, body, {header: given}, ["secret"], NOW)


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("255.255.255.255", False), ("::1", False), ("::", False), ("fe80::1", False), ("fd00::1", False),
        ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b::a00:1", False), ("ff02::1", False),
    ],
)  # fmt: skip
def test_only_public_addresses_unless_told(address: str, allowed: bool) -> None:  # noqa: FBT001
    assert is_allowed(ipaddress.ip_address(address), ()) is allowed


def test_a_private_network_that_the_profile_names_is_allowed() -> None:
    assert is_allowed(ipaddress.ip_address("10.1.2.3"), ["10.1.0.0/16"])
    assert is_allowed(ipaddress.ip_address("::ffff:10.1.2.3"), ["10.1.0.0/16"])
    assert not is_allowed(ipaddress.ip_address("10.2.2.3"), ["10.1.0.0/16"])


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "2130706433", "0x7f000001", "127.1", "[::1]", "", "a" * 300]
)
def test_names_that_lead_inside_are_refused(host: str) -> None:
    with pytest.raises(AddressRefusedError):
        resolve(host, 80, ())


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "127.0.0.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    with pytest.raises(AddressRefusedError):
        resolve("two-faced.example", 80, ())


class Receiver:
    """Takes messages and answers as it is told."""

    def __init__(self) -> None:
        self.status, self.headers = 204, {}  # type: tuple[int, dict[str, str]]
        self.got: list[tuple[dict[str, str], bytes]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                receiver.got.append(({key.lower(): value for key, value in self.headers.items()}, body))
                self.send_response(receiver.status)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/told"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.mark.parametrize(
    ("status", "headers", "attempt"),
    [
        (200, {}, Attempt("delivered", 200)),
        (204, {}, Attempt("delivered", 204)),
        (302, {"Location": "http://127.0.0.1/"}, Attempt("again", 302)),
        (410, {}, Attempt("gone", 410)),
        (429, {"Retry-After": "7"}, Attempt("again", 429, 7.0)),
        (503, {"Retry-After": "Wed, 21 Oct"}, Attempt("again", 503)),
        (500, {"Retry-After": "7"}, Attempt("again", 500)),
    ],
)
def test_what_an_answer_means(
    receiver: Receiver, status: int, headers: dict[str, str], attempt: Attempt
) -> None:
    receiver.status, receiver.headers = status, headers
    assert post(receiver.url, {}, "{}", ["127.0.0.0/8"]) == attempt
    assert len(receiver.got) == 1


def test_a_private_address_is_not_even_connected_to(receiver: Receiver) -> None:
    assert post(receiver.url, {}, "{}", []) == Attempt("refused-address")
    assert receiver.got == []


def test_nobody_there_is_tried_again() -> None:
    assert post("http://127.0.0.1:9/", {}, "{}", ["127.0.0.0/8"]) == Attempt("again")


def test_pauses_grow_and_hold_what_was_asked_for() -> None:
    pauses = [pause(attempts, None, 0.0) for attempts in range(9)]
    assert pauses == sorted(pauses)
    assert pause(0, 90.0, 0.0) == 90.0
    assert pause(0, None, 1.0) == 1.2 * pauses[0]
    assert pause(0, 1e9, 0.0) == 86_400.0


def queued(
    tmp_path: Path, send: Callable[..., Attempt], rounds: int = 1, **options: Any
) -> list[tuple[str, int]]:
    """State and attempts of what was queued, after some rounds that find everything due."""
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    hook = Told(name="cms", url="http://cms.example/", secrets=("file:secret",), events=frozenset({"deny"}))
    profile = Profile(Gate(webhooks=options.get("webhooks", (hook,))), tmp_path / "kiemtin.toml")

    async def work() -> list[tuple[str, int]]:
        writer = Writer(tmp_path / "state")
        made = time.time() - options.get("age", 0.0)
        await writer.do(lambda _, state: state.queue("msg_1", [("cms", hook.url)], '{"a":1}', made))
        deliverer = Deliverer(lambda: profile, writer, lambda _name, _told: None, send)
        for _ in range(rounds):
            await deliverer.round()
            await writer.do(lambda _, state: state._db.execute("UPDATE deliveries SET due = 0"))
        rows = await writer.do(
            lambda _, state: state._db.execute("SELECT state, attempts FROM deliveries").fetchall()
        )
        writer.close()
        return rows

    return asyncio.run(work())


def test_a_delivery_is_tried_until_it_is_taken(tmp_path: Path) -> None:
    attempts = iter(
        [Attempt("again", 500), Attempt("refused-address"), Attempt("delivered", 200), Attempt("again")]
    )
    seen: list[dict[str, str]] = []

    def send(_url: str, headers: dict[str, str], payload: str, _networks: object) -> Attempt:
        seen.append(headers)
        assert payload == '{"a":1}'
        return next(attempts)

    assert queued(tmp_path, send, rounds=5) == [("delivered", 3)]
    assert {headers["webhook-id"] for headers in seen} == {"msg_1"}


def test_what_nobody_takes_is_given_up_in_the_end(tmp_path: Path) -> None:
    assert queued(tmp_path, lambda *_: Attempt("again"), age=GIVEN_UP_AFTER + 1) == [("given-up", 1)]


def test_who_says_that_he_is_gone_is_not_told_again(tmp_path: Path) -> None:
    assert queued(tmp_path, lambda *_: Attempt("gone", 410)) == [("given-up", 1)]
    state = State(tmp_path / "state" / "state.sqlite")
    assert state.queue("msg_2", [("cms", "http://cms.example/"), ("other", "http://o/")], "{}", 0.0) == 1
    assert state.queue("msg_3", [("cms", "http://moved.example/")], "{}", 0.0) == 1
    state.close()


HOOKED = """
[gate.sources.desk]
kind = "superdesk-sha1"
secrets = ["file:sd"]
payload = "superdesk"
[gate.sources.agency]
kind = "standard"
secrets = ["file:old", "file:new"]
payload = "ninjs"
[[gate.webhooks]]
name = "chief"
url = "URL"
secrets = ["file:new", "file:old"]
events = ["deny", "override"]
allow = ["127.0.0.0/8"]
"""
BAD_ITEM = {
    "type": "text",
    "headline": "Tỉnh họp",
    "body_html": "<p>Dự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.</p>",
}


@pytest.fixture
def hooked(serve: Callable[..., Any], receiver: Receiver, tmp_path: Path) -> Any:
    for name, secret in (("sd", "shared"), ("old", OLD), ("new", SECRET)):
        (tmp_path / name).write_text(secret)
    return serve(HOOKED.replace("URL", receiver.url))


def test_what_a_system_published_is_checked_and_told(hooked: Any, receiver: Receiver) -> None:
    body = json.dumps(BAD_ITEM).encode()
    signature = "sha1=" + hmac.new(b"shared", body, hashlib.sha1).hexdigest()
    headers = {"x-superdesk-signature": signature}
    first = hooked.client.post("/v1/hooks/desk", content=body, headers=headers).json()
    again = hooked.client.post("/v1/hooks/desk", content=body, headers=headers).json()
    assert (first["decision"], again["id"], again["replayed"]) == ("deny", first["id"], True)
    assert hooked.client.post("/v1/hooks/desk", content=body + b" ", headers=headers).status_code == 401
    assert hooked.client.post("/v1/hooks/nobody", content=body, headers=headers).status_code == 404
    hooked.wait_until(lambda: receiver.got)
    told_headers, told = receiver.got[0]
    Webhook(SECRET).verify(told, told_headers)
    Webhook(OLD).verify(told, told_headers)
    message = json.loads(told)
    assert (message["type"], message["data"]["id"], message["data"]["decision"]) == (
        "kiemtin.deny",
        first["id"],
        "deny",
    )
    assert "Trần Văn An" not in told.decode()


def test_a_standard_message_comes_once(hooked: Any) -> None:
    body = json.dumps({"headline": "Tin", "body_text": "Một."})
    headers = signed([SECRET], "msg_7", body, datetime.now(UTC))
    answers = [hooked.client.post("/v1/hooks/agency", content=body, headers=headers).json() for _ in range(2)]
    assert [answer["replayed"] for answer in answers] == [False, True]
    old = signed([SECRET], "msg_8", body, datetime.now(UTC) - timedelta(minutes=10))
    assert hooked.client.post("/v1/hooks/agency", content=body, headers=old).status_code == 401


def test_the_queue_outlives_a_kill(hooked: Any, receiver: Receiver, serve: Callable[..., Any]) -> None:
    receiver.status = 503
    hooked.client.post("/v1/check", json={"superdesk": BAD_ITEM})
    hooked.wait_until(lambda: receiver.got)
    hooked.process.kill()
    hooked.process.wait()
    receiver.status = 204
    again = serve()
    again.wait_until(lambda: len(receiver.got) > 1)
    assert {headers["webhook-id"] for headers, _ in receiver.got} == {receiver.got[0][0]["webhook-id"]}
