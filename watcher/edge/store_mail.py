"""SQL about mail on the server: folders, the ledger of decided messages, and which ids belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from watcher.core.model import Locator, Role, State
from watcher.edge.tables import folder, inquiry, inserted, ledger, missing, thread, trouble, written


@dataclass(frozen=True, slots=True)
class Folder:
    """A watched folder as it was last seen."""

    mailbox: str
    name: str
    role: Role
    uidvalidity: int  # at the first look
    activated_at: datetime
    last_look_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger. `kind` is None for mail that was there at the first look."""

    locator: Locator
    role: Role
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


class Mail:
    """What is known of the server's side."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    # --- folders

    def folder(self, mailbox: str, name: str) -> Folder | None:
        row = self._c.execute(select(folder).where(folder.c.mailbox == mailbox, folder.c.name == name)).first()
        return Folder(**{**row._mapping, "role": Role(row.role)}) if row else None

    def folders(self) -> list[Folder]:
        rows = self._c.execute(select(folder).order_by(folder.c.mailbox, folder.c.role, folder.c.name))
        return [Folder(**{**row._mapping, "role": Role(row.role)}) for row in rows]

    def add_folder(self, mailbox: str, name: str, role: Role, uidvalidity: int, now: datetime) -> None:
        self._c.execute(
            insert(folder).values(mailbox=mailbox, name=name, role=role, uidvalidity=uidvalidity, activated_at=now)
        )

    def looked(self, mailbox: str, name: str, now: datetime) -> None:
        """A full look at the folder has ended well."""
        where = (folder.c.mailbox == mailbox, folder.c.name == name)
        self._c.execute(update(folder).where(*where).values(last_look_at=now))

    def set_trouble(self, mailbox: str, error: str, now: datetime) -> None:
        found = self._c.execute(update(trouble).where(trouble.c.mailbox == mailbox).values(error=error))
        if not found.rowcount:
            self._c.execute(insert(trouble).values(mailbox=mailbox, since=now, error=error))

    def clear_trouble(self, mailbox: str) -> bool:
        """True when there was any."""
        return bool(self._c.execute(delete(trouble).where(trouble.c.mailbox == mailbox)).rowcount)

    def troubles(self) -> dict[str, tuple[datetime, str]]:
        """Mailbox → since when it cannot be seen, and why."""
        return {row.mailbox: (row.since, row.error) for row in self._c.execute(select(trouble))}

    # --- the ledger

    def decided(self, mailbox: str, name: str, uidvalidity: int) -> set[int]:
        """UIDs of a folder that have their line."""
        query = select(ledger.c.uid).where(
            ledger.c.mailbox == mailbox, ledger.c.folder == name, ledger.c.uidvalidity == uidvalidity
        )
        return set(self._c.scalars(query))

    def write(self, line: Line) -> int:
        """Adds a line. IntegrityError (as StoreError) when the message has one already."""
        return inserted(self._c, ledger, _line_values(line))

    def write_baseline(
        self, mailbox: str, name: str, role: Role, uidvalidity: int, uids: Iterable[int], now: datetime
    ) -> None:
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

    def same(self, fingerprint: str, role: Role, received_at: datetime | None) -> Line | None:
        """The first line of the same message elsewhere. `received_at`: must be equal too (for mail without an id)."""
        query = select(ledger).where(ledger.c.fingerprint == fingerprint, ledger.c.role == role)
        if received_at is not None:
            query = query.where(ledger.c.received_at == received_at)
        row = self._c.execute(query.order_by(ledger.c.id).limit(1)).first()
        return _line(row._mapping) if row else None

    def lines_of(self, inquiry: int) -> list[Line]:
        rows = self._c.execute(select(ledger).where(ledger.c.inquiry == inquiry).order_by(ledger.c.id))
        return [_line(row._mapping) for row in rows]

    def open_questions(self, mailbox: str, limit: int) -> list[tuple[Locator, str, int]]:
        """Where the mail of inquiries that wait lies in the inboxes: place, Message-ID or fingerprint, inquiry; the newest first."""
        query = (
            select(ledger, inquiry.c.number)
            .join(inquiry, inquiry.c.number == ledger.c.inquiry)
            .where(ledger.c.mailbox == mailbox, ledger.c.role == Role.INBOX, inquiry.c.state == State.WAITING)
            .order_by(ledger.c.id.desc())
            .limit(limit)
        )
        rows = self._c.execute(query)
        return [
            (Locator(row.mailbox, row.folder, row.uidvalidity, row.uid), row.message_id or row.fingerprint, row.number)
            for row in rows
        ]

    def lines_by_message_id(self, message_id: str) -> list[Line]:
        rows = self._c.execute(select(ledger).where(ledger.c.message_id == message_id).order_by(ledger.c.id))
        return [_line(row._mapping) for row in rows]

    def seen(self, since: datetime | None = None) -> dict[tuple[str, str], int]:
        """Lines a (mailbox, folder), baseline included; those decided after `since` where it is given."""
        query = select(ledger.c.mailbox, ledger.c.folder, func.count()).group_by(ledger.c.mailbox, ledger.c.folder)
        if since is not None:
            query = query.where(ledger.c.decided_at > since, ledger.c.kind.is_not(None))
        return {(mailbox, name): count for mailbox, name, count in self._c.execute(query)}

    # --- asked for and not returned

    def not_returned(self, mailbox: str, name: str, uidvalidity: int, uid: int) -> int:
        """Counts a try; returns how many there were."""
        where = (
            missing.c.mailbox == mailbox,
            missing.c.folder == name,
            missing.c.uidvalidity == uidvalidity,
            missing.c.uid == uid,
        )
        tries: int | None = self._c.scalar(select(missing.c.tries).where(*where))
        if tries is None:
            values = {"mailbox": mailbox, "folder": name, "uidvalidity": uidvalidity, "uid": uid, "tries": 1}
            self._c.execute(insert(missing).values(**values))
            return 1
        self._c.execute(update(missing).where(*where).values(tries=tries + 1))
        return tries + 1

    # --- threads

    def belongs(self, message_id: str, inquiry: int) -> None:
        """From now on `message_id` is a part of the inquiry."""
        if not message_id:
            return
        where = (thread.c.message_id == message_id, thread.c.inquiry == inquiry)
        if self._c.execute(select(thread.c.inquiry).where(*where)).first() is None:
            self._c.execute(insert(thread).values(message_id=message_id, inquiry=inquiry))

    def inquiries_of(self, message_id: str) -> list[int]:
        return list(self._c.scalars(select(thread.c.inquiry).where(thread.c.message_id == message_id)))

    def wrote(self, message_id: str) -> None:
        """A person of the house sent this."""
        if message_id and self._c.execute(select(written).where(written.c.message_id == message_id)).first() is None:
            self._c.execute(insert(written).values(message_id=message_id))

    def written_by_us(self, ids: Sequence[str]) -> bool:
        if not ids:
            return False
        return self._c.execute(select(written).where(written.c.message_id.in_(ids)).limit(1)).first() is not None


def _line_values(line: Line) -> dict[str, object]:
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
    }


def _line(row: object) -> Line:
    values = dict(row)  # type: ignore[call-overload]
    place = Locator(*(values[name] for name in ("mailbox", "folder", "uidvalidity", "uid")))
    return Line(
        locator=place,
        role=Role(values["role"]),
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
    )
