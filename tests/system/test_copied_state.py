"""A second Watcher on a copy of the state: on one mailbox, with one key, and nobody meant it."""

from __future__ import annotations

import shutil

import pytest

from tests.daemon import House, until

FAST = 30.0  # times the speed of the clock: that of the second house, built seconds later, is a minute behind

pytestmark = pytest.mark.timeout(300)


def file_what_was_sent(house: House, customer: str) -> None:
    """As a provider does: a copy of each letter lies among the sent mail, without what the way to the customer added."""
    for mail in house.mail_of(customer):
        for header in ("Return-Path", "Delivered-To", "Received"):
            del mail[header]
        house.dovecot.append(house.sales, "Sent", mail.as_bytes())


def find_other_watchers(house: House) -> list[str]:
    (status,) = house.rows("status")
    return [incident["text"] for incident in status["incidents"] if incident["kind"] == "other-watcher"]


def test_a_second_watcher_on_a_copy_of_the_state_is_told(tmp_path, house, carol, dovecot, postfix):
    house.speed = FAST
    house.start()
    assert house.stop() == 0
    (tmp_path / "other").mkdir()
    other = House(tmp_path / "other", dovecot, postfix, house.sales, house.owner, speed=FAST)
    shutil.copytree(tmp_path / "state", tmp_path / "other" / "state")
    house.start()
    other.start()
    try:
        house.send(carol, "A new roof", "Hello, what does a new roof cost?")
        until("an acknowledgement of each", lambda: len(house.mail_of(carol)) == 2)
        assert find_other_watchers(house) == [], "nothing shows it yet"
        file_what_was_sent(house, carol)
        (text,) = until("that it is told", lambda: find_other_watchers(house))
        assert "a copy of this state" in text
        assert text in house.log.read_text()
        assert until("that the other tells it, too", lambda: find_other_watchers(other)) == [text]
    finally:
        other.close()
