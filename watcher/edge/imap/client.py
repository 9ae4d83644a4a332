"""IMAPClient with every octet counted, and its socket known before anything is read from it.

All that touches the inside of IMAPClient or imaplib is in this file.
"""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from io import BufferedReader
from typing import Any, Literal, TypeVar

from imapclient import IMAPClient, SocketTimeout, imapclient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError
from imapclient.response_parser import parse_fetch_response

from watcher.edge.credentials import Credentials, PasswordCredentials
from watcher.edge.imap.errors import MailboxError, single_line
from watcher.edge.sasl import Plain, SaslError, choose_mechanism, describe_missing_mechanism
from watcher.edge.wire_text import readable_line

#: Octets an answer may have, beside the messages that were asked for.
SHORT_RESPONSE_OCTETS, LONG_RESPONSE_OCTETS = 256 * 1024, 8 * 1024 * 1024
#: What each connection keeps to read into, however quiet it is: imaplib's 8,192 are more than such a mailbox has of its own otherwise.
READ_BUFFER_OCTETS = 2048


_Word = TypeVar("_Word", str, bytes)


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

    def _normalise_capabilites(self, raw_response: Any) -> tuple[bytes, ...]:
        return _share_words(super()._normalise_capabilites(raw_response))

    def _check_resp(self, expected: str, command: str, typ: str, data: Sequence[Any]) -> None:
        """IMAPClient reads a refusal as ASCII, drops every letter that is none from the names in it, and writes a line about that into
        the log."""
        if typ != expected:
            raise IMAPClientError(f"{command} failed: {readable_line(data[0])}")

    def authenticate(self, credentials: Credentials) -> None:
        """LOGIN where that is allowed and can say it; else AUTHENTICATE (RFC 9051 § 6.2.2) by what the server offers. LoginError: refused,
        or there is no way that both know."""
        if (
            isinstance(credentials, PasswordCredentials)
            and _is_plain_text(credentials)
            and not self.has_capability("LOGINDISABLED")
        ):
            self.login(credentials.user, credentials.password)
            return
        offered = [name.decode("ascii", "replace") for name in self.capabilities() if name.startswith(b"AUTH=")]
        mechanism = choose_mechanism(credentials, [name.removeprefix("AUTH=") for name in offered])
        if mechanism is None and isinstance(credentials, PasswordCredentials) and not offered:
            mechanism = Plain(credentials)  # a server that keeps to itself what it takes
        if mechanism is None:
            raise LoginError(describe_missing_mechanism(credentials, offered))
        try:
            self.sasl_login(mechanism.name, mechanism.respond)
        except SaslError as error:
            raise LoginError(str(error)) from None
        except LoginError as error:
            raise LoginError(
                f"{single_line(error)} ({mechanism.refusal})" if mechanism.refusal else str(error)
            ) from None

    def identify(self) -> None:
        """Says who we are (RFC 2971) to a server that asks for it: NetEase's open no folder for a program without a name. Whatever they
        answer is their affair. OSError, abort: the connection broke."""
        if self.has_capability("ID"):
            try:
                self.id_({"name": "Watcher"})
            except IMAPClientAbortError:
                raise
            except IMAPClientError:
                return

    def fetch(
        self, messages: Sequence[int], data: Sequence[str], modifiers: None = None
    ) -> dict[int, dict[bytes, Any]]:
        """What the server hands out of these messages (UID FETCH, RFC 9051 § 6.4.9), by UID. IMAPClientError: refused.

        Unlike the library's it reads row by row: one that makes no sense is as if it had not been sent, and the others count.
        """
        if not messages:
            return {}
        words = (imapclient.join_message_ids(messages), imapclient.seq_to_parenstr_upper(data))
        tag = self._imap._command("UID", "FETCH", *words)
        status, answer = self._imap._command_complete("FETCH", tag)
        self._checkok("fetch", status, answer)
        _, records = self._imap._untagged_response(status, answer, "FETCH")
        found: dict[int, dict[bytes, Any]] = {}
        for row in _split_rows(records):
            for uid, items in _parse_row(row).items():
                found.setdefault(uid, {}).update(items)
        return {uid: found[uid] for uid in messages if uid in found}

    def take_exists_response(self) -> bool:
        """Did the server announce new messages inside another answer (RFC 9051 § 7.4.1)? It will not announce them again."""
        return self.take_exists_count() is not None

    def take_exists_count(self) -> int | None:
        """The number of messages (EXISTS, RFC 3501 § 7.3.1) that the server announced last; None where it announced none that is one."""
        numbers = self._imap.response("EXISTS")[1]
        return int(numbers[-1]) if numbers and numbers[-1] is not None and numbers[-1].isdigit() else None

    def has_buffered_data(self) -> bool:
        """Octets that were read from the socket and not yet from the buffer on it: `select` does not see them."""
        return bool(self._peek_octets())

    def read_untagged_lines(self) -> tuple[list[bytes], bool]:
        """The untagged responses that have come, or begun to, without a wait for more; and whether something else may have come,
        the end of the connection too. OSError, imaplib.IMAP4.abort: it broke."""
        lines: list[bytes] = []
        while (octets := self._peek_octets()) and octets.startswith(b"*"):
            lines.append(self._imap._get_response())
        return lines, bool(octets) or (octets is not None and not lines)

    def skip_lines(self, pattern: re.Pattern[bytes]) -> bool:
        """Passes over what has come, as long as it is whole lines of this kind, without a wait for more. Has nothing else come? False also
        where there is nothing. OSError: the connection broke."""
        has_skipped = False
        while octets := self._peek_octets():
            lines = octets.split(b"\r\n")
            if lines.pop() or not all(map(pattern.match, lines)):
                return False
            self._imap.read(len(octets))
            has_skipped = True
        return has_skipped or octets is None

    def _peek_octets(self) -> bytes | None:
        """Octets that can be read without waiting, and stay to be read. None: there are none yet; b"": there will be none, or there
        are none yet."""
        connection: socket.socket = self.socket()
        before = connection.gettimeout()
        connection.settimeout(0)
        try:
            return bytes(self._imap.read_buffer.peek(1))
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return None
        finally:
            connection.settimeout(before)


@lru_cache(maxsize=64)
def _share_words(words: tuple[_Word, ...]) -> tuple[_Word, ...]:
    """What a server says of itself, it says on each connection: kept once."""
    return words


_Record = bytes | tuple[bytes, bytes] | None


#: A row that imaplib took for a part of the one before, which has no end: since Python 3.14 it passes over empty lines within brackets.
_SWALLOWED_ROW = re.compile(rb"\* ([0-9]+) FETCH (.*)", re.DOTALL)


def _split_rows(records: Iterable[_Record]) -> Iterator[list[_Record]]:
    """imaplib leaves a row in pieces: one for each literal, with what stands before it, and what stands behind the last."""
    row: list[_Record] = []
    for record in records:
        line, *literal = record if isinstance(record, tuple) else (record,)
        if row and line and (swallowed := _SWALLOWED_ROW.match(line)):
            yield row
            row, line = [], b" ".join(swallowed.groups())
        if literal:
            row.append((line or b"", literal[0]))
            continue
        yield [*row, line]
        row = []


def _parse_row(row: list[_Record]) -> dict[int, dict[bytes, Any]]:
    """{} where it makes no sense."""
    try:
        return dict(parse_fetch_response(row, normalise_times=False))
    except Exception:  # nonsense has shown ValueError, TypeError, IndexError, OverflowError, RecursionError, …
        return {}


def _is_plain_text(credentials: PasswordCredentials) -> bool:
    """LOGIN has no character set beyond ASCII, and imaplib puts the words into quotes."""
    return credentials.user.isascii() and credentials.password.isascii()


class _CountingImap4(imaplib.IMAP4):
    """Reads by a buffer of its own: imaplib's is another one in Python 3.14, where nobody can look what has come."""

    def __init__(self, client: CountingClient) -> None:
        self._client = client
        self._stream: Any = None
        self._stream_socket: socket.socket | None = None
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

    @property
    def read_buffer(self) -> BufferedReader:
        """What the server said. Another one once there is TLS around the socket: what came before it counts for nothing (STARTTLS)."""
        if self._stream_socket is not self.sock:
            self._stream, self._stream_socket = self.sock.makefile("rb", buffering=READ_BUFFER_OCTETS), self.sock
        stream: BufferedReader = self._stream
        return stream

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        super().open(host, port, timeout)
        self._close_unread_file()

    def starttls(self, ssl_context: ssl.SSLContext | None = None) -> tuple[Literal["OK"], list[None]]:
        answer = super().starttls(ssl_context)
        self._close_unread_file()
        return answer

    def _close_unread_file(self) -> None:
        """The buffer that imaplib has made, and that is not read by."""
        getattr(self, "_file" if sys.version_info >= (3, 14) else "file").close()

    def shutdown(self) -> None:
        self.read_buffer.close()  # else the socket stays open
        super().shutdown()

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What the server can; imaplib puts it here, and from Python 3.14 on once more after the login."""
        return self._capabilities

    @capabilities.setter
    def capabilities(self, words: tuple[str, ...]) -> None:
        self._capabilities = _share_words(words)

    def _log(self, line: str) -> None:
        """imaplib would keep the last ten lines of each connection, a password among them."""

    def read(self, size: int) -> bytes:
        self._client.allowance.consume(size)  # before: what was announced is not read to see whether it is true
        return self.read_buffer.read(size)

    def readline(self) -> bytes:
        line = self.read_buffer.readline(max(self._client.allowance.octets, 0) + 1)
        self._client.allowance.consume(len(line))
        return line
