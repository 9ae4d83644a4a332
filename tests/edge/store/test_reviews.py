"""store/reviews.py: what is set aside keeps all that makes an inquiry of it, and counts as shown when its letter was accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.rows import MONDAY, inquiry, letter
from watcher.core.inquiry.model import ReviewEntry, SetAsideInquiry, Turn, TurnKind
from watcher.core.message.model import FolderRole, Locator
from watcher.core.rules.model import Attention
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store, StoreError, Transaction

LATER = MONDAY + timedelta(hours=2)


@pytest.fixture
def store(tmp_path):
    opened = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    yield opened
    opened.close()


def add_review(tx: Transaction, uid: int = 1) -> tuple[int, SetAsideInquiry]:
    name = f"q{uid}@customer.example"
    aside = SetAsideInquiry(
        inquiry(
            number=0,
            message_id=name,
            fingerprint=f"{uid:064}",
            opened_at=MONDAY,
            waiting_since=MONDAY,
            last_customer_at=MONDAY,
            last_customer_id=name,
            subject="Räder?",
            reach=("a@b.example", "c@d.example"),
            tags=("web", "ü"),
            language="de",
            excerpt="Zwei Räder",
            ack_reason="bulk",
            next_nag_at=None,
        ),
        Turn(name, MONDAY, TurnKind.QUESTION, "carol@customer.example", frozenset(), ids=(name,), parents=("p@x.example",)),
        "Carol, by machine",
        ("subject:räder a@b.example",),
        "thread:sales:9",
    )  # fmt: skip
    question = replace(
        aside.question,
        by=aside.inquiry.customer,
        name=aside.inquiry.customer_name,
        addresses=frozenset(aside.inquiry.reach),
        subject=aside.inquiry.subject,
    )
    entry = LedgerEntry(
        locator=Locator("sales", "INBOX", 7, uid),
        role=FolderRole.INBOX,
        decided_at=MONDAY,
        kind="inquiry",
        fingerprint=aside.inquiry.fingerprint,
        message_id=name,
        received_at=MONDAY,
        sender="News@Shop.example",
        subject=aside.inquiry.subject,
        why="no person's words",
        codes=("bulk",),
        attention=Attention.REVIEW,
    )
    number = tx.ledger.add_entry(entry)
    aside = replace(aside, question=question)
    tx.reviews.add_review(number, aside)
    return number, aside


def test_what_is_set_aside_reads_back_as_it_was_written(store):
    with store.write_transaction() as tx:
        number, aside = add_review(tx)
    with store.read_transaction() as tx:
        assert tx.reviews.get_set_aside(number) == aside
        assert tx.reviews.get_set_aside(number + 1) is None
        assert tx.reviews.list_unshown_reviews() == [
            ReviewEntry(
                number, "sales", "News@Shop.example", "Carol, by machine", "Räder?", MONDAY, "no person's words"
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
