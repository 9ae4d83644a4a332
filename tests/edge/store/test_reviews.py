"""store/reviews.py: what is set aside keeps all that makes an inquiry of it, and counts as shown when its letter was accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, add_review, inquiry, letter
from watcher.core.inquiry.model import InquiryState, ReviewEntry
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.store.store import StoreError

LATER = MONDAY + timedelta(hours=2)


def test_what_is_set_aside_reads_back_as_it_was_written(store):
    with store.write_transaction() as tx:
        number, aside = add_review(tx)
    with store.read_transaction() as tx:
        assert tx.reviews.get_set_aside(number) == aside
        assert tx.reviews.get_set_aside(number + 1) is None
        assert tx.reviews.list_unshown_reviews() == [
            ReviewEntry(
                number,
                "sales",
                "News@Shop.example",
                "Carol, by machine",
                "Räder?",
                MONDAY,
                "no person's words",
                codes=("bulk",),
            )
        ]


def test_a_message_is_set_aside_once(store):
    with pytest.raises(StoreError), store.write_transaction() as tx:
        number, aside = add_review(tx)
        tx.reviews.add_review(number, aside)


def test_what_an_accepted_letter_lists_is_shown_and_the_first_time_counts(store):
    with store.write_transaction() as tx:
        first, second = add_review(tx, 1)[0], add_review(tx, 2)[0]
        queued = [
            tx.letters.add_to_queue(letter(id=0, key=key, inquiry=None, message_id=f"{key}@x")) for key in ("a", "b")
        ]
        tx.reviews.save_digest_reviews(queued[0].id, [second, first])
        tx.reviews.save_digest_reviews(queued[0].id, [second])
        tx.reviews.save_digest_reviews(queued[1].id, [second])
        assert [entry.number for entry in tx.reviews.list_unshown_reviews()] == [first, second]
        tx.reviews.record_reviews_shown(queued[0].id, MONDAY)
        tx.reviews.record_reviews_shown(queued[1].id, LATER)
    with store.read_transaction() as tx:
        assert tx.reviews.digest_reviews(queued[0].id) == [second]
        assert [entry.number for entry in tx.reviews.list_unshown_reviews()] == [first]
        assert [entry.shown_at for entry in tx.reviews.list_reviews()] == [None, MONDAY]


def test_what_became_an_inquiry_is_listed_no_more_and_speaks_for_its_sender(store):
    with store.write_transaction() as tx:
        number, _ = add_review(tx)
        assert tx.reviews.find_promoted_review("news@shop.example") is None
        made = tx.inquiries.save(inquiry(number=0)).number
        tx.reviews.record_promotion(number, made, LATER)
    with store.read_transaction() as tx:
        assert tx.reviews.list_unshown_reviews() == tx.reviews.list_reviews() == []
        assert [entry.inquiry for entry in tx.reviews.list_reviews(everything=True)] == [made]
        assert tx.reviews.find_promoted_review("news@shop.example") == number
        assert tx.reviews.find_promoted_review("") is None
        assert [entry.subject for entry in tx.ledger.entries_of_inquiry(made)] == ["Räder?"]


@pytest.mark.parametrize(("sender", "is_listed"), [("News@Shop.example", False), ("sales@example.com", True)])
def test_what_the_house_turned_out_to_have_sent_is_listed_no_more(store, sender, is_listed):
    """Their own circular comes to the inbox before the mail program files it among the sent mail."""
    with store.write_transaction() as tx:
        number, _ = add_review(tx)
        (seen,) = tx.ledger.entries_by_message_ids(["q1@customer.example"])["q1@customer.example"]
        filed = Locator("sales", "Sent", 7, 1)
        tx.ledger.add_entry(replace(seen, locator=filed, role=FolderRole.SENT, sender=sender, kind="outgoing"))
    with store.read_transaction() as tx:
        numbers = [number] if is_listed else []
        assert [entry.number for entry in tx.reviews.list_unshown_reviews()] == numbers
        assert [entry.number for entry in tx.reviews.list_reviews()] == numbers
        assert [entry.number for entry in tx.reviews.list_reviews(everything=True)] == [number]


def test_what_a_person_dismissed_after_all_does_not_speak_for_its_sender(store):
    with store.write_transaction() as tx:
        number, _ = add_review(tx)
        made = tx.inquiries.save(inquiry(number=0, state=InquiryState.DISMISSED)).number
        tx.reviews.record_promotion(number, made, LATER)
        assert tx.reviews.find_promoted_review("news@shop.example") is None
