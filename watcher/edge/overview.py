"""What `list` and `status` show, and no more, in SQL that both databases speak.

A file of SQLite is read by its driver alone: to import SQLAlchemy and the statements of the service takes longer than all that these two
commands read. So do the nouns of inquiries and of health, which are imported where a row has one of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from watcher.core.outbox.model import Letter, LetterKind, LetterState

if TYPE_CHECKING:
    from watcher.core.health.model import Incident
    from watcher.core.inquiry.model import ReplyProof

#: The schema that the statements here are of, `SCHEMA_VERSION` of `edge.store.tables`; a test holds the two together.
SCHEMA_READ = 17
#: Seconds to wait for a writer.
_PATIENCE = 30.0
#: A statement with `:name` for its values, and these → the rows.
Ask = Callable[[str, Mapping[str, Any]], Iterable[Sequence[Any]]]

_INQUIRIES = """
    SELECT number, mailbox, state, customer, subject, opened_at, promise_at, next_nag_at, nags, owner,
        (SELECT letter.state FROM letter WHERE letter.inquiry = inquiry.number AND letter.kind = 'acknowledgement'
            ORDER BY letter.id DESC LIMIT 1),
        answered_by, answered_with, answered_at, answered_how, hinted_by, hinted_with, hinted_at, hinted_how
    FROM inquiry {which} ORDER BY opened_at, number"""
#: Of letters that wait or failed; their octets may be many, and nobody looks at them.
_LETTERS = """
    SELECT {columns}, EXISTS (SELECT 1 FROM inquiry WHERE number = letter.inquiry AND state IN ('waiting', 'snoozed'))
    FROM letter WHERE letter.state IN ('pending', 'failed') ORDER BY letter.id"""
_LETTER_FIELDS = [field.name for field in fields(Letter) if field.name != "data"]
_INSTANT_FIELDS = ("created_at", "next_at", "answers_at", "offered_at")


class ListedInquiry(NamedTuple):
    """An inquiry as a line of a list; the same names as in `Inquiry`. Instants in UTC."""

    number: int
    mailbox: str
    state: str  # one of `core.inquiry.model.InquiryState`
    customer: str
    subject: str
    opened_at: datetime
    promise_at: datetime | None
    next_nag_at: datetime | None
    nags: int
    owner: str
    acknowledgement: LetterState | None  # of the latest; None: there is none
    reply_proof: ReplyProof | None
    possible_answer: ReplyProof | None


class FolderLook(NamedTuple):
    """A folder that was ever looked at, and when a look at it last ended well (UTC)."""

    mailbox: str
    name: str
    last_look_at: datetime | None


class Overview:
    """One state of the database, as far as a list or a status shows it. sqlite3.Error, StoreError: it cannot be read."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def list_inquiries(self, *, closed_too: bool) -> list[ListedInquiry]:
        """Those that wait or are snoozed, or all, the oldest first."""
        which = "" if closed_too else "WHERE state IN ('waiting', 'snoozed')"
        return [_inquiry_from_row(row) for row in self._ask(_INQUIRIES.format(which=which), {})]

    def count_waiting(self) -> int:
        """How many inquiries wait."""
        ((count,),) = self._ask("SELECT count(*) FROM inquiry WHERE state = 'waiting'", {})
        return int(count)

    def list_incidents(self) -> list[Incident]:
        """What is wrong now, by kind and subject."""
        from watcher.core.health.model import Incident, IncidentKind

        rows = self._ask("SELECT kind, subject, since, text FROM incident ORDER BY kind, subject", {})
        return [
            Incident(IncidentKind(kind), subject, _parse_instant(since), text) for kind, subject, since, text in rows
        ]

    def count_letters(self) -> dict[str, int]:
        """State → letters; states without any are left out."""
        rows = self._ask("SELECT state, count(*) FROM letter GROUP BY state", {})
        return {row[0]: row[1] for row in rows}

    def list_unsent_letters(self) -> list[tuple[Letter, bool]]:
        """Those that wait and those that failed, by id, without their octets; and whether the inquiry of each is open."""
        columns = ", ".join(f"letter.{name}" for name in _LETTER_FIELDS)
        rows = self._ask(_LETTERS.format(columns=columns), {})
        return [(_letter_from_row(row[:-1]), bool(row[-1])) for row in rows]

    def list_folders(self) -> list[FolderLook]:
        """All folders that were ever looked at, by mailbox, role and name."""
        rows = self._ask("SELECT mailbox, name, last_look_at FROM folder ORDER BY mailbox, role, name", {})
        return [FolderLook(mailbox, name, _parse_instant_or_none(at)) for mailbox, name, at in rows]

    def count_messages(self) -> dict[tuple[str, str], int]:
        """(Mailbox, folder) → messages that were seen there, those of the first look too."""
        rows = self._ask("SELECT mailbox, folder, count(*) FROM ledger GROUP BY mailbox, folder", {})
        return {(mailbox, folder): count for mailbox, folder, count in rows}

    def complete_looks(self) -> dict[str, datetime]:
        """Mailbox → the last look at all of it that ended well (UTC); those that never had one are left out."""
        rows = self._ask("SELECT name, last_look_at FROM mailbox WHERE last_look_at IS NOT NULL", {})
        return {name: _parse_instant(at) for name, at in rows}


@contextmanager
def open_overview(path: Path) -> Iterator[Overview]:
    """Of a file of SQLite, which is neither written nor locked against a writer. sqlite3.Error: it cannot be read so; what is wrong
    with it, the store can say."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as connection:
        connection.isolation_level = None  # one transaction, begun here: all is read of one state
        connection.execute("BEGIN")
        found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        if found != (str(SCHEMA_READ),):
            raise sqlite3.DatabaseError("of another schema")
        yield Overview(connection.execute)


def _inquiry_from_row(row: Sequence[Any]) -> ListedInquiry:
    number, mailbox, state, customer, subject, opened_at, promise_at, next_nag_at, nags, owner, acknowledgement = row[
        :11
    ]
    return ListedInquiry(
        number,
        mailbox,
        state,
        customer,
        subject,
        _parse_instant(opened_at),
        _parse_instant_or_none(promise_at),
        _parse_instant_or_none(next_nag_at),
        nags,
        owner,
        LetterState(acknowledgement) if acknowledgement else None,
        _reply_proof(*row[11:15]),
        _reply_proof(*row[15:19]),
    )


def _reply_proof(by: str, message_id: str, at: str | None, how: str) -> ReplyProof | None:
    if at is None:
        return None
    from watcher.core.inquiry.model import ReplyProof

    return ReplyProof(by, message_id, _parse_instant(at), how)


def _letter_from_row(row: Sequence[Any]) -> Letter:
    values = dict(zip(_LETTER_FIELDS, row, strict=True))
    instants = {name: _parse_instant_or_none(values[name]) for name in _INSTANT_FIELDS}
    kind, state, has_evidence = LetterKind(values["kind"]), LetterState(values["state"]), bool(values["has_evidence"])
    return Letter(**{**values, **instants, "kind": kind, "state": state, "has_evidence": has_evidence, "data": b""})


def _parse_instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _parse_instant_or_none(text: str | None) -> datetime | None:
    return None if text is None else _parse_instant(text)
