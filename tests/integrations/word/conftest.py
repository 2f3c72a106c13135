"""LibreOffice without a screen, each test process with a profile of its own: two on one profile fail."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "corpus"
Convert = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(scope="session")
def convert(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Converts files to a format, all in one call: starting takes longest.

    The exit status of the program says nothing: what counts are the files that come out.
    """
    profile = tmp_path_factory.mktemp("soffice")

    def to(sources: Sequence[Path], kind: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("converted")
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
        subprocess.run(
            [program("soffice"), *options, "--outdir", folder, *sources],
            check=True,
            capture_output=True,
            timeout=300,
        )
        made = [folder / f"{source.stem}.{kind.partition(':')[0]}" for source in sources]
        lost = [path.name for path in made if not path.exists()]
        assert not lost, f"LibreOffice did not open {lost}"
        return made

    return to


@pytest.fixture(scope="session")
def pictures(
    program: Callable[[str], str], convert: Convert, artefacts: Path
) -> Callable[[Sequence[Path]], None]:
    """Keeps a picture of each page of what LibreOffice makes of files, to be looked at."""

    def draw(sources: Sequence[Path]) -> None:
        for page in convert(sources, "pdf"):
            target = artefacts / f"word-{page.stem}"
            subprocess.run([program("pdftoppm"), "-r", "70", "-png", page, target], check=True, timeout=60)

    return draw
