"""Trouble with an account and not with a letter: the outbox rests as a whole.

A server that cannot be reached, or that refuses the login, the quota or the sender, would refuse every letter alike. No letter is to
blame then, none is given up for it, and no login is tried in vain: servers lock out who insists. RFC 5321 § 4.5.4.1 asks a
client to wait, longer from try to try.

Letters to the people go by another account meanwhile. Whether a login works again is seen without a letter. What a server says
of a letter (a quota, a policy, words that look like spam) only a letter shows: so after the rest they try that account again,
or nothing would, and what it said of one letter would hold for all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from watcher.core.health.model import Incident, IncidentKind
from watcher.core.outbox.letter_state import BACKOFF_MINUTES, backoff_after
from watcher.core.outbox.model import Outcome, Refused, SmtpPhase, Unreachable


def is_resting(until: datetime | None, failures: int, now: datetime) -> bool:
    """Does the outbox rest after so many failures in a row? One that would rest longer than it may was put to rest by a clock that
    was wrong. Instants in UTC."""
    return until is not None and timedelta(0) < until - now <= backoff_after(failures)


def account_trouble(outcome: Outcome) -> str:
    """What the server or the network said against the account; "" where the outcome is about the letter, or good."""
    match outcome:
        case Unreachable(text):
            return text or "no connection"
        case Refused(code, text, _, account=True):
            return f"{code} {text}"
    return ""


def shows_at_login(outcome: Outcome) -> bool:
    """Would a login alone meet this trouble again? Then one that works ends it, though nothing is to be sent."""
    return isinstance(outcome, Unreachable) or (isinstance(outcome, Refused) and outcome.phase is SmtpPhase.LOGIN)


def retry_at(outcome: Outcome, failures: int, now: datetime) -> datetime | None:
    """From when on (UTC) any letter may try the account again, after so many failures in a row; None: a login will show that it works."""
    return None if shows_at_login(outcome) else now + backoff_after(failures)


def find_blocked(incidents: Iterable[Incident], now: datetime) -> frozenset[str]:
    """The mailboxes by whose account no letter to the people is sent now."""
    return frozenset(
        found.subject
        for found in incidents
        if found.kind is IncidentKind.CANNOT_SEND
        and (found.retry_at is None or is_resting(found.retry_at, len(BACKOFF_MINUTES), now))
    )


def attributed_login(outcome: Outcome) -> Outcome:
    """What came of a login without a letter: a refusal can only be about the account."""
    return replace(outcome, account=True) if isinstance(outcome, Refused) else outcome


def is_worth_telling(outcome: Outcome, failures: int) -> bool:
    """A refusal of the account is, at once; a broken line is the second time."""
    return isinstance(outcome, Refused) or failures > 1
