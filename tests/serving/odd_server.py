"""The gate with children that hang or die on demand: `odd_server.py PROFILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from kiemtin.foundation.problems import KiemtinError
from kiemtin.serving.http.server import run
from kiemtin.serving.profile import load_profile

if __name__ == "__main__":
    odd = str(Path(__file__).with_name("odd_child.py"))
    try:
        code = run(
            load_profile(Path(sys.argv[1])),
            program=(sys.executable, odd),
            on_listening=lambda host, port: print(f"http://{host}:{port}", flush=True),
        )
    except KiemtinError as error:
        sys.exit(str(error))
    sys.exit(code)
