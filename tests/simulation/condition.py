"""What is said of the state, judged by the state itself.

| | promise | checked |
|---|---|---|
| I23 | an incident is open while it is true, and no longer: a start and a reload begin without it | `after_a_turn`, `at_the_end` |
| I24 | a letter leaves by an account that works, and at once when the cause was mended | `roads`, `after_a_turn` |
| I25 | what waits goes by the steps of now | `after_new_steps` |
| I31 | what is said of the last look at a mailbox is true | `after_a_turn` |
| I26 | a mail to two mailboxes is with the one that its `To` names, until that one dismisses it | `invariants.at_the_end` |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.simulation.people import SENT_FOLDERS
from watcher.core.health.model import IncidentKind

if TYPE_CHECKING:
    from tests.simulation.world import World

#: Of one mailbox.
_OF_MAILBOXES = ("mailbox-unseen", "no-sent-folder", "no-reply-seen", "cannot-send")
#: After so long a letter has found another way; and an account that works again was tried again, whatever it had said before.
REFUSAL_KNOWN, WORKS_AGAIN = timedelta(hours=1), timedelta(hours=3)
#: A reply is missed after a week; it is asked every hour, and at each look of the last days.
REPLY_MISSED = timedelta(days=7, hours=14)


def after_a_turn(world: World) -> Iterator[str]:
    """In a turn in which nothing broke."""
    opened = world.database.execute("select kind, subject from incident").fetchall()
    yield from _incidents(world, {(str(kind), subject) for kind, subject in opened})
    yield from roads(world)
    if world.is_cured:
        yield from _cured(world)


def _incidents(world: World, opened: set[tuple[str, str]]) -> Iterator[str]:
    names = {name: world.servers[account] for account, name in world.house.names.items()}
    for kind, subject in sorted(opened):
        if kind in _OF_MAILBOXES and subject not in names:
            yield f"I23: {kind} of {subject}, which no mailbox is called"
    if (("configuration-refused", "") in opened) != world.house.is_refused:
        yield f"I23: that the configuration was refused is {'' if world.house.is_refused else 'still '}not true"
    for person, was_accepted in world.server.readers.items():
        if was_accepted is ((IncidentKind.READER_REFUSED, person) in opened):
            yield f"I23: the newest digest to {person} was {'accepted' if was_accepted else 'refused'}, and that is not what is said"
    for name, server in names.items():
        if server.was_seen and (IncidentKind.MAILBOX_UNSEEN, name) in opened:
            yield f"I23: {name} was seen, and is said to be unseen"
        if server.was_seen and ((IncidentKind.NO_SENT_FOLDER, name) in opened) == server.has_sent_folder:
            yield f"I23: {name} and its folder of sent mail"
        (last_look_at,) = world.database.execute("select last_look_at from mailbox where name = ?", (name,)).fetchone()
        if server.was_seen and (not last_look_at or datetime.fromisoformat(last_look_at) < world.turn_began):
            yield f"I31: {name} was seen, and its last look is said to be of {last_look_at}"
        refused = {f"{name}/{folder}" for folder in server.refused & {*SENT_FOLDERS}}
        told = {
            subject for kind, subject in opened if kind == IncidentKind.FOLDER_UNSEEN and subject.startswith(f"{name}/")
        }
        if refused != told:
            yield f"I29: {sorted(refused)} refuse, and {sorted(told)} are said to"
        if server.refused - {*SENT_FOLDERS} and (IncidentKind.MAILBOX_UNSEEN, name) not in opened:
            yield f"I29: {name} is said to be seen, and {sorted(server.refused)} is not"
        if server.refused <= {*SENT_FOLDERS} and (IncidentKind.MAILBOX_UNSEEN, name) in opened:
            yield f"I29: {sorted(server.refused)} of {name} refuse, and the mailbox is said to be unseen"
        if server.takes_letters and (IncidentKind.CANNOT_SEND, name) in opened:
            yield f"I23: {name} is said to send nothing, and did"


def roads(world: World) -> Iterator[str]:
    """Whenever the daemon has done what was due."""
    now = world.clock.time
    names = {name: world.servers[account] for account, name in world.house.names.items()}
    works = [server for server in names.values() if server.has_worked_for(WORKS_AGAIN)]
    rows = world.database.execute(
        "select key, mailbox, created_at from letter where kind = 'digest' and state = 'pending'"
    ).fetchall()
    for key, mailbox, created_at in rows:
        is_refused = mailbox in names and names[mailbox].has_refused_for(REFUSAL_KNOWN)
        if works and is_refused and now - datetime.fromisoformat(created_at) >= REFUSAL_KNOWN:
            yield f"lost: I24: {key} waits at {mailbox}, which refuses it, and another account works"


def _cured(world: World) -> Iterator[str]:
    rows = world.database.execute("select key from letter where state = 'pending' and error <> ''").fetchall()
    yield from (f"I24: {key} waits, though the cause was mended" for (key,) in rows)


def after_new_steps(world: World) -> Iterator[str]:
    """Right after the steps changed: everything that waits and was never put off is due by them."""
    rows = world.database.execute(
        "select number, nags, nagged_at, max(coalesce(waiting_since, ''), opened_at), next_nag_at from inquiry where state = 'waiting' "
        "and number not in (select inquiry from journal where event in ('woke', 'snoozed', 'snooze'))"
    ).fetchall()
    steps = world.house.steps
    for number, nags, nagged_at, since, due in rows:
        step = timedelta(hours=steps[min(nags, len(steps) - 1)])
        begins = datetime.fromisoformat(nagged_at if nags and nagged_at else since)
        if due is None or datetime.fromisoformat(due) != begins + step:
            yield f"I25: the next nag of {number} is due at {due}, and by the steps of now at {begins + step}"


def at_the_end(world: World) -> Iterator[str]:
    """A mailbox in which no reply is ever seen is told of, and one in which they are seen is not."""
    if world.epoch:
        return
    for account, name in world.house.names.items():
        opened = world.database.execute(
            "select 1 from incident where kind = 'no-reply-seen' and subject = ?", (name,)
        ).fetchone()
        server = world.servers[account]
        first = server.first_acknowledged_at if server.has_sent_folder else None  # else there is no place to look in
        missed = first is not None and world.clock.time - first >= REPLY_MISSED
        if world.seen[f"replies {account}"] and opened:
            yield f"I23: replies are seen in {name}, and said to be missed"
        is_seen = world.seen[f"replies {account}"] or world.seen[f"perhaps replies {account}"]
        if missed and not is_seen and not opened:
            yield f"lost: I23: no reply was ever seen in {name}, and nobody is told"
