"""What a Watcher that runs, or ran, has learned of the servers, for `check`."""

from __future__ import annotations

from datetime import timedelta

from watcher.config.models import Config
from watcher.core.health import doorbell
from watcher.edge.store.store import Store, StoreError
from watcher.service.bell_watch import load_bell


def find_silent_bells(config: Config) -> dict[str, timedelta]:
    """Mailboxes whose server did not ring when mail came → how long it is waited for at most; {} where there is no state to read."""
    try:
        store = Store(config.database_url, read_only=True)
    except (StoreError, OSError):
        return {}
    try:
        with store.read_transaction() as tx:
            bells = {box.name: (load_bell(tx, box.name), box.poll) for box in config.mailbox}
    except StoreError:
        return {}
    finally:
        store.close()
    return {
        name: doorbell.next_wait(bell, poll, timedelta(0)) for name, (bell, poll) in bells.items() if bell.is_silent
    }
