"""Passwords, the guard file, the instance lock, systemd's ear, mail in files: each against the real thing."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from watcher.edge import notify, secrets
from watcher.edge.guard import GuardError, GuardFile, InstanceLock, InstanceLockHeld
from watcher.edge.secrets import Secret, SecretError

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


# --- passwords


def test_from_where_a_password_comes(tmp_path, monkeypatch):
    monkeypatch.setenv("SALES_PASSWORD", "from env")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / "file").write_text("from file\n")
    (tmp_path / "file").chmod(0o600)
    (tmp_path / "sales").write_text("from systemd\n")
    assert secrets.read_password(Secret("env", "SALES_PASSWORD")) == "from env"
    assert secrets.read_password(Secret("file", str(tmp_path / "file"))) == "from file"
    assert secrets.read_password(Secret("credential", "sales")) == "from systemd"
    assert (
        secrets.read_password(Secret("command", ("printf", "%s\n", "from a command", "second line")))
        == "from a command"
    )


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        (Secret("env", "NOT_SET_ANYWHERE"), "the variable is not set"),
        (Secret("file", "/nowhere/password"), "No such file"),
        (Secret("command", ("false",)), "ended with 1"),
        (Secret("command", ("no-such-program-here",)), "No such file"),
        (Secret("command", ("true",)), "empty"),
        (Secret("credential", "sales"), "LoadCredential"),
        (Secret("keyring", "watcher/sales"), "keyring"),
    ],
)
def test_why_there_is_none(secret, words, monkeypatch):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with pytest.raises(SecretError, match=words):
        secrets.read_password(secret)


def test_a_file_that_everybody_can_read_is_refused_and_its_text_never_told(tmp_path):
    path = tmp_path / "password"
    path.write_text("hunter2")
    path.chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600") as caught:
        secrets.read_password(Secret("file", str(path)))
    assert "hunter2" not in str(caught.value)


def test_more_than_one_line_is_no_password(tmp_path):
    path = tmp_path / "password"
    path.write_text("one\ntwo\n")
    path.chmod(0o600)
    with pytest.raises(SecretError, match="more than one line"):
        secrets.read_password(Secret("file", str(path)))


# --- the guard


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


# --- one instance


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


# --- systemd


@pytest.mark.parametrize("abstract", [False, True])
def test_systemd_is_told(tmp_path, monkeypatch, abstract):
    address = f"\0watcher-{os.getpid()}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(address)
        monkeypatch.setenv("NOTIFY_SOCKET", address.replace("\0", "@"))
        notify.send_state("READY=1")
        assert ear.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", ["", "nowhere", "/nowhere/at/all", "@nobody-listens-here"])
def test_nobody_listens(monkeypatch, address):
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    notify.send_state("READY=1")
