"""The roads of the alerts: an alert that does not arrive is missed only when everything else has failed, too."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from watcher.config.alert_settings import alert_settings
from watcher.config.models import Config
from watcher.core.health.findings import Finding, Level
from watcher.edge.clock import Clock
from watcher.edge.guard import read_signing_key
from watcher.service import health_wiring
from watcher.service.alert_roads import AlertMessage
from watcher.service.checkup.servers import check_port
from watcher.service.checkup.submission import check_alert_submission

_NOBODY = (
    "alerts: nobody hears when Watcher itself cannot work (a login that is taken back, a full disk): name a push target or an address "
    "in [alerts]"
)


def check_alert_roads(config: Config, clock: Clock) -> Iterator[Finding]:
    """Nothing is sent. Never raises. Where alerts have no server of their own, the mailboxes' are asked with them."""
    alerts = config.alerts
    if not (alerts.email or alerts.push or alerts.ping):
        yield Finding(Level.NOTE, _NOBODY)
    if alerts.smtp is not None and alerts.email:
        where = f"alerts: SMTP {alerts.smtp.host}:{alerts.smtp.effective_port}"
        port = check_port(alerts.smtp, where, clock)
        yield from port.findings
        for finding in asyncio.run(check_alert_submission(config)) if port.usable else ():
            yield Finding(finding.level, f"{where}: {finding.text}")
    if alerts.push:
        yield Finding(Level.OK, f"alerts: {len(alerts.push)} push target(s), not asked: --send-test sends a test alert")


async def send_test_alerts(config: Config, clock: Clock) -> list[Finding]:
    """One over every road, at the same time. Never raises."""
    key = read_signing_key(config.state_dir / "guard.json") or secrets.token_bytes(32)
    message = AlertMessage((), is_over=False, at=clock.now(), is_test=True)
    with ThreadPoolExecutor(health_wiring.MAX_REQUESTS, thread_name_prefix="alerts") as executor:
        roads = health_wiring.build_roads(alert_settings(config), key, clock, executor)
        problems = await asyncio.gather(*(road.send(message) for road in roads))
    return [
        Finding(Level.BAD, f"test alert to {road.name}: {problem}")
        if problem
        else Finding(Level.OK, f"test alert to {road.name}: taken; look whether it arrives")
        for road, problem in zip(roads, problems, strict=True)
    ]
