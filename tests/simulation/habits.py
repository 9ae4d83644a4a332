"""Habits of servers that hinder Watcher: one offers IDLE (RFC 2177) and does not ring, another refuses one folder of an account.

For these the loop of a mailbox runs by itself, in virtual time: it looks, waits for the bell, and looks again. What it must keep:

| | promise | checked |
|---|---|---|
| I28 | mail is seen when the bell rings; where it does not, sooner and sooner by the clock, not below 5 s | `Habits` |
| I29 | a folder of sent mail that refuses is one incident about it: the mailbox is seen | `condition.after_a_turn` |
| I29 | and its bell is on | `Habits` |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.simulation.people import SENT_FOLDERS
from tests.worlds import VirtualClock, drive
from watcher.core.health.model import WaitEnd
from watcher.edge.imap.mailbox import MailboxStopped
from watcher.service.bell_watch import load_bell

if TYPE_CHECKING:
    from tests.simulation.server import Server
    from tests.simulation.world import World

#: Seconds: as the house has configured it, and what no server may be asked more often than.
POLL, SHORTEST = 60.0, 5.0
#: Seconds until mail is seen at a server that does not ring, by how much came in silence before; the last one holds from there on.
SEEN_WITHIN = (POLL, POLL / 2, 10.0)
#: After so many rings with mail behind each a server is trusted again, whatever it did before.
PROVING_RINGS = 8


class LoopClock(VirtualClock):
    """Virtual time for a loop that waits by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.on_sleep: Callable[[float], None] | None = None  # seconds, after a look that failed

    def real_seconds(self, seconds: float) -> float:
        return seconds

    async def wait_for_event(self, event: Any, seconds: float) -> None:
        assert self.on_sleep is not None, "nothing waits but the loop of a mailbox"
        self.on_sleep(seconds)


@dataclass
class Bell:
    """What one server announces while the loop of its mailbox waits, and how that waited."""

    clock: LoopClock
    rings: bool
    coming: list[tuple[datetime, Callable[[], None]]]  # in order
    waits: list[float] = field(default_factory=list)  # seconds, those in IDLE
    blind: list[float] = field(default_factory=list)  # seconds, those after a look that failed

    def wait(self, seconds: float) -> WaitEnd:
        """`wait_for_change` of a mailbox. MailboxStopped: nothing comes any more."""
        self.waits.append(seconds)
        end = self._end_of(seconds)
        if self.rings and self.coming[0][0] <= end:
            self._deliver(self.coming[0][0], most=1)
            return WaitEnd.RING
        self._deliver(end)
        self.clock.time = end
        return WaitEnd.SILENCE

    def sleep(self, seconds: float) -> None:
        """What the loop does after a look that failed. MailboxStopped: nothing comes any more."""
        self.blind.append(seconds)
        end = self._end_of(seconds)
        self._deliver(end)
        self.clock.time = end

    def _end_of(self, seconds: float) -> datetime:
        if not self.coming:
            raise MailboxStopped
        return self.clock.time + timedelta(seconds=seconds)

    def _deliver(self, until: datetime, most: int | None = None) -> None:
        while self.coming and self.coming[0][0] <= until and most != 0:
            at, deed = self.coming.pop(0)
            self.clock.time = max(self.clock.time, at)
            deed()
            most = most - 1 if most is not None else None


class Habits:
    """Every action of a history that is a habit of a server, by its name."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._sent = 0
        self.silent_finds = dict.fromkeys(
            world.servers, 0
        )  # account → mail that came in silence since it was trusted last

    def forget(self) -> None:
        """The database is another one: what it knows of a bell is less, or more."""
        self.silent_finds = dict.fromkeys(self.silent_finds, 0)

    def unrung(self, which: int) -> None:
        """Some minutes of mail at a server that does not ring; or, of three times, at one that does again."""
        server = self._server(which)
        if which % 3 == 0:
            self._judge_ringing(server, self._live(server, rings=True, gaps=[20 + which % 30] * PROVING_RINGS))
        else:
            self._judge_silence(
                server, self._live(server, rings=False, gaps=[61 + (which + 13 * n) % 40 for n in range(5)])
            )

    def folder_refuses(self, which: int) -> None:
        """For some hours one folder cannot be opened: of sent mail, where replies go on being filed, or one that is read for customers.
        Meanwhile mail comes into the inbox, and the server rings."""
        world, server = self.world, self._server(which)
        if which % 4 == 3:
            world.people.question(4)  # so that there are Leads
            server, folder = world.server, "Leads"
        else:
            if not any(name in server.boxes for name in SENT_FOLDERS):
                world.people.answer_first(which)
            there = [name for name in SENT_FOLDERS if name in server.boxes]
            folder = there[which % len(there)] if there else SENT_FOLDERS[0]
        server.lock(folder, timedelta(minutes=30 + which % 900), "folder" if which % 2 else "protocol")
        bell, delays = self._live(server, rings=True, gaps=[20, 35])
        if folder in SENT_FOLDERS and bell.blind:
            world.broken.append(
                f"I29: {folder} of {server.account} refuses, and the whole mailbox rests for {bell.blind} s"
            )
        if max(delays) > (POLL if bell.blind else 0):
            world.broken.append(f"I28: {folder} of {server.account} refuses, and mail is seen after {delays} s")

    # --- the loop of a mailbox by itself

    def _server(self, which: int) -> Server:
        return [*self.world.servers.values()][which // 2 % len(self.world.servers)]

    def _live(self, server: Server, rings: bool, gaps: Sequence[int]) -> tuple[Bell, list[float]]:
        """Mail comes that many seconds after each other; returns how the loop waited, and after how many seconds each was seen."""
        clock, intake = self.world.clock, self.world.intakes[server.account]
        mails, coming, at = [], [], clock.time
        for gap in gaps:
            at += timedelta(seconds=gap)
            self._sent += 1
            message_id = f"h{self._sent}@list.example"
            mails.append((at, message_id))
            coming.append((at, _delivery(self.world, server, message_id)))
        bell = Bell(clock, rings, coming)
        with _hung(clock, server, bell):
            drive(intake.run())
        return bell, [self._seen_after(at, message_id) for at, message_id in mails]

    def _seen_after(self, at: datetime, message_id: str) -> float:
        query = "select min(decided_at) from ledger where message_id = ?"
        (decided_at,) = self.world.database.execute(query, (message_id,)).fetchone()
        return (datetime.fromisoformat(decided_at) - at).total_seconds() if decided_at else float("inf")

    def _judge_waits(self, server: Server, bell: Bell) -> Iterator[str]:
        if not all(SHORTEST <= seconds <= POLL for seconds in bell.waits):
            yield f"I28: {server.account} is looked at after {sorted({*bell.waits})} s"

    def _judge_silence(self, server: Server, lived: tuple[Bell, list[float]]) -> None:
        bell, delays = lived
        for seconds in delays:
            known = self.silent_finds[server.account]
            if seconds > SEEN_WITHIN[min(known, len(SEEN_WITHIN) - 1)]:
                self.world.broken.append(
                    f"I28: {server.account} did not ring {known} times, and mail is seen after {seconds} s"
                )
            self.silent_finds[server.account] += 1
        self.world.broken += self._judge_waits(server, bell)
        if not self._is_known_as_silent(server):
            self.world.broken.append(f"I28: {server.account} does not ring, and nobody is told")

    def _judge_ringing(self, server: Server, lived: tuple[Bell, list[float]]) -> None:
        bell, delays = lived
        if any(delays):
            self.world.broken.append(f"I28: {server.account} rings, and mail is seen after {delays} s")
        self.world.broken += self._judge_waits(server, bell)
        if bell.waits[-1] != POLL or self._is_known_as_silent(server):
            self.world.broken.append(f"I28: {server.account} rings, and is not trusted: {bell.waits} s")
        self.silent_finds[server.account] = 0

    def _is_known_as_silent(self, server: Server) -> bool:
        """What `check` says of it."""
        name = self.world.house.names[server.account]
        return drive(self.world.store.run_read(lambda tx: load_bell(tx, name))).is_silent


def _delivery(world: World, server: Server, message_id: str) -> Callable[[], None]:
    return lambda: world.people.news(server, message_id)


@contextmanager
def _hung(clock: LoopClock, server: Server, bell: Bell) -> Iterator[None]:
    server.bell, clock.on_sleep = bell, bell.sleep
    try:
        yield
    except MailboxStopped:
        return
    finally:
        server.bell, clock.on_sleep = None, None
