"""Builds a wheel whose recognition is compiled to C by mypyc, when asked to: `make compiled`.

The sources stay plain Python and a wheel without compiled modules does the same, slower. Compiled are the
rooms that an archive spends its time in; what they share with others stays Python.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OFFICIALS = Path("checker", "kiemtin", "officials")
COMPILED = ("reading", "joining", "people", "lists", "recognizer.py")


class CompileRecognition(BuildHookInterface):
    """Adds the compiled modules beside their sources; the wheel is then one platform's."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable install is never compiled: its modules would outlive a change of their sources."""
        if version == "editable":
            return
        self._built = tempfile.TemporaryDirectory()
        built = Path(self._built.name)
        compile_modules(Path(self.root), built)
        for module in built.rglob("*.so" if sys.platform != "win32" else "*.pyd"):
            build_data["force_include"][str(module)] = module.relative_to(built).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._built.cleanup()


def compile_modules(root: Path, built: Path) -> None:
    """Puts the compiled modules of the checkout at `root` under `built`, in the folders of their packages."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    with tempfile.TemporaryDirectory() as work, contextlib.chdir(root):  # where mypy finds its settings
        modules = sorted(
            str(path)
            for name in COMPILED
            for path in ([OFFICIALS / name] if name.endswith(".py") else (OFFICIALS / name).rglob("*.py"))
        )
        extensions = mypycify(
            [f"--cache-dir={work}/types", *modules], group_name="kiemtin_recognition", target_dir=work
        )
        command = Distribution({"name": "kiemtin", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(built), f"{work}/objects"
        command.ensure_finalized()
        command.run()
