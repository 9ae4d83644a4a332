"""The configuration → the roads of the alerts, the ping and the monitor that feeds them. No IO: secrets are asked for at each use."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from zoneinfo import ZoneInfo

from watcher.config.alert_settings import AlertSettings, alert_settings
from watcher.config.models import Config
from watcher.core.message.model import Address
from watcher.edge.clock import Clock
from watcher.edge.credentials import Secret, read_password
from watcher.edge.smtp import SmtpClient
from watcher.edge.store.store import Store
from watcher.service import accounts
from watcher.service.alert_roads import AlertRoad, MailRoad, PushRoad
from watcher.service.alerting import Alerting
from watcher.service.canaries import CanaryRoute, CanarySender
from watcher.service.health import HealthMonitor
from watcher.service.intake import Intake
from watcher.service.pinging import Pinging

#: Requests under way at a time: a name server that does not answer holds up none of the threads that read mail.
MAX_REQUESTS = 4


class HealthParts:
    """Everything that is made of `[alerts]`, and made anew when it changes."""

    def __init__(self, signing_key: bytes, clock: Clock) -> None:
        """`signing_key` signs our letters."""
        self._signing_key = signing_key
        self._clock = clock
        self._executor: Executor = ThreadPoolExecutor(MAX_REQUESTS, thread_name_prefix="alerts")

    def build_monitor(self, config: Config, intakes: Mapping[str, Intake], store: Store) -> HealthMonitor:
        """`intakes`: by mailbox."""
        alerting = Alerting(self._build_roads(config), store, self._clock)
        canary = CanarySender(store, self._clock, self._signing_key)
        self._route_canaries(canary, config)
        return HealthMonitor(config, intakes, store, self._clock, alerting, self._build_pinging(config), canary)

    def apply_config(self, monitor: HealthMonitor, config: Config) -> None:
        """Another configuration is in force."""
        monitor.config = config
        monitor.alerting.replace_roads(self._build_roads(config))
        self._route_canaries(monitor.canary, config)
        if config.alerts.ping != (monitor.pinging.url if monitor.pinging is not None else None):
            monitor.pinging = self._build_pinging(config)

    def shut_down(self) -> None:
        """Waits for no request."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _route_canaries(self, canary: CanarySender, config: Config) -> None:
        """From outside where alerts have a server of their own: that is how a customer's mail comes."""
        own, sender = config.alerts.smtp, sender_of(config)
        canary.at, canary.zone = config.alerts.canary, ZoneInfo(config.timezone)
        canary.routes = [
            CanaryRoute(
                box.name,
                sender if own is not None else Address(box.address.email),
                Address(box.address.email),
                SmtpClient(accounts.submission_account(own or box.smtp, config.state_dir, self._clock)),
            )
            for box in config.mailbox
            if box.inbox
        ]

    def _build_pinging(self, config: Config) -> Pinging | None:
        return Pinging(config.alerts.ping, self._clock, self._executor) if config.alerts.ping else None

    def _build_roads(self, config: Config) -> list[AlertRoad]:
        return build_roads(alert_settings(config), self._signing_key, self._clock, self._executor)


def build_roads(settings: AlertSettings, signing_key: bytes, clock: Clock, executor: Executor) -> list[AlertRoad]:
    """One for each address and each push target. Requests are made by the threads of `executor`."""
    zone = ZoneInfo(settings.zone)
    accounts_of_servers = [accounts.submission_account(one, settings.state_dir, clock) for one in settings.servers]
    clients, sender = [SmtpClient(account) for account in accounts_of_servers], settings.sender
    mail: list[AlertRoad] = [
        MailRoad(
            sender,
            Address(email),
            clients,
            settings.templates,
            signing_key,
            zone=zone,
            language=settings.languages.get(email.casefold(), settings.language),
        )
        for email in settings.table.email
        if sender is not None
    ]
    words = settings.templates.words_for_language(settings.language)
    push: list[AlertRoad] = [
        PushRoad(number, partial(_read_target, target), words, zone, executor)
        for number, target in enumerate(settings.table.push, 1)
    ]
    return mail + push


def sender_of(config: Config) -> Address:
    """From whom alerts come: as configured, else the account that sends them, else the first mailbox."""
    return alert_settings(config).sender or Address(config.mailbox[0].address.email)


def _read_target(target: str | Secret) -> str:
    """May block. SecretError: it cannot be had."""
    return target if isinstance(target, str) else read_password(target)
