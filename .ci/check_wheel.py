"""Builds the wheel of plain Python, installs it into an empty environment and asks whether it is right.

The new top-level names must be exactly our three packages, the data must be inside, and the console
script must check a draft outside the checkout.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = {"kiemtin", "kiemtin_cli", "kiemtin_rules"}
DRAFT = (
    "Hội nghị quý I\n\n"
    "Dự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n"
)


def run(*command: str | Path, cwd: Path, accept: tuple[int, ...] = (0,)) -> str:
    words = [str(part) for part in command]
    environment = os.environ | {"HATCH_BUILD_NO_HOOKS": "true"}
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    if done.returncode not in accept:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def top_level(site_packages: Path) -> set[str]:
    names = {path.name.split(".")[0] for path in site_packages.iterdir() if path.suffix != ".dist-info"}
    return names - {"__pycache__"}


def pins(lock: str) -> str:
    """The lock as constraints: its pins without their hashes, which pip would demand of our wheel too."""
    return "\n".join(re.findall(r"^[A-Za-z0-9_.-]+==\S+(?: ;[^\\]+)?", lock, flags=re.M)) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", work, ROOT, cwd=ROOT)
        (wheel,) = work.glob("*.whl")
        venv.create(work / "env", with_pip=True)
        python = work / "env" / "bin" / "python"
        constraints = work / "constraints.txt"
        constraints.write_text(pins((ROOT / "requirements.lock").read_text("utf-8")), "utf-8")
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        (site_packages,) = (work / "env").glob("lib/python*/site-packages")
        before = top_level(site_packages)
        run(*pip, "--no-deps", wheel, cwd=work)
        new = top_level(site_packages) - before
        if new != OURS:
            sys.exit(f"new top-level names are {sorted(new)}, not {sorted(OURS)}")
        run(*pip, "-c", constraints, wheel, cwd=work)
        (work / "draft.txt").write_text(DRAFT, "utf-8")
        said = run(work / "env" / "bin" / "kiemtin", "check", "draft.txt", cwd=work, accept=(1,))
        if "Điều" not in said:
            sys.exit(f"the installed program cites no clause:\n{said}")
        shown = run(work / "env" / "bin" / "kiemtin", "help", "settings", cwd=work)
        if "kiemtin.toml" not in shown:
            sys.exit(f"the pages did not ship:\n{shown}")
    print("wheel: 1 passed, 0 failed")


if __name__ == "__main__":
    main()
