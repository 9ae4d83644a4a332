"""The daemon as a process, when its own memory fails it: damaged, restored, taken away, or found to be wrong."""

from __future__ import annotations

import sqlite3

import pytest

from tests.daemon import until

pytestmark = pytest.mark.timeout(400)


def test_a_broken_promise_stops_the_process_loudly(house):
    house.start()
    lock = house.folder / "state" / "watcher.lock"
    lock.unlink()
    lock.touch()
    assert house.process.wait(90) == 1
    assert "CRITICAL" in house.log.read_text()
    assert "broken promise: the lock or the database was replaced" in house.log.read_text()


def test_a_damaged_database_is_set_aside_and_what_waits_is_found_again_without_a_second_letter(house, carol):
    house.start()
    house.send(carol, "hello", "What does it cost, please?")
    until("acknowledged", lambda: house.mail_of(carol))
    assert house.stop() == 0
    state = house.folder / "state"
    path = state / "watcher.sqlite3"
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 20000)
    house.start()
    (row,) = until("found again", lambda: house.rows("list"))
    assert (row["subject"], row["state"], row["acknowledged"]) == ("hello", "waiting", "no")
    assert list(state.glob("watcher.sqlite3.corrupt-*"))
    told = house.rows("status")[0]["incidents"]
    assert [each["kind"] for each in told] == ["database-older"]
    assert house.stop() == 0
    assert len(house.mail_of(carol)) == 1
    assert "Traceback" not in house.log.read_text()


def test_a_backup_from_before_put_back_sends_nothing_twice(house, carol, dovecot):
    house.start()
    assert house.run("backup", str(house.folder / "copy")).returncode == 0
    house.send(carol, "hello", "What does it cost, please?")
    until("acknowledged", lambda: house.mail_of(carol))
    assert house.run("restore", str(house.folder / "copy")).returncode == 2, "it runs"
    assert house.stop() == 0
    done = house.run("restore", str(house.folder / "copy"))
    assert done.returncode == 0, done.stderr
    house.start()
    (row,) = until("found again", lambda: house.rows("list"))
    assert row["acknowledged"] == "no"
    assert house.run("reconcile").returncode == 0
    assert house.stop() == 0
    assert len(house.mail_of(carol)) == 1


def test_a_newer_database_is_refused_with_exit_code_2(house):
    house.start()
    assert house.stop() == 0
    with sqlite3.connect(house.folder / "state" / "watcher.sqlite3") as connection:
        connection.execute("update meta set value = '999' where key = 'schema'")
    connection.close()
    done = house.run("run")
    assert (done.returncode, "newer than this program" in done.stderr) == (2, True)
