"""The READMEs show what the program prints, not what it once printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_piece_of_output_is_real(readme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiemtin_cli.program import program

    monkeypatch.chdir(ROOT)
    (piece,) = re.findall(r"^```\n(\[\d\].*?)\n```$", (ROOT / readme).read_text("utf-8"), flags=re.M | re.S)
    printed = (
        CliRunner()
        .invoke(
            program("vi"), ["check", "--pack", "nội-quy-báo-mẫu", "corpus/drafts/hoi-nghi-sai-thu-tu.txt"]
        )
        .output
    )
    assert piece in printed


def test_every_link_into_the_tree_leads_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
