"""Open-loop load on a gate over loopback: requests come when they come, however slow the answers are.

    python tests/benchmarks/gate/load.py --rate 200 --seconds 20

Latency is from the moment that a request was due. Each request is answered, refused (503) or lost; the audit
log must have each answer once. Beside the figures stands the time of one check alone in the same minute: on a
machine with neighbours only the ratio, and the processor time, say something.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TEXT = (
    "Tỉnh Nam Sơn đánh giá kết quả quý {n}\n\nSáng nay, Tỉnh ủy Nam Sơn họp bàn việc quý {n}.\n\n"
    "Dự hội nghị có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy, "
    "Chủ tịch HĐND tỉnh; Phạm Văn Cường, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh.\n\n"
    "Ba huyện đã làm xong đường liên xã trước kế hoạch, hai huyện còn chậm vì mưa."
)
PROGRAM = "from kiemtin_cli.main import main; main()"


class Connection:
    """A kept-alive connection, one request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        if self.streams is None:
            self.streams = await asyncio.open_connection(self.host, self.port)
        reader, writer = self.streams
        head = f"POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
        writer.write(f"{head}content-length: {len(body)}\r\n\r\n".encode() + body)
        status = int((await reader.readline()).split()[1])
        length = 0
        while (line := (await reader.readline()).strip()) != b"":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return status, await reader.readexactly(length)

    def close(self) -> None:
        if self.streams is not None:
            self.streams[1].close()
            self.streams = None


async def load(
    host: str, port: int, rate: float, seconds: float
) -> tuple[list[float], Counter[str], list[str]]:
    """Latencies of what was answered, outcomes, ids."""
    latencies: list[float] = []
    outcomes: Counter[str] = Counter()
    ids: list[str] = []
    idle: list[Connection] = []
    chance = random.Random(7)

    async def ask(number: int, due: float) -> None:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        connection = idle.pop() if idle else Connection(host, port)
        body = json.dumps({"text": TEXT.format(n=number)}, ensure_ascii=False).encode()
        try:
            status, answer = await asyncio.wait_for(connection.post("/v1/check?report=0", body), 30)
        except (OSError, EOFError, IndexError, TimeoutError):
            outcomes["lost"] += 1
            connection.close()
            return
        idle.append(connection)
        told = json.loads(answer)
        outcomes[f"{status} {told['decision']}"] += 1
        if status == 200:
            latencies.append(time.perf_counter() - due)
            ids.append(told["id"])

    begin, at, tasks = time.perf_counter() + 0.2, 0.0, []
    for number in range(int(rate * seconds)):
        at += chance.expovariate(rate)
        tasks.append(asyncio.create_task(ask(number, begin + at)))
    await asyncio.gather(*tasks)
    for connection in idle:
        connection.close()
    return latencies, outcomes, ids


def calibration(times: int = 200) -> float:
    """Median seconds of the same check in one process, without network, log or neighbours of its own."""
    from kiemtin.serving.child import Benches, answer

    benches = Benches()
    asked = {
        "kind": "json",
        "depth": 40,
        "hours": 7.0,
        "pack": None,
        "roster": None,
        "report": False,
        "day": "2026-03-12",
    }
    taken = []
    for number in range(times):
        body = json.dumps({"text": TEXT.format(n=number)}, ensure_ascii=False).encode()
        started = time.perf_counter()
        answer(asked, body, benches)
        taken.append(time.perf_counter() - started)
    return sorted(taken[20:])[len(taken[20:]) // 2]


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def resident(pid: int) -> int:
    """Megabytes of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pages = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in [str(pid), *children])
    return pages * 4096 // 1_000_000


def worked(pid: int) -> tuple[float, float]:
    """Seconds of processor time of a process, and of its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return seconds_of(str(pid)), sum(map(seconds_of, children))


def seconds_of(pid: str) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--deadline", type=float, default=1.5)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=1, help="memory is told after each")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "kiemtin.toml").write_text(
            f"[gate]\nport = 0\ndeadline_seconds = {told.deadline}\n", "utf-8"
        )
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "serve"], cwd=folder, stdout=subprocess.PIPE, stderr=log
            )
        try:
            assert process.stdout is not None
            found = re.search(r"http://(.+):(\d+)", process.stdout.readline().decode())
            assert found is not None
            time.sleep(3)
            for number in range(told.rounds):
                base = calibration()
                before = worked(process.pid)
                latencies, outcomes, ids = asyncio.run(load(found[1], int(found[2]), told.rate, told.seconds))
                after = worked(process.pid)
                each = [
                    (now - then) * 1000 / max(1, len(ids)) for now, then in zip(after, before, strict=True)
                ]
                print(f"processor time a request: {each[0]:.2f} ms in the gate, {each[1]:.2f} in children")
                report(number, base, latencies, outcomes, ids, resident(process.pid))
        finally:
            process.terminate()
            code = process.wait(30)
        from kiemtin.serving.audit import entries, verify

        audit = Path(folder) / "kiemtin-gate" / "audit.sqlite"
        written = Counter(json.loads(entry.body or "{}").get("id") for entry in entries(audit))
        whole = not verify(audit).faults
        once = all(written[each] == 1 for each in ids)
        print(f"audit log whole: {whole}; each answer in it once: {once}; ended with {code}")


def report(
    number: int, base: float, latencies: Any, outcomes: Counter[str], ids: list[str], memory: int
) -> None:
    shown = " / ".join(f"{percentile(latencies, share) * 1000:.0f}" for share in (0.5, 0.95, 0.99))
    ratio = percentile(latencies, 0.99) / base
    twice = len(ids) - len(set(ids))
    print(f"round {number + 1}: {sum(outcomes.values())} requests, {dict(outcomes)}, twice: {twice}")
    print(f"  p50/p95/p99 {shown} ms; alone {base * 1000:.1f} ms, p99 is {ratio:.0f} of that; {memory} MB")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
