"""Entry of the program as a folder of its own (`make bundle`): the command line, or a child of it."""

from __future__ import annotations

import sys


def main() -> None:
    from kiemtin.foundation.children import CHILD, MODULES

    if len(sys.argv) > 2 and sys.argv[1] == CHILD and sys.argv[2] in MODULES:
        from kiemtin.foundation.children import run_child

        run_child(sys.argv[2], sys.argv[3:])
        return
    from kiemtin_cli.main import main as run

    run()
