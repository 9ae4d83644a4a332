"""SQL about the folders that are watched, and the messages in them that the server lists and does not hand out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from watcher.core.message.model import FolderRole, Locator
from watcher.edge.store.tables import folder, missing

_SELECT_FOLDERS = select(folder).order_by(folder.c.mailbox, folder.c.role, folder.c.name)
_SELECT_FOLDER = select(folder).where(folder.c.mailbox == bindparam("box"), folder.c.name == bindparam("name"))
_UPDATE_LAST_SCAN = update(folder).where(folder.c.mailbox == bindparam("box"), folder.c.name == bindparam("which"))


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A watched folder as it was last seen. Instants in UTC; `uidvalidity` is the server's (RFC 9051 § 2.3.1.1)."""

    mailbox: str
    name: str
    role: FolderRole
    uidvalidity: int  # at the first look
    activated_at: datetime
    last_look_at: datetime | None


class FolderRepository:
    """Rows ↔ `WatchedFolder`. Every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def get_folder(self, mailbox: str, name: str) -> WatchedFolder | None:
        """The folder of that name (as the server spells it, RFC 3501 § 5.1) in that mailbox; None before its first look."""
        row = self._c.execute(_SELECT_FOLDER, {"box": mailbox, "name": name}).first()
        return _folder_from_row(row) if row else None

    def list_folders(self) -> list[WatchedFolder]:
        """All folders that were ever looked at."""
        rows = self._c.execute(_SELECT_FOLDERS)
        return [_folder_from_row(row) for row in rows]

    def add_folder(
        self, mailbox: str, name: str, role: FolderRole, uidvalidity: int, now: datetime, since: datetime | None = None
    ) -> None:
        """A first look begins. `since` (UTC): mail from then on is not old, though the first look is now. StoreError: it is
        there already."""
        values = {"mailbox": mailbox, "name": name, "role": role, "uidvalidity": uidvalidity}
        self._c.execute(insert(folder).values(**values, activated_at=since or now, baseline_at=now))

    def cap_activations(self, now: datetime) -> int:
        """No first look was later than now (UTC). Returns how many folders had one by a clock that was ahead."""
        begun = [
            (column, update(folder).where(column > now)) for column in (folder.c.activated_at, folder.c.baseline_at)
        ]
        return max(self._c.execute(statement.values({column: now})).rowcount for column, statement in begun)

    def record_scans(self, scans: Collection[tuple[str, str, datetime]]) -> None:
        """Full looks at folders have ended well: of which mailbox, which folder, when (UTC)."""
        if scans:
            rows = [{"box": mailbox, "which": name, "last_look_at": at} for mailbox, name, at in scans]
            self._c.execute(_UPDATE_LAST_SCAN, rows)

    # --- asked for and not handed out

    def record_failed_fetch(self, place: Locator, now: datetime) -> datetime:
        """Counts a try; returns when (UTC) the first one was."""
        where = (
            missing.c.mailbox == place.mailbox,
            missing.c.folder == place.folder,
            missing.c.uidvalidity == place.uidvalidity,
            missing.c.uid == place.uid,
        )
        row = self._c.execute(select(missing.c.tries, missing.c.since).where(*where)).first()
        if row is None:
            names = ("mailbox", "folder", "uidvalidity", "uid")
            values = {name: getattr(place, name) for name in names}
            self._c.execute(insert(missing).values(**values, tries=1, since=now))
            return now
        since: datetime = row.since or now
        self._c.execute(update(missing).where(*where).values(tries=row.tries + 1, since=since))
        return since


def _folder_from_row(row: Row[Any]) -> WatchedFolder:
    names = ("mailbox", "name", "uidvalidity", "activated_at", "last_look_at")
    return WatchedFolder(role=FolderRole(row.role), **{name: row._mapping[name] for name in names})
