"""Other opening hours or other steps: what waits already goes by them too, from the same beginnings.

A promise stays as the customer was given it, a snooze as somebody set it, and nobody comes down again on the way up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from watcher.core.inquiry import ladder as ladders
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import REOPENED, Inquiry, InquiryChange, InquiryState, JournalNote

#: What the journal calls the end of a snooze, and what takes the inquiry on from there.
_MARKS = ("woke", "nagged", "escalated", REOPENED)


def schedule_digest(policy: Policy) -> str:
    """The same for the same hours and ladders, in every run."""
    hours = policy.hours
    parts = (
        hours.week,
        hours.zone.key,
        hours.holidays,
        sorted(hours.closed),
        hours.closed_hours,
        sorted(policy.ladders.items()),
        policy.ladder,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def replan_inquiry(inquiry: Inquiry, journal: Sequence[tuple[datetime, str]], policy: Policy) -> InquiryChange:
    """When its next nag, its urgent mail and its next step up are due by the hours and steps of now.

    `journal` is (instant, event) in order: what was woken from a snooze waits for its digest, and the step up counts from there.
    """
    if inquiry.state is not InquiryState.WAITING:
        return InquiryChange("nothing is due by the ladder")
    woke_at = _woken_since(inquiry, journal)
    planned = ladders.replan(inquiry, policy.find_ladder(inquiry.ladder), policy.hours, woke_at)
    if planned == inquiry:
        return InquiryChange("the same by other hours or steps")
    return InquiryChange(
        "replanned", planned, (JournalNote("replanned", "the hours or steps of the configuration have changed"),)
    )


def _woken_since(inquiry: Inquiry, journal: Sequence[tuple[datetime, str]]) -> datetime | None:
    """The end of a snooze, where neither a nag nor a step up came after it."""
    at, event = next((entry for entry in reversed(journal) if entry[1] in _MARKS), (None, ""))
    if at is None or event != "woke" or (inquiry.waiting_since and at < inquiry.waiting_since):
        return None
    return at
