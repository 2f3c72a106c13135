"""Exit codes hold in every state of the three streams, and whenever somebody interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("kiemtin")
FINE = "Tỉnh họp\n\nThân bài.\n"
STATES = {
    "stdout closed": ">&-",
    "stderr closed": "2>&-",
    "stdin closed": "<&-",
    "all closed": "<&- >&- 2>&-",
    "stderr full": "2>/dev/full",
    "stderr without reader": "2>&1 >/dev/null | true",
}
CASES = {
    "nothing found": (["check", "a.txt"], 0),
    "unreadable": (["check", "no.txt"], 3),
    "empty standard input": (["check", "-"], 3),
    "usage": (["check"], 2),
}


def run(command: str, arguments: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    (folder / "a.txt").write_text(FINE, "utf-8")
    script = f'set -o pipefail; "$@" {command}'
    return subprocess.run(
        ["bash", "-c", script, "bash", PROGRAM, *arguments],
        capture_output=True,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("case", CASES)
def test_a_code_holds_in_every_state(case: str, state: str, tmp_path: Path) -> None:
    arguments, code = CASES[case]
    done = run(STATES[state], arguments, tmp_path)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_report_that_a_full_disk_loses_is_a_failure(form: str, tmp_path: Path) -> None:
    done = run(">/dev/full", ["check", "--format", form, "a.txt"], tmp_path)
    assert done.returncode == 5
    assert "Không ghi được hết kết quả ra đầu ra chuẩn" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_with_both_full_it_is_one_too(tmp_path: Path) -> None:
    assert run(">/dev/full 2>/dev/full", ["check", "a.txt"], tmp_path).returncode == 5


def test_standard_input_without_end_is_refused(tmp_path: Path) -> None:
    done = run("< /dev/zero", ["check", "-"], tmp_path)
    assert done.returncode == 3
    assert "20 MB" in done.stderr.decode()


AT_IMPORT = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["AT"]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
"""
MOMENTS = ("kiemtin_cli.streams", "click", "kiemtin_cli.check", "kiemtin.officials.recognizer",
           "kiemtin.judging.judge", "kiemtin.reporting.text", "kiemtin_cli.output")  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS)
def test_who_interrupts_an_import_sees_no_traceback(moment: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(AT_IMPORT, "utf-8")
    (tmp_path / "a.txt").write_text(FINE, "utf-8")
    paths = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [PROGRAM, "check", "a.txt"],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths, "AT": moment},
        check=False,
    )
    assert done.returncode in (130, -signal.SIGINT)
    assert done.stderr == b""


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b", "\u202e", "\n"])
def test_no_name_of_a_file_acts_on_a_terminal(sign: str, tmp_path: Path) -> None:
    name = f"a{sign}b.txt"
    (tmp_path / name).write_text(FINE, "utf-8")
    asked = (
        ["check"],
        ["explain"],
        ["check", "--format", "json"],
        ["rules", "fmt"],
        ["check", "a.txt", "--pack"],
    )
    for arguments in ([*each, name] for each in asked):
        done = run("", arguments, tmp_path)
        said = (done.stdout + done.stderr).decode()
        assert f"a{sign}b" not in said
