"""edge/oauth/token_source.py: the token of now, renewed in time, stored before it is used, by one process at a time."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from watcher.core.health.model import TokenCondition
from watcher.edge.credentials import BearerCredentials, TokenError
from watcher.edge.oauth.grants import Grant, read_token
from watcher.edge.oauth.token_source import TokenAuthentication


class Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def now() -> Hands:
    return Hands()


@pytest.fixture
def logged_in(provider, source, now):
    """A source whose person has logged in."""
    ours = source(now)
    answer = provider._hand_out(provider._new_login(), rotate=True)
    ours.keep(read_token(ours.client, answer, None, now()))
    return ours


def test_a_token_is_used_until_it_is_due_and_then_renewed(provider, logged_in, now):
    first = logged_in.get_token()
    now.pass_by(minutes=49)
    assert logged_in.get_token() == first and provider.posted("refresh_token") == []
    now.pass_by(minutes=2)
    second = logged_in.get_token()
    assert second != first and provider.is_good(second)
    assert logged_in.get_token() == second and len(provider.posted("refresh_token")) == 1


def test_the_new_refresh_token_is_on_disk_before_the_new_token_is_handed_out(provider, logged_in, now, source):
    for _ in range(3):  # each of them ends the one before
        now.pass_by(hours=1)
        assert provider.is_good(source(now).get_token())
        stored = logged_in.store.read()
        assert stored is not None and stored.refresh_token == provider.logins[0].refresh


def test_a_full_disk_costs_no_login(provider, logged_in, now, source):
    """Where the new refresh token could not be stored, the old one is not used up."""
    now.pass_by(minutes=51)
    folder = logged_in.store.path.parent
    kept = folder.with_name("aside")
    folder.rename(kept)
    folder.write_text("no folder")
    assert logged_in.read_condition().error == "store"
    assert provider.posted("refresh_token") == []
    folder.unlink()
    kept.rename(folder)
    assert provider.is_good(logged_in.get_token())


def test_a_revoked_login_is_no_token_once_the_last_one_has_expired(provider, logged_in, now):
    provider.revoke_all()
    now.pass_by(minutes=51)
    condition = logged_in.renew_if_due()
    assert condition.error == "invalid_grant"
    assert logged_in.get_token()  # it may still be good for nine minutes
    now.pass_by(minutes=10)
    with pytest.raises(TokenError, match="somebody must log in again"):
        logged_in.get_token()
    assert len(provider.posted("refresh_token")) == 1, "no use in asking at each connection"


def test_a_token_that_a_server_refused_shows_at_once_that_the_login_is_over(provider, logged_in, now):
    token = logged_in.get_token()
    provider.revoke_all()
    now.pass_by(minutes=5)
    with pytest.raises(TokenError, match="somebody must log in again"):
        logged_in.get_token(rejected=token)


def test_a_token_that_a_server_refused_and_the_provider_renews_is_used(provider, logged_in, now):
    token = logged_in.get_token()
    now.pass_by(minutes=5)
    fresh = logged_in.get_token(rejected=token)
    assert fresh != token
    assert logged_in.get_token(rejected=fresh) == fresh, "it is the mailbox that refuses, not the provider"
    assert len(provider.posted("refresh_token")) == 1


def test_a_provider_that_is_away_is_asked_once_a_minute(provider, logged_in, now):
    provider.answers = [(503, b"")] * 99
    now.pass_by(minutes=51)
    for _ in range(6):
        assert logged_in.get_token()
        now.pass_by(seconds=30)
    assert len(provider.requests) == 3
    assert logged_in.read_condition().failing_since == datetime(2026, 11, 26, 12, 51, tzinfo=UTC)
    provider.answers = []
    now.pass_by(minutes=1)
    assert logged_in.renew_if_due().failing_since is None


def test_two_processes_renew_once(provider, logged_in, now, source):
    now.pass_by(hours=1)
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(source(now).get_token())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1 and len(provider.posted("refresh_token")) == 1


def test_who_never_logged_in_is_told_to(source, now):
    ours = source(now)
    assert ours.renew_if_due() == TokenCondition("sales", needs_person=True)
    with pytest.raises(TokenError, match="nobody has logged in as sales yet: run watcher login"):
        ours.get_token()


def test_an_application_needs_nobody(provider, source, now):
    ours = source(now, grant=Grant.CLIENT_CREDENTIALS)
    assert provider.is_good(ours.get_token())
    assert ours.get_token() == ours.get_token()
    assert len(provider.requests) == 1


def test_a_wrong_secret_is_said_and_mended(provider, source, now):
    wrong = source(now, grant=Grant.CLIENT_CREDENTIALS, read_secret=lambda: "wrong")
    with pytest.raises(TokenError, match="does not know this client ID or secret"):
        wrong.get_token()
    now.pass_by(minutes=15)
    assert source(now, grant=Grant.CLIENT_CREDENTIALS).get_token()


def test_a_file_that_is_spoilt_is_a_condition_and_no_crash(logged_in):
    logged_in.store.path.write_text("spoilt")
    assert "holds no token" in logged_in.read_condition().error_text
    assert logged_in.renew_if_due().error == "store"


async def test_the_next_login_gets_another_token_than_the_refused_one(provider, logged_in, now):
    authentication = TokenAuthentication("shared@example.com", logged_in, "what to do")
    first = await authentication.fetch_credentials()
    assert first == BearerCredentials("shared@example.com", logged_in.get_token(), "what to do")
    now.pass_by(minutes=5)
    authentication.note_refusal(first)
    second = await authentication.fetch_credentials()
    assert second.token != first.token and provider.is_good(second.token)
    assert first.token not in repr(first)
