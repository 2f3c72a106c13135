"""Colour goes to eyes only, and only if they want it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
PROGRAM = Path(sys.executable).with_name("kiemtin")


def on_terminal(*arguments: str | Path, cache: Path, env: dict[str, str]) -> str:
    """What the program writes to a terminal of 80 columns."""
    import fcntl
    import struct
    import termios

    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    kept = {"PATH": os.environ["PATH"], "KIEMTIN_CACHE": str(cache), "TERM": "xterm", **env}
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
