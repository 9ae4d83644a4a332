"""SQL about the outbox: letters, the lines of a digest, and the counts that limit acknowledgements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, delete, exists, func, insert, or_, select, update

from watcher.core.inquiry.model import OPEN_STATES, REOPENED, DigestLine, ToldNag, UncountedNag
from watcher.core.message.model import Address
from watcher.core.outbox.model import (
    CUSTOMER_KINDS,
    DIGEST_KINDS,
    Letter,
    LetterKind,
    LetterReason,
    LetterState,
)
from watcher.edge.store.customer_letters import IMPLAUSIBLE_FUTURE, CustomerLetterCounts
from watcher.edge.store.statements import words_of
from watcher.edge.store.tables import digest_line, inquiry, insert_row, journal, letter, stored_key

#: Values in one IN: databases limit the parameters of a statement.
_IN_CLAUSE_BATCH_SIZE = 500
_COLUMNS = tuple(field.name for field in fields(Letter) if field.name != "id")
_UPDATABLE_COLUMNS = ("state", "next_at", "attempts", "may_have_left", "offered_at", "code", "reason", "error")

# Statements are built once: building one costs more than running it.
_SELECT_BY_ID = select(letter).where(letter.c.id == bindparam("number"))
_SELECT_KEYS = select(letter.c.key).where(letter.c.key.in_(bindparam("keys", expanding=True)))
#: Urgent mail is a digest that may not wait for its slot: among digests the older one still leaves first.
_SENDING_RANK = case(
    {kind: list(LetterKind).index(LetterKind.DIGEST if kind in DIGEST_KINDS else kind) for kind in LetterKind},
    value=letter.c.kind,
)
_IS_DUE = and_(
    (letter.c.next_at <= bindparam("now")) | (letter.c.next_at > bindparam("absurd", type_=letter.c.next_at.type)),
    (letter.c.state == LetterState.PENDING)
    | (
        (letter.c.state == LetterState.UNCERTAIN)
        & letter.c.kind.not_in(words_of(CUSTOMER_KINDS))
        & (letter.c.may_have_left < 2)
    ),
)
_SELECT_NEXT_DUE = (
    select(letter)
    .where(letter.c.mailbox == bindparam("mailbox"), _IS_DUE)
    .order_by(_SENDING_RANK, letter.c.next_at, letter.c.id)
    .limit(1)
)
_SELECT_DUE_MAILBOXES = select(letter.c.mailbox).where(_IS_DUE).distinct()
_OF_PERSON_AND_KIND = (letter.c.person == bindparam("person")) & (letter.c.kind == bindparam("kind"))
_SELECT_NEWEST = (
    select(letter)
    .where(_OF_PERSON_AND_KIND, letter.c.state != LetterState.CANCELLED)
    .order_by(letter.c.id.desc())
    .limit(1)
)
_SELECT_OFFERED_LAST = (
    select(letter)
    .where(letter.c.person == bindparam("person"), letter.c.offered_at.is_not(None))
    .order_by(letter.c.id.desc())
    .limit(1)
)
_UPDATE_DATA = update(letter).where(letter.c.id == bindparam("old_id"), letter.c.may_have_left == 0)
_UPDATE_IF_UNCHANGED = update(letter).where(
    letter.c.id == bindparam("old_id"),
    letter.c.state == bindparam("old_state"),
    letter.c.attempts == bindparam("old_attempts"),
)
_SELECT_PENDING = select(letter).where(letter.c.state == LetterState.PENDING, _OF_PERSON_AND_KIND).order_by(letter.c.id)
_SELECT_DIGESTS_AT = (
    select(letter)
    .where(
        letter.c.state == LetterState.PENDING,
        letter.c.kind.in_(words_of(DIGEST_KINDS)),
        letter.c.may_have_left == 0,
        letter.c.mailbox.in_(bindparam("mailboxes", expanding=True)),
    )
    .order_by(letter.c.id)
)
_SELECT_IN_STATES = select(letter).where(letter.c.state.in_(bindparam("states", expanding=True))).order_by(letter.c.id)
_SELECT_WITHHELD = (
    select(letter)
    .where(letter.c.state == LetterState.WITHHELD, letter.c.reason == bindparam("reason"))
    .order_by(letter.c.id)
)
_SELECT_BY_MESSAGE_IDS = select(letter).where(letter.c.message_id.in_(bindparam("ids", expanding=True)))
_SELECT_BY_ID_OR_KEY = select(letter).where(
    or_(letter.c.message_id.in_(bindparam("ids", expanding=True)), letter.c.key.in_(bindparam("keys", expanding=True)))
)
_SELECT_ACKNOWLEDGEMENTS = (
    select(letter)
    .where(letter.c.inquiry.in_(bindparam("inquiries", expanding=True)), letter.c.kind == LetterKind.ACKNOWLEDGEMENT)
    .order_by(letter.c.id)
)
_SELECT_RENEWED = select(letter.c.inquiry).where(
    letter.c.kind == LetterKind.RENEWAL,
    letter.c.state.in_(words_of((LetterState.SENT, LetterState.UNCERTAIN))),
    letter.c.inquiry.in_(bindparam("inquiries", expanding=True)),
)
_SELECT_SEND_ATTEMPTS = (
    select(
        letter.c.id,
        letter.c.kind,
        letter.c.state,
        letter.c.inquiry,
        letter.c.may_have_left,
        letter.c.offered_at,
        letter.c.answers_at,
    )
    .where(letter.c.offered_at > bindparam("since"))
    .order_by(letter.c.id.desc())
    .limit(bindparam("limit"))
)
_SELECT_DIGEST_LINES = (
    select(digest_line.c.inquiry, digest_line.c.nag, digest_line.c.since)
    .where(digest_line.c.letter == bindparam("letter"))
    .order_by(digest_line.c.line)
)
#: Its reader has it, as far as can be known; a dry run went on as if they had.
_IS_TOLD = or_(
    letter.c.state == LetterState.SENT,
    (letter.c.state == LetterState.WITHHELD) & (letter.c.reason == LetterReason.DRY_RUN),
)
#: Lines of digests that were told, of inquiries that are open.
_TOLD_LINES = (
    digest_line.join(letter, (letter.c.id == digest_line.c.letter) & (letter.c.kind == LetterKind.DIGEST) & _IS_TOLD)
    .join(inquiry, (inquiry.c.number == digest_line.c.inquiry) & inquiry.c.state.in_(words_of(OPEN_STATES)))
)  # fmt: skip
_TOLD_AT = func.coalesce(letter.c.offered_at, letter.c.created_at)
#: It has waited since the line was written. A reply that came back makes it wait again, for the same question and from the first nag.
_IS_OF_THIS_WAIT = and_(
    digest_line.c.since == inquiry.c.waiting_since,
    ~exists().where(journal.c.inquiry == inquiry.c.number, journal.c.event == REOPENED, journal.c.at > _TOLD_AT),
)
_SELECT_TOLD_NAGS = (
    select(digest_line.c.inquiry, digest_line.c.nag, digest_line.c.letter)
    .select_from(_TOLD_LINES)
    .where(_IS_OF_THIS_WAIT, letter.c.person == bindparam("person"))
    .order_by(digest_line.c.letter)
)
_SELECT_UNCOUNTED = (
    select(digest_line.c.inquiry, func.max(_TOLD_AT))
    .select_from(_TOLD_LINES)
    .where(_IS_OF_THIS_WAIT, digest_line.c.nag == inquiry.c.nags + 1)
    .group_by(digest_line.c.inquiry)
    .order_by(digest_line.c.inquiry)
)
_DELETE_DIGEST_LINES = delete(digest_line).where(digest_line.c.letter == bindparam("old_letter"))
_INSERT_DIGEST_LINE = insert(digest_line)


class LetterRepository(CustomerLetterCounts):
    """Rows ↔ `Letter`. Every method raises StoreError where the database fails; instants are UTC."""

    def get(self, number: int) -> Letter | None:
        """The letter with this id; None where there is none."""
        row = self._c.execute(_SELECT_BY_ID, {"number": number}).first()
        return _letter_from_row(row._mapping) if row else None

    def add_to_queue(self, value: Letter) -> Letter | None:
        """Adds a letter and returns it with its id; None when its key is there already."""
        if self.has_key(value.key):
            return None
        return replace(value, id=insert_row(self._c, letter, letter_values(value)))

    def first_acknowledgement_instant(self, mailbox: str) -> datetime | None:
        """When (UTC) the first acknowledgement left this mailbox; None: none did."""
        query = select(func.min(letter.c.offered_at)).where(
            letter.c.kind == LetterKind.ACKNOWLEDGEMENT, letter.c.state == LetterState.SENT, letter.c.mailbox == mailbox
        )
        found: datetime | None = self._c.scalar(query)
        return found

    def has_key(self, key: str) -> bool:
        """Is a letter with this key there, in whatever state? Then it must not be written a second time."""
        return bool(self.existing_keys([key]))

    def existing_keys(self, keys: Collection[str]) -> set[str]:
        """Those of these keys, as stored, that letters have."""
        return set(self._c.scalars(_SELECT_KEYS, {"keys": list(keys)}))

    def find_newest(self, person: str, kind: LetterKind) -> Letter | None:
        """The letter queued last for this person, of those that were not taken back."""
        row = self._c.execute(_SELECT_NEWEST, {"person": person, "kind": kind}).first()
        return _letter_from_row(row._mapping) if row else None

    def find_newest_to(self, person: str) -> Letter | None:
        """The letter that was offered last to this person, whatever it was for; None where there is none."""
        row = self._c.execute(_SELECT_OFFERED_LAST, {"person": person}).first()
        return _letter_from_row(row._mapping) if row else None

    def list_pending(self, person: str, kind: LetterKind) -> list[Letter]:
        """What waits to be sent to this person."""
        rows = self._c.execute(_SELECT_PENDING, {"person": person, "kind": kind})
        return [_letter_from_row(row._mapping) for row in rows]

    def list_digests_at(self, mailboxes: Collection[str]) -> list[Letter]:
        """The digests that wait at these mailboxes and have certainly not left."""
        if not mailboxes:
            return []
        return [
            _letter_from_row(row._mapping)
            for row in self._c.execute(_SELECT_DIGESTS_AT, {"mailboxes": sorted(mailboxes)})
        ]

    def next_due_letter(self, mailbox: str, now: datetime) -> Letter | None:
        """The next letter of the mailbox to look at by `now` (UTC): acknowledgements before digests, the oldest first. One
        dated more than 400 days ahead is due too: the clock was wrong when it was written."""
        given = {"mailbox": mailbox, "now": now, "absurd": now + IMPLAUSIBLE_FUTURE}
        row = self._c.execute(_SELECT_NEXT_DUE, given).first()
        return _letter_from_row(row._mapping) if row else None

    def mailboxes_with_due_letters(self, now: datetime) -> set[str]:
        """Those for which `next_due_letter` would find one."""
        given = {"now": now, "absurd": now + IMPLAUSIBLE_FUTURE}
        return set(self._c.scalars(_SELECT_DUE_MAILBOXES, given))

    def update_if_unchanged(self, old: Letter, new: Letter) -> bool:
        """Stores the change if the row still says what `old` says; False: somebody else changed it first."""
        same = {"old_id": old.id, "old_state": old.state, "old_attempts": old.attempts}
        return self._c.execute(_UPDATE_IF_UNCHANGED, {**same, **changeable_values(new)}).rowcount == 1

    def list_by_state(self, states: Collection[LetterState], mailbox: str | None = None) -> list[Letter]:
        """The letters in any of these states, of one mailbox or of all, by id."""
        query = _SELECT_IN_STATES if mailbox is None else _SELECT_IN_STATES.where(letter.c.mailbox == mailbox)
        return [_letter_from_row(row._mapping) for row in self._c.execute(query, {"states": sorted(states)})]

    def list_withheld(self, reason: LetterReason) -> list[Letter]:
        """Those that were withheld for this reason, the oldest first."""
        return [_letter_from_row(row._mapping) for row in self._c.execute(_SELECT_WITHHELD, {"reason": reason})]

    def count_by_state(self) -> dict[str, int]:
        """State → letters; states without any are left out."""
        query = select(letter.c.state, func.count()).group_by(letter.c.state)
        return {row[0]: row[1] for row in self._c.execute(query)}

    def find_by_message_id(self, ids: Sequence[str]) -> Letter | None:
        """The letter that carries one of these Message-IDs (RFC 5322 § 3.6.4, without angle brackets); of several the first that does."""
        found = self.letters_by_message_id(ids) if ids else {}
        return next((found[name] for name in map(stored_key, ids) if name in found), None)

    def letters_by_message_id(self, ids: Collection[str]) -> dict[str, Letter]:
        """Message-ID (RFC 5322 § 3.6.4), as stored → the letter that carries it."""
        rows = self._c.execute(_SELECT_BY_MESSAGE_IDS, {"ids": list(ids)})
        return {row.message_id: _letter_from_row(row._mapping) for row in rows}

    def letters_by_id_or_key(self, ids: Collection[str], keys: Collection[str]) -> list[Letter]:
        """The letters that carry one of these Message-IDs (RFC 5322 § 3.6.4), or have one of these keys, both as stored."""
        rows = self._c.execute(_SELECT_BY_ID_OR_KEY, {"ids": list(ids), "keys": list(keys)})
        return [_letter_from_row(row._mapping) for row in rows]

    def find_by_local_part(self, local: str) -> Letter | None:
        """The letter whose Message-ID has this left side (RFC 5322 § 3.6.4, `id-left`), which must hold no `%` or `_`."""
        assert not {"%", "_"} & set(local), local
        row = self._c.execute(select(letter).where(letter.c.message_id.like(f"{local}@%")).limit(1)).first()
        return _letter_from_row(row._mapping) if row else None

    def latest_acknowledgement(self, inquiry: int) -> Letter | None:
        """The acknowledgement of this inquiry that was queued last; None where there is none."""
        return self.latest_acknowledgements([inquiry]).get(inquiry)

    def latest_acknowledgements(self, inquiries: Collection[int]) -> dict[int, Letter]:
        """Inquiry → its latest acknowledgement, for those that have one."""
        found: dict[int, Letter] = {}
        numbers = sorted(inquiries)
        for start in range(0, len(numbers), _IN_CLAUSE_BATCH_SIZE):
            rows = self._c.execute(
                _SELECT_ACKNOWLEDGEMENTS, {"inquiries": numbers[start : start + _IN_CLAUSE_BATCH_SIZE]}
            )
            found.update((row.inquiry, _letter_from_row(row._mapping)) for row in rows)
        return found

    def list_renewed(self, inquiries: Collection[int]) -> frozenset[int]:
        """Of these inquiries, those whose customer got the second letter, or may have."""
        return (
            frozenset(self._c.scalars(_SELECT_RENEWED, {"inquiries": sorted(inquiries)})) if inquiries else frozenset()
        )

    def list_send_attempts(self, since: datetime, limit: int) -> list[dict[str, Any]]:
        """The last letters that were offered after `since`, without their octets."""
        return [dict(row._mapping) for row in self._c.execute(_SELECT_SEND_ATTEMPTS, {"since": since, "limit": limit})]

    # --- digests

    def save_digest_lines(self, number: int, lines: Sequence[DigestLine]) -> None:
        """Line n of the digest (n from 1) is about the n-th of these."""
        self._c.execute(_DELETE_DIGEST_LINES, {"old_letter": number})
        rows = [{"letter": number, "line": n, **asdict(line)} for n, line in enumerate(lines, 1)]
        if rows:
            self._c.execute(_INSERT_DIGEST_LINE, rows)

    def digest_inquiries(self, number: int) -> list[int]:
        """The inquiries of a digest in the order of its lines; [] where it has none."""
        return [line.inquiry for line in self.digest_lines(number)]

    def digest_lines(self, number: int) -> list[DigestLine]:
        """The lines of a digest in their order; [] where it has none."""
        return [DigestLine(*row) for row in self._c.execute(_SELECT_DIGEST_LINES, {"letter": number})]

    def told_nags(self, person: str) -> dict[int, ToldNag]:
        """Inquiry → what this person was told of it last, of those that are still open. A digest that no server accepted told nothing."""
        rows = self._c.execute(_SELECT_TOLD_NAGS, {"person": person})
        return {row.inquiry: ToldNag(row.nag, row.letter) for row in rows}

    def list_uncounted_nags(self) -> list[UncountedNag]:
        """Of which open inquiries somebody was told one nag more than was counted; of several digests that did, the last one counts."""
        return [UncountedNag(*row) for row in self._c.execute(_SELECT_UNCOUNTED)]

    def reroute(self, old: Letter, new: Letter) -> bool:
        """As `update_if_unchanged`, where the account that carries it changes, and with it what the letter says of its sender."""
        if not self.update_if_unchanged(old, new):
            return False
        names = ("mailbox", "sender", "message_id", "data")
        self._c.execute(_UPDATE_DATA, {"old_id": old.id, **{name: getattr(new, name) for name in names}})
        return True

    def replace_data(self, old: Letter, data: bytes) -> None:
        """New bytes for a letter that has certainly not left: an item of its digest was answered meanwhile."""
        assert old.may_have_left == 0, "a letter that may have left keeps its bytes"
        self._c.execute(_UPDATE_DATA, {"old_id": old.id, "data": data})


def changeable_values(value: Letter) -> dict[str, Any]:
    """The columns in which a letter changes on its way."""
    return {name: getattr(value, name) for name in _UPDATABLE_COLUMNS}


def letter_values(value: Letter) -> dict[str, Any]:
    """The columns of a letter but its id."""
    values = {name: getattr(value, name) for name in _COLUMNS}
    return {**values, "recipient_key": Address(value.recipient).person_key}


def _letter_from_row(row: Any) -> Letter:
    values = dict(row)
    del values["recipient_key"]
    return Letter(**{**values, "kind": LetterKind(values["kind"]), "state": LetterState(values["state"])})
