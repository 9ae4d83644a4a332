"""An IMAP server of many mailboxes in one process: enough of RFC 3501 and RFC 2177 for a service that only reads. It rings when mail
arrives, refuses whom it is told to, and notes when each mailbox was looked at. Servers with a process a connection would be measured else.
"""

from __future__ import annotations

import asyncio
import base64
import re
from contextlib import suppress
from dataclasses import dataclass, field

from tests.servers.scripted import Scripted
from watcher.edge.clock import Clock

LOOK = re.compile(rb"EXAMINE \"?INBOX\b", re.IGNORECASE)


@dataclass
class Account:
    """A mailbox: its mail, whoever waits in IDLE for more, and seconds on the monotonic clock."""

    messages: list[bytes] = field(default_factory=list)
    idlers: set[asyncio.StreamWriter] = field(default_factory=set)
    looks: list[float] = field(default_factory=list)  # when its inbox was opened

    @property
    def is_idle(self) -> bool:
        return bool(self.idlers)


class HouseServer(Scripted):
    """`refused`: users whose password is always wrong."""

    def __init__(self, refused: frozenset[str]) -> None:
        super().__init__()
        self._refused = refused
        self.accounts: dict[str, Account] = {}

    def deliver(self, user: str, raw: bytes) -> float:
        """Rings; seconds on the monotonic clock when it did."""
        account = self.accounts[user]
        account.messages.append(raw)
        rung = Clock().monotonic()
        for writer in account.idlers:
            writer.write(b"* %d EXISTS\r\n" % len(account.messages))
        return rung

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):  # the end of the measurement
            await self._converse(reader, writer)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN] hello\r\n")
        account: Account | None = None
        is_inbox = False  # Sent is empty
        try:
            while line := await reader.readline():
                tag, _, command = line.strip().partition(b" ")
                if command.startswith(b"AUTHENTICATE"):
                    account = await self._log_in(reader, writer, tag)
                elif command == b"IDLE" and account is not None:
                    await self._idle(account, reader, writer, tag)
                else:
                    is_inbox = LOOK.match(command) is not None if command.startswith(b"EXAMINE") else is_inbox
                    messages = account.messages if account is not None and is_inbox else []
                    if account is not None and is_inbox and command.startswith(b"EXAMINE"):
                        account.looks.append(Clock().monotonic())
                    writer.write(answer(messages, tag, command))
                if command == b"LOGOUT":
                    return
        finally:
            if account is not None:
                account.idlers.discard(writer)

    async def _log_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tag: bytes) -> Account | None:
        writer.write(b"+ \r\n")
        user = base64.b64decode(await reader.readline()).split(b"\0")[1].decode()
        if user in self._refused:
            writer.write(tag + b" NO [AUTHENTICATIONFAILED] Authentication failed.\r\n")
            return None
        writer.write(tag + b" OK welcome\r\n")
        return self.accounts.setdefault(user, Account())

    async def _idle(
        self, account: Account, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tag: bytes
    ) -> None:
        writer.write(b"+ idling\r\n")
        account.idlers.add(writer)
        await reader.readline()  # DONE, or the end
        account.idlers.discard(writer)
        writer.write(tag + b" OK idle\r\n")


def answer(messages: list[bytes], tag: bytes, command: bytes) -> bytes:
    """To a command about the folder that is open, or is opened by it."""
    done, count = tag + b" OK done\r\n", len(messages)
    if command.startswith(b"EXAMINE"):
        return b"* %d EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT %d] ok\r\n" % (count, count + 1) + done
    if command.startswith(b"CAPABILITY"):
        return b"* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN\r\n" + done
    if command.startswith(b"LIST"):
        return b'* LIST () "/" INBOX\r\n* LIST (\\Sent) "/" Sent\r\n' + done
    if command.startswith(b"UID SEARCH"):
        return b"* SEARCH" + b"".join(b" %d" % uid for uid in _uids(command, count)) + b"\r\n" + done
    if command.startswith(b"UID FETCH"):
        return b"".join(_row(uid, messages[uid - 1]) for uid in _uids(command, count)) + done
    return done


def _uids(command: bytes, count: int) -> list[int]:
    """Of messages numbered from 1 to `count`, those that the command names."""
    wanted: list[int] = []
    for first, last in re.findall(rb"(\d+)(?::(\d+))?", command.split(b"(")[0]):
        wanted += range(int(first), min(int(last or first), count) + 1)
    return [uid for uid in wanted if uid <= count]


def _row(uid: int, raw: bytes) -> bytes:
    date = f"{Clock().now():%d-%b-%Y %H:%M:%S +0000}".encode()
    head = b'* %d FETCH (UID %d FLAGS () INTERNALDATE "%s" RFC822.SIZE %d BODY[]<0> {%d}\r\n'
    return head % (uid, uid, date, len(raw), len(raw)) + raw + b")\r\n"


class Silent(Scripted):
    """Accepts, and says nothing."""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):
            while await reader.read(4096):
                pass
