"""core/inquiry/renumbering.py: what is known again under new numbers, and what is read as if it were new."""

from __future__ import annotations

from datetime import timedelta

from tests.samples import MONDAY
from watcher.core.inquiry.renumbering import KnownMessage, ListedMessage, recognise_messages

START = MONDAY
LATER = MONDAY + timedelta(hours=1)
BEFORE = MONDAY - timedelta(hours=1)


def recognise(listed: list[tuple], known: list[tuple], uidvalidity: int = 9) -> dict[int, int]:
    return recognise_messages(
        [ListedMessage(*row) for row in listed], [KnownMessage(*row) for row in known], uidvalidity, START
    )


def test_a_message_keeps_its_line():
    known = [(1, 7, "a@x", LATER), (2, 7, "b@x", LATER), (3, 7, "", LATER)]
    assert recognise([(11, "b@x", LATER), (12, "a@x", LATER), (13, "", LATER)], known) == {11: 2, 12: 1, 13: 3}


def test_what_is_new_is_not_known():
    known = [(1, 7, "a@x", LATER)]
    assert recognise([(11, "c@x", LATER), (12, "a@x", LATER + timedelta(seconds=1))], known) == {}


def test_what_could_not_be_read_is_known_by_its_instant():
    """No Message-ID was kept of it, though the server can name one."""
    assert recognise([(11, "a@x", LATER)], [(1, 7, "", LATER)]) == {11: 1}


def test_a_twin_does_not_hide_behind_one_that_is_known():
    known = [(1, 7, "a@x", LATER)]
    assert recognise([(11, "a@x", LATER), (12, "a@x", LATER)], known) == {}, "both are read"
    decided_again = [(1, 7, "a@x", LATER), (2, 8, "a@x", LATER)]
    assert recognise([(11, "a@x", LATER), (12, "a@x", LATER)], decided_again) == {}, "one message that was seen twice"
    assert recognise([(12, "a@x", LATER)], [*known, (2, 9, "a@x", LATER)]) == {}, "one has its new number already"


def test_copies_that_lay_side_by_side_are_all_known():
    known = [(1, 7, "a@x", LATER), (2, 7, "a@x", LATER)]
    assert recognise([(11, "a@x", LATER), (12, "a@x", LATER)], known) == {11: 1, 12: 2}


def test_of_several_lines_of_one_message_the_first_is_its_own():
    known = [(2, 8, "a@x", LATER), (1, 7, "a@x", LATER)]
    assert recognise([(11, "a@x", LATER)], known) == {11: 1}


def test_mail_from_before_takes_the_lines_of_the_first_look():
    known = [(1, 7, "", None), (2, 7, "", None), (3, 9, "", None)]
    assert recognise([(11, "a@x", BEFORE), (12, "b@x", BEFORE)], known) == {11: 1, 12: 2}
    assert recognise([(11, "a@x", LATER)], known) == {}, "nothing that came since does"
    crowd = [(uid, f"{uid}@x", BEFORE) for uid in (11, 12, 13)]
    assert recognise(crowd, known) == {11: 1, 12: 2}, "and one too many is read"
