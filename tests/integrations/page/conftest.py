"""Pages of the samples, and Debian's Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.reporting.page.rendering import render

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="session")
def browser(program: Callable[[str], str]) -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as engine:
        made = engine.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of all drafts, one of all rundowns, one of a single draft."""
    folder = tmp_path_factory.mktemp("pages")
    drafts = sorted((CORPUS / "drafts").iterdir())
    made = {}
    for name, pack, files in (
        ("drafts", "nội-quy-báo-mẫu", drafts),
        ("rundowns", "nội-quy-đài-mẫu", sorted((CORPUS / "rundowns").iterdir())),
        ("draft", "nội-quy-báo-mẫu", [CORPUS / "drafts" / "hoi-nghi-sai-thu-tu.txt"]),
    ):
        bench = Workbench(pack)
        content = render([bench.examine(bench.read(str(file))) for file in files], "vi")
        made[name] = folder / f"{name}.html"
        made[name].write_text(content, "utf-8")
    return made
