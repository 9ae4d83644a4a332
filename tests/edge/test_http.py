"""edge/http.py: one request, its answer, and what went wrong without the URL, which may be a secret."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest

from tests.servers.endpoint import Endpoint
from tests.servers.real import free_port
from watcher.edge.http import HttpError, post_body


@pytest.fixture
def endpoint():
    with Endpoint() as made:
        yield made


def test_an_answer_tells_the_servers_time(endpoint):
    endpoint.date = "Mon, 23 Nov 2026 08:00:00 GMT"
    told = post_body(f"{endpoint.url}/ping", "wörter".encode(), {"Content-Type": "text/plain; charset=utf-8"})
    assert told == datetime(2026, 11, 23, 8, tzinfo=UTC)
    (call,) = endpoint.calls
    assert (call.method, call.path, call.body) == ("POST", "/ping", "wörter")


@pytest.mark.parametrize("date", [None, "yesterday", "Mon, 99 Nov 2026 08:00:00 GMT"])
def test_a_server_that_does_not_say_the_time(endpoint, date):
    endpoint.date = date
    assert post_body(endpoint.url, b"", {}) is None


def test_a_name_and_a_password_in_the_url_are_sent_as_such(endpoint):
    post_body(endpoint.url.replace("://", "://anna:p%40ss@"), b"", {})
    words = base64.b64encode(b"anna:p@ss").decode()
    assert endpoint.calls[0].headers["authorization"] == f"Basic {words}"


@pytest.mark.parametrize("status", [301, 400, 404, 500])
def test_a_server_that_says_no(endpoint, status):
    endpoint.status = status
    with pytest.raises(HttpError, match=str(status)) as caught:
        post_body(f"{endpoint.url}/secret-topic", b"", {})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:{port}/x", "https://127.0.0.1:{port}/x", "http://127.0.0.1:{port}/\n", "file:///etc/passwd"],
)
def test_nobody_answers(url):
    with pytest.raises(HttpError) as caught:
        post_body(url.format(port=free_port()), b"", {}, timeout=5)
    assert "\n" not in str(caught.value)
