"""A real scheduler with two workers, one of which is killed: the same bytes as on one machine."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiemtin.auditing.layout import RunFolder
from kiemtin.auditing.plan import Limits
from kiemtin.auditing.running import Request, Watch, audit
from kiemtin.auditing.settings import Settings
from kiemtin.auditing.supervising import AuditError

ROOT = Path(__file__).parents[3]
SETTINGS = Settings(pack="nội-quy-báo-mẫu")
pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="extra dask not installed"
)


class Cluster:
    """Processes as `dask scheduler` and `dask worker` start them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        until = time.monotonic() + 60
        while not self._said.exists() and time.monotonic() < until:
            time.sleep(0.1)
        self.workers = [self._worker() for _ in range(2)]

    @property
    def address(self) -> str:
        import json

        address: str = json.loads(self._said.read_text("utf-8"))["address"]
        return address

    def _worker(self) -> subprocess.Popen[bytes]:
        return self._start(
            "worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "10",
            "--local-directory", str(self._folder),
        )  # fmt: skip

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "distributed.cli.dask_" + what,
            "--scheduler-file",
            str(self._said),
            *options,
        ]
        if what == "scheduler":
            command[-4:-4] = []
        with (self._folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder)

    def close(self) -> None:
        """Workers first: one that is stopped together with its scheduler waits for it."""
        for process in (*self.workers, self.scheduler):
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    started = Cluster(tmp_path)
    yield started
    started.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "a.jsonl"
    subprocess.run(
        [sys.executable, ROOT / "corpus" / "make_archive.py", "600", path, "--seed", "5"], check=True
    )
    return path


def bytes_of(store: Path) -> dict[str, bytes]:
    kept = [path for path in store.rglob("run=0001/**/*") if path.is_file()]
    return {
        path.relative_to(store).as_posix(): path.read_bytes()
        for path in kept
        if path.name not in ("plan.json", "manifest.json")
    }


@pytest.mark.filterwarnings("default")
def test_a_worker_that_is_killed_loses_nothing(cluster: Cluster, archive: Path, tmp_path: Path) -> None:
    class Killer(Watch):
        done = 0

        def step(self, documents: int) -> None:
            Killer.done += documents
            if cluster.workers[0].poll() is None and Killer.done >= 100:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)

    limits = Limits(60.0, 1024)
    request = Request((str(archive),), SETTINGS, limits, scheduler=cluster.address)
    audit(request, tmp_path / "cluster", Killer())
    audit(Request((str(archive),), SETTINGS, limits), tmp_path / "local", Watch())

    assert cluster.workers[0].wait(10) == -signal.SIGKILL
    assert Killer.done == 600
    assert bytes_of(tmp_path / "cluster") == bytes_of(tmp_path / "local")
    assert RunFolder(tmp_path / "cluster", 1).is_finished


def test_a_scheduler_that_is_not_there_is_told(archive: Path, tmp_path: Path) -> None:
    request = Request((str(archive),), SETTINGS, scheduler="tcp://127.0.0.1:9")
    with pytest.raises(AuditError) as raised:
        audit(request, tmp_path / "store", Watch())

    assert raised.value.problems[0].code == "audit-no-scheduler"
