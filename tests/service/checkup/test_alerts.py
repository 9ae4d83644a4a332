"""service/checkup/alerts.py, on the real servers: a road that is broken is found before it is needed."""

from __future__ import annotations

import json
import re

from tests.daemon import House
from tests.servers.endpoint import Endpoint
from tests.service.checkup.conftest import Check, texts


def alerts(house: House, *lines: str, address: str = "", own_server: bool = True) -> dict[str, str]:
    """The configuration with `[alerts]`, by a server of their own (it is the mailbox's)."""
    server = re.search(r"(?m)^smtp = .*", house.config.read_text())
    assert server is not None
    table = [
        "[alerts]",
        f'email = ["{address}"]' if address else "",
        *lines,
        server[0] if own_server and address else "",
    ]
    return {"[[mailbox]]": "\n".join([*table, "[[mailbox]]"])}


def about_alerts(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(level, text) for level, text in found if "alert" in text]


def test_where_nobody_is_named_that_is_noted(check: Check, house: House):
    code, found = check()
    assert code == 0
    (note,) = [text for text in texts(found, "note") if text.startswith("alerts: ")]
    assert "nobody hears when Watcher itself cannot work" in note and "[alerts]" in note


def test_the_server_of_the_alerts_is_asked_like_any_other(check: Check, house: House):
    boss = f"{house.owner}@example.com"
    code, found = check(changes=alerts(house, 'sender = "watcher@example.com"', address=boss))
    assert code == 0, found
    assert any(
        re.fullmatch(
            rf"alerts: SMTP 127\.0\.0\.1:\d+: lets everybody in without a login; takes mail from watcher@example\.com to {boss}",
            text,
        )
        for text in texts(found, "ok")
    ), found
    assert house.mail_of(house.owner) == [], "nothing is sent"


def test_an_address_that_the_server_refuses_is_bad(check: Check, house: House):
    refused = f"refused{house.owner}@example.com"
    code, found = check(changes=alerts(house, address=refused))
    assert code == 1
    (bad,) = texts(found, "bad")
    assert bad.startswith("alerts: SMTP") and f"mail to {refused} is refused: 550" in bad and "[alerts]" in bad


def test_without_a_server_of_their_own_the_mailbox_s_is_asked_with_their_addresses(check: Check, house: House):
    refused = f"refused{house.owner}@example.com"
    code, found = check(changes=alerts(house, address=refused, own_server=False))
    assert code == 1
    (bad,) = texts(found, "bad")
    assert bad.startswith("sales: SMTP") and f"mail to {refused} is refused" in bad


def test_a_test_alert_goes_over_every_road_and_says_that_nothing_is_wrong(check: Check, house: House):
    boss = f"{house.owner}@example.com"
    with Endpoint() as hook, Endpoint(status=404) as gone:
        push = f'push = ["{hook.url}/hook", "{gone.url}/hook"]'
        code, found = check("--send-test", changes=alerts(house, push, address=boss))
        (call,) = hook.calls
    assert code == 1, "one of the roads is broken"
    assert ("ok", f"test alert to {boss}: taken; look whether it arrives") in found
    assert ("ok", "test alert to push 1: taken; look whether it arrives") in found
    (bad,) = texts(found, "bad")
    assert bad.startswith("test alert to push 2: http: ") and "404" in bad
    (letter,) = [mail for mail in house.mail_of(house.owner) if "alerts" in mail["Subject"]]
    text = letter.get_payload()[0].get_payload(decode=True).decode()
    assert "Nothing is wrong" in text and "Until this is mended" not in text
    told = json.loads(call.body)
    assert (told["test"], told["recovered"], told["incidents"]) == (True, False, [])
    assert about_alerts(found)
