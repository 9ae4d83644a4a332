"""The days before the staged one: what is written is what an audit of the mailbox must find, and it shows something."""

from __future__ import annotations

from email import message_from_bytes, policy

from watcher.demo import day, week


def test_everything_came_before_the_day_and_no_answer_before_its_question():
    walls = [inquiry.came for inquiry in week.PAST_INQUIRIES]
    assert walls == sorted(walls)
    assert all(week.WEEK_BEGIN <= at < day.local_instant("00:00") for _, _, at in week.past_mails())
    assert all(not inquiry.answered or inquiry.answered > inquiry.came for inquiry in week.PAST_INQUIRIES)


def test_nobody_writes_twice_and_every_mail_is_a_mail():
    mails = [message_from_bytes(raw, policy=policy.default) for _, raw, _ in week.past_mails()]
    assert len({mail["Message-ID"] for mail in mails}) == len(mails)
    assert len({inquiry.address for inquiry in week.PAST_INQUIRIES}) == len(week.PAST_INQUIRIES)
    assert not any(mail.defects for mail in mails)


def test_some_are_answered_by_each_of_two_people_and_some_never():
    answered_by = [inquiry.by for inquiry in week.PAST_INQUIRIES if inquiry.answered]
    assert set(answered_by) == {"anna", "ben"}
    assert sum(not inquiry.answered for inquiry in week.PAST_INQUIRIES) == 4
