"""Three instances on one PostgreSQL against one: how quickly is the mail of an outage decided, letters queued?

All run on this machine, with the database and the IMAP server. Where these have too few processors for all, three cannot be quicker
than one: so it is measured a second time with the same small share of a processor for each instance, which leaves the rest to the
servers. That says what an instance gains on a machine of its own, as far as the database bears it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg

from tests.bench import many, shares
from tests.bench.catch_up import fill_mailbox
from tests.bench.figures import Figure
from tests.bench.mail import ADDRESS, made_mail
from tests.servers.database import PostgreSql
from tests.servers.real import Dovecot
from watcher.edge.clock import Clock

TITLE = "several instances"
MAILBOXES = 300
#: In each, when the instances start.
MESSAGES = 40
#: The same with shares, which take longer.
SHARE_MAILBOXES = 90
#: Of one processor, for each instance.
SHARE = 0.15
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


def own_mail(seed: int, user: str) -> list[bytes]:
    """Mail that no other mailbox has: a message that came to all of them would be known from each."""
    return [
        raw.replace(ADDRESS.encode(), f"{user}@example.com".encode())
        for raw in made_mail(seed, MESSAGES, Clock().now())
    ]


def measure_count(
    instances: int, mailboxes: int, server: Dovecot, postgresql: PostgreSql, folder: Path, share: float | None = None
) -> float:
    """Messages decided a second, from the first to the last. `share`: of a processor, for each instance."""
    run = f"{'s' if share else 'i'}{instances}"
    users = [f"{run}u{n}" for n in range(mailboxes)]
    database = postgresql.create_database()
    configs = [write_config(folder, server, database, n, users) for n in range(instances)]
    with many.running(configs[0], folder / "first.log"):
        pass  # every mailbox had its first look
    for n, user in enumerate(users):
        fill_mailbox(server, user, own_mail(n, user))
    whole = mailboxes * MESSAGES
    with ExitStack() as stack:
        began = 0.0
        for n, config in enumerate(configs):
            process = stack.enter_context(many.started(config, folder / f"{n}.log"))
            if share is not None:
                stack.enter_context(shares.limit_processor(f"watcher-bench-{n}", process.pid, share))
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            count, _ = decided(database)
            began = began or (time.monotonic() if count else 0.0)
            if count >= whole:
                return whole / (time.monotonic() - began)
            time.sleep(0.1)
    raise AssertionError(f"{count} of {whole} messages are decided")


def measure(scale: float) -> list[Figure]:
    mailboxes, fewer = (max(6, round(count * scale)) for count in (MAILBOXES, SHARE_MAILBOXES))
    with tempfile.TemporaryDirectory(prefix="instances") as name:
        folder = Path(name)
        server, postgresql = many.roomy_dovecot(folder), PostgreSql()
        try:
            server.start()
            postgresql.start()
            rates = {count: measure_count(count, mailboxes, server, postgresql, folder) for count in (1, 3)}
            shared = {}
            if shares.has_shares():
                shared = {count: measure_count(count, fewer, server, postgresql, folder, SHARE) for count in (1, 3)}
            else:
                print("instances: shares of a processor are for root, and left out", file=sys.stderr, flush=True)
        finally:
            server.remove()
            postgresql.remove()
    figures = [
        Figure(f"one instance, {mailboxes} mailboxes", rates[1], "messages/s"),
        Figure(f"three instances, {mailboxes} mailboxes", rates[3], "messages/s"),
        Figure(f"three against one, all on {os.cpu_count()} processors", rates[3] / rates[1], "times"),
    ]
    if shared:
        each = f"{100 * SHARE:.0f} % of a processor each, {fewer} mailboxes"
        figures += [
            Figure(f"one instance, {each}", shared[1], "messages/s"),
            Figure(f"three instances, {each}", shared[3], "messages/s"),
            Figure("three against one, the same share for each", shared[3] / shared[1], "times", ">= 1.6"),
        ]
    return figures
