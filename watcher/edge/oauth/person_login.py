"""How a person logs in: an address for the browser and its way back to this machine (RFC 6749 § 4.1, RFC 7636, RFC 8252), or a code
to type in a browser anywhere (RFC 8628). Blocks; prints nothing."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import select
import socket
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from watcher.edge.credentials import TokenError
from watcher.edge.oauth.error_texts import explain_refusal
from watcher.edge.oauth.grants import StoredToken, TokenClient, post_as_client, read_token
from watcher.edge.wire_text import readable_line

#: Seconds between two questions whether the code was typed (RFC 8628 § 3.2), and what `slow_down` adds (§ 3.5).
DEVICE_POLL_SECONDS = 5.0
#: Seconds a browser has to say what it wants once it is connected.
_BROWSER_TIMEOUT_SECONDS = 10.0
_MAX_REQUEST_OCTETS = 64 * 1024
_PAGE = (
    "<!doctype html><meta charset=utf-8><title>Watcher</title>"
    "<p style='font:18px sans-serif;margin:3em'>{text} You may close this window."
)


@dataclass(frozen=True, slots=True)
class CodeLogin:
    """A login that waits for its redirect (RFC 6749 § 4.1.2). `address` is for the browser; `state` and `verifier` prove that the answer is
    its own (RFC 6749 § 10.12, RFC 7636)."""

    address: str
    redirect: str
    state: str
    verifier: str


@dataclass(frozen=True, slots=True)
class DeviceLogin:
    """A login that waits until somebody typed the code; spans in seconds."""

    address: str
    user_code: str
    device_code: str
    interval: float
    expires_in: float


# --- by browser, and back


class RedirectListener:
    """The end of the browser's way, on this machine only (RFC 8252 § 8.3)."""

    def __init__(self, redirect: str) -> None:
        """`redirect`: of the configuration; without a port it is any free one. TokenError: the port is taken."""
        parts = urllib.parse.urlsplit(redirect)
        try:
            self._listener = socket.create_server(("127.0.0.1", parts.port or 0))
        except OSError as error:
            text = f"{redirect}: {error.strerror}: another login runs, or another program has this port"
            raise TokenError(text, "redirect") from None
        port = self._listener.getsockname()[1]
        self.redirect = urllib.parse.urlunsplit((parts.scheme, f"{parts.hostname}:{port}", parts.path, "", ""))
        self._path = parts.path or "/"

    def wait(self, typed: IO[str] | None = None) -> str:
        """The address that the browser came back to, or the one that somebody typed. EOFError: the input ended."""
        while True:
            sources: list[socket.socket | IO[str]] = [self._listener, *([typed] if typed else [])]
            ready, _, _ = select.select(sources, [], [])
            if typed is not None and typed in ready:
                line = typed.readline()
                if not line:
                    raise EOFError
                if line.strip():
                    return line.strip()
            elif found := self._answer_browser():
                return found

    def close(self) -> None:
        """Nobody is waited for any more."""
        self._listener.close()

    def _answer_browser(self) -> str:
        """One request; "" where it is not the one (a browser asks for an icon too)."""
        connection, _ = self._listener.accept()
        with connection:
            connection.settimeout(_BROWSER_TIMEOUT_SECONDS)
            try:
                target = _read_request_target(connection)
                is_ours = urllib.parse.urlsplit(target).path == self._path and "state=" in target
                text = "Watcher has what it needs." if is_ours else "Nothing is here."
                body = _PAGE.format(text=text).encode()
                head = (
                    f"HTTP/1.1 {'200 OK' if is_ours else '404 Not Found'}\r\nContent-Type: text/html; charset=utf-8\r\n"
                )
                connection.sendall(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
            except (OSError, ValueError):
                return ""
            return target if is_ours else ""


def _read_request_target(connection: socket.socket) -> str:
    """Of a GET (RFC 9112 § 3). OSError, ValueError: it is none."""
    octets = b""
    while b"\r\n\r\n" not in octets:
        more = connection.recv(8192)
        if not more or len(octets) > _MAX_REQUEST_OCTETS:
            raise ValueError
        octets += more
    method, target, _ = octets.split(b"\r\n", 1)[0].decode("ascii").split(" ")
    if method != "GET":
        raise ValueError
    return target


def start_code_login(client: TokenClient, redirect: str) -> CodeLogin:
    """The authorization request (RFC 6749 § 4.1.1) with PKCE (RFC 7636 § 4.2)."""
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = {
        "response_type": "code",
        "client_id": client.client,
        "redirect_uri": redirect,
        "scope": " ".join(client.scopes),
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "login_hint": client.account,
        **dict(client.authorization_extras),
    }
    joint = "&" if urllib.parse.urlsplit(client.authorization_endpoint).query else "?"
    address = f"{client.authorization_endpoint}{joint}{urllib.parse.urlencode(query)}"
    return CodeLogin(address, redirect, state, verifier)


def finish_code_login(client: TokenClient, login: CodeLogin, returned: str, now: datetime) -> StoredToken:
    """The address that the browser came back to → a token (RFC 6749 § 4.1.3). TokenError: somebody said no, or it is another address."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(returned).query)
    found = {name: values[0] for name, values in query.items()}
    if not hmac.compare_digest(found.get("state", "").encode(), login.state.encode()):
        text = "this is not the address that the browser came back to after this login: it holds code=… and state=…"
        raise TokenError(text, "redirect")
    if error := readable_line(found.get("error", "")):
        raise TokenError(explain_refusal(error, readable_line(found.get("error_description", ""))), error)
    form = {
        "grant_type": "authorization_code",
        "code": found.get("code", ""),
        "redirect_uri": login.redirect,
        "code_verifier": login.verifier,
    }
    return _require_login(read_token(client, post_as_client(client, client.token_endpoint, form, now), None, now))


# --- by a code, in a browser anywhere


def start_device_login(client: TokenClient, now: datetime) -> DeviceLogin:
    """RFC 8628 § 3.1. TokenError: the provider hands out no code."""
    answer = post_as_client(client, client.device_endpoint, {"scope": " ".join(client.scopes)}, now)
    address = answer.get("verification_uri") or answer.get("verification_url")  # the latter is Google's
    user_code, device_code = answer.get("user_code"), answer.get("device_code")
    if not all(isinstance(value, str) and value for value in (address, user_code, device_code)):
        raise TokenError("the provider answered without a code to type")
    return DeviceLogin(
        address=readable_line(address),
        user_code=readable_line(user_code),
        device_code=str(device_code),
        interval=max(_parse_seconds(answer.get("interval"), DEVICE_POLL_SECONDS), 1.0),
        expires_in=_parse_seconds(answer.get("expires_in"), 900.0),
    )


def finish_device_login(
    client: TokenClient, login: DeviceLogin, now: Callable[[], datetime], sleep: Callable[[float], None]
) -> StoredToken:
    """Asks until the code was typed (RFC 8628 § 3.4). TokenError: somebody said no, or nobody came in time."""
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": login.device_code}
    interval, began = login.interval, now()
    while True:
        sleep(interval)
        try:
            return _require_login(
                read_token(client, post_as_client(client, client.token_endpoint, form, now()), None, now())
            )
        except TokenError as error:
            if error.error == "slow_down":
                interval += DEVICE_POLL_SECONDS
            elif error.error not in ("", "authorization_pending"):
                raise
            if (now() - began).total_seconds() > login.expires_in:
                raise TokenError(explain_refusal("expired_token", ""), "expired_token") from None


def _require_login(token: StoredToken) -> StoredToken:
    """TokenError: it ends within the hour, and could not be renewed."""
    if not token.refresh_token:
        text = "the provider gave no refresh token, so that the login would end within the hour: add offline_access to scopes"
        raise TokenError(text, "invalid_scope")
    return token


def _parse_seconds(value: object, default: float) -> float:
    try:
        found = float(str(value))
    except ValueError:
        return default
    return found if 0 < found < 86_400 else default
