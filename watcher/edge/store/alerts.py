"""SQL about alerts: which incidents somebody was told of, and when."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from watcher.core.health.model import Incident, IncidentKind, ToldIncident
from watcher.edge.store.tables import alert

_SELECT_ALL = select(alert).order_by(alert.c.kind, alert.c.subject)


class AlertRepository:
    """What the alerts have told. StoreError: the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def list_told(self) -> list[ToldIncident]:
        """By kind and subject; their instants in UTC."""
        return [
            ToldIncident(Incident(IncidentKind(row.kind), row.subject, row.since, row.text), row.told_at, row.ended_at)
            for row in self._c.execute(_SELECT_ALL)
        ]

    def replace_told(self, told: Collection[ToldIncident]) -> None:
        """These, and no others."""
        self._c.execute(delete(alert))
        if told:
            self._c.execute(insert(alert), [_row_of(line) for line in told])


def _row_of(told: ToldIncident) -> dict[str, object]:
    found = told.incident
    return {
        "kind": found.kind,
        "subject": found.subject,
        "since": found.since,
        "text": found.text,
        "told_at": told.told_at,
        "ended_at": told.ended_at,
    }
