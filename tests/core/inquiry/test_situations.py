"""core/inquiry/known_thread.py: eighteen situations of threads as mail programs and relays make them, each with the end it must have."""

from __future__ import annotations

import textwrap

import pytest

from tests.programs import QUESTION, again, reply
from tests.worlds import Mailroom
from watcher.core.inquiry.model import InquiryState

WAITING, ANSWERED = InquiryState.WAITING, InquiryState.ANSWERED


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


@pytest.fixture
def answered(room):
    room.asked(QUESTION)
    room.sent(reply())
    assert room.inquiry.state is ANSWERED
    return room


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, please send 40 of them.",  # L01
        "Danke, bitte schicken Sie die Rechnung.",  # L03
        "Thank you, we accept.\n\n        -- \n        Carol Miller\n        Miller Ltd",  # L07
        "Yes please, go ahead.",  # L10
    ],
)
def test_more_than_thanks_reopens(answered, text):
    assert answered.asked(again(text)) == ("reply", "reopens 1")
    assert answered.inquiry.state is WAITING


def test_thanks_alone_leave_it_answered(answered):  # L08
    assert answered.asked(again("Thank you very much!")) == ("reply", "thanks for 1")
    assert answered.inquiry.state is ANSWERED


def test_words_that_may_be_thanks_open_it_again_and_a_person_is_asked(room):
    room.asked(QUESTION)
    room.sent(reply())
    before = room.inquiry
    room.asked(again("Thanks a bunch, that sorts the flux capacitor!", headers="In-Reply-To: <r1@example.com>"))
    after = room.inquiry
    assert (before.state, after.state) == (InquiryState.ANSWERED, InquiryState.WAITING)
    assert (after.possible_answer.by, after.possible_answer.how[:12]) == ("anna@example.com", "only thanks?")
    room.asked(again("Thanks! And what about the door?", id="q3@customer.example"))
    assert room.inquiry.possible_answer is None
    room.sent(reply(id="r2@example.com"))
    assert (room.inquiry.state, room.inquiry.possible_answer) == (InquiryState.ANSWERED, None)


def test_thanks_with_a_file_reopen(answered):  # L09
    headers = (
        'In-Reply-To: <r1@example.com>\n        MIME-Version: 1.0\n        Content-Type: multipart/mixed; boundary="b"'
    )
    body = """--b
        Content-Type: text/plain

        Thanks, order attached.
        --b
        Content-Type: application/pdf; name="order.pdf"
        Content-Disposition: attachment; filename="order.pdf"

        JVBERi0xLjQK
        --b--"""
    answered.asked(again(body, headers=headers))
    assert answered.inquiry.state is WAITING


CAR = QUESTION.replace("A quote, please", "Auto: Inspektion und neue Bremsen")


def test_a_subject_about_a_car_is_answered_and_goes_on(room):  # L11, L14
    room.asked(CAR)
    assert room.sent(reply(subject="Re: Auto: Inspektion und neue Bremsen")) == ("outgoing", "answers 1")
    assert room.inquiry.state is ANSWERED
    room.asked(again("Geht es auch am Dienstag?", subject="Re: Auto: Inspektion und neue Bremsen"))
    assert room.inquiry.state is WAITING


@pytest.mark.parametrize("subject", ["Re: Auto: Inspektion und neue Bremsen", "Auto: Inspektion und neue Bremsen"])
def test_a_customers_next_question_about_a_car(room, subject):  # L14
    room.asked(CAR)
    room.asked(again("Und die Bremsen, bis wann?", headers="In-Reply-To: <q1@customer.example>", subject=subject))
    assert room.inquiry.last_customer_id == "q2@customer.example"


INVITATION = """MIME-Version: 1.0
    In-Reply-To: <q1@customer.example>
    Content-Type: multipart/alternative; boundary="b"

    --b
    Content-Type: text/plain; charset=utf-8

    {text}
    --b
    Content-Type: text/calendar; charset=utf-8; method={method}

    BEGIN:VCALENDAR
    METHOD:{method}
    BEGIN:VEVENT
    UID:1@example.com
    END:VEVENT
    END:VCALENDAR
    --b--
"""


def invitation(
    method, text, sender="Anna <anna@example.com>", to="carol@customer.example", parent="q1@customer.example"
):
    head = (
        f"\n    From: {sender}\n    To: {to}\n    Subject: Re: A quote, please\n    Message-ID: <i1@example.com>\n    "
    )
    return head + INVITATION.format(text=text, method=method).replace("q1@customer.example", parent)


@pytest.mark.parametrize("text", ["We come on Tuesday at four.", ""])
def test_an_invitation_of_ours_answers(room, text):  # L16
    room.asked(QUESTION)
    assert room.sent(invitation("REQUEST", text)) == ("outgoing", "answers 1")
    assert room.inquiry.state is ANSWERED


def test_an_acceptance_without_a_word_is_a_hint(room):
    """Calendars accept by themselves."""
    room.asked(QUESTION)
    room.sent(invitation("REPLY", ""))
    assert (room.inquiry.state, room.inquiry.possible_answer.by) == (WAITING, "anna@example.com")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Thank you for your message. Our workshop will be closed from 8 to 24 August. Have a nice summer!", WAITING),
        ("Takk for meldingen. Verkstedet vårt er stengt fra 8. til 24. august. God sommer!", WAITING),
        (
            "Σας ευχαριστούμε για το μήνυμά σας. Το εργαστήριό μας θα παραμείνει κλειστό από 8 έως και 24 Αυγούστου.",
            WAITING,
        ),
        ("We close for the holidays on 8 August, until then we can do it.", ANSWERED),
    ],
)
def test_a_house_s_absence_text_without_a_header_closes_nothing(room, text, state):
    room.asked(QUESTION)
    room.sent(reply(text=text))
    assert room.inquiry.state is state


@pytest.mark.parametrize(
    "text",
    [
        "Takk for meldingen. Verkstedet vårt er stengt fra 8. til 24. august.",
        "Thank you for your message. I am out of the office until Monday.",
        "Der Zimmermann ist diese Woche im Urlaub, das Holz kommt aus Polen, und ich melde mich morgen bei Ihnen.",
    ],
)
def test_what_may_be_an_absence_text_of_the_house_is_asked_about(room, text):
    room.asked(QUESTION)
    room.sent(reply(text=text))
    assert room.inquiry.state is WAITING
    assert room.inquiry.possible_answer.how.startswith("Sent, perhaps an absence notice")


@pytest.mark.parametrize(
    ("method", "text", "state"),
    [
        ("REPLY", "Tuesday does not suit us. Would Thursday be possible?", WAITING),
        ("COUNTER", "Thursday at four would suit us better. Is that possible?", WAITING),
        ("REQUEST", "Hello Anna,\n\n    could you come by on Tuesday at four to measure the roof?", WAITING),
        ("REPLY", "", ANSWERED),
        ("REPLY;ACCEPTED", "Carol Customer ha aceptado esta invitación.", ANSWERED),
        ("REPLY;ACCEPTED", "Carol Customer will be there. What should I bring?", WAITING),
        ("REPLY;DECLINED", "Carol Customer ha rechazado esta invitación.", WAITING),
        ("CANCEL", "", ANSWERED),
    ],
)
def test_a_customers_calendar_speaks_where_a_person_wrote(answered, method, text, state):
    carol = ("Carol Customer <carol@customer.example>", "sales@example.com", "r1@example.com")
    method, _, answer = method.partition(";")
    mail = invitation(method, text, *carol).replace("i1@example.com", "i2@customer.example")
    answered.asked(
        mail.replace("END:VEVENT", f"ATTENDEE;PARTSTAT={answer}:mailto:carol@customer.example\n    END:VEVENT")
    )
    assert answered.inquiry.state is state


@pytest.mark.parametrize(
    "marks",
    [
        "Auto-Submitted: auto-generated\n        X-Zendesk-From-Account-Id: 7f3",  # L18
        "Return-Path: <>",  # L20
        "Precedence: bulk",
        "List-Unsubscribe: <mailto:out@relay.example>",
        "X-Loop: forwarder@relay.example",
        "X-Spam-Flag: YES",
    ],
)
def test_transport_marks_do_not_hide_a_customers_words(answered, marks):
    answered.asked(again("And what does a chimney cost?", headers=f"In-Reply-To: <r1@example.com>\n        {marks}"))
    assert answered.inquiry.state is WAITING


@pytest.mark.parametrize("house", [False, True])
def test_an_emoji_is_neither_question_nor_answer(room, house):
    room.asked(QUESTION)
    if not house:
        room.sent(reply())
    body = """--b
        Content-Type: text/plain

        {} reacted to your message
        --b
        Content-Type: text/vnd.google.email-reaction+json

        {{"version": 1, "emoji": "x"}}
        --b--"""
    headers = 'In-Reply-To: <{}>\n        MIME-Version: 1.0\n        Content-Type: multipart/alternative; boundary="b"'
    mail = again(body.format("Somebody"), headers=headers.format("q1@customer.example" if house else "r1@example.com"))
    if house:
        mail = mail.replace("Carol <carol@customer.example>", "Anna <anna@example.com>").replace(
            "To: Example Sales <sales@example.com>", "To: carol@customer.example"
        )
        room.sent(mail)
    else:
        room.asked(mail)
    assert room.inquiry.state is (WAITING if house else ANSWERED)


@pytest.mark.parametrize("marks", ["Auto-Submitted: auto-replied", "X-Autoreply: yes"])
def test_a_declared_automatic_reply_does_not_reopen(answered, marks):
    answered.asked(again("We have received your mail.", headers=f"In-Reply-To: <r1@example.com>\n        {marks}"))
    assert answered.inquiry.state is ANSWERED


@pytest.mark.parametrize(
    ("sender", "state"),
    [
        ("eve@elsewhere.example", ANSWERED),
        ("eve@gmail.com", ANSWERED),
        ("dave@customer.example", WAITING),
        ("dave@shop.customer.example", WAITING),
    ],
)
def test_a_stranger_under_the_thread_s_id_with_such_marks_is_no_customer(answered, sender, state):
    mail = again("Buy now", headers="In-Reply-To: <r1@example.com>\n        Precedence: bulk")
    answered.asked(mail.replace("carol@customer.example", sender))
    assert answered.inquiry.state is state


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office until Monday and will reply when I am back.",
        "Ich bin bis zum 30. November im Urlaub. In dringenden Fällen wenden Sie sich an Herrn Kunze.",
        "Je suis absente jusqu'au 30 novembre. En cas d'urgence, veuillez contacter M. Dupont.",
        "Меня нет: нахожусь в отпуске до 30 ноября. По срочным вопросам обращайтесь к Ивану.",
        "出張のため不在にしております。30日以降にご連絡いたします。",
        "We have received your message, ticket 4711, and will get back to you.",
        "Dies ist eine automatische Nachricht, bitte antworten Sie nicht auf diese E-Mail.",
        'Carol Customer would like to recall the message, "A roof".',
    ],
)
def test_an_absence_without_a_header_does_not_reopen(answered, text):  # L23
    assert answered.asked(again(text)) == ("automatic", "an automatic reply to our own mail")
    assert answered.inquiry.state is ANSWERED


@pytest.mark.parametrize(
    "text",
    [
        "I am on holiday until Friday. Could you come on Monday?",
        "I am on holiday until Friday, please deliver when I am back on Monday.",
        "Ich bin bis zum 30. im Urlaub, bitte schicken Sie die Rechnung danach.",
    ],
)
def test_a_customer_who_is_away_and_wants_something_reopens(answered, text):
    answered.asked(again(text))
    assert answered.inquiry.state is WAITING


def test_an_answer_whose_id_was_rewritten_is_tied_by_the_first_id(answered):  # L26
    headers = "In-Reply-To: <rewritten@outlook.example>\n        References: <q1@customer.example> <rewritten@outlook.example>"
    answered.asked(again("And a chimney?", headers=headers))
    assert answered.inquiry.state is WAITING


def test_two_mails_that_name_a_root_never_seen_are_one_inquiry(room):  # L27
    headers = "In-Reply-To: <root@never.example>\n        References: <root@never.example>"
    room.asked(again("What does a roof cost?", id="a1@customer.example", headers=headers))
    room.asked(again("And a chimney?", id="a2@customer.example", headers=headers))
    assert room.inquiry.state is WAITING


def test_a_second_person_who_answers_the_same_root_is_not_lost(room):  # L28
    headers = "In-Reply-To: <root@never.example>\n        References: <root@never.example>"
    room.asked(again("What does a roof cost?", id="a1@customer.example", headers=headers))
    other = again("And what does a chimney cost?", id="b1@elsewhere.example", headers=headers)
    room.asked(other.replace("Carol <carol@customer.example>", "Dave <dave@elsewhere.example>"))
    assert [inquiry.state for inquiry in room.inquiries] == [WAITING, WAITING]


FORM = """
    From: Example Sales <sales@example.com>
    To: Example Sales <sales@example.com>
    Reply-To: Carol <carol@customer.example>
    Subject: New message from the website
    Message-ID: <form1@example.com>

    Name: Carol
    Email: carol@customer.example
    Message: What does a new roof cost?
"""


def test_a_form_notice_from_our_own_address_is_answered_and_reopened(room):  # L29, L31, L32
    room.asked(FORM)
    assert (room.inquiry.state, room.inquiry.customer) == (WAITING, "carol@customer.example")
    headers = "In-Reply-To: <form1@example.com>"
    room.sent(reply(headers=headers, subject="Re: New message from the website"))
    assert room.inquiry.state is ANSWERED
    room.asked(again("And what does a chimney cost?", subject="Re: New message from the website"))
    assert room.inquiry.state is WAITING


def test_a_text_made_of_line_ends_is_searched_for_quotations_in_no_time():
    room = Mailroom()
    room.asked(QUESTION)
    thanks = again("Thank you very much!", headers="In-Reply-To: <never.seen@phone.example>")
    room.asked(textwrap.dedent(thanks).strip().encode() + b"\n\n" + b">\n" * 20_000)
    assert room.inquiry.possible_answer is None


@pytest.mark.parametrize("sent_folder_is_late", [False, True])
def test_a_reply_in_bcc_counts_once_the_customer_answers_it(room, sent_folder_is_late):
    """A help desk's own copy names no recipient, and a phone's sent folder may be synced after the customer's thanks."""
    room.asked(QUESTION)
    bcc = reply(to="undisclosed-recipients:;")
    thanks = again("Thank you very much!", headers="In-Reply-To: <r1@example.com>")
    for message in (thanks, bcc) if sent_folder_is_late else (bcc, thanks):
        assert room.inquiry.state is WAITING
        (room.asked if message is thanks else room.sent)(message)
    assert room.inquiry.state is ANSWERED
    assert "customer.example answered it" in room.inquiry.reply_proof.how


PARTNER = """
    From: Dave <dave@customer.example>
    To: Example Sales <sales@example.com>
    Cc: Carol <carol@customer.example>
    Subject: {subject}
    Message-ID: <p1@customer.example>
    In-Reply-To: <q2@customer.example>

    The drawing lacks the chimney. Could you quote both?
"""


def test_whoever_answers_a_customers_later_mail_under_its_subject_is_in_the_conversation(room):
    room.asked(QUESTION)
    room.asked(again("The drawing is attached.", headers="In-Reply-To: <q1@customer.example>", subject="The drawing"))
    assert room.asked(PARTNER.format(subject="Re: The drawing")) == ("reply", "continues 1")
    room.asked(PARTNER.format(subject="Something else").replace("p1@", "p2@").replace("dave@", "erin@"))
    assert len(room.inquiries) == 2, "a stranger who names an id of it, under a subject of their own, is not"
