"""How long words are kept, and when what is older goes. Pure: instants in, instants out.

Three spans. The octets of a letter that has been settled are needed while its reader may answer it; then its row says enough.
Words (names, addresses, subjects, excerpts, what the journal tells) go when an inquiry has been closed for as long as the
configuration says. Figures (when it came, when it was answered, how often somebody was reminded) stay: they name nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

#: A digest may be answered for 14 days, and its own words are told from the answer's by its octets.
LETTER_OCTETS_KEPT = timedelta(days=30)
#: What an interrupted audit has read waits so long for the next run.
UNFINISHED_AUDIT_KEPT = timedelta(days=7)
#: So many rows of each table are dealt with in one transaction: the loops wait for no more.
ROWS_A_STEP = 200
#: The hours in which it is done, on the wall clock of the house.
NIGHT = range(1, 5)
#: A machine that sleeps at night does it by day.
LONGEST_WAIT = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class PruneLimits:
    """What is older than these goes. UTC; `words` None: they are kept for ever."""

    octets: datetime
    words: datetime | None


def prune_limits(retention: timedelta | None, now: datetime) -> PruneLimits:
    """The limits at this moment."""
    octets = now - LETTER_OCTETS_KEPT
    if retention is None:
        return PruneLimits(octets, None)
    words = now - retention
    return PruneLimits(max(octets, words), words)


def is_prune_due(pruned_at: datetime | None, now: datetime, zone: tzinfo) -> bool:
    """Once a night; by day where that was missed twice. `pruned_at`: when nothing was left to do last; after a clock that was wrong
    it counts for nothing."""
    if pruned_at is None or pruned_at > now or now - pruned_at > LONGEST_WAIT:
        return True
    local = now.astimezone(zone)
    return local.hour in NIGHT and pruned_at.astimezone(zone).date() < local.date()
