"""Conversations in a batch: names, turns, and replies that wait for their question."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection

from watcher.core.inquiry.model import BouncedReply, Turn
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.known_rows import KnownRows
from watcher.edge.store.tables import loose, returned, stored_key, thread, turn, written
from watcher.edge.store.threads import (
    DELETE_TURN,
    DELETE_UNLINKED_REPLY_KEYS,
    INSERT_BOUNCED_REPLY,
    INSERT_THREAD_LINK,
    INSERT_TURN,
    INSERT_UNLINKED_REPLY_KEY,
    INSERT_WRITTEN,
    NO_INQUIRY,
    ThreadRepository,
    bounced_reply_values,
    stored_turn,
    turn_values,
)

#: A name that leads to more inquiries than these is a web form's subject: which of them are read is decided by the one who asks.
_INQUIRIES_WORTH_EXPECTING = 5


class BatchThreadRepository(ThreadRepository):
    """Names and turns are found in memory and stored at the end."""

    def __init__(self, connection: WriteBehindConnection, expect_inquiries: Callable[[Iterable[int]], None]) -> None:
        """`expect_inquiries` gets the numbers that a name leads to."""
        super().__init__(cast(Connection, connection))
        self._direct = connection.direct
        self._database = ThreadRepository(connection.direct)
        self._expect_inquiries = expect_inquiries
        self._owners: KnownRows[str, list[int]] = KnownRows(self._load_owners, list)
        self._written: KnownRows[str, bool] = KnownRows(
            lambda ids: dict.fromkeys(self._database.written_ids(ids), True), bool
        )
        self._turns: KnownRows[int, tuple[Turn, ...]] = KnownRows(self._database.turns_by_inquiry, tuple)
        self._waiting: KnownRows[str, bool] = KnownRows(
            lambda keys: dict.fromkeys(self._database.unlinked_turn_keys(keys), True), bool
        )
        self._waiting_by_name: KnownRows[str, dict[str, Turn]] = KnownRows(self._load_waiting, dict)
        self._bounced: KnownRows[str, BouncedReply | None] = KnownRows(
            self._database.bounced_replies_by_id, lambda: None
        )
        self._clear_pending()
        for tables, rows in (
            ({thread}, self._owners),
            ({written}, self._written),
            ({turn}, self._turns),
            ({turn}, self._waiting),
            ({turn, loose}, self._waiting_by_name),
            ({returned}, self._bounced),
        ):
            connection.forget_when_changed(frozenset(tables), rows.forget)

    def _clear_pending(self) -> None:
        self._new_links: list[dict[str, Any]] = []
        self._new_written: list[dict[str, Any]] = []
        self._new_names: list[dict[str, Any]] = []
        self._old_turns: list[dict[str, Any]] = []
        self._new_turns: dict[tuple[int, str], dict[str, Any]] = {}
        self._new_bounced: list[dict[str, Any]] = []
        self._linked_replies: dict[str, dict[str, Any]] = {}  # by key: the database still says that they wait

    def _load_owners(self, names: list[str]) -> dict[str, list[int]]:
        found = self._database.inquiries_by_thread_key(names)
        numbers = {n for owners in found.values() if len(owners) <= _INQUIRIES_WORTH_EXPECTING for n in owners}
        self._turns.load_expected(numbers)
        self._expect_inquiries(numbers)
        return found

    def _load_waiting(self, names: list[str]) -> dict[str, dict[str, Turn]]:
        """And whether the turns wait that will be stored."""
        found: dict[str, dict[str, Turn]] = {}
        keys = self._waiting.list_unknown()
        turns = self._database.unlinked_turns(names, keys)
        self._waiting.note_found(keys, {value.key: True for name, value in turns if name is None})
        for name, value in turns:
            if name is not None and value.key not in self._linked_replies:
                found.setdefault(name, {})[value.key] = value
                self._expect_reply(value)
        return found

    def _expect_reply(self, reply: Turn) -> None:
        """It will be asked what waits for this reply, whether it came back, and what it belongs to."""
        ids = [stored_key(name) for name in reply.ids]
        self._waiting_by_name.load_expected([*ids, *map(stored_key, reply.parents)])
        self._waiting.load_expected([reply.key])
        self._bounced.load_expected(ids)
        self._owners.load_expected(ids)

    def load_expected(
        self, names: Iterable[str], ids: Collection[str], reply_keys: Iterable[str], turns: Iterable[str]
    ) -> None:
        """Mail is coming that has these names, was answered or written under these ids, may be what replies under `reply_keys` wait
        for, and will be turns under these keys."""
        self._owners.load_expected(map(stored_key, names))
        self._written.load_expected(map(stored_key, ids))
        self._bounced.load_expected(map(stored_key, ids))
        self._waiting_by_name.load_expected(map(stored_key, reply_keys))
        self._waiting.load_expected(map(stored_key, turns))

    def note_new_inquiry(self, number: int) -> None:
        """Nothing was said in it yet: the database need not be asked."""
        self._turns[number] = ()

    # --- names

    def inquiries_by_thread_key(self, names: Collection[str]) -> dict[str, list[int]]:
        """As the repository, of what is in memory."""
        found = {name: self._owners[stored_key(name)] for name in sorted(names)}
        return {name: list(numbers) for name, numbers in found.items() if numbers}

    def link_thread_keys(self, names: Iterable[str], inquiry: int) -> None:
        """As the repository; stored at the end."""
        for name in sorted({stored_key(name) for name in names if name}):
            owners = self._owners[name]
            if inquiry not in owners:
                insort(owners, inquiry)
                self._new_links.append({"message_id": name, "inquiry": inquiry})

    def record_written_by_us(self, message_id: str) -> None:
        """As the repository; stored at the end."""
        name = stored_key(message_id)
        if name and not self._written[name]:
            self._written[name] = True
            self._new_written.append({"message_id": name})

    def is_written_by_us(self, ids: Sequence[str]) -> bool:
        """As the repository, of what is in memory."""
        names = [stored_key(message_id) for message_id in ids]
        self._written.load_expected(names)
        return any(self._written[name] for name in names)

    # --- turns

    def turns_by_inquiry(self, inquiries: Collection[int]) -> dict[int, tuple[Turn, ...]]:
        """As the repository, of what is in memory."""
        return self._turns.select(inquiries)

    def replace_turns(self, inquiry: int, turns: Sequence[Turn]) -> None:
        """As the repository; stored at the end."""
        old = {known.key: known for known in self._turns[inquiry]}
        fresh = [value for value in map(stored_turn, turns) if old.get(value.key) != value]
        for value in fresh:
            if old.pop(value.key, None) is not None and self._new_turns.pop((inquiry, value.key), None) is None:
                self._old_turns.append({"number": inquiry, "which": value.key})
            self._new_turns[inquiry, value.key] = turn_values(inquiry, value)
        if fresh:
            self._turns[inquiry] = (*old.values(), *fresh)
            self.remove_unlinked_replies([value.key for value in fresh])

    def add_turn(self, inquiry: int, value: Turn) -> None:
        """As the repository; stored at the end."""
        value = stored_turn(value)
        if all(known.key != value.key for known in self._turns[inquiry]):
            self._turns[inquiry] = (*self._turns[inquiry], value)
            self._new_turns[inquiry, value.key] = turn_values(inquiry, value)

    # --- turns that wait for an inquiry

    def add_unlinked_reply(self, value: Turn, names: Iterable[str]) -> None:
        """As the repository; stored at the end."""
        value = stored_turn(value)
        if self._waiting[value.key]:  # under other names, perhaps
            self._add_names_of_reply(value.key, names)
            return
        self._waiting[value.key] = True
        self._new_turns[NO_INQUIRY, value.key] = turn_values(NO_INQUIRY, value)
        for name in sorted({stored_key(name) for name in names if name}):
            self._waiting_by_name[name][value.key] = value
            self._new_names.append({"name": name, "turn": value.key})

    def unlinked_replies_by_key(self, names: Collection[str]) -> list[tuple[str, Turn]]:
        """As the repository, of what is in memory."""
        found = [(name, value) for name in names for value in self._waiting_by_name[stored_key(name)].values()]
        return sorted(found, key=lambda row: row[1].key)

    def remove_unlinked_replies(self, keys: Sequence[str]) -> None:
        """As the repository; stored at the end."""
        for key in [key for key in map(stored_key, keys) if self._waiting[key]]:
            self._waiting[key] = False
            for replies in self._waiting_by_name.known_values():
                replies.pop(key, None)
            if self._new_turns.pop((NO_INQUIRY, key), None) is not None:
                self._new_names = [row for row in self._new_names if row["turn"] != key]
            else:
                self._linked_replies[key] = {"number": NO_INQUIRY, "which": key}

    # --- what came back

    def record_bounced_reply(self, report: BouncedReply) -> None:
        """As the repository; stored at the end."""
        name = stored_key(report.message_id)
        if self._bounced[name] is None:
            values = bounced_reply_values(report)
            self._bounced[name] = replace(report, message_id=name, recipients=frozenset(values["to"].split()))
            self._new_bounced.append(values)

    def bounced_replies_by_id(self, ids: Collection[str]) -> dict[str, BouncedReply]:
        """As the repository, of what is in memory."""
        found = {message_id: self._bounced[stored_key(message_id)] for message_id in ids}
        return {message_id: report for message_id, report in found.items() if report is not None}

    def flush(self) -> None:
        """Stores what waits."""
        steps = (
            (INSERT_THREAD_LINK, self._new_links),
            (INSERT_WRITTEN, self._new_written),
            (DELETE_TURN, [*self._old_turns, *self._linked_replies.values()]),
            (DELETE_UNLINKED_REPLY_KEYS, [{"which": key} for key in self._linked_replies]),
            (INSERT_TURN, list(self._new_turns.values())),
            (INSERT_UNLINKED_REPLY_KEY, self._new_names),
            (INSERT_BOUNCED_REPLY, self._new_bounced),
        )
        self._clear_pending()
        for statement, rows in steps:
            if rows:
                self._direct.execute(statement, rows)
