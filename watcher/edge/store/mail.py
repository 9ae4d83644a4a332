"""SQL about mail on the server: folders, the ledger of decided messages, and which ids belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, delete, func, insert, select, update

from watcher.core.inquiry.model import State
from watcher.core.message.model import Kind, Locator, Role
from watcher.edge.store.tables import folder, inquiry, inserted, ledger, missing, thread, trouble, written

_FOLDERS = select(folder).order_by(folder.c.mailbox, folder.c.role, folder.c.name)
_LAST_LOOK = select(func.min(folder.c.last_look_at))
_FOLDER = select(folder).where(folder.c.mailbox == bindparam("box"), folder.c.name == bindparam("name"))
_LOOKED = update(folder).where(folder.c.mailbox == bindparam("box"), folder.c.name == bindparam("which"))
_TROUBLE = update(trouble).where(trouble.c.mailbox == bindparam("box"))
_NO_TROUBLE = delete(trouble).where(trouble.c.mailbox == bindparam("box"))
_TROUBLES = select(trouble)
_DECIDED = select(ledger.c.uid).where(
    ledger.c.mailbox == bindparam("box"),
    ledger.c.folder == bindparam("name"),
    ledger.c.uidvalidity == bindparam("validity"),
)
_SAME = (
    select(ledger)
    .where(ledger.c.fingerprint == bindparam("print"), ledger.c.role == bindparam("as"))
    .order_by(ledger.c.id)
    .limit(1)
)
_NAMED = select(ledger).where(ledger.c.message_id == bindparam("id")).order_by(ledger.c.id)
_SAME_AT = _SAME.where(ledger.c.received_at == bindparam("at"))
_SEEN = select(ledger.c.mailbox, ledger.c.folder, func.count()).group_by(ledger.c.mailbox, ledger.c.folder)
_SEEN_SINCE = _SEEN.where(ledger.c.decided_at > bindparam("since"), ledger.c.kind.is_not(None))
_SEEN_ALL = select(func.count()).where(ledger.c.decided_at > bindparam("since"), ledger.c.kind.is_not(None))
_COPIES = (
    select(ledger.c.id)
    .where(ledger.c.mailbox == bindparam("box"), ledger.c.role == Role.SENT, ledger.c.kind == Kind.OWN)
    .limit(1)
)
_LATEST = select(func.coalesce(func.max(ledger.c.id), 0)).scalar_subquery()
_UNDECIDED = (
    select(ledger.c.mailbox, ledger.c.folder, ledger.c.uid)
    .select_from(ledger.join(folder, (folder.c.mailbox == ledger.c.mailbox) & (folder.c.name == ledger.c.folder)))
    .where(
        ledger.c.id > _LATEST - bindparam("limit"),
        ledger.c.kind.is_(None),
        ledger.c.decided_at > folder.c.baseline_at,
    )
    .limit(5)
)
_OUTCOMES = (
    select(
        func.count(inquiry.c.number.distinct()).label("inquiries"),
        func.sum(case((inquiry.c.problem.startswith("unreadable"), 1), else_=0)).label("unreadable"),
    )
    .select_from(ledger.join(inquiry, inquiry.c.number == ledger.c.inquiry))
    .where(ledger.c.mailbox == bindparam("box"), ledger.c.folder == bindparam("name"))
)
_BELONGS = select(thread.c.inquiry).where(
    thread.c.message_id == bindparam("id"), thread.c.inquiry == bindparam("number")
)
_JOIN = insert(thread)
_INQUIRIES = select(thread.c.inquiry).where(thread.c.message_id == bindparam("id"))
_WRITTEN_ONE = select(written.c.message_id).where(written.c.message_id == bindparam("id"))
_WRITTEN = select(written.c.message_id).where(written.c.message_id.in_(bindparam("ids", expanding=True))).limit(1)
_WROTE = insert(written)


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
        row = self._c.execute(_FOLDER, {"box": mailbox, "name": name}).first()
        return _folder(row) if row else None

    def folders(self) -> list[Folder]:
        rows = self._c.execute(_FOLDERS)
        return [_folder(row) for row in rows]

    def last_look(self) -> datetime | None:
        """The look of the folder that has not been looked at for longest; None: none ever was."""
        instant: datetime | None = self._c.scalar(_LAST_LOOK)
        return instant

    def add_folder(
        self, mailbox: str, name: str, role: Role, uidvalidity: int, now: datetime, since: datetime | None = None
    ) -> None:
        """`since`: mail from then on is not old, though the first look is now."""
        values = {"mailbox": mailbox, "name": name, "role": role, "uidvalidity": uidvalidity}
        self._c.execute(insert(folder).values(**values, activated_at=since or now, baseline_at=now))

    def looked(self, mailbox: str, names: Sequence[str], now: datetime) -> None:
        """A full look at these folders has ended well."""
        self._c.execute(_LOOKED, [{"box": mailbox, "which": name, "last_look_at": now} for name in names])

    def set_trouble(self, mailbox: str, error: str, now: datetime) -> None:
        found = self._c.execute(_TROUBLE, {"box": mailbox, "error": error})
        if not found.rowcount:
            self._c.execute(insert(trouble).values(mailbox=mailbox, since=now, error=error))

    def clear_trouble(self, mailbox: str) -> bool:
        """True when there was any."""
        return bool(self._c.execute(_NO_TROUBLE, {"box": mailbox}).rowcount)

    def troubles(self) -> dict[str, tuple[datetime, str]]:
        """Mailbox → since when it cannot be seen, and why."""
        return {row.mailbox: (row.since, row.error) for row in self._c.execute(_TROUBLES)}

    # --- the ledger

    def decided(self, mailbox: str, name: str, uidvalidity: int) -> set[int]:
        """UIDs of a folder that have their line."""
        return set(self._c.scalars(_DECIDED, {"box": mailbox, "name": name, "validity": uidvalidity}))

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
        same = {"print": fingerprint, "as": role}
        if received_at is None:
            row = self._c.execute(_SAME, same).first()
        else:
            row = self._c.execute(_SAME_AT, {**same, "at": received_at}).first()
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
        rows = self._c.execute(_NAMED, {"id": message_id})
        return [_line(row._mapping) for row in rows]

    def seen(self, since: datetime | None = None) -> dict[tuple[str, str], int]:
        """Lines a (mailbox, folder), baseline included; those decided after `since` where it is given."""
        rows = self._c.execute(_SEEN) if since is None else self._c.execute(_SEEN_SINCE, {"since": since})
        return {(mailbox, name): count for mailbox, name, count in rows}

    def count_decided(self, since: datetime) -> int:
        """Messages that were decided after `since`."""
        return self._c.scalar(_SEEN_ALL, {"since": since}) or 0

    def files_copies(self, mailbox: str) -> bool:
        """Was a letter of ours ever found among this mailbox's sent mail? Then one that is not found has hardly left."""
        return self._c.execute(_COPIES, {"box": mailbox}).first() is not None

    def undecided(self, limit: int) -> list[str]:
        """Among the last lines, those without a decision that are no part of a first look."""
        rows = self._c.execute(_UNDECIDED, {"limit": limit})
        return [f"{row.mailbox}/{row.folder}/{row.uid}" for row in rows]

    def outcomes(self, mailbox: str, name: str) -> dict[str, int]:
        """How many inquiries the messages of a folder belong to, and how many of these could not be read."""
        row = self._c.execute(_OUTCOMES, {"box": mailbox, "name": name}).one()
        return {"inquiries": row.inquiries, "unreadable": row.unreadable or 0}

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
        if self._c.execute(_BELONGS, {"id": message_id, "number": inquiry}).first() is None:
            self._c.execute(_JOIN, {"message_id": message_id, "inquiry": inquiry})

    def inquiries_of(self, message_id: str) -> list[int]:
        return list(self._c.scalars(_INQUIRIES, {"id": message_id}))

    def wrote(self, message_id: str) -> None:
        """A person of the house sent this."""
        if message_id and not self.written_by_us([message_id]):
            self._c.execute(_WROTE, {"message_id": message_id})

    def written_by_us(self, ids: Sequence[str]) -> bool:
        if not ids:
            return False
        if len(ids) == 1:
            return self._c.execute(_WRITTEN_ONE, {"id": ids[0]}).first() is not None
        return self._c.execute(_WRITTEN, {"ids": list(ids)}).first() is not None


def _folder(row: Row[Any]) -> Folder:
    names = ("mailbox", "name", "uidvalidity", "activated_at", "last_look_at")
    return Folder(role=Role(row.role), **{name: row._mapping[name] for name in names})


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
