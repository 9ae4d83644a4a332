"""SQL about the ledger: one entry for every message of a watched folder, made in the transaction that decides it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, case, func, insert, or_, select, update

from watcher.core.inquiry.model import InquiryState, ProblemKind
from watcher.core.message.model import MISSING_FINGERPRINT, FolderRole, Locator, MessageKind
from watcher.core.rules.model import Attention
from watcher.edge.store.tables import folder, inquiry, insert_row, ledger

_SELECT_DECIDED_UIDS = select(ledger.c.uid).where(
    ledger.c.mailbox == bindparam("box"),
    ledger.c.folder == bindparam("name"),
    ledger.c.uidvalidity == bindparam("validity"),
)
_SELECT_DECIDED_UIDS_BETWEEN = _SELECT_DECIDED_UIDS.where(ledger.c.uid.between(bindparam("first"), bindparam("last")))
_SELECT_LINES_OF_FOLDER = select(ledger.c.id, ledger.c.uidvalidity, ledger.c.message_id, ledger.c.received_at).where(
    ledger.c.mailbox == bindparam("box"),
    ledger.c.folder == bindparam("name"),
    or_(ledger.c.fingerprint.is_(None), ledger.c.fingerprint.not_like(f"{MISSING_FINGERPRINT}%")),
)
_RENUMBER_LINE = (
    update(ledger)
    .where(ledger.c.id == bindparam("line"))
    .values(uidvalidity=bindparam("validity"), uid=bindparam("new_uid"))
)
_SELECT_BY_FINGERPRINT = (
    select(ledger)
    .where(ledger.c.fingerprint == bindparam("print"), ledger.c.role == bindparam("as"))
    .order_by(ledger.c.id)
)
_SELECT_BY_FINGERPRINTS = (
    select(ledger).where(ledger.c.fingerprint.in_(bindparam("prints", expanding=True))).order_by(ledger.c.id)
)
_SELECT_BY_MESSAGE_IDS = (
    select(ledger).where(ledger.c.message_id.in_(bindparam("ids", expanding=True))).order_by(ledger.c.id)
)
_SELECT_BY_EITHER = (
    select(ledger)
    .where(
        or_(
            ledger.c.fingerprint.in_(bindparam("prints", expanding=True)),
            ledger.c.message_id.in_(bindparam("ids", expanding=True)),
        )
    )
    .order_by(ledger.c.id)
)
_SELECT_BY_MESSAGE_ID = select(ledger).where(ledger.c.message_id == bindparam("id")).order_by(ledger.c.id)
_SELECT_INBOX_BY_MESSAGE_ID = _SELECT_BY_MESSAGE_ID.where(ledger.c.role == FolderRole.INBOX)
_SELECT_BY_FINGERPRINT_AND_TIME = _SELECT_BY_FINGERPRINT.where(ledger.c.received_at == bindparam("at"))
_COUNT_DECIDED_SINCE = select(func.count()).where(ledger.c.decided_at > bindparam("since"), ledger.c.kind.is_not(None))
_SELECT_OWN_SENT_COPY = (
    select(ledger.c.id)
    .join(folder, (folder.c.mailbox == ledger.c.mailbox) & (folder.c.name == ledger.c.folder))
    .where(
        ledger.c.mailbox == bindparam("box"),
        ledger.c.role == FolderRole.SENT,
        ledger.c.kind == MessageKind.OWN,
        folder.c.last_look_at >= bindparam("since", type_=folder.c.last_look_at.type),
    )
    .limit(1)
)
_SELECT_SENT_MAIL = (
    select(ledger.c.id)
    .where(
        ledger.c.mailbox == bindparam("box"),
        ledger.c.role == FolderRole.SENT,
        ledger.c.kind == MessageKind.OUTGOING,
        ledger.c.sender != "",  # what was never handed out may be anybody's, also ours
    )
    .limit(1)
)
_SELECT_LATEST_ENTRY_ID = select(func.coalesce(func.max(ledger.c.id), 0)).scalar_subquery()
_SELECT_UNDECIDED = (
    select(ledger.c.mailbox, ledger.c.folder, ledger.c.uid)
    .select_from(ledger.join(folder, (folder.c.mailbox == ledger.c.mailbox) & (folder.c.name == ledger.c.folder)))
    .where(
        ledger.c.id > _SELECT_LATEST_ENTRY_ID - bindparam("limit"),
        ledger.c.kind.is_(None),
        ledger.c.decided_at > folder.c.baseline_at,
    )
    .limit(5)
)
_SELECT_MAILBOXES_OF_INQUIRIES = (
    select(inquiry.c.mailbox, ledger.c.mailbox.label("holder"))
    .select_from(inquiry.outerjoin(ledger, ledger.c.inquiry == inquiry.c.number))
    .where(inquiry.c.number.in_(bindparam("numbers", expanding=True)))
    .distinct()
)
_COUNT_FOLDER_INQUIRIES = (
    select(
        func.count(inquiry.c.number.distinct()).label("inquiries"),
        func.sum(case((inquiry.c.problem_kind == ProblemKind.UNREADABLE, 1), else_=0)).label("unreadable"),
    )
    .select_from(ledger.join(inquiry, inquiry.c.number == ledger.c.inquiry))
    .where(ledger.c.mailbox == bindparam("box"), ledger.c.folder == bindparam("name"))
)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger, instants in UTC. `kind` is None for mail that was there at the first look."""

    locator: Locator
    role: FolderRole
    decided_at: datetime
    kind: str | None = None
    fingerprint: str = ""
    message_id: str = ""
    received_at: datetime | None = None
    sender: str = ""
    subject: str = ""
    rule: str = ""
    why: str = ""
    codes: tuple[str, ...] = ()
    inquiry: int | None = None
    attention: Attention | None = None  # None: never read, or decided before schema 4
    text_digest: str = ""  # as in `Facts`; "": never read, or decided before schema 6
    verdict: str = (
        ""  # what the rules said, as `core.rules.replay` has it; "": of sent mail, or decided before it was kept
    )


class LedgerRepository:
    """Rows ↔ `LedgerEntry`: where a message lies, by folder, UIDVALIDITY and UID (RFC 9051 § 2.3.1.1). StoreError: the
    database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def decided_uids(self, mailbox: str, name: str, uidvalidity: int) -> set[int]:
        """UIDs of a folder that have their line, under this UIDVALIDITY alone (RFC 3501 § 2.3.1.1)."""
        return set(self._c.scalars(_SELECT_DECIDED_UIDS, {"box": mailbox, "name": name, "validity": uidvalidity}))

    def decided_uids_between(self, mailbox: str, name: str, uidvalidity: int, first: int, last: int) -> set[int]:
        """UIDs (RFC 3501 § 2.3.1.1) of a folder from `first` to `last`, both included, that have their line."""
        given = {"box": mailbox, "name": name, "validity": uidvalidity, "first": first, "last": last}
        return set(self._c.scalars(_SELECT_DECIDED_UIDS_BETWEEN, given))

    def lines_of_folder(self, mailbox: str, name: str) -> list[tuple[int, int, str, datetime | None]]:
        """The lines of a folder, but for what was never handed out: their id, UIDVALIDITY, Message-ID ("": none known), and when
        the server received the message (UTC; None: never read)."""
        rows = self._c.execute(_SELECT_LINES_OF_FOLDER, {"box": mailbox, "name": name})
        return [(row.id, row.uidvalidity, row.message_id or "", row.received_at) for row in rows]

    def renumber_lines(self, uidvalidity: int, lines: Mapping[int, int]) -> None:
        """The messages of these lines (UID → line) have new numbers. StoreError: one of the numbers has its line already."""
        if lines:
            rows = [{"line": line, "new_uid": uid, "validity": uidvalidity} for uid, line in lines.items()]
            self._c.execute(_RENUMBER_LINE, rows)

    def add_entry(self, line: LedgerEntry) -> int:
        """Adds a line. IntegrityError (as StoreError) when the message has one already."""
        return insert_row(self._c, ledger, entry_values(line))

    def add_baseline_entries(
        self, mailbox: str, name: str, role: FolderRole, uidvalidity: int, uids: Iterable[int], now: datetime
    ) -> None:
        """A line without a decision for each UID: mail that was there at the first look. StoreError: one has its line
        already."""
        rows = [
            {
                "mailbox": mailbox,
                "folder": name,
                "uidvalidity": uidvalidity,
                "uid": uid,
                "role": role,
                "decided_at": now,
            }
            for uid in sorted(uids)
        ]
        for start in range(0, len(rows), 5000):
            self._c.execute(insert(ledger), rows[start : start + 5000])

    def entries_by_fingerprint(
        self, fingerprint: str, role: FolderRole, received_at: datetime | None
    ) -> Iterator[LedgerEntry]:
        """The same message elsewhere, in the order of the decisions. `received_at`: must be equal too (for mail without an id)."""
        same = {"print": fingerprint, "as": role}
        if received_at is None:
            rows = self._c.execute(_SELECT_BY_FINGERPRINT, same)
        else:
            rows = self._c.execute(_SELECT_BY_FINGERPRINT_AND_TIME, {**same, "at": received_at})
        return (_entry_from_row(row._mapping) for row in rows)

    def entries_by_fingerprints(self, fingerprints: Collection[str]) -> dict[str, list[LedgerEntry]]:
        """Fingerprint → every message that has it, in the order of the decisions."""
        found: dict[str, list[LedgerEntry]] = {}
        for row in self._c.execute(_SELECT_BY_FINGERPRINTS, {"prints": list(fingerprints)}):
            found.setdefault(row.fingerprint, []).append(_entry_from_row(row._mapping))
        return found

    def entries_by_message_ids(self, ids: Collection[str]) -> dict[str, list[LedgerEntry]]:
        """Message-ID (RFC 5322 § 3.6.4), as stored → every message that has it, in the order of the decisions."""
        found: dict[str, list[LedgerEntry]] = {}
        for row in self._c.execute(_SELECT_BY_MESSAGE_IDS, {"ids": list(ids)}):
            found.setdefault(row.message_id, []).append(_entry_from_row(row._mapping))
        return found

    def entries_by_either(self, fingerprints: Collection[str], ids: Collection[str]) -> list[LedgerEntry]:
        """Every message that has one of these fingerprints, or one of these Message-IDs (as stored), in the order of the decisions."""
        rows = self._c.execute(_SELECT_BY_EITHER, {"prints": list(fingerprints), "ids": list(ids)})
        return [_entry_from_row(row._mapping) for row in rows]

    def entries_of_inquiry(self, inquiry: int) -> list[LedgerEntry]:
        """Every message that belongs to the inquiry, in the order of the decisions."""
        rows = self._c.execute(select(ledger).where(ledger.c.inquiry == inquiry).order_by(ledger.c.id))
        return [_entry_from_row(row._mapping) for row in rows]

    def verdicts_of_messages(
        self, mailbox: str, name: str, uidvalidity: int, uids: Collection[int]
    ) -> dict[int, tuple[str, str]]:
        """UID → the rule that spoke and what the rules said, of those of these messages of which it was kept."""
        query = select(ledger.c.uid, ledger.c.rule, ledger.c.verdict).where(
            ledger.c.mailbox == mailbox,
            ledger.c.folder == name,
            ledger.c.uidvalidity == uidvalidity,
            ledger.c.uid.in_(list(uids)),
            ledger.c.verdict.is_not(None),
        )
        return {row.uid: (row.rule or "", row.verdict) for row in self._c.execute(query)}

    def locate_waiting_mail(self, mailbox: str, limit: int) -> list[tuple[Locator, str, int]]:
        """Where the mail of inquiries that wait lies in the inboxes: place, Message-ID or fingerprint, inquiry; the newest first."""
        query = (
            select(ledger, inquiry.c.number)
            .join(inquiry, inquiry.c.number == ledger.c.inquiry)
            .where(
                ledger.c.mailbox == mailbox, ledger.c.role == FolderRole.INBOX, inquiry.c.state == InquiryState.WAITING
            )
            .order_by(ledger.c.id.desc())
            .limit(limit)
        )
        rows = self._c.execute(query)
        return [
            (Locator(row.mailbox, row.folder, row.uidvalidity, row.uid), row.message_id or row.fingerprint, row.number)
            for row in rows
        ]

    def entries_by_message_id(self, message_id: str) -> list[LedgerEntry]:
        """Every message with this Message-ID (RFC 5322 § 3.6.4, no angle brackets), wherever it lies, in the order of the decisions."""
        rows = self._c.execute(_SELECT_BY_MESSAGE_ID, {"id": message_id})
        return [_entry_from_row(row._mapping) for row in rows]

    def inbox_entries_by_message_id(self, message_id: str) -> list[LedgerEntry]:
        """The entries of this id in the inboxes of all mailboxes, in the order of the decisions."""
        rows = self._c.execute(_SELECT_INBOX_BY_MESSAGE_ID, {"id": message_id})
        return [_entry_from_row(row._mapping) for row in rows]

    def mailboxes_with_mail(self, fingerprint: str, message_id: str, copy_code: str) -> set[str]:
        """In the inboxes of which mailboxes does this mail lie, or one of its id that has `copy_code`?"""
        is_copy = (ledger.c.message_id == (message_id or None)) & ledger.c.codes.contains(copy_code)
        query = select(ledger.c.mailbox).where(
            ledger.c.role == FolderRole.INBOX, or_(ledger.c.fingerprint == fingerprint, is_copy)
        )
        return set(self._c.scalars(query))

    def mailboxes_of_inquiries(self, numbers: Collection[int]) -> set[str]:
        """The mailboxes that have some mail of these inquiries, sent mail too; and those with which they are."""
        rows = self._c.execute(_SELECT_MAILBOXES_OF_INQUIRIES, {"numbers": sorted(numbers)})
        return {mailbox for row in rows for mailbox in row if mailbox is not None}

    def count_decided_since(self, since: datetime) -> int:
        """Messages that were decided after `since` (UTC), first looks not among them."""
        return self._c.scalar(_COUNT_DECIDED_SINCE, {"since": since}) or 0

    def has_own_sent_copies(self, mailbox: str, since: datetime) -> bool:
        """Was a letter of ours ever found in a folder of this mailbox's sent mail that was read to its end since then (UTC)? What is
        not found there has hardly left."""
        return self._c.execute(_SELECT_OWN_SENT_COPY, {"box": mailbox, "since": since}).first() is not None

    def has_sent_mail(self, mailbox: str) -> bool:
        """Was mail that a person sent ever found among this mailbox's sent mail, since it is watched?"""
        return self._c.execute(_SELECT_SENT_MAIL, {"box": mailbox}).first() is not None

    def list_undecided_mail(self, limit: int) -> list[str]:
        """Among the last lines, those without a decision that are no part of a first look."""
        rows = self._c.execute(_SELECT_UNDECIDED, {"limit": limit})
        return [f"{row.mailbox}/{row.folder}/{row.uid}" for row in rows]

    def count_folder_inquiries(self, mailbox: str, name: str) -> dict[str, int]:
        """How many inquiries the messages of a folder belong to, and how many of these could not be read."""
        row = self._c.execute(_COUNT_FOLDER_INQUIRIES, {"box": mailbox, "name": name}).one()
        return {"inquiries": row.inquiries, "unreadable": row.unreadable or 0}


def entry_values(line: LedgerEntry) -> dict[str, object]:
    where = line.locator
    return {
        "mailbox": where.mailbox,
        "folder": where.folder,
        "uidvalidity": where.uidvalidity,
        "uid": where.uid,
        "role": line.role,
        "decided_at": line.decided_at,
        "kind": line.kind,
        "fingerprint": line.fingerprint,
        "message_id": line.message_id,
        "received_at": line.received_at,
        "sender": line.sender,
        "subject": line.subject,
        "rule": line.rule,
        "why": line.why,
        "codes": " ".join(line.codes),
        "inquiry": line.inquiry,
        "attention": line.attention,
        "text_digest": line.text_digest or None,
        "verdict": line.verdict or None,
    }


def _entry_from_row(row: object) -> LedgerEntry:
    values = dict(row)  # type: ignore[call-overload]
    place = Locator(*(values[name] for name in ("mailbox", "folder", "uidvalidity", "uid")))
    return LedgerEntry(
        locator=place,
        role=FolderRole(values["role"]),
        decided_at=values["decided_at"],
        kind=values["kind"],
        fingerprint=values["fingerprint"] or "",
        message_id=values["message_id"] or "",
        received_at=values["received_at"],
        sender=values["sender"] or "",
        subject=values["subject"] or "",
        rule=values["rule"] or "",
        why=values["why"] or "",
        codes=tuple((values["codes"] or "").split()),
        inquiry=values["inquiry"],
        attention=Attention(values["attention"]) if values["attention"] else None,
        text_digest=values["text_digest"] or "",
        verdict=values["verdict"] or "",
    )
