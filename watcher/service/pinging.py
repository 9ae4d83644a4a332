"""Calls whoever expects to be called while all is well: the dead man's switch. Core says when and what; nothing ever waits for it."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Collection
from concurrent.futures import Executor
from functools import partial

from watcher.core.health import clock as clocks
from watcher.core.health import pings
from watcher.core.health.model import Incident
from watcher.core.health.pings import Ping, PingSignal
from watcher.edge import http
from watcher.edge.clock import Clock
from watcher.service.background_job import BackgroundJob

log = logging.getLogger("watcher.alerts")


class Pinging:
    """One URL's calls, all under one `rid`. `clock_samples`: what its server's clock showed, the newest last."""

    def __init__(self, url: str, clock: Clock, executor: Executor) -> None:
        self.url = url
        self.clock_samples: list[clocks.ClockSample] = []
        self._clock = clock
        self._executor = executor
        self._run = str(uuid.uuid4())
        self._last: Ping | None = None
        self._job = BackgroundJob("ping")
        self._is_failing = False

    def report(self, incidents: Collection[Incident], is_ready: bool) -> None:
        """What is wrong now. Starts a call where one is due and none is under way. Raises what nobody foresaw in the last one."""
        if not self._job.may_begin():
            return
        signal = pings.next_signal(self._last, incidents, is_ready, self._clock.now())
        if signal is not None:
            self._job.begin_work(self._call_url(signal, tuple(incidents)))

    async def _call_url(self, signal: PingSignal, incidents: tuple[Incident, ...]) -> None:
        url, body = pings.ping_url(self.url, signal, self._run), pings.ping_body(incidents).encode()
        headers = {"Content-Type": "text/plain; charset=utf-8"}
        asked_at = self._clock.now()
        try:
            server_time = await asyncio.get_running_loop().run_in_executor(
                self._executor, partial(http.post_body, url, body, headers)
            )
        except http.HttpError as error:
            if not self._is_failing:
                log.error("no ping signal=%s: %s; tried again every 15 seconds", signal.name.lower(), error)
            self._is_failing = True
            return
        if self._is_failing:
            log.info("pinged again signal=%s", signal.name.lower())
        self._is_failing = False
        self._last = Ping(self._clock.now(), signal, pings.troubles_of(incidents))
        if server_time is not None:
            sample = clocks.ClockSample(server_time, asked_at, self._clock.now(), self._clock.monotonic())
            self.clock_samples = [*self.clock_samples, sample][-clocks.MAX_SAMPLES :]

    async def finish(self) -> None:
        """Gives up a call that is under way."""
        await self._job.give_up()
