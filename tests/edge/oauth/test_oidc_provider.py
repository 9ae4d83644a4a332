"""The whole client against a provider of somebody else's making (oidc-provider): what the RFCs mean is not our own server's to say."""

from __future__ import annotations

import http.cookiejar
import shutil
import subprocess
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.servers.tokens import CLIENT, SECRET
from watcher.core.health import tokens
from watcher.edge.clock import Clock
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.endpoint import post_form
from watcher.edge.oauth.grants import Grant, StoredToken, TokenClient, request_renewal
from watcher.edge.oauth.person_login import RedirectListener, finish_code_login, start_code_login, start_device_login
from watcher.edge.oauth.token_source import TokenSource
from watcher.edge.oauth.token_store import TokenStore

PROVIDER = Path(__file__).parents[2] / "servers" / "oidc"
NODE = shutil.which("node")


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    if NODE is None or not (PROVIDER / "node_modules" / "oidc-provider").is_dir():
        pytest.skip("missing server: nodejs, and npm ci in tests/servers/oidc")
    pipe = subprocess.PIPE
    command = [NODE, str(PROVIDER / "server.mjs")]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None and running.stdin is not None
        lines = (line.strip() for line in running.stdout)
        port = next((line for line in lines if line.isdigit()), None)
        assert port is not None, "the provider does not start"
        yield f"http://127.0.0.1:{port}"
        running.stdin.close()


@pytest.fixture
def ours(issuer: str) -> TokenClient:
    return TokenClient(
        Grant.CODE, "sales", f"{issuer}/token", f"{issuer}/auth", f"{issuer}/device/auth", CLIENT,
        ("openid", "offline_access", "mail"), lambda: SECRET, authorization_extras=(("prompt", "consent"),), secret_in_form=False,
    )  # fmt: skip


def log_in(client: TokenClient) -> StoredToken:
    """A browser with cookies goes wherever it is sent, and at last back to us."""
    listener = RedirectListener(client.redirect)
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(listener.wait()))
    thread.start()
    login = start_code_login(client, listener.redirect)
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    assert "You may close this window" in browser.open(login.address, timeout=30).read().decode()
    thread.join()
    listener.close()
    return finish_code_login(client, login, found[0], Clock().now())


def test_a_person_logs_in_and_each_renewal_brings_another_refresh_token(ours):
    now = Clock().now()
    first = log_in(ours)
    second = request_renewal(ours, first, now)
    third = request_renewal(ours, second, now)
    assert len({token.refresh_token for token in (first, second, third)}) == 3
    assert len({token.access_token for token in (first, second, third)}) == 3
    with pytest.raises(TokenError, match="somebody must log in again") as caught:
        request_renewal(ours, first, now)
    assert caught.value.error == "invalid_grant"
    with pytest.raises(TokenError, match="somebody must log in again"):
        request_renewal(ours, third, now)  # who comes with an old one ends the login for all


def test_a_login_that_is_revoked_is_over(ours, issuer):
    token = log_in(ours)
    with pytest.raises(TokenError, match="answered 200"):  # without a body (RFC 7009 § 2.2)
        post_form(f"{issuer}/token/revocation", {"token": token.refresh_token}, basic=(CLIENT, SECRET))
    with pytest.raises(TokenError) as caught:
        request_renewal(ours, token, Clock().now())
    assert caught.value.error == "invalid_grant"


def test_what_is_kept_survives_ten_renewals(ours, tmp_path):
    source = TokenSource(ours, TokenStore(tmp_path, "sales"), tokens, Clock().now)
    source.keep(log_in(ours))
    for _ in range(10):
        assert source.renew_now().failed_at is None
    assert source.get_token()


def test_an_application_gets_a_token_and_a_wrong_secret_gets_none(ours):
    application = replace(ours, grant=Grant.CLIENT_CREDENTIALS, scopes=("mail",))
    nothing = StoredToken(tokens.TokenCondition("x", False))
    assert request_renewal(application, nothing, Clock().now()).access_token
    with pytest.raises(TokenError, match="does not know this client ID or secret"):
        request_renewal(replace(application, read_secret=lambda: "wrong"), nothing, Clock().now())


def test_a_code_for_another_device_is_handed_out_and_waited_for(ours):
    login = start_device_login(ours, Clock().now())
    assert login.user_code and urllib.parse.urlsplit(login.address).path == "/device"
    form = {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": login.device_code,
        "client_id": CLIENT,
    }
    with pytest.raises(TokenError) as caught:
        post_form(ours.token_endpoint, form, basic=(CLIENT, SECRET))
    assert caught.value.error == "authorization_pending"
