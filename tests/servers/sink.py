"""An SMTP server that accepts everything and keeps the truth: one line a letter, on disk before it answers."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.servers.dovecot import wait_for


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
        """`to`, `id` (Message-ID) and `subject` of every letter that was accepted."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    # --- the other process

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._talk, "127.0.0.1", self.port)
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

        row = {"to": recipient, "id": field(b"Message-ID").strip("<>"), "subject": field(b"Subject")}
        with self.log.open("ab", buffering=0) as log:
            log.write(json.dumps(row).encode() + b"\n")
