"""Three instances on one PostgreSQL against one, on the same mail: how quickly is the mail of an outage decided, letters queued?

All run on this machine, with the database and the IMAP server: where they have no processors of their own, they cannot be quicker.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg

from tests.bench import many
from tests.bench.catch_up import fill_mailbox
from tests.bench.figures import Figure
from tests.bench.mail import made_mail
from tests.servers.database import PostgreSql
from tests.servers.real import Dovecot
from watcher.edge.clock import Clock

TITLE = "several instances"
MAILBOXES = 300
#: In each, when the instances start.
MESSAGES = 40
TIMEOUT = 1800.0

HEAD = """
[watcher]
state_dir = "{folder}/state{n}"
database = "{database}"
timezone = "UTC"
[people.anna]
email = ["anna@example.com"]
"""


def write_config(folder: Path, server: Dovecot, database: str, n: int, users: list[str]) -> Path:
    path = folder / f"{n}.toml"
    text = HEAD.format(folder=folder, n=n, database=database)
    for user in users:
        box = many.MAILBOX.format(
            n=user, poll="60s", port=server.imaps, ca=server.certificates.ca, secret="BOX_PASSWORD"
        )
        text += box.replace(f'user = "box{user}"', f'user = "{user}"')
    path.write_text(text)
    return path


def decided(database: str) -> tuple[int, int]:
    """Messages with a decision, and instances that decide."""
    with psycopg.connect(database) as session:
        row = session.execute(
            "select (select count(*) from ledger where role = 'inbox'), (select count(distinct holder) from lease where subject <> '')"
        ).fetchone()
    assert row is not None
    return row


def measure_count(instances: int, mailboxes: int, server: Dovecot, postgresql: PostgreSql, folder: Path) -> float:
    """Messages decided a second, from the first to the last."""
    users = [f"i{instances}u{n}" for n in range(mailboxes)]
    database = postgresql.create_database()
    configs = [write_config(folder, server, database, n, users) for n in range(instances)]
    with many.running(configs[0], folder / "first.log"):
        pass  # every mailbox had its first look
    mail = list(made_mail(instances, MESSAGES, Clock().now()))
    for user in users:
        fill_mailbox(server, user, mail)
    whole = mailboxes * MESSAGES
    with ExitStack() as stack:
        began = 0.0
        for n, config in enumerate(configs):
            stack.enter_context(many.started(config, folder / f"{n}.log"))
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            count, _ = decided(database)
            began = began or (time.monotonic() if count else 0.0)
            if count >= whole:
                return whole / (time.monotonic() - began)
            time.sleep(0.1)
    raise AssertionError(f"{count} of {whole} messages are decided")


def measure(scale: float) -> list[Figure]:
    mailboxes = max(6, round(MAILBOXES * scale))
    with tempfile.TemporaryDirectory(prefix="instances") as name:
        folder = Path(name)
        server, postgresql = many.roomy_dovecot(folder), PostgreSql()
        try:
            server.start()
            postgresql.start()
            rates = {count: measure_count(count, mailboxes, server, postgresql, folder) for count in (1, 3)}
        finally:
            server.remove()
            postgresql.remove()
    return [
        Figure(f"one instance, {mailboxes} mailboxes", rates[1], "messages/s"),
        Figure(f"three instances, {mailboxes} mailboxes", rates[3], "messages/s"),
        Figure(f"three against one, on {os.cpu_count()} processors", rates[3] / rates[1], "times", ">= 1.6"),
    ]
