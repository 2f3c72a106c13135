"""How soon findings stand on the page after a pause, in Chromium: a piece of 5 KB, and one with 300 findings.

    python tests/benchmarks/page.py --rounds 15

The pause is the page's own (250 ms behind the last key) and told apart: findings count from its end. Beside
the figures stands the time of one check alone in the same minute.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import Any

FLAGS = ["--no-sandbox"]
PROGRAM = "import sys; from kiemtin_cli.main import main; main()"
LIST = "Dự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n\n"
PLAIN = "Ba huyện đã làm xong đường liên xã trước kế hoạch, hai huyện còn chậm vì mưa nhiều.\n\n"
KEY = """words => new Promise(done => {
    const list = document.getElementById('findings');
    let asked = 0;
    const real = window.fetch;
    window.fetch = (...given) => { asked = performance.now(); return real(...given); };
    const begun = performance.now();
    const watch = new MutationObserver(() => {
        if (!asked) return;
        watch.disconnect();
        window.fetch = real;
        const told = performance.now();
        requestAnimationFrame(() => setTimeout(() => done({
            pause: asked - begun, told: told - asked, shown: performance.now() - asked,
            found: list.children.length
        })));
    });
    watch.observe(list, {childList: true});
    document.getElementById('draft').focus();
    document.execCommand('insertText', false, words);
})"""
TYPED = """() => new Promise(done => {
    const begun = performance.now();
    document.execCommand('insertText', false, 'a');
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
})"""


def five_kilobytes() -> str:
    text = "Tỉnh Nam Sơn bàn việc quý II\n\n" + LIST
    while len(text.encode()) < 5000:
        text += PLAIN
    return text


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def shown(values: Sequence[float]) -> str:
    return " / ".join(f"{percentile(values, share):.0f}" for share in (0.5, 0.95, 1.0))


def alone(text: str) -> float:
    """Milliseconds of the same check in this process."""
    from kiemtin.checking.workbench import Workbench
    from kiemtin.serving.editing.work import answer

    bench = Workbench(None)
    asked = {"page": "check", "lang": "vi", "depth": 8, "today": "2026-12-01"}
    body = json.dumps({"text": text, "metadata": {}}).encode()
    taken = []
    for _ in range(12):
        begun = time.perf_counter()
        answer(asked, body, lambda: bench)
        taken.append((time.perf_counter() - begun) * 1000)
    return percentile(taken[2:], 0.5)


def measure(page: Any, name: str, text: str, rounds: int) -> None:
    page.evaluate("document.getElementById('clear').click()")
    first = page.evaluate(KEY, text)
    found = [page.evaluate(KEY, "Hôm nay. ") for _ in range(rounds)]
    keys = [page.evaluate(TYPED) for _ in range(rounds)]
    print(f"{name}: {len(text)} characters, {len(text.encode())} bytes, {found[-1]['found']} findings listed")
    print(f"  the page's own pause {shown([each['pause'] for each in found])} ms (median / p95 / most)")
    listed = shown([each["told"] for each in found])
    print(f"  from the pause to the list {listed} ms, at first {first['told']:.0f}")
    print(f"  from the pause to the screen {shown([each['shown'] for each in found])} ms")
    print(f"  a key to the screen {shown(keys)} ms; the check alone {alone(text):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", PROGRAM, "page", "--no-browser", "--port", "0"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE)
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+", process.stdout.readline().decode())
            assert found is not None
            with sync_playwright() as engine:
                browser = engine.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox"]
                )
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(found[0])
                measure(page, "a piece of 5 KB", five_kilobytes(), rounds)
                measure(page, "300 findings", "Tin\n\n" + LIST * 300, rounds)
                browser.close()
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main()
