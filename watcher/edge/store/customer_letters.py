"""SQL about letters to customers: how many were queued, offered and refused, as the limits of the core count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, and_, bindparam, case, func, literal_column, or_, select, union_all

from watcher.core.message.model import Address
from watcher.core.outbox.model import (
    CUSTOMER_KINDS,
    MAY_ARRIVE_STATES,
    MAY_HAVE_LEFT_STATES,
    Letter,
    LetterKind,
    LetterState,
)
from watcher.edge.store.statements import escape_like_pattern, without_index, words_of
from watcher.edge.store.tables import journal, letter

_HOUR, _DAY = timedelta(hours=1), timedelta(hours=24)
#: What lies further ahead was written while the clock was wrong.
IMPLAUSIBLE_FUTURE = timedelta(days=400)
_COUNT_TO_CUSTOMERS = (
    select(func.count())
    .select_from(letter)
    .where(
        without_index(letter.c.state).in_(words_of(MAY_ARRIVE_STATES)),
        letter.c.created_at > bindparam("since"),
        letter.c.created_at < bindparam("absurd", type_=letter.c.created_at.type),
    )
)
#: One person, whatever stands behind a "+" (RFC 5233).
_TO_PERSON = letter.c.recipient_key == bindparam("person_key")
_COUNT_TO_PEOPLE = (
    _COUNT_TO_CUSTOMERS.add_columns(letter.c.recipient_key)
    .where(
        without_index(letter.c.kind) == bindparam("kind"),
        letter.c.recipient_key.in_(bindparam("people", expanding=True)),
    )
    .group_by(letter.c.recipient_key)
)
_COUNT_FROM_MAILBOX = _COUNT_TO_CUSTOMERS.where(
    letter.c.kind.in_(words_of(CUSTOMER_KINDS)), letter.c.mailbox == bindparam("mailbox")
)
_OFFERED_WITHIN_HOUR = letter.c.offered_at > bindparam("hour", type_=letter.c.offered_at.type)
_TO_DOMAIN = or_(
    func.lower(letter.c.recipient).like(bindparam("domain"), escape="\\"),
    func.lower(letter.c.recipient).like(bindparam("subdomain"), escape="\\"),
)
_OF_MAILBOX = letter.c.mailbox == bindparam("mailbox")
#: Spelt in the statement: a value would be handed over anew at every call.
_ONE, _ZERO = literal_column("1", Integer), literal_column("0", Integer)


def _count_where(*conditions: Any) -> Any:
    return func.coalesce(func.sum(case((and_(*conditions), _ONE), else_=_ZERO)), _ZERO)


_SELECT_ACKNOWLEDGEMENT_RATES = select(
    _count_where(_TO_PERSON).label("to_sender_day"),
    _count_where(_OFFERED_WITHIN_HOUR, _OF_MAILBOX, _TO_DOMAIN).label("to_domain_hour"),
    _count_where(_OFFERED_WITHIN_HOUR, _OF_MAILBOX).label("from_mailbox_hour"),
    _count_where(_OFFERED_WITHIN_HOUR, _OF_MAILBOX, ~letter.c.has_evidence).label("bare_hour"),
    _count_where(_OF_MAILBOX).label("from_mailbox_day"),
    func.count().label("all_day"),
).where(
    letter.c.kind.in_(words_of(CUSTOMER_KINDS)),
    letter.c.state.in_(words_of(MAY_HAVE_LEFT_STATES)),
    letter.c.offered_at > bindparam("day", type_=letter.c.offered_at.type),
    letter.c.offered_at < bindparam("absurd", type_=letter.c.offered_at.type),
)
#: For what they were refused was certainly about them; what was given up, or refused for a reason that is not clear, has one.
_SELECT_REFUSED_RECIPIENTS = select(letter.c.recipient, letter.c.offered_at).where(
    letter.c.kind.in_(words_of(CUSTOMER_KINDS)),
    letter.c.state == LetterState.FAILED,
    letter.c.code >= 500,
    letter.c.reason == "",
    _OF_MAILBOX,
    letter.c.offered_at > bindparam("since"),
)
#: To whom the letters went that a report names; whom the report names anybody could have written.
_SELECT_BOUNCED_RECIPIENTS = (
    select(letter.c.recipient, journal.c.at)
    .select_from(journal.join(letter, letter.c.inquiry == journal.c.inquiry))
    .where(
        journal.c.event == "unreachable",
        journal.c.at > bindparam("since"),
        letter.c.kind.in_(words_of(CUSTOMER_KINDS)),
        letter.c.state.in_(words_of(MAY_HAVE_LEFT_STATES)),
        _OF_MAILBOX,
    )
)
_SELECT_UNREACHED = union_all(_SELECT_REFUSED_RECIPIENTS, _SELECT_BOUNCED_RECIPIENTS)


class CustomerLetterCounts:
    """What the limits ask of the outbox. Every method raises StoreError where the database fails; instants are UTC."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def count_to_customer(self, kind: LetterKind, person_key: str, since: datetime) -> int:
        """Letters of this kind queued for this person (`Address.person_key`) after `since` (UTC) that left or may leave."""
        return self.count_to_people(kind, [person_key], since)[person_key]

    def count_to_people(self, kind: LetterKind, people: Collection[str], since: datetime) -> Counter[str]:
        """The same of several."""
        given = {"people": list(people), "kind": kind, "since": since, "absurd": since + IMPLAUSIBLE_FUTURE}
        return Counter({person: count for count, person in self._c.execute(_COUNT_TO_PEOPLE, given)})

    def count_to_customers_from(self, mailbox: str, since: datetime) -> int:
        """Letters to customers queued by this mailbox after `since` (UTC) that left or may leave."""
        given = {
            "mailbox": mailbox,
            "since": since,
            "absurd": since + IMPLAUSIBLE_FUTURE,
        }
        return self._c.scalar(_COUNT_FROM_MAILBOX, given) or 0

    def acknowledgement_rates(self, value: Letter, domain: str, now: datetime) -> dict[str, Any]:
        """What limits one more acknowledgement like this one, by the names of `core.outbox.rate_limits.AcknowledgementRates`.

        `domain`: case-folded, whose letters count together, subdomains too; "": none do.
        """
        given = {
            "person_key": Address(value.recipient).person_key,
            "domain": f"%@{escape_like_pattern(domain)}" if domain else "",
            "subdomain": f"%@%.{escape_like_pattern(domain)}" if domain else "",
            "mailbox": value.mailbox,
            "hour": now - _HOUR,
            "day": now - _DAY,
            "absurd": now + IMPLAUSIBLE_FUTURE,
        }
        found = dict(self._c.execute(_SELECT_ACKNOWLEDGEMENT_RATES, given).one()._mapping)
        bounced = self._c.execute(_SELECT_UNREACHED, {"mailbox": value.mailbox, "since": now - _DAY}).all()
        found["bounced_hour"] = frozenset(recipient for recipient, at in bounced if at > now - _HOUR)
        found["bounced_day"] = frozenset(recipient for recipient, _ in bounced)
        return found


def may_reach_customer(value: Letter, since: datetime) -> bool:
    """Would `count_to_customers_from` count it, were the mailbox its own?"""
    is_counted = value.kind in CUSTOMER_KINDS and value.state in MAY_ARRIVE_STATES
    return is_counted and since < value.created_at < since + IMPLAUSIBLE_FUTURE
