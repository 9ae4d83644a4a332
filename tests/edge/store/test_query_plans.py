"""What a message asks the database costs the same however much is in it: SQLite's plans of these questions name an index.

A plan that scans a table is told by "SCAN" (sqlite.org/eqp.html); the tables are empty here, and SQLite plans by the schema alone.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.samples import MONDAY
from watcher.core.message.model import FolderRole
from watcher.core.outbox.model import LetterKind

#: What is asked for each message, or at each look: by the name of its repository.
QUESTIONS = {
    "mail of the same octets": lambda tx: tx.ledger.entries_by_fingerprints(["a", "b"]),
    "mail of the same id": lambda tx: tx.ledger.entries_by_message_ids(["a", "b"]),
    "mail of the same octets or id": lambda tx: tx.ledger.entries_by_either(["a", "b"], ["c"]),
    "mail of the same octets, alone": lambda tx: tx.ledger.entries_by_fingerprint("a", FolderRole.INBOX, None),
    "decided numbers of a folder": lambda tx: tx.ledger.decided_uids("sales", "INBOX", 1),
    "some decided numbers of a folder": lambda tx: tx.ledger.decided_uids_between("sales", "INBOX", 1, 4096, 8191),
    "messages of an inquiry": lambda tx: tx.ledger.entries_of_inquiry(1),
    "mailboxes of inquiries": lambda tx: tx.ledger.mailboxes_of_inquiries([1, 2]),
    "inquiries by a name": lambda tx: tx.threads.inquiries_by_thread_key(["a", "b"]),
    "turns of inquiries": lambda tx: tx.threads.turns_by_inquiry([1, 2]),
    "replies that wait": lambda tx: tx.threads.unlinked_replies_by_key(["a", "b"]),
    "turns that wait": lambda tx: tx.threads.unlinked_turn_keys(["a", "b"]),
    "replies and turns that wait": lambda tx: tx.threads.unlinked_turns(["a", "b"], ["c"]),
    "mail of the house": lambda tx: tx.threads.written_ids(["a", "b"]),
    "replies that came back": lambda tx: tx.threads.bounced_replies_by_id(["a", "b"]),
    "inquiries": lambda tx: tx.inquiries.get_many([1, 2]),
    "a customer's past": lambda tx: tx.inquiries.customers_dealt_with(["a", "b"]),
    "what was dismissed": lambda tx: tx.inquiries.dismissed_by_customer(["a", "b"]),
    "a customer's past, all": lambda tx: tx.inquiries.past_of_customers(["a", "b"]),
    "what waits and is due": lambda tx: tx.inquiries.due_to_wake(MONDAY),
    "journal of an inquiry": lambda tx: tx.inquiries.journal_of(1),
    "what was promoted": lambda tx: tx.reviews.promoted_reviews(["a", "b"]),
    "letters by id": lambda tx: tx.letters.letters_by_message_id(["a", "b"]),
    "letters by key": lambda tx: tx.letters.existing_keys(["a", "b"]),
    "letters by id or key": lambda tx: tx.letters.letters_by_id_or_key(["a", "b"], ["c"]),
    "letters to a customer": lambda tx: tx.letters.count_to_people(LetterKind.ACKNOWLEDGEMENT, ["a", "b"], MONDAY),
    "letters of a mailbox": lambda tx: tx.letters.count_to_customers_from("sales", MONDAY - timedelta(hours=1)),
    "the next letter": lambda tx: tx.letters.next_due_letter("sales", MONDAY),
}


#: What a batch asks, with a key for each of its messages.
QUESTIONS_BY_KEYS = {
    "mail of the same octets or id": lambda tx, keys: tx.ledger.entries_by_either(keys, keys),
    "inquiries by a name": lambda tx, keys: tx.threads.inquiries_by_thread_key(keys),
    "replies and turns that wait": lambda tx, keys: tx.threads.unlinked_turns(keys, keys),
    "mail of the house": lambda tx, keys: tx.threads.written_ids(keys),
    "replies that came back": lambda tx, keys: tx.threads.bounced_replies_by_id(keys),
    "a customer's past": lambda tx, keys: tx.inquiries.customers_dealt_with(keys),
    "what was dismissed": lambda tx, keys: tx.inquiries.dismissed_by_customer(keys),
    "a customer's past, all": lambda tx, keys: tx.inquiries.past_of_customers(keys),
    "letters by id or key": lambda tx, keys: tx.letters.letters_by_id_or_key(keys, keys),
    "letters to customers": lambda tx, keys: tx.letters.count_to_people(LetterKind.ACKNOWLEDGEMENT, keys, MONDAY),
}


def plans_of(tx, ask):
    """The plan of each statement that `ask` runs, a line a step."""
    asked = []
    engine = tx.connection.engine

    def note(connection, cursor, statement, parameters, context, executemany):
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        result = ask(tx)
        if hasattr(result, "__next__"):
            list(result)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert asked
    return [
        row.detail
        for statement, parameters in asked
        for row in tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_about_a_message_reads_a_whole_table(file_store, question):
    with file_store.read_transaction() as tx:
        scans = [step for step in plans_of(tx, QUESTIONS[question]) if step.startswith("SCAN")]
    assert scans == []


@pytest.mark.parametrize("count", [1, 2, 3, 10, 100])
def test_replies_that_wait_are_found_by_their_names_however_many_wait(file_store, count):
    """All that wait have one number of an inquiry: a plan that begins with it reads them all for each message."""
    names = [f"name{n}" for n in range(count)]
    with file_store.read_transaction() as tx:
        steps = plans_of(tx, lambda tx: tx.threads.unlinked_replies_by_key(names))
    assert next(step for step in steps if step.startswith("SEARCH")).startswith("SEARCH loose")
    assert not any("turn_inquiry" in step for step in steps)


#: Those that begin with what many rows say.
BROAD_INDEXES = ("letter_due", "letter_offered", "inquiry_due")


@pytest.mark.parametrize("count", [1, 2, 10, 100])
@pytest.mark.parametrize("question", QUESTIONS_BY_KEYS)
def test_rows_are_found_by_their_keys_however_many_keys_there_are(file_store, question, count):
    """The longer the list, the sooner SQLite goes through all letters of a kind, or all inquiries in a state."""
    names = [f"name{n}" for n in range(count)]
    with file_store.read_transaction() as tx:
        steps = plans_of(tx, lambda tx: QUESTIONS_BY_KEYS[question](tx, names))
    assert any(step.startswith("SEARCH") or "INDEX" in step for step in steps)
    assert [step for step in steps if step.startswith("SCAN") or any(name in step for name in BROAD_INDEXES)] == []


def test_a_plan_that_reads_a_whole_table_is_seen(file_store):
    with file_store.read_transaction() as tx:
        plans = plans_of(tx, lambda tx: tx.inquiries.find_by_state())
    assert any(step.startswith("SCAN inquiry") for step in plans)
