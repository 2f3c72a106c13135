"""What operators see: structured log lines and figures. No text of a draft is in either."""

from __future__ import annotations

import json
import sys
import threading
from datetime import UTC, datetime
from typing import Any, TextIO

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Log:
    """A line of JSON an event."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._lock = threading.Lock()

    def event(self, name: str, told: dict[str, Any] | None = None, *, level: str = "info") -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"at": now, "level": level, "event": name, **(told or {})}, ensure_ascii=True)
        with self._lock:
            try:
                self._stream.write(f"{line}\n")
                self._stream.flush()
            except (OSError, ValueError):  # a log that is full or closed holds nobody up
                pass


class Metrics:
    """Figures for Prometheus, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        known = self.registry
        self.requests = Counter(
            "kiemtin_requests", "Requests by route and status", ["route", "status"], registry=known
        )
        self.decisions = Counter(
            "kiemtin_decisions", "Decisions by desk", ["desk", "decision"], registry=known
        )
        self.not_checked = Counter(
            "kiemtin_not_checked", "Why nothing was checked", ["reason"], registry=known
        )
        self.overrides = Counter(
            "kiemtin_overrides", "Decisions overridden by a person", ["desk"], registry=known
        )
        self.seconds = Histogram(
            "kiemtin_check_seconds", "From a whole request to its answer", registry=known,
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5),
        )  # fmt: skip
        self.in_flight = Gauge("kiemtin_in_flight", "Checks that are being answered", registry=known)
        self.children = Gauge("kiemtin_children_ready", "Children that can be asked", registry=known)
        self.ended = Counter(
            "kiemtin_children_ended", "Children that were ended or died", ["why"], registry=known
        )
        self.deliveries = Counter(
            "kiemtin_deliveries", "Attempts to deliver a webhook", ["webhook", "outcome"], registry=known
        )
        self.waiting = Gauge("kiemtin_deliveries_waiting", "Deliveries in the queue", registry=known)
        self.audit_entries = Gauge("kiemtin_audit_entries", "Entries of the audit log", registry=known)

    def text(self) -> bytes:
        return generate_latest(self.registry)
