"""service/checkup/submission.py, on a real Postfix: the sender and every person's address are tried, and nothing is sent."""

from __future__ import annotations

import pytest

from tests.daemon import House
from tests.servers.scripted import ScriptedSmtp
from tests.service.checkup.conftest import Check, texts
from watcher.config.load import load_config
from watcher.core.health.findings import Level
from watcher.service.checkup.submission import check_submission


def test_every_address_of_the_people_is_tried_and_nothing_arrives(check: Check, house: House):
    owner = f"{house.owner}@example.com"
    more = f'"{owner}", "refused{house.owner}@example.com", "later{house.owner}@example.com"'
    code, found = check(changes={f'"{owner}"': more})
    assert code == 1
    assert any(
        f"lets everybody in without a login; takes mail from {house.sales}@example.com to {owner}" in text
        for text in texts(found, "ok")
    )
    (bad,) = texts(found, "bad")
    assert f"mail to refused{house.owner}@example.com is refused: 550 5.1.1" in bad and "[people]" in bad
    assert any(f"later{house.owner}@example.com is refused for now (450" in text for text in texts(found, "note"))
    assert house.mail_of(house.owner) == []


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"553 5.7.1 not owned by user\r\n", "553 5.7.1 not owned by user: may this account send as"),
        (b"550 5.7.30 Basic authentication is not supported for Client Submission.\r\n", "log in with a token"),
        (
            b"452 4.3.1 Insufficient system storage\r\n",
            "452 4.3.1 Insufficient system storage: the server takes nothing for now",
        ),
        (b"530 5.7.57 Client not authenticated to send mail.\r\n", "write user, and password or auth, in smtp"),
    ],
)
async def test_a_sender_that_may_not_is_told_from_a_recipient(house: House, answer: bytes, says: str):
    async with ScriptedSmtp(mail=answer) as server:
        text = house.config.read_text()
        line = next(line for line in text.splitlines() if line.startswith("smtp = "))
        house.config.write_text(
            text.replace(line, f'smtp = {{ host = "127.0.0.1", port = {server.port}, tls = "off" }}')
        )
        config = load_config(house.config)
        (finding,) = await check_submission(config, config.mailbox[0])
    assert f"is refused: {answer[:3].decode()} " in finding.text and says in finding.text


async def test_a_sender_that_is_refused_with_each_recipient_is_said_once_and_as_the_sender(house: House):
    """As Postfix does by itself (`smtpd_delay_reject`)."""
    answer = b"553 5.7.1 <sales@example.com>: Sender address rejected: not owned by user x\r\n"
    async with ScriptedSmtp(rcpt=answer) as server:
        text = house.config.read_text().replace("@example.com", '@example.com", "anna.private@example.net', 1)
        line = next(line for line in text.splitlines() if line.startswith("smtp = "))
        house.config.write_text(
            text.replace(line, f'smtp = {{ host = "127.0.0.1", port = {server.port}, tls = "off" }}')
        )
        config = load_config(house.config)
        assert len(config.people[next(iter(config.people))].email) == 2
        (finding,) = await check_submission(config, config.mailbox[0])
    assert finding.level is Level.BAD
    assert "not owned by user x: may this account send as" in finding.text and "[people]" not in finding.text
