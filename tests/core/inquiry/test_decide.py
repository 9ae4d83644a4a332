"""decide.py and house_mail.py, the state machine, cell by cell: state × event → what must be, the impossible cells asserted impossible."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.samples import CAROL, MONDAY, facts, inquiry, policy, verdict
from watcher.core.inquiry import arrivals, decide
from watcher.core.inquiry.model import (
    Conversation,
    InquiryState,
    LinkedInquiry,
    ReplyProof,
    SendingHistory,
    Situation,
    Turn,
    TurnKind,
)
from watcher.core.message.model import Address, FolderRole, Locator, MessageKind, Unreadable

OLD = datetime(2026, 1, 1, tzinfo=UTC)
PROOF = ReplyProof("anna@example.com", "r1@example.com", MONDAY, "Sent: In-Reply-To")


def seen(role: FolderRole = FolderRole.INBOX, **known) -> Situation:
    """What is known of the message, of its conversation and of what was sent before, by the names of their fields."""
    conversation = {name: known.pop(name) for name in Conversation.__slots__ if name in known}
    history = {name: known.pop(name) for name in SendingHistory.__slots__ if name in known}
    return Situation(
        role=role,
        old_mail_before=OLD,
        conversation=Conversation(**conversation),
        history=SendingHistory(**history),
        **known,
    )


def on_message(message=None, judged=None, situation=None, now=MONDAY):
    message = message or facts(received_at=now)
    return arrivals.decide_message(message, judged or verdict(), situation or seen(), policy(), now)


# --- a message arrives


def test_a_new_inquiry_waits_is_promised_an_answer_and_is_acknowledged():
    made = on_message()
    assert made.kind is MessageKind.INQUIRY
    assert made.inquiry.state is InquiryState.WAITING
    assert made.inquiry.promise_at == MONDAY + timedelta(hours=4)
    assert made.inquiry.next_nag_at == MONDAY + timedelta(hours=2)
    assert made.acknowledgement.customer == CAROL
    assert made.inquiry.ack_reason is None


def test_the_nag_comes_before_the_promise_is_broken():
    made = on_message()
    assert made.inquiry.next_nag_at < made.inquiry.promise_at


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("duplicate", {"already_acknowledged": True}),
        ("follow-up", {"answers_our_mail": True}),
        ("recently-acked", {"recent_acks_to_customer": 1}),
        ("rate-global", {"acks_in_last_hour": 90}),  # more than can leave before they have waited too long
        ("state-gap", {"unknown_before": MONDAY}),
    ],
)
def test_what_the_store_knows_forbids_the_acknowledgement_and_never_the_inquiry(code, known):
    made = on_message(situation=seen(**known))
    assert made.acknowledgement is None
    assert code in made.codes
    assert made.inquiry.ack_reason == code
    assert made.inquiry.state is InquiryState.WAITING
    assert made.inquiry.next_nag_at is not None


@pytest.mark.parametrize("is_unknown", [False, True])
def test_an_answer_to_what_was_never_seen_is_acknowledged_once_our_own_copy_may_be_filed(is_unknown):
    made = on_message(situation=seen(parent_unknown=is_unknown))
    assert made.acknowledgement.delay == (timedelta(minutes=2) if is_unknown else timedelta(0))


def test_a_full_hour_forbids_no_letter_it_waits_for_its_turn():
    assert on_message(situation=seen(acks_in_last_hour=89)).acknowledgement is not None


@pytest.mark.parametrize(
    ("text", "known", "authserv_id", "evident"),
    [
        ("What does a new roof cost?", False, None, True),
        ("We need a new roof.", False, None, False),
        ("We need a new roof.", True, None, True),
        ("We need a new roof.", False, "mx.example.com", True),
    ],
)
def test_what_speaks_for_a_person_goes_with_the_letter(text, known, authserv_id, evident):
    results = ("mx.example.com; dmarc=pass header.from=customer.example",)
    message = facts(text=text, received_at=MONDAY, headers={"authentication-results": results})
    trusting = replace(policy(), own_addresses=replace(policy().own_addresses, authserv_id=authserv_id))
    made = arrivals.decide_message(message, verdict(), seen(is_known_customer=known), trusting, MONDAY)
    assert made.acknowledgement.has_evidence is evident


def test_of_a_crowd_without_any_sign_of_persons_no_more_is_written_than_can_leave():
    made = on_message(facts(text="We need a new roof.", received_at=MONDAY), situation=seen(acks_in_last_hour=45))
    assert made.inquiry.ack_reason == "rate-global"
    assert on_message(situation=seen(acks_in_last_hour=45)).acknowledgement is not None


def test_mail_older_than_a_day_is_tracked_and_not_acknowledged():
    made = on_message(facts(received_at=MONDAY - timedelta(hours=25)))
    assert made.codes == ("stale",)
    assert made.inquiry.state is InquiryState.WAITING


def test_a_date_in_the_future_does_not_postpone_the_nag():
    made = on_message(facts(received_at=MONDAY + timedelta(days=400)))
    assert made.inquiry.opened_at == MONDAY


def test_what_was_there_before_watcher_is_left_alone():
    made = on_message(facts(received_at=OLD - timedelta(seconds=1)))
    assert made.inquiry is None
    assert not made.journal


def test_our_own_letter_changes_nothing():
    made = on_message(situation=seen(is_own_letter=True))
    assert (made.kind, made.inquiry, made.codes) == (MessageKind.OWN, None, ("own-message",))


def test_a_copy_of_a_known_message_changes_nothing():
    made = on_message(situation=seen(copy_of="sales/INBOX/7"))
    assert made.inquiry is None
    assert "duplicate" in made.codes


@pytest.mark.parametrize(
    "kind",
    [
        MessageKind.AUTOMATIC,
        MessageKind.BOUNCE,
        MessageKind.BULK,
        MessageKind.SPAM,
        MessageKind.OTHER,
        MessageKind.OUTGOING,
    ],
)
def test_what_is_no_inquiry_opens_none(kind):
    made = on_message(judged=verdict(kind=kind))
    assert (made.kind, made.inquiry) == (kind, None)


def test_a_message_that_was_never_handed_out_has_a_name_that_fits_whatever_its_folder_is_called():
    """A fingerprint is 64 characters wide in PostgreSQL, which refuses what is longer."""
    places = [Locator("sales", f"Projects/{'Acme' * 30}", 7, uid) for uid in (1, 2)]
    names = {decide.give_up_missing_message(place, MONDAY).fingerprint for place in places}
    assert len(names) == 2
    assert {len(name) for name in names} == {64}


def test_an_unreadable_message_waits_for_a_person_and_is_never_answered():
    message = Unreadable(MONDAY, 10, "f" * 64, "no header")
    made = decide.decide_unreadable_message(message, FolderRole.INBOX, policy(), MONDAY)
    assert made.inquiry.state is InquiryState.WAITING
    assert made.acknowledgement is None
    assert "no header" in made.inquiry.problem


def test_an_out_of_office_to_our_acknowledgement_is_automatic():
    judged = verdict(codes=("auto-subject",))
    made = on_message(judged=judged, situation=seen(answers_our_mail=True))
    assert (made.kind, made.inquiry) == (MessageKind.AUTOMATIC, None)


def test_the_same_subject_out_of_the_blue_is_seen_by_a_person():
    made = on_message(judged=verdict(codes=("auto-subject",)))
    assert made.inquiry.state is InquiryState.WAITING
    assert made.inquiry.ack_reason == "auto-subject"


# --- the customer writes again

AGAIN = {"in_reply_to": ("q1@customer.example",), "message_id": "q2@customer.example"}


@pytest.mark.parametrize(
    ("state", "becomes"),
    [
        (InquiryState.WAITING, InquiryState.WAITING),
        (InquiryState.SNOOZED, InquiryState.WAITING),
        (InquiryState.ANSWERED, InquiryState.WAITING),
        (InquiryState.DONE, InquiryState.WAITING),
        (InquiryState.DISMISSED, None),
    ],
)
def test_the_customer_writes_again(state, becomes):
    evidence = PROOF if state is InquiryState.ANSWERED else None
    old = inquiry(state=state, reply_proof=evidence, nags=3)
    later = MONDAY + timedelta(hours=1)
    message = facts(received_at=later, text="What about the price?", **AGAIN)
    made = on_message(message, situation=seen(linked=(LinkedInquiry(old, "q1@customer.example"),)), now=later)
    assert made.kind is MessageKind.REPLY
    assert made.acknowledgement is None
    assert "follow-up" in made.codes
    assert (made.inquiry.state if made.inquiry else None) is becomes


def test_a_bare_thanks_does_not_reopen():
    old = inquiry(state=InquiryState.ANSWERED, reply_proof=PROOF)
    message = facts(received_at=MONDAY + timedelta(hours=1), text="Thank you very much!", **AGAIN)
    made = on_message(message, situation=seen(linked=(LinkedInquiry(old, "q1@customer.example"),)))
    assert made.inquiry.state is InquiryState.ANSWERED


def test_a_message_older_than_the_answer_does_not_reopen():
    old = inquiry(state=InquiryState.ANSWERED, reply_proof=PROOF)
    message = facts(received_at=MONDAY - timedelta(minutes=1), text="One more thing?", **AGAIN)
    made = on_message(message, situation=seen(linked=(LinkedInquiry(old, "q1@customer.example"),)))
    assert made.inquiry.state is InquiryState.ANSWERED
    assert made.why == "continues 1, answered since"


def test_a_stranger_in_a_dismissed_thread_opens_an_inquiry_of_his_own():
    old = inquiry(state=InquiryState.DISMISSED)
    dave = Address("dave@elsewhere.example")
    stranger = facts(from_=(dave,), received_at=MONDAY, **AGAIN)
    made = on_message(
        stranger, verdict(customer=dave), situation=seen(linked=(LinkedInquiry(old, "q1@customer.example"),))
    )
    assert made.inquiry.number == 0


def early(at, to=CAROL.key, answers="q1@customer.example", message_id="r1@example.com"):
    return Turn(message_id, at, TurnKind.ANSWER, "anna@example.com", frozenset({to}), (message_id,), (answers,))


def test_a_reply_seen_before_the_customers_second_message_answers_that_one_too():
    old = inquiry(state=InquiryState.ANSWERED, reply_proof=PROOF)
    later = MONDAY + timedelta(hours=2)
    reply = early(later, answers="q2@customer.example", message_id="r2@example.com")
    message = facts(received_at=later - timedelta(minutes=1), text="And the price?", **AGAIN)
    links = (LinkedInquiry(old, "q1@customer.example"),)
    made = on_message(message, situation=seen(linked=links, unlinked_replies=(reply,)), now=later)
    assert made.inquiry.state is InquiryState.ANSWERED
    assert made.inquiry.reply_proof.message_id == "r2@example.com"


# --- a person answers

REPLY = {
    "folder": "Sent",
    "from_": (Address("anna@example.com"),),
    "to": (CAROL,),
    "in_reply_to": ("q1@customer.example",),
    "message_id": "r1@example.com",
    "text": "The answer is yes.",
}


def answer(old, situation=(), now=MONDAY + timedelta(hours=1), judged=None, **changed):
    message = facts(**{**REPLY, "received_at": now, **changed})
    links = situation or (LinkedInquiry(old, "q1@customer.example"),)
    judged = judged or verdict(kind=MessageKind.OUTGOING, codes=("own-address",))
    return on_message(message, judged, seen(FolderRole.SENT, linked=links), now)


@pytest.mark.parametrize("state", [InquiryState.WAITING, InquiryState.SNOOZED])
def test_a_reply_in_the_sent_folder_closes_with_its_evidence(state):
    made = answer(inquiry(state=state))
    assert made.inquiry.state is InquiryState.ANSWERED
    assert made.inquiry.next_nag_at is None
    assert made.inquiry.reply_proof.by == "anna@example.com"
    assert made.inquiry.reply_proof.message_id == "r1@example.com"
    assert "In-Reply-To" in made.inquiry.reply_proof.how


@pytest.mark.parametrize("state", [InquiryState.DONE, InquiryState.DISMISSED])
def test_a_reply_leaves_what_a_person_closed(state):
    made = answer(inquiry(state=state))
    assert (made.inquiry.state, made.inquiry.reply_proof, made.journal) == (state, None, ())


def test_a_forward_to_a_colleague_does_not_close():
    made = answer(inquiry(), to=(Address("ben@example.com"),))
    assert (made.inquiry.state, made.inquiry.reply_proof) == (InquiryState.WAITING, None)
    assert made.why == "no answer to 1: not addressed to the customer"


def test_an_empty_reply_does_not_close():
    assert answer(inquiry(), text="  ").inquiry is None


@pytest.mark.parametrize("code", ["auto-submitted", "mdn", "vendor-auto"])
def test_an_automatic_reply_from_the_house_does_not_close(code):
    made = answer(inquiry(), judged=verdict(kind=MessageKind.OUTGOING, codes=("own-address", code)))
    assert (made.kind, made.inquiry) == (MessageKind.AUTOMATIC, None)


def test_a_reply_that_could_answer_two_closes_neither():
    ids = [f"q{n}@customer.example" for n in (1, 2)]
    two = [inquiry(number=n, message_id=ids[n - 1], last_customer_id=ids[n - 1]) for n in (1, 2)]
    links = tuple(LinkedInquiry(one, "q1@customer.example") for one in two)
    made = answer(None, links)
    assert made.inquiry is None
    assert [(change.inquiry.state, change.inquiry.possible_answer.message_id) for change in made.other_changes] == [
        (InquiryState.WAITING, "r1@example.com")
    ] * 2


def test_a_reply_to_the_first_message_does_not_answer_the_second():
    old = inquiry(last_customer_at=MONDAY + timedelta(hours=2), last_customer_id="q2@customer.example")
    made = answer(old)
    assert (made.inquiry.state, made.inquiry.reply_proof) == (InquiryState.WAITING, None)
    assert made.inquiry.waiting_since > MONDAY, "the first question has its answer"


def test_a_reply_that_names_the_last_message_answers_it_whatever_the_clocks_say():
    old = inquiry(last_customer_at=MONDAY + timedelta(hours=2), last_customer_id="q2@customer.example")
    made = answer(old, references=("q2@customer.example",))
    assert made.inquiry.state is InquiryState.ANSWERED


def test_a_reply_seen_before_the_inquiry_answers_it_at_once():
    made = on_message(situation=seen(unlinked_replies=(early(MONDAY),)))
    assert made.inquiry.state is InquiryState.ANSWERED
    assert made.acknowledgement is None
    assert made.codes == ("already-handled",)


def test_an_early_message_to_somebody_else_answers_nothing():
    made = on_message(situation=seen(unlinked_replies=(early(MONDAY, to="ben@example.com"),)))
    assert made.inquiry.state is InquiryState.WAITING


# --- due


def test_a_nag_moves_to_the_next_step_and_the_last_step_repeats_for_ever():
    old = inquiry()
    gaps = []
    now = MONDAY
    for _ in range(5):
        made = decide.advance_due_inquiry(old, policy(), now)
        gaps.append(made.inquiry.next_nag_at - now)
        old, now = made.inquiry, made.inquiry.next_nag_at
    assert old.nags == 5
    assert gaps == [timedelta(hours=4), *[timedelta(days=1)] * 4]


def test_the_deputy_joins_when_the_owner_does_not_act():
    old = inquiry(waiting_since=MONDAY)
    assert not decide.advance_due_inquiry(old, policy(), MONDAY + timedelta(hours=23)).inquiry.escalated
    assert decide.advance_due_inquiry(old, policy(), MONDAY + timedelta(hours=25)).inquiry.escalated


def test_a_snooze_ends_and_the_inquiry_waits_again():
    made = decide.advance_due_inquiry(inquiry(state=InquiryState.SNOOZED), policy(), MONDAY)
    assert made.inquiry.state is InquiryState.WAITING


@pytest.mark.parametrize("state", [InquiryState.ANSWERED, InquiryState.DONE, InquiryState.DISMISSED])
def test_nothing_is_due_for_what_is_closed(state):
    assert decide.advance_due_inquiry(inquiry(state=state), policy(), MONDAY).inquiry is None


# --- commands

TABLE = [  # verb, from, to (None: nothing changes)
    ("done", InquiryState.WAITING, InquiryState.DONE),
    ("done", InquiryState.SNOOZED, InquiryState.DONE),
    ("done", InquiryState.ANSWERED, None),
    ("done", InquiryState.DONE, None),
    ("done", InquiryState.DISMISSED, None),
    ("dismiss", InquiryState.WAITING, InquiryState.DISMISSED),
    ("dismiss", InquiryState.SNOOZED, InquiryState.DISMISSED),
    ("dismiss", InquiryState.ANSWERED, InquiryState.DISMISSED),
    ("dismiss", InquiryState.DONE, InquiryState.DISMISSED),
    ("dismiss", InquiryState.DISMISSED, None),
    ("reopen", InquiryState.WAITING, None),
    ("reopen", InquiryState.SNOOZED, InquiryState.WAITING),
    ("reopen", InquiryState.ANSWERED, InquiryState.WAITING),
    ("reopen", InquiryState.DONE, InquiryState.WAITING),
    ("reopen", InquiryState.DISMISSED, InquiryState.WAITING),
    ("snooze", InquiryState.WAITING, InquiryState.SNOOZED),
    ("snooze", InquiryState.SNOOZED, InquiryState.SNOOZED),
    ("snooze", InquiryState.ANSWERED, None),
    ("snooze", InquiryState.DONE, None),
    ("snooze", InquiryState.DISMISSED, None),
]


@pytest.mark.parametrize(("verb", "state", "becomes"), TABLE)
def test_a_command(verb, state, becomes):
    until = MONDAY + timedelta(days=1) if verb == "snooze" else None
    made = decide.apply_command(inquiry(state=state), decide.InquiryCommand(verb, "anna", until), policy(), MONDAY)
    assert (made.inquiry.state if made.inquiry else None) is becomes
    assert bool(made.journal) is (becomes is not None)
    if becomes in (InquiryState.WAITING, InquiryState.SNOOZED):
        assert made.inquiry.next_nag_at > MONDAY
    elif becomes is not None:
        assert made.inquiry.next_nag_at is None


def test_the_command_table_has_every_cell():
    assert {(verb, state) for verb, state, _ in TABLE} == {
        (verb, state) for verb in ("done", "dismiss", "reopen", "snooze") for state in InquiryState
    }


def test_a_snooze_into_the_past_changes_nothing():
    made = decide.apply_command(
        inquiry(), decide.InquiryCommand("snooze", "anna", MONDAY - timedelta(hours=1)), policy(), MONDAY
    )
    assert made.inquiry is None


def test_assigning_moves_the_inquiry_and_a_repeat_changes_nothing():
    moved = decide.apply_command(
        inquiry(), decide.InquiryCommand("assign", "anna", new_owner="ben"), policy(), MONDAY
    ).inquiry
    assert moved.owner == "ben"
    assert (
        decide.apply_command(moved, decide.InquiryCommand("assign", "anna", new_owner="ben"), policy(), MONDAY).inquiry
        is None
    )


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        decide.advance_due_inquiry(inquiry(), policy(), datetime(2026, 11, 23))
