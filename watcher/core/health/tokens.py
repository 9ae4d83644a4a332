"""When a token is renewed, and what about a token is an incident. Pure: what is known of it and the time → a verdict.

An access token is good for an hour or so (RFC 6749 § 1.4). It is renewed early, so that a provider that does not answer for some
minutes costs nothing. What the provider refuses is a person's to mend, and told at once; what it does not answer may pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from watcher.core.health.model import IncidentKind, TokenCondition

#: Renewed so long before it expires, and never before three quarters of its life are over.
RENEWAL_MARGIN = timedelta(minutes=10)
#: A failed renewal is tried again after so long.
RETRY_DELAY = timedelta(minutes=1)
#: What the provider refused on purpose is asked for rarely: somebody may have mended it over there.
REFUSED_RETRY_DELAY = timedelta(minutes=15)
#: A token that a mail server refused is renewed at most so often: it may be the mailbox that refuses, not the token. Shorter than the
#: first pauses between two logins, so that a login that was revoked as soon as it was made is found out before the long ones.
FORCED_RENEWAL_INTERVAL = timedelta(seconds=10)
#: A login, a secret or a certificate that ends is named so long before.
LOGIN_NOTICE, SECRET_NOTICE = timedelta(days=3), timedelta(days=14)
#: Answers of a token endpoint that are not about us (RFC 6749 § 4.1.2.1, RFC 8628 § 3.5); "" is no answer at all.
_PASSING_ERRORS = frozenset({"", "temporarily_unavailable", "server_error", "slow_down", "authorization_pending"})


def is_refused(token: TokenCondition) -> bool:
    """Did the provider say no, so that a person has to mend something?"""
    return token.failed_at is not None and token.error not in _PASSING_ERRORS


def is_usable(token: TokenCondition, now: datetime) -> bool:
    """Is there an access token that has not expired?"""
    return token.obtained_at is not None and (token.expires_at is None or now < token.expires_at)


def is_renewal_due(token: TokenCondition, now: datetime, *, is_rejected: bool = False) -> bool:
    """Should a new one be asked for now? `is_rejected`: a mail server refused this one."""
    pause = REFUSED_RETRY_DELAY if is_refused(token) else RETRY_DELAY
    if token.failed_at is not None and timedelta(0) <= now - token.failed_at < pause:
        return False
    if token.obtained_at is None:
        return not token.needs_person
    if is_rejected:
        return not timedelta(0) <= now - token.obtained_at < FORCED_RENEWAL_INTERVAL
    return token.expires_at is not None and now >= token.expires_at - _renewal_time(token.obtained_at, token.expires_at)


def judge_token(
    token: TokenCondition, mailboxes: Sequence[str], secret_ends: Sequence[date], now: datetime
) -> tuple[IncidentKind, str] | None:
    """The incident of a token and its text; None: nothing is wrong. `secret_ends`: the days on which the application's secret or
    certificate expires."""
    cure = f"run: watcher login {mailboxes[0] if mailboxes else 'MAILBOX'}"
    who = f"{token.account} ({', '.join(mailboxes)})"
    if is_refused(token):
        return IncidentKind.TOKEN_DEAD, f"the token of {who} cannot be renewed: {token.error_text}"
    if token.obtained_at is None and token.needs_person:
        return IncidentKind.TOKEN_DEAD, f"nobody has logged in as {who} yet; {cure}"
    if token.failing_since is not None and _is_running_out(token, now):
        ends = f"it expires at {_format_instant(token.expires_at)}" if is_usable(token, now) else "it has expired"
        text = f"the token of {who} cannot be renewed since {_format_instant(token.failing_since)}, and {ends}: {token.error_text}"
        return IncidentKind.TOKEN_EXPIRING, text
    if token.login_expires_at is not None and token.login_expires_at - now <= LOGIN_NOTICE:
        return (
            IncidentKind.TOKEN_EXPIRING,
            f"the login of {who} ends at {_format_instant(token.login_expires_at)}; {cure}",
        )
    if secret_ends and min(secret_ends) - now.date() <= SECRET_NOTICE:
        text = f"the secret or certificate of the application for {who} ends on {min(secret_ends)}: make a new one at the provider"
        return IncidentKind.TOKEN_EXPIRING, text
    return None


def _renewal_time(obtained_at: datetime, expires_at: datetime) -> timedelta:
    """So long before its end a token is renewed."""
    return min(RENEWAL_MARGIN, (expires_at - obtained_at) / 4)


def _is_running_out(token: TokenCondition, now: datetime) -> bool:
    """Half of the time that there was for a renewal is over; there is no token at all."""
    if token.expires_at is None or token.obtained_at is None:
        return token.obtained_at is None
    return now >= token.expires_at - _renewal_time(token.obtained_at, token.expires_at) / 2


def _format_instant(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at is not None else "an unknown time"
