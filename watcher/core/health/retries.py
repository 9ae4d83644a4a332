"""When a mailbox that could not be seen is tried again, and which refused login is no accident. Pure."""

from __future__ import annotations

#: Seconds until the next try after the n-th failure; the last repeats.
_DELAYS = (5.0, 15.0, 60.0, 300.0, 900.0)
#: The same after a refused login: tried three times quickly, then rarely, for servers lock out who insists.
_LOGIN_DELAYS = (5.0, 15.0, 900.0, 3600.0)
#: So many refused logins one after another are no accident: those that are tried quickly.
_QUICK_LOGINS = 3


def wait_after_failure(failures: int, *, is_login: bool = False, asked_for: float = 0.0) -> float:
    """Seconds to wait after so many failures, counted from 1, one after another. `asked_for`: how many the server wants, at the least."""
    delays = _LOGIN_DELAYS if is_login else _DELAYS
    return max(delays[min(failures, len(delays)) - 1], asked_for)


def is_login_refused(refusals: int) -> bool:
    """Was the login to a mailbox refused so often, one after another, that somebody should know?"""
    return refusals >= _QUICK_LOGINS
