"""SQL about the words in the database: what is dropped when it is old, and all that is about one address.

Rows stay, so that no message is decided twice and the figures of a report stay as they were; what names somebody goes.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, String, Table, Text, and_, delete, false, func, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from watcher.core.inquiry.model import CLOSED_STATES
from watcher.core.outbox.model import SETTLED_STATES
from watcher.edge.store import tables
from watcher.edge.store.statements import escape_like_pattern
from watcher.edge.store.tables import (
    command,
    digest_line,
    inquiry,
    journal,
    ledger,
    letter,
    loose,
    proposal,
    refusal,
    returned,
    review,
    thread,
    turn,
)

#: Column → what stands there when its words are gone.
_INQUIRY_WORDS: Mapping[str, Any] = {
    "customer": "", "customer_name": "", "reach": "", "subject": "", "message_id": "", "last_customer_id": "", "excerpt": "",
    "tags": "[]", "answered_by": None, "answered_with": None, "answered_how": None, "problem": "", "hinted_by": None,
    "hinted_with": None, "hinted_at": None, "hinted_how": None,
}  # fmt: skip
_LEDGER_WORDS: Mapping[str, Any] = {
    "message_id": None, "sender": None, "subject": None, "why": None, "text_digest": None,
    "verdict": None,
}  # fmt: skip
_REVIEW_WORDS: Mapping[str, Any] = {
    "sender_name": "", "customer": "", "customer_name": "", "reach": "", "excerpt": "", "tags": "[]", "ids": "", "parents": "",
    "sibling_keys": "[]", "server_key": "",
}  # fmt: skip
_LETTER_WORDS: Mapping[str, Any] = {"recipient": "", "recipient_key": "", "data": b"", "outline": "", "error": ""}
#: What stands in place of an address in a text that is about more than it.
FORGOTTEN = "(forgotten)"


class PersonalDataRepository:
    """Every method raises StoreError where the database fails; instants are UTC."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    # --- what is old

    def drop_letter_octets(self, before: datetime, limit: int) -> int:
        """Letters that were settled, and written before then, lose their octets; how many did, `limit` at most."""
        chosen = (
            select(letter.c.id)
            .where(letter.c.created_at < before, letter.c.state.in_(SETTLED_STATES), func.length(letter.c.data) > 0)
            .order_by(letter.c.id)
            .limit(limit)
        )
        return self._change(update(letter).where(letter.c.id.in_(chosen)).values(data=b"", outline=""))

    def drop_words_of_closed_inquiries(self, before: datetime, limit: int) -> int:
        """Inquiries that are closed, and of which nothing was heard since then, lose their words; how many did."""
        heard = select(journal.c.id).where(journal.c.inquiry == inquiry.c.number, journal.c.at >= before)
        chosen = self._c.scalars(
            select(inquiry.c.number)
            .where(
                inquiry.c.state.in_(CLOSED_STATES), inquiry.c.opened_at < before, _has_words(inquiry, _INQUIRY_WORDS)
            )
            .where(~heard.exists())
            .order_by(inquiry.c.number)
            .limit(limit)
        ).all()
        self._drop_words_of_inquiries(chosen)
        return len(chosen)

    def drop_words_of_messages(self, before: datetime, limit: int) -> int:
        """Messages that were decided before then and belong to no inquiry that still has words lose theirs; how many did."""
        with_words = select(inquiry.c.number).where(_has_words(inquiry, _INQUIRY_WORDS))
        chosen = self._c.scalars(
            select(ledger.c.id)
            .where(ledger.c.decided_at < before, _has_words(ledger, _LEDGER_WORDS))
            .where(or_(ledger.c.inquiry.is_(None), ledger.c.inquiry.not_in(with_words)))
            .order_by(ledger.c.id)
            .limit(limit)
        ).all()
        self._drop_words_of_entries(chosen)
        return len(chosen)

    def drop_letter_words(self, before: datetime, limit: int) -> int:
        """Letters that were settled, and written before then, lose their recipient and their name; how many did."""
        chosen = self._c.scalars(
            select(letter.c.id)
            .where(letter.c.created_at < before, letter.c.state.in_(SETTLED_STATES), _has_words(letter, _LETTER_WORDS))
            .order_by(letter.c.id)
            .limit(limit)
        ).all()
        self._drop_words_of_letters(chosen)
        return len(chosen)

    def drop_loose_ends(self, before: datetime, limit: int) -> int:
        """What was said in conversations that no inquiry belongs to, what came back, what was refused, and what became of commands by
        mail, which names customers; how many rows."""
        keys = self._c.scalars(
            select(turn.c.key).where(turn.c.inquiry == 0, turn.c.at < before).order_by(turn.c.key).limit(limit)
        ).all()
        self._c.execute(delete(loose).where(loose.c.turn.in_(keys)))
        count = self._change(delete(turn).where(turn.c.inquiry == 0, turn.c.key.in_(keys)))
        return (
            count
            + self._change(delete(returned).where(returned.c.at < before))
            + self._change(delete(refusal).where(refusal.c.at < before))
            + self._change(update(command).where(command.c.at < before, command.c.result != "").values(result=""))
        )

    # --- one person

    def export_address(self, address: str) -> dict[str, list[dict[str, Any]]]:
        """Table → its rows that name this address, as they stand. `address`: case-folded."""
        found = {}
        numbers = self._inquiries_of(address)
        for table in tables.metadata.sorted_tables:
            named = self._c.execute(select(table).where(_names(table, address))).mappings()
            of_person = self._c.execute(select(table).where(_is_of_inquiries(table, numbers))).mappings()
            mentions = [dict(row) for row in named if _is_mentioned(address, row.values())]
            found[table.name] = [row for row in map(dict, of_person) if row not in mentions] + mentions
        return {name: rows for name, rows in found.items() if rows}

    def forget_address(self, address: str) -> dict[str, int]:
        """All words about this address go, whatever state anything is in; table → how many rows were changed. What the address did
        not write but names it keeps its words without it. `address`: case-folded. The caller has closed what was open."""
        counts = {"inquiry": len(numbers := self._inquiries_of(address))}
        of_person = (func.lower(ledger.c.sender) == address) | ledger.c.inquiry.in_(numbers)
        entries = self._c.scalars(select(ledger.c.id).where(of_person)).all()
        letters = self._c.scalars(select(letter.c.id).where(func.lower(letter.c.recipient) == address)).all()
        counts |= {"ledger": len(entries), "letter": len(letters)}
        self._drop_words_of_inquiries(numbers)
        self._drop_words_of_entries(entries)
        self._drop_words_of_letters(letters)
        self._c.execute(delete(loose).where(loose.c.turn.in_(_turns_by(address))))
        counts["turn"] = self._change(delete(turn).where(func.lower(turn.c.by) == address))
        digests = select(digest_line.c.letter).where(digest_line.c.inquiry.in_(numbers))
        about_person = update(command).where(command.c.letter.in_(digests), command.c.result != "")
        counts["command"] = self._change(about_person.values(result=""))
        for table, count in self._remove_mentions(address):
            counts[table] = counts.get(table, 0) + count
        return {name: count for name, count in counts.items() if count}

    def _inquiries_of(self, address: str) -> list[int]:
        return list(
            self._c.scalars(
                select(inquiry.c.number).where(func.lower(inquiry.c.customer) == address).order_by(inquiry.c.number)
            )
        )

    def _remove_mentions(self, address: str) -> Iterator[tuple[str, int]]:
        """The address goes from every text that is left; octets in which it stands go as a whole, and so do rows that are known by it."""
        pattern = f"%{escape_like_pattern(address)}%"
        for table in reversed(tables.metadata.sorted_tables):
            for column in _text_columns(table):
                where = func.lower(column).like(pattern, escape="\\")
                if count := self._replace_mentions(table, column, where, address):
                    yield table.name, count
        for row in self._c.execute(select(letter.c.id, letter.c.data).where(letter.c.state.in_(SETTLED_STATES))):
            if _is_mentioned(address, [_read_letter(bytes(row.data))]):
                self._c.execute(update(letter).where(letter.c.id == row.id).values(data=b"", outline=""))
                yield "letter", 1

    def _replace_mentions(self, table: Table, column: Column[Any], where: ColumnElement[bool], address: str) -> int:
        keys, pattern = list(table.primary_key.columns), _mention_pattern(address)
        rows = self._c.execute(select(*keys, column.label("text")).where(where)).all()
        found = [row for row in rows if pattern.search(row.text)]
        for row in found:
            same = and_(*(key == row._mapping[key.name] for key in keys))
            if column.primary_key:
                self._c.execute(delete(table).where(same))
                continue
            text = f"forgotten:{row[0]}" if column.unique else pattern.sub(FORGOTTEN, row.text)
            self._c.execute(update(table).where(same).values({column.name: text}))
        return len(found)

    # --- the words of rows

    def _drop_words_of_inquiries(self, numbers: Any) -> None:
        keys = select(turn.c.key).where(turn.c.inquiry.in_(numbers))
        self._c.execute(delete(loose).where(loose.c.turn.in_(keys)))
        for table in (turn, thread, proposal):
            self._c.execute(delete(table).where(table.c.inquiry.in_(numbers)))
        self._c.execute(update(journal).where(journal.c.inquiry.in_(numbers)).values(text=""))
        self._c.execute(update(inquiry).where(inquiry.c.number.in_(numbers)).values(**_INQUIRY_WORDS))

    def _drop_words_of_entries(self, entries: Any) -> None:
        self._c.execute(update(ledger).where(ledger.c.id.in_(entries)).values(**_LEDGER_WORDS))
        self._c.execute(update(review).where(review.c.entry.in_(entries)).values(**_REVIEW_WORDS))

    def _drop_words_of_letters(self, letters: Any) -> None:
        for number in letters:  # each needs a name of its own
            name = f"pruned:{number}"
            self._c.execute(
                update(letter).where(letter.c.id == number).values(**_LETTER_WORDS, key=name, message_id=name)
            )

    def _change(self, statement: Any) -> int:
        return int(self._c.execute(statement).rowcount)


def _has_words(table: Table, words: Mapping[str, Any]) -> ColumnElement[bool]:
    """Does any of these columns still say something?"""
    return or_(*(_says_something(table.c[name], empty) for name, empty in words.items()))


def _says_something(column: Column[Any], empty: Any) -> ColumnElement[bool]:
    if empty is None:
        return column.is_not(None)
    return func.length(column) > 0 if isinstance(empty, bytes) else column != empty


def _text_columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if isinstance(column.type, Text | String | tables.BoundedKey)]


def _names(table: Table, address: str) -> ColumnElement[bool]:
    pattern = f"%{escape_like_pattern(address)}%"
    return or_(false(), *(func.lower(column).like(pattern, escape="\\") for column in _text_columns(table)))


def _is_of_inquiries(table: Table, numbers: list[int]) -> ColumnElement[bool]:
    column = inquiry.c.number if table is inquiry else table.columns.get("inquiry")
    return column.in_(numbers) if column is not None else false()


def _turns_by(address: str) -> Any:
    return select(turn.c.key).where(func.lower(turn.c.by) == address)


def _mention_pattern(address: str) -> re.Pattern[str]:
    """The address as a word of its own, in whatever case: `ann@x.example` stands neither in `joann@x.example` nor in `ann@x.example.com`.
    JSON writes the line end before it as two characters."""
    return re.compile(rf"(?:(?<![\w.+-])|(?<=\\[bfnrt])){re.escape(address)}(?![\w-]|\.\w)", re.IGNORECASE)


def _is_mentioned(address: str, values: Iterable[Any]) -> bool:
    pattern = _mention_pattern(address)
    return any(isinstance(value, str) and pattern.search(value) for value in values)


def _read_letter(octets: bytes) -> str:
    """Its text, to search in: our letters are quoted-printable (RFC 2045 § 6.7), which breaks a long address and escapes some signs."""
    return quopri.decodestring(octets).decode("utf-8", "replace")
