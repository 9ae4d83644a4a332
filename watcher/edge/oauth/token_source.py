"""The token of now: from the store, renewed where that is due, stored before it is used. When that is, somebody else decides."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from watcher.core.health.model import TokenCondition
from watcher.edge.credentials import BearerCredentials, Credentials, TokenError
from watcher.edge.oauth.grants import StoredToken, TokenClient, request_renewal
from watcher.edge.oauth.token_store import TokenStore


class RenewalPolicy(Protocol):
    """What decides about a token; `now` is aware UTC."""

    def is_renewal_due(self, token: TokenCondition, now: datetime, *, is_rejected: bool = False) -> bool:
        """Should a new one be asked for now? `is_rejected`: a mail server refused this one."""

    def is_usable(self, token: TokenCondition, now: datetime) -> bool:
        """Is there an access token that has not expired?"""

    def is_refused(self, token: TokenCondition) -> bool:
        """Did the provider say no (RFC 6749 § 5.2), so that a person has to mend something?"""


class TokenSource:
    """One account's. Every method blocks, as long as the provider takes, and raises TokenError where there is no token."""

    def __init__(
        self, client: TokenClient, store: TokenStore, policy: RenewalPolicy, now: Callable[[], datetime]
    ) -> None:
        self.client, self.store = client, store
        self._policy = policy
        self._now = now

    def read_condition(self) -> TokenCondition:
        """What is known of the token, whatever that is. Never raises."""
        try:
            return self._read_token().condition
        except TokenError as error:
            return self._note_failure(self._missing_token(), error).condition

    def renew_if_due(self) -> TokenCondition:
        """Renews it where that is due; what is known of it now. Never raises."""
        try:
            return self._renew_if_due("").condition
        except TokenError as error:
            return self._note_failure(self._missing_token(), error).condition

    def renew_now(self) -> TokenCondition:
        """Renews it whether or not that is due: somebody has mended something. What is known of it now. Never raises."""
        token = self._missing_token()
        try:
            with self.store.lock():
                token = self._request_token(self._read_token())
        except TokenError as error:
            token = self._note_failure(token, error)
        return token.condition

    def get_token(self, rejected: str = "") -> str:
        """An access token. `rejected`: the one that a mail server refused. TokenError: there is none, and why."""
        token = self._renew_if_due(rejected)
        condition, now = token.condition, self._now()
        is_rejected = token.access_token == rejected
        if self._policy.is_usable(condition, now) and not (is_rejected and self._policy.is_refused(condition)):
            return token.access_token
        if condition.failed_at is None:
            raise TokenError(f"nobody has logged in as {condition.account} yet: run watcher login", "login")
        raise TokenError(condition.error_text, condition.error)

    def keep(self, token: StoredToken) -> None:
        """Stores what a person's login brought. TokenError: that did not work."""
        with self.store.lock(), self.store.reserve() as scratch:
            self.store.write(token, scratch)

    def _renew_if_due(self, rejected: str) -> StoredToken:
        """What is kept now, after a renewal where that was due. TokenError: nothing can be read."""
        if not self._is_due(token := self._read_token(), rejected):
            return token
        try:
            with self.store.lock():
                if self._is_due(token := self._read_token(), rejected):  # no other process was faster
                    token = self._request_token(token)
        except TokenError as error:
            return self._note_failure(token, error)
        return token

    def _request_token(self, token: StoredToken) -> StoredToken:
        with self.store.reserve() as scratch:
            try:
                fresh = request_renewal(self.client, token, self._now())
            except TokenError as error:
                fresh = self._note_failure(token, error)
            self.store.write(fresh, scratch)
        return fresh

    def _is_due(self, token: StoredToken, rejected: str) -> bool:
        is_rejected = bool(rejected) and token.access_token == rejected
        return self._policy.is_renewal_due(token.condition, self._now(), is_rejected=is_rejected)

    def _read_token(self) -> StoredToken:
        return self.store.read() or self._missing_token()

    def _missing_token(self) -> StoredToken:
        return StoredToken(TokenCondition(self.client.account, self.client.grant.needs_person))

    def _note_failure(self, token: StoredToken, error: TokenError) -> StoredToken:
        now = self._now()
        since = token.condition.failing_since or now
        condition = replace(
            token.condition, failed_at=now, failing_since=since, error=error.error, error_text=str(error)
        )
        return replace(token, condition=condition)


class TokenAuthentication:
    """The kind of authentication with a token (RFC 7628). `advice`: what to do where a server refuses one that is good."""

    def __init__(self, user: str, source: TokenSource, advice: str = "") -> None:
        self.user = user
        self._source = source
        self._advice = advice
        self._rejected = ""

    async def fetch_credentials(self) -> BearerCredentials:
        """The token of now. TokenError: it cannot be had."""
        token = await asyncio.to_thread(self._source.get_token, self._rejected)
        return BearerCredentials(self.user, token, self._advice)

    def note_refusal(self, credentials: Credentials) -> None:
        """The next login gets another token, where there is one: this one may have been revoked before its time."""
        if isinstance(credentials, BearerCredentials):
            self._rejected = credentials.token
