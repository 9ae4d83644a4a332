"""core/inquiry/customer_mail.py: since when acknowledgements count, and the inquiry whose acknowledgement cannot be written."""

from __future__ import annotations

from datetime import timedelta

from tests.samples import CAROL, MONDAY, inquiry, policy
from watcher.core.inquiry import customer_mail
from watcher.core.inquiry.model import Acknowledgement, JournalNote, MessageDecision, ProblemKind
from watcher.core.message.model import MessageKind


def test_acknowledgements_count_by_customer_for_days_and_by_mailbox_for_an_hour():
    limits = policy().limits
    since = customer_mail.history_window(limits, MONDAY)
    assert (since.of_customer, since.of_mailbox) == (MONDAY - limits.per_sender, MONDAY - timedelta(hours=1))


def test_an_acknowledgement_that_cannot_be_written_leaves_an_inquiry_that_waits_and_says_why():
    opened = JournalNote("opened", "human mail")
    wanted = Acknowledgement(CAROL, "acknowledgement")
    decision = MessageDecision(MessageKind.INQUIRY, "", (), inquiry(), (opened,), wanted)
    declined = customer_mail.decline_acknowledgement(decision, "the address has a line end in it")
    assert declined.acknowledgement is None
    assert declined.inquiry.problem_kind is ProblemKind.UNACKNOWLEDGED
    assert declined.inquiry.ack_reason == "bad-destination"
    assert (declined.inquiry.state, declined.inquiry.next_nag_at) == (inquiry().state, inquiry().next_nag_at)
    assert declined.journal == (opened, JournalNote("not acknowledged", "the address has a line end in it"))
