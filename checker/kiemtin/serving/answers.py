"""What the gate says: the answer to a check, its entry in the audit log, and what other systems are told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from kiemtin.serving.asking import Ask
from kiemtin.serving.decisions import Verdict
from kiemtin.serving.profile import Desk
from kiemtin.serving.state import Override
from kiemtin.serving.tokens import Caller

VERSION = 1
_TEXTS = ("vi", "en", "help_vi", "help_en", "place", "quoted")
"""Of a finding, what quotes a draft."""
_TOLD_RULES = 50


class Draft(NamedTuple):
    """What an answer is made from: who asked what, and a child's head and report."""

    id: str
    caller: Caller
    desk: Desk
    ask: Ask
    head: Mapping[str, Any]
    report: bytes


class Answer(NamedTuple):
    """As it is sent."""

    id: str
    verdict: Verdict
    reason: str | None
    request: str
    """Digest of what was asked."""
    body: bytes

    @classmethod
    def parse(cls, body: bytes, request: str) -> Answer:
        told = json.loads(body)
        return cls(told["id"], told["decision"], told["reason"], request, body)

    def replay(self) -> Answer:
        """The same answer, marked as said before."""
        return self._replace(body=self.body.replace(b'"replayed":false', b'"replayed":true', 1))

    def without_text(self) -> bytes:
        """Without report and without whatever quotes the draft."""
        told = json.loads(self.body)
        told["report"] = None
        told["problems"] = []
        for finding in told["findings"]:
            finding |= dict.fromkeys(_TEXTS)
        for note in told["unread"]:
            note |= {"vi": None, "en": None}
        return _json(told)


def make(draft: Draft, verdict: Verdict, override: Override | None) -> Answer:
    head = draft.head
    reason = None if head["outcome"] == "checked" else head["outcome"]
    no_answer = draft.desk.no_answer or "publish"
    told = {
        "version": VERSION,
        "id": draft.id,
        "decision": verdict,
        "proceed": verdict == "allow" or (verdict == "not-checked" and no_answer == "publish"),
        "reason": reason,
        "no_answer": no_answer,
        "replayed": False,
        "desk": draft.caller.desk,
        "content": head.get("content"),
        "override": _override(override),
        "day_given": head.get("day_given", False),
        "judged_on": head.get("judged_on", []),
        "packs": head.get("packs", []),
        "rules": head.get("rules"),
        "roster": head.get("roster"),
        "counts": head.get("counts"),
        "findings": head.get("findings", []),
        "left_out": head.get("left_out", 0),
        "open": head.get("open", []),
        "unread": head.get("unread", []),
        "problems": head.get("problems", []),
    }  # fmt: skip
    body = _json(told)
    report = draft.report or b"null"
    whole = b"".join((body[:-1], b',"report":', report.rstrip(), b"}"))
    return Answer(draft.id, verdict, reason, draft.ask.digest, whole)


def _override(override: Override | None) -> dict[str, str] | None:
    if override is None:
        return None
    return {"id": override.check_id, "name": override.name, "reason": override.reason, "at": override.at}


def audit_body(draft: Draft, answer: Answer) -> dict[str, Any]:
    """What is written down of a decision: digests, rules, fingerprints; never text of the draft."""
    head = draft.head
    body = {
        "id": draft.id,
        "token": draft.caller.token,
        "decision": answer.verdict,
        "reason": answer.reason,
        "no_answer": draft.desk.no_answer,
        "request": answer.request,
        "content": head.get("content"),
        "packs": head.get("packs", []),
        "rules": head.get("rules"),
        "roster": head.get("roster"),
        "judged_on": head.get("judged_on", []),
        "findings": [
            {name: each[name] for name in ("rule", "severity", "confirmed", "fingerprint")}
            for each in head.get("findings", [])
        ],
        "open": [each["rule"] for each in head.get("open", [])],
        "unread": [each["id"] for each in head.get("unread", [])],
        "overridden": answer.verdict == "allow" and b'"override":{' in answer.body,
    }  # fmt: skip
    if draft.ask.source:
        body["source"] = draft.ask.source
    if head["outcome"] == "failed":
        body["error"] = f"{head['error']} {head['where']}"
    return body


def event_data(draft: Draft, answer: Answer) -> dict[str, Any]:
    rules = list(dict.fromkeys(each["rule"] for each in draft.head.get("findings", [])))
    return {
        "id": draft.id,
        "desk": draft.caller.desk,
        "decision": answer.verdict,
        "reason": answer.reason,
        "content": draft.head.get("content"),
        "rules": rules[:_TOLD_RULES],
    }


def event_payload(event: str, data: Mapping[str, Any], at: datetime) -> str:
    """By the shape that Standard Webhooks advises: a type, a moment, identifiers; no text."""
    moment = at.astimezone(UTC).isoformat(timespec="seconds")
    return _json({"type": f"kiemtin.{event}", "timestamp": moment, "data": data}).decode()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
