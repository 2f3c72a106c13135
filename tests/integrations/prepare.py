"""Installs what the integration tests need of the machine: `python tests/integrations/prepare.py`.

Packages of Debian if the process may (root, apt-get); packages of node as each folder's lock has them. What
cannot be installed is said; the tests that need it then skip, or fail where the environment says `CI=true`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent


def run(*command: str | Path) -> bool:
    """Whether a command succeeded; what it said is shown only if not."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode:
        sys.stderr.write(f"{' '.join(words)} ended with {done.returncode}\n{done.stdout[-3000:]}")
    return done.returncode == 0


def lacking() -> list[str]:
    """Packages of Debian that are wanted and not installed."""
    needs = tomllib.loads((HERE / "needs.toml").read_text("utf-8"))
    wanted = sorted({package for need in needs.values() for package in need.get("debian", ())})
    told = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *wanted],
        capture_output=True,
        text=True,
        check=False,
    )
    there = {line.split()[0] for line in told.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in wanted if package not in there]


def install_debian() -> bool:
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        sys.stderr.write("No apt-get here: install by hand what tests/integrations/needs.toml lists.\n")
        return False
    packages = lacking()
    if not packages:
        return True
    if os.geteuid() != 0:
        sys.stderr.write(f"Not root, so not installed: {' '.join(packages)}\n")
        return False
    return run("apt-get", "update") and run(
        "apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "--yes", "--no-install-recommends", *packages
    )


def install_node() -> bool:
    done = True
    for lock in sorted(HERE.glob("*/package-lock.json")):
        mark = lock.with_name("node_modules") / ".package-lock.json"
        if mark.exists() and mark.stat().st_mtime >= lock.stat().st_mtime:
            continue
        if shutil.which("npm") is None:
            sys.stderr.write("No npm here: install node with npm.\n")
            return False
        done &= run("npm", "ci", "--prefix", lock.parent, "--ignore-scripts", "--no-audit", "--no-fund")
    return done


def main() -> None:
    ready = [install_debian(), install_node()]
    if not all(ready) and os.environ.get("CI") == "true":
        sys.exit(1)


if __name__ == "__main__":
    main()
