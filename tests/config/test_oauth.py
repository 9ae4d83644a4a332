"""config/oauth.py: what a token needs is asked for, and what follows from it."""

from __future__ import annotations

import pytest

from tests.config.conftest import LEAST, load, problems
from watcher.config.oauth import GOOGLE, MICROSOFT, OAuthTable
from watcher.edge.oauth.grants import Grant

PASSWORD = 'password = { env = "SALES_PASSWORD" }'
SECRET = 'secret = { env = "S" }'
OWN = (
    'oauth = { token_endpoint = "https://id.example.net/token", authorization_endpoint = "https://id.example.net/auth"'
)


def with_auth(auth: str) -> str:
    """The least configuration, reading by a token."""
    return LEAST.replace(PASSWORD, f"auth = {{ {auth} }}", 1)


def read(folder, auth: str) -> OAuthTable:
    found = load(folder, with_auth(auth)).mailbox[0].imap.auth
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("auth", "grant", "scope", "endpoint"),
    [
        (f'oauth = "google", client = "c", {SECRET}', Grant.CODE, "https://mail.google.com/", "https://oauth2.googleapis.com/token"),
        ('oauth = "google", service_account = "key.json"', Grant.SERVICE_ACCOUNT, "https://mail.google.com/",
         "https://oauth2.googleapis.com/token"),
        ('oauth = "microsoft", client = "c"', Grant.CODE, "offline_access",
         "https://login.microsoftonline.com/organizations/oauth2/v2.0/token"),
        (f'oauth = "microsoft", client = "c", tenant = "t.example", {SECRET}', Grant.CLIENT_CREDENTIALS,
         "https://outlook.office365.com/.default", "https://login.microsoftonline.com/t.example/oauth2/v2.0/token"),
        ('oauth = "microsoft", client = "c", tenant = "t.example", certificate = "c.pem"', Grant.CLIENT_CREDENTIALS,
         "https://outlook.office365.com/.default", "https://login.microsoftonline.com/t.example/oauth2/v2.0/token"),
        (f'oauth = "microsoft", client = "c", {SECRET}, grant = "code"', Grant.CODE, "offline_access",
         "https://login.microsoftonline.com/organizations/oauth2/v2.0/token"),
        ('oauth = "microsoft", client = "c", grant = "device"', Grant.DEVICE, "offline_access",
         "https://login.microsoftonline.com/organizations/oauth2/v2.0/token"),
        (f'{OWN}, scopes = ["mail"] }}, client = "c", {SECRET}', Grant.CODE, "mail", "https://id.example.net/token"),
        (f'{OWN} }}, client = "c", scopes = "a b"', Grant.CODE, "b", "https://id.example.net/token"),
        (f'oauth = {{ token_endpoint = "https://id.example.net/token" }}, client = "c", {SECRET}, scopes = ["m"]',
         Grant.CLIENT_CREDENTIALS, "m", "https://id.example.net/token"),
    ],
)  # fmt: skip
def test_what_follows_from_what_is_given(tmp_path, auth, grant, scope, endpoint):
    table = read(tmp_path, auth)
    assert table.effective_grant is grant
    assert table.effective_scopes[-1] == scope
    assert table.endpoint("token") == endpoint


@pytest.mark.parametrize(
    ("auth", "words"),
    [
        ('oauth = "google"', 'the ID of the application at the provider is missing: client = "…"'),
        ('oauth = "google", client = "c"', "Google gives a client secret with the client ID"),
        (f'oauth = "google", client = "c", {SECRET}, grant = "device"', 'grant = "device" needs device_endpoint'),
        ('oauth = "google", client = "c", grant = "service-account"', "service_account"),
        ('oauth = "yahoo", client = "c"', 'write "google", "microsoft", or the endpoints'),
        (f'oauth = "microsoft", client = "c", {SECRET}', "belongs to a tenant"),
        ('oauth = "microsoft", client = "c", tenant = "t", grant = "client-credentials"', "one of them"),
        (f'oauth = "microsoft", client = "c", tenant = "t", {SECRET}, certificate = "x.pem"', "one of them"),
        ('oauth = "microsoft", client = "c", secret = "hush"', "does not belong into this file"),
        ('oauth = "microsoft", clint = "c"', 'unknown key "clint" (did you mean "client"?)'),
        ('oauth = { authorization_endpoint = "https://id.example.net/a" }, client = "c"', '"token_endpoint" is missing'),
        ('oauth = { token_endpoint = "http://id.example.net/token" }, client = "c"', "secrets are sent there"),
        ('client = "c"', '"oauth" is missing'),
        (f'oauth = "google", client = "c", {SECRET}, redirect = "https://watcher.example.com/"', "an address of this machine"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(tmp_path, auth, words):
    (problem,) = problems(tmp_path, with_auth(auth))
    assert words in problem and "config.toml:" in problem


@pytest.mark.parametrize("value", ['"oauth2"', '"xoauth2"', "true", "[]"])
def test_another_word_than_password_is_no_way_to_log_in(tmp_path, value):
    (problem,) = problems(tmp_path, LEAST.replace(PASSWORD, f"auth = {value}", 1))
    assert 'write auth = "password", or auth = { oauth = "google" or "microsoft", client = "…" }' in problem


def test_password_and_token_are_one_too_many_and_neither_is_too_little(tmp_path):
    token = 'auth = { oauth = "microsoft", client = "c" }'
    (both,) = problems(tmp_path, LEAST.replace(PASSWORD, f"{PASSWORD}, {token}", 1))
    assert "leave out password, or auth" in both
    (neither,) = problems(tmp_path, LEAST.replace(f", {PASSWORD}", "", 1))
    assert '"password" is missing' in neither and "auth = {" in neither


def test_a_token_for_sending_needs_to_know_as_whom(tmp_path):
    text = LEAST.replace(
        f'user = "sales@example.com", {PASSWORD} }}\n', 'auth = { oauth = "microsoft", client = "c" } }\n'
    )
    found = [problem for problem in problems(tmp_path, text) if "smtp" in problem]
    assert '"user" is missing' in found[0]


def test_the_redirect_is_what_the_provider_registers(tmp_path):
    assert read(tmp_path, 'oauth = "microsoft", client = "c"').effective_redirect == "http://localhost"
    assert read(tmp_path, f'oauth = "google", client = "c", {SECRET}').effective_redirect == "http://127.0.0.1"


def test_the_providers_have_no_endpoint_that_could_leak_a_secret():
    for provider in (GOOGLE, MICROSOFT):
        for url in (provider.token_endpoint, provider.authorization_endpoint, provider.device_endpoint):
            assert url is None or url.startswith("https://")
