"""How an inquiry is nagged about: when the next step comes, when it goes further up, when urgent mail comes at once.

Pure: an inquiry, its ladder and its opening hours → the same inquiry, a step on. All spans count opening time: an inquiry of Friday
evening is not two days late on Monday. A ladder that has run out repeats its last step for ever, since an inquiry that nobody is
reminded of any more is lost.

Steps count from the nag before, escalation from when it began to wait. Were steps counted from the beginning too, an outage of a day
would bring all the nags of that day at once; were escalation counted from nags, an owner without digests (no slot, absent) would
never be escalated over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.hours import Calendar, Span
from watcher.core.inquiry.model import LEAD_FINGERPRINT, Inquiry


@dataclass(frozen=True, slots=True)
class Ladder:
    """`escalate_after`: the n-th is when the n-th deputy up gets it too, counted from when it began to wait."""

    promise: Span
    steps: tuple[Span, ...]
    escalate_after: tuple[Span, ...] = ()
    urgent: bool = False  # one mail at once, before the digests
    renew: bool = False  # a second letter to the customer before the promise breaks


def start_ladder(inquiry: Inquiry, ladder: Ladder, hours: Calendar) -> Inquiry:
    """At the foot of the ladder: it has just begun to wait."""
    since = _waiting_start(inquiry)
    return replace(
        inquiry,
        next_nag_at=hours.add_opening_time(since, ladder.steps[0]),
        escalated=0,
        escalate_at=hours.add_opening_time(since, ladder.escalate_after[0]) if ladder.escalate_after else None,
        urgent_at=hours.next_opening(since) if ladder.urgent else None,
    )


def record_nag(inquiry: Inquiry, ladder: Ladder, hours: Calendar, now: datetime) -> Inquiry:
    """One nag on. A step begins at the nag before it, so that no outage makes two of them fall together."""
    nags = inquiry.nags + 1
    step = ladder.steps[min(nags, len(ladder.steps) - 1)]
    return replace(
        raise_escalation(inquiry, ladder, hours, now),
        nags=nags,
        nagged_at=now,
        next_nag_at=hours.add_opening_time(now, step),
        urgent_at=None,
    )


def record_earlier_nag(inquiry: Inquiry, told_at: datetime) -> Inquiry:
    """One nag on, told before something else made the next one due: that one stays due when it is, and nobody gets it beside."""
    return replace(inquiry, nags=inquiry.nags + 1, nagged_at=told_at, urgent_at=None)


def raise_escalation(inquiry: Inquiry, ladder: Ladder, hours: Calendar, now: datetime) -> Inquiry:
    """As far up as the time that has passed takes it; it never comes down again while it waits."""
    since, level, at = _waiting_start(inquiry), inquiry.escalated, inquiry.escalate_at

    def next_up() -> datetime | None:
        return (
            hours.add_opening_time(since, ladder.escalate_after[level]) if level < len(ladder.escalate_after) else None
        )

    at = at or next_up()
    while at is not None and at <= now:
        level += 1
        at = next_up()
    return replace(inquiry, escalated=level, escalate_at=at)


def take_next_step_now(inquiry: Inquiry, ladder: Ladder, hours: Calendar, now: datetime) -> Inquiry:
    """The step that would come next comes now: a nag is due, and it goes one further up where there is a step."""
    level = inquiry.escalated
    if level < len(ladder.escalate_after):
        inquiry = raise_escalation(replace(inquiry, escalated=level + 1, escalate_at=None), ladder, hours, now)
    return replace(inquiry, next_nag_at=min(inquiry.next_nag_at or now, now))


def replan(inquiry: Inquiry, ladder: Ladder, hours: Calendar, woke_at: datetime | None) -> Inquiry:
    """Where it stands on a ladder that has changed, or by other hours. `woke_at`: a snooze ended then, and nothing came after it."""
    since, level = _waiting_start(inquiry), inquiry.escalated
    next_nag_at = inquiry.next_nag_at
    if woke_at is None:
        step = ladder.steps[min(inquiry.nags, len(ladder.steps) - 1)]
        next_nag_at = hours.add_opening_time(inquiry.nagged_at if inquiry.nags and inquiry.nagged_at else since, step)
    span = ladder.escalate_after[level] if level < len(ladder.escalate_after) else None
    urgent_at = hours.next_opening(since) if ladder.urgent and inquiry.urgent_at is not None else None
    return replace(
        inquiry,
        next_nag_at=next_nag_at,
        escalate_at=hours.add_opening_time(woke_at or since, span) if span else None,
        urgent_at=urgent_at,
    )


def resume_after_snooze(inquiry: Inquiry, ladder: Ladder, hours: Calendar, now: datetime) -> Inquiry:
    """After a snooze: due in the next digest. Who asked for the pause gets it before the next one up does.

    The snooze counts as waiting (`waiting_since` stays), so without a new span the deputy would get it in the minute it ends.
    """
    level = inquiry.escalated
    span = ladder.escalate_after[level] if level < len(ladder.escalate_after) else None
    return replace(inquiry, escalate_at=hours.add_opening_time(now, span) if span else None)


def _waiting_start(inquiry: Inquiry) -> datetime:
    """A contact has waited since they were met, and nobody was asked for anything before it was imported."""
    since = inquiry.waiting_since or inquiry.opened_at
    return max(since, inquiry.opened_at) if inquiry.fingerprint.startswith(LEAD_FINGERPRINT) else since
