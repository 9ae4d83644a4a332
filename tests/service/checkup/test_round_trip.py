"""service/checkup/round_trip.py, on the real servers: the letter goes out by SMTP and is read back by IMAP."""

from __future__ import annotations

from tests.daemon import House
from tests.service.checkup.conftest import Check, texts


def test_a_letter_to_the_owner_and_one_that_is_read_back(check: Check, house: House):
    code, found = check("--send-test")
    assert code == 0, found
    assert any(f"test letter: sent to {house.owner}@example.com" in text for text in texts(found, "ok"))
    assert any(f"test letter to {house.sales}@example.com: in 'INBOX' after" in text for text in texts(found, "ok"))
    assert any("wrote no Authentication-Results" in text for text in texts(found, "note"))
    assert "sales: clock: agrees with that of the mail server" in texts(found, "ok")
    (letter,) = house.mail_of(house.sales)
    assert letter["Auto-Submitted"] == "auto-generated"


def test_the_test_letter_is_no_inquiry(check: Check, house: House):
    house.start()
    check("--send-test")
    assert house.mail_of(house.sales)
    house.stop()
    assert house.run("run", "--once").returncode == 0
    assert house.rows("list", "--all") == []


def test_an_owner_whose_mailbox_is_watched_gets_one_letter(check: Check, house: House):
    owner = f'email = ["{house.owner}@example.com"'
    code, found = check("--send-test", changes={owner: f'email = ["{house.sales}@example.com"'})
    assert code == 0, found
    assert len(house.mail_of(house.sales)) == 1
