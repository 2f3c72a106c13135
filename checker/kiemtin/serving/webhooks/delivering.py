"""Deliveries from the queue, until they are taken or three days are over: at least once, each with one id.

What was not marked as delivered when the process was killed is sent again; receivers know it by its id.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from kiemtin.serving.profile import Profile, ProfileError, Webhook
from kiemtin.serving.state import Delivery
from kiemtin.serving.webhooks.sending import Attempt, post, signed
from kiemtin.serving.writer import WriteFailedError, Writer

PAUSES = (5.0, 30.0, 120.0, 600.0, 3600.0, 4 * 3600.0, 12 * 3600.0)
GIVEN_UP_AFTER = 3 * 86_400.0
AT_A_TIME = 8
LOOKED_EVERY = 5.0


def pause(attempts: int, retry_after: float | None, chance: float) -> float:
    """Seconds to the next attempt: longer each time, by up to a fifth more, at least what was asked for."""
    waited = PAUSES[min(attempts, len(PAUSES) - 1)] * (1 + 0.2 * chance)
    return max(waited, min(retry_after or 0.0, 86_400.0))


class Deliverer:
    """A task that empties the queue."""

    def __init__(
        self,
        profile: Callable[[], Profile],
        writer: Writer,
        on_event: Callable[[str, dict[str, Any]], None],
        send: Callable[..., Attempt] = post,
    ) -> None:
        self._profile, self._writer, self._on_event, self._send = profile, writer, on_event, send
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._run())

    def wake(self) -> None:
        self._wake.set()

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(WriteFailedError):
                while await self.round():
                    pass
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOKED_EVERY):
                    await self._wake.wait()
            self._wake.clear()

    async def round(self) -> int:
        """Tries what is due, a few at a time; how many."""
        due = await self._writer.do(lambda _, state: state.due(time.time(), AT_A_TIME))
        await asyncio.gather(*(self._deliver(delivery) for delivery in due))
        return len(due)

    async def _deliver(self, delivery: Delivery) -> None:
        profile = self._profile()
        webhook = next((each for each in profile.gate.webhooks if each.name == delivery.webhook), None)
        if webhook is None:  # no longer in the profile
            await self._settle(delivery, "given-up", 0.0)
            return
        attempt = await self._attempt(profile, webhook, delivery)
        told = {
            "delivery": delivery.id,
            "webhook": webhook.name,
            "outcome": attempt.outcome,
            "status": attempt.status,
        }
        self._on_event("delivery", told)
        if attempt.outcome == "delivered":
            await self._settle(delivery, "delivered", 0.0)
        elif attempt.outcome == "gone":
            await self._writer.do(lambda _, state: state.mark_gone(webhook.name, webhook.url))
            await self._settle(delivery, "given-up", 0.0)
        elif time.time() - delivery.made > GIVEN_UP_AFTER:
            await self._settle(delivery, "given-up", 0.0)
        else:
            wait = pause(delivery.attempts, attempt.retry_after, random.random())
            await self._settle(delivery, "waiting", time.time() + wait)

    async def _attempt(self, profile: Profile, webhook: Webhook, delivery: Delivery) -> Attempt:
        try:
            secrets = profile.secrets_of(webhook)
            headers = signed(secrets, delivery.id, delivery.payload, datetime.now(UTC))
        except (ProfileError, ValueError):
            return Attempt("again")
        return await asyncio.to_thread(self._send, webhook.url, headers, delivery.payload, webhook.allow)

    async def _settle(self, delivery: Delivery, state: str, due: float) -> None:
        await self._writer.do(lambda _, known: known.settle(delivery, state, due))
