"""core/outbox/stuck.py: which letters somebody should look at. The table is in tests/cli/test_status.py."""

from __future__ import annotations

from datetime import timedelta

from tests.samples import MONDAY, letter
from watcher.core.outbox import stuck
from watcher.core.outbox.model import LetterState


def test_a_failure_without_an_inquiry_is_news_for_a_day():
    failed = letter(state=LetterState.FAILED, offered_at=MONDAY)
    assert stuck.trouble_of(failed, False, MONDAY + timedelta(hours=23)) == "failed"
    assert stuck.trouble_of(failed, False, MONDAY + timedelta(hours=25)) == ""


def test_a_letter_that_is_tried_again_is_given_some_time():
    waits = letter(error="451 later", next_at=MONDAY + timedelta(hours=1))
    assert stuck.trouble_of(waits, True, MONDAY + timedelta(minutes=10)) == ""
    assert stuck.trouble_of(waits, True, MONDAY + timedelta(minutes=16)) == "stuck"


def test_an_alert_names_no_address():
    said = letter(
        state=LetterState.PENDING, recipient="carol@customer.example", error="450 4.2.0 <carol@customer.example> later"
    )
    text = stuck.describe_stuck(said)
    assert "carol" not in text and "450 4.2.0 <…> later" in text
    assert "not offered" in stuck.describe_stuck(letter())


def test_a_machine_that_slept_has_its_time_from_when_it_woke():
    """It woke, and said that letters do not leave, two seconds before they did."""
    woke, minute = MONDAY + timedelta(hours=16), timedelta(minutes=1)
    for waits in (letter(error="refused", next_at=MONDAY + minute), letter(next_at=MONDAY)):
        assert stuck.trouble_of(waits, True, woke + 14 * minute) == "stuck"
        assert stuck.trouble_of(waits, True, woke + 14 * minute, woke) == ""
        assert stuck.trouble_of(waits, True, woke + 16 * minute, woke) == "stuck"
