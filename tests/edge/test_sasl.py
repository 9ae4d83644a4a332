"""edge/sasl.py: what is said to prove a login, by the examples of the RFCs; a real Dovecot takes it in tests/edge/imap/test_logins.py."""

from __future__ import annotations

import base64
import re

import pytest

from watcher.edge.credentials import BearerCredentials, PasswordCredentials
from watcher.edge.sasl import SaslError, choose_mechanism

PENCIL = PasswordCredentials("user", "pencil")
TOKEN = BearerCredentials("user@example.com", "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==")

#: RFC 5802 § 5 and RFC 7677 § 3: nonce of the client, what the server says first and last, our proof.
RFC_5802 = ("SCRAM-SHA-1", "fyko+d2lbbFgONRv9qkxdawL", "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
            "v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "rmF9pqV8S7suAoZWja4dJRkFsKQ=")  # fmt: skip
RFC_7677 = ("SCRAM-SHA-256", "rOprNGfwEbeRWgbNEkqO",
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "nonce", "first", "proof", "signature"), [RFC_5802, RFC_7677], ids=["SHA-1", "SHA-256"]
)
def test_scram_is_that_of_the_rfc(name, nonce, first, proof, signature):
    mechanism = choose_mechanism(PENCIL, [name], lambda: nonce)
    assert mechanism is not None and mechanism.name == name
    assert mechanism.respond(b"") == f"n,,n=user,r={nonce}".encode()
    combined = first.partition(",")[0]
    assert mechanism.respond(first.encode()) == f"c=biws,{combined},p={proof}".encode()
    assert mechanism.respond(f"v={signature}".encode()) == b""


@pytest.mark.parametrize(
    "challenges",
    [
        ["r=somebody-else,s=QSXCR+Q6sek8bf92,i=4096"],
        ["r=abcX,s=QSXCR+Q6sek8bf92,i=99999999999"],
        ["r=abcX,s=not base64,i=4096"],
        ["r=abcX,i=4096"],
        ["nonsense"],
        ["r=abcX,s=QSXCR+Q6sek8bf92,i=1", "v=AAAA"],
    ],
)
def test_a_server_that_does_not_know_the_password_learns_nothing(challenges):
    mechanism = choose_mechanism(PENCIL, ["SCRAM-SHA-1"], lambda: "abc")
    assert mechanism is not None
    mechanism.respond(b"")
    with pytest.raises(SaslError):
        for challenge in challenges:
            mechanism.respond(challenge.encode())


def test_why_scram_was_refused_is_kept():
    mechanism = choose_mechanism(PENCIL, ["SCRAM-SHA-1"], lambda: "abc")
    assert mechanism is not None
    mechanism.respond(b"")
    mechanism.respond(b"r=abcX,s=QSXCR+Q6sek8bf92,i=1")
    assert mechanism.respond(b"e=invalid-proof") == b""
    assert mechanism.refusal == "invalid-proof"


def test_names_with_odd_characters_are_written_as_the_rfc_asks():
    mechanism = choose_mechanism(PasswordCredentials("a,b=c\u00ad", "x"), ["SCRAM-SHA-256"], lambda: "n")
    assert mechanism is not None and mechanism.respond(b"") == b"n,,n=a=2Cb=3Dc,r=n"


def test_xoauth2_is_that_of_google():
    """The example of https://developers.google.com/workspace/gmail/imap/xoauth2-protocol."""
    credentials = BearerCredentials("someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg")
    mechanism = choose_mechanism(credentials, ["PLAIN", "OAUTHBEARER", "XOAUTH2"])
    assert mechanism is not None and mechanism.name == "XOAUTH2"
    assert base64.b64encode(mechanism.respond(b"")) == (
        b"dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ=="
    )
    assert mechanism.respond(b'{"status":"401","schemes":"bearer","scope":"https://mail.google.com/"}') == b""
    assert mechanism.refusal == "status 401, scope https://mail.google.com/"


def test_oauthbearer_is_that_of_rfc_7628():
    mechanism = choose_mechanism(TOKEN, ["OAUTHBEARER", "PLAIN"])
    assert mechanism is not None and mechanism.name == "OAUTHBEARER"
    assert mechanism.respond(b"") == b"n,a=user@example.com,\x01auth=Bearer " + TOKEN.token.encode() + b"\x01\x01"
    assert mechanism.respond(b'{"status":"invalid_token"}') == b"\x01"
    assert mechanism.refusal == "status invalid_token"


@pytest.mark.parametrize("offered", [[], ["GSSAPI"], ["XOAUTH2", "OAUTHBEARER"]])
def test_a_password_has_no_way_where_none_is_offered(offered):
    assert choose_mechanism(PENCIL, offered) is None


def test_a_token_is_never_sent_as_a_password():
    assert choose_mechanism(TOKEN, ["PLAIN", "LOGIN", "SCRAM-SHA-256"]) is None


def test_each_login_has_a_nonce_of_its_own():
    def first() -> bytes:
        mechanism = choose_mechanism(PENCIL, ["SCRAM-SHA-256"])
        assert mechanism is not None
        return mechanism.respond(b"")

    assert first() != first()
    assert re.fullmatch(rb"n,,n=user,r=[\x21-\x2b\x2d-\x7e]{20,}", first())
