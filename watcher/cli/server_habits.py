"""What a Watcher that runs, or ran, has learned of the servers, for `check`."""

from __future__ import annotations

from datetime import timedelta

from watcher.config.models import Config, MailboxTable
from watcher.core.health import doorbell
from watcher.core.inquiry import renumbering
from watcher.edge.store.store import Store, StoreError, Transaction
from watcher.service.bell_watch import load_bell
from watcher.service.renumbered_mail import is_renumbering_habit


def find_server_habits(config: Config) -> dict[str, list[str]]:
    """Mailbox → what its server does that costs time, in words; {} where there is no state to read."""
    try:
        store = Store(config.database_url, read_only=True)
    except (StoreError, OSError):
        return {}
    try:
        with store.read_transaction() as tx:
            return {box.name: _describe_habits(tx, box) for box in config.mailbox}
    except StoreError:
        return {}
    finally:
        store.close()


def _describe_habits(tx: Transaction, box: MailboxTable) -> list[str]:
    habits, bell = [], load_bell(tx, box.name)
    if bell.is_silent:
        habits.append(doorbell.describe_silent_bell(doorbell.next_wait(bell, box.poll, timedelta(0))))
    if is_renumbering_habit(tx, box.name):
        habits.append(renumbering.HABIT_TEXT)
    return habits
