"""What somebody hostile would send; `docs/security-gate.md` names each of these beside its requirement."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kiemtin.serving.audit import verify
from kiemtin.serving.profile import Gate, load_profile

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GOOD = "Tỉnh Nam Sơn bàn việc quý II\n\nSáng nay, tỉnh Nam Sơn bàn việc làm đường liên xã."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS = "http://schemas.openxmlformats.org"


def docx(document: bytes) -> bytes:
    """A Word file with that main part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{RELATIONS}/package/2006/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}/package/2006/relationships"><Relationship Id="r" Type='
            f'"{RELATIONS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        package.writestr("word/document.xml", document)
    return packed.getvalue()


PLAIN = (
    b'<?xml version="1.0"?>DOCTYPE<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>TEXT</w:t></w:r></w:p></w:body></w:document>"
)


def word(doctype: bytes, text: bytes) -> bytes:
    return docx(PLAIN.replace(b"DOCTYPE", doctype).replace(b"TEXT", text))


def sent(gate: Any, data: bytes) -> Any:
    return gate.client.post("/v1/check", files={"file": ("a.docx", data)}).json()


def test_a_plain_word_file_of_this_kind_is_read(gate: Any) -> None:
    assert sent(gate, word(b"", "Tin một.".encode()))["decision"] == "allow"


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x "&b;&b;&b;">]>',
        b'<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY x "y">]>',
    ],
)
def test_entities_are_not_resolved(gate: Any, doctype: bytes) -> None:
    told = sent(gate, word(doctype, b"Tin &x;"))
    assert (told["decision"], told["reason"]) == ("not-checked", "unreadable")


def test_a_file_that_unpacks_to_far_more_is_refused(gate: Any) -> None:
    told = sent(gate, word(b"", b"a" * 8_000_000))
    assert (told["decision"], told["reason"]) == ("not-checked", "unreadable")


@pytest.mark.parametrize(
    "text", ["' OR 1=1 --", "'; DROP TABLE checks; --", "\x00", "%00", "${7*7}", "{{7*7}}"]
)
def test_what_looks_like_a_statement_is_data(gate: Any, text: str) -> None:
    confirmation = {"id": f"chk_{text}", "name": "Người Trực", "reason": "Theo chỉ đạo"}
    assert gate.client.post("/v1/confirm", json=confirmation).json()["error"] == "check-not-known"
    if text.isprintable():
        assert gate.check(GOOD, headers={"idempotency-key": text}).json()["decision"] == "allow"
    assert gate.client.post("/v1/check", json={"text": GOOD, "name": text}).json()["decision"] == "allow"
    assert verify(gate.audit).faults == []


@pytest.mark.parametrize(
    "name", ["../../x.txt", "..\\..\\x.txt", "/etc/passwd.txt", "a\x00.txt", "~/x.txt", "C:x.txt"]
)
def test_no_name_leads_to_a_file(gate: Any, name: str) -> None:
    told = gate.client.post("/v1/check", params={"name": name}, content=GOOD.encode()).json()
    assert told["decision"] == "allow"
    assert "/" not in told["report"]["documents"][0]["path"]


def test_addresses_in_a_piece_are_not_fetched(gate: Any) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as trap:
        url = f"http://127.0.0.1:{trap.getsockname()[1]}/"
        markup = f"<p>Tin một.</p><img src='{url}'><iframe src='{url}'></iframe><link href='{url}'>"
        told = gate.client.post("/v1/check", json={"html": markup}).json()
        trap.settimeout(0.3)
        with pytest.raises(TimeoutError):
            trap.accept()
    assert told["decision"] == "allow"


def test_lines_of_the_log_cannot_be_forged(gate: Any) -> None:
    forged = '\n{"event": "forged"}\n'
    gate.check(GOOD, headers={"user-agent": "x", "idempotency-key": "plain"})
    gate.client.post("/v1/check", json={"text": GOOD, "name": forged})
    gate.client.post("/v1/hooks/" + "x%0A%7B%22event%22%3A%22forged%22%7D", content=b"")
    assert not gate.events("forged")
    assert all(set(line) >= {"at", "level", "event"} for line in gate.log)


def test_two_lengths_are_one_too_many(gate: Any) -> None:
    import socket

    host, port = gate.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(
            b"POST /v1/check HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\ncontent-length: 30\r\n\r\n{}"
        )
        assert connection.recv(100).startswith(b"HTTP/1.1 400")


@cache
def names_of_tests() -> frozenset[str]:
    sources = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    return frozenset(name for source in sources for name in re.findall(r"^ *def (test_\w+)", source, re.M))


def test_every_requirement_of_the_page_has_tests_that_exist() -> None:
    page = (DOCS / "security-gate.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| \d+\.\d+\.\d+", line)]
    assert len(rows) > 20
    for row in rows:
        named = re.findall(r"`(test_\w+)`", row)
        assert named, row
        assert set(named) <= names_of_tests(), row


@pytest.mark.parametrize("page", ["gate.md", "gate.en.md"])
def test_the_profile_of_the_page_is_that_of_the_code(page: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (DOCS / page).read_text("utf-8"), re.S)
    text = (
        "".join(blocks)
        .replace("sha256:…", "sha256:" + "0" * 64)
        .replace("gate.desks.news", "gate.desks.thoi-su")
    )
    (tmp_path / "kiemtin.toml").write_text(text.replace('desk = "news"', 'desk = "thoi-su"'), "utf-8")
    told = load_profile(tmp_path / "kiemtin.toml").gate
    shown = {"pack", "roster", "desks", "sources", "webhooks"}
    assert told.model_dump(exclude=shown) == Gate().model_dump(exclude=shown)
    assert told.desks and told.sources and told.webhooks


@pytest.mark.parametrize("page", ["integrations.md", "integrations.en.md"])
def test_the_example_for_another_system_works(gate: Any, page: str) -> None:
    (code,) = re.findall(r"```python\n(import json.*?)```", (DOCS / page).read_text("utf-8"), re.S)
    known: dict[str, Callable[..., Any]] = {}
    exec(code.replace("http://127.0.0.1:8377", gate.url).replace("timeout=2", "timeout=20"), known)
    bad = "<p>Dự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.</p>"
    proceed, told = known["may_publish"]("Tỉnh họp", bad)
    assert (proceed, len(told)) == (False, 1)
    assert json.dumps(told)
