"""All claims about a rulebook, each tried in the same run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from time import monotonic

from kiemtin.analysing import alone, together
from kiemtin.analysing.changing import is_successor, shown, turns
from kiemtin.analysing.claims import Analysis, Claim, Skipped
from kiemtin.analysing.probing import OutOfTimeError, Prober, Recognize, Subject, TooManyCellsError
from kiemtin.analysing.versions import overlaps
from kiemtin.foundation.messages import Phrase
from kiemtin.judging.judge import Judge
from kiemtin.language.writing.printing import print_expression

_ORDER = (
    "conflict", "never-applies", "never-holds", "never-fails", "swallowed", "exception-never-applies",
    "shadowed", "same", "looser", "gap", "overlap",
)  # fmt: skip


def analyse(judge: Judge, recognize: Recognize, base: Judge | None = None, seconds: float = 60) -> Analysis:
    """`base` is the judge of the pack that this one refines; `seconds` all that it may take: what was not
    looked at by then is told as skipped."""
    prober = Prober(judge, recognize, monotonic() + seconds)
    claims: list[Claim] = []
    skipped: list[Skipped] = list(_not_cut(prober.subjects))
    cut = [subject for subject in prober.subjects if subject.is_cut]
    for subject in cut:
        try:
            prober.check_time()
            claims += alone.claims_of(prober, subject)
        except OutOfTimeError:
            skipped.append(Skipped((subject.id,), "time", {"rule": subject.id}))
        except TooManyCellsError:
            skipped.append(Skipped((subject.id,), "cells", {"rule": subject.id}))
    for first, second in combinations(cut, 2):
        told: dict[str, object] = {"rule": f"{first.id}, {second.id}"}
        try:
            prober.check_time()
            claims += together.claims_of(prober, first, second)
        except OutOfTimeError:
            skipped.append(Skipped((first.id, second.id), "time", told))
        except TooManyCellsError:
            skipped.append(Skipped((first.id, second.id), "cells", told))
    if base is not None:
        claims += _looser(Prober(base, recognize, prober.until), prober, cut, skipped)
    with suppress(OutOfTimeError, TooManyCellsError):  # said of the rules already
        claims += overlaps(prober, cut)
    claims.sort(key=lambda claim: (_ORDER.index(claim.kind), claim.rules))
    return Analysis(judge.rulebook.name, len(prober.subjects), prober.cells, tuple(claims), tuple(skipped))


def _not_cut(subjects: tuple[Subject, ...]) -> Iterator[Skipped]:
    for subject in subjects:
        opaque = [*subject.meant.opaque, *subject.required.opaque]
        if subject.pieces[0].needs_bulletin:
            yield Skipped((subject.id,), "bulletin", {"rule": subject.id})
        elif opaque:
            said = Phrase(print_expression(opaque[0], "vi"), print_expression(opaque[0], "en"))
            yield Skipped((subject.id,), "opaque", {"rule": subject.id, "what": said})


def _looser(old: Prober, new: Prober, cut: list[Subject], skipped: list[Skipped]) -> Iterator[Claim]:
    """Items that the pack behind calls wrong and this one does not."""
    ids = {subject.id for subject in cut}
    for subject in old.subjects:
        others = tuple(each for each in new.subjects if is_successor(each, subject))
        if not others or not subject.is_cut or not all(each.id in ids for each in others):
            continue
        try:
            turned, tried = turns(old, new, subject, others)
        except OutOfTimeError:
            skipped.append(Skipped((subject.id,), "time", {"rule": subject.id}))
            continue
        except TooManyCellsError:
            skipped.append(Skipped((subject.id,), "cells", {"rule": subject.id}))
            continue
        cells = turned.get("looser")
        if cells:
            change = shown(old, new, subject, others, "looser", cells, tried)
            witnesses = tuple(each for each in (change.before, change.after) if each is not None)
            told: dict[str, object] = {
                "rule": change.other,
                "other": subject.id,
                "base": old.judge.rulebook.name,
            }
            rules = (change.other or subject.id, subject.id)
            yield Claim("looser", rules, change.certainty, change.tried, witnesses, told)
