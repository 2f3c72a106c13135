"""Many connections that say nothing, and whether others are served meanwhile.

    python tests/benchmarks/gate/idle.py --connections 10000

Each idle connection has sent half of a head. Checks are asked one after another without them and beside them.
Wants that many open files twice over (`ulimit -n`): the client has its ends, the gate its own.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from load import PROGRAM, TEXT, Connection, percentile, resident


async def ask(host: str, port: int, times: int) -> tuple[list[float], Counter[str]]:
    connection, taken, told = Connection(host, port), [], Counter[str]()
    for number in range(times):
        body = json.dumps({"text": TEXT.format(n=number)}, ensure_ascii=False).encode()
        begun = time.perf_counter()
        try:
            status, answer = await asyncio.wait_for(connection.post("/v1/check?report=0", body), 30)
        except (OSError, EOFError, IndexError, TimeoutError):
            told["lost"] += 1
            connection.close()
            continue
        taken.append(time.perf_counter() - begun)
        told[f"{status} {json.loads(answer)['decision']}"] += 1
    connection.close()
    return taken, told


async def measure(host: str, port: int, connections: int, pid: int) -> None:
    def tell(name: str, found: tuple[list[float], Counter[str]]) -> None:
        shown = " / ".join(f"{percentile(found[0], share) * 1000:.0f}" for share in (0.5, 0.95, 0.99))
        print(f"{name}: {dict(found[1])}, p50/p95/p99 {shown} ms, {resident(pid)} MB")

    tell("without", await ask(host, port, 200))
    idle: list[asyncio.StreamWriter] = []
    outcomes: Counter[str] = Counter()
    begun = time.perf_counter()
    for _ in range(connections):
        try:
            _, writer = await asyncio.wait_for(asyncio.open_connection(host, port), 10)
            writer.write(b"POST /v1/check HTTP/1.1\r\nhost: loc")
        except (OSError, TimeoutError) as error:
            outcomes[type(error).__name__] += 1
            continue
        idle.append(writer)
    print(f"opened {len(idle)} in {time.perf_counter() - begun:.1f} s, failed {dict(outcomes)}")
    tell("beside", await ask(host, port, 200))
    for writer in idle:
        writer.close()
    await asyncio.sleep(2)
    tell("after", await ask(host, port, 200))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--connections", type=int, default=10_000)
    connections = parser.parse_args().connections
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "kiemtin.toml").write_text("[gate]\nport = 0\ndeadline_seconds = 10\n", "utf-8")
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "serve"], cwd=folder, stdout=subprocess.PIPE, stderr=log
            )
        try:
            assert process.stdout is not None
            found = re.search(r"http://(.+):(\d+)", process.stdout.readline().decode())
            assert found is not None
            time.sleep(3)
            asyncio.run(measure(found[1], int(found[2]), connections, process.pid))
        finally:
            process.terminate()
            print(f"ended with {process.wait(60)}")


if __name__ == "__main__":
    main()
