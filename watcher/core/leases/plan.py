"""What one instance takes and gives up, so that every mailbox is watched by exactly one of those alive, and each has its fair share.

All instances reckon from the same rows, and so to the same shares. A lease changes hands in two steps: who has too many gives one up,
who has too few takes what is free.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.core.leases.model import HOUSE, Instance, Lease, LeaseTimes

#: So long the dead are shown, that somebody sees which died.
REMEMBERED_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class LeasePlan:
    """Subjects, sorted."""

    take: tuple[str, ...] = ()
    give_up: tuple[str, ...] = ()


def is_alive(instance: Instance, now: datetime) -> bool:
    """Has it renewed itself in time?"""
    return now < instance.expires_at


def may_send(renewed_at: float, now: float, times: LeaseTimes) -> bool:
    """May an instance still write a final dot, that began its last successful renewal at `renewed_at`? Seconds on a clock of its own
    that goes on while the machine sleeps. It began before the database counted, so that its life ends here before it ends there."""
    return now - renewed_at < (times.lifetime - times.sending_margin).total_seconds()


def held_subjects(me: str, leases: Collection[Lease]) -> dict[str, int]:
    """Subject → token of what this instance holds."""
    return {lease.subject: lease.token for lease in leases if lease.holder == me}


def list_buried(instances: Collection[Instance], leases: Collection[Lease], now: datetime) -> list[Instance]:
    """Those that have been dead for long and hold nothing: nobody needs to know of them any more."""
    holders = {lease.holder for lease in leases}
    return [
        instance for instance in instances if now - instance.expires_at > REMEMBERED_FOR and instance.id not in holders
    ]


def plan_leases(me: str, instances: Collection[Instance], leases: Collection[Lease], now: datetime) -> LeasePlan:
    """What the instance `me` is to do now. Nothing, where it is not among the living."""
    alive = {instance.id: instance for instance in instances if is_alive(instance, now)}
    if me not in alive:
        return LeasePlan()
    holders = {lease.subject: lease.holder for lease in leases if lease.holder in alive}
    wanting = _instances_below_share(alive, holders)
    mine = sorted(subject for subject, holder in holders.items() if holder == me and subject != HOUSE)
    room = wanting.get(me, 0)
    take = [HOUSE] if HOUSE not in holders else []
    for subject in sorted(alive[me].mailboxes - holders.keys()):
        if room > 0 or not _is_wanted(subject, alive, wanting):
            take.append(subject)
            room -= 1
    give_up, surplus = [], -wanting.get(me, 0)
    for subject in mine:
        if subject not in alive[me].mailboxes:
            give_up.append(subject)
        elif surplus > 0 and _is_wanted(subject, alive, wanting):
            give_up.append(subject)
            surplus -= 1
    return LeasePlan(tuple(take), tuple(give_up))


def _is_wanted(subject: str, alive: Mapping[str, Instance], wanting: Mapping[str, int]) -> bool:
    """Has anybody room for it who knows it?"""
    return any(wanting[name] > 0 and subject in instance.mailboxes for name, instance in alive.items())


def _instances_below_share(alive: Mapping[str, Instance], holders: Mapping[str, str]) -> dict[str, int]:
    """Instance → how many it should hold more; less than none where it holds too many. Who holds most gets what cannot be divided, so
    that no lease moves without need."""
    held = dict.fromkeys(alive, 0)
    for subject, holder in holders.items():
        held[holder] += subject != HOUSE
    order = sorted(alive, key=lambda name: (-held[name], name))
    left = len(frozenset().union(*(instance.mailboxes for instance in alive.values())))
    shares: dict[str, int] = {}
    for number, name in enumerate(_smallest_first(order, alive)):
        shares[name] = min(len(alive[name].mailboxes), -(-left // (len(order) - number)))
        left -= shares[name]
    return {name: shares[name] - held[name] for name in order}


def _smallest_first(order: Collection[str], alive: Mapping[str, Instance]) -> list[str]:
    """Whoever knows fewer mailboxes than the others leaves the rest of a share to them."""
    return sorted(order, key=lambda name: len(alive[name].mailboxes))
