"""edge/oauth/person_login.py: a browser and its way back, a pasted address, a code for another device; with a strict provider."""

from __future__ import annotations

import http.client
import os
import socket
import threading
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime, timedelta

import pytest

from tests.servers.tokens import CLIENT, browse
from watcher.edge.clock import Clock
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.person_login import (
    RedirectListener,
    finish_code_login,
    finish_device_login,
    start_code_login,
    start_device_login,
)


@pytest.fixture
def listener():
    made = RedirectListener("http://127.0.0.1")
    yield made
    made.close()


def wait_in_background(listener: RedirectListener) -> tuple[threading.Thread, list[str]]:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(listener.wait()))
    thread.start()
    return thread, found


def get(listener: RedirectListener, target: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", urllib.parse.urlsplit(listener.redirect).port or 0, timeout=10)
    connection.request("GET", target)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_a_browser_on_this_machine_comes_back_by_itself(provider, client, listener):
    login = start_code_login(client(), listener.redirect)
    thread, found = wait_in_background(listener)
    assert get(listener, "/favicon.ico")[0] == 404
    status, page = get(listener, "/" + browse(login.address).removeprefix(listener.redirect))
    thread.join()
    assert (status, "You may close this window" in page) == (200, True)
    token = finish_code_login(client(), login, found[0], Clock().now())
    assert provider.is_good(token.access_token) and token.refresh_token


def test_an_address_that_was_pasted_does_as_well(provider, client, listener):
    login = start_code_login(client(), listener.redirect)
    token = finish_code_login(client(), login, browse(login.address), Clock().now())
    assert provider.is_good(token.access_token)
    asked = dict(provider.requests)["/authorize"]
    assert (asked["login_hint"], asked["client_id"], asked["scope"]) == ("sales", CLIENT, "mail offline_access")


def test_a_secret_is_no_part_of_the_address(client, listener):
    login = start_code_login(client(authorization_extras=(("prompt", "consent"),)), listener.redirect)
    assert "secret" not in login.address and login.verifier not in login.address
    assert "prompt=consent" in login.address


@pytest.mark.parametrize(
    "spoil",
    [
        lambda address: "",
        lambda address: "http://127.0.0.1/?code=x",
        lambda address: address.replace("state=", "state=x"),
    ],
)
def test_an_address_of_another_login_is_refused(provider, client, listener, spoil):
    login = start_code_login(client(), listener.redirect)
    with pytest.raises(TokenError, match="not the address that the browser came back to"):
        finish_code_login(client(), login, spoil(browse(login.address)), Clock().now())
    assert provider.posted("authorization_code") == []


@pytest.mark.parametrize(
    ("error", "words"), [("access_denied", "somebody said no"), ("consent_required", "Grant admin consent")]
)
def test_who_says_no_is_heard(provider, client, listener, error, words):
    provider.consents = error
    login = start_code_login(client(), listener.redirect)
    with pytest.raises(TokenError, match=words):
        finish_code_login(client(), login, browse(login.address), Clock().now())


def test_a_login_that_would_end_within_the_hour_is_none(client, listener):
    online = client(scopes=("mail",))
    login = start_code_login(online, listener.redirect)
    with pytest.raises(TokenError, match="add offline_access to scopes"):
        finish_code_login(online, login, browse(login.address), Clock().now())


def test_another_program_s_port_is_named():
    first = RedirectListener("http://localhost")
    with pytest.raises(TokenError, match="another program has this port"):
        RedirectListener(first.redirect)
    assert first.redirect.startswith("http://localhost:")
    first.close()


@pytest.mark.parametrize("octets", [b"", b"\xff\r\n\r\n", b"POST /?state=x HTTP/1.1\r\n\r\n", b"GET\r\n\r\n"])
def test_octets_that_are_no_browser_s_are_passed_over(provider, client, listener, octets):
    thread, found = wait_in_background(listener)
    port = urllib.parse.urlsplit(listener.redirect).port
    with socket.create_connection(("127.0.0.1", port or 0)) as stranger:
        stranger.sendall(octets)
        stranger.shutdown(socket.SHUT_WR)
        stranger.recv(1)
    assert get(listener, "/?code=x&state=y")[0] == 200
    thread.join()
    assert found == ["/?code=x&state=y"]


def test_what_somebody_types_counts_too(listener):
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as pen:
        pen.write("\n  http://127.0.0.1/?code=x&state=y \n")
    with os.fdopen(reading, "r") as typed:
        assert listener.wait(typed) == "http://127.0.0.1/?code=x&state=y"
        with pytest.raises(EOFError):
            listener.wait(typed)


# --- codes


class Waits:
    """A clock that only goes while somebody waits, and what happens meanwhile."""

    def __init__(self, *events) -> None:
        self.at, self.spans, self._events = datetime(2026, 11, 26, tzinfo=UTC), [], list(events)

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.spans.append(seconds)
        self.at += timedelta(seconds=seconds)
        if self._events:
            self._events.pop(0)()


def nothing() -> None:
    pass


def test_a_code_is_typed_somewhere_else(provider, client):
    provider.device_pace = 5
    login = start_device_login(client(), Clock().now())
    assert (login.address, login.user_code) == (f"{provider.url}/type", "WDJB-MJHT")
    waits = Waits(nothing, nothing, provider.approve)
    token = finish_device_login(client(), login, waits.now, waits.sleep)
    assert provider.is_good(token.access_token) and token.refresh_token
    assert waits.spans == [5, 5, 5]


def test_a_provider_that_wants_to_be_asked_less_often_is(provider, client):
    login = start_device_login(client(), Clock().now())
    waits = Waits(lambda: provider.approve("slow_down"), nothing, provider.approve)
    finish_device_login(client(), login, waits.now, waits.sleep)
    assert waits.spans == [1, 6, 11]


@pytest.mark.parametrize(
    ("say", "words"), [("access_denied", "somebody said no"), ("expired_token", "not used in time")]
)
def test_a_code_that_is_not_accepted(provider, client, say, words):
    login = start_device_login(client(), Clock().now())
    waits = Waits(lambda: provider.approve(say))
    with pytest.raises(TokenError, match=words):
        finish_device_login(client(), login, waits.now, waits.sleep)


def test_nobody_waits_for_ever(provider, client):
    provider.device_pace = 30
    login = start_device_login(client(), Clock().now())
    waits = Waits(provider.stop)
    with pytest.raises(TokenError, match="not used in time"):
        finish_device_login(client(), login, waits.now, waits.sleep)
    assert sum(waits.spans) < 960


def test_a_provider_without_codes_says_so(provider, client):
    provider.answers = [(200, b'{"device_code": "x"}')]
    with pytest.raises(TokenError, match="without a code to type"):
        start_device_login(client(), Clock().now())
