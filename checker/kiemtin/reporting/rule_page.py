"""One rule for a reader: its clause, its own words, what displaces it, since when it holds."""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.foundation.messages import Lang, message
from kiemtin.language.rulebook import BoundRule
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible, wrap
from kiemtin.reporting.outline import validity_phrase
from kiemtin.reporting.palette import PLAIN, Palette

_LABELS = 14


def render(rule: BoundRule, source: str, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """`source` is the rule as it stands in its pack."""
    return "\n".join(_lines(rule, source, lang, palette, width)) + "\n"


def _lines(rule: BoundRule, source: str, lang: Lang, palette: Palette, width: int) -> Iterator[str]:
    def row(label_id: str, text: str) -> list[str]:
        label = f"{message(label_id, lang)}: "
        return wrap(text, width, f"{label:<{_LABELS}}", " " * _LABELS)

    yield palette.paint(visible(rule.id), "strong")
    if rule.summary:
        yield from wrap(rule.summary, width)
    basis = phrases.source(rule.citation, lang, titled=True)
    yield from row("finding.basis", f"{basis}: “{rule.citation.wording}”" if rule.citation.wording else basis)
    yield from row("rule.in_force", validity_phrase(rule.validity, lang))
    for displaced in rule.exceptions:
        said = {"label": f"“{displaced.label}”", "source": phrases.source(displaced.citation, lang)}
        yield from row("finding.exception", message("exception.from", lang, said))
    for citation in rule.overrides:
        yield from row("finding.overrides", phrases.source(citation, lang))
    kinds = [example.kind for example in rule.examples]
    counted = {kind: kinds.count(kind) for kind in ("pass", "fail", "out_of_scope")}
    yield from row("rule.examples", message("rule.example_counts", lang, counted))
    yield ""
    for line in source.splitlines():
        yield visible(line.rstrip())
