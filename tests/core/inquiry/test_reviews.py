"""core/inquiry/reviews.py: how long what was set aside is listed. What becomes of it: tests/service/test_promotion.py."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.inquiry import reviews
from watcher.core.inquiry.model import ReviewEntry


@pytest.mark.parametrize(
    ("days", "is_shown", "is_listed"),
    [
        (400, False, True),  # nobody has seen it: it is listed whatever its age
        (30, True, True),
        (31, True, False),
    ],
)
def test_what_nobody_was_shown_is_listed_whatever_its_age(days, is_shown, is_listed):
    entry = ReviewEntry(1, "sales", "news@shop.example", "", "", MONDAY, "", shown_at=MONDAY if is_shown else None)
    assert reviews.is_listed(entry, MONDAY + timedelta(days=days)) is is_listed
