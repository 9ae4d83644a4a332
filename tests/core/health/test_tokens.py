"""core/health/tokens.py: when a token is renewed, and what about it is an incident."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from watcher.core.health import tokens
from watcher.core.health.model import IncidentKind, TokenCondition

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = 60 * MINUTE
NONE = TokenCondition("anna@example.com", needs_person=True)


def token(age: timedelta, left: timedelta, **known: object) -> TokenCondition:
    return replace(NONE, obtained_at=NOW - age, expires_at=NOW + left, **known)


def failed(one: TokenCondition, ago: timedelta, error: str, since: timedelta | None = None) -> TokenCondition:
    began = NOW - (since or ago)
    return replace(one, failed_at=NOW - ago, failing_since=began, error=error, error_text="what to do")


@pytest.mark.parametrize(
    ("one", "is_due"),
    [
        (token(HOUR / 2, HOUR / 2), False),
        (token(49 * MINUTE, 11 * MINUTE), False),
        (token(50 * MINUTE, 10 * MINUTE), True),
        (token(2 * HOUR, -HOUR), True),
        (token(14 * timedelta(seconds=1), 6 * timedelta(seconds=1)), False),
        (token(15 * timedelta(seconds=1), 5 * timedelta(seconds=1)), True),  # a quarter of a short life
        (NONE, False),  # only a person helps
        (replace(NONE, needs_person=False), True),
        (failed(token(HOUR, MINUTE), 30 * timedelta(seconds=1), ""), False),
        (failed(token(HOUR, MINUTE), MINUTE, ""), True),
        (failed(token(HOUR, -HOUR), 14 * MINUTE, "invalid_grant"), False),
        (failed(token(HOUR, -HOUR), 15 * MINUTE, "invalid_client"), True),
        (failed(token(HOUR, MINUTE), -HOUR, ""), True),  # a clock that was wrong
    ],
)
def test_when_a_token_is_renewed(one, is_due):
    assert tokens.is_renewal_due(one, NOW) is is_due


def test_a_token_that_a_mail_server_refused_is_renewed_every_ten_seconds_at_most():
    assert tokens.is_renewal_due(token(HOUR / 2, HOUR / 2), NOW, is_rejected=True)
    assert tokens.is_renewal_due(token(MINUTE / 6, 59 * MINUTE), NOW, is_rejected=True)
    assert not tokens.is_renewal_due(token(MINUTE / 7, 59 * MINUTE), NOW, is_rejected=True)


@pytest.mark.parametrize(
    ("one", "kind", "words"),
    [
        (token(HOUR / 2, HOUR / 2), None, ""),
        (replace(NONE, needs_person=False), None, ""),
        (NONE, IncidentKind.TOKEN_DEAD, "nobody has logged in as anna@example.com (sales, shop) yet; run: watcher login sales"),
        (failed(token(HOUR, HOUR), MINUTE, "invalid_grant"), IncidentKind.TOKEN_DEAD, "what to do"),
        (failed(token(HOUR, HOUR), MINUTE, "invalid_client"), IncidentKind.TOKEN_DEAD, "cannot be renewed"),
        (failed(token(51 * MINUTE, 9 * MINUTE), MINUTE, "temporarily_unavailable"), None, ""),
        (failed(token(51 * MINUTE, 9 * MINUTE), MINUTE, ""), None, ""),
        (failed(token(55 * MINUTE, 5 * MINUTE), MINUTE, "", 5 * MINUTE), IncidentKind.TOKEN_EXPIRING,
         "since 2026-11-26 11:55 UTC, and it expires at 2026-11-26 12:05 UTC"),
        (failed(token(HOUR, -MINUTE), MINUTE, "server_error"), IncidentKind.TOKEN_EXPIRING, "it has expired"),
        (token(HOUR / 2, HOUR / 2, login_expires_at=NOW + timedelta(days=4)), None, ""),
        (token(HOUR / 2, HOUR / 2, login_expires_at=NOW + timedelta(days=2)), IncidentKind.TOKEN_EXPIRING, "ends at 2026-11-28"),
    ],
)  # fmt: skip
def test_what_about_a_token_is_an_incident(one, kind, words):
    found = tokens.judge_token(one, ["sales", "shop"], [], NOW)
    assert (found[0] if found else None) is kind
    assert words in (found[1] if found else "")


def test_a_secret_that_ends_is_named_two_weeks_before():
    good = token(HOUR / 2, HOUR / 2)
    assert tokens.judge_token(good, ["sales"], [date(2026, 12, 11)], NOW) is None
    found = tokens.judge_token(good, ["sales"], [date(2027, 5, 1), date(2026, 12, 10)], NOW)
    assert found is not None and found[0] is IncidentKind.TOKEN_EXPIRING and "ends on 2026-12-10" in found[1]
