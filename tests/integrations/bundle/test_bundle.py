"""The program as a folder without a Python: it checks, shows its pages, and its gate answers."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import urllib.request
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
DRAFT = "Tít\n\nDự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy."


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle", ROOT / ".ci" / "bundle.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("PyInstaller", reason="`make test-integrations` installs it")
    folder: Path = script().build(tmp_path_factory.mktemp("bundle"), ["serve", "watch"], compiled=False)
    return folder


def test_it_does_what_an_installation_does(folder: Path) -> None:
    script().smoke(folder)


def test_its_gate_answers_from_children_of_its_own(folder: Path, tmp_path: Path) -> None:
    environment = {"PATH": "", "HOME": str(tmp_path), "LC_ALL": "C"}
    command = [folder / "kiemtin", "serve", "--port", "0", "--lang", "en"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as gate:
        try:
            assert gate.stdout is not None
            address = gate.stdout.readline().split()[-1]
            request = urllib.request.Request(
                f"{address}/v1/check?report=0",
                json.dumps({"text": DRAFT}).encode(),
                {"Content-Type": "application/json"},
            )
            with urllib.request.urlopen(request, timeout=60) as answered:
                assert json.load(answered)["decision"] == "deny"
        finally:
            gate.terminate()


def test_what_was_not_chosen_is_left_out_and_told(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [folder / "kiemtin", "doctor", "--format", "json"],
        cwd=tmp_path,
        env={"HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    lines = json.loads(done.stdout)["lines"]
    states = {line["arguments"].get("extra"): line["state"] for line in lines if line["area"] == "extras"}

    assert (states["serve"], states["watch"], states["archive"]) == ("fine", "fine", "lacking")
