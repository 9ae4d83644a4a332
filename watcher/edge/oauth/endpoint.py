"""The token endpoint over HTTP: a form is posted, JSON comes back (RFC 6749 § 3.2). Blocks; follows no redirect; keeps nothing."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import ssl
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.client import HTTPException, HTTPMessage
from typing import IO, Any

from watcher.edge import tls
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.error_texts import explain_refusal
from watcher.edge.wire_text import readable_line

#: Seconds the provider may keep us waiting for an octet.
TIMEOUT_SECONDS = 20.0
#: Seconds that all of it may take.
DEADLINE_SECONDS = 60.0
#: Octets of an answer that are read; real ones have two to eight thousand.
MAX_ANSWER_OCTETS = 256 * 1024

Answer = dict[str, Any]
Connect = Callable[..., socket.socket]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A form with secrets in it is not sent on to wherever somebody points."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


class _BoundedConnections:
    """Connections that end when the whole exchange has taken too long: a provider that sends an octet a second would hold us else."""

    def __init__(self, deadline: float) -> None:
        self._handles: list[socket.socket] = []
        self._timer = threading.Timer(deadline, self._shut_down_sockets)
        self._timer.daemon = True

    @contextmanager
    def open(self, request: urllib.request.Request, ca: str | None) -> Iterator[http.client.HTTPResponse]:
        """Sends the request. OSError, http.client.HTTPException: no answer, or not in time."""
        handlers = (_NoRedirect, _HttpHandler(self.connect), _HttpsHandler(self.connect, tls.shared_context(ca)))
        self._timer.start()
        try:
            with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT_SECONDS) as response:
                yield response
        finally:
            self._timer.cancel()
            for handle in self._handles:
                handle.close()

    def connect(self, address: tuple[str, int], *words: Any) -> socket.socket:
        """In the place of `socket.create_connection`. OSError."""
        connection = socket.create_connection(address, *words)
        self._handles.append(connection.dup())
        return connection

    def _shut_down_sockets(self) -> None:
        for handle in list(self._handles):
            with suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)


class _HttpHandler(urllib.request.HTTPHandler):
    def __init__(self, connect: Connect) -> None:
        super().__init__()
        self._connect = connect

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_build_connection, http.client.HTTPConnection, self._connect), req)


class _HttpsHandler(urllib.request.HTTPSHandler):
    def __init__(self, connect: Connect, context: ssl.SSLContext) -> None:
        super().__init__()
        self._connect, self._tls_context = connect, context

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        made = partial(_build_connection, http.client.HTTPSConnection, self._connect)
        return self.do_open(made, req, context=self._tls_context)


def _build_connection(
    kind: type[http.client.HTTPConnection], connect: Connect, *words: Any, **known: Any
) -> http.client.HTTPConnection:
    """http.client keeps the function that opens its socket in an attribute, and has no public place for another."""
    made = kind(*words, **known)
    made._create_connection = connect  # type: ignore[attr-defined]
    return made


def post_form(
    url: str,
    form: Mapping[str, str],
    *,
    ca: str | None = None,
    basic: tuple[str, str] | None = None,
    deadline: float = DEADLINE_SECONDS,
) -> Answer:
    """The JSON object of a good answer. TokenError: the provider said no, said nothing, or cannot be reached.

    `basic`: the client's name and secret for the header (RFC 6749 § 2.3.1). `ca`: a file of certificates in PEM. `deadline` in seconds.
    Proxies are taken from the environment (`https_proxy`).
    """
    request = urllib.request.Request(  # noqa: S310 (the configuration lets https and loopback through only)
        url, urllib.parse.urlencode(form).encode(), {"Accept": "application/json"}
    )
    if basic is not None:
        words = ":".join(urllib.parse.quote_plus(word) for word in basic).encode()
        request.add_header("Authorization", "Basic " + base64.b64encode(words).decode())
    host = urllib.parse.urlsplit(url).hostname or url
    connections = _BoundedConnections(deadline)
    try:
        with connections.open(request, ca) as response:
            return _read_answer(host, response.status, response.read(MAX_ANSWER_OCTETS))
    except urllib.error.HTTPError as error:
        try:
            return _read_answer(host, error.code, error.read(MAX_ANSWER_OCTETS))
        except OSError:
            raise TokenError(f"{host} answered {error.code} and broke off") from None
    except urllib.error.URLError as error:
        reason = error.reason if isinstance(error.reason, Exception) else OSError(0, str(error.reason))
        raise TokenError(f"cannot reach {host}: {tls.describe_error(reason)}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise TokenError(f"cannot reach {host}: {tls.describe_error(error)}") from None


def _read_answer(host: str, status: int, body: bytes) -> Answer:
    """RFC 6749 § 5.1 and § 5.2."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise TokenError(f"{host} answered {status}, and nothing that could be read")
    error = answer.get("error")
    if isinstance(error, str) and error:
        code = readable_line(error)[:100]
        raise TokenError(explain_refusal(code, readable_line(str(answer.get("error_description") or ""))), code)
    if status != 200:
        raise TokenError(f"{host} answered {status}")
    return answer
