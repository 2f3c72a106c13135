"""The gate itself, without HTTP: who asks what, what is answered, and what is written down of it.

A decision is in the audit log before it is told. Where nothing could be checked the answer says so, and what
the profile lets the caller do then.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from kiemtin.serving import answers
from kiemtin.serving.answers import Answer
from kiemtin.serving.asking import Ask, RefusedError
from kiemtin.serving.audit import AuditLog
from kiemtin.serving.decisions import GRAVITY, Verdict, decide, grave
from kiemtin.serving.memory import Remembered
from kiemtin.serving.pool import PROGRAM, NoAnswerError, Pool, Wanted
from kiemtin.serving.profile import Desk, Event, Profile, load_profile
from kiemtin.serving.state import Check, State
from kiemtin.serving.tokens import Caller, Tokens
from kiemtin.serving.watchers import Log, Metrics
from kiemtin.serving.webhooks.delivering import Deliverer
from kiemtin.serving.writer import WriteFailedError, Writer

HOUSEKEEPING = 600.0


class Gate:
    """One for a process; `start` before the first request, `stop` after the last."""

    def __init__(
        self,
        profile: Profile,
        *,
        log: Log | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        load: Callable[[Path | None], Profile] = load_profile,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self.profile, self.tokens = profile, Tokens(profile)
        self.log, self.metrics, self.now = log or Log(), Metrics(), now
        self._load = load
        self.writer = Writer(profile.state)
        gate = profile.gate
        self.pool = Pool(
            gate.children,
            wanted_by(profile),
            start_seconds=gate.start_seconds,
            memory_mb=gate.limits.child_memory_mb,
            program=program,
            on_event=self._pool_event,
        )
        self.deliverer = Deliverer(lambda: self.profile, self.writer, self._delivery_event)
        self._remembered = Remembered()
        self._asked: dict[tuple[str, str], asyncio.Future[Answer]] = {}
        self._in_flight = 0
        self._reloading = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._told_day = ""

    # Life

    async def start(self) -> None:
        """Raises RulesInvalidError; then nothing was started."""
        await self.pool.start()
        await self._append("started", "", {"children": self.pool.size})
        self.deliverer.start()
        self._spawn(self._keep_house())

    async def stop(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.deliverer.stop()
        await self.pool.stop()
        with contextlib.suppress(WriteFailedError):
            head = await self._append("stopped", "", {})
            self.log.event("audit-head", {"number": head[0], "head": head[1]})
        self.writer.close()

    async def reload(self) -> None:
        """Profile, packs and rosters anew; no request is lost. Raises ProfileError and RulesInvalidError, and
        then everything stays as it was."""
        async with self._reloading:
            profile = self._load(self.profile.path)
            await self.pool.reload(wanted_by(profile), profile.gate.children)
            self.profile, self.tokens = profile, Tokens(profile)
            await self._append("reloaded", "", {"generation": self.pool.generation})

    @property
    def is_ready(self) -> bool:
        return self.pool.ready > 0 and not self.writer.is_failing and not self.pool.is_stopping

    # Checks

    async def check(self, caller: Caller, ask: Ask) -> Answer:
        """The answer, once for each idempotency key. Raises RefusedError."""
        if ask.key is None:
            return await self._admitted(caller, ask)
        place = (caller.desk, ask.key)
        running = self._asked.get(place)
        if running is None:
            known = await self._known(place)
            running = self._asked.get(place)
            if known is not None and running is None:
                return self._replay(known, ask)
        if running is not None:
            with contextlib.suppress(RefusedError):
                return self._replay(await asyncio.shield(running), ask)
            return await self.check(caller, ask)
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._asked[place] = future
        try:
            answer = await self._admitted(caller, ask)
        except BaseException as error:
            told = error if isinstance(error, RefusedError) else RefusedError(503, "gate-stopping")
            future.set_exception(told)
            future.exception()  # whether anybody waits or not
            raise
        else:
            future.set_result(answer)
            return answer
        finally:
            del self._asked[place]

    async def _known(self, place: tuple[str, str]) -> Answer | None:
        now = time.time()
        remembered = self._remembered.get(place, now)
        if remembered is not None:
            return remembered
        with contextlib.suppress(WriteFailedError):
            found = await self.writer.do(lambda _, state: state.known_answer(*place, now))
            if found is not None:
                return Answer.parse(found.answer, found.request)
        return None

    def _replay(self, known: Answer, ask: Ask) -> Answer:
        if known.request != ask.digest:
            raise RefusedError(422, "idempotency-key-reused")
        return known.replay()

    async def _admitted(self, caller: Caller, ask: Ask) -> Answer:
        limit = self.profile.gate.limits.in_flight
        if self._in_flight >= limit or self.pool.is_stopping:
            self.metrics.not_checked.labels("refused").inc()
            self.log.event("refused", {"desk": caller.desk, "in_flight": self._in_flight}, level="warning")
            raise RefusedError(503, "gate-busy", {"retry-after": "1"})
        self._in_flight += 1
        self.metrics.in_flight.set(self._in_flight)
        started = time.perf_counter()
        try:
            answer = await self._checked(caller, ask)
        finally:
            self._in_flight -= 1
            self.metrics.in_flight.set(self._in_flight)
        seconds = time.perf_counter() - started
        self.metrics.seconds.observe(seconds)
        self._tell(caller, ask, answer, seconds)
        return answer

    async def _checked(self, caller: Caller, ask: Ask) -> Answer:
        profile = self.profile
        desk = profile.desk(caller.desk if caller.desk in profile.gate.desks else "default")
        try:
            head, report = await self.pool.run(
                self._head(profile, desk, ask), ask.body, profile.gate.deadline_seconds
            )
        except NoAnswerError as error:
            head, report = {"outcome": error.reason}, b""
        if head["outcome"] == "bad-request":
            raise RefusedError(422, "bad-request", problems=head["problems"])
        draft = answers.Draft(new_id(), caller, desk, ask, head, report)
        try:
            answer = await self.writer.do(lambda audit, state: self._written(audit, state, draft))
        except WriteFailedError:
            self.log.event("write-failed", level="error")
            head = {"outcome": "not-written"}
            answer = answers.make(draft._replace(head=head, report=b""), "not-checked", None)
        if ask.key is not None and answer.verdict != "not-checked":
            expires = time.time() + profile.gate.idempotency_hours * 3600
            self._remembered.put((caller.desk, ask.key), answer, expires)
        if answer.verdict != "allow":
            self.deliverer.wake()
        return answer

    def _head(self, profile: Profile, desk: Desk, ask: Ask) -> dict[str, Any]:
        gate = profile.gate
        head: dict[str, Any] = {
            "kind": ask.kind, "name": ask.name, "metadata": dict(ask.metadata), "report": ask.with_report,
            "pack": desk.pack, "roster": desk.roster,
            "depth": gate.limits.depth, "hours": gate.utc_offset_hours,
        }  # fmt: skip
        if gate.day_when_missing == "request":
            local = self.now().astimezone(timezone(timedelta(hours=gate.utc_offset_hours)))
            head["day"] = local.date().isoformat()
        return head

    def _written(self, audit: AuditLog, state: State, draft: answers.Draft) -> Answer:
        """In the writer's thread: the decision, the override that holds for it, what is kept of it."""
        now, gate, head = time.time(), self.profile.gate, draft.head
        by, desk = draft.desk.decisions or gate.decisions, draft.caller.desk
        verdict: Verdict = "not-checked"
        override = None
        if head["outcome"] == "checked":
            verdict = reached = decide(head["findings"], len(head["open"]) + len(head["unread"]), by)
            if reached != "allow":
                marks = grave(head["findings"], by)
                found = state.override(desk, head["content"], now)
                if (
                    found
                    and set(marks) <= set(found.fingerprints)
                    and GRAVITY[found.decision] >= GRAVITY[reached]
                ):
                    override, verdict = found, "allow"
                else:
                    kept = Check(draft.id, desk, head["content"], reached, marks)
                    state.keep_check(kept, now + gate.confirmation_hours * 3600)
        answer = answers.make(draft, verdict, override)
        kind = "received" if draft.ask.source else "decision"
        audit.append(kind, desk, answers.audit_body(draft, answer), self.now())
        if draft.ask.key is not None and verdict != "not-checked":
            self._keep_answer(state, draft, answer, now)
        event: dict[str, Event] = {"confirm": "confirm", "deny": "deny", "not-checked": "incident"}
        if verdict in event:
            self._queue(state, event[verdict], draft.id, answers.event_data(draft, answer))
        return answer

    def _keep_answer(self, state: State, draft: answers.Draft, answer: Answer, now: float) -> None:
        gate = self.profile.gate
        expires = now + gate.idempotency_hours * 3600
        keeps_text = gate.keep_text_hours > 0
        until = min(expires, now + gate.keep_text_hours * 3600) if keeps_text else expires
        told = answer.body if keeps_text else answer.without_text()
        assert draft.ask.key is not None
        state.keep_answer(draft.caller.desk, draft.ask.key, answer.request, told, expires, until)

    def _queue(self, state: State, event: Event, about: str, data: dict[str, Any]) -> None:
        meant = [(hook.name, hook.url) for hook in self.profile.gate.webhooks if event in hook.events]
        if meant:
            payload = answers.event_payload(event, data, self.now())
            state.queue(f"msg_{event}_{about}", meant, payload, time.time())

    def _tell(self, caller: Caller, ask: Ask, answer: Answer, seconds: float) -> None:
        self.metrics.decisions.labels(caller.desk, answer.verdict).inc()
        told = {
            "id": answer.id, "desk": caller.desk, "token": caller.token, "decision": answer.verdict,
            "reason": answer.reason, "kind": ask.kind, "bytes": len(ask.body), "ms": round(seconds * 1000, 1),
        }  # fmt: skip
        if answer.verdict == "not-checked":
            self.metrics.not_checked.labels(answer.reason).inc()
            self.log.event("incident", told, level="warning")
        else:
            self.log.event("check", told)

    # Confirmations

    async def confirm(self, caller: Caller, check_id: str, name: str, reason: str) -> dict[str, Any]:
        """A named person takes a piece upon himself: asked again with the same content it is allowed.

        Raises RefusedError: an id that this desk does not know, a decision that the token may not override.
        """
        at = self.now()

        def work(audit: AuditLog, state: State) -> dict[str, Any] | RefusedError:
            check = state.check(check_id, time.time())
            if check is None or check.desk != caller.desk:
                return RefusedError(404, "check-not-known")
            scope = "override" if check.decision == "deny" else "confirm"
            if scope not in caller.scopes:
                return RefusedError(403, "scope-missing", scope=scope)
            moment = at.astimezone(UTC).isoformat(timespec="seconds")
            hours = self.profile.gate.confirmation_hours
            state.keep_override(check, name, reason, moment, time.time() + hours * 3600)
            body = {
                "id": check.id, "content": check.content, "decision": check.decision, "name": name,
                "reason": reason, "findings": check.fingerprints, "token": caller.token,
            }  # fmt: skip
            head = audit.append("override", check.desk, body, at)
            self._queue(
                state,
                "override",
                check.id,
                {"id": check.id, "desk": check.desk, "decision": check.decision, "content": check.content},
            )
            return {
                "id": check.id, "decision": "allow", "overridden": check.decision, "content": check.content,
                "valid_hours": hours, "audit": {"number": head.number, "hash": head.hash},
            }  # fmt: skip

        try:
            done = await self.writer.do(work)
        except WriteFailedError:
            raise RefusedError(503, "gate-not-written", {"retry-after": "5"}) from None
        if isinstance(done, RefusedError):
            raise done
        self.metrics.overrides.labels(caller.desk).inc()
        self.log.event("override", {"id": check_id, "desk": caller.desk, "token": caller.token})
        self.deliverer.wake()
        return done

    async def note(self, kind: str, desk: str, body: dict[str, Any]) -> None:
        """What somebody did that decides nothing here. Raises RefusedError."""
        try:
            await self._append(kind, desk, body)
        except WriteFailedError:
            raise RefusedError(503, "gate-not-written", {"retry-after": "5"}) from None

    async def audit_head(self) -> tuple[int, str]:
        head = await self.writer.do(lambda audit, _: audit.head)
        return head.number, head.hash

    # Inside

    async def _append(self, kind: str, desk: str, body: dict[str, Any]) -> tuple[int, str]:
        head = await self.writer.do(lambda audit, _: audit.append(kind, desk, body, self.now()))
        return head.number, head.hash

    async def _keep_house(self) -> None:
        while True:
            with contextlib.suppress(WriteFailedError):
                await self.house()
            await asyncio.sleep(HOUSEKEEPING)

    async def house(self) -> None:
        """What has had its time goes; once a day the head of the audit log is told, to be kept elsewhere."""
        days, now = self.profile.gate.retention_days, self.now()

        def work(audit: AuditLog, state: State) -> tuple[int, str]:
            state.expire(time.time())
            audit.forget(now, days)
            return audit.head

        head = await self.writer.do(work)
        day = now.date().isoformat()
        if day != self._told_day:
            self._told_day = day
            self.log.event("audit-head", {"number": head[0], "head": head[1]})

    async def figures(self) -> bytes:
        self.metrics.children.set(self.pool.ready)
        with contextlib.suppress(WriteFailedError):
            waiting, head = await self.writer.do(lambda audit, state: (state.waiting(), audit.head.number))
            self.metrics.waiting.set(waiting)
            self.metrics.audit_entries.set(head)
        return self.metrics.text()

    def _pool_event(self, name: str, told: dict[str, Any]) -> None:
        if name == "child-ended":
            self.metrics.ended.labels(told["why"]).inc()
        self.log.event(name, told, level="info" if name == "reloaded" else "warning")

    def _delivery_event(self, name: str, told: dict[str, Any]) -> None:
        self.metrics.deliveries.labels(told["webhook"], told["outcome"]).inc()
        self.log.event(name, told, level="info" if told["outcome"] == "delivered" else "warning")

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def wanted_by(profile: Profile) -> Wanted:
    """Packs with rosters of all desks, each once."""
    desks = [profile.desk(name) for name in profile.desk_names]
    return list(dict.fromkeys((desk.pack, desk.roster) for desk in desks))


def new_id() -> str:
    return f"chk_{secrets.token_hex(12)}"
