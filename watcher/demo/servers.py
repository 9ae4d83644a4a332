"""The embedded servers: pymap keeps the mailbox, aiosmtpd carries mail in and out. For the demonstration only."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from imapclient import IMAPClient

from watcher.edge.clock import Clock

USER, PASSWORD = "sales", "demo-password"
OWN_DOMAIN = "@example.com"


def find_free_port() -> int:
    """A port of 127.0.0.1 that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


#: For a server in this machine to answer: on one that is a hundred times busier than usual it takes minutes.
PATIENCE_SECONDS = 600.0


class EmbeddedImapServer:
    """pymap in a child process, with an inbox and a sent folder."""

    def __init__(self, folder: Path) -> None:
        self.port = find_free_port()
        arguments = [
            "--pid-file",
            f"watcher-demo-{os.getpid()}",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--no-tls",
        ]
        account = ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", "from pymap.main import main; main()", *arguments, *account],
            stdout=subprocess.DEVNULL,
            stderr=(folder / "pymap.log").open("wb"),
        )

    async def wait_until_ready(self) -> None:
        """Waits until it answers, as long as it lives: how long that takes is the machine's affair. RuntimeError: it has ended."""
        while self._process.poll() is None:
            try:
                await asyncio.to_thread(self._with_client, lambda client: client.create_folder("Sent"))
                return
            except OSError:
                await asyncio.sleep(0.05)
        raise RuntimeError("the embedded IMAP server did not start; see pymap.log in the folder of the demo")

    def _with_client(self, step: Callable[[IMAPClient], object]) -> None:
        client = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=PATIENCE_SECONDS)
        try:
            client.login(USER, PASSWORD)
            step(client)
        finally:
            client.shutdown()

    async def append_message(self, folder: str, raw: bytes, at: datetime) -> None:
        """What a delivery agent does for the inbox, and a mail program for the sent folder."""
        await asyncio.to_thread(self._with_client, lambda client: client.append(folder, raw, (), at))

    async def append_messages(self, mails: Sequence[tuple[str, bytes, datetime]]) -> None:
        """Folder, octets and arrival of each, over one connection."""

        def append_all(client: IMAPClient) -> None:
            for folder, raw, at in mails:
                client.append(folder, raw, (), at)

        await asyncio.to_thread(self._with_client, append_all)

    def stop(self) -> None:
        """Ends the child process, by force after 5 seconds."""
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class EmbeddedSmtpServer:
    """aiosmtpd: mail for the house goes to its inbox, all other mail is kept as files."""

    def __init__(self, imap: EmbeddedImapServer, clock: Clock, folder: Path) -> None:
        self._imap, self._clock, self._folder = imap, clock, folder
        self._controller = Controller(self, hostname="127.0.0.1", port=find_free_port(), ready_timeout=PATIENCE_SECONDS)
        self.port = self._controller.port
        self.sent_mails: list[tuple[datetime, str, bytes]] = []
        folder.mkdir(parents=True, exist_ok=True)

    def start(self) -> None:
        """Returns when the server listens. TimeoutError: it did not within PATIENCE_SECONDS."""
        self._controller.start()

    def stop(self) -> None:
        """Returns when the server's thread has ended."""
        self._controller.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        """Takes a message; runs on the server's own loop."""
        raw = envelope.original_content or b""
        at = self._clock.now()
        path = f"Return-Path: <{envelope.mail_from or ''}>\r\n".encode()
        for recipient in envelope.rcpt_tos:
            if recipient.endswith(OWN_DOMAIN) and recipient.startswith(USER):
                await self._imap.append_message("INBOX", path + raw, at)
            else:
                name = f"{len(self.sent_mails) + 1:02}-to-{recipient.partition('@')[0]}.eml"
                (self._folder / name).write_bytes(raw)
                self.sent_mails.append((at, recipient, raw))
        return "250 kept"
