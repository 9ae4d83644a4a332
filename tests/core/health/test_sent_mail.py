"""core/health/sent_mail.py: a week without a single reply means that they are looked for in the wrong place."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.sent_mail import REPLY_PATIENCE, is_reply_overdue

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("first", "has_seen_reply", "overdue"),
    [
        (MONDAY - REPLY_PATIENCE, False, True),
        (MONDAY - REPLY_PATIENCE + SECOND, False, False),
        (MONDAY - REPLY_PATIENCE, True, False),
        (None, False, False),
    ],
)
def test_it_is_overdue_a_week_after_the_first_acknowledgement(first, has_seen_reply, overdue):
    assert is_reply_overdue(first, has_seen_reply, MONDAY) is overdue
