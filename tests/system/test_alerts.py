"""The alert road is a second, real Postfix: a mailbox whose server is gone, and comes back, with a ping and a push beside it; and the
daily test message, which comes from there as a customer's mail would."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator

import pytest

from tests import daemon
from tests.daemon import until
from tests.servers import real
from tests.servers.endpoint import Endpoint

FAST = 30.0  # a tick every half second

ALERTS = """
[alerts]
email = ["{boss}@example.com"]
sender = "watcher@example.com"
smtp = {{ host = "127.0.0.1", port = {smtps}, ca = "{ca}", tls = "implicit" }}
push = ["{push}/hook"]
ping = "{ping}/ping/0a1b"
blind_after = "1m"
"""

CANARY = """
[alerts]
email = ["boss@example.com"]
sender = "{sender}"
smtp = {{ host = "127.0.0.1", port = {smtps}, ca = "{ca}", tls = "implicit" }}
canary = "00:00"
"""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def second_postfix(certificates: real.Certificates, dovecot: real.Dovecot) -> Iterator[real.Postfix]:
    if reason := real.can_run():
        pytest.skip(reason)
    server = real.Postfix(certificates, dovecot.lmtp)
    try:
        server.start()
        yield server
    finally:
        server.remove()


def test_a_mailbox_that_is_gone_is_told_over_a_road_of_its_own(tmp_path, own_dovecot, dovecot, postfix, second_postfix):
    n = daemon.nobody_else()
    boss = dovecot.user(f"boss{n}")
    house = daemon.House(tmp_path, own_dovecot, postfix, f"sales{n}", f"anna{n}", speed=FAST)

    def alerts() -> list[str]:
        return [str(mail["Subject"]) for mail in real_mail(dovecot, boss)]

    with Endpoint() as ping, Endpoint() as hook:
        values = {"smtps": second_postfix.smtps, "ca": dovecot.certificates.ca, "push": hook.url, "ping": ping.url}
        house.config.write_text(house.config.read_text() + ALERTS.format(boss=boss, **values))
        try:
            house.start()
            until("success", lambda: [call.path for call in ping.calls][:2] == ["/ping/0a1b/start", "/ping/0a1b"])
            own_dovecot.stop()
            until("the alert", alerts, seconds=90)
            assert alerts() == ["Watcher: Mailbox sales cannot be read"]
            until("the call", lambda: ping.calls[-1].path == "/ping/0a1b/fail")
            assert "mailbox-unseen: sales" in ping.calls[-1].body
            assert len({call.query["rid"] for call in ping.calls}) == 1
            pushed = json.loads(until("the push", lambda: hook.calls)[0].body)
            assert [found["kind"] for found in pushed["incidents"]] == ["mailbox-unseen"]
            house.kill()
            house.start()  # while it lasts
            own_dovecot.start()
            until("that it is over", lambda: len(alerts()) > 1, seconds=90)
            assert alerts()[1:] == ["Watcher: Recovered: mailbox sales cannot be read"], (
                "and not told again after the restart"
            )
            until("well again", lambda: ping.calls[-1].path == "/ping/0a1b")
            assert house.stop() == 0
        finally:
            house.close()
    assert "Traceback" not in house.log.read_text()


def test_a_test_message_comes_through_and_nobody_sees_it(house, carol, second_postfix, dovecot):
    port, house.speed = real.free_port(), FAST
    values = {"smtps": second_postfix.smtps, "ca": dovecot.certificates.ca, "sender": "watcher@example.com"}
    text = house.config.read_text().replace("[watcher]\n", f'[watcher]\nlisten = "127.0.0.1:{port}"\nlog = "json"\n')
    house.config.write_text(text + CANARY.format(**values))
    house.start()

    def page(path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
            return str(answer.read().decode())

    until("that it came through", lambda: "watcher_canary_timestamp_seconds{" in page("/metrics"), seconds=60)
    assert [mail["Subject"].startswith("Watcher test message") for mail in house.mail_of(house.sales)] == [True]
    house.send(carol, "A new roof", "Hello, what does a new roof cost?")
    until("the acknowledgement", lambda: house.mail_of(carol))
    assert [row["subject"] for row in house.rows("list", "--all")] == ["A new roof"]
    assert house.rows("review") == []
    assert (page("/healthz"), "All is well" in page("/")) == ("ok\n", True)
    assert house.stop() == 0
    events = [json.loads(line) for line in house.log.read_text().splitlines()]
    assert any(event.get("mailbox") == "sales" and event["logger"] == "watcher.canary" for event in events)


def real_mail(dovecot: real.Dovecot, user: str) -> list[daemon.Message]:
    return [daemon.message_from_bytes(raw) for _, raw in dovecot.state(user).get(".", [])]
