"""edge/tls.py: who may be spoken to without TLS, and what its errors say."""

from __future__ import annotations

import ssl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from watcher.edge import tls


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("LOCALHOST", True),
        ("mail.example", False),
        ("10.0.0.1", False),
    ],
)
def test_only_this_machine_is_spoken_to_in_the_clear(host: str, local: bool) -> None:
    assert tls.is_loopback(host) is local


def test_a_context_verifies_and_is_shared() -> None:
    context = tls.shared_context(None)
    assert context is tls.shared_context(None)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _issue(
    subject: str,
    issuer: str,
    key: ec.EllipticCurvePrivateKey,
    signer: ec.EllipticCurvePrivateKey,
    *extensions: x509.ExtensionType,
) -> x509.Certificate:
    made = x509.CertificateBuilder(_name(issuer), _name(subject), key.public_key(), x509.random_serial_number())
    now = datetime.now(UTC)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=30))
    for extension in extensions:
        made = made.add_extension(extension, critical=False)
    return made.sign(signer, hashes.SHA256())


def _handshake(
    folder: Path, server_chain: list[x509.Certificate], key: ec.EllipticCurvePrivateKey, ca: x509.Certificate
) -> None:
    """ssl.SSLCertVerificationError: the client that trusts `ca` refuses the server."""
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(secret + b"".join(each.public_bytes(pem) for each in server_chain))
    (folder / "ca.pem").write_bytes(ca.public_bytes(pem))
    server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_context.load_cert_chain(folder / "server.pem")
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = tls.make_context(str(folder / "ca.pem")).wrap_bio(to_client, to_server, server_hostname="mail.example.com")
    server = server_context.wrap_bio(to_server, to_client, server_side=True)
    for side in (client, server, client):
        with suppress(ssl.SSLWantReadError):
            side.do_handshake()
    assert client.getpeercert()


SERVER_NAME = x509.SubjectAlternativeName([x509.DNSName("mail.example.com")])


def test_a_house_s_own_ca_is_trusted_however_it_is_written(tmp_path: Path) -> None:
    """As `openssl req -x509` and `openssl x509 -req` write them: no key usage, and no identifier of the authority's key."""
    key, ca_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca = _issue("House", "House", ca_key, ca_key, x509.BasicConstraints(ca=True, path_length=None))
    _handshake(tmp_path, [_issue("mail", "House", key, ca_key, SERVER_NAME)], key, ca)


def test_a_server_s_own_certificate_may_be_named_as_ca(tmp_path: Path) -> None:
    key, other_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    own = _issue("mail", "mail", key, key, SERVER_NAME)
    _handshake(tmp_path, [own], key, own)
    issued = _issue("mail", "Somebody", key, other_key, SERVER_NAME)
    _handshake(tmp_path, [issued], key, issued)


def test_a_certificate_of_somebody_else_of_the_same_name_is_refused(tmp_path: Path) -> None:
    key, ca_key, other_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    ca = _issue("House", "House", ca_key, ca_key, x509.BasicConstraints(ca=True, path_length=None))
    with pytest.raises(ssl.SSLCertVerificationError):
        _handshake(tmp_path, [_issue("mail", "House", key, other_key, SERVER_NAME)], key, ca)
    with pytest.raises(ssl.SSLCertVerificationError):
        _handshake(
            tmp_path, [_issue("mail", "mail", key, key, SERVER_NAME)], key, _issue("mail", "mail", other_key, other_key)
        )


def test_a_file_of_certificates_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(tls.CaFileError, match=r"ca: /nowhere/ca.pem: No such file or directory: name a file") as raised:
        tls.shared_context("/nowhere/ca.pem")
    assert tls.describe_error(raised.value) == str(raised.value)
    (tmp_path / "ca.pem").write_text("no certificate\n")
    with pytest.raises(tls.CaFileError, match="it holds no certificate"):
        tls.shared_context(str(tmp_path / "ca.pem"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TimeoutError(), "no answer in time"),
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (ConnectionRefusedError(111, "Connect call failed ('127.0.0.1', 25)"), "Connection refused"),
        (
            OSError("Multiple exceptions: [Errno 111] Connect call failed ('::1', 25, 0, 0), [Errno 111] x"),
            "Connection refused",
        ),
        (ssl.SSLError(1, "WRONG_VERSION_NUMBER"), "no TLS"),
        (OSError("one\ntwo"), "one two"),
        (OSError(), "OSError"),
    ],
)
def test_an_error_in_one_line(error: Exception, words: str) -> None:
    described = tls.describe_error(error)
    assert words in described
    assert "\n" not in described and "Connect call" not in described
