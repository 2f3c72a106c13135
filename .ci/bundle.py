"""Builds the program as a folder that needs no Python: `make bundle` makes dist/bundle and tries it.

It runs on the system and processor that it was built on, with a C library as new as there; Windows builds its
own. Extras: EXTRAS=serve,watch (the default), or more of those that are installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("checker/kiemtin", "cli/kiemtin_cli", "rules/kiemtin_rules")
NEVER = (
    "IPython", "PIL", "_pytest", "hypothesis", "matplotlib", "mypy", "mypyc", "numpy", "pandas", "pip",
    "playwright", "pytest", "setuptools", "tkinter", "torch", "z3",
)  # fmt: skip
"""What lies in an environment to develop in and nothing of ours needs."""
DRAFT = (
    "Hội nghị quý I\n\n"
    "Dự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n"
)


def build(out: Path, extras: Sequence[str], *, compiled: bool) -> Path:
    """The folder `out/kiemtin`. What the extras that are not named need is left out."""
    with tempfile.TemporaryDirectory() as work:
        stage = Path(work, "sources")
        for source in SOURCES:
            target = stage / Path(source).name
            shutil.copytree(ROOT / source, target, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "docs", stage / "kiemtin" / "pages")
        shutil.copy(ROOT / "integrations/wordpress/kiemtin-gate.php", stage / "kiemtin" / "pages")
        names = [Path(source).name for source in SOURCES]
        if compiled:
            names += _compile(stage)
        entry = stage / "entry.py"
        entry.write_text("from kiemtin_cli.bundled import main\n\nmain()\n", "utf-8")
        sys.path.insert(0, str(stage))
        from kiemtin.adopting.extras import EXTRAS

        left_out = {
            module for name, parts in EXTRAS.items() if name not in extras for module in parts.values()
        }
        kept = {module for name in extras for module in EXTRAS[name].values()}
        command = [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--onedir",
            "--name", "kiemtin", "--distpath", str(out), "--workpath", f"{work}/build", "--specpath", work,
            *(f"--collect-all={name}" for name in names),
            *(f"--hidden-import={name}" for name in sorted(kept)),
            *(f"--exclude-module={name}" for name in sorted(left_out - kept | {*NEVER})),
            str(entry),
        ]  # fmt: skip
        path = os.pathsep.join([str(stage), *filter(None, [os.environ.get("PYTHONPATH")])])
        subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": path})
    return out / "kiemtin"


def _compile(stage: Path) -> list[str]:
    """Puts the compiled modules beside their sources; the name of the one that holds them all."""
    sys.path.insert(0, str(ROOT))
    from hatch_build import compile_modules

    failure = compile_modules(ROOT, stage)
    if failure:
        sys.stderr.write(f"recognition is not compiled, and slower for it: {failure}\n")
    return [path.name.partition(".")[0] for path in stage.glob("kiemtin_recognition*")]


def smoke(folder: Path) -> None:
    """Runs the program of a folder in an empty one, without a Python in reach. Ends all if it fails."""
    program = folder / ("kiemtin.exe" if sys.platform == "win32" else "kiemtin")
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    with tempfile.TemporaryDirectory() as work:
        Path(work, "bài.txt").write_text(DRAFT, "utf-8")
        Path(work, "kho").mkdir()
        shutil.copy(Path(work, "bài.txt"), Path(work, "kho", "một.txt"))
        shutil.copy(ROOT / "corpus" / "drafts" / "hoi-nghi-qua-dai.docx", work)
        for words, code, said in (
            (["check", "bài.txt"], 1, "Điều"),
            (["check", "hoi-nghi-qua-dai.docx", "--format", "docx", "--output", "bản-sao"], 1, ""),
            (["help", "settings"], 0, "kiemtin.toml"),
            (["doctor"], 0, "Bộ quy tắc"),
            (["rules", "test", "nội-quy-báo-mẫu"], 0, "ví dụ"),
        ):
            done = subprocess.run(
                [program, *words], cwd=work, capture_output=True, encoding="utf-8", check=False,
                env=kept | {"PATH": "", "HOME": work, "KIEMTIN_CACHE": f"{work}/cache", "LC_ALL": "C"},
            )  # fmt: skip
            if done.returncode != code or said not in done.stdout:
                sys.exit(f"{' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "bundle")
    parser.add_argument("--extras", default="serve,watch")
    parser.add_argument("--pure", action="store_true", help="leave recognition as Python")
    options = parser.parse_args()
    extras = [name for name in options.extras.split(",") if name]
    folder = build(options.out, extras, compiled=not options.pure)
    smoke(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000
    print(f"{folder}: {size:.0f} MB, tried")


if __name__ == "__main__":
    main()
