"""Does a server ring when mail comes? IDLE (RFC 2177) is a promise, and Courier, Cyrus without idled and GNU imap4d do not keep it.

Nothing is believed before it is seen: mail that the clock found while the bell was silent shortens the clock, mail that the bell
announced lengthens it again. A server that rings late, or says other things now and then, is overtaken by the shorter clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from watcher.core.health.model import Listing, WaitEnd

#: No server is looked at more often, whatever it does.
SHORTEST_WAIT = timedelta(seconds=5)
#: Each mail that came in silence divides the wait by so much: a minute becomes 15 seconds, then 5.
_SHORTENING = 4
#: So many rings in a row, each with mail behind it, take one step back. Mail that comes between a wait and the look passes for
#: unannounced once in a while, and by chance a late bell is in time.
_PROVING_RINGS = 3
#: A look may take so much of the time: a server that is slow, or reads a whole folder for it, is left alone for longer.
_LOOK_SHARE = 10


@dataclass(frozen=True, slots=True)
class Doorbell:
    """What is known of one server's bell: does it end an IDLE (RFC 2177) when mail comes?"""

    silences: int = 0  # steps by which its clock is shortened
    rings: int = 0  # in a row since

    @property
    def is_silent(self) -> bool:
        """Did mail come and it did not ring?"""
        return self.silences > 0


def count_arrivals(before: Listing | None, now: Listing) -> int:
    """How many messages came between two looks; 0 where there was no look before. Where the server has numbered its messages anew
    it shows by how many they are more."""
    if before is None:
        return 0
    if before.counts.uidvalidity == now.counts.uidvalidity:
        return len(now.uids - before.uids)
    return max(0, len(now.uids) - len(before.uids))


def judge_bell(bell: Doorbell, end: WaitEnd, found: int, poll: timedelta) -> Doorbell:
    """After a wait that ended so, the look found so many new messages in the folder that is waited for."""
    if not found or end is WaitEnd.OTHER:
        return bell
    if end is WaitEnd.SILENCE:
        can_be_shorter = _shortened_wait(bell, poll) > SHORTEST_WAIT
        return Doorbell(bell.silences + (can_be_shorter or not bell.silences))
    if not bell.is_silent:
        return bell
    if bell.rings + 1 < _PROVING_RINGS:
        return replace(bell, rings=bell.rings + 1)
    return Doorbell(bell.silences - 1)


def next_wait(bell: Doorbell, poll: timedelta, last_look: timedelta) -> timedelta:
    """How long the bell is trusted at most, and never longer than `poll`. `last_look`: how long that took."""
    return (
        min(poll, max(SHORTEST_WAIT, _shortened_wait(bell, poll), _LOOK_SHARE * last_look)) if bell.is_silent else poll
    )


def first_wait(wait: timedelta, place: int, count: int) -> timedelta:
    """The first wait after a start, of the mailbox at this place (from 0) of `count`: they began together, and would be looked at
    together at every poll, so each has its share of the first. One alone waits the whole."""
    return wait * (place + 1) / count


def describe_silent_bell(wait: timedelta) -> str:
    """What `check` and the log say of a server."""
    return f"offers IDLE and did not ring when mail came: looked at every {wait.total_seconds():.0f} seconds"


def _shortened_wait(bell: Doorbell, poll: timedelta) -> timedelta:
    return poll / float(_SHORTENING**bell.silences)
