"""Is a message as new as its place says? An import gives mail of years ago today's INTERNALDATE.

Outward the oldest witness counts: a machine does not answer what may be old. Inward nothing is dropped, and nothing that may be new is
taken for old: two witnesses must agree that it is, since a customer's clock may be wrong. What is old by its own witness and
new in its folder is set aside, and all of it is one line of the digest.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from watcher.core.message import trace_dates
from watcher.core.message.model import Facts

#: Mail is under way for five days at most (RFC 5321 § 4.5.4.1); what took longer was not delivered, but filed.
LONGEST_DELIVERY = timedelta(days=7)
#: How the reason begins for which old mail is set aside; the folder follows.
APPEARED = "old mail that appeared in"


def oldest_witness(facts: Facts) -> datetime:
    """The earliest of INTERNALDATE (RFC 3501 § 2.3.3), `Date` (RFC 5322 § 3.6.1) and the topmost `Received` (RFC 5321 § 4.4): no
    machine answers what is older than its limit by it."""
    witnesses = (facts.received_at, trace_dates.written_at(facts), *trace_dates.delivered_at(facts)[:1])
    return min(instant for instant in witnesses if instant is not None)


def correct_instant(facts: Facts) -> Facts:
    """The message with the instant its header bears witness to, where its INTERNALDATE is an import's; else as it is.

    Both the writer's clock and a server's must say so, where both speak: of a customer whose clock stands at 2019 the servers know
    better. Any server's line counts: who collects mail over POP writes a new one on top.
    """
    written, delivered = trace_dates.written_at(facts), trace_dates.delivered_at(facts)
    witnesses = [instant for instant in (written, min(delivered, default=None)) if instant is not None]
    if written is None and delivered:
        witnesses = delivered[:1]
    if not witnesses or facts.received_at - max(witnesses) <= LONGEST_DELIVERY:
        return facts
    return facts.with_received_at(max(witnesses))


def date_filed_message(facts: Facts, now: datetime) -> datetime:
    """When a message that was kept in a file came, or was sent (UTC): the date of a file says nothing where its header says anything.

    The server that delivered it last has the better clock; the writer's counts where some server's agrees with it. What lies in the
    future nobody can mean.
    """
    written = trace_dates.written_at(facts)
    delivered = [instant for instant in trace_dates.delivered_at(facts) if instant <= now]
    if not delivered:
        return written if written is not None and written <= now else min(facts.received_at, now)
    if written is not None and abs(min(delivered) - written) <= LONGEST_DELIVERY:
        return min(written, delivered[0])
    return delivered[0]


def describe_old_mail(folder: str) -> str:
    """Why it was set aside: the same words for all of a folder, so that they share a line."""
    return f"{APPEARED} {folder}"
