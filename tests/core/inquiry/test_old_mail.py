"""core/inquiry/old_mail.py: an import, a slow clock, a slow server; and what becomes of each on the real way in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.programs import QUESTION, reply
from tests.samples import NOON, facts
from tests.worlds import Mailroom
from watcher.core.inquiry import old_mail
from watcher.core.inquiry.model import InquiryState

OLD, TODAY, YESTERDAY = (
    "Tue, 14 Mar 2023 09:00:00 +0100", "Mon, 23 Nov 2026 11:58:00 +0000", "Sun, 22 Nov 2026 10:00:00 +0000",
)  # fmt: skip
AT_OLD = datetime(2023, 3, 14, 8, tzinfo=UTC)


def by(server: str, at: str) -> str:
    return f"from a by {server} with ESMTPS; {at}"


def dated(date: str = "", *received: str, resent: str = ""):
    headers = {"date": (date,), "received": tuple(by("mx", at) for at in received), "resent-date": (resent,)}
    return facts(headers={name: values for name, values in headers.items() if any(values)})


@pytest.mark.parametrize(
    ("message", "instant"),
    [
        (dated(), NOON),
        (dated(TODAY, TODAY), NOON),
        (dated(OLD), AT_OLD),
        (dated(OLD, OLD), AT_OLD),
        (dated("", OLD), AT_OLD),
        (dated(OLD, TODAY), NOON),  # the writer's clock alone
        (dated(TODAY, OLD), NOON),  # a server's alone
        (dated(OLD, TODAY, OLD), AT_OLD),  # collected over POP: a new line on top
        (dated(OLD, TODAY, OLD, resent=TODAY), NOON),  # a person sent it on
        (dated("Wed, 18 Nov 2026 10:00:00 +0000", "Wed, 18 Nov 2026 10:00:00 +0000"), NOON),  # five days under way
        (dated("Thu, 01 Jan 1970 00:00:00 +0000"), NOON),
        (dated("Mon, 23 Nov 2099 00:00:00 +0000"), NOON),
        (dated("yesterday, I think"), NOON),
        (dated("Tue, 14 Mar 2023 09:00:00 +99999999"), NOON),
    ],
)
def test_two_witnesses_must_agree_that_mail_is_old(message, instant):
    assert old_mail.correct_instant(message).received_at == instant


def test_a_message_of_another_instant_keeps_the_words_that_were_read():
    message = dated(OLD, OLD)
    words, digest = message.own_text, message.text_digest
    corrected = old_mail.correct_instant(message)
    assert vars(corrected)["own_text"] is words
    assert vars(corrected)["text_digest"] is digest
    assert message.received_at == NOON


@pytest.mark.parametrize(
    ("message", "instant"),
    [
        (dated(TODAY, TODAY), NOON - timedelta(minutes=2)),
        (dated(OLD, TODAY), AT_OLD),
        (dated(TODAY, OLD), AT_OLD),
        (dated(TODAY, TODAY, OLD), NOON - timedelta(minutes=2)),
        (dated("Mon, 23 Nov 2099 00:00:00 +0000"), NOON),
    ],
)
def test_outward_the_oldest_witness_counts(message, instant):
    assert old_mail.oldest_witness(message) == instant


# --- on the way in


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


def question(date: str, received: str = "", n: int = 1) -> str:
    line = f"Received: {by('mx.example.com', received)}\n    " if received else ""
    raw = QUESTION.replace("Date: Mon, 23 Nov 2026 09:00:00 +0000", f"{line}Date: {date}")
    return raw.replace("q1@", f"q{n}@").replace("carol@", f"carol{n}@")


def reviews(room):
    with room.store.read_transaction() as tx:
        return tx.reviews.list_unshown_reviews()


def test_forty_old_messages_that_are_imported_are_one_line_and_nobody_is_answered(room):
    for n in range(40):
        room.asked(question(OLD, OLD, n), minutes=0)
    assert (room.inquiries, room.acknowledgements) == ([], [])
    assert {review.why for review in reviews(room)} == {"old mail that appeared in INBOX"}
    assert len(reviews(room)) == 40


def test_a_customer_whose_clock_is_slow_waits_for_a_person_and_no_machine_answers(room):
    room.asked(question(OLD, TODAY))
    assert (room.inquiry.state, room.inquiry.ack_reason) == (InquiryState.WAITING, "stale")
    assert reviews(room) == []


def test_mail_that_was_under_way_for_a_day_is_an_inquiry_that_no_machine_answers(room):
    room.asked(question("Sat, 21 Nov 2026 10:00:00 +0000", TODAY))
    assert (room.inquiry.state, room.inquiry.ack_reason) == (InquiryState.WAITING, "stale")


def test_the_letter_is_as_old_as_the_oldest_witness(room):
    room.asked(question(YESTERDAY, TODAY).replace("10:00:00", "13:00:00"))
    (letter,) = room.acknowledgements
    assert letter.answers_at == datetime(2026, 11, 22, 13, tzinfo=UTC)


def test_old_mail_of_a_known_conversation_stands_where_it_was_written(room):
    """It was answered; the copy that an import made of it is no new question."""
    room.asked(QUESTION)
    room.sent(reply())
    room.now += timedelta(days=60)
    earlier = question("Mon, 23 Nov 2026 08:00:00 +0000", n=2).replace("carol2@", "carol@")
    room.asked(earlier.replace("MIME-Version: 1.0", "In-Reply-To: <q1@customer.example>"))
    assert room.inquiry.state is InquiryState.ANSWERED


def test_an_old_reply_that_is_imported_answers_nothing_that_was_asked_since(room):
    room.asked(QUESTION)
    room.sent(reply(headers=f"Date: {OLD}"))
    assert room.inquiry.state is InquiryState.WAITING


def test_old_mail_is_made_an_inquiry_like_any_other_that_was_set_aside(room):
    room.asked(question(OLD, OLD))
    with room.store.read_transaction() as tx:
        (review,) = tx.reviews.list_unshown_reviews()
        assert tx.reviews.get_set_aside(review.number).inquiry.customer == "carol1@customer.example"


AT_TWELVE, AT_ONE = "Mon, 02 Mar 2026 12:00:00 +0000", "Mon, 02 Mar 2026 13:00:00 +0000"


@pytest.mark.parametrize(
    ("date", "received", "expected"),
    [
        (AT_TWELVE, (AT_ONE, AT_TWELVE), datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("Fri, 01 Jan 1999 00:00:00 +0000", (AT_ONE, AT_TWELVE), datetime(2026, 3, 2, 13, tzinfo=UTC)),
        ("Fri, 01 Jan 2100 00:00:00 +0000", (AT_ONE,), datetime(2026, 3, 2, 13, tzinfo=UTC)),
        ("", (AT_ONE, AT_TWELVE), datetime(2026, 3, 2, 13, tzinfo=UTC)),
        (AT_TWELVE, (), datetime(2026, 3, 2, 12, tzinfo=UTC)),
        (AT_TWELVE, ("Fri, 01 Jan 2100 00:00:00 +0000",), datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("nonsense", (), NOON),
        ("Fri, 01 Jan 2100 00:00:00 +0000", (), NOON),
    ],
)
def test_of_what_was_kept_in_a_file_the_server_has_the_better_clock(date, received, expected):
    assert old_mail.date_filed_message(dated(date, *received), NOON + timedelta(days=1)) == expected
