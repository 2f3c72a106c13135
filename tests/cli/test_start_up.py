"""What a start imports: whatever is not needed by a plain `check` is imported where it is used."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden") / "modules-of-a-check.txt"
LISTED = """
import os, sys
before = set(sys.modules)
from kiemtin_cli.main import run
code = run(["check", sys.argv[1]], os.environ)
names = {name if name.startswith("kiemtin") else name.split(".")[0] for name in set(sys.modules) - before}
print(*sorted(names - sys.stdlib_module_names), sep="\\n", file=sys.stderr)
sys.exit(code)
"""
"""Our modules and the packages of others; the standard library differs from version to version."""


def test_a_cold_check_of_a_word_draft_imports_this_and_no_more(
    corpus: Path, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    """With a warm cache, as every start but the first finds it. Read what `--rewrite-golden` adds."""
    environment = os.environ | {"KIEMTIN_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-c", LISTED, str(corpus / "drafts" / "hoi-nghi-qua-dai.docx")]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert done.returncode == 1, done.stderr.decode()
    golden(GOLDEN, "".join(f"{line}\n" for line in done.stderr.decode().splitlines()))
