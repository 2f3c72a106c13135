"""Builds the wheel whose recognition is compiled to C (hatch_build.py) and runs recognition's tests on it.

The wheel stays in `dist/`. Without a C compiler, or Python's headers, nothing is built and that is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"kiemtin", "kiemtin_cli", "kiemtin_rules", "kiemtin_recognition__mypyc"}
TESTS = ("tests/officials", "tests/evaluation", "tests/cli/test_corpus.py")
WHERE = "from kiemtin.officials import recognizer, reading; print(recognizer.__file__, reading.__file__)"


def run(*command: str | Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def can_compile() -> bool:
    compiler = (sysconfig.get_config_var("CC") or "cc").split(" ", 1)[0]
    return shutil.which(compiler) is not None and Path(sysconfig.get_path("include"), "Python.h").exists()


def main() -> None:
    if not can_compile():
        print("compiled: not built, for this machine has no C compiler or no headers of Python")
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", work, ROOT)
        said = run(*build, environment={})
        (wheel,) = work.glob("*.whl")
        unpacked = work / "unpacked"
        zipfile.ZipFile(wheel).extractall(unpacked)
        names = {path.name.split(".")[0] for path in unpacked.iterdir() if path.suffix != ".dist-info"}
        if names != TOP_LEVEL:
            sys.exit(f"{said}the compiled wheel holds {sorted(names)}, not {sorted(TOP_LEVEL)}")
        environment = {"PYTHONPATH": str(unpacked)}
        for place in run(sys.executable, "-c", WHERE, environment=environment).split():
            if not place.startswith(str(unpacked)) or place.endswith(".py"):
                sys.exit(f"not the compiled module was imported: {place}")
        print(run(sys.executable, "-m", "pytest", *TESTS, environment=environment).splitlines()[-1])
        (ROOT / "dist").mkdir(exist_ok=True)
        print(f"compiled: {shutil.copy(wheel, ROOT / 'dist')}")


if __name__ == "__main__":
    main()
