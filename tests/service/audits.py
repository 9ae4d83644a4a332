"""An audit, and questions from few customers for it to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.samples import MONDAY, RULES, SALES, TEMPLATES, always_open, policy
from watcher.core.message.model import FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.service.audit import Audit
from watcher.service.message_intake import IntakeConfig

#: From few customers: what is remembered of senders and domains, some thousands at most, is full with the first messages.
QUESTION = (
    "From: c{who}@d{who}.example\r\nTo: {to}\r\nSubject: Roof {n}\r\nMessage-ID: <q{n}@d.example>\r\n\r\n"
    "What does roof {n} cost?\r\n"
)


def write_questions(first: int, last: int) -> Iterator[FetchedMessage]:
    """Those with the numbers `first` … `last - 1`, one a minute."""
    for n in range(first, last):
        raw = QUESTION.format(n=n, who=n % 40, to=SALES.email).encode()
        place = Locator("sales", "inbox", 1, n + 1)
        yield FetchedMessage(place, FolderRole.INBOX, raw, MONDAY + timedelta(minutes=n), len(raw))


def open_audit(folder: Path) -> Audit:
    """Of one mailbox, which is always open; nothing is read yet."""
    setup = policy(hours=always_open(), own_addresses=OwnIdentity(frozenset({SALES.email}), frozenset()))
    config = IntakeConfig(SALES, replace(setup, mailbox="sales"), RULES, TEMPLATES, 60.0)
    return Audit({"sales": config}, MONDAY - timedelta(days=1), MONDAY + timedelta(days=90), folder / "audit.sqlite3")
