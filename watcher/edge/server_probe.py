"""What listens on a port: does it speak TLS at once or greet in clear, what does it say first, and until when is its certificate good?

Logs in nowhere. Waits a few seconds where a session would wait minutes: two parties that each wait for the other to begin.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from watcher.edge import tls
from watcher.edge.wire_text import readable_line

#: Seconds to connect, and to wait for whatever is said first: a server that delays its greeting to annoy spammers takes six.
CONNECT_TIMEOUT, GREETING_TIMEOUT = 15.0, 8.0
#: X509_V_FLAG_NO_CHECK_TIME: an expired certificate shows its dates.
_NO_CHECK_TIME = 0x200000
#: X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH.
_OTHER_NAME = (62, 64)
#: Names of a certificate that are shown; that of a hosting company may have a hundred.
_MAX_NAMES = 5
#: How servers of mail greet, whatever they speak.
_GREETINGS = (b"* OK", b"* PREAUTH", b"* BYE", b"220", b"421", b"554", b"+OK", b"-ERR")
#: Protocol → how one that speaks it greets.
_OWN_GREETINGS: dict[str, tuple[bytes, ...]] = {"imap": (b"* ",), "smtp": (b"2", b"4", b"5")}
#: Protocol → what asks for TLS, and how the answer that grants it begins (RFC 9051 § 6.2.1, RFC 3207).
_STARTTLS = {
    "imap": ((b"a STARTTLS\r\n", b"a OK"),),
    "smtp": ((b"EHLO [127.0.0.1]\r\n", b"250"), (b"STARTTLS\r\n", b"220")),
}


@dataclass(frozen=True, slots=True)
class ProbedServer:
    """What was found. `mode`: implicit, starttls, off (it greets in clear and was not asked for TLS), silent (it says nothing), or ""
    (no connection). `names`: what the certificate is for. Instants in UTC."""

    mode: str
    greeting: str = ""
    certificate_ends_at: datetime | None = None
    certificate_starts_at: datetime | None = None
    error: str = ""
    names: tuple[str, ...] = ()
    has_other_name: bool = False  # the certificate is not for the host that was asked for


@dataclass(frozen=True, slots=True)
class ProbeTarget:
    """Where to look. `protocol`: imap or smtp; `tls`: the kind that is configured; `ca`: a file of certificates, or None;
    `checks_name`: a certificate for another host is refused."""

    host: str
    port: int
    protocol: str
    tls: str
    ca: str | None = None
    checks_name: bool = True


def probe_server(target: ProbeTarget) -> ProbedServer:
    """Connects once, and a second time where the first way did not work. Never raises: errors are in the result."""
    found = _probe_once(target)
    if found.has_other_name:
        names = _probe_once(replace(target, checks_name=False)).names
        more = " and others" if len(names) > _MAX_NAMES else ""
        said = f"; it is for {readable_line(', '.join(names[:_MAX_NAMES]))}{more}" if names else ""
        return replace(found, error=found.error + said, names=names)
    return found


def _probe_once(target: ProbeTarget) -> ProbedServer:
    try:
        if target.tls != "off":
            tls.shared_context(target.ca)
        if target.tls == "implicit":
            return _probe_implicit(target)
        return _probe_clear(target)
    except tls.CaFileError as error:
        return ProbedServer(target.tls, error=tls.describe_error(error))
    except ConnectionResetError as error:  # somebody is there
        return ProbedServer("silent", error=tls.describe_error(error))
    except OSError as error:
        return ProbedServer("", error=_describe_connect_error(error))


def _probe_implicit(target: ProbeTarget) -> ProbedServer:
    with _open_connection(target) as connection:
        try:
            found = _read_certificate(target, connection, "implicit")
            return found if found.greeting else replace(found, mode="silent")
        except ssl.SSLCertVerificationError as error:
            return ProbedServer("implicit", error=tls.describe_error(error), has_other_name=_is_other_name(error))
        except OSError as error:  # ENOTCONN too: a connection that was reset before TLS began is none any more
            refusal = tls.describe_error(error)
    with _open_connection(target) as connection:
        greeting = _read_line(connection)
    if greeting.startswith(_GREETINGS):
        return ProbedServer("off", readable_line(greeting))
    return ProbedServer("silent", error=refusal)


def _probe_clear(target: ProbeTarget) -> ProbedServer:
    with _open_connection(target) as connection:
        greeting = _read_line(connection)
        if not greeting:
            return _probe_silent(target, connection)
        if target.tls == "off":
            return ProbedServer("off", readable_line(greeting))
        if not greeting.startswith(_OWN_GREETINGS[target.protocol]):
            return ProbedServer(target.tls, readable_line(greeting))
        for command, granted in _STARTTLS[target.protocol]:
            connection.sendall(command)
            answer = _read_answer(connection, target.protocol)
            if not answer.startswith(granted):
                return ProbedServer("off", readable_line(greeting), error=readable_line(answer))
        try:
            return _read_certificate(target, connection, "starttls", readable_line(greeting))
        except ssl.SSLError as error:
            said, other = tls.describe_error(error), _is_other_name(error)
            return ProbedServer("starttls", readable_line(greeting), error=said, has_other_name=other)


def _probe_silent(target: ProbeTarget, connection: socket.socket) -> ProbedServer:
    """Nothing was said: perhaps it waits for TLS."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with context.wrap_socket(connection, server_hostname=target.host):
            return ProbedServer("implicit")
    except OSError as error:
        return ProbedServer("silent", error=tls.describe_error(error))


def _read_certificate(target: ProbeTarget, connection: socket.socket, mode: str, greeting: str = "") -> ProbedServer:
    """Begins TLS, whatever the dates of the certificate say. ssl.SSLError: it is not for this host, or nobody's we trust."""
    context = tls.make_context(target.ca)
    context.check_hostname = target.checks_name
    context.verify_flags |= ssl.VerifyFlags(_NO_CHECK_TIME)
    with context.wrap_socket(connection, server_hostname=target.host) as secured:
        certificate = secured.getpeercert() or {}
        if mode == "implicit":
            greeting = readable_line(_read_line(secured))
    starts, ends = (_parse_certificate_time(certificate.get(key)) for key in ("notBefore", "notAfter"))
    names = tuple(dict.fromkeys(str(entry[-1]) for entry in certificate.get("subjectAltName", ())))
    return ProbedServer(mode, greeting, certificate_ends_at=ends, certificate_starts_at=starts, names=names)


def _is_other_name(error: ssl.SSLError) -> bool:
    return isinstance(error, ssl.SSLCertVerificationError) and error.verify_code in _OTHER_NAME


def _parse_certificate_time(value: object) -> datetime | None:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(value), UTC) if isinstance(value, str) else None


@contextmanager
def _open_connection(target: ProbeTarget) -> Iterator[socket.socket]:
    connection = socket.create_connection((target.host, target.port), timeout=CONNECT_TIMEOUT)
    try:
        connection.settimeout(GREETING_TIMEOUT)
        yield connection
    finally:
        connection.close()


def _read_line(connection: socket.socket) -> bytes:
    """The first line that is said, 2 kB at most; b"" where nothing is said in time."""
    read = b""
    try:
        while b"\n" not in read and len(read) < 2048 and (octets := connection.recv(2048)):
            read += octets
    except (TimeoutError, ConnectionError):
        pass
    return read.split(b"\r\n")[0] if b"\n" in read or read.startswith(_GREETINGS) else b""


def _read_answer(connection: socket.socket, protocol: str) -> bytes:
    """The last line of an answer: tagged in IMAP, without a hyphen after its code in SMTP."""
    last = re.compile(rb"(?m)^(a .*|\d{3}(?: .*)?)\r?\n\Z" if protocol == "imap" else rb"(?m)^(\d{3}(?: .*)?)\r?\n\Z")
    read = b""
    while (found := last.search(read)) is None and len(read) < 65536 and (octets := connection.recv(4096)):
        read += octets
    return found[1].strip() if found else read[-200:]


def _describe_connect_error(error: OSError) -> str:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return "no name server answers: is this machine online, and is /etc/resolv.conf right?"
    if isinstance(error, socket.gaierror):
        return "there is no server of this name: compare host with what the provider writes"
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens on this port: compare it with what the provider writes"
    if isinstance(error, TimeoutError):
        return "no answer: compare host and port with what the provider writes; a firewall, or the host of this machine, may block the port"
    return tls.describe_error(error)
