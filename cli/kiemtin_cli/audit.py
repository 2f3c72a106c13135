"""`kiemtin audit`: an archive checked into a store."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin_cli.parameters import OneOf, as_of_option, pack_option, roster_option, set_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.auditing.plan import Plan
    from kiemtin.auditing.running import Audited, Request


def command(lang: Lang) -> Command:
    def run(**options: Any) -> int:
        return audit(request_of(options, lang), Path(options["store"]), lang, dry_run=options["dry_run"])

    return Command("audit", lang, run, [*_what(lang), *_how(lang)])


def _what(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["sources"], nargs=-1, required=True, metavar=message("audit.meta.sources", lang)),
        store_option(lang),
        pack_option(lang),
        roster_option(lang),
        as_of_option(lang),
        set_option(lang),
        _option(["--profile"], lang, "profile", metavar=message("cli.meta.file", lang), type=click.Path()),
        _option(["--sample"], lang, "sample", metavar="N", type=click.IntRange(min=1)),
        _option(["--seed"], lang, "seed", metavar="N", type=int, default=7),
        _option(["--stratify"], lang, "stratify", metavar="outlet,month,…"),
        _option(["--dry-run", "dry_run"], lang, "dry_run", is_flag=True),
    ]


def _how(lang: Lang) -> list[click.Parameter]:
    return [
        _option(["--workers"], lang, "workers", metavar="N", type=click.IntRange(min=0), default=0),
        _option(
            ["--limit", "seconds"], lang, "limit", metavar="N", type=click.FloatRange(min=0.5), default=60.0
        ),
        _option(["--memory"], lang, "memory", metavar="MB", type=click.IntRange(min=64), default=1024),
        _option(
            ["--engine"], lang, "engine", metavar="local|dask",
            type=OneOf({"local": "local", "dask": "dask"}, lang), default="local",
        ),
        _option(["--scheduler"], lang, "scheduler", metavar="tcp://…"),
        _option(["--fresh"], lang, "fresh", is_flag=True),
    ]  # fmt: skip


def _option(names: list[str], lang: Lang, told: str, **options: Any) -> click.Option:
    return click.Option(names, help=message(f"audit.option.{told}", lang), **options)


def store_option(lang: Lang) -> click.Option:
    return click.Option(
        ["--store"],
        required=True,
        type=click.Path(),
        metavar=message("audit.meta.store", lang),
        help=message("audit.option.store", lang),
    )


def request_of(options: dict[str, Any], lang: Lang) -> Request:
    """Raises click.UsageError."""
    from kiemtin.auditing.plan import Limits
    from kiemtin.auditing.running import Request
    from kiemtin.auditing.sampling import STRATA, Sampling
    from kiemtin.auditing.settings import Settings

    as_of: date | None = options["as_of"]
    settings = Settings(
        pack=options["pack"],
        roster=options["roster"],
        as_of=as_of.isoformat() if as_of else None,
        profile=options["profile"],
        given=_given(options["given"], lang),
    )
    strata = tuple(name.strip() for name in (options["stratify"] or "").split(",") if name.strip())
    if unknown := [name for name in strata if name not in STRATA]:
        told = {"value": unknown[0], "known": ", ".join(STRATA)}
        raise click.UsageError(f"--stratify: {message('cli.bad_choice', lang, told)}")
    if (options["engine"] == "dask") != (options["scheduler"] is not None):
        raise click.UsageError(message("audit.usage.scheduler", lang))
    sample: int | None = options["sample"]
    if strata and sample is None:
        raise click.UsageError(message("audit.usage.stratify", lang))
    return Request(
        tuple(options["sources"]),
        settings,
        Limits(options["seconds"], options["memory"]),
        Sampling(sample, options["seed"], strata) if sample else None,
        options["workers"],
        options["scheduler"],
        options["fresh"],
    )


def _given(pairs: Sequence[str], lang: Lang) -> tuple[tuple[str, str], ...]:
    """Checked as `check` does, kept as written."""
    if not pairs:
        return ()
    from kiemtin.documents.keys import plain_key
    from kiemtin.documents.metadata_fields import FIELD_OF_KEY
    from kiemtin_cli.supplied import metadata_of

    metadata_of(pairs, lang)
    split = (pair.partition("=") for pair in pairs)
    return tuple((FIELD_OF_KEY[plain_key(key)], value.strip()) for key, _, value in split)


def audit(request: Request, store: Path, lang: Lang, *, dry_run: bool) -> int:
    """0 when the archive was gone through: what was found stands in the store."""
    from kiemtin.auditing import running

    watch = _watch(lang)
    if dry_run:
        plan = running.dry_run(request, store, watch)
        watch.clear()
        sys.stdout.write(told_plan(plan, lang))
        return 0
    try:
        done = running.audit(request, store, watch)
    except KeyboardInterrupt:
        watch.clear()
        sys.stderr.write(message("audit.interrupted", lang) + "\n")
        raise
    finally:
        watch.clear()
    sys.stdout.write(told(done, store, lang))
    return 0


def told_plan(plan: Plan, lang: Lang) -> str:
    lines = [
        message("audit.plan.source", lang, {
            "address": source.told, "kind": source.kind, "n": number(source.records, lang),
            "size": f"{source.size / 1e6:.1f}",
        })
        for source in plan.sources
    ]  # fmt: skip
    total = {
        "n": number(plan.documents, lang),
        "shards": len(plan.shards),
        "packs": ", ".join(pack["name"] for pack in plan.identity["packs"]),
        "roster": plan.identity["roster"]["name"],
    }
    lines.append(message("audit.plan.total", lang, total))
    if plan.sample:
        lines += [
            message("audit.plan.stratum", lang, {
                "stratum": " · ".join(each["stratum"]) or "–", "n": each["sampled"], "of": each["items"],
            })
            for each in plan.sample["strata"]
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def told(done: Audited, store: Path, lang: Lang) -> str:
    counts = done.manifest["counts"]
    said = {name.replace("-", "_"): number(count, lang) for name, count in counts.items()}
    said |= {"run": str(done.run.number), "reused": number(done.manifest["times"]["reused"], lang)}
    lines = [message("audit.done", lang, said)]
    if counts["unreadable"] or counts["given-up"]:
        lines.append(message("audit.done.not_checked", lang, said))
    lines.append(message("audit.done.next", lang, {"store": str(store)}))
    return "\n".join(lines) + "\n"


def number(value: int, lang: Lang) -> str:
    return f"{value:,}".replace(",", "." if lang == "vi" else ",")


def _watch(lang: Lang) -> Any:
    """Progress on standard error: a line that is written over for eyes, one a minute for a log."""
    from kiemtin.auditing.running import Watch

    class Shown(Watch):
        def __init__(self) -> None:
            self._eyes = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
            self._total = self._done = self._before = 0
            self._started = perf_counter()
            self._next = self._started + (0.5 if self._eyes else 60.0)
            self._is_shown = False

        def counting(self, address: str, documents: int) -> None:
            said = {"address": address, "n": number(documents, lang)}
            self._say(message("audit.progress.counting", lang, said))

        def begun(self, plan: Plan, done: int) -> None:
            self._total, self._done, self._before = plan.documents, done, done
            self._started = perf_counter()
            if done:
                said = {"n": number(done, lang), "of": number(self._total, lang)}
                self.clear()
                sys.stderr.write(message("audit.progress.resumed", lang, said) + "\n")

        def step(self, documents: int) -> None:
            self._done += documents
            self.glance()

        def glance(self) -> None:
            spent = perf_counter() - self._started
            rate = (self._done - self._before) / spent if spent > 0 else 0.0
            left = (self._total - self._done) / rate if rate else 0.0
            said = {
                "done": number(self._done, lang),
                "of": number(self._total, lang),
                "percent": 100 * self._done // max(1, self._total),
                "rate": number(round(rate), lang),
                "left": f"{int(left) // 3600}:{int(left) // 60 % 60:02}:{int(left) % 60:02}" if rate else "?",
            }
            self._say(message("audit.progress", lang, said))

        def settling(self) -> None:
            self._say(message("audit.progress.settling", lang))

        def _say(self, text: str) -> None:
            now = perf_counter()
            if now < self._next:
                return
            self._next = now + (0.2 if self._eyes else 60.0)
            sys.stderr.write(f"\r\x1b[K{text}" if self._eyes else text + "\n")
            sys.stderr.flush()
            self._is_shown = self._eyes

        def clear(self) -> None:
            if self._is_shown:
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()
                self._is_shown = False

    return Shown()
