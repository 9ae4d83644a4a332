"""service/conversation.py: whose answer is it? Messages in the shape real programs give them, through the real way in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.programs import PROGRAMS, QUESTION, again, reply
from tests.worlds import Mailroom
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import InquiryState


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


# --- as programs write them


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_reply_in_the_sent_folder_closes(room, program):
    room.asked(QUESTION)
    assert room.inquiry.state is InquiryState.WAITING
    room.sent(PROGRAMS[program])
    assert room.inquiry.state is InquiryState.ANSWERED, room.journal()
    assert room.inquiry.reply_proof.by == "anna@example.com"
    assert "(medium)" not in room.inquiry.reply_proof.how


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_same_reply_into_the_inbox_is_a_hint_and_closes_nothing(room, program):
    """Whoever writes `From: Anna` is not Anna."""
    room.asked(QUESTION)
    kind, why = room.asked(PROGRAMS[program])
    assert (kind, why) == ("outgoing", "no answer to 1: only a hint")
    assert room.inquiry.state is InquiryState.WAITING
    assert room.inquiry.next_nag_at is not None
    assert room.inquiry.possible_answer.by == "anna@example.com"
    assert any(each.startswith("looks answered") for each in room.journal())


def test_an_outlook_pair_without_ids_is_tied_by_its_index():
    room = Mailroom()
    index = "AQHbPYpTPkVqY0mYt1Z8yXo1QkYc6A=="
    room.asked(QUESTION.replace("MIME-Version: 1.0", f"Thread-Index: {index}"))
    room.sent(
        reply(headers="Thread-Index: AQHbPYpTPkVqY0mYt1Z8yXo1QkYc6LLxAbCd", to="Carol C <carol@customer.example>")
    )
    assert room.inquiry.state is InquiryState.ANSWERED
    assert room.inquiry.reply_proof.how == "Sent: same Thread-Index and subject, no id (medium)"


def test_a_subject_alone_is_medium_and_says_so(room):
    room.asked(QUESTION)
    room.sent(reply(headers="X-Mailer: old"))
    assert room.inquiry.state is InquiryState.ANSWERED
    assert room.inquiry.reply_proof.how == "Sent: same subject and customer, no id (medium)"


@pytest.mark.parametrize(
    ("why", "raw", "minutes"),
    [
        ("no reply prefix", reply(headers="X-Mailer: old", subject="A quote, please"), 10),
        ("another subject", reply(headers="X-Mailer: old", subject="Re: A roof"), 10),
        ("another customer", reply(headers="X-Mailer: old", to="dave@elsewhere.example"), 10),
        ("40 days later", reply(headers="X-Mailer: old"), 40 * 24 * 60),
    ],
)
def test_what_a_subject_alone_does_not_tie(room, why, raw, minutes):
    room.asked(QUESTION)
    room.sent(raw, minutes=minutes)
    assert (room.inquiry.state, room.inquiry.possible_answer) == (InquiryState.WAITING, None)


def test_two_inquiries_with_one_subject_are_ambiguous_and_neither_closes(room):
    room.asked(QUESTION)
    room.asked(QUESTION.replace("q1@", "q2@").replace("new roof", "new door"))
    kind, why = room.sent(reply(headers="X-Mailer: old"))
    assert (kind, why) == ("outgoing", "could answer any of 1, 2: closes none")
    assert [each.state for each in room.inquiries] == [InquiryState.WAITING, InquiryState.WAITING]
    assert all(each.possible_answer.message_id == "r1@example.com" for each in room.inquiries)


def test_the_servers_own_thread_ties_what_has_no_id(room):
    room.asked(QUESTION, thread_id="1816000000000000001")
    room.sent(reply(headers="X-Mailer: old", subject="Your roof"), thread_id="1816000000000000001")
    assert room.inquiry.state is InquiryState.ANSWERED
    assert room.inquiry.reply_proof.how == "Sent: the server keeps both in one thread"


def test_forms_that_a_server_keeps_in_one_thread_stay_two_inquiries(room):
    room.asked(QUESTION, thread_id="7")
    room.asked(QUESTION.replace("q1@", "q9@").replace("carol@", "dave@").replace("Carol", "Dave"), thread_id="7")
    assert [each.customer for each in room.inquiries] == ["carol@customer.example", "dave@customer.example"]


@pytest.mark.parametrize(
    "subject", ["Re: A quote, please", "[EXT] RE: A quote, please", "AW: [#4711] A quote, please - urgent", ""]
)
def test_who_answers_a_known_id_under_its_subject_goes_on_in_its_inquiry(room, subject):
    """From another address of hers; a gateway may have written around the subject."""
    room.asked(QUESTION)
    private = again("And the gutter?", headers="In-Reply-To: <q1@customer.example>", subject=subject)
    assert room.asked(private.replace("carol@customer.example", "c@private.example")) == ("reply", "continues 1")


@pytest.mark.parametrize(
    "header", ["X-Microsoft-Original-Message-ID", "X-Original-Message-ID", "X-Google-Original-Message-ID"]
)
def test_an_id_that_a_relay_replaced_is_remembered(room, header):
    room.asked(QUESTION)
    aliased = f"In-Reply-To: <q1@customer.example>\n    {header}: <was@example.com>"
    room.sent(reply(id="rewritten@region.mail.example", headers=aliased))
    room.asked(QUESTION.replace("q1@", "q2@").replace("MIME-Version: 1.0", "In-Reply-To: <was@example.com>"))
    assert room.inquiry.state is InquiryState.WAITING, "the customer asked again, in the same inquiry"


# --- no answers

NOT_AN_ANSWER = {
    "a forward to a colleague": reply(to="ben@example.com", subject="Fwd: A quote, please"),
    "a reply to somebody else": reply(to="dave@elsewhere.example"),
    "an out-of-office": reply(headers="In-Reply-To: <q1@customer.example>\n    Auto-Submitted: auto-replied"),
    "an out-of-office by its subject": reply(subject="Automatic reply: A quote, please", text="I am out of office until Friday."),
    "an empty reply": reply(text=""),
    "a read receipt": reply(headers="In-Reply-To: <q1@customer.example>").replace(
        "Content-Type: text/plain; charset=utf-8", "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", NOT_AN_ANSWER)
def test_what_is_no_answer(room, what):
    room.asked(QUESTION)
    room.sent(NOT_AN_ANSWER[what])
    assert (room.inquiry.state, room.inquiry.reply_proof, room.inquiry.possible_answer) == (
        InquiryState.WAITING,
        None,
        None,
    )


def test_a_draft_is_no_answer(room):
    room.asked(QUESTION)
    room.sent(reply(), flags=("\\Seen", "\\Draft"))
    assert room.inquiry.state is InquiryState.WAITING


def test_our_own_acknowledgement_in_the_sent_folder_is_no_answer(room):
    room.asked(QUESTION)
    (letter,) = room.acknowledgements
    kind, _ = room.sent(letter.data)
    assert kind == "own"
    assert room.inquiry.state is InquiryState.WAITING


def test_the_mark_answered_is_a_hint_and_closes_where_it_is_trusted():
    room = Mailroom()
    room.asked(QUESTION, flags=("\\Answered",))
    assert room.inquiry.state is InquiryState.WAITING
    assert "\\Answered" in room.inquiry.possible_answer.how
    trusting = Mailroom(trust_answered=True)
    trusting.asked(QUESTION, flags=("\\Answered",))
    assert trusting.inquiry.state is InquiryState.ANSWERED
    assert trusting.inquiry.reply_proof.how == "the mark \\Answered (medium)"


def test_a_customer_who_thanks_for_what_was_never_seen_is_a_hint(room):
    room.asked(QUESTION)
    room.asked("""
        From: Carol <carol@customer.example>
        To: Anna <anna@example.com>, sales@example.com
        Subject: Re: A quote, please
        Message-ID: <q2@customer.example>
        In-Reply-To: <never.seen@phone.example>
        References: <q1@customer.example> <never.seen@phone.example>

        Thank you very much!

        On Mon, Nov 23, 2026, Anna <anna@example.com> wrote:
        > It costs five euros.
    """)
    assert room.inquiry.state is InquiryState.WAITING
    assert room.inquiry.possible_answer.by == "anna@example.com"


def test_a_colleagues_reply_with_the_mailbox_in_cc_closes_where_its_sender_is_vouched_for():
    room = Mailroom(us={"authserv_id": "mx.example.com"})
    room.asked(QUESTION)
    vouched = (
        "In-Reply-To: <q1@customer.example>\n    Cc: sales@example.com\n    Authentication-Results: {}; dmarc=pass"
    )
    room.asked(reply(headers=vouched.format("mx.attacker.example")))
    assert (room.inquiry.state, room.inquiry.possible_answer is not None) == (InquiryState.WAITING, True)
    room.asked(reply(id="r2@example.com", headers=vouched.format("mx.example.com")))
    assert room.inquiry.state is InquiryState.ANSWERED
    assert room.inquiry.reply_proof.how.endswith("(medium)")


# --- holding


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your mail. I'll get back to you tomorrow.",
        "Hi Carol, let me check with my colleague. Anna",
        "Vielen Dank für Ihre Anfrage. Ich melde mich morgen bei Ihnen.",
        "Bonjour, je me renseigne et je reviens vers vous demain.",
        "Buenos días, le responderé mañana.",
        "Buongiorno, verifico e le farò sapere.",
        "Vou verificar e respondo amanhã.",
        "Ik kom er morgen op terug: u hoort dan van mij.",
    ],
)  # fmt: skip
def test_a_holding_reply_restarts_the_clock(room, text):
    room.asked(QUESTION)
    before = room.inquiry
    room.sent(reply(text=text), minutes=90)
    after = room.inquiry
    assert (after.state, after.nags, after.reply_proof) == (InquiryState.WAITING, 0, None)
    assert after.next_nag_at > before.next_nag_at
    assert after.promise_at > before.promise_at
    assert any(each.startswith("holding reply: by anna@example.com") for each in room.journal())
    room.sent(reply(id="r2@example.com"))
    assert room.inquiry.reply_proof.message_id == "r2@example.com"


@pytest.mark.parametrize(
    "text",
    [
        "It costs 500 €. I'll get back to you tomorrow with the details.",
        "Please find the offer attached. I'll get back to you about the date.",
        "Sorry that I didn't get back to you sooner: yes, we can do that.",
        "Ja, das geht. Im Anhang das Angebot; wegen des Termins melde ich mich.",
        "Yes, on Monday.",
        "The roof is made of slate. " * 20 + "I'll get back to you about the colour.",
    ],
)  # fmt: skip
def test_who_promises_and_answers_has_answered(room, text):
    room.asked(QUESTION)
    room.sent(reply(text=text))
    assert room.inquiry.state is InquiryState.ANSWERED


def test_a_promise_beside_other_words_stays_open_and_asks(room):
    room.asked(QUESTION)
    before = room.inquiry
    assert (
        room.sent(reply(text="Slate is rare. I'll get back to you."), minutes=90)[1]
        == "no answer to 1: perhaps only a promise"
    )
    after = room.inquiry
    assert (after.state, after.possible_answer.by) == (InquiryState.WAITING, "anna@example.com")
    assert after.possible_answer.how.startswith("only a promise?: ")
    assert after.next_nag_at > before.next_nag_at
    room.sent(reply(id="r2@example.com"))
    assert (room.inquiry.state, room.inquiry.possible_answer) == (InquiryState.ANSWERED, None)


# --- the customer writes again


def test_thanks_leave_it_closed_and_a_question_opens_it_again(room):
    room.asked(QUESTION)
    room.sent(reply())
    room.asked(again("Thank you very much!"))
    assert room.inquiry.state is InquiryState.ANSWERED
    room.asked(again("Thanks! And what about the door?", id="q3@customer.example"))
    assert room.inquiry.state is InquiryState.WAITING
    assert len(room.acknowledgements) == 1


def test_a_new_subject_in_an_old_thread_is_a_new_inquiry(room):
    room.asked(QUESTION)
    room.sent(reply())
    chain = "References: <q1@customer.example> <r1@example.com>"
    room.asked(again("Do you also sell windows?", subject="Windows for the cellar", headers=chain))
    assert [each.state for each in room.inquiries] == [InquiryState.ANSWERED, InquiryState.WAITING]
    room.asked(again("Please answer.", id="q3@customer.example", subject="A quote, again", headers=chain))
    assert len(room.inquiries) == 2, "a word of the old subject is enough to stay"


def test_reopen_undoes_and_the_same_reply_does_not_close_again(room):
    room.asked(QUESTION)
    room.sent(reply())
    with room.store.write_transaction() as tx:
        undone = decide.apply_command(
            room_inquiry(tx), decide.InquiryCommand("reopen", "anna"), room.intake.config.policy, room.now
        )
        tx.inquiries.save(undone.inquiry)
    room.asked(again("Thank you very much!"))
    assert room.inquiry.state is InquiryState.WAITING
    room.sent(reply(id="r2@example.com"))
    assert room.inquiry.reply_proof.message_id == "r2@example.com"


def test_what_was_settled_by_hand_needs_no_answer_when_the_customer_asks_something_else(room):
    room.asked(QUESTION)
    with room.store.write_transaction() as tx:
        closed = decide.apply_command(
            room_inquiry(tx), decide.InquiryCommand("done", "anna"), room.intake.config.policy, room.now
        )
        tx.inquiries.save(closed.inquiry)
    room.asked(again("And the door?", headers="In-Reply-To: <q1@customer.example>"), minutes=60)
    assert (room.inquiry.state, room.inquiry.waiting_since) == (InquiryState.WAITING, room.now)


@pytest.mark.parametrize("words", ["And the door?", "Thank you very much!"])
def test_only_a_question_ends_a_snooze_and_begins_the_wait_anew(room, words):
    """What was told before the snooze is not told of the question: the journal says where the wait begins. Found by the simulation,
    seed 1574."""
    room.asked(QUESTION)
    with room.store.write_transaction() as tx:
        command = decide.InquiryCommand("snooze", "anna", snooze_until=room.now + timedelta(days=2))
        put_off = decide.apply_command(room_inquiry(tx), command, room.intake.config.policy, room.now)
        tx.inquiries.save(put_off.inquiry)
    room.asked(again(words, headers="In-Reply-To: <q1@customer.example>"))
    is_question = words.endswith("?")
    assert room.inquiry.state is (InquiryState.WAITING if is_question else InquiryState.SNOOZED)
    assert any(line.startswith("reopened") for line in room.journal()) is is_question


def room_inquiry(tx):
    (only,) = tx.inquiries.find_by_state()
    return only


def test_two_customers_in_one_thread_each_need_an_answer(room):
    room.asked(QUESTION)
    dave = (
        again("And when?", headers="In-Reply-To: <q1@customer.example>")
        .replace("carol@", "dave@")
        .replace("Carol", "Dave")
    )
    room.asked(dave)
    room.sent(reply(to="dave@customer.example", headers="In-Reply-To: <q2@customer.example>"))
    assert room.inquiry.state is InquiryState.WAITING, "Carol still waits"
    room.sent(reply(id="r2@example.com"))
    assert room.inquiry.state is InquiryState.ANSWERED


def test_what_turns_out_to_be_one_conversation_becomes_one_inquiry(room):
    room.asked(QUESTION)
    room.asked(again("And the door?", headers="In-Reply-To: <r1@example.com>", subject="Re: The door"))
    assert len(room.inquiries) == 2, "nothing ties them yet"
    room.sent(reply(), minutes=-5)
    first, second = room.inquiries
    assert (first.state, second.state) == (InquiryState.WAITING, InquiryState.DISMISSED)
    assert second.problem == "the same conversation as 1"
    assert first.last_customer_id == "q2@customer.example"


# --- passed on by a group

GROUP = """
    Delivered-To: sales@example.com
    X-Original-Sender: carol@customer.example
    X-Original-From: Carol <carol@customer.example>
    Precedence: list
    Mailing-list: list sales@example.com; contact sales+owners@example.com
    List-ID: <sales.example.com>
    X-Google-Group-Id: 1234567890
    List-Post: <https://groups.google.com/a/example.com/group/sales/post>, <mailto:sales@example.com>
    List-Unsubscribe: <mailto:googlegroups-manage+1234567890+unsubscribe@googlegroups.com>
    From: "'Carol' via Sales" <sales@example.com>
    To: sales@example.com
    Reply-To: Carol <carol@customer.example>
    Subject: A quote, please
    Message-ID: <q1@customer.example>

    What does a new roof cost?
"""


def test_a_group_that_writes_its_own_name_over_the_customers_hides_nobody(room):
    room.asked(GROUP)
    assert (room.inquiry.customer, room.inquiry.customer_name) == ("carol@customer.example", "Carol")
    assert room.acknowledgements == [], "nobody vouches for whom the group names"
    room.sent(reply())
    assert room.inquiry.state is InquiryState.ANSWERED


def test_a_list_of_others_and_a_service_stay_what_they_are(room):
    foreign = GROUP.replace("/a/example.com/", "/").replace("+owners", "")
    foreign = foreign.replace("sales@example.com", "talk@elsewhere.example").replace(
        "<sales.example.com>", "<talk.elsewhere.example>"
    )
    foreign = foreign.replace("To: talk@elsewhere.example", "To: sales@example.com")
    kind, _ = room.asked(foreign.replace("Subject: ", "Subject: [talk] "))
    assert kind == "bulk"
    service = QUESTION.replace(
        "From: Carol <carol@customer.example>", "From: Carol via Signing <no-reply@signing.example>"
    )
    room.asked(service.replace("MIME-Version: 1.0", "Reply-To: carol@customer.example"))
    assert [each.recipient for each in room.acknowledgements] == []


def test_who_vouches_for_the_group_does_not_vouch_for_the_writer():
    """Anybody may write to a group, in anybody's name."""
    room = Mailroom(us={"authserv_id": "mx.example.com"})
    room.asked(QUESTION)
    forged = (
        GROUP.replace("carol@customer.example", "anna@example.com").replace("<q1@", "<r1@").replace("Carol", "Anna")
    )
    forged = forged.replace("To: sales@example.com", "To: sales@example.com, carol@customer.example")
    vouched = (
        "Authentication-Results: mx.example.com; dmarc=pass\n    In-Reply-To: <q1@customer.example>\n    Subject: A"
    )
    room.asked(forged.replace("Subject: A", vouched))
    assert (room.inquiry.state, room.inquiry.possible_answer.by) == (InquiryState.WAITING, "anna@example.com")
