"""SQL about commands by mail: each counts once; and the rules that dismissals propose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, delete, func, insert, or_, select

from watcher.edge.store.tables import command, proposal, refusal


@dataclass(frozen=True, slots=True)
class ProcessedCommandMail:
    """One mail with commands that was obeyed. `at`: UTC; `changed`: inquiries; `mark`: `authorise.replay_mark`, in
    hexadecimal."""

    fingerprint: str
    message_id: str
    mark: str
    person: str
    letter: int | None
    at: datetime
    changed: int
    result: str


@dataclass(frozen=True, slots=True)
class StoredProposal:
    """A rule that would have known what a person dismissed. `at`: UTC; `by`: the person's name."""

    inquiry: int
    at: datetime
    by: str
    rule: str  # TOML


class CommandRepository:
    """Rows of command, refusal and proposal. Every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def is_processed(self, fingerprint: str, message_id: str, mark: str) -> bool:
        """Was this mail taken before, under any of its names?"""
        names = [command.c.fingerprint == fingerprint, command.c.mark == mark]
        if message_id:
            names.append(command.c.message_id == message_id)
        return self._c.execute(select(command.c.at).where(or_(*names)).limit(1)).first() is not None

    def record_processed(self, taken: ProcessedCommandMail) -> None:
        """IntegrityError (as StoreError) when it was taken before."""
        names = ("fingerprint", "mark", "person", "letter", "at", "changed", "result")
        values = {name: getattr(taken, name) for name in names}
        self._c.execute(insert(command).values(**values, message_id=taken.message_id or None))

    def count_processed_since(self, person: str, since: datetime) -> int:
        """Mails of this person that were obeyed after `since`, an aware instant."""
        return self._count_since(command, person, since)

    def record_refusal(self, person: str, at: datetime, why: str) -> None:
        """Its sender was told that a mail with commands was not obeyed, at this instant (UTC)."""
        self._c.execute(insert(refusal).values(person=person, at=at, why=why))

    def count_refused_since(self, person: str, since: datetime) -> int:
        """Refusals that this person was told of after `since`."""
        return self._count_since(refusal, person, since)

    def _count_since(self, table: Table, person: str, since: datetime) -> int:
        query = select(func.count()).select_from(table).where(table.c.person == person, table.c.at > since)
        return self._c.scalar(query) or 0

    # --- proposals

    def save_proposal(self, value: StoredProposal) -> None:
        """Keeps the rule; an inquiry has one at most, the last."""
        self.delete_proposal(value.inquiry)
        self._c.execute(insert(proposal).values(inquiry=value.inquiry, at=value.at, by=value.by, rule=value.rule))

    def delete_proposal(self, inquiry: int) -> None:
        """Takes the rule back; nothing happens where there is none."""
        self._c.execute(delete(proposal).where(proposal.c.inquiry == inquiry))

    def list_proposals(self) -> Sequence[StoredProposal]:
        """The oldest first."""
        rows = self._c.execute(select(proposal).order_by(proposal.c.at, proposal.c.inquiry))
        return [StoredProposal(row.inquiry, row.at, row.by, row.rule) for row in rows]
