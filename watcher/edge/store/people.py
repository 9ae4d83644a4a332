"""SQL about people: who is away. Everything else about them stands in the configuration."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from watcher.edge.store.tables import absence

_SELECT_CURRENT_ABSENCES = select(absence).where(absence.c.until > bindparam("now")).order_by(absence.c.person)


class AbsenceRepository:
    """Absences that a command has set. Every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def set_absence(self, name: str, until: datetime | None) -> None:
        """Away until that instant (UTC); None: back again. The last word counts."""
        self._c.execute(delete(absence).where(absence.c.person == name))
        if until is not None:
            self._c.execute(insert(absence).values(person=name, until=until))

    def is_away(self, name: str, now: datetime) -> bool:
        """Is this person away at `now` (UTC)?"""
        return name in self.current_absences(now)

    def current_absences(self, now: datetime) -> dict[str, datetime]:
        """Who is away at `now`, and until when (UTC)."""
        return {row.person: row.until for row in self._c.execute(_SELECT_CURRENT_ABSENCES, {"now": now})}
