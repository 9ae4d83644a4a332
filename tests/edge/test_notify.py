"""edge/notify.py: what systemd hears, on a real socket."""

from __future__ import annotations

import io
import os
import socket

import pytest

from watcher.edge import notify


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


def test_which_stream_is_the_journal(tmp_path, monkeypatch):
    with (tmp_path / "journal").open("w") as journal, (tmp_path / "file").open("w") as file:
        assert not notify.is_journal(journal)
        found = os.fstat(journal.fileno())
        monkeypatch.setenv("JOURNAL_STREAM", f"{found.st_dev}:{found.st_ino}")
        assert notify.is_journal(journal) and not notify.is_journal(file)
    assert not notify.is_journal(journal) and not notify.is_journal(io.StringIO()), "closed, and none of the system's"
