"""LibreOffice without a screen, each test process with a profile of its own: two on one profile fail."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "corpus"
Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("soffice")


@pytest.fixture
def convert(program: Callable[[str], str], profile: Path, tmp_path: Path) -> Convert:
    """Converts a file to a format. Its exit status says nothing: what counts is the file that comes out."""

    def to(source: Path, kind: str) -> Path:
        subprocess.run(
            [
                program("soffice"),
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                tmp_path,
                source,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        made = tmp_path / f"{source.stem}.{kind.partition(':')[0]}"
        assert made.exists(), f"LibreOffice did not open {source.name}"
        return made

    return to
