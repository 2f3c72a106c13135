"""The gate as a process of its own, asked over loopback."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from kiemtin.serving.tokens import new_token

ODD = Path(__file__).with_name("odd_server.py")
PROGRAM = "import sys; from kiemtin_cli.main import main; main()"
GOOD = "Tỉnh Nam Sơn bàn việc quý II\n\nSáng nay, tỉnh Nam Sơn bàn việc làm đường liên xã."
BAD = (
    "Tỉnh Nam Sơn bàn việc quý II\n\nDự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; "
    "Trần Văn An, Bí thư Tỉnh ủy."
)


class Served:
    """A running gate."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, folder: Path) -> None:
        self.process, self.url, self.folder = process, url, folder
        self.client = httpx.Client(base_url=url, timeout=20, trust_env=False)

    @property
    def log(self) -> list[dict[str, Any]]:
        return [
            json.loads(line)
            for line in (self.folder / "log").read_text("utf-8").splitlines()
            if line[:1] == "{"
        ]

    def events(self, name: str) -> list[dict[str, Any]]:
        return [line for line in self.log if line["event"] == name]

    @property
    def audit(self) -> Path:
        return self.folder / "kiemtin-gate" / "audit.sqlite"

    def check(self, text: str = GOOD, **options: Any) -> httpx.Response:
        return self.client.post("/v1/check", json={"text": text}, **options)

    def wait_until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "never came to hold"
            time.sleep(0.05)

    def stop(self, with_signal: int = signal.SIGTERM) -> int:
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        return self.process.wait(20)


def start(folder: Path, profile: str = "", *, odd: bool = False) -> Served:
    """A gate whose profile and state are in `folder`; any free port, one child, a long deadline."""
    path = folder / "kiemtin.toml"
    if not path.exists() or profile:
        defaults = {"children": "1", "deadline_seconds": "60"}
        head = "".join(
            f"{key} = {value}\n" for key, value in defaults.items() if not re.search(f"^{key}", profile, re.M)
        )
        path.write_text(f"[gate]\nport = 0\n{head}{profile}", "utf-8")
    command = (
        [sys.executable, ODD, path] if odd else [sys.executable, "-c", PROGRAM, "serve", "--profile", path]
    )
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, cwd=folder)
    assert process.stdout is not None
    line = process.stdout.readline().decode()
    process.stdout.close()
    found = re.search(r"http://\S+", line)
    assert found, (folder / "log").read_text("utf-8")
    return Served(process, found[0], folder)


class Desks(NamedTuple):
    """Two desks with tokens, as a profile, and the tokens."""

    profile: str
    news: str
    news_chief: str
    sport: str
    operator: str


@pytest.fixture(scope="session")
def desks() -> Desks:
    tokens = [new_token() for _ in range(4)]
    scopes = ('["check", "confirm"]', '["check", "override"]', '["check"]', '["audit", "metrics", "reload"]')
    rows = [
        f'[[gate.desks.{desk}.tokens]]\nname = "{name}"\nhash = "{token[1]}"\nscopes = {scope}\n'
        for (desk, name), token, scope in zip(
            (("news", "cms"), ("news", "chief"), ("sport", "cms"), ("sport", "operator")),
            tokens,
            scopes,
            strict=True,
        )
    ]
    decisions = '[gate.desks.sport.decisions]\nmust = "confirm"\n'
    return Desks("".join(rows) + decisions, *(token for token, _ in tokens))


@pytest.fixture(scope="session")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for all tests that only ask."""
    served = start(tmp_path_factory.mktemp("gate"), "[gate.limits]\nbody_bytes = 200000\n")
    yield served
    served.stop()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Starts gates that end with the test."""
    running: list[Served] = []

    def begin(profile: str = "", *, odd: bool = False, folder: Path = tmp_path) -> Served:
        running.append(start(folder, profile, odd=odd))
        return running[-1]

    yield begin
    for served in running:
        if served.process.poll() is None:
            os.kill(served.process.pid, signal.SIGKILL)
            served.process.wait()
        served.client.close()
