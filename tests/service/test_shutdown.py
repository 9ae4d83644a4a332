"""service/shutdown.py and service/app.py: loops end because they are told to; what does not end is named, and the process ends in order."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from tests.daemon import until
from tests.servers.scripted import LOGGED_IN, ScriptedImap
from tests.service.configs import HEAD, MAILBOX
from watcher.config import load
from watcher.edge.store.store import Store
from watcher.service.app import App
from watcher.service.shutdown import end_process_if_held, end_tasks, run_to_end

MAILBOXES = 20


@pytest.fixture
def configured(tmp_path, monkeypatch):
    monkeypatch.setenv("BOX_PASSWORD", "secret")

    def write(port: int, mailboxes: int = MAILBOXES):
        text = HEAD.format(folder=tmp_path) + "".join(
            MAILBOX.format(number=number, port=port) for number in range(mailboxes)
        )
        (tmp_path / "config.toml").write_text(text)
        return tmp_path / "config.toml"

    return write


def was_clean_stop(folder) -> bool:
    store = Store(f"sqlite:///{folder}/state/watcher.sqlite3", read_only=True)
    with store.read_transaction() as tx:
        found = tx.get_meta("clean_stop")
    store.close()
    return found == "1"


async def stop_after(app: App, commands: int, server: ScriptedImap) -> None:
    """Tells it to stop when the server has heard so many commands."""
    running = asyncio.create_task(app.run())
    while len(server.commands) < commands and not running.done():
        await asyncio.sleep(0)
    app.stop()
    await running


@pytest.mark.parametrize("commands", [0, 1, 7, 20, 43, 61, 77, 90, 105, 130])
async def test_a_stop_at_any_moment_ends_twenty_mailboxes(configured, tmp_path, commands, caplog):
    caplog.set_level(logging.INFO)
    async with ScriptedImap(LOGGED_IN) as server:
        app = App(load.load_config(configured(server.port)))
        await stop_after(app, commands, server)
        app.close()
    assert was_clean_stop(tmp_path)
    assert not [record for record in caplog.records if "still running" in record.message]
    assert not [record for record in caplog.records if "told to stop" in record.message], (
        "it is no trouble of a mailbox"
    )


@pytest.mark.parametrize("silent", ["greeting", "LOGIN|AUTHENTICATE", "EXAMINE", "UID SEARCH", "IDLE"])
async def test_a_stop_does_not_wait_for_a_server_that_is_silent(configured, tmp_path, silent, caplog):
    caplog.set_level(logging.INFO)
    script = {silent: "hang", **{step: reply for step, reply in LOGGED_IN.items() if step != silent}}
    async with ScriptedImap(script, **({"greeting": "hang"} if silent == "greeting" else {})) as server:
        app = App(load.load_config(configured(server.port, 1)))
        running = asyncio.create_task(app.run())
        while not server.conversations or (silent != "greeting" and not is_asked(server, silent)):
            await asyncio.sleep(0.01)
        app.stop()
        await running
        app.close()
    assert was_clean_stop(tmp_path)
    assert not [record for record in caplog.records if "unseen" in record.message], "it is no trouble of a mailbox"
    assert not [record for record in caplog.records if "still running" in record.message]


def is_asked(server: ScriptedImap, step: str) -> bool:
    return any(command.upper().startswith(tuple(step.split("|"))) for command in server.commands)


# --- what does not end by itself


async def stubborn(woken: list[int], released: asyncio.Event) -> None:
    """Swallows every cancellation, as a wait of a library may."""
    while not released.is_set():
        try:
            await released.wait()
        except asyncio.CancelledError:
            woken.append(1)


async def test_what_swallows_a_cancellation_is_named(caplog):
    woken, released = list[int](), asyncio.Event()
    task = asyncio.create_task(stubborn(woken, released), name="delivery sales")
    await end_tasks([task], 0.05)
    released.set()
    await task
    assert woken
    assert [record.message for record in caplog.records if "delivery sales" in record.message][-1].startswith(
        "left behind"
    )


async def test_what_loses_one_cancellation_ends_by_the_next():
    async def loses_one() -> None:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            await asyncio.sleep(3600)

    task = asyncio.create_task(loses_one())
    await end_tasks([task], 0.05)
    assert task.cancelled()


def test_a_thread_that_hangs_does_not_hold_the_loop(caplog):
    release, before = threading.Event(), threading.enumerate()

    async def main() -> str:
        asyncio.get_running_loop().run_in_executor(None, release.wait)
        return "done"

    assert run_to_end(main()) == "done"
    assert [thread for thread in threading.enumerate() if thread not in before], "it runs still"
    release.set()
    end_process_if_held(before, 3)  # the process goes on: nothing holds it


def test_a_thread_that_holds_nothing_and_works_on_ends_with_the_process():
    """The interpreter would take it down inside whatever library it is in, which some answer with SIGABRT."""
    program = textwrap.dedent("""
        import atexit, threading
        from watcher.service.shutdown import end_process_if_held
        before = threading.enumerate()
        threading.Thread(target=threading.Event().wait, daemon=True).start()
        atexit.register(print, "the interpreter takes it down")
        end_process_if_held(before, 3)
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")


@pytest.fixture
def unreachable():
    """A port on which a connection is never made, and never refused: its queue is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        port = server.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        yield port
        for one in waiting:
            one.close()


def attempts(port: int) -> int:
    """Connections to it that are not made yet: SYN_SENT, 2 in Linux's table."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[2].endswith(f":{port:04X}") and row[3] == "02" for row in rows)


def test_the_process_ends_in_order_though_a_thread_hangs_and_names_it(configured, tmp_path, unreachable):
    log, before = tmp_path / "log", attempts(unreachable)
    words = [sys.executable, "-m", "watcher", "-c", str(configured(unreachable, 1)), "run"]
    with log.open("wb") as stream, subprocess.Popen(words, stderr=stream, stdout=subprocess.DEVNULL) as process:
        until("that it connects", lambda: attempts(unreachable) > before)
        process.send_signal(signal.SIGTERM)
        assert process.wait(25) == 0
    assert "left behind" in log.read_text()
    assert "open_connection" in log.read_text() or "_create_socket" in log.read_text()
    assert was_clean_stop(tmp_path)
