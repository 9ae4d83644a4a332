"""Somebody is told that Watcher does not run, by the process that could not start or that ended: over the roads of `[alerts]`, and as a
failure to whoever is pinged. The next Watcher that starts takes it back."""

from __future__ import annotations

import asyncio
import logging
import secrets
import uuid
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from watcher.config.alert_settings import AlertSettings
from watcher.core.health import not_running, pings
from watcher.core.health.model import Incident
from watcher.core.health.pings import PingSignal
from watcher.edge import http
from watcher.edge.clock import Clock
from watcher.edge.guard import GuardError, GuardFile
from watcher.edge.notice_file import read_notice, write_notice
from watcher.edge.store.store import Store, Transaction
from watcher.service.alert_roads import AlertMessage, AlertRoad
from watcher.service.health_wiring import MAX_REQUESTS, build_roads

log = logging.getLogger("watcher.alerts")

#: Seconds that telling may take: the process has nothing else to do, and systemd waits for its end.
TELL_TIMEOUT = 60.0


async def tell_not_running(settings: AlertSettings, text: str, clock: Clock) -> None:
    """Tells it where that is due. Where nothing can be noted nobody is told: it would be told again every few seconds."""
    now = clock.now()
    last = read_notice(settings.state_dir)
    if not not_running.is_due(last, text, now):
        return
    notice = not_running.next_notice(last, text, now)
    if not write_notice(settings.state_dir, notice):
        log.error("nobody is told that Watcher does not run: no file can be written that says so")
        return
    incident = not_running.incident_of(notice)
    executor = ThreadPoolExecutor(MAX_REQUESTS, thread_name_prefix="alerts")
    try:
        roads = build_roads(settings, _signing_key(settings.state_dir), clock, executor)
        message = AlertMessage((incident,), is_over=False, at=now)
        taken, _ = await asyncio.gather(
            _send_by_any(roads, message), _ping_failure(settings.table.ping, incident, executor)
        )
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    if taken:
        write_notice(settings.state_dir, replace(notice, is_taken=True))


async def _send_by_any(roads: Sequence[AlertRoad], message: AlertMessage) -> bool:
    """Did any road take it?"""

    async def send(road: AlertRoad) -> bool:
        try:
            async with asyncio.timeout(TELL_TIMEOUT):
                problem = await road.send(message)
        except TimeoutError:
            problem = "no answer in time"
        if problem:
            log.error("no alert road=%s: %s", road.name, problem)
        else:
            log.info("alerted road=%s over=False", road.name)
        return not problem

    return any(await asyncio.gather(*map(send, roads)))


async def _ping_failure(url: str | None, incident: Incident, executor: Executor) -> None:
    if url is None:
        return
    target = pings.ping_url(url, PingSignal.FAIL, str(uuid.uuid4()))
    body, headers = pings.ping_body([incident]).encode(), {"Content-Type": "text/plain; charset=utf-8"}
    try:
        await asyncio.get_running_loop().run_in_executor(executor, http.post_body, target, body, headers)
    except http.HttpError as error:
        log.error("no ping signal=fail: %s", error)


def _signing_key(state_dir: Path) -> bytes:
    """Ours where it is there: an alert that comes back to a mailbox of ours is known then. Else one for this letter."""
    path = state_dir / "guard.json"
    try:
        if path.is_file():
            return GuardFile.load_or_create(path).signing_key
    except (GuardError, OSError):
        pass
    return secrets.token_bytes(32)


async def take_back(store: Store, state_dir: Path, clock: Clock) -> None:
    """Watcher runs again: the alerts say so to those who were told otherwise. StoreError."""
    notice = read_notice(state_dir)
    told = not_running.told_incident(notice)
    if notice is None or told is None:
        return

    def adopt(tx: Transaction) -> None:
        others = [line for line in tx.alerts.list_told() if line.incident.kind is not told.incident.kind]
        tx.alerts.replace_told([*others, told])

    await store.run_write(adopt)
    write_notice(state_dir, replace(notice, tried_at=clock.now(), ended_at=clock.now()))
