"""Servers that do as they are told: an SMTP and an IMAP server that follow a script, a proxy that cuts the line, and an SMTP
server that accepts everything and keeps it on disk before it answers."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, ClassVar

from imapclient.imap_utf7 import encode

from tests.samples import letter, mailbox_on
from tests.servers.real import wait_for
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import ImapAccount, Mailbox
from watcher.edge.smtp import MailTransaction, SmtpAccount, SmtpClient

DOTTED_MAIL = b"Subject: hello\r\nTo: carol@customer.example\r\n\r\n.a line with a dot\r\n..two\r\n.\r\nend\r\n"

LOGGED_IN = {
    r"LOGIN|AUTHENTICATE": b"{tag} OK in\r\n",
    r"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK done\r\n",
    r"LIST": b'* LIST (\\HasNoChildren) "/" INBOX\r\n* LIST (\\HasNoChildren) "/" "Sent Items"\r\n{tag} OK done\r\n',
    r"EXAMINE": b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] yes\r\n* OK [UIDNEXT 3] yes\r\n{tag} OK [READ-ONLY] done\r\n",
    r"UID SEARCH": b"* SEARCH 1 2\r\n{tag} OK done\r\n",
}
FETCHED_ROW = (
    b'* 1 FETCH (UID 1 FLAGS () INTERNALDATE "24-Nov-2026 10:00:00 +0100" RFC822.SIZE 5 BODY[]<0> {5}\r\nFrom:)\r\n'
)

Reply = bytes | str
"""Octets to send, or what to do instead: `close`, `reset`, `hang`, `drip`."""


async def act(writer: asyncio.StreamWriter, reply: Reply) -> bool:
    """Does what the script says; False when the conversation is over."""
    if isinstance(reply, bytes):
        writer.write(reply)
        await writer.drain()
        return True
    if reply == "hang":
        await asyncio.sleep(3600)
    if reply == "drip":
        while True:
            writer.write(b"*")
            await writer.drain()
            await asyncio.sleep(0.2)
    if reply == "reset":
        channel = writer.get_extra_info("socket")
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    writer.close()
    return False


class Scripted:
    """A server on a free port. `conversations` counts the connections."""

    def __init__(self) -> None:
        self.port = 0
        self.conversations = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_over = False

    async def __aenter__(self) -> Scripted:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *error: object) -> None:
        self._server.close()
        self._is_over = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.conversations += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self.talk(reader, writer)
        except asyncio.CancelledError:  # asyncio.streams would report it as an error of ours
            if not self._is_over:
                raise
        writer.close()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        raise NotImplementedError


class ScriptedSmtp(Scripted):
    """Good at every step but those of the script: banner, ehlo, mail, rcpt, data, body, dot, quit, and chunk and last of BDAT."""

    GOOD: ClassVar[dict[str, Reply]] = {
        "banner": b"220 mx.example ESMTP\r\n",
        "ehlo": b"250-mx.example\r\n250 8BITMIME\r\n",
        "mail": b"250 2.1.0 fine\r\n",
        "rcpt": b"250 2.1.5 fine\r\n",
        "data": b"354 go ahead\r\n",
        "body": b"",
        "dot": b"250 2.0.0 queued\r\n",
        "chunk": b"250 2.0.0 go on\r\n",
        "last": b"250 2.0.0 queued\r\n",
        "quit": b"221 bye\r\n",
    }

    def __init__(self, **script: Reply) -> None:
        super().__init__()
        self.script = {**self.GOOD, **script}
        self.commands: list[str] = []
        self.octets = b""  # after DATA, as they came over the wire
        self.ended = False  # was there a final dot?

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not await act(writer, self.script["banner"]):
            return
        while line := await reader.readline():
            self.commands.append(line.decode().strip())
            word = line[:4].decode().strip().lower()
            if word == "bdat":
                if not await self._chunk(reader, writer, line):
                    return
                continue
            if not await act(writer, self.script.get(word, b"500 what?\r\n")):
                return
            if word == "data" and self.script["data"] == self.GOOD["data"] and not await self._body(reader, writer):
                return
            if word == "quit":
                return

    async def _body(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        while not self.octets.endswith(b"\r\n.\r\n"):
            more = await reader.read(65536)
            if not more:
                return False
            self.octets += more
            if self.script["body"] != b"" and not await act(writer, self.script["body"]):
                return False
        self.ended = True
        return await act(writer, self.script["dot"])

    async def _chunk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, line: bytes) -> bool:
        """RFC 3030 § 2: so many octets, as they are; with LAST the letter has ended."""
        words = line.split()
        last = words[2:] == [b"LAST"]
        self.octets += await reader.readexactly(int(words[1]))
        self.ended = self.ended or last
        return await act(writer, self.script["last" if last else "chunk"])

    @property
    def message(self) -> bytes:
        """What the letter was; after DATA, without the dot-stuffing."""
        if not self.octets.endswith(b"\r\n.\r\n") or "DATA" not in self.commands:
            return self.octets
        return re.sub(rb"(?m)^\.\.", b".", self.octets.removesuffix(b".\r\n"))


class ScriptedImap(Scripted):
    """Answers each command by the first pattern of the script that matches it; `{tag}` stands for its tag.

    IDLE (RFC 2177) is begun where the script has no words for it, and `ring` says something to all that wait in it.
    """

    GREETING = b"* OK [CAPABILITY IMAP4rev1 IDLE] hello\r\n"

    def __init__(self, script: dict[str, Reply], greeting: Reply = GREETING) -> None:
        super().__init__()
        self.script, self.greeting = script, greeting
        self.commands: list[str] = []
        self.idlers: dict[asyncio.StreamWriter, str] = {}  # → tag of the IDLE

    def ring(self, words: bytes = b"* 3 EXISTS\r\n") -> None:
        for writer in self.idlers:
            writer.write(words)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._converse(reader, writer)
        finally:
            self.idlers.pop(writer, None)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not await act(writer, self.greeting):
            return
        while line := await reader.readline():
            tag, _, command = line.decode().strip().partition(" ")
            self.commands.append(command or tag)
            if command == "IDLE" and "IDLE" not in self.script:
                self.idlers[writer] = tag
                writer.write(b"+ idling\r\n")
                continue
            if tag == "DONE":
                tag, command = self.idlers.pop(writer, ""), tag
            found = (reply for pattern, reply in self.script.items() if re.match(pattern, command, re.IGNORECASE))
            own = self.reply_to(command)
            reply = own if own is not None else next(found, b"{tag} OK done\r\n")
            if isinstance(reply, bytes):
                reply = reply.replace(b"{tag}", tag.encode())
            if not await act(writer, reply):
                return

    def reply_to(self, command: str) -> Reply | None:
        """What a server with a memory answers; None: what the script says."""
        return None


class Cutter(Scripted):
    """Passes octets on to `target` until `limit` of those that come back went through; then it does `how`."""

    def __init__(self, target: int, limit: int, how: str = "close") -> None:
        super().__init__()
        self.target, self.limit, self.how = target, limit, how
        self.passed = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target)
        there = asyncio.create_task(self._pass(reader, there_writer, lambda octets: _all(octets)))
        try:
            await self._pass(there_reader, writer, self._count)
            await act(writer, self.how)
        finally:
            there.cancel()
            there_writer.close()

    async def _count(self, octets: bytes) -> tuple[bytes, bool]:
        kept = octets[: max(0, self.limit - self.passed)]
        self.passed += len(kept)
        return kept, self.passed < self.limit

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        filtered: Callable[[bytes], Awaitable[tuple[bytes, bool]]],
    ) -> None:
        while octets := await reader.read(65536):
            kept, more = await filtered(octets)
            writer.write(kept)
            await writer.drain()
            if not more:
                return


async def _all(octets: bytes) -> tuple[bytes, bool]:
    return octets, True


class Sink:
    """In a process of its own, so that whoever talks to it may be forked and killed."""

    def __init__(self, log: Path, port: int, chunking: bool = True) -> None:
        self.log, self.port, self._chunking = log, port, chunking
        log.write_bytes(b"")
        self._process = multiprocessing.get_context("fork").Process(target=self._run, daemon=True)
        self._process.start()
        wait_for(port)

    def stop(self) -> None:
        self._process.kill()
        self._process.join()

    def clear(self) -> None:
        self.log.write_bytes(b"")

    def accepted(self) -> list[dict[str, Any]]:
        """`to`, `id` (Message-ID), `subject` and `text` of every letter that was accepted."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    # --- the other process

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._talk, "127.0.0.1", self.port, limit=2**24)
        await server.serve_forever()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, ValueError):
            await self._session(reader, writer)
        writer.close()

    async def _session(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 sink.example ESMTP\r\n")
        recipient, octets = "", b""
        while line := await reader.readline():
            word = line[:4].upper()
            if word == b"EHLO":
                writer.write(
                    b"250-sink.example\r\n" + (b"250-CHUNKING\r\n" if self._chunking else b"") + b"250 8BITMIME\r\n"
                )
            elif word == b"RCPT":
                recipient = line.decode().partition("<")[2].partition(">")[0]
                writer.write(b"250 fine\r\n")
            elif word == b"DATA":
                writer.write(b"354 go ahead\r\n")
                octets = await reader.readuntil(b"\r\n.\r\n")
                self._take(recipient, octets)
                writer.write(b"250 kept\r\n")
            elif word == b"BDAT":
                octets += await reader.readexactly(int(line.split()[1]))
                if b"LAST" in line.upper():
                    self._take(recipient, octets)
                    octets = b""
                writer.write(b"250 kept\r\n")
            elif word == b"QUIT":
                writer.write(b"221 bye\r\n")
                return
            else:
                writer.write(b"250 fine\r\n")

    def _take(self, recipient: str, octets: bytes) -> None:
        def field(name: bytes) -> str:
            found = re.search(rb"(?mi)^%s:\s*([^\r\n]*)" % name, octets)
            return found[1].decode("ascii", "replace") if found else ""

        plain = message_from_bytes(octets, policy=policy.default).get_body(("plain",))
        text = plain.get_content() if plain is not None else ""
        row = {"to": recipient, "id": field(b"Message-ID").strip("<>"), "subject": field(b"Subject"), "text": text}
        with self.log.open("ab", buffering=0) as log:
            log.write(json.dumps(row).encode() + b"\n")


def strange_account(port: int, **changed: Any) -> ImapAccount:
    values = {
        "host": "127.0.0.1",
        "port": port,
        "authentication": PasswordAuthentication("sales", lambda: "secret"),
        "tls": "off",
        "timeout": 0.7,
    }
    return ImapAccount(**{**values, **changed})


def strange_mailbox(port: int, **changed: Any) -> Mailbox:
    return mailbox_on(strange_account(port, **changed))


def logged_in_server(script, **changed) -> ScriptedImap:
    return ScriptedImap({**script, **{key: value for key, value in LOGGED_IN.items() if key not in script}}, **changed)


def list_answer(*rows: tuple[str, str]) -> bytes:
    """The answer to LIST: attributes and name of each folder."""
    lines = (b'* LIST (%s) "/" "%s"\r\n' % (attributes.encode(), encode(name)) for attributes, name in rows)
    return b"".join(lines) + b"{tag} OK done\r\n"


def smtp_account(port: int, **changed) -> SmtpAccount:
    return SmtpAccount(
        **{"host": "127.0.0.1", "port": port, "tls": "off", "timeout": 1.0, "dot_timeout": 1.0, **changed}
    )


async def attempt(server: ScriptedSmtp, one=None, **changed):
    """The whole way; returns what `offer` or `finish` said."""
    async with server:
        offer = await SmtpClient(smtp_account(server.port, **changed)).start_mail_transaction(
            one or letter(data=DOTTED_MAIL)
        )
        return await offer.send_end_of_data() if isinstance(offer, MailTransaction) else offer
