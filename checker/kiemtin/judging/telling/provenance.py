"""Where a limit comes from: the table's row and column or the parameter, and since when it is in force."""

from __future__ import annotations

from kiemtin.foundation.messages import Phrase
from kiemtin.judging.evaluating.compiling import Frame
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.evaluating.tables import Lookup
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.telling.values_in_words import validity
from kiemtin.language.rulebook import Citation
from kiemtin.language.syntax import Arithmetic, Expression, Name


def limit_in_words(rule: CompiledRule, node: Expression, facts: Facts, frame: Frame) -> Phrase | None:
    """`bảng giới_hạn: bậc 6..20, "báo in"; từ 01/10/2021`; None of a number that the rule itself says."""
    if isinstance(node, Arithmetic):
        return limit_in_words(rule, node.left, facts, frame) or limit_in_words(rule, node.right, facts, frame)
    if not isinstance(node, Name):
        return None
    compiler = rule.compiler
    if node.name in compiler.tables:
        found = rule.lookup(node.name)(facts, frame)
        if not isinstance(found, Lookup):
            return None
        return rule.once(found, lambda: _table(node.name, found, rule.rule.citation))
    parameter = compiler.rulebook.parameters.get(node.name)
    layer = compiler.value_in_force(parameter, facts.context.law_day) if parameter else None
    if layer is None:
        return None
    head = Phrase(f"tham số {node.name}", f"parameter {node.name}")
    return _with_source(head, layer[0], validity(layer[1].validity), rule.rule.citation)


def _table(name: str, found: Lookup, rule: Citation) -> Phrase:
    cells = [head.words for head in found.row.conditions]
    cells += [] if found.column is None else [found.column.words]
    head = Phrase(
        f"bảng {name}: {', '.join(cell.vi for cell in cells)}",
        f"table {name}: {', '.join(cell.en for cell in cells)}",
    )
    return _with_source(head, found.citation, validity(found.version.validity), rule)


def _with_source(head: Phrase, citation: Citation, since: Phrase | None, rule: Citation) -> Phrase:
    """The pack is named where it is not the rule's own."""
    vi, en = [head.vi], [head.en]
    if citation.pack != rule.pack:
        vi.append(citation.pack)
        en.append(citation.pack)
    if since is not None:
        vi.append(since.vi)
        en.append(since.en)
    return Phrase("; ".join(vi), "; ".join(en))
