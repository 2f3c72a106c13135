"""A few of the kills that `tests/benchmarks/gate/kills.py` makes a hundred of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

KILLS = Path(__file__).parents[1] / "benchmarks" / "gate" / "kills.py"


def test_nothing_is_lost_or_wrong_by_kills() -> None:
    done = subprocess.run(
        [sys.executable, KILLS, "--times", "6", "--seed", "5"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none wrong" in done.stdout
