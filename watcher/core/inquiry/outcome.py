"""What became of an inquiry, as every figure counts it: in the audit, in the report and in its weekly mail. Pure.

*First response*: the first reply of a person to the question that began it. *Late*: after the first promise, whatever was promised
later. *Never*: there is none, and that time is over. Times are opening hours as they were when the answer was seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from watcher.core.inquiry import responses, thread_status
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import LEAD_FINGERPRINT, Inquiry, InquiryState, Turn


class Ending(StrEnum):
    """Each inquiry is one of these."""

    ON_TIME = "in-time"
    LATE = "late"
    SETTLED = "settled"  # nobody wrote, and somebody said that it is done
    NEVER = "never"  # no answer, and the promise is over
    WAITING = "waiting"  # no answer, and there is still time


@dataclass(frozen=True, slots=True)
class InquiryOutcome:
    """One inquiry and its first response. Instants are aware; `opening_time`, the span in opening hours, is None where nobody
    knows it."""

    mailbox: str
    customer: str
    subject: str
    message_id: str
    received_at: datetime
    promise_at: datetime | None = None
    owner: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""
    strength: str = ""  # of the evidence: "strong" or "medium"
    opening_time: timedelta | None = None  # until the answer
    next_times: tuple[timedelta, ...] = ()  # opening time until the answer to each later question
    settled_at: datetime | None = None

    def judge_ending(self, now: datetime) -> Ending:
        """What became of it until `now`. Without a promise its time is over at once."""
        if self.answered_at is not None:
            return Ending.ON_TIME if self._is_kept(self.answered_at) else Ending.LATE
        if self.settled_at is not None:
            return Ending.SETTLED
        return Ending.WAITING if self.promise_at is not None and self.promise_at > now else Ending.NEVER

    def is_promise_kept(self, now: datetime) -> bool | None:
        """Was the promise kept? None: there was none, or its time is not over and nobody has answered."""
        if self.promise_at is None:
            return None
        ended = self.answered_at or self.settled_at
        if ended is not None:
            return self._is_kept(ended)
        return False if self.promise_at <= now else None

    def _is_kept(self, ended: datetime) -> bool:
        return self.promise_at is None or ended <= self.promise_at


def is_counted(inquiry: Inquiry) -> bool:
    """Did a customer write? What a person dismissed is no inquiry, and a contact that was imported did not write."""
    return inquiry.state is not InquiryState.DISMISSED and not inquiry.fingerprint.startswith(LEAD_FINGERPRINT)


def describe_outcome(inquiry: Inquiry, turns: Sequence[Turn], policy: Policy) -> InquiryOutcome:
    """`turns`: of its conversation; [] where their words were dropped, and what was measured is left."""
    turns = turns or thread_status.reconstruct_turns(inquiry)
    measured = inquiry.responses
    if measured is None:
        measured = responses.measure_responses(inquiry, turns, {}, policy.hours)
    first = next((response for response in measured if response.is_first), None)
    promise = policy.find_ladder(inquiry.ladder).promise
    first_promise = inquiry.first_promise_at or inquiry.promise_at
    answer = _find_turn(inquiry, turns, first.answered_at) if first is not None else None
    return InquiryOutcome(
        mailbox=inquiry.mailbox,
        customer=inquiry.customer,
        subject=inquiry.subject,
        message_id=inquiry.message_id,
        received_at=inquiry.opened_at,
        promise_at=first_promise or policy.hours.add_opening_time(inquiry.opened_at, promise),
        owner=inquiry.owner,
        answered_at=first.answered_at if first is not None else None,
        answered_by=answer.by if answer is not None else "",
        strength=answer.strength.name.lower() if answer is not None else "",
        opening_time=first.opening_time if first is not None else None,
        next_times=tuple(
            response.opening_time
            for response in measured
            if not response.is_first and response.opening_time is not None
        ),
        settled_at=inquiry.settled_at if inquiry.state is InquiryState.DONE else None,
    )


def _find_turn(inquiry: Inquiry, turns: Sequence[Turn], answered_at: datetime) -> Turn | None:
    found = responses.find_answered_questions(turns, {}, inquiry.disputed_at)
    return next((known.answer for known in found if known.answered_at == answered_at), None)
