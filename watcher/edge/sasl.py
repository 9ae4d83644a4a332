"""SASL (RFC 4422): how a login is proved, for IMAP and SMTP alike. Challenges in, responses out; nothing is sent here.

PLAIN (RFC 4616), SCRAM (RFC 5802, RFC 7677) where a server takes nothing simpler, XOAUTH2 (Google's) and OAUTHBEARER (RFC 7628) for
tokens. Every connection is by TLS or on this machine, so PLAIN is as good as any: SCRAM is for servers that keep no password that
they could compare.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Callable, Collection
from typing import Protocol

from watcher.edge.credentials import BearerCredentials, Credentials, PasswordCredentials
from watcher.edge.wire_text import readable_line

#: Rounds that a server may ask for: more would take minutes.
_MAX_ITERATIONS = 2_000_000
_SCRAM_HASHES = {"SCRAM-SHA-256": "sha256", "SCRAM-SHA-1": "sha1"}


class SaslError(Exception):
    """The server does not do what the mechanism asks of it (RFC 4422 § 3): it may be another one than ours."""


class Mechanism(Protocol):
    """One login: challenges and responses (RFC 4422 § 3). `refusal`: what the server said against it before it said no."""

    name: str
    refusal: str

    def respond(self, challenge: bytes) -> bytes:
        """The response to a challenge; the first is empty. SaslError: this is not our server."""


def choose_mechanism(
    credentials: Credentials, offered: Collection[str], nonce: Callable[[], str] = lambda: secrets.token_urlsafe(18)
) -> Mechanism | None:
    """By what the server offers (names in upper case); None: nothing that these credentials are good for."""
    if isinstance(credentials, BearerCredentials):
        kind = XOAuth2 if "XOAUTH2" in offered else OAuthBearer if "OAUTHBEARER" in offered else None
        return kind(credentials) if kind else None
    if "PLAIN" in offered:
        return Plain(credentials)
    name = next((name for name in _SCRAM_HASHES if name in offered), None)
    return Scram(name, credentials, nonce()) if name else None


def describe_missing_mechanism(credentials: Credentials, offered: Collection[str]) -> str:
    """Why `choose_mechanism` found none, for an administrator."""
    what = "tokens" if isinstance(credentials, BearerCredentials) else "passwords"
    return f"the server takes no {what} in a way that Watcher knows; it offers {' '.join(offered) or 'nothing'}"


class Plain:
    """User and password in one response (RFC 4616)."""

    name = "PLAIN"
    refusal = ""

    def __init__(self, credentials: PasswordCredentials) -> None:
        self._response = f"\0{credentials.user}\0{credentials.password}".encode()

    def respond(self, challenge: bytes) -> bytes:
        """All at once."""
        return self._response


class _Bearer:
    """A token, and the JSON in which a server says why it does not take it (RFC 7628 § 3.2.2)."""

    name = ""
    _end_of_refusal = b""

    def __init__(self, credentials: BearerCredentials) -> None:
        self._credentials: BearerCredentials | None = credentials
        self.refusal = ""

    def respond(self, challenge: bytes) -> bytes:
        """The token first; whatever is asked after that is a refusal, which ends when it was heard out."""
        credentials, self._credentials = self._credentials, None
        if credentials is not None:
            return self._format_response(credentials)
        self.refusal = _read_refusal(challenge)
        return self._end_of_refusal

    def _format_response(self, credentials: BearerCredentials) -> bytes:
        raise NotImplementedError


class XOAuth2(_Bearer):
    """https://developers.google.com/workspace/gmail/imap/xoauth2-protocol, which Microsoft follows."""

    name = "XOAUTH2"

    def _format_response(self, credentials: BearerCredentials) -> bytes:
        return f"user={credentials.user}\x01auth=Bearer {credentials.token}\x01\x01".encode()


class OAuthBearer(_Bearer):
    """RFC 7628 § 3.1."""

    name = "OAUTHBEARER"
    _end_of_refusal = b"\x01"

    def _format_response(self, credentials: BearerCredentials) -> bytes:
        user = credentials.user.replace("=", "=3D").replace(",", "=2C")
        return f"n,a={user},\x01auth=Bearer {credentials.token}\x01\x01".encode()


def _read_refusal(challenge: bytes) -> str:
    """`status` and `scope` of RFC 7628 § 3.2.2, or whatever it is."""
    try:
        found = json.loads(challenge)
        return readable_line(", ".join(f"{key} {found[key]}" for key in ("status", "scope") if found.get(key)))
    except (ValueError, AttributeError, RecursionError):
        return readable_line(challenge)


class Scram:
    """RFC 5802 § 3, without channel binding: three messages, and the server proves in the last that it knows us."""

    refusal = ""

    def __init__(self, name: str, credentials: PasswordCredentials, nonce: str) -> None:
        self.name = name
        self._hash = _SCRAM_HASHES[name]
        self._password = _saslprep(credentials.password).encode()
        user = _saslprep(credentials.user).replace("=", "=3D").replace(",", "=2C")
        self._nonce = nonce
        self._first = f"n={user},r={nonce}"
        self._steps = iter((self._client_first, self._client_final, self._verify_server))

    def respond(self, challenge: bytes) -> bytes:
        """SaslError: the server is not one that knows the password, or speaks something else."""
        step = next(self._steps, None)
        if step is None:
            raise SaslError(f"{self.name} does not end")
        try:
            return step(challenge)
        except (ValueError, KeyError):
            raise SaslError(f"the server does not speak {self.name}") from None

    def _client_first(self, challenge: bytes) -> bytes:
        return f"n,,{self._first}".encode()

    def _client_final(self, challenge: bytes) -> bytes:
        fields = _read_fields(challenge)
        rounds = int(fields["i"])
        if not fields["r"].startswith(self._nonce) or not 1 <= rounds <= _MAX_ITERATIONS:
            raise ValueError
        salted = hashlib.pbkdf2_hmac(self._hash, self._password, base64.b64decode(fields["s"], validate=True), rounds)
        last = f"c=biws,r={fields['r']}"  # biws: "n,," in Base64
        signed = f"{self._first},{challenge.decode()},{last}".encode()
        client_key = self._hmac(salted, b"Client Key")
        signature = self._hmac(hashlib.new(self._hash, client_key).digest(), signed)
        proof = bytes(a ^ b for a, b in zip(client_key, signature, strict=True))
        self._server_signature = self._hmac(self._hmac(salted, b"Server Key"), signed)
        return f"{last},p={base64.b64encode(proof).decode()}".encode()

    def _verify_server(self, challenge: bytes) -> bytes:
        fields = _read_fields(challenge)
        if "e" in fields:
            self.refusal = readable_line(fields["e"])
            return b""
        if not hmac.compare_digest(base64.b64decode(fields["v"], validate=True), self._server_signature):
            raise SaslError("the server cannot prove that it knows the password: is it the right one?")
        return b""

    def _hmac(self, key: bytes, text: bytes) -> bytes:
        return hmac.digest(key, text, self._hash)


def _read_fields(challenge: bytes) -> dict[str, str]:
    """`r=…,s=…,i=…`. ValueError: something else."""
    pairs = (part.partition("=") for part in challenge.decode().split(","))
    return {name: value for name, mark, value in pairs if mark}


def _saslprep(text: str) -> str:
    """SASLprep (RFC 4013) as far as it changes anything: what it forbids is the server's to refuse."""
    if text.isascii():
        return text
    import stringprep  # tables that no other password needs

    mapped = "".join(
        " " if stringprep.in_table_c12(char) else char for char in text if not stringprep.in_table_b1(char)
    )
    return unicodedata.normalize("NFKC", mapped)
