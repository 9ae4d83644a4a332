"""Whether the second letter is written, and whether it may leave: obstacle by obstacle."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, letter, policy
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.inquiry.model import AcknowledgementLimits, InquiryState, ProblemKind, ReplyProof
from watcher.core.outbox import letter_state, rate_limits, second_letter
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.core.outbox.second_letter import RenewalHistory, SentMailSight

PROMISE = MONDAY + timedelta(hours=4)
DUE = PROMISE - timedelta(minutes=30)
WAITS = inquiry(promise_at=PROMISE, renew_at=DUE)
FIRST = letter(state=LetterState.SENT, offered_at=MONDAY)
HINT = ReplyProof("anna@example.com", "a1@example.com", MONDAY, "a hint")
LIMITS = AcknowledgementLimits()
GATES = letter_state.CustomerGates(LIMITS)


def rules(**changed):
    plain = policy(**changed)
    return replace(plain, ladders={"default": replace(plain.ladders["default"], renew=True)})


def test_where_nothing_speaks_against_it_the_same_span_is_promised_once_more():
    change = second_letter.decide_renewal(WAITS, RenewalHistory(FIRST), rules(), DUE)
    assert change.inquiry == replace(WAITS, renew_at=None, renewed_promise_at=PROMISE + timedelta(hours=4))
    assert change.inquiry.promise_at == PROMISE, "figures count the first one"
    assert change.inquiry.first_promise_at is None


@pytest.mark.parametrize(
    ("waits", "history", "changed", "now"),
    [
        (replace(WAITS, state=InquiryState.ANSWERED), RenewalHistory(FIRST), {}, DUE),
        (replace(WAITS, state=InquiryState.SNOOZED), RenewalHistory(FIRST), {}, DUE),
        (WAITS, RenewalHistory(None), {}, DUE),
        *(
            (WAITS, RenewalHistory(replace(FIRST, state=state)), {}, DUE)
            for state in LetterState
            if state is not LetterState.SENT
        ),
        (WAITS, RenewalHistory(replace(FIRST, mailbox="info")), {}, DUE),
        (WAITS, RenewalHistory(replace(FIRST, offered_at=None)), {}, DUE),
        (replace(WAITS, problem_kind=ProblemKind.UNREACHABLE), RenewalHistory(FIRST), {}, DUE),
        (WAITS, RenewalHistory(FIRST), {}, PROMISE),
        (replace(WAITS, promise_at=None), RenewalHistory(FIRST), {}, DUE),
        (replace(WAITS, possible_answer=HINT), RenewalHistory(FIRST), {}, DUE),
        (replace(WAITS, first_promise_at=MONDAY), RenewalHistory(FIRST), {}, DUE),
        (WAITS, RenewalHistory(FIRST), {"observes": True}, DUE),
        (WAITS, RenewalHistory(FIRST, renewals_to_customer=1), {}, DUE),
        (WAITS, RenewalHistory(FIRST, unknown_before=MONDAY + timedelta(minutes=1)), {}, DUE),
    ],
)
def test_any_doubt_is_a_reason_for_silence(waits, history, changed, now):
    change = second_letter.decide_renewal(waits, history, rules(**changed), now)
    assert change.inquiry is not None
    assert (change.inquiry.renew_at, change.inquiry.renewed_promise_at) == (None, None), "and it is never asked again"
    assert [note.event for note in change.journal] == ["not renewed"]


def test_a_ladder_that_says_so_no_more():
    assert second_letter.decide_renewal(WAITS, RenewalHistory(FIRST), policy(), DUE).inquiry.renewed_promise_at is None


# --- may it leave?

WRITTEN = replace(WAITS, renew_at=None, renewed_promise_at=PROMISE + timedelta(hours=4))
RENEWAL = letter(id=2, kind=LetterKind.RENEWAL, key="renewal:x", created_at=DUE, next_at=DUE, answers_at=None)
SEEN = SentMailSight(is_fresh=True, has_seen_reply=True)


def test_one_that_nothing_holds_back_is_claimed_and_never_repeated():
    assert second_letter.hold_back(RENEWAL, WRITTEN, SEEN, False, DUE) is RENEWAL
    claimed = letter_state.claimed(RENEWAL, WRITTEN, GATES, DUE)
    assert (claimed.state, claimed.attempts) == (LetterState.PENDING, 1)
    uncertain = letter_state.recovered_after_crash(letter_state.committed_to_send(claimed), DUE)
    assert letter_state.retry_uncertain(uncertain, DUE + timedelta(hours=1)) is uncertain


@pytest.mark.parametrize(
    "waits",
    [
        None,
        replace(WRITTEN, state=InquiryState.ANSWERED),
        replace(WRITTEN, state=InquiryState.SNOOZED),
        replace(WRITTEN, state=InquiryState.DONE),
        replace(WRITTEN, renewed_promise_at=None),
        replace(WRITTEN, possible_answer=HINT),
        replace(WRITTEN, problem_kind=ProblemKind.UNREACHABLE),
    ],
)
def test_one_that_lost_its_reason_is_cancelled(waits):
    held = second_letter.hold_back(RENEWAL, waits, SEEN, False, DUE)
    assert held.state is LetterState.CANCELLED
    assert held.reason


def test_one_that_comes_after_the_promise_is_cancelled():
    assert second_letter.hold_back(RENEWAL, WRITTEN, SEEN, False, PROMISE).state is LetterState.CANCELLED


def test_one_of_an_observed_mailbox_is_cancelled():
    assert second_letter.hold_back(RENEWAL, WRITTEN, SEEN, True, DUE).state is LetterState.CANCELLED


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (IncidentKind.MAILBOX_UNSEEN, "sales"),
        (IncidentKind.NO_SENT_FOLDER, "sales"),
        (IncidentKind.NO_REPLY_SEEN, "sales"),
        (IncidentKind.FOLDER_UNSEEN, "sales/Sent Items"),
    ],
)
def test_where_a_reply_might_not_be_seen_it_waits(kind, subject):
    blind = SentMailSight(True, True, (Incident(kind, subject, MONDAY, ""),))
    for sight in (SentMailSight(False, True), SentMailSight(True, False), blind):
        held = second_letter.hold_back(RENEWAL, WRITTEN, sight, False, DUE)
        assert held == replace(RENEWAL, next_at=DUE + second_letter.LOOK_AGAIN_AFTER)


def test_the_trouble_of_another_mailbox_does_not_matter():
    other = SentMailSight(True, True, (Incident(IncidentKind.MAILBOX_UNSEEN, "info", MONDAY, ""),))
    assert second_letter.hold_back(RENEWAL, WRITTEN, other, False, DUE) is RENEWAL


@pytest.mark.parametrize(
    ("kind", "subject"),
    [(IncidentKind.MAILBOX_UNSEEN, "info"), (IncidentKind.FOLDER_UNSEEN, "info/Sent")],
)
def test_the_trouble_of_another_mailbox_matters_where_that_has_the_mail_too(kind, subject):
    sight = SentMailSight(True, True, (Incident(kind, subject, MONDAY, ""),), {"info"})
    held = second_letter.hold_back(RENEWAL, WRITTEN, sight, False, DUE)
    assert held == replace(RENEWAL, next_at=DUE + second_letter.LOOK_AGAIN_AFTER)


def test_the_caps_of_acknowledgements_are_its_own():
    full = rate_limits.AcknowledgementRates(from_mailbox_hour=LIMITS.max_per_hour)
    waits = letter_state.claimed(RENEWAL, WRITTEN, GATES._replace(rates=full), DUE)
    assert (waits.state, waits.next_at) == (LetterState.PENDING, DUE + letter_state.WAIT_FOR_TURN)
    many = rate_limits.AcknowledgementRates(to_sender_day=rate_limits.MAX_TO_SENDER_PER_DAY)
    assert letter_state.claimed(RENEWAL, WRITTEN, GATES._replace(rates=many), DUE).state is LetterState.WITHHELD
    gap = letter_state.claimed(RENEWAL, WRITTEN, GATES._replace(history_unknown_before=DUE), DUE)
    assert gap.state is LetterState.WITHHELD


def test_a_long_promise_does_not_make_it_too_old():
    late = replace(WRITTEN, promise_at=MONDAY + timedelta(days=5))
    assert letter_state.claimed(RENEWAL, late, GATES, MONDAY + timedelta(days=4)).state is not LetterState.WITHHELD


def test_its_name_does_not_depend_on_what_the_mailbox_is_called():
    renamed = replace(FIRST, mailbox="info", key="ack:info:x")
    assert second_letter.renewal_key(FIRST, "q1@x") == second_letter.renewal_key(renamed, "q1@x")


def test_what_is_asked_carries_its_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        second_letter.decide_renewal(WAITS, RenewalHistory(FIRST), rules(), DUE.replace(tzinfo=None))
