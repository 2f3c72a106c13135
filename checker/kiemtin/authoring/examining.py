"""The examples of a rule run from the editor, on the pack as it stands there."""

from __future__ import annotations

from typing import NamedTuple

from kiemtin.authoring.answers import Lens, Remark
from kiemtin.authoring.compiling import compiled
from kiemtin.authoring.pack_text import PackText
from kiemtin.checking.workbench import Workbench, is_bundled
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.language.pack_files import Held
from kiemtin.reporting.excerpt import visible

_EXAMPLES = frozenset({"EXAMPLE_PASS", "EXAMPLE_FAIL", "EXAMPLE_OUT"})


class Run(NamedTuple):
    """What came of examples: a sentence for the author, and a remark at each that came to something else.

    `ok` None: they could not be run.
    """

    said: str
    ok: bool | None
    remarks: tuple[Remark, ...] = ()


def lenses(pack: PackText, lang: Lang) -> list[Lens]:
    """One above each rule with examples, one above each example."""
    found = []
    for piece in pack.pieces:
        words = piece.words
        examples = [word for word in words if word.kind in _EXAMPLES]
        if len(words) < 2 or words[0].kind != "RULE" or not examples:
            continue
        name = words[1].value
        title = message("authoring.run_all", lang, {"n": len(examples)})
        found.append(Lens(pack.outer(Span(words[0].start, words[1].end)), title, name, 0))
        for number, word in enumerate(examples, 1):
            span = pack.outer(Span(word.start, word.end))
            found.append(Lens(span, message("authoring.run", lang), name, number))
    return found


def run(pack: PackText, held: Held, rule: str, number: int, bench: Workbench, lang: Lang) -> Run:
    """The examples of a rule of the pack (all for 0), each passing one also damaged. Raises PackError for a
    roster or a vocabulary that cannot be read."""
    from kiemtin.judging.judge import Judge
    from kiemtin.judging.trying.examples import run_examples

    book = compiled(pack.path, held, bench.vocabulary.office_id)
    if book.rulebook is None:
        return Run(message("authoring.run.broken", lang, {"rule": rule}), None)
    own = f"{pack.name}.{rule}"
    if all(bound.id != own for bound in book.rulebook.rules):
        return Run(message("authoring.run.unknown", lang, {"rule": rule}), None)
    # As `kiemtin rules test` does: examples of a pack over a shipped one name the people of the sample.
    if any(is_bundled(each.path) for each in book.rulebook.packs) and not bench.with_sample:
        bench = Workbench(None, bench.as_of, bench.rosters)
        bench.with_sample = True
    judge = Judge(book.rulebook, bench.roster, bench.vocabulary)
    results = run_examples(judge, bench.recognizer.recognize, own)
    wanted = [each for each in results if number in {0, each.number}]
    remarks = [
        Remark(_example(pack, rule, each.number), each.problem.code,
               visible(message(each.problem.code, lang, each.problem.arguments)))
        for each in wanted
        if each.problem is not None
    ]  # fmt: skip
    examples = [each for each in wanted if each.kind != "damage"]
    passed = sum(each.ok is True for each in examples)
    said = {"rule": rule, "passed": passed, "total": len(examples)}
    ok = all(each.ok is not False for each in wanted)
    lines = [message("authoring.run.ok" if ok else "authoring.run.failed", lang, said)]
    return Run("\n".join([*lines, *(remark.said for remark in remarks)]), ok, tuple(remarks))


def _example(pack: PackText, rule: str, number: int) -> Span:
    """The keyword and the text of an example of a rule."""
    for piece in pack.pieces:
        words = piece.words
        if len(words) > 1 and words[0].kind == "RULE" and words[1].value == rule:
            examples = [at for at, word in enumerate(words) if word.kind in _EXAMPLES]
            if number <= len(examples):
                at = examples[number - 1]
                end = (
                    words[at + 1].end
                    if at + 1 < len(words) and words[at + 1].kind == "STRING"
                    else words[at].end
                )
                return pack.outer(Span(words[at].start, end))
    return Span(0, 0)
