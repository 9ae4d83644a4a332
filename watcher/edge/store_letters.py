"""SQL about the outbox: letters, the lines of a digest, and the counts that limit acknowledgements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from watcher.core.model import Letter, LetterKind, LetterState
from watcher.edge.tables import digest_line, inserted, letter

#: An acknowledgement in one of these states has reached, or may yet reach, the customer.
_COUNTS = (LetterState.PENDING, LetterState.SENDING, LetterState.UNCERTAIN, LetterState.SENT)


class Letters:
    """Rows ↔ `Letter`."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def get(self, number: int) -> Letter | None:
        row = self._c.execute(select(letter).where(letter.c.id == number)).first()
        return _letter(row._mapping) if row else None

    def queue(self, value: Letter) -> Letter | None:
        """Adds a letter and returns it with its id; None when its key is there already."""
        if self.has_key(value.key):
            return None
        values = {field.name: getattr(value, field.name) for field in fields(value) if field.name != "id"}
        return replace(value, id=inserted(self._c, letter, values))

    def has_key(self, key: str) -> bool:
        return self._c.execute(select(letter.c.id).where(letter.c.key == key)).first() is not None

    def newest(self, prefix: str) -> Letter | None:
        """The letter queued last whose key begins so, and that was not taken back."""
        query = select(letter).where(
            letter.c.key.startswith(prefix, autoescape=True), letter.c.state != LetterState.CANCELLED
        )
        row = self._c.execute(query.order_by(letter.c.id.desc()).limit(1)).first()
        return _letter(row._mapping) if row else None

    def due(self, mailbox: str, now: datetime) -> Letter | None:
        """The next letter to look at: acknowledgements before digests, the oldest first."""
        query = (
            select(letter)
            .where(
                letter.c.mailbox == mailbox,
                letter.c.next_at <= now,
                (letter.c.state == LetterState.PENDING)
                | (
                    (letter.c.state == LetterState.UNCERTAIN)
                    & (letter.c.kind != LetterKind.ACKNOWLEDGEMENT)
                    & (letter.c.may_have_left < 2)
                ),
            )
            .order_by(letter.c.kind, letter.c.next_at, letter.c.id)
            .limit(1)
        )
        row = self._c.execute(query).first()
        return _letter(row._mapping) if row else None

    def update(self, old: Letter, new: Letter) -> bool:
        """Stores the change if the row still says what `old` says; False: somebody else changed it first."""
        names = ("state", "next_at", "attempts", "may_have_left", "offered_at", "code", "error")
        values = {name: getattr(new, name) for name in names}
        same = (letter.c.id == old.id, letter.c.state == old.state, letter.c.attempts == old.attempts)
        return self._c.execute(update(letter).where(*same).values(**values)).rowcount == 1

    def in_state(self, states: Collection[LetterState], mailbox: str | None = None) -> list[Letter]:
        query = select(letter).where(letter.c.state.in_(sorted(states))).order_by(letter.c.id)
        if mailbox is not None:
            query = query.where(letter.c.mailbox == mailbox)
        return [_letter(row._mapping) for row in self._c.execute(query)]

    def count_states(self) -> dict[str, int]:
        query = select(letter.c.state, func.count()).group_by(letter.c.state)
        return {row[0]: row[1] for row in self._c.execute(query)}

    def by_message_id(self, ids: Sequence[str]) -> Letter | None:
        """The letter that carries one of these ids."""
        if not ids:
            return None
        row = self._c.execute(select(letter).where(letter.c.message_id.in_(ids)).limit(1)).first()
        return _letter(row._mapping) if row else None

    def by_local_part(self, local: str) -> Letter | None:
        """The letter whose id has this local part, which must hold no `%` or `_`."""
        assert not {"%", "_"} & set(local), local
        row = self._c.execute(select(letter).where(letter.c.message_id.like(f"{local}@%")).limit(1)).first()
        return _letter(row._mapping) if row else None

    def acknowledgement_of(self, inquiry: int) -> Letter | None:
        row = self._c.execute(
            select(letter)
            .where(letter.c.inquiry == inquiry, letter.c.kind == LetterKind.ACKNOWLEDGEMENT)
            .order_by(letter.c.id.desc())
            .limit(1)
        ).first()
        return _letter(row._mapping) if row else None

    def acks_to(self, recipient: str, since: datetime) -> int:
        """Acknowledgements queued for this address after `since` that left or may leave."""
        return self._count(letter.c.recipient == recipient, letter.c.created_at > since)

    def acks_from(self, mailbox: str, since: datetime) -> int:
        return self._count(letter.c.mailbox == mailbox, letter.c.created_at > since)

    def _count(self, *where: Any) -> int:
        query = select(func.count()).select_from(letter)
        kind = letter.c.kind == LetterKind.ACKNOWLEDGEMENT
        return self._c.scalar(query.where(kind, letter.c.state.in_(_COUNTS), *where)) or 0

    # --- digests

    def write_lines(self, number: int, inquiries: Sequence[int]) -> None:
        """Line n of the digest (n from 1) means the n-th inquiry."""
        self._c.execute(delete(digest_line).where(digest_line.c.letter == number))
        rows = [{"letter": number, "inquiry": each, "line": n} for n, each in enumerate(inquiries, 1)]
        if rows:
            self._c.execute(insert(digest_line), rows)

    def lines(self, number: int) -> list[int]:
        query = select(digest_line.c.inquiry).where(digest_line.c.letter == number).order_by(digest_line.c.line)
        return list(self._c.scalars(query))

    def rewrite(self, old: Letter, data: bytes) -> None:
        """New bytes for a letter that has certainly not left: an item of its digest was answered meanwhile."""
        assert old.may_have_left == 0, "a letter that may have left keeps its bytes"
        self._c.execute(update(letter).where(letter.c.id == old.id, letter.c.may_have_left == 0).values(data=data))


def _letter(row: Any) -> Letter:
    values = dict(row)
    return Letter(**{**values, "kind": LetterKind(values["kind"]), "state": LetterState(values["state"])})
