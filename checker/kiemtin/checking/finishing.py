"""What was judged becomes what is told: rules left out, what is known, what is waived."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiemtin.accepting.resolving import Resolver
from kiemtin.checking.choosing import Choice
from kiemtin.checking.workbench import Examination
from kiemtin.foundation.problems import Problem


class Finishing:
    """Of one run; front ends differ in nothing but what they give here.

    `today` is the day on which waivers must still hold. Raises BaselineError.
    """

    def __init__(
        self,
        choice: Choice,
        today: date,
        baseline: str | None = None,
        waivers: str | None = None,
        *,
        waive: bool = True,
    ) -> None:
        self.choice = choice
        known = None
        if baseline is not None:
            from kiemtin.accepting.baselines import read_baseline

            known = read_baseline(Path(baseline))
        self._resolver = Resolver(today, known, Path(waivers) if waivers else None, waive=waive)

    def __call__(self, examined: Examination) -> Examination:
        report = examined.report
        accepted = self._resolver.resolve(report.document, report.judgement, report.rulebook)
        return examined._replace(report=self.choice.of(report._replace(acceptance=accepted)))

    def waivers_for(self, draft: str) -> str:
        """Names the content of the file of waivers that holds for a draft, empty if there is none."""
        return self._resolver.file_for(draft)

    def problems(self) -> list[Problem]:
        """Waivers that waive nothing, of the files since this was last asked."""
        return self._resolver.problems()

    def at_the_end(self) -> list[Problem]:
        """Waivers of rules that no rulebook of the run has."""
        return self._resolver.at_the_end()
