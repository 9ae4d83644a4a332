"""edge/store/mailboxes.py: since when a mailbox is watched, under whatever name."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import inspect

from tests.samples import MONDAY, inquiry, letter
from watcher.core.health.model import Canary, Incident, IncidentKind, MailboxIdentity, ToldIncident
from watcher.core.inquiry.model import Turn, TurnKind
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.store.tables import metadata


def test_the_first_whole_look_counts(store):
    with store.write_transaction() as tx:
        assert tx.mailboxes.get_activation("sales") is None
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_activation("sales", MONDAY + timedelta(days=1))
        assert tx.mailboxes.get_activation("sales") == MONDAY
        assert tx.mailboxes.get_activation("info") is None


def fill(tx, name: str, n: int) -> None:
    """Everything that is kept of a mailbox, its own names in it."""
    tx.mailboxes.record_activation(name, MONDAY)
    tx.folders.add_folder(name, "INBOX", FolderRole.INBOX, 1, MONDAY)
    tx.folders.record_failed_fetch(Locator(name, "INBOX", 1, n), MONDAY)
    tx.ledger.add_baseline_entries(name, "INBOX", FolderRole.INBOX, 1, [1, 2], MONDAY)
    tx.incidents.open(IncidentKind.MAILBOX_UNSEEN, name, "no route", MONDAY)
    tx.canaries.save(Canary(name, f"canary:{name}", MONDAY))
    unseen = Incident(IncidentKind.MAILBOX_UNSEEN, name, MONDAY, "no route")
    tx.alerts.replace_told([*tx.alerts.list_told(), ToldIncident(unseen, MONDAY)])
    number = tx.inquiries.save(inquiry(number=0, mailbox=name, message_id=f"q{n}@customer.example")).number
    key = f"ack:{name}:carol@customer.example:q{n}@customer.example"
    tx.letters.add_to_queue(letter(id=0, key=key, mailbox=name, message_id=f"n.{n}@example.com", inquiry=number))
    tx.threads.link_thread_keys([f"thread:{name}:7"], number)
    tx.inquiries.add_to_journal(number, MONDAY, [("handed on", f"from {name} to another: dismissed by anna")])
    tx.set_meta(f"schedule:{name}", f"digest {n}")
    early = Turn(f"r{n}", MONDAY, TurnKind.ANSWER, "anna@example.com", frozenset())
    tx.threads.add_unlinked_reply(early, [f"thread:{name}:8"])


def kept(tx, name: str) -> list[object]:
    """What is found by the name."""
    numbers = [one.number for one in tx.inquiries.find_by_state() if one.mailbox == name]
    acks = [
        n
        for n in (1, 2)
        if tx.letters.has_key(f"ack:{name}:carol@customer.example:q{n}@customer.example")
        and tx.letters.find_by_message_id([f"n.{n}@example.com"]).mailbox == name
    ]
    return [
        tx.mailboxes.get_activation(name),
        tx.folders.get_folder(name, "INBOX") is not None,
        sorted(tx.ledger.decided_uids(name, "INBOX", 1)),
        [found.subject for found in tx.incidents.list_open() if found.subject == name],
        [told.incident.subject for told in tx.alerts.list_told() if told.incident.subject == name],
        [found.mailbox for found in tx.canaries.list_canaries() if found.mailbox == name],
        numbers,
        acks,
        [n for n in numbers if tx.inquiries.journal_of(n)[-1].text.startswith(f"from {name} to another: ")],
        tx.threads.inquiries_by_thread_key([f"thread:{name}:7"]),
        [turn.key for _, turn in tx.threads.unlinked_replies_by_key([f"thread:{name}:8"])],
        tx.get_meta(f"schedule:{name}"),
    ]


def complete(name: str, n: int) -> list[object]:
    return [
        MONDAY,
        True,
        [1, 2],
        [name],
        [name],
        [name],
        [n],
        [n],
        [n],
        {f"thread:{name}:7": [n]},
        [f"r{n}"],
        f"digest {n}",
    ]


def test_everything_goes_by_the_new_name_and_two_may_change_theirs_with_each_other(store):
    with store.write_transaction() as tx:
        fill(tx, "sales", 1)
        fill(tx, "info", 2)
        assert (kept(tx, "sales"), kept(tx, "info")) == (complete("sales", 1), complete("info", 2))
        tx.mailboxes.rename_mailboxes({"sales": "info", "info": "sales"})
        assert (kept(tx, "info"), kept(tx, "sales")) == (complete("info", 1), complete("sales", 2))
        tx.mailboxes.rename_mailboxes({"sales": "verkauf"})
        assert (kept(tx, "verkauf"), kept(tx, "info")) == (complete("verkauf", 2), complete("info", 1))


def test_no_column_of_that_name_is_forgotten(store):
    """A table that gets one belongs into `mailboxes`."""
    named = {table.name for table in metadata.sorted_tables if "mailbox" in table.columns}
    assert named == {"canary", "folder", "ledger", "missing", "inquiry", "letter"}
    with store.read_transaction() as tx:
        assert named <= set(inspect(tx.connection).get_table_names())


def test_a_name_stands_for_an_account(store):
    first, moved = MailboxIdentity("sales", "a", "s@example.com"), MailboxIdentity("sales", "b", "s@example.com")
    with store.write_transaction() as tx:
        tx.mailboxes.record_identity(first)
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_identity(moved)
        assert tx.mailboxes.list_identities() == [moved]
        assert tx.mailboxes.get_activation("sales") == MONDAY
