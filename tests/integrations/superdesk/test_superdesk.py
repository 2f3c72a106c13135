"""Superdesk's own validation asks the gate: our sentence stands beside its errors."""

from __future__ import annotations

import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
MODULE = ROOT / "integrations" / "superdesk"
GOOD = {
    "type": "text",
    "headline": "Tỉnh họp",
    "body_html": "<p>Sáng nay, tỉnh Nam Sơn bàn việc làm đường.</p>",
}
BAD = {
    "type": "text",
    "headline": "Tỉnh họp",
    "body_html": "<p>Dự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.</p>",
}
SENTENCE = "“Trần Văn An” (bậc 9) đứng sau “Lê Thị Bình” (bậc 10) trong danh sách"


@pytest.fixture(scope="session")
def superdesk() -> Path:
    """The interpreter of an environment with superdesk-core, made once."""
    if sys.version_info[:2] != (3, 11):
        pytest.skip("superdesk-core 2.5.3 is installed for Python 3.11")
    folder = Path(os.environ.get("KIEMTIN_SUPERDESK_ENV", ROOT / ".venv" / "superdesk"))
    python = folder / "bin" / "python"
    mark = folder / "installed"
    wanted = (HERE / "requirements.txt").read_text("utf-8")
    if not mark.exists() or mark.read_text("utf-8") != wanted:
        venv.create(folder, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "--quiet", "--no-deps", "-r", HERE / "requirements.txt"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            if os.environ.get("CI") == "true":
                pytest.fail(done.stderr[-2000:])
            pytest.skip("superdesk-core cannot be installed")
        mark.write_text(wanted, "utf-8")
    return python


class Gate:
    def __init__(self, folder: Path, profile: str = "") -> None:
        self.folder = folder
        text = f"[gate]\nport = 0\nchildren = 1\ndeadline_seconds = 20\n{profile}"
        (folder / "kiemtin.toml").write_text(text, "utf-8")
        command = [sys.executable, "-c", "from kiemtin_cli.main import main; main()", "serve"]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdout is not None
        (self.url,) = re.findall(r"http://\S+", self.process.stdout.readline().decode())
        self.process.stdout.close()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="session")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gate]:
    made = Gate(tmp_path_factory.mktemp("gate"))
    yield made
    made.end()


def validated(
    superdesk: Path, url: str | None, *items: dict[str, Any], patience: float = 20.0
) -> list[dict[str, Any]]:
    told = {"config": {"KIEMTIN_GATE_URL": url, "KIEMTIN_GATE_PATIENCE": patience}, "items": items}
    done = subprocess.run(
        [superdesk, "-W", "ignore", HERE / "validate.py"],
        input=json.dumps(told), capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(MODULE), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    answers = [json.loads(line) | {"log": done.stderr} for line in done.stdout.splitlines()]
    assert len(answers) == len(items)
    return answers


def test_our_sentence_stops_publishing_beside_superdesk_s_own_errors(superdesk: Path, gate: Gate) -> None:
    good, bad, both = validated(superdesk, gate.url, GOOD, BAD, BAD | {"headline": "x" * 200})
    assert good["errors"] == []
    (error,) = bad["errors"]
    assert SENTENCE in error
    assert "Điều 4, Khoản 1" in error
    assert len(both["errors"]) == 2
    assert both["errors"][0].startswith("HEADLINE")


def test_pictures_and_packages_are_not_asked_about(superdesk: Path, gate: Gate) -> None:
    (answer,) = validated(superdesk, gate.url, BAD | {"type": "picture"})
    assert answer["errors"] == []


def test_a_reason_overrides_and_is_in_the_audit_log(superdesk: Path, gate: Gate) -> None:
    reason = "Theo chỉ đạo của tổng biên tập"
    (answer,) = validated(superdesk, gate.url, BAD | {"extra": {"kiemtin_reason": reason}})
    assert answer["errors"] == []
    db = sqlite3.connect(f"file:{gate.folder}/kiemtin-gate/audit.sqlite?mode=ro", uri=True)
    bodies = [body for (body,) in db.execute("SELECT body FROM entries WHERE kind = 'override'")]
    db.close()
    assert any(reason in body for body in bodies)


def test_a_gate_that_is_down_holds_nobody_up(superdesk: Path) -> None:
    (answer,) = validated(superdesk, "http://127.0.0.1:9", BAD, patience=2.0)
    assert answer["errors"] == []
    assert "was not checked" in answer["log"]


def test_a_gate_that_says_nothing_is_waited_for_two_seconds(superdesk: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        (answer,) = validated(superdesk, f"http://127.0.0.1:{deaf.getsockname()[1]}", BAD, patience=2.0)
    assert answer["errors"] == []
    assert 1.5 < answer["seconds"] < 15
    assert "was not checked" in answer["log"]


def test_without_a_gate_nothing_is_checked_and_that_is_said(superdesk: Path) -> None:
    (answer,) = validated(superdesk, None, BAD)
    assert answer["errors"] == []
    assert "KIEMTIN_GATE_URL is not set" in answer["log"]


def test_a_site_that_holds_is_told_so(superdesk: Path, tmp_path: Path) -> None:
    gate = Gate(tmp_path, 'no_answer = "hold"\n')
    try:
        unreadable = {"type": "text", "headline": "", "body_html": "<p></p>"}
        (answer,) = validated(superdesk, gate.url, unreadable)
    finally:
        gate.end()
    assert any("tòa soạn yêu cầu chờ" in error for error in answer["errors"])
