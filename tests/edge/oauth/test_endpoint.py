"""edge/oauth/endpoint.py: what a token endpoint may answer, and what becomes of it. None of it holds a secret."""

from __future__ import annotations

import json
import random
import socket
import threading
import time
from contextlib import suppress

import pytest

from tests.servers.real import free_port
from tests.servers.tokens import CLIENT, SECRET
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.endpoint import MAX_ANSWER_OCTETS, post_form

FORM = {"grant_type": "client_credentials", "client_id": CLIENT, "client_secret": SECRET}


def test_a_good_answer_is_what_the_provider_says(provider):
    assert post_form(f"{provider.url}/token", FORM)["token_type"] == "Bearer"
    bare = {"grant_type": "client_credentials"}
    assert post_form(f"{provider.url}/token", bare, basic=(CLIENT, SECRET))["token_type"] == "Bearer"


@pytest.mark.parametrize(
    ("status", "body", "error", "words"),
    [
        (400, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, "invalid_grant", "log in again"),
        (401, {"error": "invalid_client"}, "invalid_client", "does not know this client ID or secret"),
        (200, {"error": "invalid_grant"}, "invalid_grant", "log in again"),  # there are such providers
        (503, {"error": "temporarily_unavailable"}, "temporarily_unavailable", "the provider refuses it"),
        (500, {}, "", "answered 500"),
        (200, [], "", "nothing that could be read"),
        (200, "nothing", "", "nothing that could be read"),
    ],
)  # fmt: skip
def test_what_is_no_token(provider, status, body, error, words):
    provider.answers = [(status, json.dumps(body).encode())]
    with pytest.raises(TokenError, match=words) as caught:
        post_form(f"{provider.url}/token", FORM)
    assert caught.value.error == error
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"\xff\xfe", b"[" * 100_000, random.Random(16).randbytes(64), b"{" + b" " * MAX_ANSWER_OCTETS],
    ids=["nothing", "a page", "no UTF-8", "deep", "noise", "endless"],
)
def test_octets_that_are_no_json_are_no_answer(provider, body):
    provider.answers = [(200, body)]
    with pytest.raises(TokenError, match="nothing that could be read") as caught:
        post_form(f"{provider.url}/token", FORM)
    assert caught.value.is_passing


def test_a_form_with_a_secret_is_not_sent_on_to_somewhere_else(provider):
    provider.answers = [(302, b"")]
    with pytest.raises(TokenError):
        post_form(f"{provider.url}/token", FORM)
    assert [path for path, _ in provider.requests] == ["/token"]


def test_a_provider_that_is_not_there_may_be_back_in_a_minute():
    with pytest.raises(TokenError, match=r"cannot reach 127\.0\.0\.1: Connection refused") as caught:
        post_form(f"http://127.0.0.1:{free_port()}/token", FORM)
    assert caught.value.is_passing


def test_a_provider_without_a_certificate_that_we_trust_gets_no_secret(dovecot):
    with pytest.raises(TokenError, match="certificate is not trusted"):
        post_form(f"https://127.0.0.1:{dovecot.imaps}/token", FORM)


@pytest.mark.parametrize("drip", [b"H", b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{"], ids=["head", "body"])
def test_a_provider_that_sends_an_octet_now_and_then_does_not_hold_us(drip):
    """Each octet comes in time, the answer never does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_drip, args=(server, drip))
        thread.start()
        with pytest.raises(TokenError) as caught:
            post_form(f"http://127.0.0.1:{server.getsockname()[1]}/token", FORM, deadline=0.5)
        thread.join()
    assert caught.value.is_passing


def _drip(server: socket.socket, first: bytes) -> None:
    connection, _ = server.accept()
    with connection, suppress(OSError):
        connection.sendall(first)
        while True:
            connection.sendall(b" ")
            time.sleep(0.02)
