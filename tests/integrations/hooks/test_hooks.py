"""pre-commit and prek install our hooks from a checkout and stop a commit that has findings."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
GOOD = "Tỉnh họp\n\nSáng nay, tỉnh Nam Sơn bàn việc làm đường liên xã.\n"
BAD = "Tỉnh họp\n\nDự có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n"
CONFIG = "repos:\n- repo: {hooks}\n  rev: {rev}\n  hooks:\n  - id: kiemtin-draft\n  - id: kiemtin-rundown\n"


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This checkout as it stands, as a repository of its own."""
    folder = tmp_path_factory.mktemp("hooks") / "kiemtin"
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "corpus/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "as it stands")
    return folder, git(folder, "rev-parse", "HEAD").strip()


@pytest.mark.parametrize("runner", ["pre-commit", "prek"])
def test_a_commit_with_findings_is_stopped(hooks: tuple[Path, str], tmp_path: Path, runner: str) -> None:
    found = shutil.which(runner)
    if found is None:
        pytest.skip(f"{runner} is not installed")
    newsroom = tmp_path / "tòa soạn"
    newsroom.mkdir()
    git(newsroom, "init", "-q")
    (newsroom / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks[0], rev=hooks[1]), "utf-8")
    for name, text in (("bài một.md", GOOD), ("bài hai.md", BAD), ("ghi chép.log", BAD)):
        (newsroom / name).write_text(text, "utf-8")
    shutil.copy(ROOT / "corpus" / "rundowns" / "thoi-su-toi-dung.csv", newsroom / "bản tin.csv")
    git(newsroom, "add", "-A")
    home = {
        "PRE_COMMIT_HOME": str(tmp_path / "home" / "pre-commit"),
        "PREK_HOME": str(tmp_path / "home" / "prek"),
    }
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | home

    def run() -> Any:
        command = [found, "run", "--color", "never"]
        return subprocess.run(
            command, cwd=newsroom, env=environment, capture_output=True, text=True, check=False
        )

    done = run()
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "bài hai.md" in said
    assert "Điều 4, Khoản 1" in said
    assert "ghi chép.log" not in said
    installed = list((tmp_path / "home").rglob("kiemtin/officials/recognizer*"))
    assert installed, "not installed where it should be"
    assert not [path for path in installed if path.suffix in (".so", ".pyd")], "a hook was compiled"
    (newsroom / "bài hai.md").write_text(GOOD, "utf-8")
    git(newsroom, "add", "-A")
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
