"""The process is started as in the tests of the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def kiemtin(tmp_path: Path) -> Callable[..., Any]:
    """Runs the program in an empty folder, without anybody who answers."""

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> Any:
        command = [Path(sys.executable).with_name("kiemtin"), *arguments]
        return subprocess.run(
            command, input="", capture_output=True, encoding="utf-8", cwd=cwd, env=os.environ, check=False
        )

    return run
