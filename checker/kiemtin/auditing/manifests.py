"""What a finished run was: hashes of sources, rules, tool and parts, chained to the run before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiemtin.auditing import schema
from kiemtin.auditing.layout import RunFolder, read_json, runs, write_json
from kiemtin.auditing.plan import Plan
from kiemtin.auditing.shards import given_up_of
from kiemtin.foundation.hashing import sha256

SUMMED = ("documents", "items", "findings", schema.CHECKED, schema.UNREADABLE, schema.GIVEN_UP)


def file_hash(path: Path) -> str:
    digest = sha256(b"")
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def previous_of(run: RunFolder) -> tuple[str, str] | None:
    """Name and hash of the manifest of the finished run before."""
    before = [each for each in runs(run.store) if each.number < run.number and each.is_finished]
    return (before[-1].name, file_hash(before[-1].manifest)) if before else None


def write_manifest(run: RunFolder, plan: Plan, copies: dict[str, int]) -> dict[str, Any]:
    """The manifest of a run all of whose shards are done."""
    counts = dict.fromkeys(SUMMED, 0)
    reused = 0
    parts: list[dict[str, Any]] = []
    given_up: list[dict[str, Any]] = []
    for shard in range(len(plan.shards)):
        marker = read_json(run.marker(shard))
        for name in SUMMED:
            counts[name] += marker["counts"][name]
        reused += marker["counts"]["reused"]
        for table, part in sorted(marker["parts"].items()):
            parts.append({"path": run.part(table, shard).relative_to(run.store).as_posix(), **part})
        given_up += [{"doc": doc, "reason": reason} for doc, reason in given_up_of(run, shard)]
    for table in ("copies", "rules"):
        path = run.part(table, 0)
        parts.append({"path": path.relative_to(run.store).as_posix(), "sha256": file_hash(path)})
    before = previous_of(run)
    manifest = {
        "schema": schema.VERSION,
        "run": run.number,
        "previous": None if before is None else {"run": before[0], "sha256": before[1]},
        "identity": plan.identity,
        "settings": plan.settings._asdict(),
        "requested": list(plan.requested),
        "sources": [
            {
                "kind": source.kind,
                "address": source.told,
                "records": source.records,
                "bytes": source.size,
                "sha256": source.sha256 or file_hash(Path(source.address)),
            }
            for source in plan.sources
        ],
        "sample": plan.sample,
        "limits": plan.limits._asdict(),
        "shards": len(plan.shards),
        "counts": {**counts, **copies},
        "given_up": given_up,
        "parts": parts,
        "times": {
            "started": plan.started,
            "finished": datetime.now(UTC).isoformat(timespec="seconds"),
            "reused": reused,
        },
    }
    write_json(run.manifest, manifest)
    return manifest
