"""SQL about people: who is away until when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from watcher.edge.tables import absence


class People:
    """Rows of absence. The configuration says who there is."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def away_until(self, person: str, until: datetime) -> None:
        self.back(person)
        self._c.execute(insert(absence).values(person=person, until=until))

    def back(self, person: str) -> bool:
        """True when the person was away."""
        return bool(self._c.execute(delete(absence).where(absence.c.person == person)).rowcount)

    def absences(self, now: datetime) -> dict[str, datetime]:
        """Who is away now, and until when."""
        rows = self._c.execute(select(absence).where(absence.c.until > now))
        return {row.person: row.until for row in rows}
