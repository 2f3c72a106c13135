"""Builds a wheel whose recognition is compiled to C by mypyc, where a C compiler is.

The sources stay plain Python and a wheel without compiled modules does the same, slower: that is built where
nothing can compile, and where HATCH_BUILD_NO_HOOKS is set. Compiled are the rooms that an archive spends its
time in; what they share with others stays Python.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OFFICIALS = Path("checker", "kiemtin", "officials")
COMPILED = (
    "scanning", "titles", "names", "reading", "constructions", "people", "lists", "pieces.py",
    "recognizer.py", "slips.py",
    *(f"words/{name}.py" for name in (
        "capital_words", "extent_words", "foreign_words", "heads", "joining_words", "lexicon",
        "listing_words", "name_words", "neighbours", "syllables", "tables", "verbs",
    )),
)  # fmt: skip

_DIRECT_CALLS = ["-fvisibility=hidden", "-fno-plt"]
"""Functions of the compiled modules call one another, and Python, without a detour over a table."""


class CompileRecognition(BuildHookInterface):
    """Adds the compiled modules beside their sources; the wheel is then one platform's."""

    def dependencies(self) -> list[str]:
        """What compiling takes: mypy must see what is imported."""
        if is_for_a_hook(Path(self.root)):
            return []
        return ["mypy[mypyc]>=2.0", "ahocorasick-rs>=1.0", "types-PyYAML"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable install is never compiled: its modules would outlive a change of their sources."""
        if version == "editable" or is_for_a_hook(Path(self.root)):
            return
        self._built = tempfile.TemporaryDirectory()
        built = Path(self._built.name)
        failure = compile_modules(Path(self.root), built)
        if failure:
            self.app.display_warning(f"recognition is not compiled, and slower for it: {failure}")
            return
        for module in built.rglob("*.so" if sys.platform != "win32" else "*.pyd"):
            build_data["force_include"][str(module)] = module.relative_to(built).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_built"):
            self._built.cleanup()


def is_for_a_hook(root: Path) -> bool:
    """Whether pre-commit or prek installs its own copy: who waits to commit does not wait for a compiler."""
    return "PRE_COMMIT" in os.environ or bool({"pre-commit", "prek"} & set(root.parts))


def compile_modules(root: Path, built: Path) -> str:
    """Puts the compiled modules of the checkout at `root` under `built`, in the folders of their packages.

    Returns why nothing could be compiled (no compiler, no headers of Python, types that another mypy does not
    accept, for which mypyc leaves the program), or nothing.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.errors import CompileError, LinkError, PlatformError

    with tempfile.TemporaryDirectory() as work, contextlib.chdir(root):  # where mypy finds its settings
        modules = sorted(
            str(path)
            for name in COMPILED
            for path in ([OFFICIALS / name] if name.endswith(".py") else (OFFICIALS / name).rglob("*.py"))
        )
        try:
            extensions = mypycify(
                [f"--cache-dir={work}/types", *modules],
                group_name="kiemtin_recognition",
                target_dir=work,
                opt_level="2",
                debug_level="0",
            )
            for extension in extensions if sys.platform != "win32" else ():
                extension.extra_compile_args += _DIRECT_CALLS
            distribution = Distribution({"name": "kiemtin", "ext_modules": extensions})
            command = distribution.get_command_obj("build_ext")
            command.build_lib, command.build_temp = str(built), f"{work}/objects"
            command.ensure_finalized()
            command.run()
        except (CompileError, LinkError, PlatformError, SystemExit) as failure:
            return str(failure)
        return ""
