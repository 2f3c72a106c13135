"""A real editor speaks to the language server: what is wrong stands at its words."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CLIENT = Path(__file__).parents[3] / "editors" / "neovim" / "kiemtin.lua"
ASK = """
vim.cmd('edit ' .. vim.env.DRAFT)
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, each in ipairs(vim.diagnostic.get(0)) do
  print('@' .. each.lnum .. ':' .. each.col .. ' ' .. each.message:gsub('\\n.*', ''))
end
vim.cmd('qall!')
"""
LISTED = "Dự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy."


def test_neovim_shows_what_is_wrong(program: Callable[[str], str], tmp_path: Path) -> None:
    started = tmp_path / "kiemtin"
    started.write_text(f"#!{sys.executable}\nfrom kiemtin_cli.main import main\nmain()\n", "utf-8")
    started.chmod(0o755)
    script = tmp_path / "ask.lua"
    script.write_text(ASK, "utf-8")
    shown = {}
    for name, text in (("bai.txt", f"Tin\n\n{LISTED}\n"), ("thu.quy", "văn bản thử\n  tên 5\n")):
        (tmp_path / name).write_text(text, "utf-8")
        commands = ["-c", f"luafile {CLIENT}", "-c", f"luafile {script}"]
        done = subprocess.run(
            [program("nvim"), "--headless", "--clean", *commands],
            cwd=tmp_path,
            env={
                **os.environ,
                "KIEMTIN": str(started),
                "DRAFT": str(tmp_path / name),
                "HOME": str(tmp_path),
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        shown[name] = done.stderr + done.stdout
    column = len(LISTED[: LISTED.index("Trần Văn An")].encode())
    assert f"@2:{column} LỖI" in shown["bai.txt"]
    assert "@1:" in shown["thu.quy"]
