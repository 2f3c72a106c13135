"""Colour goes to eyes only, and only if they want it."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from itertools import count
from pathlib import Path

import pytest

from kiemtin_cli import output

pty = pytest.importorskip("pty")
PROGRAM = Path(sys.executable).with_name("kiemtin")


def on_terminal(*arguments: str | Path, cache: Path, env: dict[str, str]) -> str:
    """What the program writes to a terminal of 80 columns."""
    import fcntl
    import struct
    import termios

    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    kept |= {"KIEMTIN_CACHE": str(cache), "TERM": "xterm", **env}
    process = subprocess.Popen([PROGRAM, *arguments], stdout=inner, stderr=inner, stdin=inner, env=kept)
    os.close(inner)
    written = b""
    while True:
        try:
            piece = os.read(outer, 65536)
        except OSError:  # Linux reports the end so
            break
        if not piece:
            break
        written += piece
    process.wait()
    os.close(outer)
    return written.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_its_own_width(cache: Path, draft: Path) -> None:
    shown = on_terminal("check", draft, "khong-co.txt", cache=cache, env={})

    assert "\x1b[1m══ " in shown
    assert "\x1b[1;31mLỖI\x1b[0m: Không tìm thấy tệp." in shown
    plain = [line for line in shown.splitlines() if "\x1b" not in line and str(draft) not in line]
    assert max(map(len, plain)) <= 80


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_may_refuse_colour(cache: Path, draft: Path, env: dict[str, str]) -> None:
    shown = on_terminal("check", draft, "khong-co.txt", cache=cache, env=env)

    assert "══ " in shown
    assert "\x1b" not in shown


def test_an_empty_no_color_says_nothing(cache: Path, draft: Path) -> None:
    assert "\x1b[" in on_terminal("check", draft, cache=cache, env={"NO_COLOR": ""})


def test_the_keyboard_is_not_waited_for(cache: Path) -> None:
    shown = on_terminal("check", "-", cache=cache, env={"NO_COLOR": "1"})

    assert "- đọc chữ từ đầu vào, nhưng đầu vào đang là bàn phím" in shown.replace("dấu ", "")
    assert "cat bai.txt | kiemtin check -" in shown


def test_progress_needs_no_escape_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(output, "perf_counter", count(0.0, 0.6).__next__)
    progress = output.Progress(12)
    for _ in range(12):
        progress.step()
    progress.clear()

    shown = screen.getvalue()
    assert shown.startswith("\r1/12\r2/12")
    assert shown.endswith("\r12/12\r     \r")
    assert "\x1b" not in shown


def test_progress_is_for_eyes_and_runs_that_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", StringIO())
    progress = output.Progress(2)
    progress.step()
    progress.clear()
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
