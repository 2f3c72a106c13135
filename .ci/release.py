"""Builds what an index takes: `make release` leaves it in dist/release.

These are the sources, a wheel of plain Python, and the wheel whose recognition is compiled, with the tag of
every Linux that it runs on (manylinux).

Nothing is sent anywhere. A wheel for Windows or macOS is built by the same command there; several versions of
Python at once by cibuildwheel, whose settings are in pyproject.toml.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "dist" / "release"
WHERE = "from kiemtin.officials import recognizer; print(recognizer.__file__)"


def run(*command: str | Path, **environment: str) -> str:
    words = [str(part) for part in command]
    done = subprocess.run(
        words, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(out: Path, what: str, **environment: str) -> Path:
    python = Path(sys.executable)
    run(python, "-m", "build", what, "--no-isolation", "--outdir", out, ROOT, **environment)
    (made,) = out.iterdir()
    return made


def for_every_linux(wheel: Path, out: Path) -> Path:
    """The wheel under the oldest manylinux tag that its libraries allow. Ends all if there is none."""
    run(sys.executable, "-m", "auditwheel", "repair", "--plat", "auto", "--wheel-dir", out, wheel)
    (made,) = out.glob("*.whl")
    if "manylinux" not in made.name:
        sys.exit(f"no index takes {made.name}: it has no manylinux tag")
    return made


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name, what, environment in (
            ("sources", "--sdist", {}),
            ("plain", "--wheel", {"HATCH_BUILD_NO_HOOKS": "true"}),
            ("compiled", "--wheel", {}),
        ):
            made = build(work / name, what, **environment)
            if name == "compiled" and made.name.endswith("-none-any.whl"):
                print("compiled: left out, for this machine has no C compiler or no headers of Python")
                continue
            if name == "compiled" and sys.platform == "linux":
                made = for_every_linux(made, work / "linux")
            shutil.copy(made, OUT)
        for wheel in OUT.glob("*manylinux*.whl"):
            zipfile.ZipFile(wheel).extractall(work / "unpacked")
            place = run(sys.executable, "-c", WHERE, PYTHONPATH=str(work / "unpacked"))
            if place.strip().endswith(".py"):
                sys.exit(f"{wheel.name} does not hold what was compiled")
    made_all = sorted(OUT.iterdir())
    run(sys.executable, "-m", "twine", "check", "--strict", *made_all)
    for path in made_all:
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1_000_000:.1f} MB")


if __name__ == "__main__":
    main()
