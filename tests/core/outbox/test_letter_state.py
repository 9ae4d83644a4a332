"""The letter's state machine, cell by cell: state × event → what must be, the impossible cells asserted impossible."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, letter
from watcher.core.inquiry.model import MAX_WAIT_FOR_TURN, AcknowledgementLimits, InquiryState
from watcher.core.outbox import letter_state, rate_limits
from watcher.core.outbox.letter_state import FinalLook
from watcher.core.outbox.model import Accepted, LetterKind, LetterReason, LetterState, Refused, Unknown, Unreachable

LIMITS = AcknowledgementLimits()
GATES = letter_state.CustomerGates(LIMITS)


def test_of_letters_that_were_queued_an_acknowledgement_of_the_mailbox_that_is_due_leaves_first():
    ours, later = letter(id=3), letter(id=2, next_at=MONDAY + timedelta(seconds=1))
    queued = [letter(id=1, kind=LetterKind.CONFIRMATION), later, letter(id=4, mailbox="info"), ours, letter(id=5)]
    assert letter_state.first_acknowledgement(queued, "sales", MONDAY) is ours
    assert letter_state.first_acknowledgement(queued[:3], "sales", MONDAY) is None


@pytest.mark.parametrize(
    ("kind", "began", "look"),
    [
        (LetterKind.DIGEST, -1, FinalLook.LISTED_MAIL),
        (LetterKind.RENEWAL, -1, FinalLook.QUESTION),
        (LetterKind.ACKNOWLEDGEMENT, -1, FinalLook.NONE),
        (LetterKind.ACKNOWLEDGEMENT, 1, FinalLook.OWN_MAILBOX),  # the run before may have sent it
        (LetterKind.CONFIRMATION, -1, FinalLook.NONE),
    ],
)
def test_before_a_letter_leaves_the_sent_mail_is_read_that_could_make_it_needless(kind, began, look):
    assert letter_state.final_look(letter(kind=kind), MONDAY + timedelta(minutes=began)) is look


@pytest.mark.parametrize(
    ("changed", "began", "has_waited"),
    [
        ({}, -1, False),
        ({}, 1, True),
        ({"next_at": MONDAY + timedelta(minutes=2)}, -1, True),
        ({"next_at": MONDAY + timedelta(minutes=1), "attempts": 1}, -1, True),  # offered in vain
    ],
)
def test_of_a_letter_that_has_waited_more_may_be_known_than_when_it_was_written(changed, began, has_waited):
    late, start = letter(**changed), MONDAY + timedelta(minutes=began)
    assert letter_state.has_waited(late, start) is has_waited
    assert letter_state.final_look(late, start) is (FinalLook.OWN_MAILBOX if has_waited else FinalLook.NONE)


def test_what_turned_out_to_answer_our_mail_is_not_acknowledged():
    held = letter_state.claimed(letter(), inquiry(), GATES._replace(answers_our_mail=True), MONDAY)
    assert (held.state, held.reason, held.attempts) == (LetterState.WITHHELD, "follow-up", 0)


def test_a_claim_counts_the_attempt_before_it_is_made():
    made = letter_state.claimed(letter(), inquiry(), GATES, MONDAY)
    assert (made.state, made.attempts) == (LetterState.PENDING, 1)
    assert made.next_at > MONDAY


@pytest.mark.parametrize(
    ("changed", "is_elsewhere"),
    [
        ({}, True),
        ({"attempts": 1}, False),  # ours may have left, whatever the server said
        ({"answers_at": MONDAY}, False),  # a database from before may have forgotten it
        ({"answers_at": None}, False),
        ({"kind": LetterKind.DIGEST}, False),
    ],
)
def test_a_letter_that_was_never_offered_and_has_a_copy_was_sent_elsewhere(changed, is_elsewhere):
    seen = letter(**{"answers_at": MONDAY + timedelta(seconds=1), **changed})
    assert letter_state.was_sent_elsewhere(seen, MONDAY) is is_elsewhere


@pytest.mark.parametrize("state", [InquiryState.ANSWERED, InquiryState.DONE, InquiryState.DISMISSED])
def test_no_acknowledgement_follows_a_person(state):
    assert letter_state.claimed(letter(), inquiry(state=state), GATES, MONDAY).state is LetterState.CANCELLED


def test_an_acknowledgement_that_waited_too_long_is_withheld():
    old = letter(answers_at=MONDAY - timedelta(hours=25))
    assert letter_state.claimed(old, inquiry(), GATES, MONDAY).state is LetterState.WITHHELD


def test_a_letter_that_never_left_is_given_up_after_a_day():
    old = letter(kind=LetterKind.ALERT, created_at=MONDAY - timedelta(hours=25), inquiry=None)
    assert letter_state.claimed(old, None, GATES, MONDAY).state is LetterState.FAILED


@pytest.mark.parametrize("kind", [LetterKind.DIGEST, LetterKind.REPORT])
def test_a_digest_held_over_the_weekend_is_not_given_up(kind):
    held = letter_state.deferred(letter(kind=kind, inquiry=None), MONDAY + timedelta(hours=63))
    assert held.next_at == MONDAY + timedelta(hours=63)
    assert letter_state.claimed(held, None, GATES, held.next_at).state is LetterState.PENDING


def test_where_a_mailbox_is_observed_no_customer_is_written_to_until_it_no_longer_is():
    waiting = letter(created_at=MONDAY)
    held = letter_state.claimed(waiting, inquiry(), GATES._replace(is_observed=True), MONDAY)
    assert (held.state, held.reason, held.attempts) == (LetterState.WITHHELD, LetterReason.OBSERVED, 0)
    later = MONDAY + timedelta(hours=23)
    free = letter_state.released(held, later)
    assert (free.state, free.reason, free.next_at) == (LetterState.PENDING, "", later)
    assert letter_state.claimed(free, inquiry(), GATES, later).attempts == 1
    assert (
        letter_state.claimed(letter(kind=LetterKind.DIGEST), None, GATES._replace(is_observed=True), MONDAY).attempts
        == 1
    )


def test_an_acknowledgement_is_not_given_up_before_it_is_too_old():
    limits = AcknowledgementLimits(max_age=timedelta(days=3))
    held = letter(created_at=MONDAY - timedelta(days=2), answers_at=MONDAY - timedelta(days=2))
    assert letter_state.claimed(held, inquiry(), letter_state.CustomerGates(limits), MONDAY).attempts == 1


def test_only_what_was_withheld_while_observing_is_released():
    for reason in ("stale", LetterReason.DRY_RUN):
        other = letter(state=LetterState.WITHHELD, reason=reason)
        assert letter_state.released(other, MONDAY) is other


@pytest.mark.parametrize("state", sorted(set(LetterState) - {LetterState.PENDING}))
def test_only_a_pending_letter_can_be_claimed(state):
    old = letter(state=state)
    assert letter_state.claimed(old, inquiry(), GATES, MONDAY) is old


OUTCOMES = [
    (LetterState.SENDING, Accepted(250, "ok"), LetterState.SENT),
    (LetterState.SENDING, Refused(451, "later", permanent=False), LetterState.PENDING),
    (LetterState.SENDING, Refused(554, "no", permanent=True), LetterState.FAILED),
    (LetterState.SENDING, Unknown("reset"), LetterState.UNCERTAIN),
    (LetterState.PENDING, Refused(550, "no such user", permanent=True), LetterState.FAILED),
    (LetterState.PENDING, Refused(535, "login", permanent=True, account=True), LetterState.PENDING),
    (LetterState.PENDING, Refused(451, "later", permanent=False), LetterState.PENDING),
    (LetterState.PENDING, Unreachable("no route"), LetterState.PENDING),
]


@pytest.mark.parametrize(("state", "outcome", "becomes"), OUTCOMES)
def test_an_outcome(state, outcome, becomes):
    assert letter_state.settled(letter(state=state, attempts=1), outcome, MONDAY).state is becomes


def test_nothing_is_accepted_that_was_not_on_record():
    with pytest.raises(AssertionError):
        letter_state.settled(letter(state=LetterState.PENDING), Accepted(250, "ok"), MONDAY)


@pytest.mark.parametrize("state", sorted(set(LetterState) - {LetterState.PENDING, LetterState.SENDING}))
def test_a_letter_that_is_over_cannot_be_settled(state):
    with pytest.raises(AssertionError):
        letter_state.settled(letter(state=state), Accepted(250, "ok"), MONDAY)


def test_what_a_crash_left_in_sending_is_uncertain():
    assert letter_state.recovered_after_crash(letter(state=LetterState.SENDING), MONDAY).state is LetterState.UNCERTAIN


def test_an_uncertain_acknowledgement_is_never_repeated():
    old = letter_state.recovered_after_crash(letter(state=LetterState.SENDING), MONDAY)
    assert letter_state.retry_uncertain(old, MONDAY) is old


def test_an_uncertain_digest_is_repeated_once_and_no_more():
    old = letter_state.recovered_after_crash(letter(kind=LetterKind.DIGEST, state=LetterState.SENDING), MONDAY)
    again = letter_state.retry_uncertain(old, MONDAY + timedelta(minutes=15))
    assert again.state is LetterState.PENDING
    assert again.data == old.data
    twice = letter_state.recovered_after_crash(
        replace(again, state=LetterState.SENDING), MONDAY + timedelta(minutes=16)
    )
    assert letter_state.retry_uncertain(twice, MONDAY + timedelta(hours=1)) is twice


@pytest.mark.parametrize("state", sorted(set(LetterState) - {LetterState.SENT, LetterState.CANCELLED}))
def test_our_own_copy_proves_that_a_letter_left(state):
    assert letter_state.confirmed_by_sent_copy(letter(state=state)).state is LetterState.SENT


def test_waiting_times_grow_and_stay_bounded():
    waits = [letter_state.backoff_after(n) for n in range(1, 20)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=1)


def test_what_may_have_left_before_the_memory_was_lost_is_not_sent_again():
    assert (
        letter_state.claimed(letter(), inquiry(), GATES._replace(history_unknown_before=MONDAY), MONDAY).reason
        == "state-gap"
    )
    before = MONDAY - timedelta(seconds=1)
    assert (
        letter_state.claimed(letter(), inquiry(), GATES._replace(history_unknown_before=before), MONDAY).state
        is LetterState.PENDING
    )
    digest = letter(kind=LetterKind.DIGEST, inquiry=None)
    assert (
        letter_state.claimed(digest, None, GATES._replace(history_unknown_before=MONDAY), MONDAY).state
        is LetterState.PENDING
    )


def test_over_a_cap_an_acknowledgement_is_withheld_and_says_which():
    held = letter_state.claimed(
        letter(),
        inquiry(),
        GATES._replace(rates=rate_limits.AcknowledgementRates(to_domain_hour=rate_limits.MAX_TO_DOMAIN_PER_HOUR)),
        MONDAY,
    )
    assert (held.state, held.reason) == (LetterState.WITHHELD, "rate-domain")


FULL = rate_limits.AcknowledgementRates(from_mailbox_hour=LIMITS.max_per_hour)


def test_where_only_the_hour_is_full_an_acknowledgement_waits_for_its_turn_and_counts_no_attempt():
    waiting = letter_state.claimed(letter(), inquiry(), GATES._replace(rates=FULL), MONDAY)
    assert (waiting.state, waiting.attempts, waiting.reason, waiting.next_at) == (
        LetterState.PENDING,
        0,
        "rate-global",
        MONDAY + letter_state.WAIT_FOR_TURN,
    )
    later = letter_state.claimed(
        waiting, inquiry(), GATES._replace(rates=rate_limits.AcknowledgementRates()), waiting.next_at
    )
    assert (later.attempts, later.reason) == (1, "")


@pytest.mark.parametrize(
    ("after", "promise"),
    [
        (MAX_WAIT_FOR_TURN, MONDAY + timedelta(hours=8)),  # it has waited long enough
        (timedelta(minutes=30), MONDAY + timedelta(minutes=35)),  # what it promises would be past
    ],
)
def test_it_does_not_wait_for_ever_nor_past_the_promise_it_makes(after, promise):
    promised = replace(inquiry(), promise_at=promise)
    held = letter_state.claimed(letter(), promised, GATES._replace(rates=FULL), MONDAY + after)
    assert (held.state, held.reason) == (LetterState.WITHHELD, "rate-global")


@pytest.mark.parametrize("state", [LetterState.SENT, LetterState.CANCELLED])
def test_a_letter_that_is_over_for_another_reason_needs_no_witness(state):
    old = letter(state=state)
    assert letter_state.confirmed_by_sent_copy(old) is old
