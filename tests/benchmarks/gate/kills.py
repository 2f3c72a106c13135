"""Kills children, the server and clients at random; asks each time whether anything was lost or is wrong.

    python tests/benchmarks/gate/kills.py --times 100

What is held: an answer that came is right or says that nothing was checked; each answer that came is in the
audit log, once; the log is whole and goes on from every head seen before; each denial is delivered at last.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from kiemtin.serving.audit import BEGINNING, entries, verify

GOOD = "Tỉnh họp lần {n}\n\nSáng nay, tỉnh Nam Sơn bàn việc làm đường liên xã."
BAD = "Tỉnh họp lần {n}\n\nDự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy."
PROGRAM = "from kiemtin_cli.main import main; main()"
CLIENT = "import sys, httpx\nhttpx.post(sys.argv[1], json={'text': sys.argv[2]}, timeout=20, trust_env=False)"
PROFILE = """[gate]
port = {port}
children = 2
deadline_seconds = 10
[[gate.webhooks]]
name = "chief"
url = "{hook}"
secrets = ["file:secret"]
events = ["deny"]
allow = ["127.0.0.0/8"]
"""


class Trial:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.received: set[str] = set()
        self.hook = receiver(self.received)
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            self.port = bound.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/v1/check?report=0"
        (folder / "secret").write_text("whsec_" + "a" * 32)
        hook = f"http://127.0.0.1:{self.hook.server_port}/"
        (folder / "kiemtin.toml").write_text(PROFILE.format(port=self.port, hook=hook), "utf-8")
        self.answers: list[tuple[str, dict[str, Any]]] = []
        self.outcomes: Counter[str] = Counter()
        self.heads = [BEGINNING]
        self.stopping = threading.Event()
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "serve"], cwd=self.folder, stdout=subprocess.PIPE, stderr=log
            )
        assert process.stdout is not None
        said = process.stdout.readline()
        process.stdout.close()
        assert re.search(rb"http://", said), (self.folder / "log").read_text("utf-8")[-2000:]
        return process

    def ask(self, seed: int) -> None:
        """Goes on asking, each question once more after a broken connection, under its own key."""
        number = 0
        while not self.stopping.is_set():
            number += 1
            kind = "deny" if (number + seed) % 2 else "allow"
            text = (BAD if kind == "deny" else GOOD).format(n=f"{seed}.{number}")
            key = {"idempotency-key": f"{seed}.{number}"}
            for _ in range(200):
                try:
                    answer = httpx.post(
                        self.url, json={"text": text}, headers=key, timeout=30, trust_env=False
                    )
                except httpx.TransportError:
                    self.outcomes["broken"] += 1
                    time.sleep(0.1)
                    continue
                if answer.status_code == 503:
                    self.outcomes["busy"] += 1
                    time.sleep(0.1)
                    continue
                assert answer.status_code == 200, answer.text
                self.answers.append((kind, answer.json()))
                break

    def kill(self, what: str) -> None:
        if what == "server":
            self.process.kill()
            self.process.wait()
            self.process = self.start()
        elif what == "client":
            client = subprocess.Popen(
                [sys.executable, "-c", CLIENT, self.url, BAD.format(n="x")], stderr=subprocess.DEVNULL
            )
            time.sleep(random.uniform(0.1, 0.6))
            client.kill()
            client.wait()
        else:
            with contextlib.suppress(OSError, IndexError, ValueError):
                children = (
                    Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
                )
                os.kill(int(random.choice(children)), signal.SIGKILL)

    def look(self) -> None:
        """Everything that is held to hold now."""
        seen = list(self.answers)
        audit = self.folder / "kiemtin-gate" / "audit.sqlite"
        for head in self.heads:
            found = verify(audit, head)
            assert not found.faults, found
        self.heads = [*self.heads[-3:], found.head]
        written = Counter(
            json.loads(entry.body or "{}").get("id") for entry in entries(audit) if entry.kind == "decision"
        )
        for kind, answer in seen:
            assert answer["decision"] in (kind, "not-checked"), answer
            assert written[answer["id"]] == 1, answer

    def settle(self) -> None:
        """In the end each denial was delivered; keys lead to their first answers."""
        self.look()
        denied = {answer["id"] for _, answer in self.answers if answer["decision"] == "deny"}
        end = time.monotonic() + 60
        while not denied <= self.received and time.monotonic() < end:
            time.sleep(0.2)
        assert denied <= self.received, f"{len(denied - self.received)} of {len(denied)} were never delivered"


def receiver(received: set[str]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = json.loads(self.rfile.read(int(self.headers["content-length"])))
            received.add(told["data"]["id"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    random.seed(told.seed)
    kills: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        askers = [threading.Thread(target=trial.ask, args=(seed,)) for seed in (1, 2)]
        for asker in askers:
            asker.start()
        try:
            for _ in range(told.times):
                time.sleep(random.uniform(0.05, 0.5))
                what = random.choice(["child", "server", "client"])
                trial.kill(what)
                kills[what] += 1
                trial.look()
            trial.stopping.set()
            for asker in askers:
                asker.join()
            trial.settle()
        finally:
            trial.stopping.set()
            trial.process.kill()
            trial.process.wait()
            trial.hook.shutdown()
            trial.hook.server_close()
        decisions = Counter(answer["decision"] for _, answer in trial.answers)
        replayed = sum(answer["replayed"] for _, answer in trial.answers)
        print(f"{told.times} kills {dict(kills)}: {len(trial.answers)} answers {dict(decisions)}")
        print(f"{replayed} of them repeated; {dict(trial.outcomes)}")
        print("none wrong, audit log whole, every denial delivered")


if __name__ == "__main__":
    main()
