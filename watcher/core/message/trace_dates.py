"""When a message was written and delivered, by its own header: `Date`, and the lines that servers put above it.

What a sender's clock or an import made of it is for others to judge. Dates nobody can mean (before there was mail on the Internet) are
those of a clock without a battery, and count as none.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from watcher.core.message.model import Facts

#: Characters of a date that are looked at.
MAX_DATE_CHARS = 200
_FIRST_YEAR = 1990


def written_at(facts: Facts) -> datetime | None:
    """`Date` (RFC 5322 § 3.6.1), or `Resent-Date` where somebody sent it on (§ 3.6.6), in UTC; None where it says nothing."""
    return _parse_date(facts.first_header("resent-date") or "") or _parse_date(facts.first_header("date") or "")


def delivered_at(facts: Facts) -> list[datetime]:
    """The instants (UTC) of the `Received` lines (RFC 5321 § 4.4), the last server's first. Lines without one are left out."""
    found = (_parse_date(line.rpartition(";")[2]) for line in facts.headers.get("received", ()))
    return [instant for instant in found if instant is not None]


@lru_cache(maxsize=64)  # the dates of one message, which are asked for several times
def _parse_date(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value.strip()[:MAX_DATE_CHARS])
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found if found.year >= _FIRST_YEAR else None
