"""A disk that is full, or read-only, for a while: nothing is acknowledged, nothing is lost, and it goes on by itself."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.samples import MONDAY
from tests.servers.scripted import LOGGED_IN, logged_in_server, strange_mailbox
from tests.worlds import VirtualClock, open_intake
from watcher.edge.guard import GuardFile
from watcher.edge.store.store import Store, StoreError
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks

RAW = (
    b"From: carol@customer.example\r\n"
    + b"To: sales@example.com\r\n"
    + b"Subject: hello\r\nMessage-ID: <q@customer.example>\r\n\r\nWhat is it?\r\n"
)
NEW = b'* 3 FETCH (UID 3 INTERNALDATE "23-Nov-2026 09:59:00 +0000" RFC822.SIZE 99 BODY[]<0> {%d}\r\n%b)\r\n{tag} OK done\r\n'
EXAMINED = LOGGED_IN["EXAMINE"].replace(b"2 EXISTS", b"3 EXISTS")


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("a file system can be mounted by root only")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


class Server:
    """Takes every letter and notes it."""

    def __init__(self):
        self.taken = []

    async def start_mail_transaction(self, one):
        self.taken.append(one.key)
        return self

    async def send_end_of_data(self):
        raise AssertionError("the point of no return was passed without a record")

    async def abort_connection(self):
        self.taken.pop()


def fill(folder):
    with (folder / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass


def remount(folder, how):
    """Read only for whoever opens a file from now on: the kernel refuses the whole while one is open for writing."""
    if how == "rw":
        subprocess.run(["umount", str(folder)], check=True)
        return
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)


@pytest.mark.parametrize("trouble", ["full", "read-only"])
async def test_nothing_is_decided_and_nothing_sent_until_it_can_be_put_on_record(small_disk, trouble):
    async with logged_in_server({}) as server:
        store = Store(f"sqlite:///{small_disk / 'w.sqlite3'}")
        one = open_intake(strange_mailbox(server.port), store, VirtualClock(MONDAY))
        await one.scan_folders()
        guard = GuardFile.load_or_create(small_disk / "guard.json")
        server.script |= {"EXAMINE": EXAMINED, "UID SEARCH": b"* SEARCH 1 2 3\r\n{tag} OK done\r\n"}
        server.script["UID FETCH"] = NEW % (len(RAW), RAW)
        fill(small_disk) if trouble == "full" else remount(small_disk, "ro")
        for _ in range(2):
            with pytest.raises(StoreError, match="free some space" if trouble == "full" else "be writable"):
                await one.scan_folders()
        (small_disk / "ballast").unlink() if trouble == "full" else remount(small_disk, "rw")
        await one.scan_folders()
        with store.read_transaction() as tx:
            assert [each.subject for each in tx.inquiries.find_by_state()] == ["hello"]
            assert tx.letters.count_by_state() == {"pending": 1}
        fill(small_disk) if trouble == "full" else remount(small_disk, "ro")
        out = Server()

        async def last_look(mailboxes):
            return None

        delivery = Delivery(
            DeliveryConfig("sales", one.config.policy.limits),
            out,
            store,
            VirtualClock(MONDAY),
            guard,
            hooks=DeliveryHooks(last_look, lambda *all: b""),
        )
        with pytest.raises((StoreError, OSError)):
            await delivery.deliver_next()
        assert out.taken == []
        (small_disk / "ballast").unlink() if trouble == "full" else remount(small_disk, "rw")
        await one.close()
        store.close()
