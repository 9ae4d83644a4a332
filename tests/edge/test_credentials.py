"""edge/credentials.py: where passwords come from, and how an account logs in."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.samples import mailbox_on
from tests.servers.scripted import ScriptedImap, ScriptedSmtp
from watcher.edge.credentials import PasswordAuthentication, PasswordCredentials, Secret, SecretError, read_password
from watcher.edge.imap.host_threads import PatientPool
from watcher.edge.imap.mailbox import ImapAccount
from watcher.edge.smtp import SmtpAccount, SmtpClient


def test_from_where_a_password_comes(tmp_path, monkeypatch):
    monkeypatch.setenv("SALES_PASSWORD", "from env")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / "file").write_text("from file\n")
    (tmp_path / "file").chmod(0o600)
    (tmp_path / "sales").write_text("from systemd\n")
    assert read_password(Secret("env", "SALES_PASSWORD")) == "from env"
    assert read_password(Secret("file", str(tmp_path / "file"))) == "from file"
    assert read_password(Secret("credential", "sales")) == "from systemd"
    assert read_password(Secret("command", ("printf", "%s\n", "from a command", "second line"))) == "from a command"


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
        read_password(secret)


def test_a_file_that_everybody_can_read_is_refused_and_its_text_never_told(tmp_path):
    path = tmp_path / "password"
    path.write_text("hunter2")
    path.chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600") as caught:
        read_password(Secret("file", str(path)))
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_what_an_editor_of_windows_saves_is_the_password(tmp_path, monkeypatch, encoding):
    path = tmp_path / "password"
    path.write_bytes("pässword\r\n".encode(encoding))
    path.chmod(0o600)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read_password(Secret("file", str(path))) == "pässword"
    assert read_password(Secret("credential", "password")) == "pässword"


@pytest.mark.parametrize("source", ["file", "credential"])
def test_another_encoding_is_refused_and_its_text_never_told(tmp_path, monkeypatch, source):
    path = tmp_path / "password"
    path.write_bytes("hünter2".encode("latin-1"))
    path.chmod(0o600)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    with pytest.raises(SecretError, match="save it as UTF-8") as caught:
        read_password(Secret(source, str(path) if source == "file" else "password"))
    assert "nter2" not in str(caught.value)


def test_more_than_one_line_is_no_password(tmp_path):
    path = tmp_path / "password"
    path.write_text("one\ntwo\n")
    path.chmod(0o600)
    with pytest.raises(SecretError, match="more than one line"):
        read_password(Secret("file", str(path)))


class Fifo:
    """A password command that waits, as a locked password store does, until somebody answers it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "password"
        os.mkfifo(self.path)
        self._end = os.open(self.path, os.O_RDWR)
        secret = Secret("command", ("head", "-n1", str(self.path)))
        self.authentication = PasswordAuthentication("sales", lambda: read_password(secret))

    def answer(self, password: bytes) -> None:
        os.write(self._end, password + b"\n")

    def close(self) -> None:
        os.close(self._end)


@pytest.fixture
def fifo(tmp_path: Path) -> Iterator[Fifo]:
    made = Fifo(tmp_path)
    yield made
    made.close()


async def test_a_password_command_that_waits_does_not_stop_the_loop(fifo):
    """The answer comes from another task of the same loop: were the loop to wait for it, nobody would give it."""
    asking = asyncio.create_task(fifo.authentication.fetch_credentials())
    answering = asyncio.create_task(asyncio.to_thread(fifo.answer, b"hunter2"))
    assert await asking == PasswordCredentials("sales", "hunter2")
    await answering


async def test_smtp_waits_for_a_password_beside_the_loop(fifo):
    async with ScriptedSmtp(ehlo=b"250-mx.example\r\n250 AUTH PLAIN LOGIN\r\n", auth=b"235 in\r\n") as server:
        account = SmtpAccount("127.0.0.1", server.port, "off", authentication=fifo.authentication)
        login = asyncio.create_task(SmtpClient(account).verify_login())
        await asyncio.sleep(0)  # the command is asked for now
        fifo.answer(b"hunter2")
        outcome = await login
    assert outcome is None
    assert any(command.startswith("AUTH") for command in server.commands)


async def test_imap_waits_for_a_password_and_holds_no_thread_of_the_others(fifo):
    greeting = {
        "LOGIN|AUTHENTICATE": b"{tag} OK in\r\n",
        "CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n",
        "LIST": b'* LIST (\\HasNoChildren) "/" "Sent"\r\n{tag} OK done\r\n',
    }
    ready = PasswordAuthentication("shop", lambda: "secret")
    with PatientPool("one thread", 1, patience=600.0) as pool:
        async with ScriptedImap(greeting) as server:
            slow, quick = (
                mailbox_on(ImapAccount("127.0.0.1", server.port, authentication, "off", timeout=5.0), name, pool=pool)
                for name, authentication in (("sales", fifo.authentication), ("shop", ready))
            )
            waiting = asyncio.create_task(slow.list_watched_folders())
            folders = await quick.list_watched_folders()
            assert not waiting.done()
            fifo.answer(b"hunter2")
            assert await waiting == folders
            await asyncio.gather(slow.close_connections(), quick.close_connections())


def test_a_password_is_in_no_representation():
    assert "hunter2" not in repr(PasswordCredentials("sales", "hunter2"))


def test_a_password_in_the_keyring_is_found_by_service_and_user(memory_keyring):
    memory_keyring.set_password("watcher", "sales", "secret")
    assert read_password(Secret("keyring", "watcher/sales")) == "secret"
    with pytest.raises(SecretError, match="keyring watcher/shop: empty"):
        read_password(Secret("keyring", "watcher/shop"))


def test_a_keyring_that_is_locked_says_so(memory_keyring):
    memory_keyring.locked = True
    with pytest.raises(SecretError, match="locked"):
        read_password(Secret("keyring", "watcher/sales"))
