"""The cast of every test: Carol writes to sales@example.com, Anna answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from watcher.core.message.model import Address, Facts, OwnIdentity

CAROL = Address("carol@customer.example", "Carol")
SALES = Address("sales@example.com", "Example Sales")
ANNA = Address("anna@example.com", "Anna")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def us(**changed: Any) -> OwnIdentity:
    values: dict[str, Any] = {"mailboxes": frozenset({SALES.key}), "people": frozenset({ANNA.key})}
    return OwnIdentity(**{**values, **changed})


def facts(**changed: Any) -> Facts:
    """A plain question of Carol's. `headers` are added to."""
    values: dict[str, Any] = {
        "mailbox": "sales",
        "folder": "INBOX",
        "received_at": NOON,
        "size": 1000,
        "fingerprint": "f" * 64,
        "message_id": "q1@customer.example",
        "from_": (CAROL,),
        "to": (SALES,),
        "subject": "A quote, please",
        "base_subject": "A quote, please",
        "text": "What does a new roof cost?",
        "headers": {"from": (str(CAROL),)},
        "part_types": ("text/plain",),
    }
    return Facts(**{**values, **changed})
