"""service/tokens.py: tokens are renewed whether or not a connection asks, and what is wrong with one is an incident at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.servers.tokens import CLIENT, SECRET, TokenServer
from watcher.core.health import tokens
from watcher.core.health.model import IncidentKind
from watcher.edge.clock import SteppedClock
from watcher.edge.oauth.grants import Grant, TokenClient, read_token
from watcher.edge.oauth.token_source import TokenSource
from watcher.edge.oauth.token_store import TokenStore
from watcher.edge.store.store import Store
from watcher.service.accounts import ConfiguredToken
from watcher.service.tokens import TokenKeeper

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


class Keeping:
    """One account whose token is kept, and what came of it."""

    def __init__(self, folder, provider: TokenServer, grant: Grant = Grant.CODE) -> None:
        self.clock, self.provider = SteppedClock(NOON), provider
        self.folder, self.grant = folder, grant
        self.store = Store(f"sqlite:///{folder}/watcher.sqlite3")
        self.good_again: list[list[str]] = []
        self.keeper = self.start()

    def start(self, expires=None) -> TokenKeeper:
        client = TokenClient(
            self.grant,
            "sales",
            f"{self.provider.url}/token",
            client=CLIENT,
            scopes=("mail",),
            read_secret=lambda: SECRET,
        )
        self.source = TokenSource(client, TokenStore(self.folder, "sales"), tokens, self.clock.now)
        kept = [ConfiguredToken(self.source, ("sales", "shop"), expires)]
        return TokenKeeper(kept, self.store, self.clock, lambda names: self.good_again.append(list(names)))

    def log_in(self) -> None:
        answer = self.provider._hand_out(self.provider._new_login(), rotate=True)
        self.source.keep(read_token(self.source.client, answer, None, self.clock.now()))

    async def after(self, **span: float) -> list[tuple[IncidentKind, str]]:
        """What is wrong when the loop has run after so long."""
        self.clock.advance_to(self.clock.now() + timedelta(**span))
        await self.keeper.renew_due()
        return [(found.kind, found.subject) for found in self.incidents()]

    def incidents(self):
        with self.store.write_transaction() as tx:
            return tx.incidents.list_open()


@pytest.fixture
def keeping(tmp_path):
    with TokenServer() as provider:
        made = Keeping(tmp_path, provider)
        yield made
        made.store.close()


DEAD, EXPIRING = (IncidentKind.TOKEN_DEAD, "sales"), (IncidentKind.TOKEN_EXPIRING, "sales")


async def test_a_token_is_renewed_though_no_connection_asks_for_it(keeping):
    keeping.log_in()
    assert await keeping.after(minutes=0) == []
    assert await keeping.after(minutes=51) == []
    assert len(keeping.provider.posted("refresh_token")) == 1
    assert keeping.good_again == []


async def test_a_revoked_login_is_an_incident_at_its_first_renewal_and_over_after_the_next_login(keeping):
    keeping.log_in()
    await keeping.after(minutes=0)
    keeping.provider.revoke_all()
    assert await keeping.after(minutes=51) == [DEAD]
    (incident,) = keeping.incidents()
    assert "sales (sales, shop)" in incident.text and "somebody must log in again" in incident.text
    keeping.log_in()
    assert await keeping.after(seconds=15) == []
    assert keeping.good_again == [["sales", "shop"]]


async def test_nobody_has_logged_in_yet(keeping):
    assert await keeping.after(minutes=0) == [DEAD]
    assert "run: watcher login sales" in keeping.incidents()[0].text


async def test_a_provider_that_is_away_is_an_incident_when_time_runs_out(keeping):
    keeping.log_in()
    keeping.provider.stop()
    assert await keeping.after(minutes=51) == []
    assert await keeping.after(minutes=4) == [EXPIRING]
    since = keeping.incidents()[0].since
    assert await keeping.after(minutes=10) == [EXPIRING]
    assert keeping.incidents()[0].since == since and "it has expired" in keeping.incidents()[0].text
    keeping.provider.start()
    assert await keeping.after(minutes=1) == []


async def test_an_incident_outlives_a_restart_and_ends_after_it(keeping):
    keeping.log_in()
    keeping.provider.revoke_all()
    assert await keeping.after(minutes=51) == [DEAD]
    since = keeping.incidents()[0].since
    keeping.keeper = keeping.start()
    assert await keeping.after(minutes=1) == [DEAD]
    assert keeping.incidents()[0].since == since
    keeping.log_in()
    keeping.keeper = keeping.start()
    assert await keeping.after(minutes=1) == []


async def test_what_was_wrong_with_a_token_that_is_configured_no_more_is_over(keeping):
    assert await keeping.after(minutes=0) == [DEAD]
    keeping.keeper = TokenKeeper([], keeping.store, keeping.clock)
    assert await keeping.after(minutes=1) == []


async def test_a_secret_s_last_day_is_named_in_time(keeping):
    keeping.log_in()
    keeping.keeper = keeping.start(expires=(NOON + timedelta(days=10)).date())
    assert await keeping.after(minutes=0) == [EXPIRING]
    assert "ends on 2026-12-06" in keeping.incidents()[0].text


async def test_a_wrong_secret_is_an_incident_at_the_start(tmp_path):
    with TokenServer(secret="another") as provider:
        keeping = Keeping(tmp_path, provider, Grant.CLIENT_CREDENTIALS)
        assert await keeping.after(minutes=0) == [DEAD]
        assert "does not know this client ID or secret" in keeping.incidents()[0].text
        provider.secret = SECRET
        assert await keeping.after(minutes=1) == [DEAD], "a provider that refuses is not asked every minute"
        keeping.keeper.retry_now()
        assert await keeping.after(minutes=1) == [], "but at once when somebody says that it is mended"
        keeping.store.close()
