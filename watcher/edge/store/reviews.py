"""SQL about what was set aside for a glance: kept beside its ledger entry, listed in digests, shown once, made an inquiry."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from watcher.core.inquiry.model import Inquiry, InquiryState, ReviewEntry, SetAsideInquiry, Turn, TurnKind
from watcher.core.message.model import FolderRole
from watcher.edge.store.tables import digest_review, inquiry, ledger, review

_SELECT_REVIEWS = select(review, ledger).join(ledger, ledger.c.id == review.c.entry).order_by(review.c.entry)
_SELECT_REVIEW = _SELECT_REVIEWS.where(review.c.entry == bindparam("number"))
_sent = ledger.alias()
#: The same mail lies among the sent mail, whichever was seen first: the house wrote it.
_IS_SENT_TOO = exists().where(
    _sent.c.message_id == ledger.c.message_id, _sent.c.sender == ledger.c.sender, _sent.c.role == FolderRole.SENT
)
_SELECT_OPEN = _SELECT_REVIEWS.where(ledger.c.inquiry.is_(None), ~_IS_SENT_TOO)
_SELECT_UNSHOWN = _SELECT_OPEN.where(review.c.shown_at.is_(None))
_SENDER = func.lower(ledger.c.sender)
_SELECT_PROMOTED_SENDERS = (
    select(_SENDER, func.max(review.c.entry))
    .join(ledger, ledger.c.id == review.c.entry)
    .join(inquiry, inquiry.c.number == ledger.c.inquiry)
    .where(
        review.c.promoted_at.is_not(None),
        _SENDER.in_(bindparam("senders", expanding=True)),
        inquiry.c.state != InquiryState.DISMISSED,
    )
    .group_by(_SENDER)
)
_SELECT_DIGEST_REVIEWS = (
    select(digest_review.c.entry).where(digest_review.c.letter == bindparam("number")).order_by(digest_review.c.entry)
)
_UPDATE_SHOWN = update(review).where(
    review.c.shown_at.is_(None),
    review.c.entry.in_(select(digest_review.c.entry).where(digest_review.c.letter == bindparam("number"))),
)

_UPDATE_NOT_SHOWN = update(review).where(
    review.c.entry.in_(select(digest_review.c.entry).where(digest_review.c.letter == bindparam("number"))),
)


class ReviewRepository:
    """Rows ↔ `ReviewEntry`, `SetAsideInquiry`. Instants are UTC; every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def add_review(self, entry: int, aside: SetAsideInquiry) -> None:
        """The message of this ledger entry is set aside. IntegrityError (as StoreError) when it was before."""
        self._c.execute(insert(review).values(entry=entry, **review_values(aside)))

    def get_review(self, number: int) -> ReviewEntry | None:
        """The one shown as R`number`; None where there is none."""
        row = self._c.execute(_SELECT_REVIEW, {"number": number}).first()
        return _review_entry_from_row(row) if row else None

    def list_reviews(self, *, everything: bool = False) -> list[ReviewEntry]:
        """All that no inquiry was made of, those that were shown among them; `everything`: the others too, with what turned out to lie
        among the sent mail. By number."""
        return [_review_entry_from_row(row) for row in self._c.execute(_SELECT_REVIEWS if everything else _SELECT_OPEN)]

    def list_unshown_reviews(self) -> list[ReviewEntry]:
        """What no accepted digest listed yet, and no inquiry was made of, by number."""
        return [_review_entry_from_row(row) for row in self._c.execute(_SELECT_UNSHOWN)]

    # --- digests

    def save_digest_reviews(self, letter: int, numbers: Iterable[int]) -> None:
        """The letter lists these, and no others."""
        self._c.execute(delete(digest_review).where(digest_review.c.letter == letter))
        rows = [{"letter": letter, "entry": number} for number in sorted(set(numbers))]
        if rows:
            self._c.execute(insert(digest_review), rows)

    def digest_reviews(self, letter: int) -> list[int]:
        """The numbers that the letter lists; [] where it lists none."""
        return list(self._c.scalars(_SELECT_DIGEST_REVIEWS, {"number": letter}))

    def record_reviews_shown(self, letter: int, at: datetime) -> None:
        """The letter was accepted: what it lists is shown no more. The first time counts."""
        self._c.execute(_UPDATE_SHOWN.values(shown_at=at), {"number": letter})

    def take_back_shown(self, letter: int) -> None:
        """The letter did not arrive after all: what it lists is to be shown."""
        self._c.execute(_UPDATE_NOT_SHOWN.values(shown_at=None), {"number": letter})

    # --- it is an inquiry

    def get_set_aside(self, number: int) -> SetAsideInquiry | None:
        """What opens the inquiry that R`number` may be; None where there is none."""
        row = self._c.execute(_SELECT_REVIEW, {"number": number}).first()
        return _set_aside_from_row(row) if row else None

    def record_promotion(self, number: int, made: int, at: datetime) -> None:
        """A person said that R`number` is an inquiry: the one with the number `made`."""
        self._c.execute(update(review).where(review.c.entry == number).values(promoted_at=at))
        self._c.execute(update(ledger).where(ledger.c.id == number).values(inquiry=made))

    def find_promoted_review(self, sender: str) -> int | None:
        """The latest one of this sender (a case-folded address) that a person made an inquiry and did not dismiss later; None where
        there is none."""
        return self.promoted_reviews([sender]).get(sender) if sender else None

    def promoted_reviews(self, senders: Collection[str]) -> dict[str, int]:
        """The same of several, for those that have one."""
        rows = self._c.execute(_SELECT_PROMOTED_SENDERS, {"senders": list(senders)})
        return {row[0]: row[1] for row in rows}


def review_values(aside: SetAsideInquiry) -> dict[str, Any]:
    value, question = aside.inquiry, aside.question
    return {
        "sender_name": aside.sender_name,
        "customer": value.customer,
        "customer_name": value.customer_name,
        "reach": " ".join(value.reach),
        "owner": value.owner,
        "ladder": value.ladder,
        "language": value.language,
        "excerpt": value.excerpt,
        "tags": json.dumps(value.tags),
        "ids": " ".join(question.ids),
        "parents": " ".join(question.parents),
        "sibling_keys": json.dumps(aside.sibling_keys),
        "server_key": aside.server_key,
    }


def _review_entry_from_row(row: Any) -> ReviewEntry:
    return ReviewEntry(
        number=row.entry,
        mailbox=row.mailbox,
        sender=row.sender or "",
        sender_name=row.sender_name,
        subject=row.subject or "",
        received_at=row.received_at,
        why=row.why or "",
        rule=row.rule or "",
        codes=tuple((row.codes or "").split()),
        shown_at=row.shown_at,
        inquiry=row.inquiry,
    )


def _set_aside_from_row(row: Any) -> SetAsideInquiry:
    reach = tuple(row.reach.split())
    codes = row.codes.split()
    question = Turn(
        key=row.message_id or row.fingerprint,
        at=row.received_at,
        kind=TurnKind.QUESTION,
        by=row.customer,
        addresses=frozenset(reach),
        ids=tuple(row.ids.split()),
        parents=tuple(row.parents.split()),
        name=row.customer_name,
        subject=row.subject or "",
    )
    opened = Inquiry(
        number=0,
        mailbox=row.mailbox,
        state=InquiryState.WAITING,
        customer=row.customer,
        customer_name=row.customer_name,
        reach=reach,
        subject=row.subject or "",
        message_id=row.message_id or "",
        fingerprint=row.fingerprint,
        opened_at=row.received_at,
        owner=row.owner,
        ladder=row.ladder,
        waiting_since=row.received_at,
        last_customer_at=row.received_at,
        last_customer_id=row.message_id or "",
        language=row.language,
        excerpt=row.excerpt,
        tags=tuple(json.loads(row.tags)),
        ack_reason=codes[0] if codes else None,
    )
    return SetAsideInquiry(opened, question, row.sender_name, tuple(json.loads(row.sibling_keys)), row.server_key)
