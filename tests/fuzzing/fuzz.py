"""`make fuzz`: attacks on readers, packs, rosters, the cache and the streams until the time is up.

    make fuzz                     an hour
    make fuzz MINUTES=5 SEED=7    five minutes; each case tells its seed, which `--case` runs again
    make fuzz KILLS=200           and so many kills over the cache

What counts as a fault: an exception that is no KiemtinError, more than 10 s of computing, more than 500 MB.
A fault is told with its seed, and the run ends with 1.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

import attacks

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document, Supplied
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation import cache
from kiemtin.foundation.problems import KiemtinError
from kiemtin.language.loading import check_pack
from kiemtin.officials.roster import load_roster
from kiemtin.reporting.json_report import render as render_json
from kiemtin.reporting.problems import render_problems
from kiemtin.reporting.text import render as render_text

SECONDS, MEGABYTES = 10, 500
SAMPLE = "nội-quy-báo-mẫu"
ACTING = ("\x1b", "\x9b", "\u202e", "\x7f")


class Fuzzer:
    """One process's tools, kept from case to case as a long run keeps them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bench = Workbench(SAMPLE)
        self.kinds: dict[str, Callable[[Random], None]] = {
            "document": self.document,
            "exchanged": self.exchanged,
            "site": self.site,
            "pack": self.pack,
            "roster": self.roster,
            "entry": self.entry,
        }

    def document(self, random: Random) -> None:
        """Read, recognised, judged, rendered in every way."""
        data, name = attacks.document(random)
        self.rendered(read_bytes(data, name))

    def exchanged(self, random: Random) -> None:
        data, name = attacks.exchanged(random)
        self.rendered(read_bytes(data, name))

    def site(self, random: Random) -> None:
        """A page that is read by its site's profile."""
        page, profile = attacks.page_and_profile(random)
        path = self.folder / "site.toml"
        path.write_bytes(profile)
        self.rendered(read_bytes(page, "a.html", overrides=Supplied(sites=(str(path),))))

    def rendered(self, document: Document) -> None:
        report = self.bench.judge(document)
        shown = (
            render_text(report, "vi"),
            render_json([report], [], 0),
            render_json([report], [], 0, redact=True),
        )
        assert not any(sign in text for text in shown for sign in ACTING), "acts on a terminal"

    def pack(self, random: Random) -> None:
        """Loaded; where it is valid, a draft is judged by it."""
        path = self.folder / "a.quy"
        path.write_bytes(attacks.pack(random))
        problems = check_pack(path)
        self.told(problems)
        if not any(problem.warning is False for problem in problems):
            sample = attacks.SAMPLES[random.randrange(len(attacks.SAMPLES))]
            render_text(Workbench(str(path)).judge(read_bytes(sample.read_bytes(), sample.name)), "vi")

    def roster(self, random: Random) -> None:
        path = self.folder / "a.json"
        path.write_bytes(attacks.roster(random))
        load_roster(path).find("Trần Văn A")

    def entry(self, random: Random) -> None:
        """Damage to an entry of the cache changes no answer."""
        os.environ["KIEMTIN_CACHE"] = str(self.folder / "cache")
        try:
            built = {"a": (1, "b", frozenset({"c"}))}
            cache.cached("fuzz", "k", lambda: built)
            entry = self.folder / "cache" / "fuzz-k.entry"
            entry.write_bytes(attacks.damaged(random, entry.read_bytes()))
            assert cache.cached("fuzz", "k", lambda: built) == built
        finally:
            del os.environ["KIEMTIN_CACHE"]

    def told(self, problems: object) -> None:
        shown = render_problems(problems, "vi")  # type: ignore[arg-type]
        assert not any(sign in shown for sign in ACTING), "acts on a terminal"

    def run(self, kind: str, seed: int) -> str | None:
        """What is wrong, None if all is right."""
        start = time.process_time()
        try:
            self.kinds[kind](Random(f"{kind} {seed}"))
        except KiemtinError as error:
            self.told(error.problems)
        except Exception:
            return traceback.format_exc()
        spent = time.process_time() - start
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        if spent > SECONDS or most > MEGABYTES:
            return f"{spent:.1f} s, {most:.0f} MB"
        return None


def kill_over_the_cache(kills: int, folder: Path, seed: int) -> str | None:
    """Kills runs at random moments; the next gives the same bytes, and nothing is left beside entries."""
    random = Random(f"kill {seed}")
    sample = str(attacks.SAMPLES[0])
    command = [sys.executable, "-c", "from kiemtin_cli.main import main; main()", "check", sample]
    home = folder / "killed"
    environment = {**os.environ, "KIEMTIN_CACHE": str(home)}

    def whole() -> bytes:
        return subprocess.run(command, capture_output=True, env=environment, check=False).stdout

    start = time.monotonic()
    right = whole()
    longest = time.monotonic() - start
    number = struck = 0
    while struck < kills:
        if number > 20 * kills:
            return f"only {struck} of {number} runs were still there to be killed"
        number += 1
        if number % 2:
            for entry in home.iterdir():
                entry.unlink()
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        ) as process:
            try:
                process.wait(random.random() * longest)
                longest *= 0.95  # it ended by itself: a run takes less than that
                continue
            except subprocess.TimeoutExpired:
                process.kill()
                struck += 1
                longest *= 1.02
        if struck % 10 == 0 and whole() != right:
            return f"other bytes after kill {struck}"
    if whole() != right:
        return "other bytes after the last kill"
    left = [path.name for path in home.iterdir() if not path.name.endswith(".entry")]
    return f"left behind: {left}" if left else None


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--cases", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--case", help="KIND:SEED of a fault, to run it alone")
    asked = parser.parse_args()
    faults = 0
    done: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        fuzzer = Fuzzer(Path(name))
        if asked.case:
            kind, _, seed = asked.case.partition(":")
            wrong = fuzzer.run(kind, int(seed))
            print(wrong or "right")
            return int(wrong is not None)
        end = time.monotonic() + asked.minutes * 60
        seed = asked.seed
        while time.monotonic() < end and sum(done.values()) < asked.cases:
            for kind in fuzzer.kinds:
                wrong = fuzzer.run(kind, seed)
                done[kind] += 1
                if wrong is not None:
                    faults += 1
                    print(f"--- {kind}:{seed}\n{wrong}", flush=True)
            seed += 1
        wrong = kill_over_the_cache(asked.kills, Path(name), asked.seed) if asked.kills else None
        if wrong is not None:
            faults += 1
            print(f"--- kills\n{wrong}")
    print(f"{dict(done)}, {asked.kills} kills: {faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
