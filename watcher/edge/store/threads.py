"""SQL about conversations: what each message is to its inquiry, by which names an inquiry is found, what came back.

A name is a Message-ID, an id that was only referred to, or a key that the core makes of subject or index: text, to this file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, null, select, union_all, update

from watcher.core.inquiry.model import BouncedReply, Strength, Turn, TurnKind
from watcher.edge.store.tables import ledger, letter, loose, returned, stored_key, thread, turn, written

#: The number of no inquiry.
NO_INQUIRY = 0

_SELECT_THREAD_LINKS = (
    select(thread).where(thread.c.message_id.in_(bindparam("names", expanding=True))).order_by(thread.c.inquiry)
)
INSERT_THREAD_LINK = insert(thread)
_SELECT_TURNS = select(turn).where(turn.c.inquiry.in_(bindparam("inquiries", expanding=True)))
INSERT_TURN = insert(turn)
_SELECT_TURN_KEY = select(turn.c.key).where(turn.c.inquiry == bindparam("number"), turn.c.key == bindparam("which"))
_DELETE_TURNS = delete(turn).where(
    turn.c.inquiry == bindparam("number"), turn.c.key.in_(bindparam("keys", expanding=True))
)
DELETE_TURN = delete(turn).where(turn.c.inquiry == bindparam("number"), turn.c.key == bindparam("which"))
_SELECT_UNLINKED_KEYS = select(turn.c.key).where(
    turn.c.inquiry == NO_INQUIRY, turn.c.key.in_(bindparam("keys", expanding=True))
)
_SELECT_KEYS_OF_UNLINKED_REPLY = select(loose.c.name).where(loose.c.turn == bindparam("which"))
#: The sum keeps SQLite from beginning with all that wait (sqlite.org/optoverview.html § 2): of a folder of sent mail nearly all do.
_SELECT_UNLINKED_REPLIES = (
    select(turn, loose.c.name.label("found_by"))
    .join(loose, loose.c.turn == turn.c.key)
    .where(turn.c.inquiry + 0 == NO_INQUIRY, loose.c.name.in_(bindparam("names", expanding=True)))
    .order_by(turn.c.key)
)
#: And those with one of these keys, by whatever name.
_SELECT_UNLINKED_TURNS = union_all(
    _SELECT_UNLINKED_REPLIES.order_by(None),
    select(turn, null().label("found_by")).where(
        turn.c.inquiry == NO_INQUIRY, turn.c.key.in_(bindparam("keys", expanding=True))
    ),
)
INSERT_UNLINKED_REPLY_KEY = insert(loose)
_DELETE_UNLINKED_REPLY_KEYS = delete(loose).where(loose.c.turn.in_(bindparam("keys", expanding=True)))
DELETE_UNLINKED_REPLY_KEYS = delete(loose).where(loose.c.turn == bindparam("which"))
_SELECT_BOUNCED_REPLIES = select(returned).where(returned.c.message_id.in_(bindparam("ids", expanding=True)))
_SELECT_WRITTEN = select(written.c.message_id).where(written.c.message_id.in_(bindparam("ids", expanding=True)))
INSERT_WRITTEN = insert(written)
INSERT_BOUNCED_REPLY = insert(returned)


class ThreadRepository:
    """Rows ↔ `Turn`, and Message-IDs and other names → inquiries. Every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    # --- names

    def inquiries_by_thread_key(self, names: Collection[str]) -> dict[str, list[int]]:
        """Name → the inquiries it belongs to; only names that belong to some."""
        found: dict[str, list[int]] = {}
        if names:
            for row in self._c.execute(_SELECT_THREAD_LINKS, {"names": sorted(names)}):
                found.setdefault(row.message_id, []).append(row.inquiry)
        return found

    def link_thread_keys(self, names: Iterable[str], inquiry: int) -> None:
        """From now on these names lead to the inquiry."""
        wanted = {name for name in names if name}
        known = {name for name, numbers in self.inquiries_by_thread_key(wanted).items() if inquiry in numbers}
        rows = [{"message_id": name, "inquiry": inquiry} for name in sorted(wanted - known)]
        if rows:
            self._c.execute(INSERT_THREAD_LINK, rows)

    # --- mail that the house itself wrote

    def record_written_by_us(self, message_id: str) -> None:
        """A person of the house sent the message of this id (RFC 5322 § 3.6.4, without angle brackets)."""
        if message_id and not self.is_written_by_us([message_id]):
            self._c.execute(INSERT_WRITTEN, {"message_id": message_id})

    def is_written_by_us(self, ids: Sequence[str]) -> bool:
        """Did a person of the house send one of these Message-IDs (RFC 5322 § 3.6.4, without angle brackets)?"""
        return bool(ids) and bool(self.written_ids(ids))

    def written_ids(self, ids: Collection[str]) -> set[str]:
        """Those of these ids, as stored, that a person of the house sent."""
        return set(self._c.scalars(_SELECT_WRITTEN, {"ids": list(ids)}))

    # --- turns

    def turns_by_inquiry(self, inquiries: Collection[int]) -> dict[int, tuple[Turn, ...]]:
        """Inquiry → its turns; an empty tuple where it has none."""
        found: dict[int, list[Turn]] = {number: [] for number in inquiries}
        if inquiries:
            for row in self._c.execute(_SELECT_TURNS, {"inquiries": sorted(inquiries)}):
                found[row.inquiry].append(_turn_from_row(row))
        return {number: tuple(turns) for number, turns in found.items()}

    def replace_turns(self, inquiry: int, turns: Sequence[Turn]) -> None:
        """These are all the turns of the inquiry. Those that waited for one do so no more."""
        old = {known.key: known for known in self.turns_by_inquiry([inquiry])[inquiry]}
        fresh = [value for value in turns if old.get(value.key) != value]
        self._delete_turns(inquiry, [value.key for value in fresh if value.key in old])
        if fresh:
            self._c.execute(INSERT_TURN, [turn_values(inquiry, value) for value in fresh])
            self.remove_unlinked_replies([value.key for value in fresh])

    def add_turn(self, inquiry: int, value: Turn) -> None:
        """One more turn of the inquiry; a second time changes nothing."""
        if self._c.execute(_SELECT_TURN_KEY, {"number": inquiry, "which": value.key}).first() is None:
            self._c.execute(INSERT_TURN, turn_values(inquiry, value))

    def _delete_turns(self, inquiry: int, keys: Sequence[str]) -> None:
        if keys:
            self._c.execute(_DELETE_TURNS, {"number": inquiry, "keys": list(keys)})

    # --- turns that wait for an inquiry

    def add_unlinked_reply(self, value: Turn, names: Iterable[str]) -> None:
        """A reply whose question is not known yet, and the names by which it will be found."""
        self.add_turn(NO_INQUIRY, value)
        self._add_names_of_reply(value.key, names)

    def _add_names_of_reply(self, key: str, names: Iterable[str]) -> None:
        wanted = {name for name in names if name}
        known = set(self._c.scalars(_SELECT_KEYS_OF_UNLINKED_REPLY, {"which": key}))
        rows = [{"name": name, "turn": key} for name in sorted(wanted - known)]
        if rows:
            self._c.execute(INSERT_UNLINKED_REPLY_KEY, rows)

    def unlinked_replies_by_key(self, names: Collection[str]) -> list[tuple[str, Turn]]:
        """(name, turn) of every waiting turn that has one of these names."""
        if not names:
            return []
        return [
            (row.found_by, _turn_from_row(row))
            for row in self._c.execute(_SELECT_UNLINKED_REPLIES, {"names": sorted(names)})
        ]

    def unlinked_turns(self, names: Collection[str], keys: Collection[str]) -> list[tuple[str | None, Turn]]:
        """(name, turn) of every waiting turn that has one of these names; (None, turn) of each that has one of these keys."""
        rows = self._c.execute(_SELECT_UNLINKED_TURNS, {"names": sorted(names), "keys": list(keys)})
        return [(row.found_by, _turn_from_row(row)) for row in rows]

    def unlinked_turn_keys(self, keys: Collection[str]) -> set[str]:
        """Those of these keys of turns, as stored, that wait for an inquiry."""
        return set(self._c.scalars(_SELECT_UNLINKED_KEYS, {"keys": list(keys)}))

    def remove_unlinked_replies(self, keys: Sequence[str]) -> None:
        """These turns wait for their question no more; those that never did are left alone."""
        if self._c.execute(_DELETE_TURNS, {"number": NO_INQUIRY, "keys": list(keys)}).rowcount:
            self._c.execute(_DELETE_UNLINKED_REPLY_KEYS, {"keys": list(keys)})

    # --- one conversation that was taken for two

    def merge_inquiry(self, ended: int, kept: int) -> None:
        """Everything of one inquiry becomes another's."""
        names = list(self._c.scalars(select(thread.c.message_id).where(thread.c.inquiry == ended)))
        self._c.execute(delete(thread).where(thread.c.inquiry == ended))
        self.link_thread_keys(names, kept)
        self._c.execute(delete(turn).where(turn.c.inquiry == ended))
        for table in (ledger, letter):
            self._c.execute(update(table).where(table.c.inquiry == ended).values(inquiry=kept))

    # --- what came back

    def record_bounced_reply(self, report: BouncedReply) -> None:
        """Keeps that an answer came back (RFC 3464); the first report of a Message-ID counts."""
        if not self.bounced_replies_by_id([report.message_id]):
            self._c.execute(INSERT_BOUNCED_REPLY, bounced_reply_values(report))

    def bounced_replies_by_id(self, ids: Collection[str]) -> dict[str, BouncedReply]:
        """Message-ID → what came back (RFC 3464), for those of these that did."""
        if not ids:
            return {}
        rows = self._c.execute(_SELECT_BOUNCED_REPLIES, {"ids": sorted(ids)})
        return {
            row.message_id: BouncedReply(row.message_id, row.at, frozenset(row.to.split()), row.why) for row in rows
        }


def bounced_reply_values(report: BouncedReply) -> dict[str, Any]:
    return {
        "message_id": report.message_id,
        "at": report.at,
        "to": " ".join(sorted(report.recipients)),
        "why": report.reason,
    }


def turn_values(inquiry: int, value: Turn) -> dict[str, Any]:
    return {
        "key": value.key,
        "inquiry": inquiry,
        "at": value.at,
        "part": value.kind,
        "by": value.by,
        "addresses": " ".join(sorted(value.addresses)),
        "ids": " ".join(value.ids),
        "parents": " ".join(value.parents),
        "strength": int(value.strength),
        "how": value.how,
        "name": value.name,
        "subject": value.subject,
    }


def stored_turn(value: Turn) -> Turn:
    """The turn as it comes out of the database again."""
    values = turn_values(NO_INQUIRY, value)
    return _turn_from_row(SimpleNamespace(**{**values, "key": stored_key(value.key)}))


def _turn_from_row(row: Any) -> Turn:
    return Turn(
        key=row.key,
        at=row.at,
        kind=TurnKind(row.part),
        by=row.by,
        addresses=frozenset(row.addresses.split()),
        ids=tuple(row.ids.split()),
        parents=tuple(row.parents.split()),
        strength=Strength(row.strength),
        how=row.how,
        name=row.name,
        subject=row.subject,
    )
