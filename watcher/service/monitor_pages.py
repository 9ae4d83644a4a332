"""The pages for monitors and people: what the last look at itself found, and what the database counts, when somebody asks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher import __version__
from watcher.core.health import metrics
from watcher.core.health.figures import MonitorFigures, health_problems, list_instances
from watcher.core.letters.status_page import render_status_page
from watcher.edge.clock import Clock
from watcher.edge.http_server import Page, PageServer
from watcher.edge.store.store import Store, StoreError, Transaction
from watcher.service.health import HealthMonitor

log = logging.getLogger("watcher.health")

#: Seconds that the database may take to count.
STORE_TIMEOUT = 5.0


class MonitorPages:
    """`/healthz` needs no database; the others say so where it does not answer."""

    def __init__(
        self,
        monitor: HealthMonitor,
        store: Store,
        clock: Clock,
        token_expiries: Callable[[], Mapping[str, datetime]] = dict,
    ) -> None:
        """`token_expiries`: mailbox → when its access token expires."""
        self._monitor = monitor
        self._store = store
        self._clock = clock
        self._token_expiries = token_expiries
        self._server = PageServer({"/": self.show_status, "/healthz": self.show_health, "/metrics": self.show_metrics})

    async def start(self) -> None:
        """Listens where the configuration says so. A port that cannot be had is no reason to read no mail."""
        address = self._monitor.config.watcher.listen
        if address is None:
            return
        try:
            await self._server.start(*address)
        except OSError as error:
            log.error("no status page at %s:%d: %s", *address, error.strerror or error)
        else:
            log.info("status page at http://%s:%d/", *address)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.port

    def close(self) -> None:
        """Listens no more."""
        self._server.close()

    async def show_health(self) -> Page:
        """200 and `ok`, or 503 and one line a problem."""
        condition = self._monitor.condition
        at, alarming = (condition.at, condition.alarming) if condition else (None, ())
        problems = health_problems(at, alarming, self._clock.now())
        return Page("\n".join(problems) + "\n", status=503) if problems else Page("ok\n")

    async def show_metrics(self) -> Page:
        """503: the database does not answer, and nothing is made up in its place."""
        figures = self._known_figures()
        if figures is None:
            return Page("starting\n", status=503)
        try:
            return Page(metrics.render_metrics(await self._add_counts(figures)), metrics.CONTENT_TYPE)
        except (TimeoutError, StoreError) as error:
            return Page(f"{error or 'the database does not answer'}\n", status=503)

    async def show_status(self) -> Page:
        """What is known without the database, where it does not answer."""
        figures = self._known_figures()
        if figures is None:
            return Page("starting\n", status=503)
        try:
            figures = await self._add_counts(figures)
        except (TimeoutError, StoreError) as error:
            log.warning("status page without counts: %s", error or "the database does not answer")
        config = self._monitor.config
        words = config.templates.words_for_language(config.common_language)
        page = render_status_page(figures, words, ZoneInfo(config.timezone), self._clock.now())
        return Page(page, "text/html; charset=utf-8")

    def _known_figures(self) -> MonitorFigures | None:
        """Without what the database counts. None: Watcher has not looked at itself yet."""
        condition = self._monitor.condition
        if condition is None:
            return None
        return MonitorFigures(
            version=__version__,
            at=condition.at,
            mailboxes=[box.name for box in self._monitor.config.mailbox],
            alarming=condition.alarming,
            incidents=condition.incidents,
            looks=condition.looks,
            blind=frozenset(condition.sight.overdue),
            token_expiries=self._token_expiries(),
        )

    async def _add_counts(self, figures: MonitorFigures) -> MonitorFigures:
        """TimeoutError, StoreError: the database does not answer."""
        now = self._clock.now()
        async with asyncio.timeout(STORE_TIMEOUT):
            return await self._store.run_read(lambda tx: _count_rows(tx, figures, now))


def _count_rows(tx: Transaction, figures: MonitorFigures, now: datetime) -> MonitorFigures:
    instances = tx.leases.list_instances()
    return replace(
        figures,
        waiting=tx.figures.waiting_by_mailbox(now),
        letters=tx.figures.count_letters(),
        oldest_due=tx.figures.oldest_due_letters(now),
        canaries=tx.canaries.list_canaries(),
        instances=list_instances(instances, tx.leases.list_leases(), tx.leases.now()) if instances else (),
    )
