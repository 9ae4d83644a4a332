"""core/inquiry/leads.py, service/leads.py: a contact waits until mail goes to it, whatever is seen first, and joins what it writes."""

from __future__ import annotations

import itertools
import random
import textwrap
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.worlds import MONDAY_MORNING, Mailroom
from watcher.core.contacts.model import Contact
from watcher.core.inquiry import leads
from watcher.core.inquiry.model import InquiryState
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator
from watcher.core.outbox.model import LetterKind
from watcher.service.leads import (
    ImportedContact,
    ImportTarget,
    answer_leads_by_mail,
    import_contacts,
    read_sent_arrival,
)

CAROL = Contact(2, Address("Carol@customer.example", "Carol"), "wants a roof")
MAIL = """
    From: anna@example.com
    To: {to}
    Message-ID: <m{n}@example.com>
    Subject: {subject}

    {words}
"""
BOUNCE = """
    From: MAILER-DAEMON@mx.example
    To: anna@example.com
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    Message-ID: <b1@mx.example>
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    It could not be delivered.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; carol@customer.example
    Action: failed
    Status: 5.1.1
    --b
    Content-Type: text/rfc822-headers

    Message-ID: <m1@example.com>
    From: anna@example.com
    To: carol@customer.example

    --b--
"""
FIRST = """
    From: Carol <carol@customer.example>
    To: sales@example.com
    Message-ID: <q1@customer.example>
    Subject: We met on Friday

    Could you send me a quote for a new roof?
"""


def to(address: str, n: int = 1, subject: str = "Nice to meet you", words: str = "Here is the offer.") -> str:
    return MAIL.format(to=address, n=n, subject=subject, words=words)


def people() -> dict[str, Person]:
    return {
        name: Person(
            name, Address(f"{name}@example.com", name.title()), (), own_addresses=frozenset({f"{name}@example.com"})
        )
        for name in ("anna", "ben")
    }


def imports(room: Mailroom, *contacts: Contact) -> list[ImportedContact]:
    target = ImportTarget(room.intake.messages.config.policy, people(), "anna")
    with room.store.write_transaction() as tx:
        return import_contacts(tx, contacts, target, room.now)


def sent_arrival(text: str) -> FetchedMessage:
    octets = textwrap.dedent(text).strip().encode()
    return FetchedMessage(Locator("sales", "Sent", 1, 99), FolderRole.SENT, octets, MONDAY_MORNING, len(octets))


def states(room: Mailroom) -> list[str]:
    return [str(inquiry.state) for inquiry in room.inquiries]


def test_a_contact_waits_like_an_inquiry_and_nobody_is_acknowledged():
    room = Mailroom()
    (row,) = imports(room, CAROL)
    lead = room.inquiry
    assert (row.inquiry, row.is_problem) == (lead.number, False)
    assert (lead.state, lead.customer, lead.customer_name, lead.owner, lead.tags) == (
        InquiryState.WAITING, "Carol@customer.example", "Carol", "anna", ("lead",),
    )  # fmt: skip
    assert (lead.subject, lead.excerpt, lead.ack_reason) == ("wants a roof", "", "imported")
    assert lead.promise_at is None, "to whom nobody promised anything"
    assert lead.next_nag_at == MONDAY_MORNING + timedelta(hours=2)
    with room.store.read_transaction() as tx:
        assert tx.count_rows_by_table()["letter"] == 0
        assert [entry.text for entry in tx.inquiries.journal_of(lead.number)] == [
            "imported as a contact to be written to: wants a roof"
        ]


def test_the_same_file_twice_makes_nothing_twice():
    room = Mailroom()
    met = Contact(3, Address("dave@x.example"), "", MONDAY_MORNING - timedelta(days=3))
    imports(room, CAROL, met)
    again = imports(room, CAROL, met)
    assert [(row.inquiry, row.is_problem) for row in again] == [(None, False), (None, False)]
    assert [row.text for row in again] == [
        "Carol@customer.example is inquiry 1 already",
        "dave@x.example is inquiry 2 already",
    ]
    room.sent(to("carol@customer.example"))
    assert [row.inquiry for row in imports(room, CAROL)] == [None], "nor when they were written to"
    assert len(room.inquiries) == 2


def test_who_waits_already_is_said_and_not_imported():
    room = Mailroom()
    room.asked(FIRST)
    (row,) = imports(room, CAROL)
    assert (row.inquiry, row.is_problem, row.text) == (None, True, "Carol@customer.example waits already, as inquiry 1")


@pytest.mark.parametrize(
    ("contact", "why"),
    [
        (Contact(2, CAROL.address, owner="zoe"), "there is no person 'zoe' in the configuration"),
        (Contact(2, Address("Anna@example.com")), "Anna@example.com is one of the house's own addresses"),
        (Contact(2, Address("sales@example.com")), "sales@example.com is one of the house's own addresses"),
    ],
)
def test_a_line_that_cannot_be_meant_is_said(contact, why):
    room = Mailroom()
    (row,) = imports(room, contact)
    assert (row.inquiry, row.is_problem, row.text) == (None, True, why)
    assert room.inquiries == []


@pytest.mark.parametrize("written", ["ben", "Ben", " BEN ", "ben@example.com", "Ben@Example.com"])
def test_an_owner_is_known_by_name_and_address(written):
    room = Mailroom()
    imports(room, Contact(2, CAROL.address, owner=written))
    assert room.inquiry.owner == "ben"


# --- a mail goes to them


def test_any_mail_of_the_house_to_that_address_ends_it():
    room = Mailroom()
    imports(room, CAROL)
    kind, why = room.sent(to("CAROL@customer.example"))
    assert (kind, why) == ("outgoing", "goes to 1, a contact to be written to")
    lead = room.inquiry
    assert (lead.state, lead.reply_proof.by, lead.reply_proof.how) == ("answered", "anna@example.com", "Sent")
    with room.store.read_transaction() as tx:
        assert [entry.message_id for entry in tx.ledger.entries_of_inquiry(1)] == ["m1@example.com"]


def test_one_mail_to_many_ends_all_of_them():
    room = Mailroom()
    imports(room, CAROL, Contact(3, Address("dave@x.example")), Contact(4, Address("erin@x.example")))
    room.sent(to("carol@customer.example, Dave <dave@x.example>"))
    assert states(room) == ["answered", "answered", "waiting"]


def test_a_promise_ends_it_too_since_nothing_was_asked():
    room = Mailroom()
    imports(room, CAROL)
    room.sent(to("carol@customer.example", words="Thank you for the talk. I will get back to you next week."))
    assert states(room) == ["answered"]


def test_an_answer_to_somebody_else_ends_it_where_the_contact_gets_it_too():
    room = Mailroom()
    room.asked(FIRST.replace("carol", "frank").replace("Carol", "Frank"))
    imports(room, CAROL)
    reply = to("frank@customer.example, carol@customer.example").replace(
        "Subject:", "In-Reply-To: <q1@customer.example>\n    Subject:"
    )
    assert room.sent(reply)[1] == "answers 1; goes to 2, a contact to be written to"
    assert states(room) == ["answered", "answered"]


@pytest.mark.parametrize(
    "raw",
    [
        to("dave@x.example"),
        to("carol@customer.example").replace("Subject:", "Auto-Submitted: auto-replied\n    Subject:"),
        to("carol@customer.example").replace("Here is the offer.", ""),
    ],
)
def test_mail_to_others_by_machines_and_without_a_word_ends_nothing(raw):
    room = Mailroom()
    imports(room, CAROL)
    room.sent(raw)
    assert states(room) == ["waiting"]


def test_only_what_was_sent_after_they_were_met_counts():
    room = Mailroom()
    imports(room, Contact(2, CAROL.address, met_at=MONDAY_MORNING + timedelta(minutes=-5)))
    room.now -= timedelta(minutes=30)
    room.sent(to("carol@customer.example"))
    assert states(room) == ["waiting"]
    room.now += timedelta(minutes=21)
    room.sent(to("carol@customer.example", 2))
    assert states(room) == ["answered"]


def test_a_mail_that_came_back_reached_nobody():
    room = Mailroom()
    imports(room, CAROL)
    room.sent(to("carol@customer.example"))
    room.asked(BOUNCE)
    lead = room.inquiry
    assert (lead.state, lead.problem_kind) == ("waiting", "reply-bounced")
    room.sent(to("carol@customer.example", 2))
    assert states(room) == ["answered"]


def test_what_a_colleague_copies_to_the_mailbox_is_a_hint():
    room = Mailroom()
    imports(room, CAROL)
    room.asked(to("carol@customer.example, sales@example.com"))
    assert room.inquiry.state == "waiting" and room.inquiry.possible_answer is not None


def test_their_reply_to_that_mail_opens_it_again():
    room = Mailroom()
    imports(room, CAROL)
    room.sent(to("carol@customer.example"))
    room.asked(FIRST.replace("Subject:", "In-Reply-To: <m1@example.com>\n    Subject:"))
    lead = room.inquiry
    assert (lead.state, lead.owner, lead.number) == ("waiting", "anna", 1)


# --- they write first


def test_whoever_writes_first_joins_and_is_acknowledged_as_anybody():
    room = Mailroom()
    imports(room, Contact(2, CAROL.address, "wants a roof", MONDAY_MORNING - timedelta(days=3), owner="ben"))
    room.asked(FIRST)
    lead = room.inquiry
    assert (lead.number, lead.owner, lead.subject, lead.state) == (1, "ben", "We met on Friday", "waiting")
    assert lead.ack_reason is None
    with room.store.read_transaction() as tx:
        letter = tx.letters.latest_acknowledgement(1)
        assert (letter.kind, letter.recipient) == (LetterKind.ACKNOWLEDGEMENT, "carol@customer.example")
        assert [entry.text for entry in tx.inquiries.journal_of(1)][
            -1
        ] == "carol@customer.example, before anybody wrote to them"
    room.sent(to("carol@customer.example", subject="Something else"))
    assert states(room) == ["waiting"], "they asked something now: another mail answers it no more than anybody else's"
    room.sent(to("carol@customer.example", 2).replace("Subject:", "In-Reply-To: <q1@customer.example>\n    Subject:"))
    assert states(room) == ["answered"]


def test_what_they_write_later_is_an_inquiry_of_its_own():
    room = Mailroom()
    imports(room, CAROL)
    room.sent(to("carol@customer.example"))
    room.asked(FIRST)
    assert [(inquiry.number, inquiry.state) for inquiry in room.inquiries] == [(1, "answered"), (2, "waiting")]


def test_mail_that_may_be_none_does_not_join():
    room = Mailroom()
    imports(room, CAROL)
    offer = FIRST.replace("Subject:", "List-Unsubscribe: <https://x.example/u>\n    Precedence: bulk\n    Subject:")
    room.asked(
        offer.replace(
            "Could you send me a quote for a new roof?", "Our sale ends on Friday. Click here to unsubscribe."
        )
    )
    room.sent(to("carol@customer.example"))
    assert room.inquiries[0].state == "answered"


def test_what_was_dismissed_or_done_takes_no_more_mail():
    room = Mailroom()
    imports(room, CAROL)
    with room.store.write_transaction() as tx:
        lead = tx.inquiries.get(1)
        tx.inquiries.save(replace(lead, state=InquiryState.DISMISSED))
    room.asked(FIRST)
    assert states(room) == ["dismissed", "waiting"]


@pytest.mark.parametrize("order", list(itertools.permutations(["import", "sent", "asked"])))
def test_whatever_is_seen_first_a_question_stays_open_and_a_contact_that_has_mail_does_not_wait(order):
    """The question is asked first, a mail that answers nothing of it goes out later."""
    room = Mailroom()
    steps = {
        "import": lambda: imports(room, Contact(2, CAROL.address, met_at=MONDAY_MORNING - timedelta(days=1))),
        "sent": lambda: room.sent(to("carol@customer.example")),
        "asked": lambda: room.asked(FIRST),
    }
    for step in order:
        steps[step]()
    waiting = [inquiry for inquiry in room.inquiries if inquiry.state == "waiting"]
    assert [bool(inquiry.message_id) for inquiry in waiting] == [True], "the question, and no contact that has mail"


# --- mail of before


def test_mail_that_was_sent_before_the_import_is_found_in_the_folder():
    room = Mailroom()
    room.sent(to("carol@customer.example"))
    imports(
        room,
        Contact(2, CAROL.address, met_at=MONDAY_MORNING - timedelta(days=1)),
        Contact(3, Address("dave@x.example")),
    )
    assert states(room) == ["waiting", "waiting"]
    config = room.intake.messages.config
    mail = read_sent_arrival(sent_arrival(to("carol@customer.example")), config)
    with room.store.write_transaction() as tx:
        assert answer_leads_by_mail(tx, mail, config.policy, room.now) == [1]
        assert answer_leads_by_mail(tx, mail, config.policy, room.now) == []
    assert states(room) == ["answered", "waiting"]


def test_identity_is_the_address_and_when_they_were_met_or_else_the_note():
    met = MONDAY_MORNING - timedelta(days=3)
    same = Contact(9, Address("CAROL@customer.example", "C."), "other words", met, "ben")
    assert leads.identify_contact(Contact(2, CAROL.address, "", met)) == leads.identify_contact(same)
    assert leads.identify_contact(CAROL) != leads.identify_contact(Contact(2, CAROL.address, "next year's show"))


# --- any history


class Oracle:
    """What must be true of Carol, by the sentences of the manual alone."""

    def __init__(self) -> None:
        self.lead = "none"  # or: waits, over
        self.open_questions: set[int] = set()
        self.asked = 0

    def happens(self, event: str) -> None:
        if event == "import" and self.lead == "none" and not self.open_questions:
            self.lead = "waits"
        elif event == "mail" and self.lead == "waits":
            self.lead = "over"
        elif event == "ask":
            self.asked += 1
            self.open_questions.add(self.asked)
            self.lead = "over" if self.lead == "waits" else self.lead  # it joins
        elif event == "reply" and self.asked:
            self.open_questions.discard(self.asked)
            self.lead = "over" if self.lead == "waits" else self.lead

    @property
    def waiting(self) -> int:
        return len(self.open_questions) + (self.lead == "waits")


def play(room: Mailroom, event: str, asked: int, n: int) -> None:
    if event == "import":
        imports(room, CAROL)
    elif event == "mail":
        room.sent(to("carol@customer.example", 100 + n, f"News {n}"))
    elif event == "ask":
        room.asked(FIRST.replace("q1@", f"q{asked}@").replace("We met on Friday", f"Matter {n}"))
    elif asked:
        answer = f"In-Reply-To: <q{asked}@customer.example>\n    Subject:"
        room.sent(to("carol@customer.example", 100 + n, f"Re: Matter {n}").replace("Subject:", answer))


@pytest.mark.parametrize("seed", range(15))
def test_in_any_history_what_waits_is_what_the_manual_says(seed):
    lot, room, oracle = random.Random(seed), Mailroom(), Oracle()
    history = []
    for n in range(9):
        event = lot.choice(["import", "mail", "ask", "reply"])
        history.append(event)
        oracle.happens(event)
        play(room, event, oracle.asked, n)
        assert states(room).count("waiting") == oracle.waiting, history
    assert len(room.inquiries) == len({inquiry.number for inquiry in room.inquiries}) <= oracle.asked + 1


def test_what_is_forgotten_is_gone_and_may_be_imported_anew():
    room = Mailroom()
    imports(room, CAROL)
    room.sent(to("carol@customer.example"))
    with room.store.write_transaction() as tx:
        tx.personal_data.forget_address("carol@customer.example")
        assert tx.personal_data.export_address("carol@customer.example") == {}
        lead = tx.inquiries.get(1)
        assert (lead.customer, lead.excerpt, lead.subject) == ("", "", "")
    assert [row.inquiry for row in imports(room, CAROL)] == [2]
