"""core/inquiry/copies.py: one Message-ID from one sender is one question; what differs in its words, or its sender, is shown."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.programs import QUESTION, again, reply
from tests.samples import MONDAY, facts, verdict
from tests.worlds import Mailroom
from watcher.core.inquiry import copies
from watcher.core.inquiry.copies import COPY_WINDOW, SeenMail
from watcher.core.inquiry.model import InquiryState
from watcher.core.message.model import FolderRole, Locator
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Attention

WAITING, ANSWERED = InquiryState.WAITING, InquiryState.ANSWERED
SECOND = timedelta(seconds=1)
MAIL = facts(received_at=MONDAY)
PLACE = Locator("sales", "INBOX", 7, 1)
SAME = SeenMail(PLACE, "carol@customer.example", "A quote, please", MONDAY, MAIL.text_digest)


@pytest.mark.parametrize(
    ("seen", "copy"),
    [
        (SAME, True),
        (replace(SAME, sender="Carol@Customer.example", subject="[sales] A quote, please"), True),
        (replace(SAME, received_at=MONDAY - timedelta(days=30)), True),
        (replace(SAME, text_digest="0" * 64), False),
        (replace(SAME, sender="dave@customer.example"), False),  # a stranger copied the id
        (replace(SAME, subject="Another"), False),
        (replace(SAME, text_digest="", received_at=MONDAY - COPY_WINDOW), True),  # of an older database
        (replace(SAME, text_digest="", received_at=MONDAY - COPY_WINDOW - SECOND), False),
    ],
)
def test_a_copy_has_the_same_writer_subject_and_words(seen, copy):
    assert copies.is_copy(MAIL, seen) is copy
    assert not copies.is_copy(replace(MAIL, message_id=""), seen)


@pytest.mark.parametrize(
    ("place", "role", "known"),
    [
        (
            Locator("info", "INBOX", 7, 1),
            FolderRole.INBOX,
            False,
        ),  # what was marked as spam hides no mail of a person elsewhere
        (Locator("sales", "INBOX", 8, 1), FolderRole.INBOX, True),  # numbered anew: it is the one that was marked
        (Locator("info", "Sent", 7, 1), FolderRole.SENT, True),
    ],
)
def test_the_same_octets_are_the_same_mail_unless_that_would_hide_it(place, role, known):
    marked = replace(SAME, codes=(SuppressionCode.SPAM_FLAGGED,), attention=Attention.NONE)
    assert copies.is_known_again(verdict(), marked, place, role) is known


@pytest.mark.parametrize("text", ["What does  a new\nroof cost?\n", "WHAT does a new roof cost"])
def test_lines_and_marks_are_no_words(text):
    assert facts(text=text).text_digest == MAIL.text_digest


@pytest.mark.parametrize("changed", [{"text": "What does a new door cost?"}, {"attachments": ("order.pdf",)}])
def test_other_words_or_files_are(changed):
    assert facts(**changed).text_digest != MAIL.text_digest


@pytest.mark.parametrize("end", ["", " щ"], ids=["western letters alone", "with others"])
def test_every_letter_and_figure_counts_and_nothing_else(end):
    text = "".join(map(chr, range(0xA1, 0x100))) + end
    letters = "".join(filter(str.isalnum, text.casefold()))
    assert facts(text=text).text_digest == hashlib.sha256(letters.encode()).hexdigest()


# --- on the way in


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


LONGER = QUESTION.rstrip() + "\n\n    This mail went to everybody in sales.\n"
FOOTERS = ("____\n    sales mailing list, https://lists.example/sales", "[scanned by the gateway]")
SECOND_ORDER = QUESTION.replace("q1@", "q2@").replace("new roof", "new door")
WITHOUT_IDS = reply(headers="X-Mailer: old")


def states(room) -> list[InquiryState]:
    return [inquiry.state for inquiry in room.inquiries]


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("mailbox", ["sales", "info"])
def test_a_copy_with_the_footer_of_a_list_or_a_gateway_is_no_message_of_its_own(room, footer, mailbox):
    room.asked(QUESTION)
    other = room if mailbox == "sales" else Mailroom(store=room.store, name="info")
    assert other.asked(f"{QUESTION.rstrip()}\n\n    {footer}\n")[1] == "the same message as sales/INBOX/1"


def test_two_copies_that_differ_by_a_line_of_words_are_one_question_and_one_reply_answers_it(room):
    room.asked(QUESTION)
    assert room.asked(LONGER) == ("reply", "continues 1")
    room.sent(reply())
    assert states(room) == [ANSWERED]
    assert len(room.acknowledgements) == 1


def test_so_are_two_copies_in_two_mailboxes(room):
    info = Mailroom(store=room.store, name="info")
    info.asked(QUESTION)
    room.now = info.now
    room.asked(LONGER)
    assert [inquiry.mailbox for inquiry in room.inquiries] == ["info", "sales"]
    assert room.sent(reply()) == ("outgoing", "answers 1 and 2, one question")
    assert states(room) == [ANSWERED, ANSWERED]
    room.asked(again("And when can you come?"))
    assert states(room).count(WAITING) == 1


def test_a_reply_that_was_seen_before_the_second_of_two_mails_under_one_id_answers_that_too(room):
    info = Mailroom(store=room.store, name="info")
    info.asked(QUESTION.replace("What does a new roof cost?", "Nothing of interest."))
    came_at = room.now = info.now
    room.sent(reply())
    room.now = came_at  # it lay there before the reply went out
    room.asked(QUESTION, minutes=0)
    assert [(inquiry.mailbox, inquiry.state) for inquiry in room.inquiries] == [("info", ANSWERED), ("sales", ANSWERED)]
    assert len(room.acknowledgements) == 1


def test_a_reply_of_before_the_second_of_two_mails_under_one_id_does_not_answer_that(room):
    info = Mailroom(store=room.store, name="info")
    info.asked(QUESTION.replace("What does a new roof cost?", "Nothing of interest."))
    room.now = info.now
    room.sent(reply())
    room.asked(QUESTION)
    assert [(inquiry.mailbox, inquiry.state) for inquiry in room.inquiries] == [("info", ANSWERED), ("sales", WAITING)]


def test_a_twin_that_was_sent_first_does_not_hide_the_real_mail(room):
    info = Mailroom(store=room.store, name="info")
    info.asked(QUESTION.replace("What does a new roof cost?", "Nothing of interest."))
    room.now = info.now
    room.asked(QUESTION)
    assert [inquiry.excerpt for inquiry in room.inquiries] == ["Nothing of interest.", "What does a new roof cost?"]


MACHINE_HEADERS = (
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-generated",
    "List-Id: <news.shop.example>",
    "Precedence: bulk",
    "X-Spam-Flag: YES",
    "Return-Path: <>",
    "X-Autoreply: yes",
    "X-Auto-Response-Suppress: All",
    "List-Unsubscribe: <https://shop.example/u>\n    Precedence: list",
    "X-Failed-Recipients: dave@mill.example",
)


def marked(message: str, header: str) -> str:
    """The same mail, octet for octet but for one header more."""
    return message.replace("Subject:", f"{header}\n    Subject:", 1)


@pytest.mark.parametrize("header", MACHINE_HEADERS)
@pytest.mark.parametrize(("words", "mailbox"), [("same", "info"), ("reflowed", "sales")])
def test_a_twin_in_the_same_words_but_with_a_machines_marks_does_not_hide_the_real_mail(room, header, words, mailbox):
    first = room if mailbox == "sales" else Mailroom(store=room.store, name=mailbox)
    twin = marked(QUESTION, header)
    first.asked(twin if words == "same" else twin.replace("new roof", "new\n    roof"))
    room.now = first.now
    kind, why = room.asked(QUESTION)
    assert not why.startswith("the same message as")
    assert kind in ("inquiry", "reply")
    assert [inquiry.excerpt for inquiry in room.inquiries][-1] == "What does a new roof cost?"
    if mailbox == "info":
        assert len(room.acknowledgements) == 1, "the customer is told"
    other = Mailroom(store=room.store, name="third")
    other.now = room.now
    assert other.asked(QUESTION)[1] == "the same message as sales/INBOX/" + ("2" if mailbox == "sales" else "1")


@pytest.mark.parametrize("header", MACHINE_HEADERS)
def test_a_copy_with_a_machines_marks_that_comes_second_opens_nothing(room, header):
    room.asked(QUESTION)
    other = Mailroom(store=room.store, name="info")
    other.now = room.now
    assert other.asked(marked(QUESTION, header))[1] == "the same message as sales/INBOX/1"


@pytest.mark.parametrize("header", MACHINE_HEADERS)
def test_the_same_marks_twice_are_a_copy(room, header):
    room.asked(marked(QUESTION, header))
    other = Mailroom(store=room.store, name="info")
    other.now = room.now
    assert other.asked(marked(QUESTION, header))[1] == "the same message as sales/INBOX/1"


@pytest.mark.parametrize("settle", ["sent", "dismissed"])
def test_other_words_under_the_same_id_are_shown_though_the_first_were_settled(room, settle):
    room.asked(QUESTION.replace("What does a new roof cost?", "Nothing of interest."))
    if settle == "sent":
        room.sent(reply())
    else:
        with room.store.write_transaction() as tx:
            tx.inquiries.save(replace(room_inquiry(tx), state=InquiryState.DISMISSED, next_nag_at=None))
    room.asked(QUESTION)
    (waiting,) = [inquiry for inquiry in room.inquiries if inquiry.state is WAITING]
    assert waiting.excerpt == "What does a new roof cost?"


def room_inquiry(tx):
    (inquiry,) = tx.inquiries.find_by_state()
    return inquiry


def test_a_copy_whose_lines_a_gateway_broke_is_no_message_of_its_own(room):
    room.asked(QUESTION)
    assert room.asked(QUESTION.replace("new roof", "new\n    roof"))[1].startswith("the same message as")


def test_a_second_order_under_the_same_subject_does_not_compete_with_the_first_that_was_answered(room):
    room.asked(QUESTION)
    room.sent(reply())
    room.asked(SECOND_ORDER)
    assert room.sent(WITHOUT_IDS.replace("r1@", "r2@")) == ("outgoing", "answers 2")
    assert states(room) == [ANSWERED, ANSWERED]


def test_a_reply_of_before_the_second_order_that_is_seen_late_is_none_to_it(room):
    room.asked(QUESTION)
    room.sent(reply())
    late = room.now
    room.asked(SECOND_ORDER)
    after, room.now = room.now, late
    room.sent(WITHOUT_IDS.replace("r1@", "r2@"), minutes=1)
    room.now = after
    assert states(room) == [ANSWERED, WAITING]


def test_a_reply_without_ids_to_one_of_two_open_ones_closes_neither_but_asks(room):
    room.asked(QUESTION)
    room.asked(SECOND_ORDER)
    assert room.sent(WITHOUT_IDS) == ("outgoing", "could answer any of 1, 2: closes none")
    assert states(room) == [WAITING, WAITING]
    assert all(inquiry.possible_answer is not None for inquiry in room.inquiries)


def test_strangers_under_one_id_are_two_questions_still(room):
    room.asked(QUESTION)
    room.asked(QUESTION.replace("carol@", "dave@").replace("Carol", "Dave"))
    room.sent(reply(to="carol@customer.example, dave@customer.example"))
    assert states(room) == [WAITING, WAITING]


def test_where_two_strangers_wrote_under_one_id_each_goes_on_in_their_own(room):
    """An id can be copied, or made twice by a bad program. Found by the simulation, seed 699."""
    room.asked(QUESTION.replace("carol@", "dave@").replace("Carol", "Dave"))
    room.asked(QUESTION)
    assert [each.customer for each in room.inquiries] == ["dave@customer.example", "carol@customer.example"]
    room.sent(reply())
    assert [each.state for each in room.inquiries] == [InquiryState.WAITING, InquiryState.ANSWERED]
    kind, why = room.asked(again("And when can you come?", headers="In-Reply-To: <q1@customer.example>"))
    assert (kind, why) == ("reply", "reopens 2")
    assert [each.state for each in room.inquiries] == [InquiryState.WAITING, InquiryState.WAITING]


def test_a_question_is_not_hidden_in_a_strangers_inquiry_that_has_the_id_of_its_own_first_mail(room):
    """Folders are read one after the other: the second mail may come before the first. Found by the simulation, seed 2381."""
    room.asked(QUESTION.replace("carol@", "dave@").replace("A quote", "The price of a door"))
    room.asked(again("And when can you come?", headers="In-Reply-To: <q1@customer.example>"))
    room.asked(QUESTION, minutes=-60)
    assert {inquiry.customer: inquiry.state for inquiry in room.inquiries} == {
        "dave@customer.example": InquiryState.WAITING,
        "carol@customer.example": InquiryState.WAITING,
    }
    assert len(room.inquiries) == 2, "her two mails are one conversation"


def test_an_answer_seen_before_its_question_waits_for_it_though_a_stranger_wrote_under_the_same_id(room):
    """Found by the simulation, seed 9175."""
    room.asked(QUESTION.replace("carol@", "dave@").replace("Carol", "Dave"))
    assert room.sent(reply()) == ("outgoing", "no answer to 1: not addressed to the customer")
    room.asked(QUESTION)
    assert [each.state for each in room.inquiries] == [InquiryState.WAITING, InquiryState.ANSWERED]


def test_what_went_to_a_stranger_under_the_same_id_keeps_its_writer_waiting(room):
    """Her question is seen last: her second mail went to the stranger's inquiry, and the reply was to the first. Found by the
    simulation, seed 76004."""
    room.asked(QUESTION.replace("carol@", "dave@").replace("Carol", "Dave"))
    room.sent(reply())
    room.asked(again("And the gutter?", headers="In-Reply-To: <q1@customer.example>"))
    room.asked(QUESTION, minutes=-60)
    assert {each.customer: each.state for each in room.inquiries} == {
        "dave@customer.example": InquiryState.WAITING,
        "carol@customer.example": InquiryState.WAITING,
    }
