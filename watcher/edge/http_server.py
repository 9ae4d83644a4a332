"""A few pages for this machine: GET and HEAD of HTTP/1.1 (RFC 9112), one answer a connection. Knows nothing of what it shows.

Answers only to names of this machine: a page of a stranger that a browser here shows could otherwise read it under a name of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from watcher.edge import tls

#: Seconds a client has to ask, and octets it may take for it.
REQUEST_TIMEOUT, MAX_REQUEST_OCTETS = 10.0, 8_192
MAX_CONNECTIONS = 32

_HEADERS = (
    "Cache-Control: no-store\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Connection: close\r\n"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a request is answered with; `status` as in RFC 9110 § 15."""

    body: str
    content_type: str = "text/plain; charset=utf-8"
    status: int = 200


class PageServer:
    """`pages`: path → what makes its page."""

    def __init__(self, pages: Mapping[str, Callable[[], Awaitable[Page]]]) -> None:
        self._pages = pages
        self._server: asyncio.Server | None = None
        self._connections = 0

    async def start(self, host: str, port: int) -> None:
        """OSError: the port cannot be had."""
        self._server = await asyncio.start_server(self._serve_connection, host, port, limit=MAX_REQUEST_OCTETS)

    @property
    def port(self) -> int:
        """The TCP port on which it listens, also where the system chose it (port 0)."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    def close(self) -> None:
        """Listens no more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    async def _serve_connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        try:
            if self._connections <= MAX_CONNECTIONS:
                async with asyncio.timeout(REQUEST_TIMEOUT):
                    await self._answer_request(reader, writer)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the client's trouble
        finally:
            self._connections -= 1
            writer.close()

    async def _answer_request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, page = head[0].partition(" ")[0], await self._find_page(head)
        body = page.body.encode()
        lines = f"HTTP/1.1 {page.status} {HTTPStatus(page.status).phrase}\r\nContent-Type: {page.content_type}\r\n"
        lines += f"Content-Length: {len(body)}\r\n{_HEADERS}\r\n"
        writer.write(lines.encode() + (b"" if method == "HEAD" else body))
        await writer.drain()

    async def _find_page(self, head: list[str]) -> Page:
        words = head[0].split(" ")
        if len(words) != 3 or not words[2].startswith("HTTP/1."):
            return Page("not understood\n", status=400)
        if words[0] not in ("GET", "HEAD"):
            return Page("only GET and HEAD\n", status=405)
        names = [line.partition(":")[2].strip() for line in head[1:] if line.casefold().startswith("host:")]
        if len(names) != 1 or not _is_own_name(names[0]):
            return Page("for this machine only\n", status=403)
        make_page = self._pages.get(words[1].partition("?")[0])
        return await make_page() if make_page is not None else Page("there is no such page\n", status=404)


def _is_own_name(host: str) -> bool:
    """Of the Host header (RFC 9110 § 7.2): `127.0.0.1:9187`, `[::1]:9187`, `localhost`."""
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    return tls.is_loopback(name)
