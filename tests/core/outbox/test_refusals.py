"""core/outbox/refusals.py: whose fault a refusal is, in the words of real servers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.outbox.model import Accepted, Refused, SmtpPhase, Unreachable
from watcher.core.outbox.refusals import REFUSALS_OF_ONE_LETTER, Fault, attributed, whose_fault

RECIPIENT, DATA = SmtpPhase.RECIPIENT, SmtpPhase.DATA


def refused(answer: str, phase: SmtpPhase = RECIPIENT) -> Refused:
    code, _, text = answer.partition(" ")
    return Refused(int(code), text, permanent=code.startswith("5"), phase=phase)


@pytest.mark.parametrize(
    ("answer", "phase"),
    [
        ("550 5.1.1 <a@b.example>: Recipient address rejected: User unknown", RECIPIENT),
        ("550 5.1.1 The email account that you tried to reach does not exist.", DATA),
        ("550-5.1.1 does not exist", RECIPIENT),
        ("556 5.1.10 Recipient address has null MX", RECIPIENT),
        ("552 5.2.2 Mailbox full", RECIPIENT),
        ("550 5.2.1 Mailbox disabled, not accepting messages", RECIPIENT),
        ("553 5.1.3 The recipient address is not a valid RFC 5321 address", RECIPIENT),
        ("450 4.2.0 Greylisted", RECIPIENT),
        ("451 4.7.1 Please try again later", DATA),
        ("550 no address", SmtpPhase.LETTER),
    ],
)
def test_what_is_about_the_recipient_is_the_letters(answer, phase):
    assert whose_fault(refused(answer.replace("-", " ", 1), phase)) is Fault.LETTER


@pytest.mark.parametrize(
    ("answer", "phase"),
    [
        ("535 5.7.8 Authentication failed", SmtpPhase.LOGIN),
        ("554 no", SmtpPhase.LOGIN),
        ("550 5.1.1 unknown", SmtpPhase.SENDER),
        ("550 Domain shop.example has exceeded the max emails per hour (150/150 (100%)) allowed.", RECIPIENT),
        ("550 5.2.2 Submission quota exceeded", DATA),
        ("550 5.4.5 Daily user sending limit exceeded", DATA),
        ("550 5.1.8 Access denied, bad outbound sender", RECIPIENT),
        ("553 5.1.7 Sender address rejected: does not exist", RECIPIENT),
        ("530 5.7.0 Must issue a STARTTLS command first", RECIPIENT),
        ("550 5.7.60 Client does not have permissions to send as this sender", DATA),
        ("550 relay not permitted", RECIPIENT),
        ("554 5.7.1 <c@d.example>: Relay access denied", RECIPIENT),
        ("450 4.7.1 rate limit exceeded", RECIPIENT),
        ("452 too many messages per hour", DATA),
        ("421 closing", DATA),
    ],
)
def test_what_is_about_us_is_the_accounts(answer, phase):
    assert whose_fault(refused(answer, phase)) is Fault.ACCOUNT


@pytest.mark.parametrize(
    ("answer", "phase"),
    [
        ("554 Recipient address rejected: Access denied", RECIPIENT),
        ("550 Unrouteable address", RECIPIENT),
        ("554 5.7.1 Message rejected as spam", DATA),
        ("552 5.3.4 Message too big", DATA),
        ("550 10.5.1.2.9 no", RECIPIENT),
    ],
)
def test_what_is_not_clear_is_not_given_up(answer, phase):
    answered = refused(answer, phase)
    assert whose_fault(answered) is Fault.UNCLEAR
    assert attributed(answered, 1, last_attempt=None, last_accepted=None).account


def test_a_letter_that_is_refused_again_and_again_while_others_leave_is_to_blame():
    answered = refused("550 Unrouteable address")

    def is_accounts(attempts, accepted_after):
        at = MONDAY + timedelta(minutes=accepted_after)
        return attributed(answered, attempts, last_attempt=MONDAY, last_accepted=at).account

    assert is_accounts(REFUSALS_OF_ONE_LETTER - 1, 1), "not often enough"
    assert is_accounts(REFUSALS_OF_ONE_LETTER, -1), "nothing left in between"
    assert not is_accounts(REFUSALS_OF_ONE_LETTER, 1)
    assert attributed(answered, 99, last_attempt=MONDAY, last_accepted=None).account
    quota = refused("550 5.4.5 Daily sending quota exceeded")
    assert attributed(quota, 99, last_attempt=MONDAY, last_accepted=MONDAY + timedelta(minutes=1)).account


def test_other_outcomes_are_nobodys_fault():
    for outcome in (Accepted(250, "ok"), Unreachable("no route")):
        assert attributed(outcome, 3, last_attempt=None, last_accepted=None) is outcome
