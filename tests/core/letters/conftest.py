"""One letter's head, the same for all tests of letters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from watcher.core.letters.mime import LetterHead
from watcher.core.message.model import Address


@pytest.fixture
def head() -> LetterHead:
    """From Example Roofs to Anna, on a Tuesday at 14:00 in Berlin."""
    now = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    sender, anna = Address("sales@example.com", "Example Roofs"), Address("anna@example.com", "Anna")
    return LetterHead(sender, anna, "digest:anna:2026-11-24 14:00", b"k" * 32, now)
