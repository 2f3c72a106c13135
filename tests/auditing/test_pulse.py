"""What a worker says of itself is never read as a document that has taken long when none has."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from kiemtin.auditing.child import PULSE

WRITER = """
import sys
from pathlib import Path
from kiemtin.auditing.child import Pulse
pulse = Pulse(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    number += 1
    pulse.beat(number if number % 3 else -1)
"""


def test_a_pulse_that_is_read_while_it_is_written_is_young(tmp_path: Path) -> None:
    path = tmp_path / "pulse"
    path.write_bytes(PULSE.pack(-1, time.monotonic_ns()))
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        oldest = last = 0
        seen = set()
        until = time.monotonic() + 0.7
        while time.monotonic() < until:
            doc, since = PULSE.unpack(path.read_bytes())
            oldest = max(oldest, time.monotonic_ns() - since)
            seen.add(doc > last)
            last = doc
        writer.kill()

    assert seen == {True, False}
    assert oldest < 20e9
