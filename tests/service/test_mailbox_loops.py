"""What this process watches may change while it runs: a mailbox comes, and goes when its loops have ended."""

import asyncio
from datetime import timedelta

from tests.samples import MONDAY
from tests.servers.scripted import LOGGED_IN, ScriptedImap
from tests.service.configs import HEAD, MAILBOX
from watcher.config import load
from watcher.edge.clock import SteppedClock
from watcher.service.app import App


async def test_a_mailbox_that_goes_has_no_loop_and_no_connection_left(tmp_path, monkeypatch):
    monkeypatch.setenv("BOX_PASSWORD", "secret")
    async with ScriptedImap(LOGGED_IN) as server:
        mailboxes = "".join(MAILBOX.format(number=number, port=server.port) for number in range(3))
        (tmp_path / "config.toml").write_text(HEAD.format(folder=tmp_path) + mailboxes)
        app = App(load.load_config(tmp_path / "config.toml"), SteppedClock(MONDAY))
        names, tasks = [*app.intakes], []
        assert [intake.bell.place for intake in app.intakes.values()] == [0, 1, 2], "each has its moment of the poll"

        def start(name, work):
            tasks.append(asyncio.create_task(work, name=name))
            return tasks[-1]

        for name in names:
            app.loops.start(name, start)
        while not all(intake.first_scan_done.is_set() for intake in app.intakes.values()):
            await asyncio.sleep(0.01)
        gone, *left = names
        await app.loops.end(gone, grace=10.0)
        assert [*app.intakes] == [*app.deliveries] == left
        assert [task.get_name() for task in tasks if task.done()] == [f"intake {gone}", f"delivery {gone}"]
        assert all(task.exception() is None for task in tasks if task.done())
        await app.loops.run_final_sent_scan(names)  # of those that are watched
        app.loops.retry_now(names)
        for name in left:
            await app.loops.end(name, grace=10.0)
        assert all(task.done() for task in tasks)
        app.close()


async def test_mailboxes_that_hang_are_waited_for_side_by_side_before_a_digest(tmp_path, monkeypatch):
    monkeypatch.setenv("BOX_PASSWORD", "secret")
    async with ScriptedImap(LOGGED_IN, "hang") as silent:
        mailboxes = "".join(MAILBOX.format(number=number, port=silent.port) for number in range(6))
        (tmp_path / "config.toml").write_text(HEAD.format(folder=tmp_path) + mailboxes)
        app = App(load.load_config(tmp_path / "config.toml"), SteppedClock(MONDAY))
        scan = asyncio.create_task(app.loops.run_final_sent_scan([*app.intakes]))
        while silent.conversations < 6:  # one after the other they would be minutes
            await asyncio.sleep(0.001)
        app.loops.stop()
        scan.cancel()
        await asyncio.gather(scan, return_exceptions=True)
        await app.loops.close()
        app.close()


async def test_looks_that_find_nothing_go_on_record_with_the_heartbeat_and_with_the_stop(tmp_path, monkeypatch):
    """Each by itself they were three commits a second with a thousand mailboxes."""
    monkeypatch.setenv("BOX_PASSWORD", "secret")
    async with ScriptedImap(LOGGED_IN) as server:
        (tmp_path / "config.toml").write_text(HEAD.format(folder=tmp_path) + MAILBOX.format(number=0, port=server.port))
        app = App(load.load_config(tmp_path / "config.toml"), clock := SteppedClock(MONDAY))

        def on_record():
            with app.store.read_transaction() as tx:
                return tx.mailboxes.complete_looks()["box0"] - MONDAY

        await app._recover_state()
        await app.intakes["box0"].scan_folders()
        assert on_record() == timedelta(0), "a first look does not wait"
        clock.advance_to(MONDAY + timedelta(minutes=5))
        await app.intakes["box0"].scan_folders()
        assert on_record() == timedelta(0)
        clock.advance_to(MONDAY + timedelta(minutes=6))
        await app.send_heartbeat()
        assert on_record() == timedelta(minutes=5), "when it was looked at, not when that was written"
        clock.advance_to(MONDAY + timedelta(minutes=10))
        await app.intakes["box0"].scan_folders()
        await app.store.run_write(app._record_stop)
        assert on_record() == timedelta(minutes=10)
        await app.loops.close()
        app.close()
