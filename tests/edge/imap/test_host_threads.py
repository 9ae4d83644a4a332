"""edge/imap/host_threads.py: a host that stays silent holds up its own mailboxes alone."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future, wait

import pytest

from tests.samples import mailbox_on
from tests.servers.scripted import LOGGED_IN, ScriptedImap
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.host_threads import HostThreads, PatientPool, ThreadTurn
from watcher.edge.imap.mailbox import ImapAccount, Mailbox, MailboxError


def mailbox(threads: HostThreads, host: str, port: int) -> Mailbox:
    account = ImapAccount(host, port, PasswordAuthentication("sales", lambda: "secret"), tls="off", timeout=30.0)
    return mailbox_on(account, pool=threads.pool_of(host))


async def test_a_provider_that_accepts_and_stays_silent_starves_nobody_elsewhere():
    threads = HostThreads(per_host=2)
    async with ScriptedImap(LOGGED_IN, "hang") as silent, ScriptedImap(LOGGED_IN) as healthy:
        stuck = [mailbox(threads, "127.0.0.1", silent.port) for _ in range(5)]
        waiting = [asyncio.create_task(box.list_watched_folders()) for box in stuck]
        while silent.conversations < 2:  # every thread of that host is held
            await asyncio.sleep(0)
        other = mailbox(threads, "localhost", healthy.port)
        assert await other.list_watched_folders()
        assert not any(task.done() for task in waiting), "they were still held"
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await other.close_connections()
    threads.shut_down()


def test_a_host_has_one_pool_however_it_is_written():
    threads = HostThreads()
    assert threads.pool_of("IMAP.Example.com") is threads.pool_of("imap.example.com.")
    assert threads.pool_of("imap.example.com") is not threads.pool_of("imap.example.net")
    assert threads.pool_of("imap.example.com") is not threads.pool_of("imap.example.com", is_proven=False)
    threads.shut_down()


def blocked(pool: PatientPool, count: int, release: threading.Event) -> list[Future[None]]:
    """So many calls that hang."""
    return [pool.submit(release.wait, 60) for _ in range(count)]


def wait_until(check) -> None:
    while not check():
        threading.Event().wait(0.001)


def test_calls_that_hang_make_room_for_those_behind_them_and_are_bounded():
    """A hundred mailboxes of one host hang after their login; the others of that host are well."""
    pool, release = PatientPool("imap", limit=2, patience=0.0, most=40), threading.Event()
    hanging = blocked(pool, 39, release)
    assert pool.submit(lambda: "well").result(30) == "well"
    hanging += blocked(pool, 30, release)
    wait_until(lambda: sum(future.running() for future in hanging) == 40)
    last = pool.submit(lambda: "late")
    assert not last.done(), "no more threads than that, whatever hangs"
    release.set()
    assert last.result(30) == "late"


def test_calls_that_get_on_are_so_many_at_a_time_and_in_order():
    pool, release, seen = PatientPool("imap", limit=2, patience=3600.0), threading.Event(), []
    running = blocked(pool, 2, release)
    waiting = [pool.submit(seen.append, n) for n in range(20)]
    assert not any(future.running() or future.done() for future in waiting)
    release.set()
    for future in (*running, *waiting):
        future.result(30)
    assert sorted(seen) == list(range(20))
    assert max(abs(place - n) for place, n in enumerate(seen)) <= 1, "two threads"


def test_what_has_not_begun_can_be_given_up_and_an_error_reaches_whoever_asked():
    pool, release = PatientPool("imap", limit=1, patience=3600.0), threading.Event()
    running = blocked(pool, 1, release)
    given_up, failing = pool.submit(int, "1"), pool.submit(int, "x")
    assert given_up.cancel()
    release.set()
    running[0].result(30)
    with pytest.raises(ValueError, match="invalid literal"):
        failing.result(30)


def test_a_pool_that_is_shut_down_takes_nothing_and_waits_for_nothing():
    pool, release = PatientPool("imap", limit=1, patience=3600.0), threading.Event()
    running, (waiting,) = blocked(pool, 1, release), blocked(pool, 1, release)
    pool.shutdown(cancel_futures=True)
    assert waiting.cancelled() and not running[0].done()
    with pytest.raises(RuntimeError):
        pool.submit(int)
    release.set()


def test_calls_that_follow_one_another_have_one_thread_which_the_end_of_the_pool_ends():
    pool = PatientPool("imap", limit=1, rest=3600.0)
    (thread,) = {pool.submit(threading.current_thread).result(30) for _ in range(20)}
    assert thread.is_alive(), "it waits for another call"
    pool.shutdown()
    thread.join(30)
    assert not thread.is_alive()


def test_a_thread_for_which_there_is_nothing_to_do_ends_and_the_next_call_has_another():
    pool = PatientPool("imap", limit=1, rest=0.0)
    first = pool.submit(threading.current_thread).result(30)
    first.join(30)
    assert not first.is_alive()
    assert pool.submit(threading.current_thread).result(30) is not first


def test_no_call_is_lost_while_threads_come_and_go():
    pool = PatientPool("imap", limit=4, rest=0.0)
    assert [pool.submit(int, n).result(30) for n in range(2000)] == list(range(2000))


async def test_a_mailbox_that_waits_for_its_turn_is_not_one_whose_server_is_silent():
    """The deadline is of the call: of a thousand mailboxes the last may begin later than that."""
    pool, release = PatientPool("imap", limit=1, patience=3600.0), threading.Event()
    hanging = blocked(pool, 1, release)
    async with ScriptedImap(LOGGED_IN) as server:
        account = ImapAccount(
            "127.0.0.1", server.port, PasswordAuthentication("sales", lambda: "secret"), tls="off", timeout=0.5
        )
        box = mailbox_on(account, pool=pool)
        listing = asyncio.create_task(box.list_watched_folders())
        await asyncio.wait({listing}, timeout=1.2)  # longer than its calls may take
        assert not listing.done()
        release.set()
        assert await listing
        await box.close_connections()
    hanging[0].result(30)
    pool.shutdown()


def well_or_not(port: int, pools: tuple[PatientPool, PatientPool], timeout: float = 30.0) -> Mailbox:
    login = PasswordAuthentication("sales", lambda: "secret")
    account = ImapAccount("127.0.0.1", port, login, tls="off", timeout=timeout)
    return mailbox_on(account, pool=pools[0], probation_pool=pools[1])


async def test_mailboxes_that_hang_again_and_again_hold_up_none_of_their_host_that_is_well():
    pools = PatientPool("imap", limit=2, patience=3600.0), PatientPool("imap", limit=2, patience=3600.0)
    async with ScriptedImap(LOGGED_IN, "hang") as silent, ScriptedImap(LOGGED_IN) as healthy:
        well = well_or_not(healthy.port, pools)
        await well.list_watched_folders()
        await well.hang_bell()  # its first look came through
        waiting = [asyncio.create_task(well_or_not(silent.port, pools).list_watched_folders()) for _ in range(5)]
        while silent.conversations < 2:  # every thread for mailboxes in trouble is held
            await asyncio.sleep(0)
        assert await well.list_watched_folders()
        assert not any(task.done() for task in waiting), "they were still held"
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await well.close_connections()
    for pool in pools:
        pool.shutdown()


async def test_a_mailbox_that_was_well_and_hangs_tries_again_among_those_in_trouble():
    pools, release = (PatientPool("imap", limit=1), PatientPool("imap", limit=1, most=1)), threading.Event()
    async with ScriptedImap(dict(LOGGED_IN)) as server:
        box = well_or_not(server.port, pools, timeout=0.5)
        await box.list_watched_folders()
        await box.hang_bell()
        server.script = {**LOGGED_IN, "LIST": "hang"}
        with pytest.raises(MailboxError):
            await box.list_watched_folders()
        hanging = blocked(pools[1], 1, release)
        server.script = LOGGED_IN
        again = asyncio.create_task(box.list_watched_folders())
        await asyncio.wait({again}, timeout=0.2)
        assert not again.done(), "it has its turn among the others"
        release.set()
        assert await again
        await box.close_connections()
    hanging[0].result(30)
    for pool in pools:
        pool.shutdown()


def test_a_look_that_has_begun_goes_on_before_another_begins_and_what_failed_comes_last():
    pool, release, seen = PatientPool("imap", limit=1, patience=3600.0), threading.Event(), []
    hanging = blocked(pool, 1, release)
    turns = [ThreadTurn(pool, None) for _ in range(3)]
    for turn, has_failed in zip(turns, (True, False, False), strict=True):
        turn.is_proven, turn.has_failed = True, has_failed
    calls = [("tried again", turns[0], True), ("begins", turns[1], True), ("goes on", turns[2], False)]
    waiting = [turn.choose_line(begins).submit(seen.append, name) for name, turn, begins in calls]
    release.set()
    for future in (*hanging, *waiting):
        future.result(30)
    assert seen == ["goes on", "begins", "tried again"]


def test_a_mailbox_has_the_pool_of_its_kind_or_that_of_the_event_loop():
    pools = PatientPool("imap", limit=1), PatientPool("imap", limit=1)
    turn = ThreadTurn(*pools)
    assert turn.choose_line(begins_look=True) is pools[1]
    turn.is_proven = True
    assert (turn.choose_line(begins_look=True), turn.choose_line(begins_look=False)) == (pools[0], pools[0].first)
    turn.has_failed, turn.is_proven = True, False
    assert turn.choose_line(begins_look=True) is pools[1].last
    assert ThreadTurn(None, None).choose_line(begins_look=True) is None


async def test_of_many_mailboxes_the_first_is_looked_at_before_the_last_is_connected():
    pool, release = PatientPool("imap", limit=1, patience=3600.0), threading.Event()
    hanging = blocked(pool, 1, release)
    async with ScriptedImap(LOGGED_IN) as server:
        boxes = [well_or_not(server.port, (pool, pool)) for _ in range(20)]
        looks = [asyncio.create_task(box.list_watched_folders()) for box in boxes]
        await asyncio.sleep(0)
        release.set()
        await asyncio.wait(looks, return_when=asyncio.FIRST_COMPLETED)
        assert server.conversations < len(boxes)
        assert all(await asyncio.gather(*looks))
        for box in boxes:
            await box.close_connections()
    hanging[0].result(30)
    pool.shutdown()


def test_what_hangs_is_not_waited_for_where_others_come_through_quickly():
    """At a start nobody is known to be well, and of a hundred that hang each took two seconds of those that are."""
    pool, release = PatientPool("imap", limit=1, patience=3600.0), threading.Event()
    for n in range(16):
        assert pool.submit(int, n).result(30) == n
    hanging = blocked(pool, 5, release)
    assert pool.submit(lambda: "well").result(30) == "well"
    release.set()
    for future in hanging:
        future.result(30)


def test_calls_that_fail_say_nothing_of_how_long_a_call_takes():
    pool, release = PatientPool("imap", limit=1, patience=3600.0), threading.Event()
    for _ in range(16):
        with pytest.raises(ValueError, match="invalid literal"):
            pool.submit(int, "x").result(30)
    (hanging,) = blocked(pool, 1, release)
    late = pool.submit(lambda: "well")
    assert late not in wait([late], timeout=1.0).done
    release.set()
    assert (hanging.result(30), late.result(30)) == (True, "well")
