"""How an alert leaves: to each address by SMTP, to each target by push. None of it needs the database, which may be what is broken.

A road says why it did not take an alert, and decides nothing: `alerting` tries again when core says so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from watcher.core.health.model import Incident
from watcher.core.letters.alert import Alert, build_alert, describe_incidents, describe_test, write_plain_text
from watcher.core.letters.mime import ComposeError, LetterHead
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.model import Address
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Accepted, Letter, LetterKind, Refused, Unknown
from watcher.edge.credentials import SecretError
from watcher.edge.push import PushError, PushMessage, push_message, scheme_of
from watcher.edge.smtp import MailTransaction, SmtpClient

#: Seconds that one road may take for one alert.
ROAD_TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class AlertMessage:
    """What is to be told, and as of when (UTC). `is_test`: nothing is wrong, somebody tries the roads."""

    incidents: tuple[Incident, ...]
    is_over: bool
    at: datetime
    is_test: bool = False

    def to_alert(self, words: Words) -> Alert:
        """In words of that language."""
        return describe_test(words) if self.is_test else describe_incidents(self.incidents, words, is_over=self.is_over)


class AlertRoad(Protocol):
    """`name` is shown to people and holds no secret."""

    name: str

    async def send(self, message: AlertMessage) -> str:
        """ "" when it was taken, else why not. Never raises."""


class MailRoad:
    """To one address, by the first server that takes it."""

    def __init__(
        self,
        sender: Address,
        recipient: Address,
        clients: Sequence[SmtpClient],
        templates: TemplateSet,
        signing_key: bytes,
        *,
        zone: ZoneInfo,
        language: str = "",
    ) -> None:
        self.name = recipient.email
        self._sender = sender
        self._recipient = recipient
        self._clients = clients
        self._templates = templates
        self._signing_key = signing_key
        self._zone = zone
        self._language = language
        self._uncertain: set[str] = set()  # may have left once already

    async def send(self, message: AlertMessage) -> str:
        """ "" when a server took it, or may have taken it twice; else why not. Never raises."""
        key = f"alert:{self._recipient.key}:{message.at.isoformat()}:{_kind_of(message)}"
        head = LetterHead(self._sender, self._recipient, key, self._signing_key, message.at, self._language)
        try:
            words = self._templates.words_for_language(self._language)
            composed = build_alert(self._templates, head, message.to_alert(words), self._zone)
        except ComposeError as error:
            return str(error)
        letter = letter_state.queued(LetterKind.ALERT, key, "", composed, message.at)
        problem = "no server"
        for client in self._clients:
            try:
                async with asyncio.timeout(ROAD_TIMEOUT):
                    problem = await self._offer_letter(client, letter)
            except TimeoutError:
                problem = "no answer in time"
            except (SecretError, OSError) as error:
                problem = str(error)
            if not problem:
                return ""
        return problem

    async def _offer_letter(self, client: SmtpClient, letter: Letter) -> str:
        offer = await client.start_mail_transaction(letter)
        outcome = await offer.send_end_of_data() if isinstance(offer, MailTransaction) else offer
        match outcome:
            case Accepted():
                return ""
            case Refused(code, text):
                return f"{code} {text}"
            case Unknown(text):
                was_uncertain = letter.key in self._uncertain
                self._uncertain.add(letter.key)
                return "" if was_uncertain else f"it may have left: {text}"
        return outcome.text


class PushRoad:
    """To one push target."""

    def __init__(
        self, number: int, read_url: Callable[[], str], words: Words, zone: ZoneInfo, executor: Executor
    ) -> None:
        """`number`: which of the targets, from 1. `read_url` may block; raises SecretError."""
        self.name = f"push {number}"
        self._read_url = read_url
        self._words = words
        self._zone = zone
        self._executor = executor

    async def send(self, message: AlertMessage) -> str:
        """ "" when it was taken, else why not. Never raises."""
        title, text = write_plain_text(message.to_alert(self._words), self._words, message.at, self._zone)
        incidents = [_incident_facts(one) for one in message.incidents]
        facts: dict[str, Any] = {"recovered": message.is_over, "test": message.is_test, "incidents": incidents}
        words = PushMessage(title, text, is_urgent=not (message.is_over or message.is_test), facts=facts)
        try:
            async with asyncio.timeout(ROAD_TIMEOUT):
                await asyncio.get_running_loop().run_in_executor(self._executor, partial(self._push_message, words))
        except TimeoutError:
            return "no answer in time"
        except (PushError, SecretError) as error:
            return str(error)
        return ""

    def _push_message(self, words: PushMessage) -> None:
        url = self._read_url()
        try:
            push_message(url, words)
        except PushError as error:
            raise PushError(f"{scheme_of(url)}: {error}") from None


def _kind_of(message: AlertMessage) -> str:
    return "test" if message.is_test else "over" if message.is_over else "new"


def _incident_facts(incident: Incident) -> dict[str, str]:
    since = incident.since.isoformat()
    return {"kind": incident.kind, "subject": incident.subject, "since": since, "text": incident.text}
