"""When the promise to a customer may be renewed by a second letter, and when no longer. `outbox.second_letter` says whether it is. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import Inquiry

#: So much opening time before the promise is over. Long enough for a server that takes mail at the second try (RFC 5321 § 4.5.4.1),
#: and so short that whoever means to answer in time mostly has; opening time, so that it does not come at night.
MARGIN = timedelta(minutes=30)
#: Of a short promise, no more than this part.
MARGIN_PART = 4


def plan_renewal(inquiry: Inquiry, policy: Policy) -> Inquiry:
    """A new inquiry that is acknowledged: when its promise may be renewed, where its ladder says so."""
    if not policy.find_ladder(inquiry.ladder).renew or inquiry.promise_at is None:
        return inquiry
    length = policy.hours.opening_time_between(inquiry.waiting_since or inquiry.opened_at, inquiry.promise_at)
    margin = min(MARGIN, length / MARGIN_PART)
    return replace(inquiry, renew_at=policy.hours.subtract_opening_time(inquiry.promise_at, margin))


def withdraw_renewal(inquiry: Inquiry) -> Inquiry:
    """A person has taken it up: there is no second letter any more, and one that has not left is not wanted."""
    return replace(inquiry, renew_at=None, renewed_promise_at=None)
