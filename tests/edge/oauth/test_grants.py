"""edge/oauth/grants.py: each kind of grant gets its token from a server that is strict about it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.servers.tokens import SECRET
from watcher.edge.clock import Clock
from watcher.edge.credentials import SecretError, TokenError
from watcher.edge.oauth.grants import Grant, StoredToken, read_token, request_renewal, secret_ends

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def nothing(client) -> StoredToken:
    return read_token(client, {"access_token": "old"}, None, NOW)


@pytest.mark.parametrize("in_form", [True, False], ids=["form", "Basic"])
def test_an_application_gets_a_token_by_its_secret(provider, client, in_form):
    ours = client(grant=Grant.CLIENT_CREDENTIALS, secret_in_form=in_form)
    token = request_renewal(ours, nothing(ours), NOW)
    assert provider.is_good(token.access_token)
    assert token.condition.expires_at == NOW + timedelta(hours=1)
    assert ("client_secret" in provider.requests[-1][1]) is in_form


def test_an_application_gets_a_token_by_its_certificate(provider, client, keys):
    provider.application_key = keys.public
    ours = client(grant=Grant.CLIENT_CREDENTIALS, read_secret=None, certificate=keys.certificate)
    assert provider.is_good(request_renewal(ours, nothing(ours), Clock().now()).access_token)
    assert secret_ends(ours) == keys.ends


def test_a_service_account_gets_a_token_in_a_person_s_name(provider, client, keys):
    provider.application_key = keys.public
    ours = client(grant=Grant.SERVICE_ACCOUNT, client="", read_secret=None, service_account=keys.service_account)
    assert provider.is_good(request_renewal(ours, nothing(ours), Clock().now()).access_token)
    other = client(grant=Grant.SERVICE_ACCOUNT, client="", account="ben", service_account=keys.service_account)
    with pytest.raises(TokenError, match="Domain-wide delegation") as caught:
        request_renewal(other, nothing(other), Clock().now())
    assert caught.value.error == "unauthorized_client"


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "no private key"), ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "no certificate")],
)
def test_a_certificate_that_is_none_is_named(client, tmp_path, text, words):
    path = tmp_path / "client.pem"
    path.write_text(text)
    path.chmod(0o600)
    ours = client(grant=Grant.CLIENT_CREDENTIALS, certificate=path)
    with pytest.raises(TokenError, match=words) as caught:
        request_renewal(ours, nothing(ours), NOW)
    assert caught.value.error == "secret" and secret_ends(ours) is None


@pytest.mark.parametrize("text", ["", "[]", '{"client_email": "x"}', '{"client_email": "x", "private_key": "y"}'])
def test_a_key_that_is_no_service_account_s_is_named(client, tmp_path, text):
    path = tmp_path / "key.json"
    path.write_text(text)
    path.chmod(0o600)
    ours = client(grant=Grant.SERVICE_ACCOUNT, service_account=path)
    with pytest.raises(TokenError, match=r"key\.json: not the JSON key"):
        request_renewal(ours, nothing(ours), NOW)


def test_a_key_that_everybody_can_read_is_refused(client, tmp_path):
    path = tmp_path / "key.json"
    path.write_text("{}")
    path.chmod(0o644)
    ours = client(grant=Grant.SERVICE_ACCOUNT, service_account=path)
    with pytest.raises(TokenError, match="chmod 600"):
        request_renewal(ours, nothing(ours), NOW)


def test_a_secret_that_is_not_there_is_no_token(client):
    def read() -> str:
        raise SecretError("env X: the variable is not set")

    ours = client(grant=Grant.CLIENT_CREDENTIALS, read_secret=read)
    with pytest.raises(TokenError, match="the client secret cannot be read: env X") as caught:
        request_renewal(ours, nothing(ours), NOW)
    assert not caught.value.is_passing


@pytest.mark.parametrize(
    "answer",
    [{}, {"access_token": ""}, {"access_token": 5}, {"access_token": "a\x01auth=Bearer b"}, {"access_token": "a b"},
     {"access_token": "é"}, {"access_token": "x", "token_type": "mac"}],
)  # fmt: skip
def test_what_could_say_more_than_a_token_is_none(client, answer):
    with pytest.raises(TokenError):
        read_token(client(), answer, None, NOW)


@pytest.mark.parametrize(
    ("expires_in", "lifetime"),
    [(3599, timedelta(seconds=3599)), ("3599", timedelta(seconds=3599)), (None, timedelta(hours=1)), (-5, timedelta(hours=1)),
     ("soon", timedelta(hours=1)), (1e300, timedelta(hours=1)), ("nan", timedelta(hours=1))],
)  # fmt: skip
def test_how_long_a_token_is_good_for(client, expires_in, lifetime):
    token = read_token(client(), {"access_token": "x", "expires_in": expires_in}, None, NOW)
    assert token.condition.expires_at == NOW + lifetime


def test_a_refresh_token_stays_until_there_is_another(client):
    first = read_token(
        client(), {"access_token": "a", "refresh_token": "r1", "refresh_token_expires_in": 604799}, None, NOW
    )
    assert first.condition.login_expires_at == NOW + timedelta(seconds=604799)
    second = read_token(client(), {"access_token": "b"}, first, NOW)
    assert (second.refresh_token, second.condition.login_expires_at) == ("r1", first.condition.login_expires_at)
    third = read_token(client(), {"access_token": "c", "refresh_token": "r2"}, second, NOW)
    assert (third.refresh_token, third.condition.login_expires_at) == ("r2", None)


def test_nothing_of_it_is_shown(client):
    token = read_token(client(), {"access_token": "acc3ss", "refresh_token": "r3fresh"}, None, NOW)
    assert "acc3ss" not in repr(token) and "r3fresh" not in repr(token)
    assert SECRET not in repr(client())
