"""The real process, as a shell starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PROGRAM = Path(sys.executable).with_name("kiemtin")
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def kiemtin(cache: Path, tmp_path: Path) -> Run:
    """Runs the program in an empty folder, in a locale that knows no Vietnamese."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] = {}, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[str]:
        kept = {
            name: os.environ[name]
            for name in ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH")
            if name in os.environ
        }
        done = subprocess.run(
            [PROGRAM, *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**kept, "LC_ALL": "C", "KIEMTIN_CACHE": str(cache), **env},
            check=False,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def corpus() -> Path:
    return CORPUS


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A clean draft of two sentences."""
    path = tmp_path / "bài.txt"
    path.write_text(
        "---\nNgày đăng: 12/03/2024\nLoại hình: báo in\nSự kiện: hội nghị\n---\n"
        "Tỉnh Nam Sơn bàn việc quý II\n\n"
        "Sáng 12/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, chủ trì hội nghị bàn việc quý II.\n",
        "utf-8",
    )
    return path
