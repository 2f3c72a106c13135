"""`kiemtin rules test`: the examples of a pack as its tests, and each passing one damaged in one way."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, PackError
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import print_problems
from kiemtin_cli.parameters import pack_option, packs_argument, packs_of, roster_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, packs: Sequence[str], pack: str | None, roster: str | None) -> int:
        return max(test(each, roster, lang) for each in packs_of(packs, pack))

    params = [packs_argument(lang, required=False), pack_option(lang), roster_option(lang)]
    return Command("rules.test", lang, run, params)


def test(pack: str, roster: str | None, lang: Lang) -> ExitCode:
    """Examples that come to something else make the pack invalid; a damage that goes unnoticed, too."""
    from kiemtin.checking.workbench import Workbench, is_bundled
    from kiemtin.judging.trying.examples import run_examples

    bench = Workbench(pack, roster=roster)
    try:
        # A pack over a shipped one has its examples to pass, too, and these name the people of the sample.
        bench.with_sample = any(is_bundled(each.path) for each in bench.rulebook(pack).packs)
        results = run_examples(bench.judge_of(pack), bench.recognizer.recognize)
    except PackError as error:
        print_problems(error.problems, lang)
        return ExitCode.PACK_INVALID
    print_problems([result.problem for result in results if result.problem], lang)
    examples = [result for result in results if result.kind != "damage"]
    damaged = [result for result in results if result.kind == "damage" and result.ok is not None]
    said = {
        "pack": pack,
        "passed": sum(result.ok is True for result in examples),
        "total": len(examples),
        "noticed": sum(result.ok is True for result in damaged),
        "damaged": len(damaged),
    }
    sys.stdout.write(visible(message("rules.examples", lang, said)) + "\n")
    failed = any(result.ok is False for result in results)
    return ExitCode.PACK_INVALID if failed else ExitCode.NOTHING_FOUND
