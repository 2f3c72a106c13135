"""Suggested edits: what a rule's `sửa` comes to in the document's own words."""

from __future__ import annotations

from kiemtin.judging.compiling import Facts, Frame
from kiemtin.judging.diagnosis import Diagnosis
from kiemtin.judging.findings import SuggestedFix
from kiemtin.judging.rules import CompiledRule
from kiemtin.language.syntax import Fix


def suggest(
    rule: CompiledRule, fix: Fix, facts: Facts, frame: Frame, diagnosis: Diagnosis
) -> SuggestedFix | None:
    """None where no edit can be worded."""
    return None
