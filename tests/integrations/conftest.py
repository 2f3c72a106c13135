"""Programs of others that the tests need: without one they skip and say so; with `CI=true` they fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Program = Callable[[str], str]


def lack(what: str) -> None:
    """End the test for want of `what`."""
    reason = f"{what} is not installed; `make test-integrations` as root installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def program() -> Program:
    """The path of a program."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found is None:
            lack(name)
        assert found is not None
        return found

    return find


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """Where pictures are kept for a look: `.artefacts/` of the checkout, which git ignores."""
    folder = Path(__file__).parents[2] / ".artefacts"
    folder.mkdir(exist_ok=True)
    return folder
