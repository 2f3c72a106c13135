"""What Windows lacks is nowhere needed: the program runs without POSIX's modules and calls.

`make types` also reads all sources as Windows would; here they are run. What only Windows has, its console
and its locks, is stood in for.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from kiemtin.auditing import running
from kiemtin.auditing.supervising import AuditError
from kiemtin_cli import streams

ROOT = Path(__file__).parents[2]
AS_ON_WINDOWS = """
import asyncio, ctypes, mimetypes, multiprocessing, os, shutil, signal, socket, subprocess, sys, tempfile
import uuid, zipfile
import sysconfig; sysconfig.get_config_vars()
import click, click.testing, multiprocessing.connection, multiprocessing.shared_memory, webbrowser

MISSING = {"fcntl", "grp", "pwd", "resource", "readline", "syslog", "termios", "tty"}

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in MISSING:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

for name in MISSING:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_TMPFILE", "getuid", "geteuid", "getgid", "killpg",
             "sched_getaffinity", "setsid", "fork", "forkpty", "mkfifo", "sysconf"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGALRM", "ITIMER_REAL", "setitimer", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)
signal.SIGBREAK = signal.SIGINT
sys.platform = "win32"

from kiemtin_cli.main import main
main()
"""
DRAFT = (
    "Hội nghị quý I\n\n"
    "Dự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n"
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    (folder / "bài.txt").write_text(DRAFT, "utf-8")
    return subprocess.run(
        [sys.executable, "-c", AS_ON_WINDOWS, *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"KIEMTIN_CACHE": str(folder / "cache"), "LC_ALL": "C"},
    )


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["check", "bài.txt"], 1, "Điều 4"),
        (["check", "bài.txt", "--format", "docx", "--output", "bản-sao"], 1, "bài.kiemtin.docx"),
        (["check", "bài.txt", "--format", "html", "--output", "báo-cáo.html"], 1, ""),
        (["show", "bài.txt"], 0, "Trần Văn An"),
        (["init"], 0, "kiemtin.toml"),
        (["doctor"], 0, "Bộ quy tắc"),
        (["help", "adopt"], 0, "kiemtin check"),
        (["rules", "test", "nội-quy-báo-mẫu"], 0, "ví dụ"),
        (["officials", "export", "người.xlsx"], 0, "người.xlsx"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_the_program_runs(words: list[str], code: int, says: str, tmp_path: Path) -> None:
    done = run(tmp_path, *words)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, done.stderr
    assert says in done.stdout


def test_the_gate_and_the_page_are_there(tmp_path: Path) -> None:
    """As far as they go without the network: all that they import."""
    program = AS_ON_WINDOWS.replace(
        "from kiemtin_cli.main import main\nmain()\n",
        "import kiemtin.serving.http.server as server, kiemtin.serving.child as child\n"
        "import kiemtin.serving.gate, kiemtin.serving.editing, kiemtin_cli.page, kiemtin_cli.serve\n"
        "import kiemtin.auditing.child, kiemtin.auditing.running, kiemtin.authoring.whole\n"
        "assert server._descriptors() > 1000\n"
        "child._limit_memory(100); child._end_after(1.0); child._end_with_parent()\n"
        "kiemtin.auditing.child._bound_memory(100); assert kiemtin.auditing.running.cores() >= 1\n",
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


class Console(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_console_is_written_by_what_python_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes signs; bytes of UTF-8 would be shown by its code page."""
    opened = Console(io.BytesIO(), "cp1258")
    assert not streams._is_console(opened)
    monkeypatch.setattr(sys, "platform", "win32")
    assert not streams._is_console(io.TextIOWrapper(io.BytesIO(), "cp1258"))
    assert not streams._is_console(None)
    assert streams._is_console(opened)
    assert opened.errors == "backslashreplace"


def test_one_audit_at_a_time_where_bytes_are_locked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    held: list[tuple[int, int]] = []

    def locking(handle: int, mode: int, length: int) -> None:
        at = os.lseek(handle, 0, os.SEEK_CUR)
        if (at, length) in held:
            raise PermissionError
        assert mode == 2 and at > 1_000_000
        held.append((at, length))

    windows = types.SimpleNamespace(LK_NBLCK=2, locking=locking)
    monkeypatch.setitem(sys.modules, "msvcrt", windows)  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "platform", "win32")
    with running.locked(tmp_path), pytest.raises(AuditError) as refused, running.locked(tmp_path):
        pass
    assert refused.value.problems[0].code == "audit-store-busy"
    assert (tmp_path / ".lock").stat().st_size < 20


def test_the_recipe_for_a_folder_names_what_is_there() -> None:
    """`.ci/bundle.cmd`, which only Windows runs: what it calls exists, and each step that fails ends it."""
    recipe = (ROOT / ".ci" / "bundle.cmd").read_bytes().decode("ascii")
    steps = [line for line in recipe.split("\r\n") if line.startswith((".venv", "py "))]
    named = re.findall(r"requirements[\w-]*\.lock|\.ci\\\w+\.py", " ".join(steps))

    assert "\n" not in recipe.replace("\r\n", "")
    assert named == ["requirements-dev.lock", "requirements-bundle.lock", ".ci\\bundle.py"]
    assert all((ROOT / name.replace("\\", "/")).is_file() for name in named)
    assert len(steps) == 4 and all(line.endswith("|| exit /b 1") for line in steps)
