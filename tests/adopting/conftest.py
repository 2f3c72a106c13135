"""The program, in this process: what is asked here is what commands do, not how a process starts."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from kiemtin_cli.main import run as run_here


@pytest.fixture
def kiemtin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs the program in an empty folder, without anybody who answers."""
    monkeypatch.setattr("sys.stdin", StringIO())

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> Any:
        out, err = StringIO(), StringIO()
        with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
            code = int(run_here([str(each) for each in arguments], os.environ))
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())

    return run
