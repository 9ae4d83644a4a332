"""edge/guard.py: the guard file and the instance lock, on a real disk."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from watcher.edge.guard import GuardError, GuardFile, InstanceLock, InstanceLockHeld

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def test_the_guard_counts_and_keeps_its_key(tmp_path):
    path = tmp_path / "guard.json"
    first = GuardFile.load_or_create(path)
    assert first.was_new
    first.bind_database("database-1", 4)
    first.record_send_seq(7)
    first.record_send_seq(6)  # never back
    again = GuardFile.load_or_create(path)
    assert not again.was_new
    assert (again.signing_key, again.send_seq) == (first.signing_key, 7)
    assert again.belongs_to("database-1")
    assert not again.belongs_to("database-2")
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_written_beside_other_work_is_on_the_disk_when_it_was_waited_for(tmp_path):
    path = tmp_path / "guard.json"
    guard = GuardFile.load_or_create(path)
    guard.begin_recording(3, "a letter")()
    guard.begin_recording(2, "another")()  # never back
    assert (guard.send_seq, guard.in_flight) == (3, "another")
    again = GuardFile.load_or_create(path)
    assert (again.send_seq, again.in_flight, again.signing_key) == (3, "another", guard.signing_key)
    assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_gone_shows_before_the_other_work(tmp_path):
    folder = tmp_path / "state"
    folder.mkdir()
    guard = GuardFile.load_or_create(folder / "guard.json")
    shutil.rmtree(folder)
    with pytest.raises(FileNotFoundError):
        guard.begin_recording(1)
    assert guard.send_seq == 0


def test_what_fails_beside_the_other_work_is_told_to_whom_waits(tmp_path):
    path = tmp_path / "guard.json"
    guard = GuardFile.load_or_create(path)
    path.unlink()
    path.mkdir()  # no file takes its place
    wait = guard.begin_recording(1, "a letter")
    with pytest.raises(OSError):
        wait()
    assert (guard.send_seq, guard.asked_seq, guard.in_flight) == (0, 1, "")
    path.rmdir()
    guard.begin_recording(1, "a letter")()
    assert GuardFile.load_or_create(path).send_seq == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"database": "x"}', '{"database": "", "key": "zz", "send_seq": 1}'])
def test_a_broken_guard_says_what_to_do(tmp_path, text):
    (tmp_path / "guard.json").write_text(text)
    with pytest.raises(GuardError, match="restore it from a backup"):
        GuardFile.load_or_create(tmp_path / "guard.json")


def test_a_guard_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere.json").write_text(json.dumps({"database": "", "key": "00", "send_seq": 0}))
    (tmp_path / "guard.json").symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(GuardError):
        GuardFile.load_or_create(tmp_path / "guard.json")


def test_one_instance_and_the_second_is_told_which(tmp_path):
    path = tmp_path / "watcher.lock"
    assert not InstanceLock.is_held(path)
    lock = InstanceLock(path, NOW)
    assert InstanceLock.is_held(path)
    program = (
        "import sys; from datetime import datetime, UTC; from pathlib import Path;"
        "from watcher.edge.guard import InstanceLock, InstanceLockHeld\n"
        "try: InstanceLock(Path(sys.argv[1]), datetime(2026, 1, 1, tzinfo=UTC))\n"
        "except InstanceLockHeld as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert str(os.getpid()) in done.stdout
    assert "2026-11-24" in done.stdout
    with pytest.raises(InstanceLockHeld):
        InstanceLock(path, NOW)
    lock.release()
    InstanceLock(path, NOW).release()
