"""Instances on one real PostgreSQL take what they should watch, hand over the rest, and never act on what another has taken."""

import asyncio
from datetime import timedelta

import pytest

from tests.samples import letter
from tests.servers.database import end_sessions
from watcher.config import load
from watcher.core.leases.model import HOUSE, LeaseTimes
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import Clock
from watcher.edge.store.fence import LeaseLostError
from watcher.edge.store.store import Store
from watcher.service.membership import Membership

HEAD = """
[watcher]
state_dir = "{folder}/{name}"
database = "{url}"
[people.anna]
email = ["anna@example.com"]
"""
MAILBOX = """
[[mailbox]]
name = "{name}"
address = "{name}@example.com"
owner = "anna"
imap = {{ host = "127.0.0.1", user = "x", tls = "off", password = {{ env = "NONE" }} }}
smtp = {{ host = "127.0.0.1", tls = "off" }}
"""
NAMES = ["a", "b", "c", "d"]


class Machine(Clock):
    """Whose own clock is set forward, as if the process had been stopped."""

    slept = 0.0

    def elapsed(self) -> float:
        return super().elapsed() + self.slept


class Office:
    """Instances without loops: what each was told to watch."""

    def __init__(self, folder, url):
        self.folder, self.url, self.store = folder, url, Store(url)
        self.members, self.watched, self.tokens = {}, {}, {}

    async def come(self, name, **times):
        path = self.folder / f"{name}.toml"
        (self.folder / name).mkdir(exist_ok=True)
        head = HEAD.format(folder=self.folder, name=name, url=self.url)
        path.write_text(head + "".join(MAILBOX.format(name=mailbox) for mailbox in NAMES))
        watched = self.watched[name] = {}

        async def end(subject, grace):
            watched.pop(subject, None)

        member = Membership(load.load_config(path), Machine(), LeaseTimes(**times), watched.__setitem__, end)
        self.members[name] = member
        self.is_alone = await self.store.run_write(member.join)
        return member

    async def turn(self, *names):
        """Everybody looks three times: who has too many gives up, the others take."""
        for _ in range(3):
            for name in names or self.members:
                await self.members[name].renew_leases()
                await asyncio.gather(*self.members[name]._leaving.values())

    def all_watched(self):
        return {name: sorted(watched) for name, watched in self.watched.items()}

    async def expire(self, name):
        """The database takes it for dead."""

        def age(tx):
            tx.leases.renew(self.members[name]._me.id, NAMES, timedelta(seconds=-1))

        await self.store.run_write(age)

    def close(self):
        for member in self.members.values():
            member.close()
        self.store.close()


@pytest.fixture
def office(postgresql, tmp_path):
    made = Office(tmp_path, postgresql.create_database())
    yield made
    made.close()


async def test_one_watches_all_and_shares_with_who_comes(office):
    await office.come("one")
    assert office.is_alone
    await office.turn()
    assert office.all_watched() == {"one": [HOUSE, *NAMES]}
    await office.come("two")
    assert not office.is_alone
    await office.turn("two", "one")
    assert office.all_watched() == {"one": [HOUSE, "c", "d"], "two": ["a", "b"]}
    assert office.members["one"].holds_house() and not office.members["two"].holds_house()


async def test_who_leaves_in_order_hands_over_at_once(office):
    await office.come("one")
    await office.come("two")
    await office.turn()
    assert not await office.store.run_write(office.members["one"].leave)
    await office.turn("two")
    assert office.all_watched()["two"] == [HOUSE, *NAMES]
    assert await office.store.run_write(office.members["two"].leave)


async def test_a_restart_at_the_same_place_waits_for_nothing(office):
    first = await office.come("one")
    await office.turn()
    await office.come("one")
    assert office.is_alone
    await office.turn()
    assert office.all_watched() == {"one": [HOUSE, *NAMES]}
    first.close()


async def queue_letters(office):
    """One letter a mailbox, on the point of leaving."""

    def queue(tx):
        for name in NAMES:
            added = tx.letters.add_to_queue(
                letter(key=f"k-{name}", mailbox=name, message_id=f"m-{name}@example.com", inquiry=None)
            )
            assert added is not None
            tx.letters.update_if_unchanged(added, letter_state.committed_to_send(added))

    await office.store.run_write(queue)


async def test_who_is_silent_for_too_long_loses_what_it_watched_and_finds_out_when_it_wakes(office):
    one = await office.come("one")
    await office.come("two")
    await office.turn()
    await queue_letters(office)
    tokens = dict(office.watched["one"])
    mine = next(name for name in NAMES if name in tokens)
    permit, fenced = one.build_dot_permit(mine, tokens[mine]), one.fence_store(office.store, mine, tokens[mine])
    assert permit()
    one._clock.slept = 26.0
    assert not permit()  # before the database takes it for dead
    await office.expire("one")
    await office.turn("two")
    assert office.all_watched()["two"] == [HOUSE, *NAMES]
    with pytest.raises(LeaseLostError):
        await fenced.run_write(lambda tx: tx.set_meta("woken", "yes"))
    with office.store.read_transaction() as tx:
        states = {one.mailbox: one.state for one in tx.letters.list_by_state(set(LetterState))}
    lost = set(tokens) - {HOUSE}
    assert states == {name: LetterState.UNCERTAIN if name in lost else LetterState.SENDING for name in NAMES}
    await one.renew_leases()
    assert not permit()
    await office.turn("one", "two")
    assert sorted(len(watched) - (HOUSE in watched) for watched in office.watched.values()) == [2, 2]
    with pytest.raises(LeaseLostError):  # the loops of before, whoever holds it now
        await fenced.run_write(lambda tx: tx.set_meta("woken", "yes"))


async def test_who_was_dead_to_all_and_was_not_missed_goes_on(office):
    one = await office.come("one")
    await office.turn()
    permit = one.build_dot_permit("a", office.watched["one"]["a"])
    await office.expire("one")
    one._clock.slept = 60.0
    assert not permit()
    await office.turn()
    assert permit() and office.all_watched() == {"one": [HOUSE, *NAMES]}


async def test_a_session_that_the_server_ends_is_begun_anew(office):
    one = await office.come("one")
    await office.turn()
    permit = one.build_dot_permit("a", office.watched["one"]["a"])
    end_sessions(office.url, "datname = current_database()")
    one._clock.slept = 20.0
    assert permit()
    one._clock.slept = 26.0
    assert not permit()
    await office.turn()
    assert permit() and office.all_watched() == {"one": [HOUSE, *NAMES]}


async def test_what_left_the_configuration_is_handed_over(office):
    one = await office.come("one")
    await office.turn()
    one.set_mailboxes(NAMES[1:])
    await office.turn()
    assert office.all_watched() == {"one": [HOUSE, *NAMES[1:]]}
