"""One blocking IMAP connection: the commands that Watcher gives a server, and what it makes of the answers.

Read only: EXAMINE and BODY.PEEK, never a flag, never an open range. Nothing from a message goes into a command.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from imapclient.exceptions import IMAPClientError

from watcher.core.health.model import FolderCounts, ListedFolder
from watcher.core.message.model import MAX_FETCHED_OCTETS, FetchedMessage, FolderRole, Locator
from watcher.edge import tls
from watcher.edge.credentials import Authentication, BearerCredentials, Credentials, SecretError
from watcher.edge.imap.client import LONG_RESPONSE_OCTETS, SHORT_RESPONSE_OCTETS, CountingClient
from watcher.edge.imap.errors import TRANSIENT_ERROR, MailboxError, parse_backoff_time, single_line, translate_errors
from watcher.edge.login_advice import advise_on_busy_server, advise_on_refusal, with_advice

#: The highest UID there can be (RFC 9051 § 2.3.1.1). Unlike `*` it never means "the last message".
MAX_UID = 4294967295
#: No folder holds more messages: a server that says so is not believed, nor given memory for it.
MAX_MESSAGES = 5_000_000
#: A message that was received outside these years has no date that could be reckoned with.
_PLAUSIBLE_YEARS = range(1900, 2200)
#: Octets of a folder's name in UTF-8: it is part of a key of the database.
_MAX_FOLDER_NAME_OCTETS = 1000
#: Octets of an answer about one message of which only some header fields are asked for.
_MAX_FIELDS_OCTETS = 16_384
#: A server says that it is still there, and no more (OK without a code in brackets, RFC 9051 § 7.1.1): Dovecot every two minutes.
_KEEPALIVE = re.compile(rb"\* OK(?: (?!\[)|$)")
#: A message came (EXISTS, RFC 9051 § 7.4.1; RECENT, RFC 3501 § 7.3.2).
_ANNOUNCEMENT = re.compile(rb"\* \d+ (?:EXISTS|RECENT)\b")
#: UIDs asked for in one SEARCH: its answer must fit one line of the library.
UIDS_PER_SEARCH = 50_000


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """How to reach the server. `tls` is implicit, starttls or off (loopback only); times in seconds."""

    host: str
    port: int
    authentication: Authentication
    tls: str = "implicit"
    ca: str | None = None
    timeout: float = 60.0


@dataclass(frozen=True, slots=True)
class FetchedHeader:
    """Some fields of one message's header. Flags in lower case; `received_at` in UTC."""

    uid: int
    flags: frozenset[str]
    received_at: datetime
    octets: bytes


async def fetch_credentials(account: ImapAccount) -> Credentials:
    """What the next connection logs in with. MailboxError: it cannot be had."""
    try:
        return await account.authentication.fetch_credentials()
    except SecretError as error:
        raise MailboxError(f"no {error.what}: {error}", "network" if error.is_passing else "login") from None


@contextmanager
def _naming_server(server: str) -> Iterator[None]:
    """Whoever hears that nobody answered wants to know who did not."""
    try:
        with translate_errors():
            yield
    except MailboxError as error:
        raise MailboxError(f"{server}: {error}", error.kind, error.retry_after) from None


class ImapSession:
    """A connection that is logged in. One thread at a time, but for `drop_connection`. MailboxError: everything that goes wrong."""

    def __init__(self, account: ImapAccount) -> None:
        """Not connected yet: `open_connection` does that, and `drop_connection` ends it whatever it waits for."""
        self._account = account
        self._socket_handle: socket.socket | None = None
        self._dropped = False
        self._has_idle = False  # not known yet
        self._is_announced = False  # a message, in this IDLE

    def open_connection(self, credentials: Credentials) -> ImapSession:
        """Connects and logs in. MailboxError: that did not work."""
        account = self._account
        if account.tls == "off" and not tls.is_loopback(account.host):
            raise MailboxError(f"{account.host}: a connection without TLS is for this machine only", "tls")
        try:
            with _naming_server(f"{account.host}:{account.port}"):
                context = tls.shared_context(account.ca) if account.tls != "off" else None
                self._client = CountingClient(
                    account.host,
                    account.port,
                    tls_context=context if account.tls == "implicit" else None,
                    timeout=account.timeout,
                    on_connected=self._register_socket,
                )
                if account.tls == "starttls":
                    self._client.starttls(context)
            with translate_errors():
                self._log_in(credentials)
        except BaseException:
            self.drop_connection()
            raise
        return self

    def _register_socket(self, connection: socket.socket) -> None:
        """Keeps a second handle on the connection, so that another thread can end whatever this one waits for, TLS and all."""
        self._socket_handle = connection.dup()
        if self._dropped:
            self.drop_connection()

    def _log_in(self, credentials: Credentials) -> None:
        """By whatever the server takes; then it is told who we are, where it wants to know. MailboxError: it lets us not in."""
        try:
            self._client.authenticate(credentials)
        except IMAPClientError as error:
            text = single_line(error)
            is_transient = TRANSIENT_ERROR.search(text) is not None
            backoff = parse_backoff_time(text)
            if is_transient:
                text = with_advice(text, advise_on_busy_server(text))
            else:
                self._account.authentication.note_refusal(credentials)
                token_advice = credentials.advice if isinstance(credentials, BearerCredentials) else None
                text = with_advice(text, advise_on_refusal(text, self._account.host, token_advice))
            raise MailboxError(f"login refused: {text}", "network" if is_transient else "login", backoff) from None
        self._client.identify()
        self._has_idle = bool(self._client.has_capability("IDLE"))

    @property
    def socket(self) -> socket.socket:
        """The socket commands go through, with TLS (RFC 8314) where there is any."""
        found: socket.socket = self._client.socket()
        return found

    # --- folders

    def list_folders(self) -> list[ListedFolder]:
        """Every folder, be it only the parent of others (LIST, RFC 9051 § 6.3.9). MailboxError: no answer."""
        self._client.allowance.octets = LONG_RESPONSE_OCTETS
        with translate_errors():
            return [
                ListedFolder(
                    frozenset(_decode_atom(flag).lower() for flag in flags), _decode_atom(delimiter or b""), str(name)
                )
                for flags, delimiter, name in self._client.list_folders()
            ]

    def examine_folder(self, folder: str) -> FolderCounts:
        """Opens a folder read only (RFC 9051 § 6.3.3), and says what the server counts in it. MailboxError: not possible."""
        _reject_unusable_name(folder)
        self._client.allowance.octets = SHORT_RESPONSE_OCTETS
        try:
            with translate_errors():
                answer = self._client.select_folder(folder, readonly=True)
        except MailboxError as error:
            if error.kind == "protocol" and not TRANSIENT_ERROR.search(str(error)):
                text = f"folder {folder!r} cannot be opened: {error}"
                raise MailboxError(text, "folder", is_refusal=error.is_refusal) from None
            raise
        self._client.take_exists_response()
        try:
            numbers = int(answer[b"UIDVALIDITY"]), int(answer.get(b"UIDNEXT", 0)), int(answer[b"EXISTS"])
        except (KeyError, ValueError, TypeError):
            text = f"folder {folder!r}: the server does not say what it holds (no EXISTS or UIDVALIDITY)"
            raise MailboxError(text, "protocol") from None
        for number, most in zip(numbers, (MAX_UID, MAX_UID + 1, MAX_MESSAGES), strict=True):
            if not 0 <= number <= most:
                raise MailboxError(f"folder {folder!r}: the server counts what nobody can count", "protocol")
        modseq = answer.get(b"HIGHESTMODSEQ")
        return FolderCounts(*numbers, modseq if isinstance(modseq, int) else None)

    # --- messages

    def search_all_uids(self, uidnext: int, exists: int) -> frozenset[int]:
        """All UIDs of the open folder (UID SEARCH, RFC 9051 § 6.4.9); asked again while the server announces more in between.

        Asked for in windows of `UIDS_PER_SEARCH` where there are more: `uidnext` is where they end. MailboxError: no answer.
        """
        self._client.allowance.octets = LONG_RESPONSE_OCTETS + 20 * exists
        with translate_errors():
            for _ in range(10):
                found: set[int] = set()
                if exists <= UIDS_PER_SEARCH:
                    windows: Iterable[int] = (1,)
                else:
                    windows = range(1, max(uidnext, 2), UIDS_PER_SEARCH)
                starts = list(windows)
                for start, following in zip(starts, [*starts[1:], MAX_UID + 1], strict=True):
                    found.update(self._client.search(["UID", f"{start}:{following - 1}"]))
                if not self._client.take_exists_response():
                    break
        return _require_uids(found)

    def search_uids_since(self, day: date) -> frozenset[int]:
        """UIDs of the open folder that arrived on this day or later, by INTERNALDATE (SINCE, RFC 9051 § 6.4.4). MailboxError: no answer."""
        self._client.allowance.octets = LONG_RESPONSE_OCTETS
        with translate_errors():
            return _require_uids(self._client.search(["SINCE", day]))

    def search_header(self, name: str, value: str = "") -> list[int]:
        """UIDs of the open folder, rising, whose header of this name holds `value`; "": that have one at all (RFC 9051 § 6.4.4). Both are
        ours: nothing of a message goes into a command. MailboxError: no answer."""
        self._client.allowance.octets = LONG_RESPONSE_OCTETS
        with translate_errors():
            return sorted(_require_uids(self._client.search(["HEADER", name, value])))

    def fetch_header_fields(self, uids: list[int], names: tuple[str, ...]) -> list[FetchedHeader]:
        """These fields of the headers of messages of the open folder, in the order of `uids`, without those that are not handed out.
        BODY.PEEK sets no \\Seen. MailboxError: no answer."""
        wanted = f"BODY.PEEK[HEADER.FIELDS ({' '.join(names)})]"
        self._client.allowance.octets = SHORT_RESPONSE_OCTETS + len(uids) * _MAX_FIELDS_OCTETS
        with translate_errors():
            rows = self._client.fetch(uids, ["FLAGS", "INTERNALDATE", wanted])
            return [found for uid in uids if (found := _read_header(uid, rows.get(uid))) is not None]

    def supports_within(self) -> bool:
        """Can the server be asked how old a message is by its own clock (WITHIN, RFC 5032)? MailboxError."""
        with translate_errors():
            return bool(self._client.has_capability("WITHIN"))

    def is_younger(self, uid: int, seconds: int) -> bool:
        """Did the message arrive in the last so many seconds (YOUNGER, RFC 5032 § 2), by the server's clock? One second at least.
        MailboxError: no answer."""
        with translate_errors():
            return uid in self._client.search(["UID", str(uid), "YOUNGER", str(seconds)])

    def fetch_messages(
        self, mailbox: str, folder: str, role: FolderRole, uidvalidity: int, uids: list[int]
    ) -> list[FetchedMessage]:
        """Header and first text of these messages of the open folder, as far as the server hands them out: up to MAX_FETCHED_OCTETS.

        BODY.PEEK sets no \\Seen (RFC 9051 § 6.4.5). MailboxError: no answer.
        """
        wanted = f"BODY.PEEK[]<0.{MAX_FETCHED_OCTETS}>"
        self._client.allowance.octets = SHORT_RESPONSE_OCTETS + len(uids) * (MAX_FETCHED_OCTETS + 4096)
        with translate_errors():
            thread = self._thread_id_items()
            rows = self._client.fetch(uids, ["FLAGS", "INTERNALDATE", "RFC822.SIZE", *thread, wanted])
            return [
                found
                for uid in uids
                if (found := _read_fetched(Locator(mailbox, folder, uidvalidity, uid), role, rows.get(uid))) is not None
            ]

    def find_answered_uids(self, uids: list[int]) -> set[int]:
        """Those of the open folder that are marked \\Answered (RFC 9051 § 2.3.2). Read, never set. MailboxError: no answer."""
        with translate_errors():
            rows = self._client.fetch(uids, ["FLAGS"])
            return {uid for uid in uids if "\\answered" in map(str.lower, _read_flags(rows.get(uid) or {}))}

    def _thread_id_items(self) -> list[str]:
        """What the server calls its own thread ids, where it says that it has them (RFC 8474 § 5.2; Google's extension)."""
        if self._client.has_capability("X-GM-EXT-1"):
            return ["X-GM-THRID"]
        return ["THREADID"] if self._client.has_capability("OBJECTID") else []

    # --- IDLE

    def supports_idle(self) -> bool:
        """Does the server offer IDLE (RFC 2177)? It was asked at the login."""
        return self._has_idle

    def take_exists(self) -> int | None:
        """How many messages the open folder has, where the server has said so since it was asked last (RFC 9051 § 7.4.1); else None. Waits
        for nothing."""
        return self._client.take_exists_count()

    def start_idle(self) -> bool:
        """Begins IDLE (RFC 2177); True when the server said something already that waits in a buffer."""
        self._is_announced = False
        with translate_errors():
            self._client.allowance.octets = SHORT_RESPONSE_OCTETS
            self._client.idle()
            return self._client.has_buffered_data()

    def skip_keepalives(self) -> bool:
        """In IDLE, without a wait, so that it needs no thread: has the server said that it is still there, and no more? Anything else, an
        error too, is left to `hear_idle`."""
        try:
            return self._client.skip_lines(_KEEPALIVE)
        except (OSError, ValueError, MailboxError):
            return False

    def hear_idle(self) -> bool:
        """Reads what the server said in IDLE. True: there may be something to see; False: it is still there, and that is all.
        MailboxError."""
        with translate_errors():
            lines, has_more = self._client.read_untagged_lines()
        self._is_announced |= any(map(_ANNOUNCEMENT.match, lines))
        return has_more or not all(map(_KEEPALIVE.match, lines))

    def end_idle(self) -> bool:
        """Ends IDLE; did the server announce a message in it (EXISTS, or RECENT of RFC 3501 § 7.3.2)? MailboxError."""
        self._client.allowance.octets = LONG_RESPONSE_OCTETS  # what happened in between is said now
        with translate_errors():
            _, words = self._client.idle_done()
        told = (isinstance(line, tuple) and len(line) > 1 and line[1] in (b"EXISTS", b"RECENT") for line in words)
        return self._is_announced or any(told)

    def send_noop(self) -> None:
        """Is the connection alive (RFC 9051 § 6.1.2)? MailboxError: it is not."""
        self._client.allowance.octets = LONG_RESPONSE_OCTETS
        with translate_errors():
            self._client.noop()

    # --- the end

    def drop_connection(self) -> None:
        """Closes the connection, from any thread, whatever another one is reading from it. Never raises."""
        self._dropped = True
        handle, self._socket_handle = self._socket_handle, None
        if handle is not None:
            with suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)
            handle.close()
        with suppress(Exception):
            self._client.shutdown()


def _require_uids(found: Collection[int]) -> frozenset[int]:
    """MailboxError: not all of them are UIDs (RFC 9051 § 2.3.1.1), or they are more than a folder can hold."""
    if len(found) > MAX_MESSAGES or not all(1 <= uid <= MAX_UID for uid in found):
        raise MailboxError("the server lists messages under numbers that are none", "protocol")
    return frozenset(found)


def _read_fetched(place: Locator, role: FolderRole, row: Mapping[bytes, Any] | None) -> FetchedMessage | None:
    """One row of an answer to FETCH (RFC 9051 § 7.5.2); None where it is no message that could be reckoned with."""
    raw = row and row.get(b"BODY[]<0>", row.get(b"BODY[]"))
    if not row or not isinstance(raw, bytes):
        return None
    received, size = row.get(b"INTERNALDATE"), row.get(b"RFC822.SIZE")
    if not isinstance(received, datetime) or received.tzinfo is None or received.year not in _PLAUSIBLE_YEARS:
        return None
    if not isinstance(size, int) or not 0 <= size < 2**63:  # RFC 9051 § 9: number64
        size = len(raw)
    return FetchedMessage(place, role, raw, received.astimezone(UTC), size, _read_flags(row), _server_thread_id(row))


def _read_header(uid: int, row: Mapping[bytes, Any] | None) -> FetchedHeader | None:
    """One row of an answer to FETCH; None where it says not enough."""
    octets = next((value for key, value in (row or {}).items() if key.startswith(b"BODY[HEADER")), None)
    received = (row or {}).get(b"INTERNALDATE")
    if not row or not isinstance(octets, bytes) or not isinstance(received, datetime) or received.tzinfo is None:
        return None
    if received.year not in _PLAUSIBLE_YEARS:
        return None
    return FetchedHeader(uid, frozenset(flag.lower() for flag in _read_flags(row)), received.astimezone(UTC), octets)


def _read_flags(row: Mapping[bytes, Any]) -> tuple[str, ...]:
    flags = row.get(b"FLAGS")
    return tuple(map(_decode_atom, flags)) if isinstance(flags, tuple) else ()


def _server_thread_id(row: Mapping[bytes, Any]) -> str:
    """ "" where the server has none for this message (THREADID NIL)."""
    value = row.get(b"X-GM-THRID", row.get(b"THREADID"))
    if isinstance(value, tuple):
        value = value[0] if value else None
    text = _decode_atom(value or "")
    return text if re.fullmatch(r"[A-Za-z0-9_-]{1,255}", text) else ""


def _decode_atom(value: object) -> str:
    """An atom of an answer; a broken server's may be a number."""
    return value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)


def _reject_unusable_name(folder: str) -> None:
    """MailboxError: the name cannot be said in a command, or not be kept: half a surrogate pair comes out of a server's UTF-7."""
    too_long = len(folder.encode("utf-8", "surrogatepass")) > _MAX_FOLDER_NAME_OCTETS
    if too_long or re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", folder):
        raise MailboxError(f"{folder[:80]!r} is no folder name", "folder")
