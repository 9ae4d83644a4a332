"""edge/push.py: what ntfy and a webhook get, and what the rest needs."""

from __future__ import annotations

import json
import sys
import types
from email.header import decode_header, make_header

import pytest

from tests.servers.endpoint import Endpoint
from watcher.edge import push as pushing
from watcher.edge.push import PushError, PushMessage, push_message

MESSAGE = PushMessage(
    "Watcher: Mailbox sales cannot be read", "login refused", True, {"recovered": False, "incidents": []}
)


@pytest.fixture
def endpoint():
    with Endpoint() as made:
        yield made


def place(endpoint, scheme: str = "ntfy", user: str = "") -> str:
    return endpoint.url.replace("http://", f"{scheme}://{user}")


def test_ntfy_gets_title_priority_and_text_at_the_topic(endpoint):
    push_message(f"{place(endpoint)}/base/topic", MESSAGE)
    (call,) = endpoint.calls
    assert (call.path, call.body) == ("/base/topic", "login refused")
    assert (call.headers["title"], call.headers["priority"], call.headers["tags"]) == (MESSAGE.title, "high", "warning")


def test_a_title_that_is_not_ascii_can_be_read(endpoint):
    push_message(f"{place(endpoint)}/topic", PushMessage("Büro\r\nX: y", "grün", False, {}))
    (call,) = endpoint.calls
    assert str(make_header(decode_header(call.headers["title"]))) == "Büro X: y"
    assert (call.headers["priority"], call.body) == ("default", "grün")


@pytest.mark.parametrize(("user", "expected"), [("tk_abc@", "Bearer tk_abc"), ("anna:pw@", "Basic YW5uYTpwdw==")])
def test_ntfy_is_logged_in_to(endpoint, user, expected):
    push_message(f"{place(endpoint, user=user)}/topic", MESSAGE)
    assert endpoint.calls[0].headers["authorization"] == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("ntfy://topic", ("https://ntfy.sh", "topic")),
        ("ntfys://ntfy.example.net/topic", ("https://ntfy.example.net", "topic")),
        ("ntfy://ntfy.example.net:8080/a/topic/", ("http://ntfy.example.net:8080/a", "topic")),
        ("ntfys://tk_abc@ntfy.example.net/topic", ("https://ntfy.example.net", "topic")),
    ],
)
def test_where_a_topic_is(url, expected):
    assert pushing._ntfy_place(url) == expected


def test_a_long_text_stays_a_message(endpoint):
    push_message(f"{place(endpoint)}/topic", PushMessage("x", "ü" * 9000, True, {}))
    assert len(endpoint.calls[0].body.encode()) <= pushing.MAX_MESSAGE_OCTETS


def test_a_webhook_gets_json(endpoint):
    push_message(f"{endpoint.url}/hook?key=1", MESSAGE)
    (call,) = endpoint.calls
    assert json.loads(call.body) == {
        "title": MESSAGE.title, "text": f"{MESSAGE.title}\n\nlogin refused", "recovered": False, "incidents": [],
    }  # fmt: skip
    assert call.headers["content-type"].startswith("application/json")


def test_a_target_that_says_no_is_an_error_without_its_address(endpoint):
    endpoint.status = 403
    with pytest.raises(PushError, match="403") as caught:
        push_message(f"{place(endpoint)}/secret", MESSAGE)
    assert "secret" not in str(caught.value)


class FakeApprise(types.ModuleType):
    """As much of Apprise 2.3 as is used: https://github.com/caronc/apprise/wiki/Development_API."""

    def __init__(self, answer: bool | Exception = True) -> None:
        super().__init__("apprise")
        self.NotifyType = types.SimpleNamespace(FAILURE="failure", SUCCESS="success")
        self.sent: list[dict[str, str]] = []
        self.Apprise = lambda: types.SimpleNamespace(add=lambda url: url != "tgram://", notify=self.notify)
        self._answer = answer

    def notify(self, **words: str) -> bool:
        self.sent.append(words)
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


def test_apprise_gets_the_rest(monkeypatch):
    fake = FakeApprise()
    monkeypatch.setitem(sys.modules, "apprise", fake)
    push_message("tgram://bot/chat", MESSAGE)
    assert fake.sent == [{"title": MESSAGE.title, "body": MESSAGE.text, "notify_type": "failure"}]


@pytest.mark.parametrize(
    ("url", "fake", "words"),
    [
        ("tgram://bot/chat", None, "watcher-mail"),
        ("tgram://", FakeApprise(), "does not understand"),
        ("tgram://bot/chat", FakeApprise(False), "did not take it"),
        ("tgram://bot/chat", FakeApprise(ValueError("bad tgram://bot/chat")), "bad …"),
    ],
)
def test_what_apprise_does_not_do_is_an_error(monkeypatch, url, fake, words):
    monkeypatch.setitem(sys.modules, "apprise", fake)
    with pytest.raises(PushError, match=words):
        push_message(url, MESSAGE)
