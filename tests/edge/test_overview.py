"""edge/overview.py, cli/opening.py: what a list and a status show is what the repositories of the service know."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.samples import MONDAY, inquiry, letter
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import InquiryState, ReplyProof
from watcher.core.message.model import FolderRole
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.overview import SCHEMA_READ, FolderLook, Overview, open_overview
from watcher.edge.store import tables

LATER = MONDAY + timedelta(hours=1)
SEEN, HINT = ReplyProof("anna", "<r@x>", LATER, "by id"), ReplyProof("ben", "<h@x>", LATER, "by subject")


@pytest.fixture
def filled(store):
    with store.write_transaction() as tx:
        for n, state in enumerate(InquiryState):
            saved = tx.inquiries.save(
                inquiry(
                    number=0, state=state, opened_at=MONDAY - timedelta(minutes=n), promise_at=LATER if n % 2 else None,
                    reply_proof=SEEN if n % 2 else None, possible_answer=None if n % 2 else HINT,
                )
            )  # fmt: skip
            for kind in (LetterKind.ACKNOWLEDGEMENT, LetterKind.RENEWAL):
                for number, letter_state in enumerate(LetterState):
                    key = f"{kind}:{n}:{letter_state}"
                    tx.letters.add_to_queue(
                        letter(
                            id=0, key=key, message_id=key, kind=kind, state=letter_state, inquiry=saved.number,
                            offered_at=LATER if number % 2 else None,
                        )
                    )  # fmt: skip
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "refused", MONDAY)
        for name, role in (("Sent", FolderRole.SENT), ("A", FolderRole.SENT), ("INBOX", FolderRole.INBOX)):
            tx.folders.add_folder("sales", name, role, 1, MONDAY)
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, 1, [1, 2], MONDAY)
        tx.ledger.add_baseline_entries("sales", "Sent", FolderRole.SENT, 1, [1], MONDAY)
        tx.folders.record_scans([("sales", "INBOX", LATER)])
    return store


@pytest.fixture
def read(filled):
    """The overview as a command reads it, beside a transaction of the service."""
    with filled.read_transaction() as tx:
        path = tx.connection.engine.url.database
        if filled.is_shared:
            yield Overview(lambda sql, values: tx.connection.execute(text(sql), values)), tx
        else:
            with open_overview(Path(path)) as overview:
                yield overview, tx


@pytest.mark.parametrize("closed_too", [False, True])
def test_inquiries_are_those_of_the_service(read, closed_too):
    overview, tx = read
    wanted = tx.inquiries.find_by_state(None if closed_too else {InquiryState.WAITING, InquiryState.SNOOZED})
    found = overview.list_inquiries(closed_too=closed_too)
    latest = tx.letters.latest_acknowledgements([known.number for known in wanted])
    assert [row.number for row in found] == [known.number for known in wanted]
    for row, known in zip(found, wanted, strict=True):
        values = row._asdict()
        assert values.pop("acknowledgement") is latest[known.number].state
        assert values == {name: getattr(known, name) for name in values}


def test_the_rest_is_that_of_the_service(read):
    overview, tx = read
    assert overview.count_waiting() == 1
    assert overview.list_incidents() == tx.incidents.list_open() != []
    assert overview.count_letters() == tx.letters.count_by_state()
    assert overview.count_messages() == {("sales", "INBOX"): 2, ("sales", "Sent"): 1}
    assert overview.complete_looks() == tx.mailboxes.complete_looks()
    assert overview.list_folders() == [
        FolderLook(found.mailbox, found.name, found.last_look_at) for found in tx.folders.list_folders()
    ]


def test_unsent_letters_come_without_their_octets(read):
    overview, tx = read
    letters = tx.letters.list_by_state({LetterState.PENDING, LetterState.FAILED})
    open_states = (InquiryState.WAITING, InquiryState.SNOOZED)
    wanted = [(replace(known, data=b""), tx.inquiries.get(known.inquiry).state in open_states) for known in letters]
    assert overview.list_unsent_letters() == wanted
    assert {is_open for _, is_open in wanted} == {False, True}


def test_the_statements_are_of_the_schema_of_the_service():
    assert SCHEMA_READ == tables.SCHEMA_VERSION


@pytest.mark.parametrize("found", ["0", str(SCHEMA_READ - 1), str(SCHEMA_READ + 1)])
def test_another_schema_is_left_to_the_store(file_store, tmp_path, found):
    with file_store.write_transaction() as tx:
        tx.set_meta("schema", found)
    with pytest.raises(sqlite3.Error), open_overview(tmp_path / "watcher.sqlite3"):
        pass


@pytest.mark.parametrize("octets", [None, b"", b"no database" * 100])
def test_a_file_that_is_no_state_is_left_to_the_store(tmp_path, octets):
    path = tmp_path / "watcher.sqlite3"
    if octets is not None:
        path.write_bytes(octets)
    with pytest.raises(sqlite3.Error), open_overview(path):
        pass
    assert path.exists() is (octets is not None)


def test_all_is_read_of_one_state_and_keeps_no_writer_waiting(file_store, tmp_path):
    with open_overview(tmp_path / "watcher.sqlite3") as overview:
        assert overview.count_waiting() == 0
    with file_store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
    with open_overview(tmp_path / "watcher.sqlite3") as overview:
        assert overview.count_waiting() == 1


def test_reading_a_file_needs_no_sqlalchemy():
    code = "import sys, watcher.edge.overview; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "asyncio"} & set(loaded)
