"""IMAPClient with every octet counted, and its socket known before anything is read from it.

All that touches the inside of IMAPClient or imaplib is in this file.
"""

from __future__ import annotations

import imaplib
import socket
import ssl
from collections.abc import Callable
from typing import Any

from imapclient import IMAPClient, SocketTimeout

from watcher.edge.imap.errors import MailboxError

#: Octets an answer may have, beside the messages that were asked for.
SHORT_RESPONSE_OCTETS, LONG_RESPONSE_OCTETS = 256 * 1024, 8 * 1024 * 1024


class OctetAllowance:
    """How many octets the server may still send before MailboxError cuts it off: a broken or hostile one must not fill our
    memory."""

    def __init__(self) -> None:
        self.octets = SHORT_RESPONSE_OCTETS  # the greeting

    def consume(self, octets: int) -> None:
        """The server is about to be read. MailboxError: it says more than what was asked for can take."""
        self.octets -= octets
        if self.octets < 0:
            raise MailboxError("the server sends more than was asked for", "protocol")


class CountingClient(IMAPClient):  # type: ignore[misc]  # no types there
    """Connects when it is made. OSError, ssl.SSLError, imaplib.IMAP4.error: that did not work."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        tls_context: ssl.SSLContext | None,
        timeout: float,
        on_connected: Callable[[socket.socket], None],
    ) -> None:
        """`tls_context`: TLS from the first octet on. `timeout` in seconds; half of it to connect. `on_connected` gets the TCP socket."""
        self.allowance = OctetAllowance()
        self._on_connected = on_connected
        super().__init__(
            host,
            port,
            ssl=tls_context is not None,
            ssl_context=tls_context,
            timeout=SocketTimeout(connect=timeout / 2, read=timeout),
        )
        self._imap.debug = 0  # else every message is copied into a debug log
        self.normalise_times = False

    def _create_IMAP4(self) -> _CountingImap4:  # noqa: N802
        """IMAPClient makes its connection here, and has no public place for another class of it."""
        return _CountingImap4(self)

    def take_exists_response(self) -> bool:
        """Did the server announce new messages inside another answer (RFC 9051 § 7.4.1)? It will not announce them again."""
        return bool(self._imap.response("EXISTS")[1] != [None])

    def has_buffered_data(self) -> bool:
        """Octets that were read from the socket and not yet from imaplib's buffer on it: `select` does not see them."""
        if getattr(self._imap, "_readbuf", None):  # Python 3.14
            return True
        peek = getattr(getattr(self._imap, "file", None), "peek", None)
        if peek is None:
            return False
        connection: socket.socket = self.socket()
        before = connection.gettimeout()
        connection.settimeout(0)
        try:
            return bool(peek(1))
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return False
        finally:
            connection.settimeout(before)


class _CountingImap4(imaplib.IMAP4):
    def __init__(self, client: CountingClient) -> None:
        self._client = client
        super().__init__(client.host, client.port, client._timeout.connect)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        """imaplib's own IMAP4_SSL overrides the same method."""
        connection = socket.create_connection((self.host, self.port), timeout=timeout)
        # A command in several writes, as a SEARCH with a literal is, would wait 40 ms for the other side's delayed ACK.
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._client._on_connected(connection)
        context: Any = self._client.ssl_context
        if not self._client.ssl:
            return connection
        wrapped: socket.socket = context.wrap_socket(connection, server_hostname=self.host)
        return wrapped

    def read(self, size: int) -> bytes:
        self._client.allowance.consume(size)  # before: what was announced is not read to see whether it is true
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self._client.allowance.consume(len(line))
        return line
