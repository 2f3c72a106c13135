"""A child of the gate that hangs, dies or is slow where a piece says so; run by path."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Mapping
from typing import Any

from kiemtin.serving import child

real = child.answer


def answer(asked: Mapping[str, Any], body: bytes, benches: child.Benches) -> bytes:
    if b"HANGS" in body:
        while True:
            pass
    if b"DIES" in body:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"SLOW" in body:
        time.sleep(0.4)
    return real(asked, body, benches)


child.answer = answer

if __name__ == "__main__":
    child.main()
