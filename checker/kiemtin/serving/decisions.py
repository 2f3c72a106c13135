"""From findings to a decision, by a desk's profile: the gravest decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from kiemtin.serving.profile import Decision, Decisions

Verdict = Literal["allow", "confirm", "deny", "not-checked"]
GRAVITY: Mapping[Decision, int] = {"allow": 0, "confirm": 1, "deny": 2}


def of_finding(finding: Mapping[str, Any], by: Decisions) -> Decision:
    """What one failure comes to: an unconfirmed one never more than its severity would."""
    severity: Decision = getattr(by, finding["severity"])
    if finding["confirmed"]:
        return severity
    return min(severity, by.unconfirmed, key=GRAVITY.__getitem__)


def decide(findings: Iterable[Mapping[str, Any]], left_open: int, by: Decisions) -> Decision:
    """`left_open`: how many rules lack data, and how much of the file was met and not read."""
    reached = [of_finding(finding, by) for finding in findings]
    if left_open:
        reached.append(by.not_checkable)
    return max(reached, key=GRAVITY.__getitem__, default="allow")


def grave(findings: Iterable[Mapping[str, Any]], by: Decisions) -> list[str]:
    """Fingerprints of the findings that keep a piece from being allowed."""
    return sorted({each["fingerprint"] for each in findings if of_finding(each, by) != "allow"})
