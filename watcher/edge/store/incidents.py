"""SQL about incidents: what keeps Watcher from doing its work, and since when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from watcher.core.health.model import Incident, IncidentKind
from watcher.edge.store.statements import escape_like_pattern
from watcher.edge.store.tables import incident

_IS_IT = (incident.c.kind == bindparam("its_kind")) & (incident.c.subject == bindparam("its_subject"))
_UPDATE = update(incident).where(_IS_IT)
_DELETE = delete(incident).where(_IS_IT)
_SELECT_SUBJECTS = select(incident.c.subject).where(
    incident.c.kind == bindparam("its_kind"), incident.c.subject.like(bindparam("pattern"), escape="\\")
)
_SELECT_ALL = select(incident).order_by(incident.c.kind, incident.c.subject)
_INSERT = insert(incident)


class IncidentRepository:
    """What is wrong now. An incident that ends is deleted: the log has its history. StoreError: the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def open(
        self, kind: IncidentKind, subject: str, text: str, now: datetime, retry_at: datetime | None = None
    ) -> None:
        """It begins now; one that is open keeps its beginning and gets the new text, and the instant (UTC)."""
        where, values = {"its_kind": kind, "its_subject": subject}, {"text": text, "retry_at": retry_at}
        if not self._c.execute(_UPDATE, {**where, **values}).rowcount:
            self._c.execute(_INSERT, {"kind": kind, "subject": subject, "since": now, **values})

    def close(self, kind: IncidentKind, subject: str) -> bool:
        """True when it was open."""
        return bool(self._c.execute(_DELETE, {"its_kind": kind, "its_subject": subject}).rowcount)

    def find_open_subjects(self, kind: IncidentKind, beginning: str = "") -> set[str]:
        """What incidents of this kind are about now, of subjects that begin so."""
        given = {"its_kind": kind, "pattern": f"{escape_like_pattern(beginning)}%"}
        return {subject for subject in self._c.scalars(_SELECT_SUBJECTS, given) if subject.startswith(beginning)}

    def list_open(self) -> list[Incident]:
        """By kind and subject; since when, in UTC."""
        rows = self._c.execute(_SELECT_ALL)
        return [Incident(IncidentKind(row.kind), row.subject, row.since, row.text, row.retry_at) for row in rows]
