"""service/reporting.py: from inquiries and their journals to the figures of a report, on a real store."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.samples import MONDAY, inquiry, policy
from tests.worlds import InlineExecutor
from watcher.core.inquiry.model import InquiryState, ReplyProof
from watcher.edge.store.store import Store
from watcher.service.reporting import collect_figures

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


def figures_of(*stories):
    """Each story: what the inquiry is now, and its journal as (hours after MONDAY, event)."""
    store = Store("sqlite://", InlineExecutor())
    with store.write_transaction() as tx:
        for changed, journal in stories:
            number = tx.inquiries.save(inquiry(number=0, **changed)).number
            for hour, event in journal:
                tx.inquiries.add_to_journal(number, MONDAY + hour * HOUR, [(event, "")])
    with store.read_transaction() as tx:
        return collect_figures(tx, {"sales": policy()}, MONDAY - HOUR, MONDAY + WEEK, ZoneInfo("UTC")).total


def test_an_answer_counts_from_when_it_was_written_not_from_when_it_was_seen():
    proof = ReplyProof("anna@example.com", "r@example.com", MONDAY + HOUR, "sent folder")
    total = figures_of(({"state": InquiryState.ANSWERED, "reply_proof": proof}, [(3, "answered")]))
    assert (total.came, total.answered, total.median) == (1, 1, HOUR)


def test_the_first_of_several_answers_counts():
    proof = ReplyProof("anna@example.com", "r@example.com", MONDAY + 9 * HOUR, "sent folder")
    total = figures_of(({"state": InquiryState.ANSWERED, "reply_proof": proof}, [(2, "answered"), (9, "answered")]))
    assert total.median == 2 * HOUR


def test_an_answer_is_never_earlier_than_the_question():
    proof = ReplyProof("anna@example.com", "r@example.com", MONDAY - HOUR, "sent folder")
    total = figures_of(({"state": InquiryState.ANSWERED, "reply_proof": proof}, [(1, "answered")]))
    assert total.median == timedelta()


def test_done_is_settled_unless_it_was_opened_again():
    total = figures_of(({"state": InquiryState.DONE}, [(1, "done")]), ({}, [(1, "done"), (2, "reopened")]))
    assert (total.came, total.answered, total.settled, total.unanswered, total.waiting) == (2, 0, 1, 1, 1)


def test_what_came_before_the_week_is_not_counted_but_waits():
    total = figures_of(({"opened_at": MONDAY - WEEK}, []))
    assert (total.came, total.waiting) == (0, 1)
